"""Buttons, forms and the command: what was pressed becomes a request, the reply goes where the press came from."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

from bot.core.actions import RATE_OFF, RATE_USEFUL, SHOWN, Shown
from bot.core.messages import Asked, Message, Opened, Place, Pressed, Said
from bot.core.router import Outcome
from bot.platforms.slack import reading
from bot.platforms.slack.clerk import TROUBLE, Clerk
from bot.platforms.slack.ports import Body, InboxItem, Kind

_RATINGS = {RATE_USEFUL, RATE_OFF}


class Pressing:
    """Takes presses, forms and commands."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk

    async def take(self, item: InboxItem, *, is_again: bool) -> None:
        """Work on a press or a sent form. Raises SlackApiError."""
        is_form = item.kind is Kind.SUBMISSION
        press = reading.submitted_of(item.body) if is_form else reading.pressed_of(item.body)
        if press.action not in SHOWN:
            return
        user, where = user_of(item.body), _where(item.body)
        is_direct = where.conversation.startswith("D") or not where.conversation
        place = await self._clerk.place(where.conversation, where.thread or where.message, user, is_direct=is_direct)
        request = Pressed(
            id=item.id,
            address=user,
            place=place,
            action=press.action,
            reference=press.reference,
            values=press.values,
        )
        if SHOWN[press.action] is Shown.SAID:
            if not where.conversation:
                request = replace(request, place=await self._clerk.direct_place(user))
            posted = await self._clerk.posted(item, request, where.message) if is_again else ""
            await self._clerk.present(item, request, posted)
            return
        await self._show(item, where, await self._clerk.handle(request), request)

    async def _show(self, item: InboxItem, where: reading.Where, outcome: Outcome, pressed: Pressed) -> None:
        """Put the reply of a press where it belongs: the sheet, the message, the page."""
        if outcome.reply is None:
            return
        if pressed.action in _RATINGS and not pressed.place.is_direct:
            await self._whisper(where, outcome, pressed)
            return
        drawing = self._clerk.drawing(outcome.locale)
        shown, is_form = SHOWN[pressed.action], item.kind is Kind.SUBMISSION
        is_in_sheet = is_form or in_sheet(item.body)
        if item.view_id or is_in_sheet:
            private = {"conversation": where.conversation, "thread": where.thread, "message": where.message}
            view_id = item.view_id or str((item.body.get("view") or {}).get("id"))
            await self._clerk.client.views_update(view_id=view_id, view=drawing.sheet(outcome.reply, private=private))
        if where.message and (is_form or (shown is not Shown.SHEET and not is_in_sheet)):
            drawn = drawing.message(outcome.reply)
            await self._clerk.client.chat_update(
                channel=where.conversation, ts=where.message, text=drawn.text, blocks=drawn.blocks
            )
        if shown is Shown.HOME and not where.message:
            await self._clerk.publish(pressed.address, outcome)
        elif is_form or (not where.conversation and shown is not Shown.SHEET):
            place = Place(conversation="", present=frozenset({pressed.address}))
            opened = Opened(id=f"{item.id}#home", address=pressed.address, place=place)
            await self._clerk.publish(pressed.address, await self._clerk.handle(opened))

    async def _whisper(self, where: reading.Where, outcome: Outcome, pressed: Pressed) -> None:
        """Thank whoever pressed; the message stays as it is, for the others."""
        assert outcome.reply is not None
        said = [part.message for part in outcome.reply.parts if isinstance(part, Said)]
        text = self._clerk.drawing(outcome.locale).say(said[-1])
        with suppress(*TROUBLE):
            await self._clerk.client.chat_postEphemeral(
                channel=where.conversation, user=pressed.address, text=text, thread_ts=where.thread or None
            )

    async def command(self, item: InboxItem) -> None:
        """`/minori …` is answered in the direct conversation, where nobody reads along."""
        user = str(item.body.get("user_id") or "")
        place = await self._clerk.direct_place(user)
        await self._clerk.greet(user, place.conversation)
        text = str(item.body.get("text") or "").strip() or "help"
        await self._clerk.present(item, Asked(id=item.id, address=user, place=place, text=text), "")
        if str(item.body.get("channel_id") or "") != place.conversation:
            profile = await self._clerk.profiles.profile(user)
            said = self._clerk.drawing(profile.locale or "ja").say(Message("answered-directly"))
            with suppress(*TROUBLE):
                await self._clerk.client.chat_postEphemeral(
                    channel=str(item.body.get("channel_id")), user=user, text=said
                )


def user_of(body: Body) -> str:
    """Whoever pressed, sent or typed."""
    user = body.get("user")
    return str(user.get("id") or "") if isinstance(user, dict) else str(body.get("user_id") or "")


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
