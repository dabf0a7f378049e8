"""The working days of one person, and what is counted in them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.calendar_entries import DayBook
from bot.core.calendars import MONDAY_TO_FRIDAY, Hours, WorkingDays, zone_of
from bot.errors import PersonError

MOST_AHEAD = 400
"""Days, leave not counted, in which a working day has to come."""
_ONE_DAY = timedelta(days=1)
_EVERY_DAY = frozenset(range(1, 8))


class NoWorkingDay(PersonError):
    """Somebody's calendar has no working day within reach."""


class OffKind(StrEnum):
    """Why somebody does not work on a day."""

    WEEKDAY = "weekday"
    HOLIDAY = "holiday"
    NEW_YEAR = "new_year"
    FIRM = "firm"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which somebody does not work, and why. `name` is that of the holiday or of the firm's days, or ""."""

    day: date
    kind: OffKind
    name: str = ""


class Days(Protocol):
    """Working days of one person."""

    def is_working_day(self, day: date) -> bool:
        """Does the person work on that day?"""
        ...

    def next_working_day(self, day: date) -> date:
        """The first one after `day`."""
        ...

    def add_working_days(self, day: date, days: int) -> date:
        """The `days`-th one after `day`."""
        ...


class PersonDays:
    """The working days of one person. `away` are days of leave without an entry: from the first up to the second."""

    def __init__(
        self,
        country: WorkingDays,
        *,
        name: str = "",
        works_on: Collection[int] = MONDAY_TO_FRIDAY,
        firm: DayBook | None = None,
        own: DayBook | None = None,
        away: tuple[date, date] | None = None,
    ) -> None:
        self._country, self._name, self._away = country, name, away
        self._works_on = frozenset(works_on) & _EVERY_DAY or MONDAY_TO_FRIDAY
        self._firm, self._own = firm or DayBook(()), own or DayBook(())
        self._known: dict[date, bool] = {}

    def is_working_day(self, day: date) -> bool:
        """Does the person work on that day? Leave goes before the firm's calendar, that before the country's."""
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = self._works(day)
        return known

    def _works(self, day: date) -> bool:
        if self._is_away(day):
            return False
        own = self._own.says(day)
        if own is not None:
            return own
        firm = self._firm.says(day)
        # A working Saturday is one for everybody with a full week; of others only where it is one of their days.
        if firm and (day.isoweekday() in self._works_on or self._works_on >= MONDAY_TO_FRIDAY):
            return True
        return firm is not False and self._country.is_working_day(day, self._works_on)

    def day_off(self, day: date) -> DayOff | None:
        """Why the person does not work on that day; None where they do."""
        if self.is_working_day(day):
            return None
        if day.isoweekday() not in self._works_on:
            return DayOff(day, OffKind.WEEKDAY)
        if self._is_away(day) or self._own.says(day) is False:
            return DayOff(day, OffKind.OWN)
        entry = self._firm.entry_of(day)
        if entry is not None:
            return DayOff(day, OffKind.FIRM, entry.name)
        name = self._country.holiday_on(day)
        return DayOff(day, OffKind.HOLIDAY, name) if name else DayOff(day, OffKind.NEW_YEAR)

    def next_working_day(self, day: date) -> date:
        """The first one after `day`. Raises NoWorkingDay where none comes."""
        return self._nearest(day, _ONE_DAY)

    def previous_working_day(self, day: date) -> date:
        """The last one before `day`. Raises NoWorkingDay where there is none."""
        return self._nearest(day, -_ONE_DAY)

    def add_working_days(self, day: date, days: int) -> date:
        """The `days`-th one after `day`; for 0 `day` itself, or the first one after it where it is none.

        Raises ValueError for fewer than 0, NoWorkingDay.
        """
        if days < 0:
            raise ValueError("days must not be negative")
        if days == 0:
            return day if self.is_working_day(day) else self.next_working_day(day)
        for _ in range(days):
            day = self.next_working_day(day)
        return day

    def _nearest(self, day: date, step: timedelta) -> date:
        tried = 0
        try:
            while tried < MOST_AHEAD:
                day += step
                if self._away and self._is_away(day):
                    day = self._away[1] if step > timedelta(0) else self._away[0] - _ONE_DAY
                    tried = MOST_AHEAD if day == date.max else tried
                if tried < MOST_AHEAD and self.is_working_day(day):
                    return day
                # A long leave does not count: somebody comes back from it.
                tried += not self._own.is_once_closed(day)
        except OverflowError:
            pass
        raise NoWorkingDay("calendar-no-working-day", name=self._name, days=MOST_AHEAD)

    def _is_away(self, day: date) -> bool:
        return self._away is not None and self._away[0] <= day < self._away[1]


def working_day_ends(days: Days, moment: datetime, count: int, member: Hours) -> datetime:
    """When the `count`-th working day after `moment` ends for the member, as an aware UTC datetime."""
    if moment.tzinfo is None:
        raise ValueError("moment must be aware")
    zone = zone_of(member.time_zone)
    here = moment.astimezone(zone)
    day = here.date()
    if here.time() >= member.works_until or not days.is_working_day(day):
        day = days.next_working_day(day)
    last = days.add_working_days(day, count)
    return datetime.combine(last, member.works_until, tzinfo=zone).astimezone(UTC)
