"""Which days are offered to put something off to, or to let it rest until: working days of whoever is reminded then,
each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.core.meetings.ports import Calendars

OFFERED = 3
SLEEP_MONTHS = (1, 3, 6)
_WEEK = timedelta(days=7)


def later_days(today: date, person_id: str, calendars: Calendars) -> tuple[tuple[date, str], ...]:
    """Three days with the keys of their words, the next one first. Where two words mean the same day the first of them
    says it, and a later day comes in; 来週 is offered only where somebody works then. Raises NoWorkingDay."""
    sunday = today + timedelta(days=7 - today.isoweekday())
    offered = {calendars.next_working_day(today, person_id): "meeting-later-next"}
    offered.setdefault(calendars.add_working_days(today, 3, person_id), "meeting-later-three")
    for key, before in (("meeting-later-week", sunday), ("meeting-later-week-after", sunday + _WEEK)):
        day = calendars.next_working_day(before, person_id)
        if day <= before + _WEEK:
            offered.setdefault(day, key)
    offered.setdefault(calendars.add_working_days(today, 5, person_id), "meeting-later-five")
    return tuple(sorted(list(offered.items())[:OFFERED]))


def days_before(days: Sequence[tuple[date, str]], meeting_on: date | None) -> tuple[tuple[date, str], ...]:
    """Those before a meeting; where there is none, its own day."""
    if meeting_on is None:
        return tuple(days)
    return tuple(one for one in days if one[0] < meeting_on) or tuple(one for one in days if one[0] == meeting_on)


def sleep_days(today: date, person_id: str, calendars: Calendars) -> Iterator[tuple[int, date]]:
    """In one, three and six months: that day, or the first working day after it. Raises NoWorkingDay."""
    for months in SLEEP_MONTHS:
        yield months, calendars.add_working_days(months_after(today, months), 0, person_id)


def months_after(day: date, months: int) -> date:
    """The same day of a later month; the last one where that month is shorter."""
    year, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + year, month + 1, last)
        except ValueError:
            continue
    raise ValueError("every month has 28 days")
