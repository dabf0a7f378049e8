"""Over random calendars, zones, hours and wishes: never outside of hours, never too often, and nothing starves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.nudges.models import DEFAULT_TIMES, Pace, Preference
from bot.core.nudges.slots import MOST_A_DAY, hours_of
from bot.core.people import Member, Role
from tests.unit.core.nudges.people import AOI, waiting
from tests.unit.core.nudges.town_of_nudges import World

ZONES = ("America/New_York", "Europe/Berlin", "Asia/Tokyo", "Australia/Lord_Howe")
STARTS = (date(2026, 3, 1), date(2026, 3, 22), date(2026, 9, 27), date(2026, 10, 18), date(2026, 12, 20))
"""Some weeks around the changes of the clock, and around New Year."""
WEEKS = 5
MATTERS = ("no_next_step", "next_step", "set_time", "wake", "outcome", "prepare", "trial_decision", "issue", "request")


@dataclass(frozen=True)
class Life:
    """A person, their days, and what waits for them from which day on."""

    start: datetime
    member: Member
    preference: Preference
    holidays: frozenset[date]
    leave: frozenset[date]
    matters: tuple[tuple[str, int, int | None], ...]
    ticks: tuple[int, ...]
    """Minutes between ticks, over and over: an outage is a long one."""


@st.composite
def lives(draw: st.DrawFn) -> Life:
    zone, first = draw(st.sampled_from(ZONES)), draw(st.sampled_from(STARTS))
    pace = draw(st.sampled_from(list(Pace)))
    chosen = tuple(sorted(draw(st.sets(st.sampled_from([time(7), time(9, 15), time(12), time(19)]), max_size=2))))
    days = st.integers(0, WEEKS * 7 - 1).map(lambda number: first + timedelta(days=number))
    member = Member(
        id="tanaka",
        address="U-tanaka",
        name="田中 健",
        roles=frozenset({Role.MEMBER}),
        company=AOI,
        time_zone=zone,
        works_from=draw(st.sampled_from([time(6), time(9), time(13)])),
        works_until=draw(st.sampled_from([time(15), time(17, 30), time(23, 30)])),
        works_on=draw(st.frozensets(st.integers(1, 7), min_size=1)),
    )
    pause = draw(st.none() | st.integers(1, 9).map(lambda number: first + timedelta(days=number)))
    return Life(
        start=datetime.combine(first, time(10, 7), tzinfo=ZoneInfo(zone)).astimezone(UTC),
        member=member,
        preference=Preference(person_id="tanaka", pace=pace, times=chosen or DEFAULT_TIMES[pace], paused_until=pause),
        holidays=draw(st.frozensets(days, max_size=5)),
        leave=draw(st.frozensets(days, max_size=7)),
        matters=tuple(
            draw(
                st.lists(
                    st.tuples(st.sampled_from(MATTERS), st.integers(-12, 25), st.none() | st.integers(0, 20)),
                    min_size=1,
                    max_size=5,
                )
            )
        ),
        ticks=tuple(draw(st.lists(st.sampled_from([30, 97, 240, 600, 3000]), min_size=1, max_size=4))),
    )


def lived(life: Life) -> World:
    """Some weeks of it, ticking now and then."""
    world = World(life.member, start=life.start)
    world.calendars.holidays, world.calendars.leave = set(life.holidays), {"tanaka": set(life.leave)}
    world.wishes.put_preference(life.preference, life.start)
    today = life.start.astimezone(ZoneInfo(life.member.time_zone)).date()
    for number, (matter, since, put_off) in enumerate(life.matters):
        not_before = None if put_off is None else today + timedelta(days=put_off)
        day = today + timedelta(days=since)
        world.wait_for(waiting(matter, day, subject=f"e{number}", not_before=not_before))
    end, number = life.start + timedelta(weeks=WEEKS), 0
    while world.clock.now() < end:
        world.tick()
        world.clock.advance(timedelta(minutes=life.ticks[number % len(life.ticks)]))
        number += 1
    return world


def walls(world: World, life: Life) -> Sequence[datetime]:
    """When each message arrived, as the clock on the wall showed it."""
    return [told.at.astimezone(ZoneInfo(life.member.time_zone)) for told in world.reached]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lives())
def test_never_at_night_never_on_a_day_off_never_too_often_never_twice(life: Life) -> None:
    world = lived(life)
    days, (start, end) = world.calendars.days_of(life.member), hours_of(life.member)
    for wall in walls(world, life):
        assert start <= wall.time() < end
        assert life.member.works_from <= wall.time() < life.member.works_until
        assert time(7) <= wall.time() < time(21)
        assert days.is_working_day(wall.date())
        assert life.preference.paused_until is None or wall.date() >= life.preference.paused_until
    a_day = Counter(wall.date() for wall in walls(world, life))
    assert max(a_day.values(), default=0) <= MOST_A_DAY[life.preference.pace]
    if life.preference.pace is Pace.LIGHTER:
        a_week = Counter(wall.date().isocalendar()[:2] for wall in walls(world, life))
        assert max(a_week.values(), default=0) <= 1
    told = Counter((item.nudge_id, item.occurrence) for one in world.reached for item in one.bundle.items)
    assert max(told.values(), default=0) <= 1
    for one in world.reached:
        assert all(item.due_on <= one.bundle.day for item in one.bundle.items)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lives())
def test_nothing_starves(life: Life) -> None:
    """Wherever there was a tick in somebody's slot, nothing that was due by then is due any more."""
    world = lived(life)
    # From here on somebody is there every quarter of an hour.
    for _ in range(4 * 24 * 22):
        world.tick()
        world.clock.advance(timedelta(minutes=15))
    now = world.clock.now()
    days = world.calendars.days_of(life.member)
    today = now.astimezone(ZoneInfo(life.member.time_zone)).date()
    worked = [today - timedelta(days=back) for back in range(1, 40)]
    open_days = [
        day
        for day in worked
        if days.is_working_day(day)
        and (life.preference.paused_until is None or day >= life.preference.paused_until)
        and (life.preference.pace is not Pace.LIGHTER or not _worked_before(day, world, life))
    ]
    last_open = open_days[0]
    assert not [row for row in world.rows() if row.due_on <= last_open and row.due_at < now - timedelta(days=14)]
    assert not [row for row in world.rows() if row.due_on < last_open]


def _worked_before(day: date, world: World, life: Life) -> bool:
    """In the same week."""
    days, pause = world.calendars.days_of(life.member), life.preference.paused_until
    monday = day - timedelta(days=day.weekday())
    before = [monday + timedelta(days=number) for number in range(day.weekday())]
    return any(days.is_working_day(one) and (pause is None or one >= pause) for one in before)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lives())
def test_the_same_life_is_told_the_same(life: Life) -> None:
    assert [(one.at, one.bundle) for one in lived(life).reached] == [
        (one.at, one.bundle) for one in lived(life).reached
    ]
