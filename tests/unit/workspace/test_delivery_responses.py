"""response_url: what an app may do with it, how often and how long."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.unit.workspace.delivery_host import (
    BOT,
    BUTTON,
    GENERAL,
    MODAL,
    SATO,
    HandClock,
    Host,
    Json,
    hosted,
    raw_socket,
    run,
)

pytestmark = pytest.mark.loopback


async def _pressed(host: Host, **fields: Any) -> tuple[Any, AsyncWebhookClient]:
    """Press the button of a new message; return the message and a client of its response_url."""
    async with raw_socket(host) as socket:
        message = host.ask(**fields)
        pressing = asyncio.create_task(host.delivery.press(SATO, message, {"block_id": "row", "action_id": "go"}))
        while True:
            envelope: Json = await socket.receive_json()
            await socket.send_json({"envelope_id": envelope["envelope_id"]})
            if envelope["type"] == "interactive":
                break
        assert await pressing == {"ok": True}
    return message, AsyncWebhookClient(envelope["payload"]["response_url"], retry_handlers=[])


def test_an_answer_is_for_the_person_alone_unless_it_says_otherwise() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            original, answer = await _pressed(host)
            assert (await answer.send(text="for <you> & https://example.com")).body == "ok"
            (alone,) = host.state.ephemerals.values()
            assert (alone.ephemeral_to, alone.user, alone.app_id) == (SATO, BOT, "A0APP")
            assert alone.text == "for &lt;you&gt; &amp; <https://example.com>"
            await answer.send(text="for all", response_type="in_channel")
            assert [said.text for said in host.state.history(GENERAL)] == ["for all", "Go?"]
            assert original.text == "Go?"

    run(scenario)


def test_an_answer_can_replace_the_message_it_answers() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            message, answer = await _pressed(host)
            # Written as in Slack's own examples: "true", a string.
            assert (await answer.send_dict({"text": "done", "replace_original": "true"})).status_code == 200
            assert (message.text, message.blocks) == ("done", [])
            assert message.edited_ts is not None
            assert len(host.state.history(GENERAL)) == 1

    run(scenario)


def test_an_answer_can_replace_and_delete_an_ephemeral_message() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            message, answer = await _pressed(host, ephemeral_to=SATO)
            await answer.send(text="done", replace_original=True)
            assert message.text == "done"
            await answer.send(delete_original=True)
            assert host.state.ephemerals == {}
            assert host.state.history(GENERAL) == []

    run(scenario)


def test_an_answer_can_delete_the_message_and_then_has_nothing_to_replace() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            _, answer = await _pressed(host)
            await answer.send(delete_original=True)
            assert host.state.history(GENERAL) == []
            again = await answer.send(text="too late", replace_original=True)
            assert (again.status_code, "message_not_found" in again.body) == (400, True)

    run(scenario)


def test_an_address_takes_five_answers() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            _, answer = await _pressed(host)
            statuses = [(await answer.send(text=f"{number}")).status_code for number in range(6)]
            assert statuses == [200] * 5 + [404]
            assert len(host.state.ephemerals) == 5
            assert "used_url" in (await answer.send(text="more")).body

    run(scenario)


def test_an_address_lasts_half_an_hour() -> None:
    async def scenario() -> None:
        clock = HandClock()
        async with hosted(monotonic=clock) as host:
            _, answer = await _pressed(host)
            clock.seconds += 1799
            assert (await answer.send(text="in time")).status_code == 200
            clock.seconds += 2
            late = await answer.send(text="late")
            assert (late.status_code, "expired_url" in late.body) == (404, True)

    run(scenario)


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({}, "no_text"),
        ({"text": 5}, "no_text"),
        ({"text": "a" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": [{"type": "no_such_block"}]}, "invalid_blocks"),
        ({"text": "x", "thread_ts": "1.000001"}, "thread_not_found"),
        (["text"], "invalid_payload"),
    ],
)
def test_an_answer_that_says_nothing_or_cannot_be_shown_is_refused(body: object, error: str) -> None:
    async def scenario() -> None:
        async with hosted() as host, aiohttp.ClientSession() as session:
            _, answer = await _pressed(host)
            async with session.post(answer.url, json=body) as refused:
                assert refused.status == 400
                assert (await refused.json())["error"] == error
            assert host.state.ephemerals == {}

    run(scenario)


def test_an_invented_address_answers_nothing() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            answer = await AsyncWebhookClient(f"{host.workspace.url}/response/guess").send(text="hello")
            assert (answer.status_code, "no_such_url" in answer.body) == (404, True)

    run(scenario)


def test_a_modal_with_a_conversation_to_answer_in_brings_an_address_for_it() -> None:
    select = {"type": "conversations_select", "action_id": "where", "response_url_enabled": True}
    block = {**MODAL["blocks"][0], "block_id": "to", "element": select}
    without = {**block, "block_id": "plain", "element": {**select, "response_url_enabled": False}}
    chosen = {"where": {"type": "conversations_select", "selected_conversation": GENERAL}}
    entered = {"to": chosen, "plain": chosen}

    async def scenario() -> None:
        async with hosted() as host, raw_socket(host) as socket:
            view = host.modal(blocks=[block, without, BUTTON])
            submitting = asyncio.create_task(host.delivery.submit_view(SATO, view.id, entered))
            envelope: Json = await socket.receive_json()
            await socket.send_json({"envelope_id": envelope["envelope_id"], "payload": {}})
            assert (await submitting)["ok"] is True
            (url,) = envelope["payload"]["response_urls"]
            assert (url["block_id"], url["action_id"], url["channel_id"]) == ("to", "where", GENERAL)
            await AsyncWebhookClient(url["response_url"]).send(text="noted", response_type="in_channel")
            assert [said.text for said in host.state.history(GENERAL)] == ["noted"]

    run(scenario)
