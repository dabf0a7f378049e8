"""Whether somebody may be told something now, and in which slot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.nudges.models import DEFAULT_TIMES, Pace, Preference
from bot.core.nudges.slots import Slot, hours_of, slot_at, times_of, was_missed
from bot.core.people import Member
from tests.fakes.nudges import FakeDays
from tests.unit.core.nudges.people import LABOUR_DAY, TANAKA

NORMAL = Preference(person_id="tanaka")
LIGHTER = Preference(person_id="tanaka", pace=Pace.LIGHTER)
FULLER = Preference(person_id="tanaka", pace=Pace.FULLER, times=DEFAULT_TIMES[Pace.FULLER])


def at(
    wall: str,
    preference: Preference = NORMAL,
    *,
    member: Member = TANAKA,
    leave: Sequence[date] = (),
    told: Sequence[tuple[date, str]] = (),
) -> str:
    """The time of the slot at a moment written as the clock on the wall shows it there; "" for none."""
    moment = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(member.time_zone)).astimezone(UTC)
    slot = slot_at(moment, member, preference, FakeDays(member, {LABOUR_DAY, *leave}), told=told)
    return slot.time if slot else ""


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        ("2026-11-20 08:59:59", ""),
        ("2026-11-20 09:00", "09:00"),
        ("2026-11-20 11:00", "09:00"),
        ("2026-11-20 17:29", "09:00"),
        ("2026-11-20 17:30", ""),
        ("2026-11-20 23:00", ""),
        ("2026-11-21 10:00", ""),
        ("2026-11-23 10:00", ""),
        ("2026-11-24 10:00", "09:00"),
    ],
)
def test_on_working_days_within_hours_from_the_time_on(wall: str, expected: str) -> None:
    assert at(wall) == expected


def test_never_on_leave() -> None:
    assert at("2026-11-20 10:00", leave=[date(2026, 11, 20)]) == ""


def test_one_message_a_day_whatever_is_changed_about_its_time() -> None:
    told = [(date(2026, 11, 20), "09:00")]
    assert at("2026-11-20 10:00", told=told) == ""
    assert at("2026-11-20 14:00", replace(NORMAL, times=(time(13),)), told=told) == ""
    assert at("2026-11-24 10:00", told=told) == "09:00"


def test_up_to_three_for_those_who_want_more() -> None:
    day = date(2026, 11, 20)
    assert at("2026-11-20 12:59", FULLER) == "09:00"
    assert at("2026-11-20 12:59", FULLER, told=[(day, "09:00")]) == ""
    assert at("2026-11-20 13:00", FULLER, told=[(day, "09:00")]) == "13:00"
    assert at("2026-11-20 17:00", FULLER) == "16:30"
    used = [(day, "09:00"), (day, "13:00"), (day, "16:30")]
    assert at("2026-11-20 17:00", FULLER, told=used) == ""
    assert at("2026-11-20 14:00", FULLER, told=[(day, "16:30")]) == ""


def test_at_the_lighter_pace_the_first_working_day_of_a_week() -> None:
    assert at("2026-11-16 10:00", LIGHTER) == "09:00"
    assert at("2026-11-17 10:00", LIGHTER) == ""
    assert at("2026-11-24 10:00", LIGHTER) == "09:00"  # Monday is a holiday
    assert at("2026-11-25 10:00", LIGHTER, leave=[date(2026, 11, 24)]) == "09:00"


def test_paused_until_a_day() -> None:
    paused = replace(NORMAL, paused_until=date(2026, 11, 25))
    assert at("2026-11-24 10:00", paused) == ""
    assert at("2026-11-25 10:00", paused) == "09:00"
    assert at("2026-11-25 10:00", replace(paused, pace=Pace.LIGHTER)) == "09:00"


def test_a_time_outside_of_the_hours_is_at_their_edge() -> None:
    late = replace(TANAKA, works_from=time(10, 0), works_until=time(16, 0))
    assert times_of(late, FULLER) == (time(10, 0), time(13, 0))
    assert at("2026-11-20 10:00", member=late) == "10:00"
    assert at("2026-11-20 09:30", member=late) == ""


def test_never_at_night_whatever_hours_are_on_record() -> None:
    at_night = replace(TANAKA, works_from=time(22, 0), works_until=time(6, 0))
    assert hours_of(at_night) == (time(9, 0), time(17, 30))
    long = replace(TANAKA, works_from=time(5, 0), works_until=time(23, 0))
    assert at("2026-11-20 05:00", replace(NORMAL, times=(time(5),)), member=long) == ""
    assert at("2026-11-20 07:00", replace(NORMAL, times=(time(5),)), member=long) == "07:00"
    assert at("2026-11-20 22:00", member=long) == ""


def test_by_the_persons_own_clock() -> None:
    abroad = replace(TANAKA, time_zone="Europe/Berlin")
    assert at("2026-11-20 09:00", member=abroad) == "09:00"
    moment = datetime(2026, 11, 20, 0, 30, tzinfo=UTC)
    assert slot_at(moment, abroad, NORMAL, FakeDays(abroad, ())) is None
    assert slot_at(moment, TANAKA, NORMAL, FakeDays(TANAKA, ())) == Slot(date(2026, 11, 20), "09:00")


SUNDAYS = frozenset(range(1, 8))
CHANGES = [
    ("America/New_York", "2026-03-08", "2026-11-01"),
    ("Europe/Berlin", "2026-03-29", "2026-10-25"),
    ("Australia/Lord_Howe", "2026-10-04", "2026-04-05"),
    ("Asia/Tokyo", "2026-03-29", "2026-10-25"),
]


@pytest.mark.parametrize("day_number", [1, 2], ids=["spring", "autumn"])
@pytest.mark.parametrize("change", CHANGES, ids=[zone for zone, *_ in CHANGES])
def test_where_the_clock_is_changed_each_slot_comes_once(change: tuple[str, str, str], day_number: int) -> None:
    """Every minute of the day on which summer time begins or ends, in UTC."""
    member = replace(TANAKA, time_zone=change[0], works_on=SUNDAYS)
    day, zone = date.fromisoformat(change[day_number]), ZoneInfo(change[0])
    moment, told = datetime.combine(day, time(0), tzinfo=zone).astimezone(UTC), list[tuple[date, str]]()
    walls = []
    for _ in range(25 * 60):
        slot = slot_at(moment, member, FULLER, FakeDays(member, ()), told=told)
        if slot and moment.astimezone(zone).date() == day:
            told.append((slot.day, slot.time))
            walls.append(f"{moment.astimezone(zone):%H:%M}")
        moment += timedelta(minutes=1)
    assert walls == ["09:00", "13:00", "16:30"]


FRI, MON, TUE, WED = (date(2026, 11, number) for number in (20, 23, 24, 25))


@pytest.mark.parametrize(
    ("due_on", "since", "day", "preference", "expected"),
    [
        (TUE, FRI, TUE, NORMAL, False),
        (TUE, FRI, WED, NORMAL, True),
        (TUE, TUE, WED, NORMAL, False),  # it happened after the slot of that day
        (FRI, FRI, TUE, NORMAL, False),
        (FRI, FRI, WED, NORMAL, True),
        (MON, FRI, TUE, NORMAL, True),  # a day off by now, and a working day when it was planned
        (WED, FRI, date(2026, 11, 30), LIGHTER, False),
        (WED, FRI, date(2026, 12, 7), LIGHTER, True),
        (date(2026, 9, 1), FRI, TUE, LIGHTER, True),
        (FRI, date(2026, 11, 1), TUE, replace(NORMAL, paused_until=MON), True),
    ],
)
def test_what_is_late(due_on: date, since: date, day: date, preference: Preference, expected: bool) -> None:
    assert was_missed(due_on, since, day, preference, FakeDays(TANAKA, {LABOUR_DAY})) is expected


def test_what_came_up_after_the_message_of_its_day_is_not_late() -> None:
    days = FakeDays(TANAKA, {LABOUR_DAY})
    assert was_missed(TUE, FRI, WED, NORMAL, days)
    assert not was_missed(TUE, FRI, WED, NORMAL, days, told=[(TUE, "09:00")])
    assert was_missed(TUE, FRI, date(2026, 11, 26), NORMAL, days, told=[(TUE, "09:00")])
