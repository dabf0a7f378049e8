"""What firms, people and outside firms have in their calendars beyond the holidays of the country.

An entry closes days or works on them: once, every year, or every week. Where entries disagree the nearer one counts:
a day goes before a day of every year, that before a weekday; of the same kind the one that was added last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.core.calendars import Holiday
from bot.core.messages import Message

LONGEST_DAYS = 1_100
"""A leave of three years, the longest that the law knows for families (育児休業), and some weeks beside it."""
LONGEST_CLOSED_DAYS = 100
"""Of a firm, and of what comes every year: a longer one is a slip, such as a wrong year."""
LONGEST_NAME = 80
"""Characters."""


class Scope(StrEnum):
    """Whose calendar an entry belongs to."""

    COMPANY = "company"
    PERSON = "person"
    PARTNER = "partner"
    """An outside firm, as one of our firms knows it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEntry:
    """Days from `from_on` to `until_on`, both included, or ISO `weekdays` of every week where there are no days.

    `scope_id` is the firm's id, the person's id, or `partner_scope` of an outside firm. `is_yearly`: the same days of
    every year from then on; they may lead over New Year. `is_working`: work is done although the day would be off.
    """

    id: str
    scope: Scope
    scope_id: str
    name: str = ""
    is_working: bool = False
    from_on: date | None = None
    until_on: date | None = None
    is_yearly: bool = False
    weekdays: frozenset[int] = frozenset()
    added_by: str = ""
    added_at: datetime

    @property
    def is_weekly(self) -> bool:
        """True for weekdays of every week."""
        return self.from_on is None

    @property
    def is_once(self) -> bool:
        """True for days that do not come again."""
        return self.from_on is not None and not self.is_yearly

    @property
    def last_on(self) -> date | None:
        """The last of the days of an entry that is no weekly one, in its first year."""
        return self.until_on or self.from_on

    def covers(self, day: date) -> bool:
        """True where the entry speaks of that day."""
        first, last = self.from_on, self.last_on
        if first is None or last is None:
            return day.isoweekday() in self.weekdays
        if not self.is_yearly:
            return first <= day <= last
        over = last.year - first.year
        starts = (year for year in (day.year, day.year - over) if year >= first.year and year + over <= date.max.year)
        return any(_in_year(first, year) <= day <= _in_year(last, year + over) for year in starts)

    def has_ended(self, today: date) -> bool:
        """True where none of its days comes any more."""
        return self.is_once and self.last_on is not None and self.last_on < today


def partner_scope(company_id: str | None, partner_key: str) -> str:
    """The `scope_id` of an outside firm as a firm of ours knows it."""
    return f"{company_id or ''}:{partner_key}"


def fault_of(entry: CalendarEntry) -> Message | None:
    """Why an entry cannot be kept, in a sentence; None for a good one."""
    first, last = entry.from_on, entry.last_on
    if not entry.weekdays <= set(range(1, 8)) or (first is None and not entry.weekdays):
        return Message("calendar-fault-no-day")
    if first is not None and entry.weekdays:
        return Message("calendar-fault-both")
    if len(entry.name) > LONGEST_NAME:
        return Message("calendar-fault-name", {"count": LONGEST_NAME})
    if first is None or last is None:
        return None
    if last < first:
        return Message("calendar-fault-order")
    longest = LONGEST_DAYS if entry.scope is Scope.PERSON and not entry.is_yearly else LONGEST_CLOSED_DAYS
    days = (last - first).days + 1
    return Message("calendar-fault-long", {"days": days, "longest": longest}) if days > longest else None


class DayBook:
    """What the entries of one calendar say, day by day; each day is looked up once."""

    def __init__(self, entries: Iterable[CalendarEntry]) -> None:
        nearest_first = sorted(entries, key=lambda one: (one.is_once, not one.is_weekly, one.added_at), reverse=True)
        self.entries = tuple(nearest_first)
        self._said: dict[date, bool | None] = {}

    def says(self, day: date) -> bool | None:
        """True: it is worked; False: it is closed; None where nothing is said of the day."""
        if not self.entries:
            return None
        if day not in self._said:
            entry = self.entry_of(day)
            self._said[day] = entry.is_working if entry else None
        return self._said[day]

    def entry_of(self, day: date) -> CalendarEntry | None:
        """The entry that counts on a day."""
        return next((one for one in self.entries if one.covers(day)), None)

    def is_once_closed(self, day: date) -> bool:
        """True where the day is off by an entry that does not come again, such as leave."""
        entry = self.entry_of(day)
        return entry is not None and entry.is_once and not entry.is_working


@dataclass(frozen=True, kw_only=True, slots=True)
class HolidayTable:
    """Holidays of the country that somebody loaded, in order. `until` is the last day up to which they are known.

    Of two tables the one with the later `id` counts.
    """

    id: str
    source: str
    until: date
    holidays: tuple[Holiday, ...]
    loaded_by: str
    loaded_at: datetime


class CalendarStore(Protocol):
    """Calendars on record. Each call is one committed transaction and raises StorageError."""

    def revision(self) -> int:
        """Rises with every change."""
        ...

    def entries(self) -> Sequence[CalendarEntry]:
        """All entries that count, in the order in which they were added."""
        ...

    def entry(self, id: str) -> CalendarEntry | None:
        """One entry that counts."""
        ...

    def add(self, entry: CalendarEntry) -> bool:
        """Keep a new entry; False where its id is there already, and nothing changes."""
        ...

    def remove(self, id: str, at: datetime) -> CalendarEntry | None:
        """Take an entry away and return it; None where there is none that counts."""
        ...

    def restore(self, id: str) -> CalendarEntry | None:
        """Have an entry that was taken away count again and return it; None where there is none."""
        ...

    def removed(self, id: str) -> tuple[CalendarEntry, datetime] | None:
        """An entry that was taken away, and when."""
        ...

    def holidays(self) -> HolidayTable | None:
        """The table that counts; None where the one that comes with Minori counts."""
        ...

    def load_holidays(self, table: HolidayTable) -> None:
        """Keep a table; it counts from now on."""
        ...

    def unload_holidays(self) -> HolidayTable | None:
        """Forget the table that counts and return it; the one loaded before counts again. None where there is none."""
        ...


def _in_year(day: date, year: int) -> date:
    """The same day of another year; the last of February for February 29 where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
