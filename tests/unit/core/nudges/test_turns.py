"""In which order matters stand that are told together."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from bot.core.nudges.cadences import Matter
from bot.core.nudges.turns import IMPORTANCE, Subject, Turn, ordered
from bot.core.scheduled import Scheduled
from tests.unit.core.nudges.people import FRIDAY, TANAKA, TODAY, Desk, waiting
from tests.unit.core.nudges.town_of_nudges import World

TUESDAY = date(2026, 11, 24)
WRITTEN = datetime(2026, 11, 1, 0, 0, tzinfo=UTC)


def in_any_order(rows: Sequence[Scheduled], turns: dict[Subject, Turn], day: date = TODAY) -> list[str]:
    """The subjects in order, the same however they came."""
    orders = set()
    for seed in range(20):
        shuffled = list(rows)
        random.Random(seed).shuffle(shuffled)
        orders.add(tuple(one.subject_id for one in ordered(shuffled, day, turns)))
    (order,) = orders
    return list(order)


def test_what_is_planned_for_today_stands_by_its_time() -> None:
    desk = Desk()
    rows = [desk.plan(waiting("next_step", TODAY, subject=id)) for id in ("a", "b", "c")]
    times = {"a": "13:00", "b": "09:30", "c": "11:00"}
    turns = {("encounter", id): Turn(at, WRITTEN) for id, at in times.items()}
    assert in_any_order(rows, turns) == ["b", "c", "a"]


def test_what_is_late_stands_below_by_the_day_on_which_it_was_due() -> None:
    desk = Desk(start=FRIDAY - timedelta(days=10))
    rows = [desk.plan(waiting("next_step", TODAY - timedelta(days=days), subject=f"{days}")) for days in (0, 1, 2, 8)]
    # The time of a step that was missed says nothing any more.
    turns = {("encounter", "8"): Turn("17:00", WRITTEN), ("encounter", "1"): Turn("08:00", WRITTEN)}
    assert in_any_order(rows, turns) == ["0", "8", "2", "1"]


def test_of_what_comes_at_the_same_moment_the_more_important_stands_first() -> None:
    assert set(IMPORTANCE) == set(Matter)
    desk = Desk()
    rows = [desk.plan(waiting(matter, TODAY, subject=f"{matter}")) for matter in ("wake", "outcome", "request")]
    same_day = [one for one in rows if one.due_on == rows[1].due_on]
    assert in_any_order(same_day, {}) == [str(one) for one in IMPORTANCE if one in {row.matter for row in same_day}]


def test_of_equals_what_was_written_down_first_stands_first_and_then_the_id_decides() -> None:
    desk = Desk()
    rows = [desk.plan(waiting("no_next_step", TODAY, subject=id)) for id in ("a", "b", "c", "d")]
    later = WRITTEN + timedelta(minutes=1)
    turns = {("encounter", id): Turn("", at) for id, at in (("a", later), ("b", later), ("c", WRITTEN), ("d", later))}
    assert in_any_order(rows, turns) == ["c", "a", "b", "d"]


def test_matters_of_one_subject_stand_together_at_the_place_of_the_first() -> None:
    desk = Desk(start=FRIDAY - timedelta(days=10))
    both = [desk.plan(waiting(matter, TODAY, subject="b")) for matter in ("next_step", "outcome")]
    other = desk.plan(waiting("next_step", TODAY, subject="a"))
    turns = {("encounter", "a"): Turn("16:00", WRITTEN), ("encounter", "b"): Turn("10:00", WRITTEN)}
    assert in_any_order([*both, other], turns) == ["b", "b", "a"]


def test_a_message_and_the_list_to_come_stand_in_that_order() -> None:
    world = World()
    for id in ("a", "b", "c"):
        world.wait_for(waiting("next_step", TUESDAY, subject=id))
    for id, at in (("a", "13:00"), ("b", "09:30"), ("c", "11:00")):
        world.turns["encounter", id] = Turn(at, WRITTEN)
    listed = [getattr(part, "title", None) for part in world.service.upcoming(TANAKA).parts]
    assert [title for title in listed if title] == ["b さん", "c さん", "a さん"]
    world.go_to(datetime(2026, 11, 24, 0, 0, tzinfo=UTC))
    world.tick()
    (reached,) = world.reached
    assert [item.subject_id for item in reached.bundle.items] == ["b", "c", "a"]


def test_in_the_list_to_come_what_has_no_hour_stands_below_what_is_planned_for_that_day() -> None:
    world = World()
    world.wait_for(waiting("wake", TUESDAY, subject="a"))
    world.wait_for(waiting("next_step", TUESDAY, subject="b"))
    world.turns["encounter", "b"] = Turn("10:00", WRITTEN)
    listed = [getattr(part, "title", None) for part in world.service.upcoming(TANAKA).parts]
    assert [title for title in listed if title] == ["b さん", "a さん"]
