"""When people do something: in their hours, on their working days, never while nothing runs."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot.simulation.habits import Habits
from bot.simulation.rules import Calendar, moment
from bot.simulation.town import JAPAN, Person, Town

Act = Callable[[], object]
_TICKS = tuple(map(time.fromisoformat, "00:30 09:00 10:00 13:00 16:30 18:30 22:00 23:00".split()))
"""In Japan; what runs every two seconds runs here at these moments, in the night and on Sundays as well."""


class Diary:
    """What is to be done, in the order of time."""

    def __init__(self, town: Town, calendar: Calendar, chance: Random) -> None:
        self._town, self._calendar, self._chance = town, calendar, chance
        self._acts: list[tuple[datetime, int, Act]] = []
        self._number = 0
        self.ends_at = moment(town.last + timedelta(days=1), time(0), JAPAN)

    def add(self, at: datetime, act: Act) -> None:
        """At a moment; after the end nothing is done, and in the outage it waits until after it."""
        at = self._after_outage(at)
        if at < self.ends_at:
            self._number += 1
            heapq.heappush(self._acts, (at, self._number, act))

    def next(self) -> tuple[datetime, Act] | None:
        """The first of it."""
        if not self._acts:
            return None
        at, _, act = heapq.heappop(self._acts)
        return at, act

    def in_hours(self, person: Person, after: datetime, *, days_later: int = 0) -> datetime:
        """Some time in the hours of somebody: soon, or on a later working day of theirs."""
        minutes = self._chance.randint(1, 180)
        at = after + timedelta(minutes=minutes)
        here = at.astimezone(ZoneInfo(person.zone))
        is_now = self._calendar.works(person, here.date()) and person.opens <= here.time() < person.closes
        if is_now and not days_later:
            return at
        day = self._calendar.after(person, after.astimezone(ZoneInfo(person.zone)).date(), max(days_later, 1))
        return self._within(person, day)

    def some_day(self, person: Person) -> datetime | None:
        """A moment of the simulation at which somebody works; None where there is none left."""
        length = (self._town.last - self._town.first).days
        day = self._calendar.from_on(person, self._town.first + timedelta(days=self._chance.randint(0, length)))
        return self._within(person, day) if day <= self._town.last else None

    def ticks(self) -> Iterator[datetime]:
        """The moments at which reminders are planned and sent; none in the outage."""
        day = self._town.first
        while day <= self._town.last:
            for hour in _TICKS:
                if not self.is_out(at := moment(day, hour, JAPAN)):
                    yield at
            day += timedelta(days=1)

    def is_out(self, at: datetime) -> bool:
        """Does nothing run?"""
        return self._after_outage(at) != at

    def _after_outage(self, at: datetime) -> datetime:
        if self._town.outage is None:
            return at
        first, last = self._town.outage
        begins, ends = moment(first, time(0), JAPAN), moment(last + timedelta(days=1), time(0), JAPAN)
        # Whoever waited comes back during the first morning.
        return ends + timedelta(hours=9) + (at - begins) / 24 if begins <= at < ends else at

    def _within(self, person: Person, day: date) -> datetime:
        length = (datetime.combine(day, person.closes) - datetime.combine(day, person.opens)).seconds // 60
        opens = moment(day, person.opens, person.zone)
        return (opens + timedelta(minutes=self._chance.randrange(length))).astimezone(UTC)


def enter_encounters(
    diary: Diary,
    habits: Habits,
    town: Town,
    encounters: int,
    chance: Random,
    does: Callable[[str, Person, int], Act],
) -> None:
    """Who writes down what, when: `does` makes the act of a kind ("line", "cards", "visit", "for")."""
    left, staff = encounters, [one for one in town.people if one.is_coordinator]
    members = [one for one in town.people if not one.is_coordinator]
    capturing = habits.capturing
    while left > 0:
        size = 1
        fair = capturing.at_fairs / (sum(capturing.cards) / 2)
        single = 1 - capturing.at_fairs
        kinds = {"cards": fair, "visit": capturing.visits, "for": capturing.written_for}
        kinds["line"] = single - capturing.visits - capturing.written_for
        kind = chance.choices(list(kinds), weights=list(kinds.values()))[0]
        if kind == "cards":
            size = min(left, chance.randint(*capturing.cards))
        kind = "line" if kind == "cards" and size < 2 else kind
        person = chance.choice(staff if kind in ("visit", "for") else members)
        at = diary.some_day(person)
        if at is not None:
            diary.add(at, does(kind, person, size))
            left -= size
