"""Days in the words of Japanese: 昨日, 来週の水曜, 週明け, 3日後, 金曜, 5日.

Decisions, each where the language leaves a choice: weeks begin on Monday, so 来週の水曜 is the Wednesday of the next
calendar week. 週明け and 来週頭 are the first working day of the next week. 今週中 and 来週中 set a limit, the
last working day of that week; 来週 and a weekend alone set none and name no day, and neither do 先日, 盆明け and
GW明け: the date stays empty, with a note.
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
    week_start,
    with_weekday,
    within,
)
from bot.core.meetings.parsing.numerals import NUMBER, number

_SHIFTS = {
    **dict.fromkeys(
        "今日 本日 きょう 今晩 今夜 当日 さっき さきほど 先ほど 先程 ついさっき つい先ほど 今しがた たった今".split(), 0
    ),
    **dict.fromkeys("今朝 けさ".split(), 0),
    **dict.fromkeys("昨日 きのう 昨晩 昨夜 ゆうべ 昨夕".split(), -1),
    **dict.fromkeys("一昨日 おととい おとつい 一昨夜".split(), -2),
    **dict.fromkeys("一昨々日 一昨昨日 さきおととい".split(), -3),
    **dict.fromkeys("明日 あした あす 明朝 明晩 明夕".split(), 1),
    **dict.fromkeys("明後日 明々後日 あさって".split(), 2),
    **dict.fromkeys("明明後日 明々後日 しあさって".split(), 3),
}
_ALREADY = frozenset("さっき さきほど 先ほど 先程 ついさっき つい先ほど 今しがた たった今 今朝 けさ".split())
_RELATIVE = "|".join(sorted(_SHIFTS, key=len, reverse=True))
_WEEKS = {
    **{"先々週": -2, "先週": -1, "今週": 0, "来週": 1, "再来週": 2, "さ来週": 2},
    **{"さらいしゅう": 2, "らいしゅう": 1, "せんしゅう": -1},
}
_WEEK = "|".join(sorted(_WEEKS, key=len, reverse=True))
WEEKDAY_BESIDE = (
    rf"(?:\s?\(\s?(?P<beside>[{WEEKDAYS}])(?:曜日?)?[^)\d]{{0,3}}\)|(?:\s|の)?(?P<beside2>[{WEEKDAYS}])曜日?)?"
)
_OF_WEEK = rf"(?:(?P<day>[{WEEKDAYS}])曜日?|\((?P<day2>[{WEEKDAYS}])\)|(?P<day3>[{WEEKDAYS}])(?=[のにはま\d\s、,]|$))"


def beside(match: re.Match[str]) -> str | None:
    """The weekday written beside a date."""
    found = match.groupdict()
    return found.get("beside") or found.get("beside2")


def _shifted(match: re.Match[str], today: Today) -> Reading:
    day = today.on + timedelta(days=_SHIFTS[match[1]])
    if match[1] in _ALREADY:
        return Reading(met=day)
    return with_weekday(exactly(day, today.on), beside(match))


def _today_within(match: re.Match[str], today: Today) -> Reading:
    return within(today.on + timedelta(days=_SHIFTS[match[1]]), today.on)


def _weekday_of_week(match: re.Match[str], today: Today) -> Reading:
    named = match["day"] or match["day2"] or match["day3"]
    monday = week_start(today.on) + timedelta(weeks=_WEEKS[match["week"]])
    return exactly(monday + timedelta(days=WEEKDAYS.index(named)), today.on)


def _of_week(match: re.Match[str], today: Today) -> Reading:
    monday = week_start(today.on) + timedelta(weeks=_WEEKS[match["week"]])
    if match["part"] in {"中", "いっぱい", "内"}:
        return within(last_working_day(monday + timedelta(days=6), today), today.on)
    return exactly(first_working_day(monday, today), today.on)


def _after_weekend(_match: re.Match[str], today: Today) -> Reading:
    return exactly(first_working_day(week_start(today.on) + timedelta(weeks=1), today), today.on)


def _following_week(match: re.Match[str], _today: Today) -> Reading:
    named = match["day"] or match["day2"] or match["day3"]

    def read(met: date) -> date:
        return week_start(met) + timedelta(weeks=1, days=WEEKDAYS.index(named))

    return Reading(from_met=read)


def _following_day(match: re.Match[str], today: Today) -> Reading:
    words = match[0]
    if "営業" in words:
        return Reading(from_met=lambda met: today.calendar.next_working_day(met))
    days = 2 if "々" in words else 1
    return Reading(from_met=lambda met: met + timedelta(days=days))


def _counted(match: re.Match[str], today: Today) -> Reading:
    count, unit = number(match["count"]), match["unit"]
    way = -1 if match["way"] == "前" else 1
    if unit == "営業日":
        if way < 0:
            return VAGUE
        day = today.calendar.add_working_days(today.on, count)
    elif unit == "日":
        day = today.on + timedelta(days=way * count)
    elif unit.startswith("週"):
        day = today.on + timedelta(weeks=way * count)
    else:
        day = add_months(today.on, way * count * (12 if unit == "年" else 1))
    is_deadline = match["way"] not in {"前", "後"}
    return within(day, today.on) if is_deadline else exactly(day, today.on)


def _half_month(match: re.Match[str], today: Today) -> Reading:
    return exactly(today.on + timedelta(days=-15 if match[0].endswith("前") else 15), today.on)


def _weekday(match: re.Match[str], today: Today) -> Reading:
    """金曜 alone: the last one before today if it has been, the next one after today if it comes."""
    ahead = (WEEKDAYS.index(match["day"]) - today.on.weekday() - 1) % 7 + 1
    due = today.on + timedelta(days=ahead)
    met = due - timedelta(weeks=1) if ahead < 7 else today.on - timedelta(weeks=1)
    which = match["which"] or ""
    if which in {"次", "今度", "つぎ"}:
        return Reading(due=due)
    if which in {"前", "この前", "こないだ", "この間", "先日"}:
        return Reading(met=met)
    return Reading(met=met, due=due)


def _day_alone(match: re.Match[str], today: Today) -> Reading:
    """5日: the latest 5th if it has been, the next 5th if it comes."""
    wanted = number(match["number"])
    if not 1 <= wanted <= 31:
        raise ValueError("no such day")
    first = today.on.replace(day=1)
    months = [add_months(first, step) for step in range(-2, 4)]
    days = [one.replace(day=wanted) for one in months if month_end(one).day >= wanted]
    met = max((one for one in days if one <= today.on), default=None)
    return with_weekday(Reading(met=met, due=min(one for one in days if one >= today.on)), beside(match))


def _after_holidays(_match: re.Match[str], today: Today) -> Reading:
    """The working day after the next three or more free days in a row, where they begin within two months."""
    free, day = 0, today.on
    for _ in range(70):
        day += timedelta(days=1)
        if not today.calendar.is_working_day(day):
            free += 1
        elif free >= 3:
            return Reading(due=day)
        else:
            free = 0
    return VAGUE


def _vague(_match: re.Match[str], _today: Today) -> Reading:
    return VAGUE


_NOT_IN_NAME = r"(?![香子])"
RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"({_RELATIVE}){_NOT_IN_NAME}{WEEKDAY_BESIDE}", _shifted),
        (r"(今日|本日|明日|明後日|あした|あさって)中(?=に|は|まで|で|の|$)", _today_within),
        (rf"(?P<week>{_WEEK})の?\s?{_OF_WEEK}", _weekday_of_week),
        (
            rf"(?P<week>{_WEEK})の?(?P<part>中(?=に|で|は|、|$|の)|いっぱい|内|頭|あたま|初め|始め|はじめ|早々|明け)",
            _of_week,
        ),
        (rf"(?:{_WEEK})の?(?:末|前半|後半|半ば|[{WEEKDAYS}][{WEEKDAYS}、・か]+)?", _vague),
        (r"週明け(?:早々|すぐ)?(?:の?月曜日?)?", _after_weekend),
        (rf"翌週の?\s?{_OF_WEEK}", _following_week),
        (r"翌営業日|翌々日|(?<!日の)翌日|翌朝", _following_day),
        (
            rf"(?<![\d.第])(?P<count>{NUMBER})(?P<unit>営業日|日|週間?|[かヶカケヵ箇個]月|年)(?P<way>以内"
            rf"|[後前](?!半|述|回|日)|のうち|間以内)",
            _counted,
        ),
        (r"半月[後前]", _half_month),
        (
            rf"(?:(?P<which>次|今度|つぎ|この前|前|こないだ|この間|先日)の?)?(?P<day>[{WEEKDAYS}])曜(?!会|大工|市)日?",
            _weekday,
        ),
        (
            rf"(?<![\d月第一-鿿./])(?P<number>\d{{1,2}}"
            rf"|[一二三四五六七八九十]{{2,3}})日(?![間後前目以ほ程市本曜当替]){WEEKDAY_BESIDE}",
            _day_alone,
        ),
        (r"(?:次の)?連休明け", _after_holidays),
        (
            r"(?:お盆|盆|GW|ゴールデンウ[イィ]ーク|夏休み|正月)明け|先日|この間|こないだ|この前|今週末|週末"
            r"|年末(?!まで)(?!まで)"
            r"|来年度?|再来年|昨年|去年",
            _vague,
        ),
    )
)
"""Rules of `find_days`."""
