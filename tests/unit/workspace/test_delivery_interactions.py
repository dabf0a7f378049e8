"""What people do, as a Bolt app over a socket gets it and answers it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.workspace.delivery import Timing
from bot.workspace.errors import ApiError
from tests.unit.workspace.delivery_host import (
    BOT,
    GENERAL,
    MILLER,
    MODAL,
    SATO,
    SECRET_ROOM,
    HandClock,
    Json,
    answering,
    hosted,
    raw_socket,
    run,
    soon,
)

pytestmark = pytest.mark.loopback
GO: Json = {"block_id": "row", "action_id": "go"}
IMPATIENT = Timing(acknowledge_s=0.2)
Ack = Callable[..., Awaitable[Any]]


def test_a_pressed_button_reaches_its_listener_with_all_that_slack_sends() -> None:
    got: asyncio.Queue[Json] = asyncio.Queue()

    def answer(app: AsyncApp) -> None:
        @app.action("go")
        async def on_go(ack: Ack, body: Json) -> None:
            await ack()
            await got.put(body)

    async def scenario() -> None:
        async with answering(answer) as host:
            message = host.ask()
            assert await host.delivery.press(SATO, message, GO, {}) == {"ok": True}
            body = await soon(got)
            (action,) = body.pop("actions")
            assert (action["type"], action["action_id"], action["block_id"]) == ("button", "go", "row")
            assert (action["value"], action["text"]["text"]) == ("ref-1", "Go")
            assert body["container"] == {
                "type": "message",
                "message_ts": message.ts,
                "channel_id": GENERAL,
                "is_ephemeral": False,
            }
            assert body["user"] == {"id": SATO, "username": "sato", "name": "sato", "team_id": "T0LOCAL"}
            assert body["channel"] == {"id": GENERAL, "name": "general"}
            assert (body["message"]["ts"], body["message"]["text"]) == (message.ts, "Go?")
            assert body["response_url"].startswith(f"{host.workspace.url}/response/")
            assert {"trigger_id", "team", "api_app_id", "state", "token", "is_enterprise_install"} <= set(body)
            assert host.errors_shown() == []

    run(scenario)


def test_an_ephemeral_message_is_named_but_not_shown_in_the_payload() -> None:
    async def scenario() -> None:
        async with hosted() as host, raw_socket(host) as socket:
            message = host.ask(ephemeral_to=SATO)
            pressing = asyncio.create_task(host.delivery.press(SATO, message, GO))
            envelope: Json = await socket.receive_json()
            await socket.send_json({"envelope_id": envelope["envelope_id"]})
            assert await pressing == {"ok": True}
            assert envelope["type"] == "interactive"
            assert envelope["accepts_response_payload"] is True
            assert envelope["payload"]["container"]["is_ephemeral"] is True
            assert "message" not in envelope["payload"]

    run(scenario)


@pytest.mark.parametrize(
    ("user", "text"),
    [
        (SATO, "エラーが発生しました。もう一度お試しください。"),
        (MILLER, "Oh no, something went wrong. Please try that again."),
    ],
)
def test_who_presses_a_button_that_nobody_acknowledges_is_told_in_their_language(user: str, text: str) -> None:
    def answer(app: AsyncApp) -> None:
        @app.action("go")
        async def on_go() -> None:
            """Never acknowledge."""

    async def scenario() -> None:
        async with answering(answer, timing=IMPATIENT) as host:
            message = host.ask()
            result = await host.delivery.press(user, message, GO, {})
            assert result == {"ok": False, "error": "operation_timeout", "text": text}
            (shown,) = [change for change in host.changes if change.kind == "app_error"]
            assert (shown.user, shown.channel) == (user, GENERAL)
            expected = {"where": "action", "error": "operation_timeout", "text": text, "message_ts": message.ts}
            assert shown.data == expected

    run(scenario)


def test_an_act_with_no_app_connected_fails_at_once_and_is_not_sent_later() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            result = await host.delivery.press(SATO, host.ask(), GO, {})
            assert (result["ok"], result["error"]) == (False, "dispatch_failed")
            async with raw_socket(host) as socket:
                host.state.say(SATO, GENERAL, "next")
                next_one = await socket.receive_json()
                assert next_one["type"] == "events_api"

    run(scenario)


def test_an_element_that_is_not_there_cannot_be_pressed() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            with pytest.raises(ApiError, match="not_found"):
                await host.delivery.press(SATO, host.ask(), {"block_id": "row", "action_id": "other"}, {})

    run(scenario)


def test_a_trigger_opens_one_modal_within_three_seconds() -> None:
    triggers: asyncio.Queue[str] = asyncio.Queue()
    clock = HandClock()

    def answer(app: AsyncApp) -> None:
        @app.action("go")
        async def on_go(ack: Ack, body: Json) -> None:
            await ack()
            await triggers.put(body["trigger_id"])

    async def scenario() -> None:
        async with answering(answer, monotonic=clock) as host:
            message, client = host.ask(), host.client()
            for _ in range(2):
                await host.delivery.press(SATO, message, GO, {})
            good, late = await soon(triggers), await soon(triggers)
            clock.seconds += 2.9
            opened = await client.views_open(trigger_id=good, view=MODAL)
            assert opened["view"]["callback_id"] == "form"
            assert [view.callback_id for view in host.state.stack(SATO)] == ["form"]
            assert await _refusal(client, good) == "exchanged_trigger_id"
            clock.seconds += 0.2
            assert await _refusal(client, late) == "expired_trigger_id"
            assert await _refusal(client, "1.2.3") == "invalid_trigger_id"

    run(scenario)


async def _refusal(client: AsyncWebClient, trigger_id: str) -> str:
    with pytest.raises(SlackApiError) as refused:
        await client.views_open(trigger_id=trigger_id, view=MODAL)
    return str(refused.value.response["error"])


def test_a_slash_command_is_answered_to_the_person_alone() -> None:
    def answer(app: AsyncApp) -> None:
        @app.command("/ask")
        async def on_ask(ack: Ack, command: Json) -> None:
            await ack(f"{command['text']} in {command['channel_name']} by {command['user_id']}")

    async def scenario() -> None:
        async with answering(answer) as host:
            assert await host.delivery.slash(SATO, SECRET_ROOM, "/ask", "why") == {"ok": True}
            (message,) = host.state.ephemerals.values()
            assert (message.user, message.ephemeral_to, message.channel) == (BOT, SATO, SECRET_ROOM)
            assert message.text == f"why in privategroup by {SATO}"
            unknown = await host.delivery.slash(MILLER, GENERAL, "/other", "")
            assert unknown["text"] == '/other failed with the error "operation_timeout"'

    run(scenario)


def test_shortcuts_reach_their_listeners() -> None:
    got: asyncio.Queue[Json] = asyncio.Queue()

    def answer(app: AsyncApp) -> None:
        @app.shortcut("everywhere")
        async def on_global(ack: Ack, body: Json) -> None:
            await ack()
            await got.put(body)

        @app.message_shortcut("of_message")
        async def on_message(ack: Ack, body: Json) -> None:
            await ack()
            await got.put(body)

    async def scenario() -> None:
        async with answering(answer) as host:
            said = host.state.say(SATO, GENERAL, "これ")
            assert await host.delivery.shortcut(MILLER, "everywhere") == {"ok": True}
            assert await host.delivery.shortcut(MILLER, "of_message", said) == {"ok": True}
            everywhere, of_message = await soon(got), await soon(got)
            assert everywhere["type"] == "shortcut"
            assert "response_url" not in everywhere
            assert (of_message["type"], of_message["message"]["text"]) == ("message_action", "これ")
            assert of_message["channel"]["id"] == GENERAL

    run(scenario)
