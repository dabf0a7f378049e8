"""Before and after a meeting: goals, outcomes, contacts, next steps, what was put off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.meetings.anchors import QUIET, waiting
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import ChangeKind, Outcome, State, Wall
from bot.core.meetings.results import Result
from tests.unit.core.meetings.office import (
    FRIDAY,
    ITO,
    KATO,
    MORI,
    SATO,
    STEP,
    SUZUKI,
    TANAKA,
    TODAY,
    Office,
    done,
    refused,
    twice,
)

DAY = timedelta(days=1)


@pytest.fixture
def office() -> Office:
    made = Office()
    made.captured()
    return made


def test_a_goal_is_no_longer_asked_for_once_it_is_set(office: Office) -> None:
    prepared = twice(
        lambda: office.service.prepare("e1", by=ITO, goal="試作の約束", question="だれが決めるか", bring="見本")
    )
    assert (prepared.encounter.goal, prepared.encounter.question) == ("試作の約束", "だれが決めるか")
    planned = done(office.service.prepare("e1", by=ITO, goal="", meets_at=FRIDAY + 3 * DAY)).encounter
    assert planned.meets_at == FRIDAY + 3 * DAY
    assert office.waits() == {"prepare": TODAY + 3 * DAY, "outcome": TODAY + 3 * DAY}


def test_an_outcome_is_a_real_contact_and_asks_for_what_follows(office: Office) -> None:
    office.service.prepare("e1", by=TANAKA, goal="約束", meets_at=FRIDAY + DAY)
    office.pass_time(days=3)
    told = twice(lambda: office.service.outcome("e1", Outcome.PARTLY, by=TANAKA, learned="納期が大事"))
    assert (told.encounter.outcome, told.encounter.learned) == (Outcome.PARTLY, "納期が大事")
    assert (told.encounter.last_contact_on, told.counts_from) == (TODAY + DAY, TODAY + 3 * DAY)
    assert told.asks_next
    assert office.waits() == {"no_next_step": TODAY + 3 * DAY}
    again = done(office.service.prepare("e1", by=TANAKA, goal="次", meets_at=FRIDAY + 9 * DAY)).encounter
    assert (again.outcome, again.learned) == (None, "")


def test_an_outcome_brings_its_next_step(office: Office) -> None:
    told = done(office.service.outcome("e1", Outcome.MET, by=ITO, next_step=STEP))
    assert not told.asks_next
    assert told.encounter.next_step is not None
    assert told.encounter.next_step.owner_id == "ito"
    assert office.waits(ITO) == {"next_step": TODAY + 5 * DAY}
    faulty = replace(STEP, text=" ")
    assert refused(office.service.outcome("e1", Outcome.MET, by=ITO, next_step=faulty)) == "meeting-refused-step-empty"


def test_a_contact_by_anybody_of_the_firm_sets_the_count_back_and_gives_peace(office: Office) -> None:
    office.pass_time(days=4)
    told = twice(lambda: office.service.contact("e1", by=ITO, on=TODAY + 4 * DAY, what="telephone", note="来週まで"))
    assert told.counts_from == TODAY + 4 * DAY
    [nudge] = office.store.coming()
    assert (nudge.matter, nudge.since, nudge.not_before) == ("no_next_step", TODAY + 4 * DAY, TODAY + 4 * DAY + QUIET)


def test_a_contact_sets_back_an_overdue_step_but_not_one_to_come(office: Office) -> None:
    office.service.set_step("e1", STEP, by=TANAKA)
    office.pass_time(days=1)
    office.service.contact("e1", by=TANAKA, on=TODAY + DAY)
    assert office.waits() == {"next_step": TODAY + 5 * DAY}
    office.pass_time(days=7)
    office.service.contact("e1", by=TANAKA, on=TODAY + 7 * DAY)
    [nudge] = office.store.coming()
    assert (nudge.since, nudge.not_before) == (TODAY + 7 * DAY, TODAY + 7 * DAY + QUIET)


def test_an_older_contact_sets_nothing_back(office: Office) -> None:
    office.pass_time(days=4)
    office.service.contact("e1", by=ITO, on=TODAY + 4 * DAY)
    told = done(office.service.contact("e1", by=ITO, on=TODAY + DAY))
    assert told.counts_from == TODAY + 4 * DAY
    to_come = office.service.contact("e1", by=ITO, on=TODAY + 5 * DAY)
    assert refused(to_come) == "meeting-refused-day-to-come"


def test_the_coordinator_who_sees_it_may_log_a_contact_and_change_nothing_else(office: Office) -> None:
    done(office.service.contact("e1", by=SATO, on=TODAY))
    for by, key in ((SUZUKI, "not-yours"), (KATO, "not-yours"), (MORI, "not-yours")):
        assert refused(office.service.contact("e1", by=by, on=TODAY)) == f"meeting-refused-{key}"
    assert refused(office.service.set_step("e1", STEP, by=SATO)) == "meeting-refused-not-yours"
    assert refused(office.service.set_step("e1", STEP, by=SUZUKI)) == "meeting-refused-not-found"
    office.captured(by=MORI, id="e2")
    assert refused(office.service.contact("e2", by=SATO, on=TODAY)) == "meeting-refused-not-yours"


def test_a_step_is_ones_own_and_leaves_the_first_wall(office: Office) -> None:
    step = twice(lambda: office.service.set_step("e1", STEP, by=ITO))
    assert step.encounter.next_step is not None
    assert (step.encounter.next_step.owner_id, step.encounter.wall) == ("ito", None)
    assert office.waits(ITO) == {"next_step": TODAY + 5 * DAY}
    assert office.waits(TANAKA) == {}


def test_nobody_sets_a_step_of_somebody_else(office: Office) -> None:
    assert refused(office.service.set_step("e1", STEP, by=TANAKA, owner=ITO)) == "meeting-refused-ask-them"
    office.service.set_step("e1", STEP, by=ITO)
    later = done(office.service.set_step("e1", replace(STEP, due_on=TODAY + 6 * DAY), by=TANAKA)).encounter
    assert later.next_step is not None
    assert later.next_step.owner_id == "ito"
    other = done(office.service.set_step("e1", replace(STEP, text="電話する"), by=TANAKA)).encounter
    assert other.next_step is not None
    assert other.next_step.owner_id == "tanaka"


@pytest.mark.parametrize(
    ("step", "key"),
    [
        (StepGiven(text=""), "meeting-refused-step-empty"),
        (StepGiven(text="送る", due_on=TODAY - DAY), "meeting-refused-day-gone"),
        (StepGiven(text="送る", due_on=TODAY, due_time="9時"), "meeting-refused-time"),
    ],
)
def test_steps_that_cannot_be_are_refused(office: Office, step: StepGiven, key: str) -> None:
    assert refused(office.service.set_step("e1", step, by=TANAKA)) == key


def test_after_a_step_is_done_it_stays_at_the_first_wall_until_something_follows(office: Office) -> None:
    office.service.set_step("e1", STEP, by=TANAKA)
    office.pass_time(days=5)
    finished = twice(lambda: office.service.step_done("e1", by=TANAKA))
    assert finished.asks_next
    assert (finished.encounter.wall, finished.encounter.last_contact_on) == (Wall.CARDS, TODAY + 5 * DAY)
    assert office.waits() == {"no_next_step": TODAY + 5 * DAY}


def test_a_press_under_an_old_message_does_not_finish_a_newer_step(office: Office) -> None:
    seen = done(office.service.set_step("e1", STEP, by=TANAKA)).encounter.version
    office.service.postpone("e1", TODAY + 9 * DAY, by=TANAKA)
    same_step = done(office.service.step_done("e1", by=TANAKA, seen=seen))
    assert not same_step.is_repeat
    office.service.set_step("e1", replace(STEP, text="見積もりを出す"), by=TANAKA)
    assert done(office.service.step_done("e1", by=TANAKA, seen=seen)).is_repeat
    assert office.now().next_step is not None


def test_what_is_put_off_moves_its_day_and_keeps_its_time(office: Office) -> None:
    until = TODAY + 10 * DAY
    twice(lambda: office.service.postpone("e1", until, by=TANAKA))
    assert office.waits() == {"no_next_step": until}
    office.service.set_step("e1", STEP, by=TANAKA)
    moved = done(office.service.postpone("e1", until, by=TANAKA)).encounter
    assert moved.next_step is not None
    assert (moved.next_step.due_on, moved.next_step.due_time) == (until, "10:00")
    assert office.waits() == {"next_step": until}
    earlier = done(office.service.postpone("e1", TODAY + DAY, by=TANAKA)).encounter
    assert earlier.next_step is not None
    assert earlier.next_step.due_on == TODAY + DAY
    for day in (TODAY, TODAY - DAY):
        assert refused(office.service.postpone("e1", day, by=TANAKA)) == "meeting-refused-day-not-to-come"


def test_what_is_done_with_a_sleeping_one_wakes_it(office: Office) -> None:
    uses: tuple[Callable[[], Result], ...] = (
        lambda: office.service.contact("e1", by=TANAKA, on=TODAY, note=str(office.now().version)),
        lambda: office.service.set_step("e1", replace(STEP, text=str(office.now().version)), by=TANAKA),
        lambda: office.service.prepare("e1", by=TANAKA, goal=str(office.now().version)),
    )
    for use in uses:
        done(office.service.sleep("e1", TODAY + 30 * DAY, by=TANAKA))
        assert done(use()).encounter.state == State.OPEN
        assert office.now().wakes_on is None


def test_nothing_is_done_with_a_closed_one(office: Office) -> None:
    office.service.greeting_only("e1", by=TANAKA)
    before = office.now()
    service = office.service
    for result in (
        service.prepare("e1", by=TANAKA, goal="x"),
        service.outcome("e1", Outcome.MET, by=TANAKA),
        service.contact("e1", by=TANAKA, on=TODAY),
        service.set_step("e1", STEP, by=TANAKA),
        service.step_done("e1", by=TANAKA),
        service.postpone("e1", TODAY + DAY, by=TANAKA),
        service.request("e1", ITO, by=TANAKA, text="お願い"),
        service.sleep("e1", TODAY + DAY, by=TANAKA),
    ):
        assert refused(result) == "meeting-refused-closed"
    assert office.now() == before


def test_the_history_says_who_and_when(office: Office) -> None:
    office.service.set_step("e1", STEP, by=ITO)
    last = office.store.changes("e1")[-1]
    assert (last.kind, last.by_id, last.at) == (ChangeKind.STEP_SET, "ito", FRIDAY)
    before = office.store.as_it_was("e1", office.now().version - 1)
    assert before is not None
    assert before.next_step is None


def test_what_is_put_off_before_a_meeting_comes_back_on_that_day(office: Office) -> None:
    office.service.prepare("e1", by=TANAKA, goal="試作の約束", meets_at=FRIDAY + 20 * DAY)
    assert set(office.waits(TANAKA)) == {"outcome"}
    office.service.postpone("e1", TODAY + 5 * DAY, by=TANAKA)
    back = [one for one in waiting(office.now()) if one.comes_back]
    assert [(one.matter, one.not_before) for one in back] == [("prepare", TODAY + 5 * DAY)]


def test_peace_after_a_contact_is_no_day_on_which_something_has_to_come(office: Office) -> None:
    office.service.postpone("e1", TODAY + DAY, by=TANAKA)
    office.service.contact("e1", by=TANAKA, on=TODAY)
    (one,) = waiting(office.now())
    assert (one.not_before, one.comes_back) == (TODAY + DAY, True)
    office.pass_time(days=3)
    office.service.contact("e1", by=TANAKA, on=TODAY + 3 * DAY)
    (one,) = waiting(office.now())
    assert (one.not_before, one.comes_back) == (TODAY + 3 * DAY + QUIET, False)


def test_a_step_for_the_very_day_of_a_contact_comes_on_that_day(office: Office) -> None:
    office.service.contact("e1", by=TANAKA, on=TODAY)
    office.service.set_step("e1", replace(STEP, due_on=TODAY), by=TANAKA)
    (one,) = waiting(office.now())
    assert (one.matter, one.since, one.not_before) == ("next_step", TODAY, None)
    office.service.set_step("e1", replace(STEP, due_on=TODAY + DAY), by=TANAKA)
    office.pass_time(days=1)
    office.service.contact("e1", by=TANAKA, on=TODAY + DAY)
    (one,) = waiting(office.now())
    assert (one.since, one.not_before) == (TODAY + DAY, TODAY + DAY + QUIET)
