"""How things look to an app: the fields it decides by."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.workspace.seed import AppCredentials
from tests.unit.workspace.clients import BOT, GENERAL, MILLER, OTHERS, SATO, SECRET_ROOM, TEAM, running

pytestmark = pytest.mark.loopback

APP = {"bot_id": "B0BOT", "app_id": "A0APP"}
KINDS = ("is_channel", "is_group", "is_im", "is_mpim", "is_private", "is_member")


@pytest.mark.parametrize(
    ("channel", "true"),
    [
        (GENERAL, {"is_channel", "is_member"}),
        (OTHERS, {"is_channel"}),
        (SECRET_ROOM, {"is_group", "is_private", "is_member"}),
        ("group", {"is_mpim", "is_private", "is_member"}),
        ("dm", {"is_im"}),
    ],
)
def test_a_channel_says_of_which_kind_it_is(channel: str, true: set[str]) -> None:
    async def scenario() -> dict[str, Any]:
        async with running() as one:
            places = {"dm": one.dm().id, "group": one.state.group_of([BOT, SATO, MILLER]).id}
            answer = await one.get("conversations.info", channel=places.get(channel, channel))
            shown: dict[str, Any] = answer["channel"]
            return shown

    shown = asyncio.run(scenario())
    assert {name for name in KINDS if shown.get(name)} == true
    assert (shown.get("user") == SATO) is (channel == "dm")
    assert shown["context_team_id"] == TEAM


def test_a_thread_is_counted_at_its_root() -> None:
    async def scenario() -> None:
        async with running() as one:
            state = one.state
            root = one.said()
            first = one.said("一", user=MILLER, thread_ts=root.ts)
            shown = state.as_api_message(root)
            assert (shown["reply_users"], shown["reply_count"], shown["subscribed"]) == ([MILLER], 1, False)
            last = state.add_message(GENERAL, BOT, text="二", thread_ts=root.ts, **APP)
            shown = state.as_api_message(root)
            assert (shown["reply_users"], shown["reply_users_count"]) == ([MILLER, BOT], 2)
            assert (shown["latest_reply"], shown["thread_ts"], shown["subscribed"]) == (last.ts, root.ts, True)
            assert "parent_user_id" not in shown
            assert state.as_api_message(first)["parent_user_id"] == SATO
            assert "thread_ts" not in state.as_api_message(one.said("別"))

    asyncio.run(scenario())


def test_people_and_the_app_are_told_apart() -> None:
    async def scenario() -> None:
        async with running() as one:
            said = one.state.as_api_message(one.said())
            assert said["client_msg_id"]
            assert "bot_id" not in said
            answered = one.state.as_api_message(one.state.add_message(GENERAL, BOT, text="答え", **APP))
            assert (answered["bot_id"], answered["app_id"], answered["bot_profile"]["name"]) == (
                "B0BOT",
                "A0APP",
                "Minori",
            )
            assert "client_msg_id" not in answered

    asyncio.run(scenario())


def test_a_running_stream_is_marked() -> None:
    async def scenario() -> None:
        async with running() as one:
            message = one.state.add_message(GENERAL, BOT, text="途", streaming=True, **APP)
            assert one.state.as_api_message(message)["streaming_state"] == "in_progress"
            one.state.update_message(message, streaming=False)
            assert "streaming_state" not in one.state.as_api_message(message)

    asyncio.run(scenario())


def test_files_say_where_they_are_shared() -> None:
    async def scenario() -> None:
        async with running() as one:
            file = one.state.add_file(SATO, "予算 表.xlsx", b"PK")
            for channel in (GENERAL, SECRET_ROOM, one.dm().id):
                message = one.state.share_files(SATO, channel, [file.id])
            shown = (await one.get("files.info", file=file.id))["file"]
            assert (shown["channels"], shown["groups"], shown["ims"]) == ([GENERAL], [SECRET_ROOM], [one.dm().id])
            assert (shown["filetype"], shown["is_public"], shown["mode"]) == ("xlsx", True, "hosted")
            assert shown["url_private"].endswith("/%E4%BA%88%E7%AE%97%20%E8%A1%A8.xlsx")
            assert one.state.as_api_message(message)["upload"] is True

    asyncio.run(scenario())


def test_addresses_are_shown_to_apps_that_may_see_them() -> None:
    async def scenario() -> None:
        async with running(app=AppCredentials(scopes=frozenset({"users:read"}))) as one:
            profile = (await one.get("users.info", user=SATO))["user"]["profile"]
            assert "email" not in profile
            assert profile["real_name"] == "佐藤 花子"

    asyncio.run(scenario())


def test_the_most_that_is_allowed_is_allowed() -> None:
    async def scenario() -> None:
        async with running() as one:
            asked = one.said()
            place = {"channel_id": GENERAL, "thread_ts": asked.ts}
            await one.call("assistant.threads.setStatus", **place, status="a", loading_messages=["a"] * 10)
            prompts = [{"title": "a", "message": "b"}] * 4
            await one.call("assistant.threads.setSuggestedPrompts", **place, prompts=prompts)
            await one.call("chat.postMessage", channel=GENERAL, attachments=[{"text": "a"}] * 100)
            uploads = [{"id": "F0"}]
            refusal = await one.error("files.completeUploadExternal", files=uploads, channels=[GENERAL] * 100)
            assert refusal == "file_not_found"

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("given", "expected"), [("1", True), ("true", True), ("True", True), ("0", False), ("", False)]
)
def test_booleans_come_in_all_of_slacks_spellings(given: str, expected: bool) -> None:
    async def scenario() -> bool | None:
        async with running() as one:
            await one.form("chat.postMessage", channel=GENERAL, text="a", unfurl_links=given)
            return one.state.history(GENERAL)[0].unfurl_links

    assert asyncio.run(scenario()) is expected


def test_files_are_listed_by_place_and_owner_as_far_as_the_bot_sees() -> None:
    async def scenario() -> None:
        async with running() as one:
            state = one.state
            first, second, hidden = (state.add_file(user, "a.txt", b"a") for user in (SATO, MILLER, SATO))
            state.share_files(SATO, GENERAL, [first.id])
            state.share_files(MILLER, one.dm(MILLER).id, [second.id])
            state.share_files(SATO, OTHERS, [hidden.id])

            async def ids(**wanted: Any) -> list[str]:
                return [found["id"] for found in (await one.get("files.list", **wanted))["files"]]

            assert await ids() == [second.id, first.id]
            assert await ids(channel=GENERAL) == [first.id]
            assert await ids(user=MILLER) == [second.id]
            assert await ids(channel=OTHERS) == []
            assert await ids(count=1, page=2) == [first.id]

    asyncio.run(scenario())


def test_a_stream_in_a_dm_needs_no_recipient_and_keeps_one_that_is_given() -> None:
    async def scenario() -> None:
        async with running() as one:
            asked = one.said(channel=one.dm().id)
            for given in (None, SATO):
                place = {"channel": asked.channel, "thread_ts": asked.ts}
                started = await one.call("chat.startStream", **place, recipient_user_id=given)
                assert one.state.message(asked.channel, started["ts"]).stream_recipient == given

    asyncio.run(scenario())
