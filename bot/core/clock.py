"""The business clock: what day and hour it is for people. Nothing else in the core asks the system."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

_JAPAN = timezone(timedelta(hours=9))


def day_of(moment: datetime) -> date:
    """The day on which a moment falls for the people we serve: in Japan, which has no summer time."""
    return moment.astimezone(_JAPAN).date()


class Clock(Protocol):
    """Says what time it is."""

    def now(self) -> datetime:
        """Return the present moment as an aware UTC datetime."""
        ...


class SystemClock:
    """The only caller of the system clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class VirtualClock:
    """A clock that a test or a demonstration moves; it only moves forward."""

    def __init__(self, start_at: datetime) -> None:
        if start_at.tzinfo is None:
            raise ValueError("start_at must be aware")
        self._now = start_at.astimezone(UTC)

    def now(self) -> datetime:
        return self._now

    def advance(self, by: timedelta) -> None:
        """Move forward. Raises ValueError for a negative step."""
        if by < timedelta(0):
            raise ValueError("the business clock only moves forward")
        self._now += by
