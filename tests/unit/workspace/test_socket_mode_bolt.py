"""Socket Mode with Bolt's own handler: what it hears, and how it comes back."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from tests.unit.workspace.delivery_host import (
    GENERAL,
    SATO,
    connected,
    hosted,
    listening,
    run,
    settled,
    soon,
)

pytestmark = pytest.mark.loopback


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
