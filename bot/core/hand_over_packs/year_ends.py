"""When fiscal years end: for most organisations alike, for some on another day."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

_A_LEAP_YEAR = 2024


@dataclass(frozen=True, kw_only=True, slots=True)
class YearEnds:
    """Month and day of the last day of a fiscal year; `of` has those of organisations that differ, by their names."""

    usual: tuple[int, int] = (3, 31)
    of: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def next_end(self, organisation: str, today: date) -> date:
        """The last day of the fiscal year in which a day lies; February 29 is the 28th where there is none."""
        month, last = self.of.get(_plain(organisation), self.usual)
        return next(end for year in (today.year, today.year + 1) if (end := _in(year, month, last)) >= today)


def year_ends(text: str) -> YearEnds:
    """Read `03-31` or `03-31; A name=09-30; …`. Raises ValueError for anything else."""
    usual, *others = text.split(";")
    named = dict[str, tuple[int, int]]()
    for one in others:
        name, _, day = one.rpartition("=")
        if not _plain(name):
            raise ValueError("an organisation has no name")
        named[_plain(name)] = _day(day)
    return YearEnds(usual=_day(usual), of=named)


def _day(text: str) -> tuple[int, int]:
    month, _, last = text.strip().partition("-")
    day = date(_A_LEAP_YEAR, int(month), int(last))
    return day.month, day.day


def _in(year: int, month: int, last: int) -> date:
    try:
        return date(year, month, last)
    except ValueError:
        return date(year, month, last - 1)


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())
