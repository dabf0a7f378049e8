"""Socket Mode as an app meets it: by hand, and with Bolt's own handler."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp

from bot.workspace.delivery import Timing
from tests.unit.workspace.delivery_host import (
    DEADLINE_S,
    GENERAL,
    SATO,
    HandClock,
    connected,
    heard,
    hosted,
    listening,
    raw_socket,
    run,
    settled,
    soon,
)

pytestmark = pytest.mark.loopback
EAGER = Timing(acknowledge_s=0.2, retry_delays_s=(0.0, 0.0, 0.0))


def test_a_socket_is_greeted_as_slack_greets_it() -> None:
    async def scenario() -> None:
        async with hosted() as host, aiohttp.ClientSession() as session:
            url = host.delivery.open_ticket()
            assert url.startswith("ws://127.0.0.1:")
            async with session.ws_connect(url) as socket:
                hello = await heard(socket)
            assert hello["type"] == "hello"
            assert hello["num_connections"] == 1
            assert hello["connection_info"] == {"app_id": "A0APP"}
            assert "host" in hello["debug_info"]

    run(scenario)


def test_a_ticket_opens_one_socket_and_not_for_long() -> None:
    async def scenario() -> None:
        clock = HandClock()
        async with hosted(monotonic=clock) as host, aiohttp.ClientSession() as session:
            used, late = host.delivery.open_ticket(), host.delivery.open_ticket()
            async with session.ws_connect(used) as socket:
                await heard(socket)
                with pytest.raises(aiohttp.WSServerHandshakeError) as again:
                    await session.ws_connect(used)
            clock.seconds += 30.5
            with pytest.raises(aiohttp.WSServerHandshakeError) as expired:
                await session.ws_connect(late)
            assert (again.value.status, expired.value.status) == (403, 403)

    run(scenario)


def test_the_eleventh_socket_is_sent_away() -> None:
    async def scenario() -> None:
        async with hosted() as host, aiohttp.ClientSession() as session:
            sockets = [await session.ws_connect(host.delivery.open_ticket()) for _ in range(11)]
            greetings = [await heard(socket) for socket in sockets]
            assert [greeting["type"] for greeting in greetings] == ["hello"] * 10 + ["disconnect"]
            assert greetings[-1]["reason"] == "too_many_websockets"
            assert host.delivery.sockets.open_count == 10
            for socket in sockets:
                await socket.close()

    run(scenario)


def test_an_envelope_goes_to_one_of_two_sockets_in_turn() -> None:
    async def scenario() -> None:
        async with hosted() as host, raw_socket(host) as one, raw_socket(host) as two:
            for text in ("first", "second", "third", "fourth"):
                host.state.say(SATO, GENERAL, text)
            for socket, text in ((one, "first"), (two, "second"), (one, "third"), (two, "fourth")):
                envelope = await heard(socket)
                assert envelope["payload"]["event"]["text"] == text
                assert (envelope["retry_attempt"], envelope["retry_reason"]) == (0, "")
                assert envelope["accepts_response_payload"] is False
                await socket.send_json({"envelope_id": envelope["envelope_id"]})
            await settled(host)

    run(scenario)


def test_an_event_comes_again_until_it_is_acknowledged_and_a_late_acknowledgement_does_not_count() -> None:
    async def scenario() -> None:
        async with hosted(timing=EAGER) as host, raw_socket(host) as socket:
            host.state.say(SATO, GENERAL, "hello?")
            first, second = await heard(socket), await heard(socket)
            await socket.send_json({"envelope_id": first["envelope_id"]})  # too late
            third = await heard(socket)
            await socket.send_json({"envelope_id": third["envelope_id"]})
            await settled(host)
            told = [(one["retry_attempt"], one["retry_reason"]) for one in (first, second, third)]
            assert told == [(0, ""), (1, "timeout"), (2, "timeout")]
            assert len({one["payload"]["event_id"] for one in (first, second, third)}) == 1
            assert len({one["envelope_id"] for one in (first, second, third)}) == 3
            assert host.delivery.courier.lost == 0

    run(scenario)


def test_an_event_nobody_takes_is_given_up_after_the_last_repeat() -> None:
    async def scenario() -> None:
        async with hosted(timing=EAGER) as host, raw_socket(host) as socket:
            host.state.say(SATO, GENERAL, "hello?")
            attempts = [(await heard(socket))["retry_attempt"] for _ in range(4)]
            await settled(host)
            assert attempts == [0, 1, 2, 3]
            assert host.delivery.courier.lost == 1

    run(scenario)


def test_a_socket_cut_before_its_acknowledgement_leaves_the_event_to_the_next_one() -> None:
    async def scenario() -> None:
        timing = Timing(acknowledge_s=DEADLINE_S)  # so that the time limit cannot be what sends it again
        async with hosted(timing=timing) as host, raw_socket(host) as cut:
            host.state.say(SATO, GENERAL, "hello?")
            first = await heard(cut)
            host.faults.drop_socket()
            async with raw_socket(host) as next_one:
                again = await heard(next_one)
                await next_one.send_json({"envelope_id": again["envelope_id"]})
                await settled(host)
            assert again["retry_attempt"] == 1
            assert again["payload"] == first["payload"]

    run(scenario)


def test_an_event_waits_for_a_socket() -> None:
    async def scenario() -> None:
        async with hosted(timing=Timing(acknowledge_s=DEADLINE_S)) as host:
            host.state.say(SATO, GENERAL, "is anybody there?")
            async with raw_socket(host) as socket:
                envelope = await heard(socket)
                await socket.send_json({"envelope_id": envelope["envelope_id"]})
                await settled(host)
            assert envelope["retry_attempt"] == 0

    run(scenario)


@pytest.mark.parametrize("sent", ["not json", "[]", '{"envelope_id": 5}', '{"envelope_id": "another"}', "{}"])
def test_nonsense_from_the_app_acknowledges_nothing(sent: str) -> None:
    async def scenario() -> None:
        async with hosted(timing=EAGER) as host, raw_socket(host) as socket:
            host.state.say(SATO, GENERAL, "hello?")
            await heard(socket)
            await socket.send_str(sent)
            again = await heard(socket)
            await socket.send_json({"envelope_id": again["envelope_id"]})
            await settled(host)
            assert again["retry_attempt"] == 1

    run(scenario)


def test_bolt_hears_a_mention_twice_as_message_and_as_app_mention() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            app, got = host.bolt(), asyncio.Queue[tuple[str, Any]]()
            _listen(app, got)
            async with listening(host, app):
                host.state.say(SATO, GENERAL, "@minori おはよう")
                events = dict([await soon(got), await soon(got)])
                await settled(host)
            assert set(events) == {"message", "app_mention"}
            for body in events.values():
                assert body["event"]["text"] == "<@U0BOT> おはよう"
                assert body["event"]["user"] == SATO
                assert body["authorizations"][0]["user_id"] == "U0BOT"
            assert events["message"]["event"]["channel_type"] == "channel"
            assert events["message"]["event_id"] != events["app_mention"]["event_id"]
            assert host.delivery.courier.lost == 0

    run(scenario)


def test_bolt_comes_back_after_its_socket_is_refreshed_and_hears_what_was_said_meanwhile() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            app, got = host.bolt(), asyncio.Queue[tuple[str, Any]]()
            _listen(app, got)
            async with listening(host, app):
                await connected(host, 1)
                await host.faults.disconnect("refresh_requested")
                host.state.say(SATO, GENERAL, "still there?")
                name, body = await soon(got)
                assert (name, body["event"]["text"]) == ("message", "still there?")

    run(scenario)


def test_bolt_comes_back_after_its_socket_was_cut_and_once_refused() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            app, got = host.bolt(), asyncio.Queue[tuple[str, Any]]()
            _listen(app, got)
            async with listening(host, app, ping_interval=0.05):
                await connected(host, 1)
                host.faults.refuse_sockets(1)
                assert host.faults.drop_socket() == 1
                host.state.say(SATO, GENERAL, "still there?")
                name, body = await soon(got)
                assert (name, body["event"]["text"]) == ("message", "still there?")
                assert host.delivery.sockets.refuse_next == 0

    run(scenario)


def _listen(app: AsyncApp, got: asyncio.Queue[tuple[str, Any]]) -> None:
    @app.event("message")
    async def on_message(body: dict[str, Any]) -> None:
        await got.put(("message", body))

    @app.event("app_mention")
    async def on_mention(body: dict[str, Any]) -> None:
        await got.put(("app_mention", body))
