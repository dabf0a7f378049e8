"""The days that a text names: each with its reading for what has happened and for what is planned."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from bot.core.calendars import WorkingDays
from bot.core.meetings.parsing.models import DAY_NOT_SAID, NO_SUCH_DAY

WEEKDAYS = "月火水木金土日"
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Dates beyond are slips of the fingers."""
FARTHEST_DAYS = 3_660


@dataclass(frozen=True, slots=True)
class Today:
    """From where the words are read: the day they were typed, and the working days."""

    on: date
    calendar: WorkingDays


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a day say: `met` if it has happened, `due` if it is planned; None where it cannot be that.

    `from_met` reads 翌日 and its like from the day of the encounter. `is_deadline` for 以内 and 中. `weekday` (Monday
    0) is
    the one written beside the date.
    """

    met: date | None = None
    due: date | None = None
    notes: tuple[str, ...] = ()
    from_met: Callable[[date], date | None] | None = None
    is_deadline: bool = False
    weekday: int | None = None

    def disagrees(self, day: date) -> bool:
        """True where the weekday written beside the date is not the day's: the date holds, the note says so."""
        return self.weekday is not None and day.weekday() != self.weekday


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day named in the text, from `begin` to `end`."""

    begin: int
    end: int
    reading: Reading
    on: date

    def meets(self, begin: int, end: int) -> bool:
        """True where it shares a character with what stands there."""
        return self.begin < end and begin < self.end

    @property
    def is_past(self) -> bool:
        """It can only have happened."""
        return self.reading.met is not None and self.reading.due is None

    @property
    def is_future(self) -> bool:
        """It can only be planned."""
        return self.reading.met is None and (self.reading.due is not None or self.reading.from_met is not None)

    @property
    def is_nearer_ahead(self) -> bool:
        """Of two readings of a date without a year the coming one is nearer, or alone has the weekday beside it."""
        met, due = self.reading.met, self.reading.due
        if met is None or due is None:
            return due is not None
        fits = [not self.reading.disagrees(one) for one in (met, due)]
        if fits[0] != fits[1]:
            return fits[1]
        return (due - self.on).days < (self.on - met).days

    @property
    def is_nearer_ahead_or_future(self) -> bool:
        """It is rather planned than past."""
        return self.is_future or (self.reading.due is not None and self.is_nearer_ahead)

    @property
    def is_said(self) -> bool:
        return bool(self.reading.met or self.reading.due or self.reading.from_met)


Rule: TypeAlias = tuple[re.Pattern[str], Callable[[re.Match[str], Today], Reading]]
VAGUE = Reading(notes=(DAY_NOT_SAID,))
IMPOSSIBLE = Reading(notes=(NO_SUCH_DAY,))


def find_days(text: str, today: Today, rules: Iterable[Rule]) -> list[NamedDay]:
    """The days named, in order; where two rules read the same words the longer reading holds. Never raises."""
    found: list[NamedDay] = []
    for pattern, read in rules:
        for match in pattern.finditer(text):
            found.append(NamedDay(match.start(), match.end(), _read(match, today, read), today.on))
    found.sort(key=lambda one: (one.begin, -one.end))
    kept: list[NamedDay] = []
    for one in found:
        if not kept or one.begin >= kept[-1].end:
            kept.append(one)
        elif one.begin > kept[-1].begin and one.end - one.begin > kept[-1].end - kept[-1].begin:
            kept[-1] = one
    return kept


def _read(match: re.Match[str], today: Today, read: Callable[[re.Match[str], Today], Reading]) -> Reading:
    try:
        return _within_sight(read(match, today), today.on)
    except (ValueError, OverflowError):
        return IMPOSSIBLE


def _within_sight(reading: Reading, on: date) -> Reading:
    """An encounter is not in the future, and nothing is centuries away."""
    met, due = reading.met, reading.due
    if met and (met > on or met.year < FIRST_YEAR):
        met = None
    if due and abs((due - on).days) > FARTHEST_DAYS:
        due = None
    if (reading.met or reading.due) and not (met or due):
        return replace(IMPOSSIBLE, notes=(*reading.notes, NO_SUCH_DAY))
    return replace(reading, met=met, due=due)


def exactly(day: date, on: date, *, is_deadline: bool = False) -> Reading:
    """One day whatever it is read for: in the past it has happened, in the future it is planned."""
    return Reading(met=day if day <= on else None, due=day if day >= on else None, is_deadline=is_deadline)


def within(day: date, on: date) -> Reading:
    """A day by which something is done."""
    return Reading(due=day if day >= on else None, is_deadline=True)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it has no such day."""
    month = day.year * 12 + day.month - 1 + months
    first = date(month // 12, month % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), month_end(first))


def month_end(day: date) -> date:
    """The last day of the month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def week_start(day: date) -> date:
    """The Monday of the week."""
    return day - timedelta(days=day.weekday())


def last_working_day(day: date, today: Today) -> date:
    """`day`, or the last working day before it."""
    while not today.calendar.is_working_day(day):
        day -= timedelta(days=1)
    return day


def first_working_day(day: date, today: Today) -> date:
    """`day`, or the first working day after it."""
    return today.calendar.next_working_day(day - timedelta(days=1))


def without_year(month: int, day: int, on: date) -> Reading:
    """A date without a year: the latest that has been, the next that comes. Raises ValueError for no such day.

    February 29 is the one of the nearest leap year on each side.
    """
    if not 1 <= month <= 12:
        raise ValueError("no such month")
    date(2000, month, day)
    return Reading(
        met=next((one for one in _years(month, day, range(on.year, on.year - 9, -1)) if one <= on), None),
        due=next((one for one in _years(month, day, range(on.year, on.year + 9)) if one >= on), None),
    )


def _years(month: int, day: int, years: Iterable[int]) -> Iterable[date]:
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def with_weekday(reading: Reading, weekday: str | None) -> Reading:
    """The reading with the weekday that is written beside the date: 11/27(金)."""
    return replace(reading, weekday=WEEKDAYS.index(weekday)) if weekday else reading
