"""Socket Mode by hand: greetings, turns, acknowledgements, redelivery."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.workspace.delivery import Timing
from bot.workspace.seed import AppCredentials
from tests.unit.workspace.delivery_host import (
    DEADLINE_S,
    GENERAL,
    SATO,
    HandClock,
    heard,
    hosted,
    raw_socket,
    run,
    settled,
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


def test_an_app_gets_only_the_events_it_subscribed_to() -> None:
    async def scenario() -> None:
        app = AppCredentials(events=frozenset({"app_mention"}))
        async with hosted(app=app) as host, raw_socket(host) as socket:
            for text in ("@minori one", "two", "@minori three"):
                host.state.say(SATO, GENERAL, text)
            texts = [(await heard(socket))["payload"]["event"] for _ in range(2)]
            assert [(event["type"], event["text"]) for event in texts] == [
                ("app_mention", "<@U0BOT> one"),
                ("app_mention", "<@U0BOT> three"),
            ]

    run(scenario)


def test_a_socket_is_pinged() -> None:
    async def scenario() -> None:
        timing = Timing(ping_s=0.05)
        async with (
            hosted(timing=timing) as host,
            aiohttp.ClientSession() as session,
            session.ws_connect(host.delivery.open_ticket(), autoping=False) as socket,
        ):
            await heard(socket)
            assert (await socket.receive()).type is aiohttp.WSMsgType.PING

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


def test_a_socket_closed_before_its_acknowledgement_leaves_the_event_to_the_next_one() -> None:
    async def scenario() -> None:
        async with hosted(timing=Timing(acknowledge_s=DEADLINE_S)) as host:
            async with raw_socket(host) as closing:
                host.state.say(SATO, GENERAL, "hello?")
                await heard(closing)
            async with raw_socket(host) as next_one:
                again = await heard(next_one)
                await next_one.send_json({"envelope_id": again["envelope_id"]})
                await settled(host)
            assert again["retry_attempt"] == 1

    run(scenario)


def test_a_socket_that_was_asked_to_go_still_acknowledges_and_is_cut_if_it_stays() -> None:
    async def scenario() -> None:
        timing = Timing(acknowledge_s=DEADLINE_S, leaving_s=0.05)
        async with hosted(timing=timing) as host, raw_socket(host) as staying:
            host.state.say(SATO, GENERAL, "before")
            envelope = await heard(staying)
            await host.faults.disconnect("warning")
            assert (await heard(staying))["type"] == "disconnect"
            await staying.send_json({"envelope_id": envelope["envelope_id"]})
            await settled(host)
            assert host.delivery.courier.lost == 0
            assert (await staying.receive()).type in (aiohttp.WSMsgType.CLOSED, aiohttp.WSMsgType.ERROR)

    run(scenario)


def test_a_workspace_that_stops_closes_every_socket_also_those_asked_to_go() -> None:
    async def scenario() -> None:
        async with aiohttp.ClientSession() as session:
            async with hosted() as host:
                sockets = [await session.ws_connect(host.delivery.open_ticket()) for _ in range(2)]
                for socket in sockets:
                    await heard(socket)
                await host.faults.disconnect("warning")
                reading = [asyncio.create_task(_kinds(socket)) for socket in sockets]
            assert await asyncio.gather(*reading) == [["disconnect", "close"]] * 2

    run(scenario)


async def _kinds(socket: aiohttp.ClientWebSocketResponse) -> list[str]:
    said = [message.json()["type"] async for message in socket]
    return [*said, "close" if socket.close_code == aiohttp.WSCloseCode.OK else f"cut {socket.close_code}"]
