"""From which day to which: a fiscal year to March 31, a quarter of one, a month, or any days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LONGEST = timedelta(days=3 * 366)
"""Nobody reads more than three years in one table."""


class PeriodKind(StrEnum):
    """The periods that can be chosen by name."""

    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    THIS_QUARTER = "this_quarter"
    LAST_QUARTER = "last_quarter"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both in it. Raises ValueError where the last day is before the first."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends before it begins")

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def within(self, other: Period) -> Period | None:
        """The days of it that are in another one; None where there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Period(first, last) if first <= last else None

    def months(self) -> Iterator[Period]:
        """The months of it, the first and the last as far as they are in it."""
        day = self.first
        while day <= self.last:
            whole = month_of(day)
            yield Period(max(whole.first, self.first), min(whole.last, self.last))
            day = whole.last + timedelta(days=1)


def month_of(day: date) -> Period:
    """The month of a day."""
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def quarter_of(day: date) -> Period:
    """The quarter of a day; quarters of a calendar year and of a fiscal year from April are the same days."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return Period(first, month_of(date(day.year, first.month + 2, 1)).last)


def fiscal_year(year: int) -> Period:
    """The fiscal year that begins on April 1 of a year and ends on March 31."""
    return Period(date(year, 4, 1), date(year + 1, 3, 31))


def fiscal_year_of(day: date) -> Period:
    """The fiscal year of a day."""
    return fiscal_year(day.year if day.month >= 4 else day.year - 1)


def named(kind: PeriodKind, today: date) -> Period:
    """A period by its name. Raises ValueError for FREE, which has days of its own."""
    whole = {
        PeriodKind.THIS_YEAR: fiscal_year_of,
        PeriodKind.LAST_YEAR: fiscal_year_of,
        PeriodKind.THIS_QUARTER: quarter_of,
        PeriodKind.LAST_QUARTER: quarter_of,
        PeriodKind.THIS_MONTH: month_of,
        PeriodKind.LAST_MONTH: month_of,
    }.get(kind)
    if whole is None:
        raise ValueError("a free period has no days by its name")
    now = whole(today)
    is_last = kind in (PeriodKind.LAST_YEAR, PeriodKind.LAST_QUARTER, PeriodKind.LAST_MONTH)
    return whole(now.first - timedelta(days=1)) if is_last else now
