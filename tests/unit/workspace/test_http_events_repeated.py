"""HTTP mode: events that come again, and the challenge by which a url is verified."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.workspace.delivery import Timing, UrlNotVerified
from tests.unit.workspace.delivery_host import (
    GENERAL,
    SATO,
    Host,
    Json,
    hosted,
    raw_socket,
    run,
    served,
    settled,
)

IMPATIENT = Timing(acknowledge_s=0.2, retry_delays_s=(0.0, 0.0, 0.0))
GO: Json = {"block_id": "row", "action_id": "go"}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

pytestmark = pytest.mark.loopback
IMPATIENT = Timing(acknowledge_s=0.2, retry_delays_s=(0.0, 0.0, 0.0))


Answer = Callable[[int], Awaitable[web.Response]]


@asynccontextmanager
async def recorded(answer: Answer) -> AsyncIterator[tuple[Host, list[dict[str, str]], list[Json]]]:
    """Serve an app that answers its n-th event as `answer` says; yields what it was sent."""
    headers: list[dict[str, str]] = []
    bodies: list[Json] = []

    async def handle(request: web.Request) -> web.Response:
        body = json.loads(await request.read())
        if body["type"] == "url_verification":
            return web.Response(text=body["challenge"])
        headers.append(dict(request.headers))
        bodies.append(body)
        return await answer(len(bodies))

    async with hosted(timing=IMPATIENT) as host, served(handle) as url:
        await host.delivery.set_urls(url, None)
        yield host, headers, bodies


@pytest.mark.parametrize(("status", "reason"), [(500, "http_error"), (404, "http_error"), (None, "http_timeout")])
def test_a_refused_event_comes_again_with_its_number_and_the_reason(status: int | None, reason: str) -> None:
    async def answer(number: int) -> web.Response:
        if number == 3:
            return web.Response()
        if status is None:
            await asyncio.Event().wait()  # longer than anybody waits
        return web.Response(status=status or 200)

    async def scenario() -> None:
        async with recorded(answer) as (host, headers, bodies):
            host.state.say(SATO, GENERAL, "hello?")
            await settled(host)
            numbers = [one.get("X-Slack-Retry-Num") for one in headers]
            assert numbers == [None, "1", "2"]
            assert [one.get("X-Slack-Retry-Reason") for one in headers] == [None, reason, reason]
            assert len({body["event_id"] for body in bodies}) == 1
            assert headers[0]["User-Agent"].startswith("Slackbot")
            assert host.delivery.courier.lost == 0

    run(scenario)


def test_an_app_can_ask_not_to_get_an_event_again() -> None:
    async def answer(_: int) -> web.Response:
        return web.Response(status=500, headers={"X-Slack-No-Retry": "1"})

    async def scenario() -> None:
        async with recorded(answer) as (host, _, bodies):
            host.state.say(SATO, GENERAL, "hello?")
            await settled(host)
            assert len(bodies) == 1
            assert host.delivery.courier.lost == 1

    run(scenario)


def test_an_event_for_an_app_that_is_not_there_is_given_up_after_the_last_repeat(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING, logger="bot.workspace")

    async def scenario() -> None:
        async with hosted(timing=IMPATIENT) as host:

            async def handle(request: web.Request) -> web.Response:
                return web.Response(text=json.loads(await request.read()).get("challenge", ""))

            async with served(handle) as url:
                await host.delivery.set_urls(url, None)
            host.state.say(SATO, GENERAL, "anybody?")
            await settled(host)
            assert host.delivery.courier.lost == 1
            assert "given up after 4 deliveries: connection_failed" in caplog.text

    run(scenario)


@pytest.mark.parametrize("as_json", [True, False])
def test_a_url_is_verified_by_its_answer_to_the_challenge(as_json: bool) -> None:
    async def handle(request: web.Request) -> web.Response:
        body = await request.json()
        assert body["type"] == "url_verification"
        assert body["token"]
        challenge = body["challenge"]
        return web.json_response({"challenge": challenge}) if as_json else web.Response(text=challenge)

    async def scenario() -> None:
        async with hosted() as host, served(handle) as url:
            await host.delivery.set_urls(url, None)
            assert host.delivery.http.event_url == url

    run(scenario)


@pytest.mark.parametrize("answer", ["", "something else", '{"challenge": "other"}', "[]"])
def test_a_url_that_answers_the_challenge_wrongly_changes_nothing(answer: str) -> None:
    async def handle(_: web.Request) -> web.Response:
        return web.Response(text=answer)

    async def scenario() -> None:
        async with hosted() as host, served(handle) as url:
            with pytest.raises(UrlNotVerified, match="challenge"):
                await host.delivery.set_urls(url, url)
            async with raw_socket(host) as socket:  # and events still go to the sockets
                host.state.say(SATO, GENERAL, "hello")
                envelope: Json = await socket.receive_json()
                await socket.send_json({"envelope_id": envelope["envelope_id"]})
                await settled(host)
            assert host.delivery.courier.lost == 0

    run(scenario)
