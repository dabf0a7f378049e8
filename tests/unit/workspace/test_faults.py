"""Faults on command, each seen from the app's side, and the control endpoints."""

from __future__ import annotations

from datetime import timedelta

import aiohttp
import pytest
from aiohttp.test_utils import make_mocked_request
from aiohttp.web import Request, Response, StreamResponse
from slack_sdk.errors import SlackApiError

from bot.workspace.delivery import Delivery
from bot.workspace.faults import Faults
from bot.workspace.state import WorkspaceState
from tests.unit.workspace.delivery_host import (
    GENERAL,
    SATO,
    SEED,
    HandClock,
    Host,
    heard,
    hosted,
    raw_socket,
    run,
    settled,
)


def _texts(host: Host) -> list[str]:
    return [message.text for message in host.state.history(GENERAL)]


@pytest.mark.loopback
def test_a_call_hung_up_on_has_no_effect_and_a_lost_response_has_one() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            client = host.client()
            host.faults.accept_then_hang_up("chat.postMessage")
            with pytest.raises(aiohttp.ServerDisconnectedError):
                await client.chat_postMessage(channel=GENERAL, text="one")
            assert _texts(host) == []
            host.faults.lose_response("chat.postMessage")
            with pytest.raises(aiohttp.ServerDisconnectedError):
                await client.chat_postMessage(channel=GENERAL, text="two")
            assert _texts(host) == ["two"]
            await client.chat_postMessage(channel=GENERAL, text="three")
            assert _texts(host) == ["three", "two"]

    run(scenario)


@pytest.mark.loopback
def test_rate_limits_and_server_errors_come_as_often_as_asked_and_for_the_method_alone() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            client = host.client()
            host.faults.rate_limit("chat.postMessage", times=1, retry_after=7)
            assert (await client.auth_test())["ok"] is True
            host.faults.server_error("*", times=1)
            assert [fault["times"] for fault in host.faults.pending()] == [1, 1]
            with pytest.raises(SlackApiError) as limited:
                await client.chat_postMessage(channel=GENERAL, text="one")
            assert limited.value.response.status_code == 429
            assert limited.value.response["error"] == "ratelimited"
            assert limited.value.response.headers["Retry-After"] == "7"
            with pytest.raises(SlackApiError) as broken:
                await client.auth_test()
            assert broken.value.response.status_code == 500
            assert host.faults.pending() == []
            assert (await client.auth_test())["ok"] is True
            assert _texts(host) == []

    run(scenario)


def test_a_delayed_call_waits_and_is_then_carried_out() -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async def handler(request: Request) -> StreamResponse:
        assert slept == [2.5]
        return Response(text="done")

    async def scenario() -> None:
        state = WorkspaceState(SEED)
        faults = Faults(state, Delivery(state), sleep=sleep)
        faults.delay("chat.update", 2.5)
        response = await faults.middleware(make_mocked_request("POST", "/api/chat.update"), handler)
        assert isinstance(response, Response)
        assert response.text == "done"
        await faults.middleware(make_mocked_request("POST", "/api/chat.update"), handler)
        assert slept == [2.5]

    run(scenario)


@pytest.mark.loopback
def test_a_lagging_history_does_not_show_what_was_just_said() -> None:
    async def scenario() -> None:
        clock = HandClock()
        async with hosted(monotonic=clock) as host:
            client = host.client()
            root = host.state.say(SATO, GENERAL, "old")
            clock.seconds += 2.0
            host.faults.lag_history(1.5)
            host.state.say(SATO, GENERAL, "new")
            host.state.say(SATO, GENERAL, "reply", thread_ts=root.ts)
            host.state.advance_clock(timedelta(days=1))  # the workspace's own time does not make it appear
            shown = await client.conversations_history(channel=GENERAL)
            assert [message["text"] for message in shown["messages"]] == ["old"]
            thread = await client.conversations_replies(channel=GENERAL, ts=root.ts)
            assert [message["text"] for message in thread["messages"]] == ["old"]
            clock.seconds += 1.6
            shown = await client.conversations_history(channel=GENERAL)
            assert [message["text"] for message in shown["messages"]] == ["new", "old"]

    run(scenario)


@pytest.mark.loopback
def test_an_event_can_be_delivered_more_than_once_under_one_id() -> None:
    async def scenario() -> None:
        async with hosted() as host, raw_socket(host) as socket:
            host.faults.repeat_event(2)
            host.state.say(SATO, GENERAL, "once")
            envelopes = [await heard(socket) for _ in range(3)]
            for envelope in envelopes:
                await socket.send_json({"envelope_id": envelope["envelope_id"]})
            await settled(host)
            assert len({envelope["payload"]["event_id"] for envelope in envelopes}) == 1
            assert len({envelope["envelope_id"] for envelope in envelopes}) == 3
            host.faults.clear()
            for text in ("two", "three"):
                host.state.say(SATO, GENERAL, text)
            assert [(await heard(socket))["payload"]["event"]["text"] for _ in range(2)] == ["two", "three"]

    run(scenario)


@pytest.mark.loopback
def test_sockets_can_be_refused_dropped_and_asked_to_go() -> None:
    async def scenario() -> None:
        async with hosted() as host, aiohttp.ClientSession() as session:
            host.faults.refuse_sockets(1)
            ticket = host.delivery.open_ticket()
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await session.ws_connect(ticket)
            assert refused.value.status == 503
            async with session.ws_connect(ticket) as socket:  # the refusal did not use the ticket up
                assert (await heard(socket))["type"] == "hello"
                await host.faults.disconnect("warning")
                message = await heard(socket)
                assert (message["type"], message["reason"]) == ("disconnect", "warning")
                assert host.delivery.sockets.open_count == 0
            async with raw_socket(host) as one, raw_socket(host) as two:
                assert host.faults.drop_socket(1) == 1
                assert (await one.receive()).type in (aiohttp.WSMsgType.CLOSED, aiohttp.WSMsgType.ERROR)
                host.state.say(SATO, GENERAL, "for the one that is left")
                assert (await heard(two))["type"] == "events_api"

    run(scenario)
