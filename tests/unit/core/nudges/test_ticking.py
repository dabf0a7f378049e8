"""The tick: one message with everything that is due, once, and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.core.nudges.models import DEFAULT_TIMES, Pace, Preference
from bot.core.nudges.ticking import Checkpoint
from bot.core.people import Member
from tests.unit.core.nudges.people import MORI, TANAKA, waiting
from tests.unit.core.nudges.town_of_nudges import World

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
"""On the Tuesday after the holiday."""


def matters(world: World) -> list[list[tuple[str, str, int]]]:
    """What was told, message by message."""
    return [[(one.subject_id, one.matter, one.step) for one in told.bundle.items] for told in world.reached]


def test_everything_of_a_day_comes_in_one_message_at_its_time() -> None:
    world = World()
    world.wait_for(waiting("wake", NINE.date()))
    world.wait_for(waiting("next_step", NINE.date(), subject="e2"))
    world.go_to(NINE - timedelta(seconds=1))
    assert world.tick() == 0
    world.go_to(NINE)
    assert world.tick() == 1
    assert world.tick() == 0
    assert sorted(matters(world)[0]) == [("e1", "wake", 0), ("e2", "next_step", 0)]
    assert not any(item.is_late for item in world.reached[0].bundle.items)


def test_what_is_planned_for_today_stands_above_what_is_late() -> None:
    world = World()
    for number in range(9):
        world.wait_for(waiting("outcome", date(2026, 11, 19), subject=f"old{number}"))
    world.wait_for(waiting("next_step", NINE.date(), subject="today"), waiting("outcome", NINE.date(), subject="today"))
    world.wait_for(waiting("next_step", date(2026, 11, 20), subject="late"))
    world.go_to(NINE)
    world.tick()
    assert [subject for subject, _, _ in matters(world)[0]][:3] == ["today", "late", "old0"]


def test_the_next_step_of_the_same_count_follows() -> None:
    world = World()
    world.wait_for(waiting("next_step", NINE.date()))
    for day in range(9):
        world.go_to(NINE + timedelta(days=day))
        world.tick()
    told = [(item.step, reached.bundle.day.day) for reached in world.reached for item in reached.bundle.items]
    assert told == [(0, 24), (1, 25), (2, 27)]


def test_after_an_outage_the_missed_steps_come_as_one_in_one_message() -> None:
    world = World()
    world.wait_for(waiting("next_step", NINE.date()))
    world.wait_for(waiting("wake", date(2026, 11, 26), subject="e2"))
    world.go_to(datetime(2026, 11, 30, 2, 0, tzinfo=UTC))
    assert world.tick() == 1
    assert matters(world) == [[("e1", "next_step", 2), ("e2", "wake", 0)]]
    assert all(item.is_late for item in world.reached[0].bundle.items)
    assert world.reached[0].bundle.slot == "09:00"
    assert (
        sum(getattr(getattr(part, "message", None), "key", "") == "nudge-late" for part in world.reached[0].reply.parts)
        == 1
    )


def test_after_an_outage_a_meeting_that_is_over_is_not_prepared_any_more() -> None:
    world = World()
    world.wait_for(waiting("prepare", date(2026, 11, 27)), waiting("outcome", date(2026, 11, 27)))
    world.go_to(datetime(2026, 11, 30, 2, 0, tzinfo=UTC))
    assert world.tick() == 1
    assert matters(world) == [[("e1", "outcome", 0)]]
    assert [row.matter for row in world.rows()] == ["outcome"]


def test_what_happened_after_the_message_of_a_day_comes_the_next_day_and_is_not_late() -> None:
    world = World()
    world.wait_for(waiting("wake", NINE.date()))
    world.go_to(NINE)
    world.tick()
    world.wait_for(waiting(since=NINE.date(), subject="e2"))
    for hours in (7, 8, 24):
        world.go_to(NINE + timedelta(hours=hours))
        world.tick()
    assert matters(world)[1:] == [[("e2", "no_next_step", 1)]]
    assert not world.reached[1].bundle.items[0].is_late


def test_what_was_told_is_not_told_again_when_the_record_changes() -> None:
    world = World()
    world.wait_for(waiting("next_step", NINE.date()))
    world.go_to(NINE)
    world.tick()
    world.wait_for(waiting("next_step", NINE.date()))
    world.store.reschedule(root_id="e1", scheduled=[])
    world.wait_for(waiting("next_step", NINE.date()))
    world.go_to(NINE + timedelta(hours=5))
    world.wishes.put_preference(
        Preference(person_id="tanaka", pace=Pace.FULLER, times=DEFAULT_TIMES[Pace.FULLER]), NINE
    )
    assert world.tick() == 0
    world.go_to(NINE + timedelta(days=1))
    world.tick()
    assert [step for told in matters(world) for _, _, step in told] == [0, 1]


def test_nothing_about_a_closed_one_and_nothing_at_all_where_all_are_closed() -> None:
    world = World()
    world.wait_for(waiting("wake", NINE.date()))
    world.wait_for(waiting("wake", NINE.date(), subject="e2"))
    world.go_to(NINE)
    world.closed = {"e1"}
    world.tick()
    assert [part.title for part in world.reached[0].reply.parts if hasattr(part, "title")] == ["e2 さん"]
    world.wait_for(waiting("wake", NINE.date() + timedelta(days=1), subject="e3", person="mori"))
    world.closed = {"e3"}
    world.go_to(NINE + timedelta(days=1))
    assert world.tick() == 1
    assert len(world.reached) == 1


def test_muted_ones_go_on_in_silence_and_come_back() -> None:
    world = World()
    world.wait_for(waiting("next_step", NINE.date()))
    world.wishes.mute("tanaka", "encounter", "e1", NINE)
    world.go_to(NINE)
    assert world.tick() == 0
    assert [row.step for row in world.rows()] == [1]
    world.wishes.unmute("tanaka", "encounter", "e1")
    world.go_to(NINE + timedelta(days=1))
    assert world.tick() == 1
    assert matters(world) == [[("e1", "next_step", 1)]]


def test_what_a_digest_carries_is_not_also_sent_singly() -> None:
    world = World()
    world.wait_for(waiting("wake", NINE.date()))
    world.digest.add(("tanaka", "encounter", "e1"))
    world.go_to(NINE)
    assert world.tick() == 0
    assert [row.step for row in world.rows()] == [1]


def test_nobody_is_told_before_they_came_or_after_they_left() -> None:
    world = World(replace(TANAKA, address=""), MORI)
    world.wait_for(waiting("wake", NINE.date()), waiting("wake", NINE.date(), person="mori"))
    world.town.put(replace(MORI, left_at=NINE))
    world.go_to(NINE)
    assert world.tick() == 0
    world.town.put(TANAKA)
    assert world.tick() == 1


def test_up_to_three_messages_for_those_who_want_more() -> None:
    world = World()
    world.wishes.put_preference(
        Preference(person_id="tanaka", pace=Pace.FULLER, times=DEFAULT_TIMES[Pace.FULLER]), NINE
    )
    for number, hour in enumerate((0, 3, 4, 6, 8)):
        world.go_to(NINE + timedelta(hours=hour))
        world.store.reschedule(
            root_id=f"e{number}",
            scheduled=[
                replace(one, due_at=world.clock.now())
                for one in world.planning([waiting("wake", NINE.date(), subject=f"e{number}")])
            ],
        )
        world.tick()
    assert [told.bundle.slot for told in world.reached] == ["09:00", "13:00", "16:30"]


@pytest.mark.parametrize("checkpoint", list(Checkpoint))
def test_whoever_dies_at_any_point_loses_nothing_and_doubles_nothing(checkpoint: Checkpoint) -> None:
    class Killed(BaseException):
        pass

    deaths = [checkpoint]

    def die(name: str) -> None:
        if name in deaths:
            deaths.remove(Checkpoint(name))
            raise Killed

    world = World(checkpoint=die)
    world.wait_for(waiting("wake", NINE.date()))
    world.go_to(NINE)
    with pytest.raises(Killed):
        world.tick()
    assert deaths == []
    world.tick()
    world.tick()
    assert matters(world) == [[("e1", "wake", 0)]]


def test_rows_of_one_person_that_cannot_be_read_keep_nobody_else_from_hearing() -> None:
    world = World()
    world.wait_for(waiting("wake", NINE.date(), subject="e1"), waiting("wake", NINE.date(), person="mori"))
    id = next(id for id, (_, row) in world.store.rows.items() if row.person_id == "mori")
    world.store.rows[id] = ("e1", replace(world.store.rows[id][1], matter="dance"))
    world.go_to(NINE)
    assert world.tick() == 1
    assert world.log.events("error") == ["nudges_not_gathered"]


class TestLighterPace:
    """One message a week, on its first working day; or on the next one, where that was missed."""

    def lighter(self, *people: Member) -> World:
        world = World(*people)
        world.wishes.put_preference(Preference(person_id="tanaka", pace=Pace.LIGHTER), NINE)
        return world

    def days(self, world: World, first: int, last: int) -> list[int]:
        """Go through days of November or later; on which of them something came."""
        for day in range(first, last):
            world.go_to(datetime(2026, 11, 1, 1, 0, tzinfo=UTC) + timedelta(days=day - 1))
            world.tick()
        return [(one.bundle.day - date(2026, 10, 31)).days for one in world.reached]

    def test_what_an_outage_kept_from_the_first_day_comes_on_the_next_one_and_once_a_week(self) -> None:
        world = self.lighter()
        world.wait_for(waiting("wake", NINE.date()))
        world.wait_for(waiting("wake", date(2026, 11, 26), subject="e2"))
        assert self.days(world, 25, 30) == [25]
        assert self.days(world, 30, 36) == [25, 30]
        assert matters(world)[1] == [("e2", "wake", 0)]

    def test_what_came_up_later_in_a_week_waits_for_the_next_one(self) -> None:
        world = self.lighter()
        world.wait_for(waiting("wake", date(2026, 11, 25)))
        assert self.days(world, 24, 32) == [30]

    def test_a_message_that_could_not_be_sent_is_none(self) -> None:
        world = self.lighter()
        world.wait_for(waiting("wake", NINE.date()))
        world.go_to(NINE)
        assert world.service.tick() == 1
        world.clock.advance(timedelta(hours=10))
        world.deliver()
        assert world.reached == []
        assert self.days(world, 25, 30) == [25]

    def test_whoever_comes_back_in_the_middle_of_a_week_hears_of_it_on_that_day(self) -> None:
        back = replace(TANAKA, away_until=datetime(2026, 11, 25, 23, 0, tzinfo=UTC))
        world = self.lighter(back)
        world.wait_for(waiting("wake", date(2026, 11, 25)))
        assert self.days(world, 26, 30) == [26]


class TestKeptBack:
    """A delivery that is sent later than it was planned."""

    def told_at(self, *, later: timedelta, leave: bool = False, pause: bool = False) -> World:
        world = World()
        world.wait_for(waiting("wake", NINE.date()))
        world.go_to(NINE)
        assert world.service.tick() == 1
        world.clock.advance(later)
        if leave:
            world.calendars.leave["tanaka"] = {NINE.date()}
        if pause:
            world.wishes.put_preference(Preference(person_id="tanaka", paused_until=date(2026, 11, 26)), NINE)
        world.deliver()
        return world

    def test_within_the_hours_of_its_day_it_is_sent(self) -> None:
        assert matters(self.told_at(later=timedelta(hours=8))) == [[("e1", "wake", 0)]]

    @pytest.mark.parametrize("hours", [9, 15, 24, 48])
    def test_after_hours_or_on_another_day_its_matters_come_with_the_next_message(self, hours: int) -> None:
        world = self.told_at(later=timedelta(hours=hours))
        assert world.reached == []
        world.go_to(NINE + timedelta(days=3))
        world.tick()
        assert matters(world) == [[("e1", "wake", 0)]]

    def test_on_leave_since_or_paused_it_waits(self) -> None:
        for world in (self.told_at(later=timedelta(), leave=True), self.told_at(later=timedelta(), pause=True)):
            assert world.reached == []
            for day in range(1, 5):
                world.go_to(NINE + timedelta(days=day))
                world.tick()
            assert matters(world) == [[("e1", "wake", 0)]]

    def test_what_was_muted_since_is_not_said(self) -> None:
        world = World()
        world.wait_for(waiting("wake", NINE.date()))
        world.go_to(NINE)
        world.service.tick()
        world.wishes.mute("tanaka", "encounter", "e1", NINE)
        world.deliver()
        assert world.reached == []


def test_people_abroad_are_told_at_their_own_time() -> None:
    abroad = replace(TANAKA, time_zone="America/New_York", works_from=time(8, 30))
    world = World(abroad)
    world.wait_for(waiting("wake", NINE.date()))
    told_at = None
    for quarter in range(24 * 4 * 2):
        world.go_to(NINE + timedelta(minutes=15 * quarter))
        if world.tick() and told_at is None:
            told_at = world.clock.now()
    assert told_at == datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
