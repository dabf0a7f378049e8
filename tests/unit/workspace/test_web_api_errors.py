"""Every refusal under Slack's name for it.

Each row of `refusals_*.py` is a call in the same world (`_world`).
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
    SATO,
    SECRET_ROOM,
    Running,
    running,
)
from tests.unit.workspace.refusals_elsewhere import PLACES, VIEWS_AND_FILES
from tests.unit.workspace.refusals_of_messages import CHAT, STREAMS

pytestmark = pytest.mark.loopback

MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "題"}, "blocks": [{"type": "divider"}]}
HOME = {"type": "home", "blocks": [{"type": "divider"}]}
DIVIDER = {"type": "divider"}
ARCHIVED = "C0ARCHIVED"


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
