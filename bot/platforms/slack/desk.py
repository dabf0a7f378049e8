"""The desk: what came in becomes a request, the router answers, and the reply goes where it belongs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.messages import Message, Reply, Said, Sentences
from bot.core.posted import PostedNotes
from bot.core.router import Router
from bot.platforms.slack import reading
from bot.platforms.slack.clerk import Clerk
from bot.platforms.slack.hearing import Hearing
from bot.platforms.slack.inbox_writer import InboxWriter
from bot.platforms.slack.ports import Body, Identity, InboxItem, Kind
from bot.platforms.slack.pressing import Pressing, in_sheet, user_of
from bot.platforms.slack.troubles import TROUBLE, is_rate_limit, is_refusal, reason_of
from bot.platforms.slack.workers import Workers

_OPENING_S = 2.5
_TRY_AGAIN = frozenset({"streaming_state_conflict"})
"""What Slack refuses now, and may allow later."""


class SlackDesk:
    """The `Desk` of Slack. Its methods run in the event loop; the router runs in the workers' threads."""

    def __init__(
        self,
        *,
        client: AsyncWebClient,
        identity: Identity,
        workers: Workers,
        inbox: InboxWriter,
        router: Router,
        sentences: Sentences,
        deliver: Callable[[], object] | None = None,
        posted: PostedNotes | None = None,
    ) -> None:
        clerk = Clerk(
            client=client,
            identity=identity,
            workers=workers,
            inbox=inbox,
            router=router,
            sentences=sentences,
            deliver=deliver,
            posted=posted,
        )
        self._clerk, self._hearing, self._pressing = clerk, Hearing(clerk), Pressing(clerk)

    async def open_sheet(self, body: Body) -> str | None:
        """Open an empty sheet on the press's trigger, over the sheet that is open already if there is one."""
        drawing = self._clerk.drawing(self._clerk.profiles.locale(user_of(body)))
        open_ = self._clerk.client.views_push if in_sheet(body) else self._clerk.client.views_open
        try:
            trigger = str(body.get("trigger_id") or "")
            opened = await asyncio.wait_for(open_(trigger_id=trigger, view=drawing.opening_sheet()), _OPENING_S)
        except TROUBLE as error:
            _log().warning("sheet_not_opened", reason=reason_of(error))
            return None
        return str((opened.get("view") or {}).get("id") or "") or None

    def acknowledgement(self, body: Body) -> Body | None:
        """A sent form stays open, empty, until what came of it is known."""
        drawing = self._clerk.drawing(self._clerk.profiles.locale(user_of(body)))
        return {"response_action": "update", "view": drawing.opening_sheet()}

    async def take(self, item: InboxItem) -> None:
        """Work on an item that has just come in."""
        await self._work(item, is_again=False)

    async def take_up(self, item: InboxItem) -> None:
        """Work on an item that an earlier process did not finish."""
        await self._work(item, is_again=True)

    async def apologise(self, body: Body, *, view_id: str | None) -> None:
        """Say that something could not be taken in."""
        user, where = user_of(body), _where(body)
        if not user:
            return
        # In their language, if Slack says it; from our own records nothing can be had just now.
        profile = await self._clerk.profiles.profile(user)
        locale = profile.locale or self._clerk.profiles.locale(user)
        reply = Reply(parts=(Said(Message("not-taken-in")),))
        try:
            if view_id:
                await self._clerk.client.views_update(view_id=view_id, view=self._clerk.drawing(locale).sheet(reply))
            elif body.get("event"):
                await self._clerk.say(where.conversation, locale, reply, thread=where.thread or where.message)
            else:
                await self._clerk.whisper(where.conversation, where.thread, user, locale, reply)
        except TROUBLE as error:
            _log().warning("not_apologised", reason=reason_of(error))

    async def _work(self, item: InboxItem, *, is_again: bool) -> None:
        """Raises where another attempt may do better; what Slack refuses for good is written to the log."""
        try:
            if item.kind is Kind.EVENT:
                await self._hearing.take(item, is_again=is_again)
            elif item.kind in (Kind.ACTION, Kind.SUBMISSION, Kind.SHORTCUT):
                await self._pressing.take(item, is_again=is_again)
            elif item.kind is Kind.COMMAND:
                await self._pressing.command(item, is_again=is_again)
        except SlackApiError as error:
            if not is_refusal(error) or is_rate_limit(error) or reason_of(error) in _TRY_AGAIN:
                raise
            _log().error("slack_refused", item=item.id, reason=reason_of(error))


def _where(body: Body) -> reading.Where:
    """Where somebody pressed, said something or typed a command."""
    event = body.get("event")
    if isinstance(event, dict):
        return reading.where_said(event)
    if body.get("channel_id"):
        return reading.Where(str(body["channel_id"]), "", "")
    return reading.where_of(body)


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
