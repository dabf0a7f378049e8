"""The smallest try of a walk, with the button that makes it an encounter or the next step of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.core.coaching.cards.models import CardField
from bot.core.coaching.walks.chat.doors import Doors
from bot.core.coaching.walks.chat.ports import TryGiven, TryKept
from bot.core.coaching.walks.models import Walk
from bot.core.messages import Item, Message, Offer, Part
from bot.core.people import Member

_FIELDS = (CardField.TRY, CardField.TRY_WITH, CardField.TRY_BY, CardField.TRY_CAP)


class SmallTry:
    """Says what is to be tried first."""

    def __init__(self, *, doors: Doors, try_kept: TryKept) -> None:
        self._service, self._try_kept = doors.service, try_kept

    def parts(self, walk: Walk, member: Member) -> Iterator[Part]:
        """What was to be tried first, with its button; nothing where it was not said."""
        given = self._given(walk)
        offer: Offer | None = self._try_kept(walk, member, given) if given else None
        if offer is not None and given is not None:
            yield Item(Message("walk-try"), words=(given.text,), offers=(offer,))

    def _given(self, walk: Walk) -> TryGiven | None:
        told = {
            name: known.words
            for name in _FIELDS
            if (question := self._service.script_of(walk).filling(name))
            and (known := walk.answer(question.id))
            and known.parts
        }
        if CardField.TRY not in told:
            return None
        return TryGiven(
            text=told[CardField.TRY],
            with_whom=told.get(CardField.TRY_WITH, ""),
            by=_day(told.get(CardField.TRY_BY, "")),
            cap=told.get(CardField.TRY_CAP, ""),
        )


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
