"""Days by the month and the year in the words of Japanese: 来月5日, 月末, 来月の第2火曜, 年内, 年明け, 年度末.

Decisions: 月末 and 年度末 are the last day of the calendar; 月初 and 年明け the first working day; what is to be done
年内, or
by 年末, is due on the last working day of the year. A month or a year alone, 上旬, 中旬 and 下旬 name no day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.core.meetings.parsing.days import (
    VAGUE,
    WEEKDAYS,
    Reading,
    Rule,
    Today,
    add_months,
    exactly,
    first_working_day,
    last_working_day,
    month_end,
    with_weekday,
    within,
)
from bot.core.meetings.parsing.japanese_days import WEEKDAY_BESIDE, beside
from bot.core.meetings.parsing.numerals import NUMBER, number

_MONTHS = {"先々月": -2, "先月": -1, "今月": 0, "当月": 0, "来月": 1, "再来月": 2, "さ来月": 2}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))


def _day_of_month(match: re.Match[str], today: Today) -> Reading:
    first = add_months(today.on.replace(day=1), _MONTHS[match["month"]])
    return with_weekday(exactly(first.replace(day=number(match["number"])), today.on), beside(match))


def _nth_weekday(match: re.Match[str], today: Today) -> Reading:
    first = add_months(today.on.replace(day=1), _MONTHS[match["month"]])
    ahead = (WEEKDAYS.index(match["day"]) - first.weekday()) % 7
    day = first + timedelta(days=ahead, weeks=number(match["nth"]) - 1)
    if day.month != first.month or match["nth"] in {"0", "〇"}:
        raise ValueError("the month has no such weekday")
    return exactly(day, today.on)


def _of_month(match: re.Match[str], today: Today) -> Reading:
    first = add_months(today.on.replace(day=1), _MONTHS[match["month"]])
    if match["part"].startswith("末"):
        return exactly(month_end(first), today.on)
    if match["part"] in {"中", "内", "いっぱい"}:
        return within(month_end(first), today.on)
    return exactly(first_working_day(first, today), today.on)


def _month_end(_match: re.Match[str], today: Today) -> Reading:
    before = today.on.replace(day=1) - timedelta(days=1)
    return Reading(met=today.on if today.on == month_end(today.on) else before, due=month_end(today.on))


def _month_start(_match: re.Match[str], today: Today) -> Reading:
    first = today.on.replace(day=1)
    this = first_working_day(first, today)
    following = first_working_day(add_months(first, 1), today)
    return Reading(met=this if this <= today.on else None, due=this if this >= today.on else following)


def _year_end(_match: re.Match[str], today: Today) -> Reading:
    return within(last_working_day(date(today.on.year, 12, 31), today), today.on)


def _new_year(_match: re.Match[str], today: Today) -> Reading:
    return Reading(due=first_working_day(date(today.on.year + 1, 1, 1), today))


def _fiscal_year_end(_match: re.Match[str], today: Today) -> Reading:
    return within(date(today.on.year + (today.on.month > 3), 3, 31), today.on)


def _vague(_match: re.Match[str], _today: Today) -> Reading:
    return VAGUE


RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?P<month>{_MONTH})の?\s?(?P<number>{NUMBER})日(?!間|後|前){WEEKDAY_BESIDE}", _day_of_month),
        (rf"(?P<month>{_MONTH})の?\s?第\s?(?P<nth>[1-5一二三四五])\s?(?P<day>[{WEEKDAYS}])曜日?", _nth_weekday),
        (
            rf"(?P<month>{_MONTH})の?(?P<part>末日?|中(?=に|で|は|、|$|の)|いっぱい|内|初め|始め|はじめ|頭|あたま"
            rf"|初旬?早々)",
            _of_month,
        ),
        (r"(?<![一-鿿\d])月(?:末日?|内)|(?<=[のにはで、\s])月末", _month_end),
        (r"(?<![一-鿿\d])月初(?:め)?", _month_start),
        (r"年内(?:中)?|年末(?=まで)|今年中", _year_end),
        (r"年明け(?:早々|すぐ)?", _new_year),
        (r"(?:今)?年度(?:末|内|中)(?!の?報告)", _fiscal_year_end),
        (rf"(?:{_MONTH}|翌月)の?(?:[上中下]旬|半ば|中旬|前半|後半)?", _vague),
    )
)
"""Rules of `find_days`."""
