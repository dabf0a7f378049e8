"""Days and times as people write them, read on Friday, 20 November 2026 unless said otherwise."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.bootstrap import load_working_days
from bot.core.meetings.parsing.models import (
    AFTERNOON_ASSUMED,
    DAY_NOT_SAID,
    NO_SUCH_DAY,
    TIME_NOT_SAID,
    WEEKDAY_DISAGREES,
    Caught,
)
from bot.core.meetings.parsing.reading import parse_line
from tests.fakes.corpus import names

CALENDAR, NAMES = load_working_days(), names()
FRIDAY = date(2026, 11, 20)


def parse(text: str, on: date = FRIDAY) -> Caught:
    return parse_line(text, on=on, calendar=CALENDAR, names=NAMES)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("今日", (11, 20)),
        ("本日", (11, 20)),
        ("明日", (11, 21)),
        ("あさって", (11, 22)),
        ("しあさって", (11, 23)),
        ("来週の水曜", (11, 25)),
        ("来週水曜日", (11, 25)),
        ("来週(水)", (11, 25)),
        ("再来週の火曜", (12, 1)),
        ("今週の土曜", (11, 21)),
        ("週明け", (11, 24)),
        ("来週頭", (11, 24)),
        ("来週中", (11, 27)),
        ("月末", (11, 30)),
        ("今月末", (11, 30)),
        ("来月末", (12, 31)),
        ("来月5日", (12, 5)),
        ("来月の第2火曜", (12, 8)),
        ("来月初め", (12, 1)),
        ("今月27日", (11, 27)),
        ("3日後", (11, 23)),
        ("三日後", (11, 23)),
        ("1週間後", (11, 27)),
        ("2か月後", (2027, 1, 20)),
        ("1ヶ月後", (12, 20)),
        ("半月後", (12, 5)),
        ("10日以内", (11, 30)),
        ("3営業日後", (11, 26)),
        ("翌営業日", (11, 24)),
        ("11/27(金)", (11, 27)),
        ("11月27日", (11, 27)),
        ("十一月二十七日", (11, 27)),
        ("１２月１日", (12, 1)),
        ("12.1", (12, 1)),
        ("2026-12-01", (12, 1)),
        ("2026/12/1", (12, 1)),
        ("2026年12月1日", (12, 1)),
        ("令和8年12月1日", (12, 1)),
        ("R8.12.1", (12, 1)),
        ("来年1月15日", (2027, 1, 15)),
        ("1月15日", (2027, 1, 15)),
        ("年内", (12, 28)),
        ("年明け", (2027, 1, 4)),
        ("年度末", (2027, 3, 31)),
        ("連休明け", (11, 24)),
        ("5日", (12, 5)),
        ("金曜", (11, 27)),
        ("次の月曜", (11, 23)),
        ("12月末", (12, 31)),
    ],
)
def test_a_day_that_is_planned(words: str, day: tuple[int, ...]) -> None:
    expected = date(*day) if len(day) == 3 else date(2026, *day)
    caught = parse(f"{words}にサンプルを送る")
    assert (caught.due_on, caught.met_on, caught.next_step) == (expected, None, "サンプルを送る")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("昨日", (11, 19)),
        ("きのう", (11, 19)),
        ("おととい", (11, 18)),
        ("さきおととい", (11, 17)),
        ("今朝", (11, 20)),
        ("さっき", (11, 20)),
        ("ゆうべ", (11, 19)),
        ("先週の金曜", (11, 13)),
        ("先々週の水曜", (11, 4)),
        ("今週の火曜に", (11, 17)),
        ("先月15日に", (10, 15)),
        ("3日前に", (11, 17)),
        ("２週間前に", (11, 6)),
        ("11/5に", (11, 5)),
        ("12月1日に", (2025, 12, 1)),
        ("令和8年11月19日に", (11, 19)),
        ("水曜に", (11, 18)),
        ("金曜に", (11, 13)),
        ("5日に", (11, 5)),
        ("この前の月曜に", (11, 16)),
    ],
)
def test_a_day_on_which_they_met(words: str, day: tuple[int, ...]) -> None:
    expected = date(*day) if len(day) == 3 else date(2026, *day)
    caught = parse(f"{words}、山田製作所の田中さんと会った")
    assert (caught.met_on, caught.due_on) == (expected, None)


@pytest.mark.parametrize(
    ("words", "at", "notes"),
    [
        ("10時", time(10), ()),
        ("10時半", time(10, 30), ()),
        ("午前10時半", time(10, 30), ()),
        ("午後3時", time(15), ()),
        ("15:30", time(15, 30), ()),
        ("９：３０", time(9, 30), ()),
        ("10時〜11時", time(10), ()),
        ("朝9時", time(9), ()),
        ("夜7時", time(19), ()),
        ("昼の1時", time(13), ()),
        ("正午", time(12), ()),
        ("13時15分", time(13, 15), ()),
        ("3時", time(15), (AFTERNOON_ASSUMED,)),
        ("夕方", None, (TIME_NOT_SAID,)),
        ("朝一", None, (TIME_NOT_SAID,)),
        ("25時", None, ()),
    ],
)
def test_a_time(words: str, at: time | None, notes: tuple[str, ...]) -> None:
    caught = parse(f"来週水曜の{words}にサンプルを送る")
    assert (caught.due_on, caught.due_time, caught.notes) == (date(2026, 11, 25), at, notes)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("tomorrow", (11, 21)),
        ("next Wednesday", (11, 25)),
        ("this Saturday", (11, 21)),
        ("on Friday", (11, 27)),
        ("by Friday", (11, 27)),
        ("on Friday 27 Nov", (11, 27)),
        ("on Nov 27", (11, 27)),
        ("on 27 November 2026", (11, 27)),
        ("in 3 days", (11, 23)),
        ("in two weeks", (12, 4)),
        ("by the end of the month", (11, 30)),
        ("at the end of next month", (12, 31)),
        ("on the 5th", (12, 5)),
        ("within 3 business days", (11, 26)),
        ("on Wednesday next week", (11, 25)),
    ],
)
def test_a_planned_day_in_english(words: str, day: tuple[int, int]) -> None:
    caught = parse(f"Send samples {words}")
    assert (caught.due_on, caught.next_step) == (date(2026, *day), "Send samples")


@pytest.mark.parametrize("words", ["来週", "再来週", "来月", "週末", "盆明け", "来年度", "来月中旬"])
def test_a_week_or_a_month_is_no_day(words: str) -> None:
    caught = parse(f"{words}にサンプルを送る")
    assert caught.due_on is None
    assert DAY_NOT_SAID in caught.notes
    assert caught.next_step == f"{words}にサンプルを送る", "what no field holds stays in the words"


def test_the_date_holds_against_the_weekday() -> None:
    caught = parse("12月7日（火）に試作品を送る")
    assert (caught.due_on, caught.notes) == (date(2026, 12, 7), (WEEKDAY_DISAGREES,))


@pytest.mark.parametrize("words", ["2月30日", "13/45", "令和8年2月29日", "4月31日"])
def test_a_day_that_no_calendar_has(words: str) -> None:
    caught = parse(f"{words}にサンプルを送る")
    assert caught.due_on is None
    assert words == "13/45" or NO_SUCH_DAY in caught.notes


def test_february_29_is_that_of_a_leap_year() -> None:
    assert parse("2月29日にサンプルを送る").due_on == date(2028, 2, 29)
    assert parse("1か月後に送る", date(2027, 1, 31)).due_on == date(2027, 2, 28)


@pytest.mark.parametrize("on", [date(2026, 11, 19), date(2026, 11, 21), date(2026, 11, 22)])
def test_after_the_weekend_counts_holidays(on: date) -> None:
    assert parse("週明けに送る", on).due_on == date(2026, 11, 24)


def test_what_a_field_was_read_from_is_kept() -> None:
    caught = parse("昨日、展示会で㈱ﾔﾏﾀﾞの田中さんと名刺交換。来週水曜10時にサンプルを送る")
    assert caught.company == "㈱ﾔﾏﾀﾞ"
    assert (caught.words["met_on"], caught.words["due_on"], caught.words["due_time"]) == ("昨日", "来週水曜", "10時")
