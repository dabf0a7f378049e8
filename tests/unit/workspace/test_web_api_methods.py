"""Every method once as it should be, and what of its answer apps rely on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.workspace.web_api.registry import METHODS
from tests.unit.workspace.clients import BOT, GENERAL, MILLER, OTHERS, SATO, SECRET_ROOM, TEAM, Json, Running, running

pytestmark = pytest.mark.loopback

HOME = {"type": "home", "blocks": [{"type": "divider"}]}
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "題"}, "blocks": [{"type": "divider"}]}
Scenario = Callable[[Running], Awaitable[None]]
SCENARIOS: dict[str, Scenario] = {}


def method(*names: str) -> Callable[[Scenario], Scenario]:
    """Say which methods a scenario shows."""

    def note(scenario: Scenario) -> Scenario:
        SCENARIOS.update(dict.fromkeys(names, scenario))
        return scenario

    return note


def test_no_method_is_left_out() -> None:
    shown_elsewhere = {"auth.test", "api.test", "apps.connections.open"}  # test_web_api.py
    assert SCENARIOS.keys() | shown_elsewhere == METHODS.keys()


@pytest.mark.parametrize("name", sorted(METHODS.keys() - {"auth.test", "api.test", "apps.connections.open"}))
def test_method(name: str) -> None:
    async def scenario() -> None:
        async with running() as one:
            await SCENARIOS[name](one)

    asyncio.run(scenario())


@method("chat.postMessage", "chat.update", "chat.delete", "chat.getPermalink")
async def _a_message_is_posted_changed_and_deleted(one: Running) -> None:
    posted = await one.call("chat.postMessage", channel=GENERAL, text="一 & 二")
    assert posted["message"]["text"] == "一 &amp; 二"
    assert (posted["message"]["bot_id"], posted["message"]["user"]) == ("B0BOT", BOT)
    place = {"channel": GENERAL, "ts": posted["ts"]}
    updated = await one.call("chat.update", **place, text="三")
    assert (updated["text"], updated["message"]["edited"]["user"]) == ("三", BOT)
    link = (await one.get("chat.getPermalink", channel=GENERAL, message_ts=posted["ts"]))["permalink"]
    assert link == f"{one.workspace.url}/archives/{GENERAL}/p{posted['ts'].replace('.', '')}"
    await one.call("chat.delete", **place)
    assert one.state.history(GENERAL) == []
    assert one.kinds() == ["message", "message_changed", "message_deleted"]


@method("chat.postEphemeral")
async def _only_one_person_sees_it(one: Running) -> None:
    body = await one.call("chat.postEphemeral", channel=GENERAL, user=SATO, text="内緒")
    assert one.state.message(GENERAL, body["message_ts"]).ephemeral_to == SATO
    assert (await one.get("conversations.history", channel=GENERAL))["messages"] == []


@method("chat.startStream", "chat.appendStream", "chat.stopStream")
async def _text_comes_while_it_is_written(one: Running) -> None:
    asked = one.said(channel=one.dm().id)
    place = {"channel": asked.channel, "ts": ""}
    place["ts"] = (await one.call("chat.startStream", channel=asked.channel, thread_ts=asked.ts))["ts"]
    await one.call("chat.appendStream", **place, markdown_text="**答え** & ")
    await one.call("chat.appendStream", **place, chunks=[{"type": "markdown_text", "text": "続き"}])
    block = {"type": "context", "elements": [{"type": "mrkdwn", "text": "出典"}]}
    stopped = await one.call("chat.stopStream", **place, markdown_text="。", blocks=[block])
    message = one.state.message(asked.channel, place["ts"])
    assert message.markdown == "**答え** & 続き。"
    assert stopped["message"]["text"] == "**答え** &amp; 続き。"
    assert [found["type"] for found in stopped["message"]["blocks"]] == ["context"]
    assert (message.streaming, message.thread_ts) == (False, asked.ts)


@method("chat.scheduleMessage", "chat.deleteScheduledMessage", "chat.scheduledMessages.list")
async def _a_message_for_later_can_be_called_back(one: Running) -> None:
    at = int(one.state.clock.timestamp()) + 3600
    sent = await one.call("chat.scheduleMessage", channel=GENERAL, text="明日", post_at=at)
    listed = (await one.call("chat.scheduledMessages.list"))["scheduled_messages"]
    assert [(found["id"], found["post_at"], found["text"]) for found in listed] == [
        (sent["scheduled_message_id"], at, "明日")
    ]
    place = {"channel": GENERAL, "scheduled_message_id": sent["scheduled_message_id"]}
    await one.call("chat.deleteScheduledMessage", **place)
    assert (await one.call("chat.scheduledMessages.list"))["scheduled_messages"] == []
    assert await one.error("chat.deleteScheduledMessage", **place) == "invalid_scheduled_message_id"


@method("conversations.open")
async def _a_dm_is_opened_once(one: Running) -> None:
    opened = await one.call("conversations.open", users=SATO, return_im=True)
    assert opened["channel"]["user"] == SATO
    again = await one.call("conversations.open", users=[SATO])
    assert (again["channel"], again["already_open"]) == ({"id": opened["channel"]["id"]}, True)
    group = await one.form("conversations.open", users=f"{SATO},{MILLER}")
    assert set(one.state.channel(group["channel"]["id"]).members) == {SATO, MILLER, BOT}


@method("conversations.info", "conversations.members", "conversations.list", "users.conversations")
async def _channels_are_listed_with_who_is_in_them(one: Running) -> None:
    shown = (await one.get("conversations.info", channel=GENERAL, include_num_members=True))["channel"]
    assert (shown["name"], shown["is_member"], shown["num_members"], shown["topic"]["value"]) == (
        "general",
        True,
        3,
        "ねじ",
    )
    assert (await one.get("conversations.members", channel=OTHERS))["members"] == [SATO, MILLER]
    listed = await one.get("conversations.list", types="public_channel,private_channel")
    assert {found["id"] for found in listed["channels"]} == {GENERAL, OTHERS, SECRET_ROOM}
    mine = await one.get("users.conversations", types="public_channel,private_channel,im")
    assert {found["id"] for found in mine["channels"]} == {GENERAL, SECRET_ROOM}


@method("conversations.join", "conversations.invite")
async def _channels_are_joined(one: Running) -> None:
    assert (await one.call("conversations.join", channel=OTHERS))["channel"]["is_member"]
    assert (await one.call("conversations.join", channel=OTHERS))["warning"] == "already_in_channel"
    await one.call("conversations.invite", channel=SECRET_ROOM, users=MILLER)
    assert MILLER in one.state.channel(SECRET_ROOM).members
    assert [(change.channel, change.user, change.data["inviter"]) for change in one.changes] == [
        (OTHERS, BOT, None),
        (SECRET_ROOM, MILLER, BOT),
    ]


@method("conversations.mark")
async def _reading_is_marked(one: Running) -> None:
    message = one.said()
    await one.call("conversations.mark", channel=GENERAL, ts=message.ts)
    assert one.state.channel(GENERAL).last_read[BOT] == message.ts


@method("conversations.history", "conversations.replies")
async def _what_was_said_is_read_in_parts(one: Running) -> None:
    messages = [one.said(f"{number}") for number in range(5)]
    for number in range(3):
        one.said(f"返事{number}", thread_ts=messages[0].ts)
    found, cursor = [], ""
    while True:
        part = await one.get("conversations.history", channel=GENERAL, limit=2, cursor=cursor)
        found += [message["text"] for message in part["messages"]]
        if not part["has_more"]:
            break
        cursor = part["response_metadata"]["next_cursor"]
    assert found == ["4", "3", "2", "1", "0"]
    thread = await one.get("conversations.replies", channel=GENERAL, ts=messages[0].ts, limit=2)
    cursor = thread["response_metadata"]["next_cursor"]
    rest = await one.get("conversations.replies", channel=GENERAL, ts=messages[0].ts, limit=2, cursor=cursor)
    assert [message["text"] for message in thread["messages"]] == ["0", "返事0", "返事1"]
    assert [message["text"] for message in rest["messages"]] == ["0", "返事2"]
    assert (thread["messages"][0]["reply_count"], rest["has_more"]) == (3, False)
    span = {"oldest": messages[1].ts, "latest": messages[3].ts}
    inside = await one.get("conversations.history", channel=GENERAL, **span)
    assert [message["text"] for message in inside["messages"]] == ["2"]
    with_ends = await one.get("conversations.history", channel=GENERAL, inclusive=1, **span)
    assert [message["text"] for message in with_ends["messages"]] == ["3", "2", "1"]


@method("users.info", "users.list", "users.lookupByEmail", "users.profile.get", "users.getPresence")
async def _people_are_looked_up(one: Running) -> None:
    user = (await one.get("users.info", user=SATO, include_locale=1))["user"]
    assert (user["locale"], user["tz_offset"], user["profile"]["email"]) == ("ja-JP", 32400, "Hanako@example.jp")
    assert "locale" not in (await one.get("users.info", user=SATO))["user"]
    listed = await one.get("users.list", limit=2)
    assert len(listed["members"]) == 2
    rest = await one.get("users.list", limit=2, cursor=listed["response_metadata"]["next_cursor"])
    assert [found["is_bot"] for found in rest["members"]] == [True]
    assert (await one.get("users.lookupByEmail", email="hanako@EXAMPLE.jp"))["user"]["id"] == SATO
    assert (await one.get("users.profile.get", user=SATO))["profile"]["title"] == "専務"
    assert (await one.get("users.getPresence", user=SATO))["presence"] == "active"


@method("bots.info", "team.info")
async def _the_bot_and_the_team(one: Running) -> None:
    assert (await one.get("bots.info", bot="B0BOT"))["bot"]["user_id"] == BOT
    team = (await one.get("team.info"))["team"]
    assert (team["id"], team["name"]) == (TEAM, "Local")


@method("views.open", "views.push", "views.update", "views.publish")
async def _views_are_shown(one: Running) -> None:
    triggers = one.workspace.delivery._triggers
    opened = (await one.call("views.open", trigger_id=triggers.issue(SATO), view=MODAL))["view"]
    pushed = (await one.form("views.push", trigger_id=triggers.issue(SATO), view=json.dumps(MODAL)))["view"]
    assert (pushed["root_view_id"], pushed["previous_view_id"]) == (opened["id"], opened["id"])
    changed = {**MODAL, "callback_id": "second"}
    updated = (await one.call("views.update", view_id=opened["id"], hash=opened["hash"], view=changed))["view"]
    assert updated["callback_id"] == "second"
    assert updated["hash"] != opened["hash"]
    home = (await one.call("views.publish", user_id=SATO, view=HOME))["view"]
    assert home["type"] == "home"
    assert one.kinds() == ["view_opened", "view_opened", "view_updated", "home"]


@method("assistant.threads.setStatus", "assistant.threads.setTitle", "assistant.threads.setSuggestedPrompts")
async def _an_assistants_thread(one: Running) -> None:
    asked = one.said(channel=one.dm().id)
    place = {"channel_id": asked.channel, "thread_ts": asked.ts}
    await one.call("assistant.threads.setStatus", **place, status="is searching", loading_messages=["頁を見ています"])
    assert one.state.statuses == {(asked.channel, asked.ts): "is searching"}
    await one.form("assistant.threads.setTitle", **place, title="ねじ")
    assert one.state.thread_titles == {(asked.channel, asked.ts): "ねじ"}
    prompts = [{"title": "知る", "message": "補助金とは？"}]
    await one.call("assistant.threads.setSuggestedPrompts", **place, prompts=prompts)
    await one.call("assistant.threads.setSuggestedPrompts", channel_id=asked.channel, prompts=prompts, title="例")
    assert set(one.state.prompts) == {(asked.channel, asked.ts), (asked.channel, None)}
    await one.call("chat.postMessage", channel=asked.channel, thread_ts=asked.ts, text="答え")
    assert one.state.statuses == {}


@method("files.getUploadURLExternal", "files.completeUploadExternal", "files.info", "files.list", "files.delete")
async def _files_go_up_and_come_down(one: Running) -> None:
    done = await one.client.files_upload_v2(
        channel=GENERAL, filename="要領.pdf", content=b"%PDF-1", initial_comment="これ", title="要領"
    )
    file: Json = done["files"][0]
    (message,) = one.state.history(GENERAL)
    assert (message.files, message.text, message.subtype) == ([file["id"]], "これ", "file_share")
    shown = (await one.get("files.info", file=file["id"]))["file"]
    assert (shown["title"], shown["size"], shown["channels"]) == ("要領", 6, [GENERAL])
    listed = await one.get("files.list", channel=GENERAL)
    assert [found["id"] for found in listed["files"]] == [file["id"]]
    await one.form("files.delete", file=file["id"])
    assert await one.error("files.delete", file=file["id"]) == "file_not_found"


@method("reactions.add", "reactions.remove")
async def _reactions_come_and_go(one: Running) -> None:
    message = one.said()
    place: dict[str, Any] = {"channel": GENERAL, "timestamp": message.ts, "name": "tada"}
    await one.form("reactions.add", **place)
    assert message.reactions == {"tada": [BOT]}
    await one.form("reactions.remove", **place)
    assert message.reactions == {}
