"""Working days: weekdays, holidays, the end of a year, and by when somebody answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.holiday_file import shipped_calendar
from bot.bootstrap import load_working_days
from bot.core.calendars import WorkingDays, is_zone, load_calendar_file, zone_of
from bot.core.people import Member
from bot.core.person_days import PersonDays, working_day_ends
from bot.errors import DataFileError

JAPAN = load_working_days()


def member(time_zone: str = "Asia/Tokyo", until: time = time(17, 0), works_on: frozenset[int] | None = None) -> Member:
    days = frozenset({1, 2, 3, 4, 5}) if works_on is None else works_on
    return Member(id="p", address="U", name="鈴木", time_zone=time_zone, works_until=until, works_on=days)


def reply_by(moment: datetime, days: int, member: Member) -> datetime:
    return working_day_ends(PersonDays(JAPAN, works_on=member.works_on), moment, days, member)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-20", True),  # Friday
        ("2026-11-21", False),  # Saturday
        ("2026-11-23", False),  # 勤労感謝の日
        ("2026-05-06", False),  # 振替の休日
        ("2026-09-22", False),  # between two holidays
        ("2026-12-28", True),
        ("2026-12-29", False),  # offices are closed, though it is no holiday
        ("2027-01-03", False),
        ("2027-01-04", True),
        ("2030-12-31", False),  # known by law beyond the list
        ("2021-07-23", False),  # moved for the Olympic games
        ("2021-10-11", True),  # and with it the day it would have been
    ],
)
def test_days_of_japan(day: str, works: bool) -> None:
    assert JAPAN.is_working_day(date.fromisoformat(day)) is works


MOVED = {
    2019: "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23",
    2020: "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23",
    2021: "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23",
}
"""The years of 即位の日 and of the Olympic games, as the government's table has them."""


@pytest.mark.parametrize("year", MOVED)
def test_the_years_in_which_holidays_moved(year: int) -> None:
    expected = [date(year, *map(int, day.split("/"))) for day in MOVED[year].split()]
    assert [one.day for one in shipped_calendar().holidays if one.day.year == year] == expected


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2019-04-30", "休日"),
        ("2019-05-01", "休日（祝日扱い）"),
        ("2019-10-22", "休日（祝日扱い）"),
        ("2020-07-23", "海の日"),
        ("2020-07-24", "スポーツの日"),
        ("2021-07-22", "海の日"),
        ("2021-08-08", "山の日"),
        ("2021-08-09", "休日"),
        ("2024-02-12", "休日"),
    ],
)
def test_moved_and_substitute_days_have_their_names(day: str, name: str) -> None:
    names = {one.day: one.name for one in shipped_calendar().holidays}
    assert names[date.fromisoformat(day)] == name


def test_the_next_working_day_leaps_over_a_holiday_and_a_weekend() -> None:
    assert JAPAN.next_working_day(date(2026, 11, 20)) == date(2026, 11, 24)
    assert JAPAN.next_working_day(date(2026, 12, 28)) == date(2027, 1, 4)
    assert JAPAN.add_working_days(date(2026, 11, 20), 2) == date(2026, 11, 25)
    assert JAPAN.add_working_days(date(2026, 11, 21), 0) == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-17T10:00+09:00", "2026-11-19T17:00+09:00"),
        ("2026-11-17T17:00+09:00", "2026-11-20T17:00+09:00"),  # after hours: as if on Wednesday
        ("2026-11-20T10:00+09:00", "2026-11-25T17:00+09:00"),  # over the weekend and a holiday
        ("2026-11-20T20:00+09:00", "2026-11-26T17:00+09:00"),
        ("2026-11-21T10:00+09:00", "2026-11-26T17:00+09:00"),  # on a day off
        ("2026-11-16T23:30+00:00", "2026-11-19T17:00+09:00"),  # already Tuesday in Japan
    ],
)
def test_two_working_days_to_reply(moment: str, expected: str) -> None:
    ends_at = reply_by(datetime.fromisoformat(moment), 2, member())
    assert ends_at == datetime.fromisoformat(expected)
    assert ends_at.tzinfo is UTC


def test_the_hours_and_days_of_the_person_count() -> None:
    moment = datetime(2026, 11, 17, 1, 0, tzinfo=UTC)
    assert reply_by(moment, 1, member(until=time(12, 30))) == datetime(2026, 11, 18, 3, 30, tzinfo=UTC)
    assert reply_by(moment, 1, member(works_on=frozenset({2}))) == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    berlin = reply_by(datetime(2026, 3, 26, 9, 0, tzinfo=UTC), 2, member("Europe/Berlin"))
    assert berlin == datetime(2026, 3, 30, 15, 0, tzinfo=UTC), "summer time began in between"


def test_what_is_not_known_of_a_person_does_not_stop_anybody() -> None:
    moment = datetime(2026, 11, 17, 1, 0, tzinfo=UTC)
    assert reply_by(moment, 2, member("Mars/Base")) == reply_by(moment, 2, member())
    assert reply_by(moment, 2, member(works_on=frozenset())) == reply_by(moment, 2, member())
    assert zone_of("").utcoffset(moment) == zone_of("Asia/Tokyo").utcoffset(moment)
    assert [is_zone(name) for name in ("Asia/Tokyo", "", "Asia", "../etc", "asia tokyo")] == [True, *[False] * 4]


def test_what_cannot_be_counted_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        reply_by(datetime(2026, 11, 17), 2, member())  # noqa: DTZ001
    with pytest.raises(ValueError, match="weekday"):
        JAPAN.next_working_day(date(2026, 11, 17), frozenset({9}))
    with pytest.raises(ValueError, match="negative"):
        JAPAN.add_working_days(date(2026, 11, 17), -1)


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 30), st.sets(st.integers(1, 7), min_size=1))
def test_between_two_days_lie_exactly_so_many_working_days(day: date, days: int, works_on: set[int]) -> None:
    end = JAPAN.add_working_days(day, days, works_on)
    between = [date.fromordinal(number) for number in range(day.toordinal() + 1, end.toordinal() + 1)]
    assert sum(JAPAN.is_working_day(one, works_on) for one in between) == days
    assert days == 0 or JAPAN.is_working_day(end, works_on)


HEAD = "version: 1\nsource: s\nuntil: 2027-12-31\nyear_end: {source: s, days: ['12-29']}\nholidays:\n"


def test_a_calendar_of_ones_own() -> None:
    days = load_calendar_file(HEAD + "  - {day: 2026-11-20, name: 創立記念日}\n", path="c.yaml").working_days()
    assert not days.is_working_day(date(2026, 11, 20))
    assert days.until == date(2027, 12, 31)
    assert WorkingDays(()).until is None


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        ("  - {day: 2026-02-30, name: x}\n", "out of range"),
        ("  - {day: 2026-01-02, name: x}\n  - {day: 2026-01-02, name: y}\n", "does not come after"),
        ("  - {day: 2028-01-01, name: x}\n", "until"),
        ("  - {day: 2026-01-01, name: x, colour: red}\n", "colour"),
        ("  []\n", "holidays"),
        ("  - [\n", "not YAML"),
    ],
)
def test_a_calendar_with_a_slip_is_refused(rest: str, reason: str) -> None:
    with pytest.raises(DataFileError, match=reason):
        load_calendar_file(HEAD + rest, path="c.yaml")


def test_a_day_that_no_year_has_is_refused() -> None:
    with pytest.raises(DataFileError, match="year_end"):
        load_calendar_file(HEAD.replace("12-29", "13-29") + "  - {day: 2026-01-01, name: x}\n", path="c.yaml")
