"""When a nudge is due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.core.nudges.cadences import Asks, Counts, OnDayOff, Rule, Step
from bot.core.nudges.models import CadenceChoice
from bot.core.nudges.planning import day_of_step, steps_of
from tests.fakes.nudges import FakeDays
from tests.unit.core.nudges.people import FRIDAY, LABOUR_DAY, TANAKA, Desk, waiting

NOV = {number: date(2026, 11, number) for number in range(1, 31)}
DEC = {number: date(2026, 12, number) for number in range(1, 32)}


def test_without_a_next_step_it_is_asked_the_same_day_then_ever_more_rarely_and_never_stops() -> None:
    days = Desk().days(waiting(), 7)
    expected = [NOV[20], NOV[24], NOV[30], DEC[7], DEC[14], date(2027, 1, 11), date(2027, 2, 8)]
    assert days == expected


def test_a_weekend_and_a_holiday_are_left_out() -> None:
    assert Desk().plan(waiting("wake", NOV[21])).due_on == NOV[24]


def test_it_is_due_from_the_beginning_of_the_day_where_the_person_is() -> None:
    abroad = replace(TANAKA, time_zone="America/New_York")
    assert Desk().plan(waiting("wake", NOV[27])).due_at == datetime(2026, 11, 26, 15, 0, tzinfo=UTC)
    assert Desk(abroad).plan(waiting("wake", NOV[27])).due_at == datetime(2026, 11, 27, 5, 0, tzinfo=UTC)


def test_nobody_is_asked_what_follows_while_they_are_still_writing() -> None:
    desk = Desk(start=FRIDAY.replace(hour=7))
    assert desk.plan(waiting()).due_at == FRIDAY.replace(hour=8)
    after_hours = Desk(start=FRIDAY.replace(hour=8)).plan(waiting())
    assert (after_hours.due_on, after_hours.due_at) == (NOV[24], datetime(2026, 11, 23, 15, 0, tzinfo=UTC))
    assert Desk().plan(waiting()).due_at == FRIDAY.replace(hour=7)  # 16:00 there
    early = replace(TANAKA, works_until=time(15, 0))
    assert Desk(early).plan(waiting()).due_at == FRIDAY.replace(hour=5, minute=30)


def test_what_was_written_down_later_begins_with_the_step_of_that_day() -> None:
    desk = Desk(start=datetime(2026, 11, 26, 1, 0, tzinfo=UTC))
    planned = desk.plan(waiting(since=NOV[18]))
    assert (planned.step, planned.due_on) == (2, NOV[26])
    planned = desk.plan(waiting(since=NOV[17]))
    assert (planned.step, planned.due_on) == (2, NOV[26])
    assert desk.days(waiting(since=NOV[17]), 2) == [NOV[26], DEC[2]]


def test_before_a_meeting_it_is_asked_for_its_goal_and_not_afterwards() -> None:
    assert Desk().days(waiting("prepare", NOV[30]), 9) == [NOV[25], NOV[27]]


def test_a_meeting_tomorrow_is_prepared_today() -> None:
    planned = Desk().plan(waiting("prepare", NOV[24]))
    assert (planned.step, planned.due_on) == (1, NOV[20])


def test_the_end_of_the_fiscal_year_is_looked_ahead_to() -> None:
    desk = Desk(start=datetime(2027, 2, 1, 1, 0, tzinfo=UTC))
    days = desk.days(waiting("succession", date(2027, 3, 31), kind="programme"), 5)
    assert days == [date(2027, 3, 3), date(2027, 3, 17), date(2027, 3, 24), date(2027, 3, 30), date(2027, 3, 31)]


def test_what_is_put_off_comes_on_that_day_even_where_all_was_told() -> None:
    desk = Desk()
    planned = desk.plan(waiting(since=NOV[2], not_before=NOV[25]))
    assert (planned.due_on, planned.step) == (NOV[25], 4)
    assert planned.occurrence != desk.plan(waiting(since=NOV[2])).occurrence
    assert desk.days(waiting(since=NOV[2], not_before=NOV[25]), 2)[1] > NOV[25]


def test_what_is_put_off_comes_on_that_day_even_before_the_first_step_was_due() -> None:
    desk = Desk()
    slow = waiting(cadence="slow", not_before=NOV[24], comes_back=True)
    assert desk.days(slow, 3) == [NOV[24], DEC[14], date(2027, 1, 4)]
    assert desk.plan(replace(slow, comes_back=False)).due_on == NOV[30]
    meeting = waiting("prepare", DEC[21], not_before=NOV[25], comes_back=True)
    assert desk.days(meeting, 9) == [NOV[25], DEC[18]]


def test_after_a_meeting_nobody_is_asked_what_it_is_for() -> None:
    desk = Desk()
    assert desk.planning([waiting("prepare", NOV[19])]) == []
    assert desk.planning([waiting("prepare", NOV[20], not_before=NOV[24])]) == []
    assert desk.plan(waiting("prepare", NOV[20])).due_on == NOV[20]
    assert desk.plan(waiting("outcome", NOV[19])).due_on == NOV[20]


def test_put_off_to_a_day_off_it_comes_on_the_next_working_day() -> None:
    assert Desk().plan(waiting(not_before=NOV[21])).due_on == NOV[24]


def test_nobody_is_asked_to_telephone_into_days_off() -> None:
    desk = Desk()
    desk.calendars.closed["山田製作所"] = {NOV[24], NOV[25]}
    assert desk.days(waiting(partner="山田製作所"), 3) == [NOV[20], NOV[26], NOV[30]]
    assert desk.plan(waiting("next_step", NOV[24], partner="山田製作所")).due_on == NOV[26]
    assert desk.plan(waiting("wake", NOV[24], partner="山田製作所")).due_on == NOV[24]


def choice(scope: str, name: str, cadence: str) -> CadenceChoice:
    return CadenceChoice(company_id="aoi", scope=scope, name=name, cadence=cadence, chosen_by="sato", chosen_at=FRIDAY)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "default"),
        ({"stage": "trial"}, "trial"),
        ({"stage": "trial", "event": "展示会"}, "fair"),
        ({"stage": "trial", "event": "展示会", "cadence": "slow"}, "slow"),
        ({"stage": "cards", "event": "懇親会"}, "default"),
        ({"stage": "adoption"}, "default"),
    ],
)
def test_whose_choice_of_a_cadence_counts(given: Mapping[str, str], expected: str) -> None:
    gone = choice("stage", "adoption", "one that was taken away")
    desk = Desk(choices=[choice("stage", "trial", "trial"), choice("event", "展示会", "fair"), gone])
    assert desk.plan(waiting(**given)).cadence == expected  # type: ignore[arg-type]


def test_another_firms_choice_is_not_ours() -> None:
    desk = Desk(choices=[replace(choice("stage", "trial", "trial"), company_id="midori")])
    assert desk.plan(waiting(stage="trial")).cadence == "default"


def test_whoever_has_left_or_is_not_there_is_not_nudged() -> None:
    desk = Desk(replace(TANAKA, left_at=FRIDAY))
    assert desk.planning([waiting(), waiting(person="nobody")]) == []


def test_leave_is_left_out() -> None:
    desk = Desk()
    desk.calendars.leave["tanaka"] = {NOV[24], NOV[25]}
    assert desk.days(waiting(), 3) == [NOV[20], NOV[26], DEC[2]]


@pytest.mark.parametrize(
    ("after", "counts", "on_day_off", "expected"),
    [
        (1, Counts.WORKING_DAYS, OnDayOff.NEXT, NOV[24]),
        (-1, Counts.WORKING_DAYS, OnDayOff.PREVIOUS, NOV[19]),
        (3, Counts.CALENDAR_DAYS, OnDayOff.NEXT, NOV[24]),
        (3, Counts.CALENDAR_DAYS, OnDayOff.PREVIOUS, NOV[20]),
        (-5, Counts.CALENDAR_DAYS, OnDayOff.NEXT, NOV[16]),
        (-5, Counts.CALENDAR_DAYS, OnDayOff.PREVIOUS, NOV[13]),
        (0, Counts.WORKING_DAYS, OnDayOff.NEXT, NOV[20]),
    ],
)
def test_every_rule_says_how_it_counts(after: int, counts: Counts, on_day_off: OnDayOff, expected: date) -> None:
    step = Step(after=after, counts=counts, on_day_off=on_day_off, asks=Asks.STEP)
    assert day_of_step(step, NOV[20], FakeDays(TANAKA, {LABOUR_DAY})) == expected


def test_on_a_day_off_a_step_of_the_same_day_goes_where_its_rule_says() -> None:
    days = FakeDays(TANAKA, {LABOUR_DAY})
    step = Step(after=0, counts=Counts.WORKING_DAYS, on_day_off=OnDayOff.PREVIOUS, asks=Asks.STEP)
    assert day_of_step(step, NOV[22], days) == NOV[20]
    assert day_of_step(step.model_copy(update={"on_day_off": OnDayOff.NEXT}), NOV[22], days) == NOV[24]


def test_the_days_of_a_rule_never_go_back_and_repeat_without_an_end() -> None:
    step = Step(after=2, counts=Counts.CALENDAR_DAYS, on_day_off=OnDayOff.NEXT, asks=Asks.STEP)
    rule = Rule(steps=(step, step.model_copy(update={"counts": Counts.WORKING_DAYS})), repeat_every=7)
    found = steps_of(rule, NOV[20], FakeDays(TANAKA, {LABOUR_DAY}))
    days = [next(found).on for _ in range(60)]
    assert days == sorted(days)
    assert days[-1] - days[0] > timedelta(days=300)


def test_a_value_walk_that_stands_still_is_reminded_of_twice_and_never_again() -> None:
    assert Desk().days(waiting("walk", NOV[20]), 9) == [NOV[25], DEC[2]]


def test_a_value_walk_that_was_put_aside_comes_back_on_its_day_and_once_more() -> None:
    aside = replace(waiting("walk", DEC[11]), not_before=DEC[11], comes_back=True)
    assert Desk().days(aside, 9) == [DEC[11], DEC[22]]
