"""Working days of people: leave before the firm's calendar, the firm's before the country's; and outside firms."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bootstrap import load_working_days
from bot.core.calendar_entries import CalendarEntry, DayBook, HolidayTable, Scope, fault_of
from bot.core.calendars import CalendarFile, Holiday
from bot.core.clock import VirtualClock
from bot.core.people import Company, Member
from bot.core.person_days import NoWorkingDay, PersonDays
from bot.core.work_calendars import WorkCalendars
from tests.fakes.calendars import FakeCalendars, calendar_file, work_calendars
from tests.fakes.people import FakePeople

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
JAPAN = load_working_days()
THANKSGIVING = date(2026, 11, 23)
HOLIDAYS: CalendarFile = calendar_file({THANKSGIVING, date(2027, 1, 1)})
FIRM = Company(id="f1", name="山田製作所")
SATO = Member(id="p1", address="U1", name="佐藤 一郎", company=FIRM)


def entry(scope: Scope = Scope.COMPANY, scope_id: str = "f1", /, **changes: object) -> CalendarEntry:
    made = CalendarEntry(id=f"{scope}-{sorted(changes)}-{changes}", scope=scope, scope_id=scope_id, added_at=AT)
    return replace(made, **changes)  # type: ignore[arg-type]


def leave(first: date, last: date | None = None) -> CalendarEntry:
    return entry(Scope.PERSON, "p1", from_on=first, until_on=last)


def calendars(*entries: CalendarEntry, shipped: CalendarFile = HOLIDAYS) -> WorkCalendars:
    store = FakeCalendars()
    for one in entries:
        store.add(one)
    return work_calendars(shipped, clock=VirtualClock(AT), store=store, directory=FakePeople(SATO))


def works(day: str, *entries: CalendarEntry, member: Member = SATO) -> bool:
    return calendars(*entries).days_of(member).is_working_day(date.fromisoformat(day))


def test_weekdays_and_holidays_of_the_country() -> None:
    assert [works(f"2026-11-{day}") for day in (20, 21, 22, 23, 24)] == [True, False, False, False, True]


def test_the_calendar_of_the_firm_is_that_of_its_people_only() -> None:
    closed = entry(from_on=date(2026, 11, 24), name="創立記念日")
    assert not works("2026-11-24", closed)
    assert works("2026-11-24", closed, member=replace(SATO, company=replace(FIRM, id="f2")))
    assert works("2026-11-24", closed, member=replace(SATO, company=None))


def test_a_working_saturday_and_one_that_is_a_holiday() -> None:
    saturday, holiday = date(2026, 11, 21), THANKSGIVING
    assert works("2026-11-21", entry(from_on=saturday, is_working=True))
    assert works("2026-11-23", entry(from_on=holiday, is_working=True))
    assert not works("2026-11-28", entry(from_on=saturday, is_working=True))


def test_a_working_saturday_is_none_for_somebody_with_days_of_their_own() -> None:
    saturday = entry(from_on=date(2026, 11, 21), is_working=True)
    part_time = replace(SATO, works_on=frozenset({2, 4}))
    assert not works("2026-11-21", saturday, member=part_time)
    assert works("2026-11-21", saturday, member=replace(SATO, works_on=frozenset({2, 6})))


def test_leave_goes_before_a_working_saturday_of_the_firm() -> None:
    saturday = date(2026, 11, 21)
    assert not works("2026-11-21", entry(from_on=saturday, is_working=True), leave(saturday))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-12-28", True),
        ("2026-12-29", False),
        ("2027-01-01", False),
        ("2027-01-04", False),
        ("2027-01-05", True),
        ("2027-12-29", False),
        ("2028-01-04", False),
        ("2028-01-05", True),
        ("2025-12-29", True),  # before it began
    ],
)
def test_days_of_every_year_lead_over_new_year(day: str, expected: bool) -> None:
    yearly = entry(from_on=date(2026, 12, 29), until_on=date(2027, 1, 4), is_yearly=True)
    assert works(day, yearly) is expected


def test_february_29_of_every_year() -> None:
    founded = entry(from_on=date(2024, 2, 29), is_yearly=True)
    assert [founded.covers(date(year, 2, 28)) for year in (2024, 2025, 2026, 2027, 2028)] == [
        *(False, True, True, True, False)
    ]
    assert founded.covers(date(2028, 2, 29))
    assert not any(founded.covers(date(2026, 3, day)) for day in range(1, 32))


def test_a_day_goes_before_a_day_of_every_year_and_that_before_a_weekday() -> None:
    yearly = entry(from_on=date(2026, 8, 12), until_on=date(2026, 8, 16), is_yearly=True)
    this_year = entry(from_on=date(2027, 8, 13), is_working=True)
    assert works("2027-08-13", this_year, yearly)
    assert not works("2027-08-12", this_year, yearly)
    wednesdays = entry(weekdays=frozenset({3}))
    assert not works("2026-11-25", wednesdays)
    assert works("2026-11-25", wednesdays, entry(from_on=date(2026, 11, 25), is_yearly=True, is_working=True))


def test_of_two_of_one_kind_the_later_counts() -> None:
    closed = entry(from_on=date(2026, 11, 25))
    opened = entry(from_on=date(2026, 11, 25), is_working=True, added_at=AT + timedelta(minutes=1))
    assert works("2026-11-25", opened, closed)
    assert not works("2026-11-25", opened, replace(closed, added_at=AT + timedelta(minutes=2)))


@pytest.mark.parametrize(
    ("back", "zone", "first"),
    [
        ("2026-11-26T00:00+00:00", "Asia/Tokyo", "2026-11-26"),  # back at 9:00
        ("2026-11-26T04:00+00:00", "Asia/Tokyo", "2026-11-27"),  # back in the afternoon
        ("2026-11-26T00:00+00:00", "America/New_York", "2026-11-26"),  # 19:00 on the 25th there
        ("2026-11-20T02:00+00:00", "Asia/Tokyo", "2026-11-24"),  # back already
    ],
)
def test_somebody_who_is_away_is_back_at_the_beginning_of_a_day(back: str, zone: str, first: str) -> None:
    member = replace(SATO, away_until=datetime.fromisoformat(back), time_zone=zone)
    days = calendars().days_of(member)
    assert days.next_working_day(date(2026, 11, 20)) == date.fromisoformat(first)
    assert days.is_working_day(date(2026, 11, 18)), "days before today were none of leave"


def test_who_is_on_leave() -> None:
    found = calendars(leave(date(2026, 11, 24), date(2026, 11, 25)))
    assert [found.is_on_leave(SATO, date(2026, 11, day)) for day in (23, 24, 25, 26)] == [False, True, True, False]
    away = replace(SATO, away_until=datetime(2026, 11, 27, 0, 0, tzinfo=UTC))
    assert [found.is_on_leave(away, date(2026, 11, day)) for day in (19, 20, 26, 27)] == [False, True, True, False]


def test_a_long_leave_is_gone_past_and_never_an_endless_search() -> None:
    long = leave(date(2026, 11, 24), date(2029, 11, 2))
    assert calendars(long).days_of(SATO).next_working_day(date(2026, 11, 20)) == date(2029, 11, 5)
    never = entry(weekdays=frozenset(range(1, 8)))
    with pytest.raises(NoWorkingDay) as raised:
        calendars(never).days_of(SATO).next_working_day(date(2026, 11, 20))
    assert raised.value.arguments == {"name": "佐藤 一郎", "days": 400}
    gone = replace(SATO, away_until=datetime.max.replace(tzinfo=UTC))
    with pytest.raises(NoWorkingDay):
        calendars().days_of(gone).next_working_day(date(2026, 11, 20))
    with pytest.raises(NoWorkingDay):
        calendars().days_of(SATO).next_working_day(date.max)
    with pytest.raises(NoWorkingDay):
        calendars().days_of(SATO).previous_working_day(date.min)


def test_no_days_are_counted_backwards() -> None:
    with pytest.raises(ValueError, match="negative"):
        calendars().days_of(SATO).add_working_days(AT.date(), -1)


def test_by_the_id_of_a_person() -> None:
    found = calendars(leave(date(2026, 11, 24)))
    assert found.next_working_day(date(2026, 11, 20), "p1") == date(2026, 11, 25)
    assert found.next_working_day(date(2026, 11, 20), "nobody") == date(2026, 11, 24)
    assert found.add_working_days(date(2026, 11, 20), 2, "p1") == date(2026, 11, 26)
    assert found.add_working_days(date(2026, 11, 21), 0, "p1") == date(2026, 11, 25)


def test_an_outside_firm_is_open_as_far_as_it_is_known() -> None:
    unknown = calendars()
    week = [date(2026, 11, day) for day in range(24, 31)]
    assert [unknown.partner_is_open("f1", "みどり食品", day) for day in week] == [*[True] * 4, *[False] * 2, True]
    assert not unknown.partner_is_open("f1", "みどり食品", THANKSGIVING)

    shop = entry(Scope.PARTNER, "f1:みどり食品", weekdays=frozenset({3}))
    summer = entry(Scope.PARTNER, "f1:みどり食品", from_on=date(2026, 11, 27))
    known = calendars(shop, summer)
    found = [known.partner_is_open("f1", " みどり食品 ", day) for day in week]
    assert found == [True, False, True, False, True, True, True], "closed on Wednesdays, not at weekends"
    assert not known.partner_is_open("f1", "みどり食品", THANKSGIVING)
    assert known.partner_is_open("f2", "みどり食品", date(2026, 11, 25)), "another firm knows nothing of it"
    sundays = entry(Scope.PARTNER, ":みどり食品", weekdays=frozenset({7}), is_working=True)
    assert calendars(sundays).partner_is_open(None, "みどり食品", date(2026, 11, 29))
    assert not calendars(sundays).partner_is_open(None, "みどり食品", date(2026, 11, 28))


def test_a_loaded_table_takes_the_place_of_the_one_that_comes_along() -> None:
    store = FakeCalendars()
    found = work_calendars(HOLIDAYS, clock=VirtualClock(AT), store=store)
    assert (found.file.until, found.table) == (date(2027, 12, 31), None)
    holidays = (Holiday(day=date(2026, 11, 24), name="臨時の休日"),)
    table = HolidayTable(
        id="1", source="s", until=date(2026, 12, 31), holidays=holidays, loaded_by="加藤", loaded_at=AT
    )
    store.load_holidays(table)
    days = found.days_of(SATO)
    assert [days.is_working_day(date(2026, 11, day)) for day in (23, 24)] == [True, False]
    assert not days.is_working_day(date(2026, 12, 31)), "offices close around New Year with any table"
    assert (found.file.until, found.table) == (date(2026, 12, 31), table)
    store.unload_holidays()
    assert not found.days_of(SATO).is_working_day(THANKSGIVING)


@pytest.mark.parametrize(("day", "expected"), [("2027-10-01", False), ("2027-10-02", True), ("2028-03-01", True)])
def test_the_end_of_the_known_holidays_is_near(day: str, expected: bool) -> None:
    assert calendars().ends_soon(date.fromisoformat(day)) is expected


def test_the_database_is_asked_once_a_second_and_read_only_after_a_change() -> None:
    store, now = FakeCalendars(), [10.0]
    found = WorkCalendars(
        store=store,
        shipped=HOLIDAYS,
        clock=VirtualClock(AT),
        directory=FakePeople(SATO),
        partner_key=str.strip,
        monotonic=lambda: now[0],
    )
    for _ in range(1_000):
        found.days_of(SATO).is_working_day(date(2026, 11, 24))
    assert store.looks == 1
    days = found.days_of(SATO)
    now[0] += 1.5
    assert found.days_of(SATO) is days, "nothing changed, nothing is computed again"
    store.add(leave(date(2026, 11, 24)))
    assert found.days_of(SATO).is_working_day(date(2026, 11, 24)), "another process sees it a second later"
    now[0] += 1.5
    assert not found.days_of(SATO).is_working_day(date(2026, 11, 24))
    store.remove(store.entries()[0].id, AT)
    found.refresh()
    assert found.days_of(SATO).is_working_day(date(2026, 11, 24)), "a change of our own is seen at once"


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({}, "calendar-fault-no-day"),
        ({"weekdays": frozenset({8})}, "calendar-fault-no-day"),
        ({"weekdays": frozenset({3}), "from_on": date(2026, 11, 2)}, "calendar-fault-both"),
        ({"from_on": date(2026, 11, 2), "until_on": date(2026, 11, 1)}, "calendar-fault-order"),
        ({"from_on": date(2026, 11, 2), "until_on": date(2027, 11, 1)}, "calendar-fault-long"),
        ({"from_on": date(2026, 11, 2), "until_on": date(2030, 11, 1), "scope": Scope.PERSON}, "calendar-fault-long"),
        ({"from_on": date(2026, 11, 2), "until_on": date(2027, 11, 1), "is_yearly": True}, "calendar-fault-long"),
        ({"from_on": date(2026, 11, 2), "name": "長" * 81}, "calendar-fault-name"),
        ({"from_on": date(2026, 11, 2), "until_on": date(2027, 2, 9)}, None),
        ({"from_on": date(2026, 11, 2), "until_on": date(2027, 11, 1), "scope": Scope.PERSON}, None),
        ({"weekdays": frozenset({3})}, None),
    ],
)
def test_what_cannot_be_kept(changes: dict[str, object], fault: str | None) -> None:
    found = fault_of(entry(**changes))
    assert (found.key if found else None) == fault


DAYS = st.dates(date(2018, 1, 1), date(2028, 12, 31))


@st.composite
def entries(draw: st.DrawFn) -> CalendarEntry:
    first = draw(DAYS)
    is_yearly = draw(st.booleans())
    last = first + timedelta(days=draw(st.integers(0, 12)))
    made = entry(from_on=first, until_on=last, is_yearly=is_yearly, is_working=draw(st.booleans()))
    return replace(made, id=str(draw(st.uuids())), added_at=AT + timedelta(seconds=draw(st.integers(0, 99))))


PEOPLE_DAYS = st.builds(
    lambda works_on, firm, own: PersonDays(JAPAN, works_on=works_on, firm=DayBook(firm), own=DayBook(own)),
    st.sets(st.integers(1, 7), min_size=1),
    st.lists(entries(), max_size=6),
    st.lists(entries(), max_size=3),
)


@given(PEOPLE_DAYS, DAYS)
@settings(max_examples=60, deadline=None)
def test_the_next_working_day_is_one_and_none_is_passed_over(days: PersonDays, day: date) -> None:
    following, previous = days.next_working_day(day), days.previous_working_day(day)
    assert previous < day < following
    assert days.is_working_day(following)
    assert days.is_working_day(previous)
    between = ((following - day).days, (day - previous).days)
    assert not any(days.is_working_day(day + timedelta(days=one)) for one in range(1, between[0]))
    assert not any(days.is_working_day(day - timedelta(days=one)) for one in range(1, between[1]))


@given(PEOPLE_DAYS, DAYS, st.integers(0, 15), st.integers(0, 15))
@settings(max_examples=60, deadline=None)
def test_adding_twice_is_adding_the_sum(days: PersonDays, day: date, one: int, other: int) -> None:
    start = days.add_working_days(day, 0)
    assert days.add_working_days(days.add_working_days(start, one), other) == days.add_working_days(start, one + other)


@given(DAYS, st.integers(0, 20), DAYS)
@settings(max_examples=200, deadline=None)
def test_what_comes_every_year_is_as_long_every_year(first: date, length: int, day: date) -> None:
    yearly = entry(from_on=first, until_on=first + timedelta(days=length), is_yearly=True)
    covered = sum(yearly.covers(date(2030, 1, 1) + timedelta(days=one)) for one in range(365))
    leap_days = 1
    assert abs(covered - (length + 1)) <= leap_days
    assert not (yearly.covers(day) and day < first)


def test_hours_do_not_change_which_day_it_is() -> None:
    late = replace(SATO, works_from=time(13, 0), works_until=time(22, 0))
    reply_by = calendars().reply_by(datetime(2026, 11, 20, 12, 0, tzinfo=UTC), 1, late)
    assert reply_by == datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
