"""The workspace's own clock: real time moved by an offset. Once it runs it only moves forward."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

JAPAN = timezone(timedelta(hours=9))
_WEEKEND = (5, 6)


class WorkspaceClock:
    """What time it is in the workspace. `real` gives real unix seconds; `zone` is where working days are counted.

    `ahead` is how far it begins ahead of real time; a workspace of the past begins behind it.
    """

    def __init__(
        self,
        holidays: frozenset[date] = frozenset(),
        *,
        real: Callable[[], float] = time.time,
        zone: timezone = JAPAN,
        ahead: timedelta = timedelta(0),
    ) -> None:
        self.holidays = holidays
        self.zone = zone
        self._real = real
        self._offset = ahead

    @property
    def offset(self) -> timedelta:
        """How far the workspace is ahead of real time; below zero it is behind."""
        return self._offset

    def timestamp(self) -> float:
        """Return the workspace's time in unix seconds."""
        return self._real() + self._offset.total_seconds()

    def now(self) -> datetime:
        """Return the workspace's time, aware, in UTC."""
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def resume(self, ahead: timedelta) -> None:
        """Go on as a workspace that was kept: so far ahead of real time, or behind it."""
        self._offset = ahead

    def advance(self, by: timedelta) -> datetime:
        """Move forward and return the new time. Raises ValueError for a negative step."""
        if by < timedelta(0):
            raise ValueError("the workspace's clock only moves forward")
        self._offset += by
        return self.now()

    def move_to(self, moment: datetime) -> datetime:
        """Move forward to an aware moment and return it. Raises ValueError for a naive or past one."""
        if moment.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return self.advance(moment - self.now())

    def is_working_day(self, day: date) -> bool:
        """Whether people work on that day: neither a weekend nor a holiday."""
        return day.weekday() not in _WEEKEND and day not in self.holidays

    def next_working_day(self, hour: int = 9) -> datetime:
        """Return the given hour on the first working day after today; the clock stays (`move_to` moves it)."""
        day = self.now().astimezone(self.zone).date() + timedelta(days=1)
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return datetime(day.year, day.month, day.day, hour, tzinfo=self.zone)
