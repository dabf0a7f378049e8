"""The page's side of the server: who may ask, who sees what, and what a person may do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from tests.unit.workspace.clients import BOT, GENERAL, MILLER, OTHERS, SATO, SECRET_ROOM, Running, running

pytestmark = pytest.mark.loopback

Json = dict[str, Any]
_ACT = {"X-Workspace-Page": "1"}


@dataclass
class Browser:
    """A browser without a page: asks as a person."""

    one: Running
    session: aiohttp.ClientSession

    def url(self, path: str) -> str:
        return f"{self.one.workspace.url}{path}"

    async def get(self, path: str, user: str = SATO, **query: str) -> Json:
        async with self.session.get(self.url(f"/page/api/{path}"), params={"as": user, **query}) as answer:
            return dict(await answer.json())

    async def act(self, path: str, user: str = SATO, **body: Any) -> Json:
        url = self.url(f"/page/api/{path}")
        async with self.session.post(url, params={"as": user}, json=body, headers=_ACT) as answer:
            return dict(await answer.json())

    async def status(self, path: str, method: str = "GET", **request: Any) -> int:
        async with self.session.request(method, self.url(path), allow_redirects=False, **request) as answer:
            return answer.status


@asynccontextmanager
async def _browser() -> AsyncIterator[Browser]:
    async with running() as one, aiohttp.ClientSession() as session:
        yield Browser(one, session)


def _with_browser(act: Callable[[Browser], Awaitable[None]]) -> None:
    async def run() -> None:
        async with _browser() as browser:
            await act(browser)

    asyncio.run(run())


def test_only_this_machine_and_the_page_itself_may_ask() -> None:
    async def act(browser: Browser) -> None:
        people = f"/page/api/people?as={SATO}"
        assert await browser.status(people) == 200
        assert await browser.status(people, headers={"Host": "workspace.example"}) == 403
        assert await browser.status(people, headers={"Origin": "https://evil.example"}) == 403
        send = f"/page/api/send?as={SATO}"
        body = {"channel": GENERAL, "text": "hello"}
        assert await browser.status(send, "POST", json=body) == 403
        assert browser.one.state.history(GENERAL) == []
        assert await browser.status(send, "POST", json=body, headers=_ACT) == 200
        evil = {"Origin": "https://evil.example", "Upgrade": "websocket", "Connection": "Upgrade"}
        assert await browser.status(f"/page/live?as={SATO}", headers=evil) == 403

    _with_browser(act)


def test_the_page_comes_with_a_policy_and_nothing_outside_its_folder() -> None:
    async def act(browser: Browser) -> None:
        async with browser.session.get(browser.url("/")) as page:
            assert page.url.path == "/page/"
            policy = page.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'self';")
        assert "unsafe" not in policy
        assert await browser.status("/page/app.js") == 200
        for path in ("/page/..%2fserver.py", "/page/%2e%2e/seed.py", "/page/no-such.js", "/page/css"):
            assert await browser.status(path) == 404

    _with_browser(act)


def test_nobody_is_the_bot_and_nobody_is_a_stranger() -> None:
    async def act(browser: Browser) -> None:
        for user in (BOT, "U0NOBODY", ""):
            assert (await browser.get("boot", user))["error"] == "user_not_found"

    _with_browser(act)


def test_a_person_sees_their_own_conversations_only() -> None:
    async def act(browser: Browser) -> None:
        browser.one.state.say(SATO, SECRET_ROOM, "社外秘")
        mine, theirs = await browser.get("boot"), await browser.get("boot", MILLER)
        assert SECRET_ROOM in {channel["id"] for channel in mine["channels"]}
        assert SECRET_ROOM not in {channel["id"] for channel in theirs["channels"]}
        ts = browser.one.state.history(SECRET_ROOM)[0].ts
        for path, query in (("history", {}), ("thread", {"ts": ts})):
            assert (await browser.get(path, MILLER, channel=SECRET_ROOM, **query))["error"] == "not_in_channel"
        for path in ("send", "mark", "react", "press"):
            answer = await browser.act(path, MILLER, channel=SECRET_ROOM, ts=ts, text="x", name="eyes")
            assert answer["error"] == "not_in_channel"

    _with_browser(act)


def test_what_was_said_is_read_in_pages_oldest_first() -> None:
    async def act(browser: Browser) -> None:
        for number in range(70):
            browser.one.state.say(SATO, GENERAL, str(number))
        newest = await browser.get("history", channel=GENERAL)
        older = await browser.get("history", channel=GENERAL, latest=newest["messages"][0]["ts"])
        said = [message["text"] for message in older["messages"] + newest["messages"]]
        assert said == [str(number) for number in range(70)]
        assert (newest["has_more"], older["has_more"]) == (True, False)

    _with_browser(act)


def test_nobody_changes_or_removes_what_another_said() -> None:
    async def act(browser: Browser) -> None:
        said = browser.one.state.say(SATO, GENERAL, "私の言葉")
        for path in ("edit", "delete"):
            answer = await browser.act(path, MILLER, channel=GENERAL, ts=said.ts, text="他人の言葉")
            assert answer["error"] == "cant_update_message"
        assert (await browser.act("edit", channel=GENERAL, ts=said.ts, text="直した <b>"))["ok"]
        assert browser.one.state.message(GENERAL, said.ts).text == "直した &lt;b&gt;"

    _with_browser(act)


def test_reading_goes_forward_and_a_thread_is_read_apart() -> None:
    async def act(browser: Browser) -> None:
        root = browser.one.state.say(SATO, GENERAL, "質問です")
        reply = browser.one.state.say(MILLER, GENERAL, "答えです", thread_ts=root.ts)
        later = browser.one.state.say(MILLER, GENERAL, "別の話です")
        await browser.act("mark", channel=GENERAL, ts=later.ts)
        boot = await browser.get("boot")
        assert next(one for one in boot["channels"] if one["id"] == GENERAL)["unread"] == 0
        assert [thread["unread"] for thread in boot["threads"]] == [1]
        await browser.act("mark", channel=GENERAL, ts=reply.ts, thread_ts=root.ts)
        assert [thread["unread"] for thread in (await browser.get("threads"))["threads"]] == [0]
        assert browser.one.state.channel(GENERAL).last_read[SATO] == later.ts

    _with_browser(act)


def test_a_file_is_for_those_it_was_shared_with() -> None:
    async def act(browser: Browser) -> None:
        url = browser.url("/page/api/upload")
        query = {"as": SATO, "name": "図面/../x.html"}
        async with browser.session.post(url, params=query, data=b"<script>", headers=_ACT) as answer:
            file = (await answer.json())["file"]
        assert (file["name"], file["size"]) == ("図面_.._x.html", 8)
        path = f"/page/files/{file['id']}/x.html"
        assert (await _fetch(browser, path, MILLER))[0]["error"] == "file_not_found"
        refused = await browser.act("send", MILLER, channel=GENERAL, text="", files=[file["id"]])
        assert refused["error"] == "file_not_found"
        assert (await browser.act("send", channel=GENERAL, text="", files=[file["id"]]))["ok"]
        content, headers = await _fetch(browser, path, MILLER)
        assert content == b"<script>"
        assert headers["Content-Type"] == "application/octet-stream"
        assert headers["Content-Disposition"].startswith("attachment")

    _with_browser(act)


async def _fetch(browser: Browser, path: str, user: str) -> tuple[Any, Any]:
    async with browser.session.get(browser.url(path), params={"as": user}) as answer:
        refused = answer.content_type == "application/json"
        return await (answer.json() if refused else answer.read()), answer.headers


def test_a_page_is_told_of_what_its_person_may_see() -> None:
    async def act(browser: Browser) -> None:
        live = browser.url(f"/page/live?as={MILLER}")
        async with browser.session.ws_connect(live) as socket:
            assert (await socket.receive_json())["kind"] == "hello"
            browser.one.state.say(SATO, SECRET_ROOM, "社外秘")
            browser.one.state.add_message(GENERAL, BOT, text="佐藤さんへ", ephemeral_to=SATO)
            browser.one.state.say(SATO, OTHERS, "おはよう")
            told = await socket.receive_json()
        assert (told["kind"], told["message"]["text"]) == ("message", "おはよう")
        assert told["channel"]["unread"] == 1

    _with_browser(act)


def test_the_clock_moves_forward_only() -> None:
    async def act(browser: Browser) -> None:
        before = browser.one.workspace.clock.offset
        for wrong in (
            {"advance_s": -1},
            {"advance_s": "soon"},
            {"to": "2001-01-01T09:00:00+09:00"},
            {"advance_s": 1e12},
        ):
            assert (await browser.act("clock", **wrong))["error"] == "invalid_arguments"
        assert browser.one.workspace.clock.offset == before
        assert (await browser.act("clock", advance_s=3600))["ok"]
        assert (browser.one.workspace.clock.offset - before).total_seconds() == 3600

    _with_browser(act)


@pytest.mark.parametrize("body", ["", "[]", "{"])
def test_what_is_no_object_is_refused(body: str) -> None:
    async def act(browser: Browser) -> None:
        url = browser.url(f"/page/api/send?as={SATO}")
        async with browser.session.post(url, data=body, headers=_ACT) as answer:
            assert (await answer.json())["error"] == "invalid_json"

    _with_browser(act)
