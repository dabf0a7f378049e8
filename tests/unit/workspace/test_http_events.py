"""HTTP mode: signed posts, as Bolt behind an aiohttp server takes them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import Clock, SignatureVerifier

from bot.workspace.delivery import Timing, UrlNotVerified
from bot.workspace.delivery.signing import signature, signed_headers
from tests.unit.workspace.delivery_host import (
    ENTERED,
    GENERAL,
    SATO,
    Host,
    Json,
    hosted,
    run,
    served,
    settled,
    soon,
)

IMPATIENT = Timing(acknowledge_s=0.2, retry_delays_s=(0.0, 0.0, 0.0))
GO: Json = {"block_id": "row", "action_id": "go"}


class _Then(Clock):
    def now(self) -> float:
        return 1_700_000_000.0


def test_the_signature_is_the_one_that_slack_sdk_checks() -> None:
    body = "text=こんにちは&x=1".encode()
    headers = signed_headers("secret", 1_700_000_000, body)
    assert SignatureVerifier("secret", _Then()).is_valid_request(body, headers)
    assert not SignatureVerifier("another", _Then()).is_valid_request(body, headers)
    assert not SignatureVerifier("secret", _Then()).is_valid_request(body + b"!", headers)


def test_the_signature_is_the_one_in_slacks_documentation() -> None:
    # The worked example of https://docs.slack.dev/authentication/verifying-requests-from-slack/
    body = (
        b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name="
        b"foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2F"
        b"hooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47"
        b"445629121.803a0bc887a14d10d2c447fce8b6703c"
    )
    expected = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    assert signature("8f742231b10e8888abcd99yyyzzz85a5", 1_531_420_618, body) == expected


@asynccontextmanager
async def bolt_over_http(prepare: Callable[[AsyncApp], None]) -> AsyncIterator[Host]:
    """Serve a workspace whose app is Bolt behind an aiohttp server."""
    async with hosted() as host:
        app = host.bolt()
        prepare(app)

        async def handle(request: web.Request) -> web.Response:
            return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

        async with served(handle) as url:
            await host.delivery.set_urls(url, url)
            yield host


@pytest.mark.loopback
def test_bolt_takes_signed_events_with_words_in_any_script() -> None:
    async def scenario() -> None:
        got: asyncio.Queue[Json] = asyncio.Queue()

        def prepare(app: AsyncApp) -> None:
            @app.event("message")
            async def on_message(body: Json) -> None:
                await got.put(body)

            @app.event("app_mention")
            async def on_mention(body: Json) -> None:
                await got.put(body)

        async with bolt_over_http(prepare) as host:
            host.state.say(SATO, GENERAL, "@minori ネジの「緩み」は？ <&>")
            bodies = [await soon(got), await soon(got)]
            await settled(host)
            assert {body["event"]["type"] for body in bodies} == {"message", "app_mention"}
            assert {body["event"]["text"] for body in bodies} == {"<@U0BOT> ネジの「緩み」は？ &lt;&amp;&gt;"}
            assert host.delivery.courier.lost == 0

    run(scenario)


@pytest.mark.loopback
def test_bolt_with_another_signing_secret_takes_nothing() -> None:
    async def scenario() -> None:
        async with hosted(timing=IMPATIENT) as host:
            app = AsyncApp(client=host.client(), signing_secret="another")
            statuses: list[int] = []

            async def handle(request: web.Request) -> web.Response:
                response = await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))
                statuses.append(response.status)
                return response

            async with served(handle) as url:
                with pytest.raises(UrlNotVerified):
                    await host.delivery.set_urls(url, url)
                assert statuses == [401]
                assert host.delivery.http.event_url is None

    run(scenario)


@pytest.mark.loopback
def test_a_button_a_command_and_a_submission_are_posted_as_forms() -> None:
    async def scenario() -> None:
        def prepare(app: AsyncApp) -> None:
            @app.action("go")
            async def on_go(ack: Any) -> None:
                await ack()

            @app.command("/ask")
            async def on_ask(ack: Any, command: Json) -> None:
                await ack(f"あなたは {command['user_name']}")

            @app.view("form")
            async def on_form(ack: Any, view: Json) -> None:
                entered = view["state"]["values"]["name"]["typed"]["value"]
                await ack(response_action="errors", errors={"name": f"{entered}?"})

        async with bolt_over_http(prepare) as host:
            assert await host.delivery.press(SATO, host.ask(), GO, {}) == {"ok": True}
            assert await host.delivery.slash(SATO, GENERAL, "/ask", "") == {"ok": True}
            assert [message.text for message in host.state.ephemerals.values()] == ["あなたは sato"]
            result = await host.delivery.submit_view(SATO, host.modal().id, ENTERED)
            assert result == {"ok": True, "action": "errors", "errors": {"name": "ねじ?"}}

    run(scenario)


@pytest.mark.loopback
def test_a_button_that_no_listener_takes_is_an_error_to_the_person() -> None:
    async def scenario() -> None:
        async with bolt_over_http(lambda app: None) as host:
            result = await host.delivery.press(SATO, host.ask(), GO, {})
            assert (result["ok"], result["error"]) == (False, "dispatch_failed")  # Bolt answers 404
            assert [shown["where"] for shown in host.errors_shown()] == ["action"]

    run(scenario)
