"""How cases stand at a glance: in which stage for how long, now and a week ago; at which wall."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.figures.overview import band_of, overview_of, stage_on
from bot.core.figures.records import CLOSED, Held
from tests.unit.core.figures.made import TODAY, case, move

WEEK_AGO = TODAY - timedelta(days=7)


def test_the_stage_of_a_day_is_that_before_the_next_move() -> None:
    moves = [
        move("a", date(2026, 6, 1), "cards", "second_meeting"),
        move("a", date(2026, 9, 1), "second_meeting", "trial"),
    ]
    one = case("a", stage="trial")
    assert stage_on(one, moves, date(2026, 4, 30)) == ""
    assert stage_on(one, moves, date(2026, 5, 1)) == "cards"
    assert stage_on(one, moves, date(2026, 5, 31)) == "cards"
    assert stage_on(one, moves, date(2026, 6, 1)) == "second_meeting"
    assert stage_on(one, moves, TODAY) == "trial"


def test_what_ended_is_open_no_more_from_that_day_on() -> None:
    one = case("a", state=CLOSED, ended_on=date(2026, 7, 10))
    assert stage_on(one, (), date(2026, 7, 9)) == "cards"
    assert stage_on(one, (), date(2026, 7, 10)) == ""


@pytest.mark.parametrize(("days", "band"), [(0, 0), (30, 0), (31, 1), (90, 1), (91, 2), (400, 2)])
def test_bands(days: int, band: int) -> None:
    assert band_of(days) == band


def test_stages_have_their_ages_and_what_was_there_a_week_ago() -> None:
    held = Held(
        cases=(
            case("old"),
            case("moved", stage="second_meeting"),
            case("new", began_on=TODAY - timedelta(days=2)),
            case("gone", state=CLOSED, ended_on=TODAY - timedelta(days=1)),
            case("visit", is_visit=True),
        ),
        moves=(move("moved", TODAY - timedelta(days=3), "cards", "second_meeting"),),
    )
    stages = {one.stage: one for one in overview_of(held, firms=1, today=TODAY).stages}
    assert (stages["cards"].ages, stages["cards"].week_ago) == ((1, 0, 1), 3)
    assert (stages["second_meeting"].ages, stages["second_meeting"].week_ago) == ((1, 0, 0), 0)
    assert sum(one.count for one in stages.values()) == 3


def test_walls_have_what_stands_there_and_for_how_long() -> None:
    held = Held(
        cases=(
            case("a", wall="wall_1", since=TODAY - timedelta(days=12)),
            case("b", wall="wall_1", since=TODAY - timedelta(days=100)),
            case("c", wall="wall_3", since=TODAY + timedelta(days=3)),
            case("d", wall="wall_2", since=TODAY, state=CLOSED, ended_on=TODAY),
        )
    )
    first, second, third = overview_of(held, firms=1, today=TODAY).walls
    assert (first.ages, first.oldest) == ((1, 0, 1), 100)
    assert (second.ages, second.oldest) == ((0, 0, 0), None)
    assert (third.ages, third.oldest) == ((1, 0, 0), 0)


def test_the_week_before_counts_as_it_was() -> None:
    held = Held(cases=(case("a", began_on=WEEK_AGO), case("b", began_on=WEEK_AGO + timedelta(days=1))))
    found = overview_of(held, firms=1, today=TODAY)
    assert (found.count, found.week_ago) == (2, 1)
