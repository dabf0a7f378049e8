"""The one day to come, and the time, that a text names in whatever form: 明日の10時に送ってください."""

from __future__ import annotations

from datetime import date, time

from bot.core.calendars import WorkingDays
from bot.core.meetings.parsing import english_days, japanese_days, japanese_months, written_days
from bot.core.meetings.parsing.days import Today, find_days
from bot.core.meetings.parsing.folding import fold
from bot.core.meetings.parsing.times import find_times

RULES = (*written_days.RULES, *japanese_days.RULES, *japanese_months.RULES, *english_days.RULES)


def coming(text: str, *, on: date, calendar: WorkingDays) -> tuple[date | None, time | None]:
    """Read on a day; the day is None where none is named, or several are, and the time with it. Never raises."""
    folded = fold(text).text
    named = find_days(folded, Today(on, calendar), RULES)
    days = {one.reading.due for one in named if one.reading.due and one.reading.due >= on}
    if len(days) != 1:
        return None, None
    times = {one.at for one in find_times(folded) if one.at}
    return days.pop(), times.pop() if len(times) == 1 else None
