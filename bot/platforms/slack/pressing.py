"""Buttons, forms, the menu of a message and the command: what was pressed becomes a request, and the reply goes where
the press came from.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError

from bot.core.actions import RATE_OFF, RATE_USEFUL, SHOWN, Shown
from bot.core.messages import Asked, Locale, Message, Opened, Place, Pressed, Reply, Said
from bot.core.posted import ABOUT_WORDS, about_of
from bot.core.router import Outcome
from bot.platforms.slack import reading
from bot.platforms.slack.clerk import Clerk, received
from bot.platforms.slack.noting import named_in, noted_of
from bot.platforms.slack.ports import Body, InboxItem, Kind
from bot.platforms.slack.sheets import fill_sheet
from bot.platforms.slack.troubles import GONE, TROUBLE, is_rate_limit, is_refusal, reason_of
from bot.platforms.slack.turns import Turns

_RATINGS = {RATE_USEFUL, RATE_OFF}


class Pressing:
    """Takes presses, forms and commands."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk, self._turns = clerk, Turns()

    async def take(self, item: InboxItem, *, is_again: bool) -> None:
        """Work on a press or a sent form. Raises what may come of a call (`TROUBLE`)."""
        user, where, is_form = user_of(item.body), _where(item.body), item.kind is Kind.SUBMISSION
        if item.kind is Kind.SHORTCUT:
            press, place = await self._noted(item.body), await self._place_noted(where, user)
            # The message is anybody's and not ours to change: what comes of it is for the person alone.
            where = reading.Where("", "", "")
        else:
            press = reading.submitted_of(item.body) if is_form else reading.pressed_of(item.body)
            is_direct = where.conversation.startswith("D") or not where.conversation
            place = await self._clerk.place(
                where.conversation, where.thread or where.message, user, is_direct=is_direct
            )
        request = Pressed(
            id=item.id,
            address=user,
            place=place,
            action=press.action,
            reference=press.reference,
            values=press.values,
        )
        if SHOWN.get(press.action) is Shown.SAID:
            if not where.conversation:
                request = replace(request, place=await self._clerk.direct_place(user))
            await self._clerk.present(item, request, after=where.message, is_again=is_again)
            return
        async with self._turns.of(where.conversation, where.message or user):
            outcome = await self._clerk.handle(request)
            if outcome.reply is not None:
                await self._show(item, where, request, outcome.locale, outcome.reply)
                await self._update_others(outcome.reply)
        if outcome.reply is not None and (outcome.reply.files or outcome.reply.later):
            await self._bring(item, where, request, outcome, is_again=is_again)

    async def _bring(
        self, item: InboxItem, where: reading.Where, pressed: Pressed, outcome: Outcome, *, is_again: bool
    ) -> None:
        """Files of a message come under it; what one person alone is shown, in that person's direct conversation."""
        reply, place = outcome.reply or Reply(), pressed.place
        is_alone = reply.is_aside or item.view_id or in_sheet(item.body) or item.kind is Kind.SUBMISSION
        if is_alone or not where.message:
            place = await self._clerk.direct_place(pressed.address)
        since, placed = received(item), replace(pressed, place=place)
        await self._clerk.carrier.beside(reply, outcome.locale, place, since, is_again=is_again)
        await self._clerk.follow_up(item, placed, reply, outcome.locale, since, is_again=is_again)

    async def _noted(self, body: Body) -> reading.Press:
        """A message of anybody's, as the person sees it: with names for those whom it mentions."""
        profiles = await asyncio.gather(*(self._clerk.profiles.profile(one) for one in named_in(body)))
        names = {one.address: one.name for one in profiles if one.name != one.address}
        identity = self._clerk.identity
        return noted_of(body, bot=identity.bot_user_id, url=identity.url, names=names)

    async def _place_noted(self, where: reading.Where, user: str) -> Place:
        """Where the message stands. The direct conversation of two people is not ours."""
        is_ours = where.conversation == (await self._clerk.direct_place(user)).conversation
        return await self._clerk.place(where.conversation, where.thread or where.message, user, is_direct=is_ours)

    async def _show(
        self, item: InboxItem, where: reading.Where, pressed: Pressed, locale: Locale, reply: Reply
    ) -> None:
        """Put the reply of a press where it belongs: the sheet, the message, the page."""
        shown, is_form = SHOWN.get(pressed.action, Shown.REPLACED), item.kind is Kind.SUBMISSION
        is_in_sheet = is_form or in_sheet(item.body)
        if item.view_id or is_in_sheet:
            view_id = item.view_id or str((item.body.get("view") or {}).get("id"))
            sent_hash = str((item.body.get("view") or {}).get("hash") or "") if is_form else ""
            await self._fill(view_id, where, locale, reply, sent_hash=sent_hash)
        elif shown is Shown.SHEET:
            # The trigger ran out, or an earlier process opened the sheet: it cannot be filled any more.
            await self._whisper(where, pressed, locale, Reply(parts=(Said(Message("slack-sheet-not-opened")),)))
            return
        if reply.behind is not None and (is_in_sheet or shown is Shown.SHEET or (reply.is_aside and where.message)):
            await self._show_behind(item, where, pressed, Outcome(locale, reply), is_in_sheet=is_in_sheet)
            return
        if is_in_sheet and (reply.is_aside or reply.submit is not None):
            # A reason, or the form once more: nothing was done that could be shown elsewhere.
            return
        if shown is not Shown.SHEET or is_form:
            await self._show_outside(item, where, pressed, Outcome(locale, reply), is_in_sheet=is_in_sheet)

    async def _show_behind(
        self, item: InboxItem, where: reading.Where, pressed: Pressed, outcome: Outcome, *, is_in_sheet: bool
    ) -> None:
        """The reply stands beside the message, in a sheet or whispered: the message becomes what is behind it."""
        reply, is_form = outcome.reply or Reply(), item.kind is Kind.SUBMISSION
        behind = reply.behind or Reply()
        if reply.is_aside and not is_in_sheet and not item.view_id:
            await self._whisper(where, pressed, outcome.locale, reply)
        if where.message:
            await self._replace(where, pressed, outcome.locale, behind)
        if is_form or not where.message:
            await self._turn_page(item, pressed, replace(outcome, reply=behind), is_drawn=False)

    async def _show_outside(
        self, item: InboxItem, where: reading.Where, pressed: Pressed, outcome: Outcome, *, is_in_sheet: bool
    ) -> None:
        """In the message that carries the button, or that the form was opened from; else on the page."""
        reply, is_form = outcome.reply or Reply(), item.kind is Kind.SUBMISSION
        if pressed.action in _RATINGS and not pressed.place.is_direct:
            # The message stays as it is, for the others.
            thanks = [part for part in reply.parts if isinstance(part, Said)][-1:]
            await self._whisper(where, pressed, outcome.locale, Reply(parts=tuple(thanks)))
        elif where.message and reply.is_aside:
            await self._whisper(where, pressed, outcome.locale, reply)
        elif where.message and (is_form or not is_in_sheet):
            await self._replace(where, pressed, outcome.locale, reply)
        if is_form or not where.conversation:
            is_drawn = SHOWN.get(pressed.action) is Shown.HOME and not where.message
            await self._turn_page(item, pressed, outcome, is_drawn=is_drawn)

    async def _fill(self, view_id: str, where: reading.Where, locale: Locale, reply: Reply, *, sent_hash: str) -> None:
        private = {"conversation": where.conversation, "thread": where.thread, "message": where.message}
        try:
            view = self._clerk.drawing(locale).sheet(reply, private=private)
            await fill_sheet(self._clerk.client, view_id, view, sent_hash=sent_hash)
        except SlackApiError as error:
            if is_rate_limit(error) or not is_refusal(error):
                raise
            # It was closed meanwhile. What was done is shown elsewhere all the same.
            _log().info("sheet_not_filled", reason=reason_of(error))

    async def _replace(self, where: reading.Where, pressed: Pressed, locale: Locale, reply: Reply) -> None:
        drawn = self._clerk.drawing(locale).message(reply)
        # Before it stands there: what is noted too early is only looked for in vain.
        await self._clerk.remembering.message(reply, where.conversation, where.message, where.thread)
        try:
            await self._clerk.client.chat_update(
                channel=where.conversation, ts=where.message, text=drawn.text, blocks=drawn.blocks
            )
        except SlackApiError as error:
            if reason_of(error) not in GONE:
                raise
            # It was taken away meanwhile, or only ever whispered: what was done is whispered too.
            await self._whisper(where, pressed, locale, reply)
            return
        if pressed.action.startswith(ABOUT_WORDS) and not about_of(reply):
            await self._clerk.remembering.no_words(where.conversation, where.message)

    async def _update_others(self, reply: Reply) -> None:
        """Messages that say something else by now. What was done is shown already: one that cannot be updated stays."""
        for other in reply.elsewhere:
            drawn = self._clerk.drawing(other.locale).message(other.reply)
            await self._clerk.remembering.message(other.reply, other.conversation, other.message)
            try:
                await self._clerk.client.chat_update(
                    channel=other.conversation, ts=other.message, text=drawn.text, blocks=drawn.blocks
                )
            except TROUBLE as error:
                _log().info("message_not_updated", reason=reason_of(error))

    async def _whisper(self, where: reading.Where, pressed: Pressed, locale: Locale, reply: Reply) -> None:
        await self._clerk.whisper(where.conversation, where.thread, pressed.address, locale, reply)

    async def _turn_page(self, item: InboxItem, pressed: Pressed, outcome: Outcome, *, is_drawn: bool) -> None:
        """Draw the page: as the reply has it, or anew, with the reason on top where there is one."""
        reasons = outcome.reply.parts if outcome.reply is not None and outcome.reply.is_aside else ()
        if reasons or not is_drawn:
            place = Place(conversation="", present=frozenset({pressed.address}))
            opened = Opened(id=f"{item.id}#home", address=pressed.address, place=place)
            outcome = await self._clerk.handle(opened)
            if outcome.reply is not None:
                outcome = replace(outcome, reply=replace(outcome.reply, parts=(*reasons, *outcome.reply.parts)))
        await self._clerk.publish(pressed.address, outcome)

    async def command(self, item: InboxItem, *, is_again: bool) -> None:
        """`/minori …` is answered in the direct conversation, where nobody reads along."""
        user, said_in = str(item.body.get("user_id") or ""), str(item.body.get("channel_id") or "")
        place = await self._clerk.direct_place(user)
        await self._clerk.greet(user, place.conversation)
        # Slack writes mentions and the marks & < > in a command as it does in messages (`should_escape`).
        text = reading.text_of(item.body, bot=self._clerk.identity.bot_user_id) or "help"
        asked = Asked(id=item.id, address=user, place=place, text=text, is_shown=False)
        await self._clerk.present(item, asked, is_again=is_again)
        if said_in != place.conversation:
            await self._clerk.locale(user)
            await self._clerk.whisper_sentence(said_in, "", user, Message("answered-directly"))


def user_of(body: Body) -> str:
    """Whoever pressed, sent, typed, or said something."""
    user = body.get("user")
    if isinstance(user, dict):
        return str(user.get("id") or "")
    return str(body.get("user_id") or (body.get("event") or {}).get("user") or "")


def in_sheet(body: Body) -> bool:
    """True for a press inside a sheet."""
    view: Any = body.get("view")
    return isinstance(view, dict) and view.get("type") == "modal"


def _where(body: Body) -> reading.Where:
    """Where the button stands; from a sheet, where the press stood that opened it."""
    where = reading.where_of(body)
    if where.conversation:
        return where
    private = reading.private_of(body)
    return reading.Where(*(private.get(name, "") for name in ("conversation", "message", "thread")))


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
