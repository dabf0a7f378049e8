"""What each number counts, and what it leaves out."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.figures.periods import Period, fiscal_year
from bot.core.figures.reckoning import (
    Goals,
    Reminder,
    Stall,
    Step,
    fates_of,
    figures_of,
    goals_of,
    journeys_of,
    reminders_of,
    stalls_of,
    steps_of,
)
from bot.core.figures.records import STAGES, Held, Result
from bot.core.meetings.models import Outcome, Stage, Wall
from tests.unit.core.figures.made import MAY, NOW, TODAY, asked, at, case, move, told

YEAR = fiscal_year(2026)


def step_of(held: Held, stage: str, period: Period = YEAR) -> Step:
    return next(one for one in steps_of(journeys_of(held, today=TODAY), period) if one.stage == stage)


def test_stages_are_those_of_encounters() -> None:
    assert tuple(str(one) for one in Stage) == STAGES
    assert {str(one) for one in Wall} == {"wall_1", "wall_2", "wall_3"}
    assert {str(one) for one in Outcome} == {"met", "partly", "not_met"}


def test_goals_count_each_meeting_on_its_day() -> None:
    results = [
        Result(case_id="a", on=MAY, outcome="met"),
        Result(case_id="a", on=date(2026, 6, 1), outcome="not_met"),
        Result(case_id="b", on=date(2026, 3, 31), outcome="met"),
        Result(case_id="visit", on=MAY, outcome="met"),
        Result(case_id="b", on=date(2027, 3, 31), outcome="partly"),
    ]
    waits = case("w", awaits_result=True, meets_at=NOW - timedelta(hours=1), meets_on=TODAY)
    ahead = case("c", awaits_result=True, meets_at=NOW + timedelta(hours=1), meets_on=TODAY)
    said = case("d", awaits_result=False, meets_at=NOW - timedelta(hours=1), meets_on=TODAY)
    held = Held(cases=(case("a"), case("b"), case("visit", is_visit=True), waits, ahead, said), results=tuple(results))
    goals = goals_of(held, YEAR, now=NOW)
    assert goals == Goals(met=1, partly=1, not_met=1, not_recorded=1)
    assert (goals.hit.hits, goals.hit.of) == (1, 3)


def test_a_stage_counts_who_came_within_the_period_and_follows_them_until_today() -> None:
    moved = case("moved", stage="shared_issue")
    gone = case("gone", state="closed", ended_on=date(2026, 5, 21))
    asleep, waiting = case("asleep", state="sleeping"), case("waiting")
    before = case("before", began_on=date(2026, 3, 31))
    moves = (
        move("moved", date(2026, 5, 11), "cards", "second_meeting"),
        move("moved", date(2027, 6, 1), "second_meeting", "shared_issue"),
    )
    held = Held(cases=(moved, gone, asleep, waiting, before, case("visit", is_visit=True)), moves=moves)
    step = step_of(held, "cards")
    assert (step.moved, step.ended, step.on_the_way, step.median_days) == (1, 1, 2, None)
    assert (step.share.hits, step.share.of) == (1, 4)
    assert step_of(held, "second_meeting").moved == 1


def test_a_way_back_is_counted_from_where_it_led() -> None:
    """Forward over a stage, back to it, and on from there: its time begins when it first came there."""
    moves = (
        move("a", date(2026, 5, 5), "cards", "joint_study"),
        move("a", date(2026, 5, 9), "joint_study", "shared_issue"),
        move("a", date(2026, 5, 12), "shared_issue", "trial"),
    )
    held = Held(cases=(case("a", stage="trial"),), moves=moves)
    found = {
        one.stage: (one.moved, one.on_the_way, one.median_days)
        for one in steps_of(journeys_of(held, today=TODAY), YEAR)
    }
    assert found["cards"] == (1, 0, 4)
    assert found["second_meeting"] == (0, 0, None)
    assert found["shared_issue"] == (1, 0, 3)
    assert found["joint_study"] == (1, 0, 7)
    assert found["trial"] == (0, 1, None)


def test_the_median_knows_who_is_on_the_way() -> None:
    cases = [case(str(number), began_on=TODAY - timedelta(days=20)) for number in range(4)]
    moves = tuple(move(str(number), cases[0].began_on + timedelta(days=5), "cards", "trial") for number in range(2))
    step = step_of(Held(cases=tuple(cases), moves=moves), "cards")
    assert (step.moved, step.on_the_way, step.median_days) == (2, 2, 5)
    step = step_of(Held(cases=tuple(cases), moves=moves[:1]), "cards")
    assert (step.moved, step.on_the_way, step.median_days) == (1, 3, None)


def test_stalls_have_ages_whenever_they_began() -> None:
    cases = [case(str(days), wall="wall_1", since=TODAY - timedelta(days=days)) for days in (3, 10, 400)]
    ahead = case("ahead", wall="wall_2", since=TODAY + timedelta(days=2))
    found = list(stalls_of([*cases, ahead, case("moves")], today=TODAY))
    assert found == [
        Stall(wall="wall_1", count=3, median_age=10.0, oldest=400),
        Stall(wall="wall_2", count=1, median_age=0.0, oldest=0),
        Stall(wall="wall_3", count=0, median_age=None, oldest=None),
    ]


def test_a_reminder_is_acted_on_before_the_next_one_by_the_one_who_got_it() -> None:
    sent = (
        told("a", MAY, 0, acted_at=at(MAY + timedelta(days=6))),
        told("a", MAY + timedelta(days=5), 0, step=2, acted_at=at(MAY + timedelta(days=6))),
        told("b", MAY, 0),
        told("b", MAY, 0, person="tanaka", step=4, acted_at=at(MAY, 3)),
        told("c", MAY, 0),
        told("d", MAY, 0, acted_at=at(MAY, 2)),
        told("d", MAY + timedelta(days=9), 0, step=7),
    )
    held = Held(cases=(case("a"), case("b"), case("c", state="closed"), case("d")), told=sent)
    fates = fates_of(held)
    assert list(reminders_of(fates, YEAR)) == [
        # Of a too late, of c never; of b it may still come.
        Reminder(matter="next_step", step=1, acted_on=1, passed_over=2, open=1),
        Reminder(matter="next_step", step=2, acted_on=1, passed_over=0, open=0),
        Reminder(matter="next_step", step=4, acted_on=1, passed_over=0, open=0),
        Reminder(matter="next_step", step=5, acted_on=0, passed_over=0, open=1),
    ]
    assert list(reminders_of(fates, Period(date(2026, 6, 1), TODAY))) == []


def test_all_of_them_together() -> None:
    held = Held(
        cases=(case("a", wall="wall_1"), case("old", began_on=date(2025, 5, 1)), case("visit", is_visit=True)),
        asked=(
            asked("q1", MAY, "answered"),
            asked("q2", MAY, "handed_over", is_answered=True),
            asked("q3", date(2026, 3, 1), "failed"),
        ),
    )
    found = figures_of(held, YEAR, now=NOW, today=TODAY)
    assert (found.cases, dict(found.answers), found.answered_by_person) == (1, {"answered": 1, "handed_over": 1}, 1)
    assert found.stalls[0].count == 1


def test_some_of_it_is_what_belongs_to_it() -> None:
    one, other = case("a"), case("b")
    moves = (move("a", MAY, "cards", "trial"), move("b", MAY, "cards", "trial"))
    whole = Held(cases=(one, other), moves=moves, told=(told("b", MAY, 1),), asked=(asked("q", MAY, "answered"),))
    assert whole.of_cases([one]) == Held(cases=(one,), moves=moves[:1])
