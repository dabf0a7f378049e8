"""The last time before this one with the same firm or person, on a card. Pure: what was met comes from the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from bot.core.meetings.chat.card_parts import View
from bot.core.meetings.chat.wording import Reader, short
from bot.core.meetings.models import Encounter, Kind
from bot.core.messages import Fact, Message, Part


def last_time(view: View, met: Iterable[Encounter]) -> Iterator[Part]:
    """When and where it was, with its next step; `met` are those the reader may see, with the same firm or person."""
    before = [one for one in met if _is_before(one, view.encounter)]
    if before:
        yield Fact(Message("meeting-label-earlier"), _said(max(before, key=_when), view.reader))


def _said(last: Encounter, reader: Reader) -> Message:
    values = {"day": reader.day(last.met_on or last.last_contact_on)}
    if last.event:
        values["event"] = short(last.event)
    if last.next_step is None or not last.is_open:
        return Message("meeting-met" if last.event else "meeting-met-on", values)
    values["step"] = short(last.next_step.text)
    return Message("meeting-earlier" if last.event else "meeting-earlier-on", values)


def _is_before(one: Encounter, this: Encounter) -> bool:
    """A meeting that is planned only has not been."""
    has_been = one.met_on is not None or one.meets_at is None
    return has_been and one.id != this.id and one.kind == this.kind == Kind.MEETING and _when(one) < _when(this)


def _when(one: Encounter) -> tuple[date, datetime]:
    """The day they met, then the moment it was written down."""
    return one.met_on or one.created_at.date(), one.created_at
