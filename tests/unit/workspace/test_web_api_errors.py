"""Every refusal under Slack's name for it.

Each row is a call in the same world (`_world`); values that begin with $ stand for what is only known there.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.workspace.seed import AppCredentials
from tests.unit.workspace.clients import (
    BOT,
    CLOSED_DOOR,
    GENERAL,
    MILLER,
    OTHERS,
    SATO,
    SECRET_ROOM,
    TEAM,
    Running,
    running,
)

pytestmark = pytest.mark.loopback

MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "題"}, "blocks": [{"type": "divider"}]}
HOME = {"type": "home", "blocks": [{"type": "divider"}]}
DIVIDER = {"type": "divider"}
PROMPT = {"title": "知る", "message": "補助金とは？"}
ARCHIVED = "C0ARCHIVED"
NOWHERE = "C0NOWHERE"
TO_SATO = {"recipient_team_id": TEAM, "recipient_user_id": SATO}

CHAT: list[tuple[str, dict[str, Any], str]] = [
    ("chat.postMessage", {"text": "a"}, "invalid_arguments"),
    ("chat.postMessage", {"channel": ["a"], "text": "a"}, "invalid_arguments"),
    ("chat.postMessage", {"channel": NOWHERE, "text": "a"}, "channel_not_found"),
    ("chat.postMessage", {"channel": CLOSED_DOOR, "text": "a"}, "channel_not_found"),
    ("chat.postMessage", {"channel": BOT, "text": "a"}, "channel_not_found"),
    ("chat.postMessage", {"channel": OTHERS, "text": "a"}, "not_in_channel"),
    ("chat.postMessage", {"channel": ARCHIVED, "text": "a"}, "is_archived"),
    ("chat.postMessage", {"channel": GENERAL}, "no_text"),
    ("chat.postMessage", {"channel": GENERAL, "text": " \n"}, "no_text"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a" * 40_001}, "msg_too_long"),
    ("chat.postMessage", {"channel": GENERAL, "markdown_text": "a" * 12_001}, "msg_too_long"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "markdown_text": "a"}, "markdown_text_conflict"),
    ("chat.postMessage", {"channel": GENERAL, "blocks": "[{"}, "invalid_blocks_format"),
    ("chat.postMessage", {"channel": GENERAL, "blocks": {"type": "divider"}}, "invalid_blocks_format"),
    ("chat.postMessage", {"channel": GENERAL, "blocks": [{"type": "dividing"}]}, "invalid_blocks"),
    ("chat.postMessage", {"channel": GENERAL, "blocks": [DIVIDER] * 51}, "invalid_blocks"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "attachments": "a"}, "invalid_attachments"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "attachments": [1]}, "invalid_attachments"),
    ("chat.postMessage", {"channel": GENERAL, "attachments": [{"text": "a"}] * 101}, "too_many_attachments"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "metadata": "{"}, "invalid_metadata_format"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "metadata": [1]}, "invalid_metadata_format"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "thread_ts": "yesterday"}, "invalid_thread_ts"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "thread_ts": "0"}, "invalid_thread_ts"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "unfurl_links": "perhaps"}, "invalid_arguments"),
    ("chat.update", {"channel": GENERAL, "ts": "1.000000", "text": "a"}, "message_not_found"),
    ("chat.update", {"channel": GENERAL, "ts": "$said", "text": "a"}, "cant_update_message"),
    ("chat.update", {"channel": GENERAL, "ts": "$own", "text": "a" * 4_001}, "msg_too_long"),
    ("chat.update", {"channel": GENERAL, "ts": "$own"}, "no_text"),
    ("chat.update", {"channel": GENERAL, "ts": "$own", "text": ""}, "no_text"),
    ("chat.update", {"channel": GENERAL, "ts": "$own", "blocks": [], "text": ""}, "no_text"),
    ("chat.update", {"channel": ARCHIVED, "ts": "$archived", "text": "a"}, "is_inactive"),
    ("chat.update", {"channel": GENERAL, "ts": "$stream", "text": "a"}, "streaming_state_conflict"),
    ("chat.update", {"channel": GENERAL, "text": "a"}, "invalid_arguments"),
    ("chat.delete", {"channel": GENERAL, "ts": "1.000000"}, "message_not_found"),
    ("chat.delete", {"channel": GENERAL, "ts": "$said"}, "cant_delete_message"),
    ("chat.delete", {"channel": NOWHERE, "ts": "$own"}, "channel_not_found"),
    ("chat.postEphemeral", {"channel": GENERAL, "text": "a"}, "invalid_arguments"),
    ("chat.postEphemeral", {"channel": SECRET_ROOM, "user": MILLER, "text": "a"}, "user_not_in_channel"),
    ("chat.postEphemeral", {"channel": GENERAL, "user": SATO}, "no_text"),
    ("chat.getPermalink", {"channel": GENERAL, "message_ts": "1.000000"}, "message_not_found"),
    ("chat.scheduleMessage", {"channel": GENERAL, "text": "a", "post_at": 1}, "time_in_past"),
    ("chat.scheduleMessage", {"channel": GENERAL, "text": "a", "post_at": "soon"}, "invalid_time"),
    ("chat.scheduleMessage", {"channel": GENERAL, "text": "a", "post_at": 9_999_999_999}, "time_too_far"),
    ("chat.scheduleMessage", {"channel": GENERAL, "text": "a"}, "invalid_arguments"),
    ("chat.scheduledMessages.list", {"channel": NOWHERE}, "invalid_channel"),
    (
        "chat.deleteScheduledMessage",
        {"channel": GENERAL, "scheduled_message_id": "Q0"},
        "invalid_scheduled_message_id",
    ),
]

STREAMS: list[tuple[str, dict[str, Any], str]] = [
    ("chat.startStream", {"channel": GENERAL, **TO_SATO}, "invalid_arguments"),
    ("chat.startStream", {"channel": GENERAL, "thread_ts": "1700000000.000000", **TO_SATO}, "invalid_thread_ts"),
    ("chat.startStream", {"channel": GENERAL, "thread_ts": "a", **TO_SATO}, "invalid_thread_ts"),
    ("chat.startStream", {"channel": GENERAL, "thread_ts": "$said"}, "missing_recipient_team_id"),
    (
        "chat.startStream",
        {"channel": GENERAL, "thread_ts": "$said", "recipient_team_id": TEAM},
        "missing_recipient_user_id",
    ),
    (
        "chat.startStream",
        {"channel": GENERAL, "thread_ts": "$said", **TO_SATO, "recipient_user_id": "U0"},
        "user_not_found",
    ),
    (
        "chat.startStream",
        {"channel": GENERAL, "thread_ts": "$said", **TO_SATO, "recipient_team_id": "T0"},
        "team_not_found",
    ),
    ("chat.startStream", {"channel": GENERAL, "thread_ts": "$said", **TO_SATO, "chunks": [{}]}, "invalid_chunks"),
    (
        "chat.startStream",
        {"channel": GENERAL, "thread_ts": "$said", **TO_SATO, "task_display_mode": "list"},
        "invalid_arguments",
    ),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$stream"}, "no_text"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$stream", "markdown_text": "a" * 12_001}, "msg_too_long"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$long", "markdown_text": "a" * 12_000}, "msg_too_long"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$stream", "chunks": "a"}, "invalid_chunks"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$stream", "chunks": {}}, "invalid_chunks"),
    (
        "chat.appendStream",
        {"channel": GENERAL, "ts": "$stream", "chunks": [{"type": "blocks", "blocks": [{"type": "x"}]}]},
        "invalid_blocks",
    ),
    (
        "chat.appendStream",
        {
            "channel": GENERAL,
            "ts": "$stream",
            "chunks": [{"type": "task_update", "id": "1", "title": "a", "status": "x"}],
        },
        "invalid_chunks",
    ),
    (
        "chat.appendStream",
        {"channel": GENERAL, "ts": "$stream", "markdown_text": "a", "chunks": [{"type": "markdown_text", "text": "a"}]},
        "invalid_arguments",
    ),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$own", "markdown_text": "a"}, "message_not_in_streaming_state"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$said", "markdown_text": "a"}, "message_not_owned_by_app"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "1.0", "markdown_text": "a"}, "message_not_found"),
    ("chat.stopStream", {"channel": GENERAL, "ts": "$own"}, "message_not_in_streaming_state"),
    ("chat.stopStream", {"channel": GENERAL, "ts": "$stream"}, "no_text"),
    ("chat.stopStream", {"channel": GENERAL, "ts": "$long", "blocks": [{"type": "x"}]}, "invalid_blocks"),
]

PLACES: list[tuple[str, dict[str, Any], str]] = [
    ("conversations.open", {}, "users_list_not_supplied"),
    ("conversations.open", {"users": "U0NOBODY"}, "user_not_found"),
    ("conversations.open", {"users": BOT}, "user_not_found"),
    ("conversations.open", {"users": ",".join(f"U{n}" for n in range(9))}, "too_many_users"),
    ("conversations.open", {"channel": GENERAL}, "method_not_supported_for_channel_type"),
    ("conversations.info", {"channel": CLOSED_DOOR}, "channel_not_found"),
    ("conversations.list", {"types": "public"}, "invalid_types"),
    ("conversations.list", {"limit": "many"}, "invalid_limit"),
    ("conversations.list", {"limit": 1001}, "invalid_limit"),
    ("conversations.list", {"cursor": "!"}, "invalid_cursor"),
    ("conversations.list", {"cursor": "bmV4dDph"}, "invalid_cursor"),
    ("users.conversations", {"user": "U0NOBODY"}, "user_not_found"),
    ("conversations.members", {"channel": NOWHERE}, "channel_not_found"),
    ("conversations.join", {"channel": SECRET_ROOM}, "method_not_supported_for_channel_type"),
    ("conversations.join", {"channel": ARCHIVED}, "is_archived"),
    ("conversations.invite", {"channel": GENERAL}, "no_user"),
    ("conversations.invite", {"channel": "$dm", "users": MILLER}, "method_not_supported_for_channel_type"),
    ("conversations.invite", {"channel": OTHERS, "users": MILLER}, "not_in_channel"),
    ("conversations.invite", {"channel": ARCHIVED, "users": MILLER}, "is_archived"),
    ("conversations.invite", {"channel": GENERAL, "users": BOT}, "cant_invite_self"),
    ("conversations.invite", {"channel": GENERAL, "users": MILLER}, "already_in_channel"),
    ("conversations.invite", {"channel": GENERAL, "users": "U0NOBODY"}, "user_not_found"),
    ("conversations.mark", {"channel": GENERAL, "ts": "a"}, "invalid_timestamp"),
    ("conversations.mark", {"channel": OTHERS, "ts": "1700000000.000000"}, "not_in_channel"),
    ("conversations.history", {"channel": OTHERS}, "not_in_channel"),
    ("conversations.history", {"channel": GENERAL, "oldest": "a"}, "invalid_ts_oldest"),
    ("conversations.history", {"channel": GENERAL, "latest": "a"}, "invalid_ts_latest"),
    ("conversations.history", {"channel": GENERAL, "cursor": "YQ=="}, "invalid_cursor"),
    ("conversations.replies", {"channel": GENERAL, "ts": "1700000000.000000"}, "thread_not_found"),
    ("conversations.replies", {"channel": GENERAL, "ts": "a"}, "thread_not_found"),
    ("conversations.replies", {"channel": OTHERS, "ts": "1700000000.000000"}, "not_in_channel"),
    ("users.info", {"user": "U0NOBODY"}, "user_not_found"),
    ("users.lookupByEmail", {"email": "nobody@example.jp"}, "users_not_found"),
    ("users.profile.get", {"user": "U0NOBODY"}, "user_not_found"),
    ("bots.info", {"bot": "B0OTHER"}, "bot_not_found"),
    ("team.info", {"team": "T0OTHER"}, "team_not_found"),
    ("reactions.add", {"channel": GENERAL, "timestamp": "$said", "name": "ねじ"}, "invalid_name"),
    ("reactions.add", {"channel": GENERAL, "name": "tada"}, "no_item_specified"),
    ("reactions.add", {"channel": GENERAL, "timestamp": "a", "name": "tada"}, "bad_timestamp"),
    ("reactions.add", {"channel": GENERAL, "timestamp": "1700000000.000000", "name": "tada"}, "message_not_found"),
    ("reactions.add", {"channel": GENERAL, "timestamp": "$own", "name": "tada"}, "already_reacted"),
    ("reactions.add", {"channel": ARCHIVED, "timestamp": "$archived", "name": "tada"}, "is_archived"),
    ("reactions.remove", {"channel": GENERAL, "timestamp": "$said", "name": "tada"}, "no_reaction"),
]

VIEWS_AND_FILES: list[tuple[str, dict[str, Any], str]] = [
    ("views.open", {"view": MODAL}, "invalid_arguments"),
    ("views.open", {"trigger_id": "$trigger"}, "invalid_arguments"),
    ("views.open", {"trigger_id": "$trigger", "view": "{"}, "invalid_arguments"),
    ("views.open", {"trigger_id": "$trigger", "view": [MODAL]}, "invalid_arguments"),
    ("views.open", {"trigger_id": "$trigger", "view": HOME}, "invalid_arguments"),
    ("views.open", {"trigger_id": "$spent", "view": MODAL}, "exchanged_trigger_id"),
    ("views.open", {"trigger_id": "$expired", "view": MODAL}, "expired_trigger_id"),
    ("views.open", {"trigger_id": "1.2.abc", "view": MODAL}, "invalid_trigger_id"),
    ("views.open", {"trigger_id": "$trigger", "view": {**MODAL, "x": "あ" * 84_000}}, "view_too_large"),
    ("views.open", {"trigger_id": "$trigger", "view": {**MODAL, "external_id": "used"}}, "duplicate_external_id"),
    ("views.push", {"trigger_id": "$miller", "view": MODAL}, "not_found"),
    ("views.push", {"trigger_id": "$trigger", "view": MODAL}, "push_limit_reached"),
    ("views.update", {"view": MODAL}, "invalid_arguments"),
    ("views.update", {"view_id": "V0", "view": MODAL}, "not_found"),
    ("views.update", {"external_id": "unused", "view": MODAL}, "not_found"),
    ("views.update", {"external_id": "used", "view": HOME}, "invalid_arguments"),
    ("views.update", {"external_id": "used", "hash": "0.old", "view": MODAL}, "hash_conflict"),
    ("views.publish", {"user_id": "U0NOBODY", "view": HOME}, "invalid_arguments"),
    ("views.publish", {"user_id": SATO, "view": MODAL}, "invalid_arguments"),
    ("views.publish", {"user_id": SATO, "hash": "0.old", "view": HOME}, "hash_conflict"),
    ("assistant.threads.setStatus", {"channel_id": NOWHERE, "thread_ts": "$said", "status": "a"}, "channel_not_found"),
    ("assistant.threads.setStatus", {"channel_id": OTHERS, "thread_ts": "$said", "status": "a"}, "channel_not_found"),
    ("assistant.threads.setStatus", {"channel_id": GENERAL, "thread_ts": "1.0", "status": "a"}, "invalid_thread_ts"),
    ("assistant.threads.setStatus", {"channel_id": GENERAL, "thread_ts": "$said"}, "invalid_arguments"),
    (
        "assistant.threads.setStatus",
        {"channel_id": GENERAL, "thread_ts": "$said", "status": "a", "loading_messages": ["a"] * 11},
        "invalid_arguments",
    ),
    (
        "assistant.threads.setStatus",
        {"channel_id": GENERAL, "thread_ts": "$said", "status": "a", "loading_messages": [1]},
        "invalid_arguments",
    ),
    ("assistant.threads.setTitle", {"channel_id": GENERAL, "thread_ts": "$said"}, "invalid_arguments"),
    ("assistant.threads.setSuggestedPrompts", {"channel_id": GENERAL}, "invalid_arguments"),
    ("assistant.threads.setSuggestedPrompts", {"channel_id": GENERAL, "prompts": [PROMPT] * 5}, "invalid_arguments"),
    (
        "assistant.threads.setSuggestedPrompts",
        {"channel_id": GENERAL, "prompts": [{"title": "a"}]},
        "invalid_arguments",
    ),
    ("assistant.threads.setSuggestedPrompts", {"channel_id": GENERAL, "prompts": "{"}, "invalid_arguments"),
    ("files.getUploadURLExternal", {"filename": "a.pdf", "length": 0}, "missing_argument"),
    ("files.getUploadURLExternal", {"filename": "a.pdf", "length": 1_000_000_001}, "file_upload_size_restricted"),
    ("files.getUploadURLExternal", {"length": 1}, "invalid_arguments"),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}]}, "file_not_found"),
    ("files.completeUploadExternal", {"files": [{"title": "a"}]}, "invalid_arguments"),
    ("files.completeUploadExternal", {}, "invalid_arguments"),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}], "channel_id": NOWHERE}, "channel_not_found"),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}], "channel_id": OTHERS}, "not_in_channel"),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}], "channel_id": CLOSED_DOOR}, "channel_not_found"),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}], "channels": ["C"] * 101}, "channels_limit_exceeded"),
    ("files.info", {"file": "F0"}, "file_not_found"),
    ("files.info", {"file": "$hidden"}, "file_not_found"),
    ("files.delete", {"file": "$shared"}, "cant_delete_file"),
]


def _world(one: Running) -> dict[str, Any]:
    """Fill the workspace; return what the $ names stand for."""
    state = one.state
    app = {"bot_id": "B0BOT", "app_id": "A0APP"}
    said = one.said()
    own = state.add_message(GENERAL, BOT, text="答え", **app)
    state.react(own, "tada", BOT, add=True)
    touched = one.workspace._services.monotonic()
    stream = state.add_message(GENERAL, BOT, thread_ts=said.ts, streaming=True, stream_touched=touched, **app)
    long = state.add_message(
        GENERAL, BOT, thread_ts=said.ts, streaming=True, stream_touched=touched, markdown="a" * 30_000, **app
    )
    archived = state.im_between(BOT, MILLER)
    state.channels[ARCHIVED] = replace(archived, id=ARCHIVED, kind="public", name="old")
    old = state.add_message(ARCHIVED, BOT, text="昔", **app)
    state.set_archived(ARCHIVED)
    state.open_view(SATO, {**MODAL, "external_id": "used"})
    state.push_view(SATO, MODAL)
    state.push_view(SATO, MODAL)
    state.publish_home(SATO, HOME)
    shared, hidden = state.add_file(SATO, "a.txt", b"a"), state.add_file(SATO, "b.txt", b"b")
    state.share_files(SATO, GENERAL, [shared.id])
    state.share_files(SATO, CLOSED_DOOR, [hidden.id])
    return {
        "$said": said.ts,
        "$own": own.ts,
        "$stream": stream.ts,
        "$long": long.ts,
        "$archived": old.ts,
        "$dm": one.dm().id,
        "$shared": shared.id,
        "$hidden": hidden.id,
        **_triggers(one),
    }


def _triggers(one: Running) -> dict[str, str]:
    delivery = one.workspace.delivery
    triggers = delivery._triggers
    spent, expired = triggers.issue(SATO), triggers.issue(SATO)
    delivery.use_trigger(spent)
    triggers._grants[expired].until = 0.0
    return {
        "$spent": spent,
        "$expired": expired,
        "$trigger": triggers.issue(SATO),
        "$miller": triggers.issue(MILLER),
    }


@pytest.mark.parametrize(("method", "arguments", "error"), [*CHAT, *STREAMS, *PLACES, *VIEWS_AND_FILES])
def test_refusal(method: str, arguments: dict[str, Any], error: str) -> None:
    async def scenario() -> str:
        async with running() as one:
            world = _world(one)
            given = {
                name: world.get(value, value) if isinstance(value, str) else value for name, value in arguments.items()
            }
            before = len(one.changes)
            refusal = await _refusal(one, method, given)
            assert one.changes[before:] == []  # what is refused has changed nothing
            return refusal

    assert asyncio.run(scenario()) == error


async def _refusal(one: Running, method: str, given: dict[str, Any]) -> str:
    from slack_sdk.errors import SlackApiError

    from bot.workspace.web_api.registry import METHODS

    if METHODS[method].takes_json:
        return await one.error(method, **given)
    with pytest.raises(SlackApiError) as refused:
        await one.form(method, **given)
    return str(refused.value.response["error"])


def test_a_full_window_takes_no_more_scheduled_messages() -> None:
    async def scenario() -> str:
        async with running() as one:
            at = (int(one.state.clock.timestamp()) // 300 + 2) * 300
            for second in range(30):
                await one.call("chat.scheduleMessage", channel=GENERAL, text="a", post_at=at + second)
            await one.call("chat.scheduleMessage", channel=GENERAL, text="a", post_at=at + 300)
            return await one.error("chat.scheduleMessage", channel=GENERAL, text="a", post_at=at + 299)

    assert asyncio.run(scenario()) == "restricted_too_many"


def test_a_stream_takes_fifty_blocks() -> None:
    chunk = {"type": "blocks", "blocks": [DIVIDER] * 25}

    async def scenario() -> str:
        async with running() as one:
            place = {"channel": GENERAL, "ts": _world(one)["$stream"]}
            await one.call("chat.appendStream", **place, chunks=[chunk, chunk])
            return await one.error("chat.appendStream", **place, chunks=[{"type": "blocks", "blocks": [DIVIDER]}])

    assert asyncio.run(scenario()) == "msg_blocks_too_many"


@pytest.mark.parametrize(
    ("channel", "needed"), [(SECRET_ROOM, "groups:write.invites,groups:write"), (SATO, "im:write")]
)
def test_the_scope_is_that_of_the_kind_of_channel(channel: str, needed: str) -> None:
    method = "conversations.open" if channel == SATO else "conversations.invite"
    app = AppCredentials(scopes=frozenset({"channels:manage"}))

    async def scenario() -> dict[str, Any]:
        async with running(app=app) as one:
            return await one.refused(method, channel=None if channel == SATO else channel, users=channel)

    refusal = asyncio.run(scenario())
    assert (refusal["error"], refusal["needed"]) == ("missing_scope", needed)
