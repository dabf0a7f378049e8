"""Slack's payloads to the right listener: each acknowledges and hands on, and nothing else happens here."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.arrivals import COMMAND, SUBSCRIBED
from bot.platforms.slack.ports import Identity
from bot.platforms.slack.receiving import Receiving

_ANY = re.compile(r"")


def make_app(
    *, client: AsyncWebClient, identity: Identity, receiving: Receiving, signing_secret: str | None = None
) -> AsyncApp:
    """The app of one workspace. `client` has the bot's token; without `signing_secret` it is for Socket Mode only."""
    logger = logging.getLogger("bot.platforms.slack.bolt")
    # Who we are is known from the start: Bolt would ask at the first event, and acknowledge it when that fails. It
    # warns that the client's own token is not used then; it is the same one.
    logger.setLevel(logging.ERROR)
    app = AsyncApp(
        name="minori",
        logger=logger,
        client=client,
        authorize=_authorised_as(identity, client.token),
        signing_secret=signing_secret or "",
        request_verification_enabled=signing_secret is not None,
    )
    logger.setLevel(logging.WARNING)
    _add_listeners(app, receiving)
    return app


def _authorised_as(identity: Identity, token: str | None) -> Callable[..., Awaitable[AuthorizeResult]]:
    async def authorize(enterprise_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=identity.team_id,
            bot_user_id=identity.bot_user_id,
            bot_id=identity.bot_id,
            bot_token=token,
        )

    return authorize


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log


def _add_listeners(app: AsyncApp, receiving: Receiving) -> None:
    async def write_down(
        body: dict[str, Any], context: AsyncBoltContext, next_: Callable[[], Awaitable[BoltResponse]]
    ) -> BoltResponse:
        return await receiving.write_down(body, context, next_)

    async def on_event(context: AsyncBoltContext) -> None:
        # Bolt acknowledges events itself before it comes here.
        receiving.hand_on(context)

    async def on_press(ack: AsyncAck, context: AsyncBoltContext) -> None:
        await ack()
        receiving.hand_on(context)

    async def on_form(ack: AsyncAck, context: AsyncBoltContext) -> None:
        await ack(receiving.acknowledgement(context) or "")
        receiving.hand_on(context)

    async def on_error(error: Exception) -> None:
        # Bolt would write the error's own text to the log, which may hold people's words.
        _log().error("listener_failed", exc_info=error)

    app.error(on_error)
    app.use(write_down)
    for name in dict.fromkeys(subscribed.partition(".")[0] for subscribed in SUBSCRIBED):
        app.event(name)(on_event)
    app.action(_ANY)(on_press)
    app.message_shortcut(_ANY)(on_press)
    app.view_submission(_ANY)(on_form)
    app.view_closed(_ANY)(on_press)
    app.command(COMMAND)(on_press)
