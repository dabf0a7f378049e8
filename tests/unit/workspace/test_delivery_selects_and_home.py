"""Selects with options from the app, and the Home tab, with a Bolt app over a socket."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.unit.workspace.delivery_host import (
    BOT,
    BUTTON,
    SATO,
    Json,
    answering,
    run,
    soon,
)

pytestmark = pytest.mark.loopback
Ack = Callable[..., Awaitable[Any]]


SELECT: Json = {
    "type": "section",
    "block_id": "row",
    "text": {"type": "mrkdwn", "text": "Who?"},
    "accessory": {"type": "external_select", "action_id": "firm", "min_query_length": 1},
}
OPTION: Json = {"text": {"type": "plain_text", "text": "Neji"}, "value": "neji"}


@pytest.mark.parametrize("name", ["options", "option_groups"])
def test_an_external_select_gets_its_options_from_the_app(name: str) -> None:
    offered = [OPTION] if name == "options" else [{"label": OPTION["text"], "options": [OPTION]}]

    def answer(app: AsyncApp) -> None:
        @app.options("firm")
        async def on_firm(ack: Ack, payload: Json) -> None:
            assert payload["value"] == "ne"
            await ack(**{name: offered})

    async def scenario() -> None:
        async with answering(answer) as host:
            message = host.ask(blocks=[SELECT])
            assert await host.delivery.options(SATO, message, "row", "firm", "ne") == {"ok": True, name: offered}

    run(scenario)


def test_a_select_shows_a_hundred_options_at_most() -> None:
    def answer(app: AsyncApp) -> None:
        @app.options("firm")
        async def on_firm(ack: Ack) -> None:
            await ack(options=[OPTION] * 101)

    async def scenario() -> None:
        async with answering(answer) as host:
            result = await host.delivery.options(SATO, host.ask(blocks=[SELECT]), "row", "firm", "ne")
            assert len(result["options"]) == 100

    run(scenario)


def test_an_app_that_answers_no_options_is_an_error() -> None:
    def answer(app: AsyncApp) -> None:
        @app.options("firm")
        async def on_firm(ack: Ack) -> None:
            await ack()

    async def scenario() -> None:
        async with answering(answer) as host:
            result = await host.delivery.options(SATO, host.ask(blocks=[SELECT]), "row", "firm", "ne")
            assert (result["ok"], result["error"]) == (False, "dispatch_failed")

    run(scenario)


def test_opening_the_home_tab_tells_the_app_with_the_view_once_there_is_one() -> None:
    got: asyncio.Queue[Json] = asyncio.Queue()

    def answer(app: AsyncApp) -> None:
        @app.event("app_home_opened")
        async def on_home(event: Json, client: AsyncWebClient) -> None:
            if event["tab"] == "home":
                await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [BUTTON]})
            await got.put(event)

    async def scenario() -> None:
        async with answering(answer) as host:
            for tab in ("messages", "home", "home"):
                await host.delivery.home_opened(SATO, tab)
                event = await soon(got)
                assert event["tab"] == tab
            assert event["view"]["type"] == "home"
            assert event["channel"] == host.state.im_between(SATO, BOT).id
            home = host.state.home(SATO)
            assert home is not None

    run(scenario)
