"""Working days of the country: weekdays and holidays. Holidays are data: knowledge/calendars/.

A day is a working day where it is one of the person's weekdays and nobody's holiday. Nothing here asks what day it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, time, timedelta, timezone, tzinfo
from itertools import pairwise
from typing import Protocol
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.core.data_files import parse_yaml
from bot.errors import DataFileError

MONDAY_TO_FRIDAY = frozenset({1, 2, 3, 4, 5})
"""ISO weekdays."""
_JAPAN = timezone(timedelta(hours=9))
_ONE_DAY = timedelta(days=1)


class Hours(Protocol):
    """When somebody works; `Member` in bot/core/people.py is one."""

    @property
    def time_zone(self) -> str:
        """An IANA name."""
        ...

    @property
    def works_until(self) -> time:
        """The end of a working day, in `time_zone`."""
        ...

    @property
    def works_on(self) -> frozenset[int]:
        """ISO weekdays, Monday 1."""
        ...


class WorkingDays:
    """Arithmetic over working days. `until` is the last day whose holidays are known, None where that is not said;
    `names` are those of holidays, by day."""

    def __init__(
        self, holidays: Collection[date], *, until: date | None = None, names: Mapping[date, str] | None = None
    ) -> None:
        self._holidays, self.until, self._names = frozenset(holidays), until, names or {}

    def is_working_day(self, day: date, works_on: Collection[int] = MONDAY_TO_FRIDAY) -> bool:
        """True where the weekday is worked and the day is no holiday."""
        return day.isoweekday() in works_on and day not in self._holidays

    def holiday_on(self, day: date) -> str | None:
        """The name of the holiday; "" for one without a name, such as a day around New Year; None for no holiday."""
        return self._names.get(day, "") if day in self._holidays else None

    def next_working_day(self, day: date, works_on: Collection[int] = MONDAY_TO_FRIDAY) -> date:
        """The first working day after `day`. Raises ValueError where no weekday is worked."""
        if not set(works_on) & set(range(1, 8)):
            raise ValueError("works_on names no weekday")
        following = day + _ONE_DAY
        while not self.is_working_day(following, works_on):
            following += _ONE_DAY
        return following

    def add_working_days(self, day: date, days: int, works_on: Collection[int] = MONDAY_TO_FRIDAY) -> date:
        """The `days`-th working day after `day`; `day` itself for 0. Raises ValueError for less."""
        if days < 0:
            raise ValueError("days must not be negative")
        for _ in range(days):
            day = self.next_working_day(day, works_on)
        return day


def zone_of(name: str) -> tzinfo:
    """The time zone of an IANA name; Japan's for a name that this machine does not know."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return _JAPAN


def is_zone(name: str) -> bool:
    """True for an IANA name that this machine knows."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


class Holiday(BaseModel):
    """A day on which nobody works, under its name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    day: date
    name: str = Field(min_length=1)


class YearEnd(BaseModel):
    """The days around New Year on which offices are closed although they are no public holidays; each `MM-DD`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str = Field(min_length=1)
    days: tuple[str, ...] = Field(min_length=1)

    def within(self, first: int, last: int) -> Iterator[date]:
        """The days of the years from `first` to `last`."""
        for year in range(first, last + 1):
            yield from (date.fromisoformat(f"{year}-{day}") for day in self.days)

    @model_validator(mode="after")
    def _are_days(self) -> YearEnd:
        # Any year will do: no day around New Year depends on it.
        list(self.within(2000, 2000))
        return self


class CalendarFile(BaseModel):
    """The whole of a file in knowledge/calendars/. `until` is the last day whose holidays have been announced."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int = Field(ge=1, le=1)
    source: str = Field(min_length=1)
    until: date
    year_end: YearEnd
    holidays: tuple[Holiday, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _in_order(self) -> CalendarFile:
        days = [one.day for one in self.holidays]
        for earlier, later in pairwise(days):
            if later <= earlier:
                raise ValueError(f"{later} does not come after {earlier}")
        if days[-1] > self.until:
            raise ValueError(f"{days[-1]} comes after `until` ({self.until})")
        return self

    def working_days(self) -> WorkingDays:
        """The calendar to count with. Offices close around New Year beyond `until` as well: that is a law."""
        first, last = self.holidays[0].day.year, self.until.year + 20
        days = {one.day for one in self.holidays} | set(self.year_end.within(first, last))
        return WorkingDays(days, until=self.until, names={one.day: one.name for one in self.holidays})


def load_calendar_file(text: str, *, path: str) -> CalendarFile:
    """Parse the file strictly. Raises DataFileError naming the entry and the reason."""
    try:
        return CalendarFile.model_validate(parse_yaml(text))
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc'])) or '-'}: {fault['msg']}" for fault in error.errors())
        raise DataFileError(path, "; ".join(faults)) from error
    except (yaml.YAMLError, ValueError) as error:
        # A ValueError is a day that no calendar has, such as February 30; YAML reads days itself.
        mark = getattr(error, "problem_mark", None)
        raise DataFileError(path, f"not YAML: {error}", mark.line + 1 if mark else None) from error
