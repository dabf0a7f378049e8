"""Which days 延期 and 寝かせる offer: distinct ones, on which that person works, under words that are true."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendars import WorkingDays
from bot.core.meetings.chat.offered_days import SLEEP_MONTHS, later_days, months_after, sleep_days
from bot.core.person_days import PersonDays

FRIDAY = date(2026, 11, 20)


class Kept:
    """The calendar of one person, whose weekdays and days off are given."""

    def __init__(self, off: set[date], works_on: frozenset[int] = frozenset({1, 2, 3, 4, 5})) -> None:
        self.days = PersonDays(WorkingDays(off), works_on=works_on)

    def next_working_day(self, day: date, person_id: str) -> date:
        return self.days.next_working_day(day)

    def add_working_days(self, day: date, days: int, person_id: str) -> date:
        return self.days.add_working_days(day, days)


def offered(today: date, off: set[date] | None = None) -> list[tuple[str, str]]:
    return [(f"{day:%m-%d}", key.rpartition("later-")[2]) for day, key in later_days(today, "p", Kept(off or set()))]


@given(
    st.dates(date(2019, 1, 1), date(2030, 12, 31)),
    st.sets(st.integers(0, 60), max_size=50),
    st.sets(st.integers(1, 7), min_size=1).map(frozenset),
)
def test_three_days_in_turn_all_of_them_working_days(today: date, off: set[int], works_on: frozenset[int]) -> None:
    calendar = Kept({today + timedelta(days=number) for number in off}, works_on)
    days = [day for day, _ in later_days(today, "p", calendar)]
    assert len(days) == 3
    assert days == sorted(set(days))
    assert all(calendar.days.is_working_day(day) and day > today for day in days)
    for months, day in sleep_days(today, "p", calendar):
        assert calendar.days.is_working_day(day)
        assert day >= months_after(today, months)


def test_no_day_twice_and_another_one_in_its_place() -> None:
    # On a Friday the next working day is that of next week.
    assert offered(FRIDAY) == [("11-23", "next"), ("11-25", "three"), ("11-30", "week-after")]
    # On a Wednesday the third one is.
    assert offered(date(2026, 11, 18)) == [("11-19", "next"), ("11-23", "three"), ("11-30", "week-after")]
    assert offered(date(2026, 11, 16)) == [("11-17", "next"), ("11-19", "three"), ("11-23", "week")]


def test_next_week_is_not_said_of_a_later_one() -> None:
    next_week_off = {FRIDAY + timedelta(days=number) for number in range(1, 10)}
    assert offered(FRIDAY, next_week_off) == [("11-30", "next"), ("12-02", "three"), ("12-04", "five")]
    two_weeks_off = {FRIDAY + timedelta(days=number) for number in range(1, 17)}
    assert [key for _, key in offered(FRIDAY, two_weeks_off)] == ["next", "three", "five"]


def test_to_rest_until_a_day_at_the_weekend_is_until_the_next_working_day() -> None:
    assert [day.isoformat() for _, day in sleep_days(date(2027, 1, 20), "p", Kept(set()))] == [
        "2027-02-22",
        "2027-04-20",
        "2027-07-20",
    ]
    assert [months for months, _ in sleep_days(FRIDAY, "p", Kept(set()))] == list(SLEEP_MONTHS)
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
