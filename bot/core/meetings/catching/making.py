"""Lists made of what was pasted or dropped: cards with their marks, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.clock import Clock
from bot.core.meetings.catching.models import MOST_CARDS, NOTHING, Card, CardList, LeftOut, id_from
from bot.core.meetings.catching.recognising import Recognition, marked
from bot.core.meetings.chat.wording import reader_of
from bot.core.meetings.parsing.meeting_words import is_meeting
from bot.core.meetings.parsing.models import CardList as PastedLines
from bot.core.meetings.parsing.models import Caught
from bot.core.meetings.ports import Calendars
from bot.core.messages import Message, Sentences
from bot.core.people import Member

FIRST_HOUR = "10:00"
"""When the step for all is due on the next working day, until its owner says another hour."""


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """Where the cards of a list come from, and what was said of all of them."""

    source: str = ""
    event: str = ""
    met_on: date | None = None
    is_calendar: bool = False
    left_out: LeftOut = NOTHING


class Making:
    """Makes lists for their owner."""

    def __init__(self, *, recognition: Recognition, calendars: Calendars, sentences: Sentences, clock: Clock) -> None:
        self._recognition, self._calendars = recognition, calendars
        self._sentences, self._clock = sentences, clock

    def of_lines(self, request_id: str, member: Member, pasted: PastedLines, *, count: int) -> CardList:
        """What was pasted. Of `count` lines, those beyond 500 were not read."""
        cards = tuple(_of_line(number, one) for number, one in enumerate(pasted.cards[:MOST_CARDS], start=1))
        left_out = LeftOut(too_many=max(0, count - MOST_CARDS))
        about = About(event=pasted.event or "", met_on=pasted.met_on, left_out=left_out)
        return self.of_cards(request_id, member, cards, about)

    def of_cards(self, request_id: str, member: Member, cards: Sequence[Card], about: About) -> CardList:
        """A list of these cards, with whoever stands on it twice or is known already marked."""
        reader = reader_of(member, self._clock)
        company_id = member.company.id if member.company else None
        here = [_met_by(card, reader.today) for card in cards]
        step = Message("catch-default-step")
        return CardList(
            id=id_from(request_id, "list"),
            by_id=member.id,
            company_id=company_id,
            created_at=self._clock.now(),
            source=about.source,
            is_calendar=about.is_calendar,
            event=about.event,
            met_on=about.met_on if about.met_on and about.met_on <= reader.today else None,
            step="" if about.is_calendar else self._sentences.say(step, locale=reader.locale),
            due_on=None if about.is_calendar else self.first_day(member),
            due_time="" if about.is_calendar else FIRST_HOUR,
            cards=tuple(here) if about.is_calendar else marked(here, self._recognition, company_id),
            left_out=about.left_out,
        )

    def first_day(self, member: Member) -> date:
        """The next working day of somebody."""
        return self._calendars.next_working_day(reader_of(member, self._clock).today, member.id)

    def fresh(self, one: CardList, member: Member) -> CardList:
        """The list with a day and an hour for its step that have not passed meanwhile."""
        reader = reader_of(member, self._clock)
        is_gone = one.due_on == reader.today and "" < one.due_time < reader.hour
        if one.due_on is None or (one.due_on >= reader.today and not is_gone):
            return one
        return replace(one, due_on=self.first_day(member))

    def now(self) -> datetime:
        """The present moment."""
        return self._clock.now()


def _of_line(number: int, caught: Caught) -> Card:
    is_named = bool(caught.company or caught.person)
    return Card(
        number=number,
        partner=caught.company or "",
        contact=caught.person or "",
        title=caught.title or "",
        note="" if is_named else caught.text.strip(),
        event=caught.event or "",
        met_on=caught.met_on,
        next_step=caught.next_step or "",
        due_on=caught.due_on,
        due_time=f"{caught.due_time:%H:%M}" if caught.due_time else "",
        is_meeting=is_meeting(caught.next_step or ""),
    )


def _met_by(card: Card, today: date) -> Card:
    """Nobody has been met on a day to come."""
    return replace(card, met_on=None) if card.met_on and card.met_on > today else card
