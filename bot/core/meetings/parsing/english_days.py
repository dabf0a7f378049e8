"""Days in the words of English: yesterday, last Friday, next Wednesday, 27 November, in 3 days, end of next month.

"last Thursday" is the latest Thursday, but on a Friday not yesterday; "next Wednesday" is the Wednesday of next week
(weeks begin on Monday); "this Friday" the Friday of this week; "on
Friday" and "by Friday" the
next one if it is planned, the last one if it has been. "next week" alone names no day. 11/27 is read as month and day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.core.meetings.parsing.days import (
    FIRST_YEAR,
    LAST_YEAR,
    VAGUE,
    Reading,
    Rule,
    Today,
    add_months,
    exactly,
    first_working_day,
    last_working_day,
    month_end,
    week_start,
    within,
    without_year,
)

_SHIFTS = {
    **dict.fromkeys(
        ("today", "this morning", "this afternoon", "this evening", "tonight", "earlier today", "just now"), 0
    ),
    **{"yesterday": -1, "last night": -1, "the day before yesterday": -2, "tomorrow": 1, "the day after tomorrow": 2},
}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)\b"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:\.(?=\s*\d))?"
)
_COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4})(?!\d))?"
_BESIDE = rf"(?:{_WEEKDAY.replace('<weekday>', '<beside>')},?\s+(?:the\s+)?)?"
_BEHIND = rf"(?:\s?\(\s?{_WEEKDAY.replace('<weekday>', '<behind>')}\s?\))?"


def _number(match: re.Match[str]) -> int:
    words = match["count"].lower()
    return _COUNTS[words] if words in _COUNTS else int(words)


def _weekday_of(words: str) -> int:
    return _WEEKDAYS.index(words[:3].lower())


def _shifted(match: re.Match[str], today: Today) -> Reading:
    words = re.sub(r"\s+", " ", match[0].lower())
    day = today.on + timedelta(days=_SHIFTS[words])
    return Reading(met=day) if words in {"earlier today", "just now"} else exactly(day, today.on)


def _weekday(match: re.Match[str], today: Today) -> Reading:
    number, which = _weekday_of(match["weekday"]), re.sub(r"\s+", " ", (match["which"] or "").lower()).strip()
    monday = week_start(today.on)
    if which in {"next", "this"}:
        return exactly(monday + timedelta(weeks=which == "next", days=number), today.on)
    ahead = (number - today.on.weekday() - 1) % 7 + 1
    due, met = today.on + timedelta(days=ahead), today.on + timedelta(days=ahead - (7 if ahead < 7 else 14))
    met = today.on - timedelta(days=7) if ahead == 7 else met
    if which in {"last", "past", "previous", "this past"}:
        is_yesterday = met == today.on - timedelta(days=1) and monday <= met
        return Reading(met=met - timedelta(days=7) if is_yesterday else met)
    return Reading(due=due) if which in {"coming", "this coming"} else Reading(met=met, due=due)


def _of_next_week(match: re.Match[str], today: Today) -> Reading:
    weeks = -1 if match["which"].lower() == "last" else 1
    return exactly(week_start(today.on) + timedelta(weeks=weeks, days=_weekday_of(match["weekday"])), today.on)


def _written(match: re.Match[str], today: Today) -> Reading:
    month, day = _MONTHS.index(match["month"][:3].lower()) + 1, int(match["day"])
    beside = match.groupdict().get("beside") or match.groupdict().get("behind")
    if match["year"]:
        if not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
            raise ValueError("out of sight")
        reading = exactly(date(int(match["year"]), month, day), today.on)
    else:
        reading = without_year(month, day, today.on)
    return Reading(met=reading.met, due=reading.due, weekday=_weekday_of(beside) if beside else None)


def _ahead(match: re.Match[str], today: Today) -> Reading:
    count, unit = _number(match), match["unit"].lower()
    is_deadline = match["way"].lower() == "within"
    if "business" in unit or "working" in unit:
        day = today.calendar.add_working_days(today.on, count)
    else:
        day = _moved(today.on, count, unit)
    return within(day, today.on) if is_deadline else exactly(day, today.on)


def _ago(match: re.Match[str], today: Today) -> Reading:
    return Reading(met=_moved(today.on, -_number(match), match["unit"].lower()))


def _moved(day: date, count: int, unit: str) -> date:
    if unit.startswith("day"):
        return day + timedelta(days=count)
    if unit.startswith("week"):
        return day + timedelta(weeks=count)
    return add_months(day, count * (12 if unit.startswith("year") else 1))


def _end_of(match: re.Match[str], today: Today) -> Reading:
    which, unit = (match["which"] or "").lower(), match["unit"].lower()
    if unit == "year":
        return within(last_working_day(date(today.on.year + (which == "next"), 12, 31), today), today.on)
    if unit == "week":
        sunday = week_start(today.on) + timedelta(weeks=which == "next", days=6)
        return within(last_working_day(sunday, today), today.on)
    return exactly(month_end(add_months(today.on.replace(day=1), which == "next")), today.on)


def _start_of(match: re.Match[str], today: Today) -> Reading:
    if match["unit"].lower() == "week":
        return exactly(first_working_day(week_start(today.on) + timedelta(weeks=1), today), today.on)
    return exactly(first_working_day(add_months(today.on.replace(day=1), 1), today), today.on)


def _end_of_named(match: re.Match[str], today: Today) -> Reading:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    first = without_year(month, 1, today.on.replace(day=1)).due
    return Reading(due=month_end(first)) if first else VAGUE


def _day_alone(match: re.Match[str], today: Today) -> Reading:
    first = today.on.replace(day=1)
    wanted = int(match["day"])
    if not 1 <= wanted <= 31:
        raise ValueError("no such day")
    days = [one.replace(day=wanted) for step in range(-2, 4) if month_end(one := add_months(first, step)).day >= wanted]
    return Reading(
        met=max((one for one in days if one <= today.on), default=None), due=min(one for one in days if one >= today.on)
    )


def _following(match: re.Match[str], today: Today) -> Reading:
    if re.search(r"business|working", match[0], re.IGNORECASE):
        return Reading(from_met=lambda met: today.calendar.next_working_day(met))
    return Reading(from_met=lambda met: met + timedelta(days=1))


def _vague(_match: re.Match[str], _today: Today) -> Reading:
    return VAGUE


_LATIN_ALONE = r"(?<![A-Za-z0-9])"
RULES: tuple[Rule, ...] = tuple(
    (re.compile(_LATIN_ALONE + pattern, re.IGNORECASE), read)
    for pattern, read in (
        (
            r"(?:the day before yesterday|the day after tomorrow|earlier today|this (?:morning|afternoon|evening)"
            r"|last night|just now|yesterday|today|tonight|tomorrow)\b(?!'s\s+(?:world|technology))",
            _shifted,
        ),
        (
            rf"(?:(?P<which>next|this\s+coming|this\s+past|this|last|past|previous"
            rf"|coming)\s+)?{_WEEKDAY}(?!\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+[A-Z])",
            _weekday,
        ),
        (rf"(?:on\s+)?{_WEEKDAY}\s+(?:of\s+)?(?P<which>next|last)\s+week\b", _of_next_week),
        (rf"{_BESIDE}{_DAY}(?:\s+of)?\s+{_MONTH}{_YEAR}{_BEHIND}", _written),
        (rf"{_BESIDE}{_MONTH}\s+(?:the\s+)?{_DAY}(?![\d:]|\s?[ap]\.?m){_YEAR}{_BEHIND}", _written),
        (
            rf"(?P<way>in|within)\s+{_COUNT}\s+(?P<unit>(?:business|working)\s+days?|days?|weeks?|months?"
            rf"|years?)(?:'\s*time)?\b",
            _ahead,
        ),
        (
            rf"{_COUNT}\s+(?P<unit>(?:business|working)\s+days?|days?|weeks?|months?)\s+(?P<way>from\s+(?:now"
            rf"|today))\b",
            _ahead,
        ),
        (rf"{_COUNT}\s+(?P<unit>days?|weeks?|months?|years?)\s+ago\b", _ago),
        (r"(?:the\s+)?end\s+of\s+(?:the\s+)?(?P<which>next|this)?\s*(?P<unit>month|week|year)\b", _end_of),
        (r"(?P<which>next|this)?\s*(?P<unit>month|week|year)[ -]end\b", _end_of),
        (r"(?:the\s+)?(?:beginning|start)\s+of\s+next\s+(?P<unit>month|week)\b", _start_of),
        (rf"(?:the\s+)?end\s+of\s+{_MONTH}", _end_of_named),
        (
            r"the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:floor|time|annual|anniversary|edition|expo|fair))",
            _day_alone,
        ),
        (r"(?:the\s+)?(?:next|following)\s+(?:business|working)?\s*day\b", _following),
        (
            r"(?:early\s+|late\s+|sometime\s+|later\s+)?(?:next|last|this|the\s+following)\s+(?:week(?:end)?|month"
            r"|year|quarter)\b",
            _vague,
        ),
    )
)
"""Rules of `find_days`."""
