"""When X has happened, then Y: what crosses from one feature to another.

A nudge's message holds several matters of other features. What is pressed there changes one of them, and the message
is drawn anew as a whole: so every button in it, and in the sheets opened from it, carries the message's bundle behind
its own reference, and the features need not know of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import TypeAlias

from bot.core.actions import SHOWN, Shown
from bot.core.messages import Item, Offer, Part, Pressed, Reply
from bot.core.people import Member

Handler: TypeAlias = Callable[[Pressed, Member], Reply]
Redraw: TypeAlias = Callable[[str, Member], Reply | None]
"""The message of a bundle as it stands now, for its reader; None where it is not theirs."""

_MARKED = re.compile(r"^(?P<own>.*?)(?P<mark>@@?)(?P<bundle>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$", re.DOTALL)


_DRAWN_ANEW = ContextVar("drawn_anew", default=False)


def is_drawn_anew() -> bool:
    """Is this a press in a nudge's message, which shows what came of it by itself? A card need not be drawn for it."""
    return _DRAWN_ANEW.get()


@contextmanager
def _drawing_anew() -> Iterator[None]:
    token = _DRAWN_ANEW.set(True)
    try:
        yield
    finally:
        _DRAWN_ANEW.reset(token)


def in_bundle(reference: str, bundle_id: str) -> str:
    """The reference of a button in a nudge's message."""
    return f"{reference}@{bundle_id}"


def own_of(reference: str) -> tuple[str, bool]:
    """The reference of a feature's own, and whether its button stands in a nudge's message or in a sheet of one."""
    marked = _MARKED.match(reference)
    return (marked["own"], True) if marked else (reference, False)


def within_bundles(handlers: Mapping[str, Handler], redraw: Redraw) -> Mapping[str, Handler]:
    """The handlers of a feature, where their buttons may stand in a nudge's message as well."""
    ours = frozenset(handlers)
    return {action: _within(handler, ours, redraw) for action, handler in handlers.items()}


def then(
    handlers: Mapping[str, Handler], actions: frozenset[str], follow: Callable[[Member], object]
) -> Mapping[str, Handler]:
    """After one of these actions, what follows from it in another feature."""

    def followed(handler: Handler) -> Handler:
        def press(pressed: Pressed, member: Member) -> Reply:
            reply = handler(pressed, member)
            follow(member)
            return reply

        return press

    return {action: followed(handler) if action in actions else handler for action, handler in handlers.items()}


def _within(handler: Handler, ours: frozenset[str], redraw: Redraw) -> Handler:
    def press(pressed: Pressed, member: Member) -> Reply:
        marked = _MARKED.match(pressed.reference)
        if marked is None:
            return handler(pressed, member)
        bundle_id, is_in_sheet = marked["bundle"], marked["mark"] == "@@"
        with _drawing_anew():
            reply = handler(replace(pressed, reference=marked["own"]), member)
        if SHOWN.get(pressed.action) is Shown.SAID:
            # A message of its own: the nudge's stays as it is.
            return reply
        if is_in_sheet or SHOWN.get(pressed.action, Shown.REPLACED) is Shown.SHEET:
            return _in_sheet(reply, bundle_id, ours, redraw(bundle_id, member) if _is_done(pressed, reply) else None)
        if reply.is_aside:
            # What could not be done is said beside it; what stands behind is still the whole message.
            return replace(reply, behind=redraw(bundle_id, member)) if reply.behind else reply
        redrawn = redraw(bundle_id, member)
        if redrawn is None:
            return reply
        return replace(redrawn, files=reply.files) if reply.files else redrawn

    return press


def _is_done(pressed: Pressed, reply: Reply) -> bool:
    """Was something done that the message behind the sheet should show? A form that is shown has done nothing, unless
    it follows another one that was sent."""
    return not reply.is_aside and (reply.submit is None or bool(pressed.values))


def _in_sheet(reply: Reply, bundle_id: str, ours: frozenset[str], behind: Reply | None) -> Reply:
    def marked(offer: Offer) -> Offer:
        return replace(offer, reference=f"{offer.reference}@@{bundle_id}") if offer.action in ours else offer

    def part(one: Part) -> Part:
        return replace(one, offers=tuple(marked(offer) for offer in one.offers)) if isinstance(one, Item) else one

    return replace(
        reply,
        parts=tuple(part(one) for one in reply.parts),
        offers=tuple(marked(offer) for offer in reply.offers),
        submit=marked(reply.submit) if reply.submit else None,
        behind=behind,
    )
