"""Days written out: 2026-12-01, 2026年12月1日, 令和8年11月19日, R8.11.19, 来年1月15日, 11/27(金), 十二月一日, 12.1."""

from __future__ import annotations

import re
from datetime import date

from bot.core.meetings.parsing.days import (
    FIRST_YEAR,
    LAST_YEAR,
    Reading,
    Rule,
    Today,
    exactly,
    month_end,
    with_weekday,
    without_year,
)
from bot.core.meetings.parsing.japanese_days import WEEKDAY_BESIDE, beside
from bot.core.meetings.parsing.numerals import NUMBER, number

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988, "S": 1925}
_YEARS = {"今年": 0, "本年": 0, "来年": 1, "翌年": 1, "再来年": 2, "去年": -1, "昨年": -1, "一昨年": -2, "おととし": -2}


def _full(year: int, month: str, day: str, match: re.Match[str], today: Today) -> Reading:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError("out of sight")
    return with_weekday(exactly(date(year, number(month), number(day)), today.on), beside(match))


def _western(match: re.Match[str], today: Today) -> Reading:
    return _full(int(match["year"]), match["month"], match["day"], match, today)


def _short(match: re.Match[str], today: Today) -> Reading:
    return _full(2000 + int(match["year"]), match["month"], match["day"], match, today)


def _era(match: re.Match[str], today: Today) -> Reading:
    return _full(_ERAS[match["era"].upper()] + number(match["year"]), match["month"], match["day"], match, today)


def _of_year(match: re.Match[str], today: Today) -> Reading:
    return _full(today.on.year + _YEARS[match["year"]], match["month"], match["day"], match, today)


def _month_and_day(match: re.Match[str], today: Today) -> Reading:
    return with_weekday(without_year(number(match["month"]), number(match["day"]), today.on), beside(match))


def _end_of_month(match: re.Match[str], today: Today) -> Reading:
    month = number(match["month"])
    reading = without_year(month, 1, today.on.replace(day=1))
    first = reading.due
    if first is None:
        raise ValueError("no such month")
    due = month_end(first)
    before = month_end(first.replace(year=first.year - 1))
    return Reading(met=due if due <= today.on else before, due=due)


RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (
            rf"(?<!\d)(?P<year>\d{{4}})\s?[-/.年]\s?(?P<month>\d{{1,2}})\s?[-/.月]\s?(?P<day>\d{{1,2}})(?!\d)日?{WEEKDAY_BESIDE}",
            _western,
        ),
        (rf"(?<![\d/.-])(?P<year>2\d)/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?![\d/-]){WEEKDAY_BESIDE}", _short),
        (
            rf"(?P<era>令和|平成|昭和|(?<![A-Za-z])[RHSrhs])\s?(?P<year>元|{NUMBER})\s?[年./]\s?"
            rf"(?P<month>{NUMBER})\s?[月./]\s?(?P<day>{NUMBER})日?{WEEKDAY_BESIDE}",
            _era,
        ),
        (
            rf"(?P<year>{'|'.join(_YEARS)})の?\s?(?P<month>{NUMBER})[月/]\s?(?P<day>{NUMBER})日?{WEEKDAY_BESIDE}",
            _of_year,
        ),
        (
            rf"(?<![\d年一二三四五六七八九十])(?P<month>{NUMBER})\s?月\s?(?P<day>{NUMBER})日(?!間){WEEKDAY_BESIDE}",
            _month_and_day,
        ),
        (rf"(?<![\d/.])(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?![\d/%]){WEEKDAY_BESIDE}", _month_and_day),
        (
            rf"(?:(?<=[\s、。,;(])|^)(?P<month>1[0-2]|[1-9])\.(?P<day>[12]\d|3[01]|[1-9])"
            rf"(?=\s?\(|\s|に|まで|の(?!割)|、|は|$){WEEKDAY_BESIDE}",
            _month_and_day,
        ),
        (rf"(?<![\d年一二三四五六七八九十])(?P<month>{NUMBER})月末日?", _end_of_month),
    )
)
"""Rules of `find_days`."""
