"""Which meetings of a calendar are with somebody from outside, and as what they stand on a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core.meetings.catching.models import Card, CardState, LeftOut, meeting_id
from bot.core.meetings.catching.ports import Attendee, CalendarEvent, EncounterLog, LineReader
from bot.core.meetings.chat.wording import Reader
from bot.core.meetings.models import State
from bot.core.meetings.names import same_company_key
from bot.core.meetings.parsing.models import Caught
from bot.core.people import Member

PAST_DAYS, COMING_DAYS = 14, 180
_OF_ANYBODY = frozenset(
    "gmail.com googlemail.com yahoo.co.jp yahoo.com outlook.com outlook.jp hotmail.com hotmail.co.jp live.jp icloud.com"
    " me.com nifty.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp".split()
)
"""Domains at which anybody has an address: they say nothing of a firm."""
_ROOMS = ("resource.calendar.google.com",)
_LONGEST = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Guests:
    """Reads who comes from outside. Addresses are compared and forgotten."""

    member: Member
    lines: LineReader
    reader: Reader

    def cards(self, events: Sequence[CalendarEvent], log: EncounterLog) -> tuple[tuple[Card, ...], LeftOut]:
        """The meetings with the outside, and how many others there were."""
        found: list[Card] = []
        out = LeftOut()
        for event in events:
            if not self._is_now(event):
                out = replace(out, elsewhen=out.elsewhen + 1)
            elif event.is_cancelled or self._has_declined(event):
                out = replace(out, cancelled=out.cancelled + 1)
            else:
                card = self._card(event, log)
                found += [card] if card else []
                out = out if card else replace(out, internal=out.internal + 1)
        return tuple(replace(card, number=number) for number, card in enumerate(found, start=1)), out

    def since(self) -> date:
        """The first day that is looked at."""
        return self.reader.today - timedelta(days=PAST_DAYS)

    def _is_now(self, event: CalendarEvent) -> bool:
        day = self._day(event)
        return self.since() <= day <= self.reader.today + timedelta(days=COMING_DAYS)

    def _day(self, event: CalendarEvent) -> date:
        if event.starts_at is None:
            return event.starts_on or self.reader.today
        return replace(self.reader, now=event.starts_at).today

    def _has_declined(self, event: CalendarEvent) -> bool:
        own = self.member.email.lower()
        return bool(own) and any(one.mail == own and one.has_declined for one in event.attendees)

    def _card(self, event: CalendarEvent, log: EncounterLog) -> Card | None:
        caught = self._read(event)
        outside = self._outside(event)
        own = same_company_key(self.member.company.name) if self.member.company else ""
        firm = caught.company if caught.company and same_company_key(caught.company) != own else None
        if not outside and firm is None:
            return None
        names = [one.name.strip() for one in outside if one.name.strip() and "@" not in one.name]
        contact = caught.person or (names[0] if len(outside) == 1 and names else "")
        is_planned_day = event.starts_at is None and self._day(event) >= self.reader.today
        card = Card(
            number=0,
            partner=firm or "",
            contact=contact,
            title=caught.title or "",
            note=event.summary[:_LONGEST],
            event=_place(event.location),
            met_on=self._day(event) if self._day(event) < self.reader.today else None,
            next_step=event.summary[:_LONGEST] if is_planned_day else "",
            due_on=self._day(event) if is_planned_day else None,
            uid=event.uid,
            meets_at=event.starts_at,
            meets_on=event.starts_on,
        )
        return self._as_on_record(card, log)

    def _read(self, event: CalendarEvent) -> Caught:
        """Firm and person as summary or place name them."""
        day = self.reader.today
        read = self.lines.line(event.summary[:_LONGEST], on=day)
        if read.company:
            return read
        place = self.lines.line(event.location[:_LONGEST], on=day) if _place(event.location) else None
        return replace(read, company=place.company) if place and place.company else read

    def _outside(self, event: CalendarEvent) -> list[Attendee]:
        """Those whose address is not of the person's own firm. Without an own address nobody is taken for one."""
        own = self.member.email.lower()
        home = own.partition("@")[2]
        everybody = [*([event.organizer] if event.organizer else ()), *event.attendees]
        people = {one.mail: one for one in reversed(everybody) if "@" in one.mail and not one.mail.endswith(_ROOMS)}
        others = [one for one in people.values() if one.mail != own]
        if not own:
            firms = {one.mail.partition("@")[2] for one in others}
            return others if len(firms) > 1 else []
        return [one for one in others if home in _OF_ANYBODY or one.mail.partition("@")[2] != home]

    def _as_on_record(self, card: Card, log: EncounterLog) -> Card:
        """A meeting that is on record already says so; with another time, it asks whether to move it."""
        id = meeting_id(self.member.id, card.uid)
        kept = log.by_id(id)
        if kept is None or kept.state == State.TAKEN_BACK:
            return card
        if card.meets_at is not None and kept.meets_at != card.meets_at and kept.outcome is None:
            return replace(card, partner=kept.partner, contact=kept.contact, encounter_id=id, has_moved=True)
        return replace(card, state=CardState.KEPT, encounter_id=id)


def _place(location: str) -> str:
    """Where it takes place; an address of the web is no place."""
    return "" if "://" in location else location[:_LONGEST].strip()
