"""How a call reaches the Web API and what it must bring: token, scopes, form, pace."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError

from bot.workspace.seed import AppCredentials
from bot.workspace.web_api import Pace
from bot.workspace.web_api.registry import METHODS
from tests.unit.workspace.clients import BOT, GENERAL, SATO, HandClock, Running, running

pytestmark = pytest.mark.loopback

APP = AppCredentials()
NOT_SCOPED = ("auth.test", "api.test", "apps.connections.open")


async def _raw(one: Running, verb: str, method: str, **options: Any) -> tuple[int, dict[str, Any], dict[str, str]]:
    async with ClientSession() as session, session.request(verb, one.workspace.api_url + method, **options) as answer:
        return answer.status, await answer.json(), dict(answer.headers)


def _bearer(token: str, **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", **more}


def test_auth_test_says_who_and_with_which_scopes() -> None:
    async def scenario() -> None:
        async with running() as one:
            status, body, headers = await _raw(one, "POST", "auth.test", headers=_bearer(APP.bot_token))
            assert status == 200
            assert (body["user_id"], body["bot_id"], body["team_id"]) == (BOT, "B0BOT", "T0LOCAL")
            assert set(headers["X-OAuth-Scopes"].split(",")) == APP.scopes

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("token", "method", "error"),
    [
        ("", "auth.test", "not_authed"),
        ("xoxb-wrong", "auth.test", "invalid_auth"),
        (APP.app_token, "chat.postMessage", "not_allowed_token_type"),
        ("xapp-wrong", "apps.connections.open", "invalid_auth"),
        (APP.bot_token, "apps.connections.open", "not_allowed_token_type"),
        (APP.bot_token, "chat.shout", "unknown_method"),
    ],
)
def test_tokens(token: str, method: str, error: str) -> None:
    async def scenario() -> str:
        async with running(token=token) as one:
            return await one.error(method, channel=GENERAL, text="はい")

    assert asyncio.run(scenario()) == error


def test_a_token_may_come_as_a_field() -> None:
    async def scenario() -> None:
        async with running() as one:
            _, body, _ = await _raw(one, "POST", "auth.test", data={"token": APP.bot_token})
            assert body["ok"]
            _, body, _ = await _raw(one, "GET", "auth.test", params={"token": "xoxb-wrong"})
            assert body["error"] == "invalid_auth"

    asyncio.run(scenario())


def test_an_app_level_token_opens_a_socket_by_post_only() -> None:
    async def scenario() -> None:
        async with running(token=APP.app_token) as one:
            assert (await one.call("apps.connections.open"))["url"].startswith("ws://127.0.0.1:")
            with pytest.raises(SlackApiError, match="insecure_request"):
                await one.get("apps.connections.open")

    asyncio.run(scenario())


@pytest.mark.parametrize("method", sorted(name for name, method in METHODS.items() if method.scopes))
def test_every_scope_is_asked_for(method: str) -> None:
    async def scenario() -> dict[str, Any]:
        async with running(app=replace(APP, scopes=frozenset({"team:unrelated"}))) as one:
            return await one.refused(method, channel=GENERAL, user=SATO, ts="1.0")

    refusal = asyncio.run(scenario())
    assert refusal["error"] == "missing_scope"
    assert refusal["needed"] == ",".join(METHODS[method].scopes)
    assert refusal["provided"] == "team:unrelated"


@pytest.mark.parametrize("method", ["conversations.history", "conversations.replies", "conversations.info"])
def test_reading_a_dm_needs_the_scope_of_dms(method: str) -> None:
    kind = "read" if method.endswith("info") else "history"

    async def scenario() -> dict[str, Any]:
        async with running(app=replace(APP, scopes=frozenset({f"channels:{kind}"}))) as one:
            dm = one.dm()
            asked = one.said(channel=dm.id)
            root = one.said()
            assert (await one.get(method, channel=GENERAL, ts=root.ts))["ok"]
            with pytest.raises(SlackApiError) as refused:
                await one.get(method, channel=dm.id, ts=asked.ts)
            body: dict[str, Any] = refused.value.response.data
            return body

    assert asyncio.run(scenario())["needed"] == f"im:{kind}"


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"data": b"{", "headers": {"Content-Type": "application/json"}}, "invalid_json"),
        ({"data": b"[]", "headers": {"Content-Type": "application/json"}}, "json_not_object"),
        ({"data": b"a", "headers": {"Content-Type": "text/xml"}}, "invalid_post_type"),
        ({"data": b"a", "headers": {"Content-Type": "multipart/form-data"}}, "invalid_form_data"),
        ({"data": b"a", "skip_auto_headers": ["Content-Type"]}, "missing_post_type"),
        (
            {"data": b"a=1", "headers": {"Content-Type": "application/x-www-form-urlencoded; charset=klingon"}},
            "invalid_charset",
        ),
    ],
)
def test_bodies_that_cannot_be_read(options: dict[str, Any], error: str) -> None:
    async def scenario() -> str:
        async with running() as one:
            headers = {**options.get("headers", {}), **_bearer(APP.bot_token)}
            _, body, _ = await _raw(one, "POST", "auth.test", **{**options, "headers": headers})
            return str(body["error"])

    assert asyncio.run(scenario()) == error


@pytest.mark.parametrize("way", ["json", "form", "query"])
def test_arguments_arrive_by_json_form_and_query_alike(way: str) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "*答え*"}}]

    async def scenario() -> dict[str, Any]:
        async with running() as one:
            sent: dict[str, Any] = {"channel": GENERAL, "text": "答え", "unfurl_links": "0"}
            if way == "json":
                await one.call("chat.postMessage", **{**sent, "unfurl_links": False}, blocks=blocks)
            elif way == "form":
                await one.form("chat.postMessage", **sent, blocks=json.dumps(blocks))
            else:
                await one.get("chat.postMessage", **sent, blocks=json.dumps(blocks))
            (message,) = one.state.history(GENERAL)
            assert message.unfurl_links is False
            return message.blocks[0]

    shown = asyncio.run(scenario())
    assert {name: shown[name] for name in ("type", "text")} == blocks[0]


def test_methods_that_read_see_nothing_of_a_json_body() -> None:
    async def scenario() -> None:
        async with running() as one:
            refusal = await one.refused("users.info", user=SATO)
            assert refusal["error"] == "invalid_arguments"
            assert refusal["response_metadata"]["messages"] == ["[ERROR] missing required field: user"]
            assert (await one.form("users.info", user=SATO))["user"]["id"] == SATO

    asyncio.run(scenario())


def test_too_many_posts_into_a_channel_are_held_back_and_others_are_not() -> None:
    hand = HandClock(100.0)

    async def scenario() -> None:
        async with running(pace=Pace(posts_burst=2), monotonic=hand) as one:
            post = {"channel": GENERAL, "text": "はい"}
            for _ in range(2):
                await one.call("chat.postMessage", **post)
            status, body, headers = await _raw(
                one, "POST", "chat.postMessage", json=post, headers=_bearer(APP.bot_token)
            )
            assert (status, body["error"], headers["Retry-After"]) == (429, "ratelimited", "1")
            await one.call("chat.postMessage", channel=one.dm().id, text="別の所")
            hand.seconds += 1
            await one.call("chat.postMessage", **post)
            assert len(one.state.history(GENERAL)) == 3

    asyncio.run(scenario())


def test_a_tier_has_its_own_pace() -> None:
    async def scenario() -> None:
        async with running(pace=Pace(tier_factor=0.1), monotonic=HandClock(0.0)) as one:
            for _ in range(2):
                await one.get("users.list")
            status, _, headers = await _raw(one, "GET", "users.list", headers=_bearer(APP.bot_token))
            assert (status, headers["Retry-After"]) == (429, "30")
            await one.get("users.info", user=SATO)

    asyncio.run(scenario())


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}])
def test_other_sites_are_turned_away(headers: dict[str, str]) -> None:
    async def scenario() -> int:
        async with (
            running() as one,
            ClientSession() as session,
            session.post(f"{one.workspace.api_url}auth.test", headers={**headers, **_bearer(APP.bot_token)}) as answer,
        ):
            return answer.status

    assert asyncio.run(scenario()) == 403


def test_api_test_gives_back_what_it_was_given() -> None:
    async def scenario() -> None:
        async with running(token="") as one:
            assert (await one.call("api.test", foo="bar"))["args"] == {"foo": "bar"}
            assert await one.error("api.test", error="my_error") == "my_error"

    asyncio.run(scenario())


def test_every_error_name_the_web_api_writes_has_a_test() -> None:
    """A name in the code that no test of these files mentions would be a refusal nobody has ever seen."""
    here = Path(__file__).parent
    source = Path(__file__).parents[3] / "bot" / "workspace"
    written: set[str] = set()
    for module in [*source.glob("web_api/*.py"), *source.glob("state*.py")]:
        text = module.read_text(encoding="utf-8")
        written |= set(re.findall(r'(?:ApiError\(|otherwise=|error=)"([a-z_]+)"', text))
        written |= set(re.findall(r'ApiError\("[a-z_]+" if [^\n]+ else "([a-z_]+)"\)', text))
    tested = "".join(
        path.read_text(encoding="utf-8")
        for pattern in ("test_web_api*.py", "test_state*.py", "refusals_*.py")
        for path in here.glob(pattern)
    )
    unseen = {name for name in written if f'"{name}"' not in tested}
    assert len(written) > 60
    assert unseen == set()
