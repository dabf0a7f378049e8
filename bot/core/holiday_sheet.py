"""The government's table of holidays as text: two headings, then one day a line, such as `1955/1/1,元日`."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.calendars import Holiday
from bot.core.messages import Message
from bot.errors import PersonError

HEADINGS = ("国民の祝日・休日月日", "国民の祝日・休日名称")
_DAY = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})")
_LONGEST_NAME = 80
_YEARS_BACK = 5
_SPARE = 2
"""Since 1955 no year had fewer holidays than the leanest of the five before it, but for one or two."""
_MOST_PROBLEMS = 20


class HolidaysRefused(PersonError):
    """A table of holidays that cannot be used; names every problem."""

    def __init__(self, problems: Sequence[Message]) -> None:
        super().__init__("calendar-load-refused", count=len(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, kw_only=True, slots=True)
class HolidayChanges:
    """What a table changes: days that are new, that disappear, that get another name (before, after)."""

    added: tuple[Holiday, ...]
    gone: tuple[Holiday, ...]
    renamed: tuple[tuple[Holiday, Holiday], ...]


def knows_headings(text: str) -> bool:
    """True where the first line is that of the government's table: it was decoded as it was written."""
    lines = text.removeprefix("\ufeff").splitlines()
    return bool(lines) and tuple(map(_folded, _cells(lines[0]))) == HEADINGS


def read_holidays(text: str, *, present: Sequence[Holiday], today: date) -> tuple[Holiday, ...]:
    """The days in order. `present` is the table that counts now, which tells how full a year is.

    Raises HolidaysRefused with every problem and its line.
    """
    if not knows_headings(text):
        raise HolidaysRefused([Message("calendar-load-headings", {"line": "1", "headings": ",".join(HEADINGS)})])
    problems, found, lines = list[Message](), dict[date, Holiday](), dict[date, int]()
    for line, cells in _rows(text):
        holiday = _holiday(line, cells)
        if isinstance(holiday, Message):
            problems.append(holiday)
        elif holiday.day in found:
            twice = {"line": str(line), "day": holiday.day.isoformat(), "first": str(lines[holiday.day])}
            problems.append(Message("calendar-load-twice", twice))
        else:
            found[holiday.day], lines[holiday.day] = holiday, line
    # Of lines that cannot be read nothing is known: whether a year is full can be said of a whole table only.
    problems += [] if problems else _gaps(found, present, today)
    if problems:
        raise HolidaysRefused(problems[:_MOST_PROBLEMS])
    return tuple(found[day] for day in sorted(found))


def compare(before: Sequence[Holiday], after: Sequence[Holiday]) -> HolidayChanges:
    """What is different in `after`."""
    old, new = {one.day: one for one in before}, {one.day: one for one in after}
    return HolidayChanges(
        added=tuple(one for day, one in sorted(new.items()) if day not in old),
        gone=tuple(one for day, one in sorted(old.items()) if day not in new),
        renamed=tuple((old[day], new[day]) for day in sorted(old.keys() & new.keys()) if old[day] != new[day]),
    )


def _cells(line: str) -> tuple[str, ...]:
    cells = next(csv.reader([line]), [])
    return tuple(cell.strip() for cell in cells)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _rows(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Lines that hold anything, behind the headings, each with its number in the file."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        cells = _cells(line)
        if number > 1 and any(cells):
            yield number, cells


def _holiday(line: int, cells: tuple[str, ...]) -> Holiday | Message:
    where = {"line": str(line)}
    if len(cells) != len(HEADINGS):
        return Message("calendar-load-cells", {**where, "count": len(cells)})
    written, name = cells
    day = _day(written)
    if day is None:
        return Message("calendar-load-day", {**where, "value": written})
    if not name or len(name) > _LONGEST_NAME:
        return Message("calendar-load-name", where)
    return Holiday(day=day, name=name)


def _day(written: str) -> date | None:
    match = _DAY.fullmatch(_folded(written))
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _gaps(found: dict[date, Holiday], present: Sequence[Holiday], today: date) -> list[Message]:
    """Years that are missing or half empty: a table that was cut off is not to count."""
    counts = Counter(day.year for day in found)
    if today.year not in counts:
        return [Message("calendar-load-not-this-year", {"year": str(today.year)})]
    known = Counter(one.day.year for one in present) | counts
    problems = []
    for year in range(min(counts), max(counts) + 1):
        before = [known[one] for one in range(year - _YEARS_BACK, year) if known[one]]
        least = max(min(before, default=1) - _SPARE, 1)
        if counts[year] < least:
            problems.append(Message("calendar-load-thin", {"year": str(year), "count": counts[year], "least": least}))
    return problems
