"""The step of a form that is told with a meeting: left as it stood, moved, or half filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core import actions
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import ChangeKind, Outcome
from tests.unit.core.meetings.chat.desk import Desk, keys
from tests.unit.core.meetings.office import ITO, STEP, TANAKA, TODAY, Office, done, refused, twice

DAY = timedelta(days=1)


def with_a_colleagues_step() -> Office:
    office = Office()
    office.captured()
    step = done(office.service.set_step("e1", STEP, by=TANAKA)).encounter.next_step
    assert step is not None
    office.store.rows["e1"] = replace(office.now(), next_step=replace(step, owner_id=ITO.id))
    return office


def test_a_step_left_as_it_stood_may_have_passed_and_stays_with_whose_it_is() -> None:
    office = with_a_colleagues_step()
    office.pass_time(days=9)
    told = done(office.service.outcome("e1", Outcome.PARTLY, by=TANAKA, next_step=STEP)).encounter
    assert (told.outcome, told.next_step) == (Outcome.PARTLY, office.now().next_step)
    assert told.next_step is not None
    assert (told.next_step.owner_id, told.next_step.due_on) == (ITO.id, STEP.due_on)


def test_a_step_that_is_moved_stays_with_whose_it_is_and_another_is_of_who_tells() -> None:
    office = with_a_colleagues_step()
    later = replace(STEP, due_on=TODAY + 8 * DAY)
    moved = done(office.service.outcome("e1", Outcome.MET, by=TANAKA, next_step=later)).encounter.next_step
    assert moved is not None
    assert (moved.owner_id, moved.due_on) == (ITO.id, TODAY + 8 * DAY)
    gone = StepGiven(text="見積もりを出す", due_on=TODAY - DAY)
    assert refused(office.service.outcome("e1", Outcome.MET, by=TANAKA, next_step=gone)) == "meeting-refused-day-gone"
    new = done(office.service.outcome("e1", Outcome.MET, by=TANAKA, next_step=replace(gone, due_on=TODAY)))
    assert new.encounter.next_step is not None
    assert new.encounter.next_step.owner_id == TANAKA.id


def test_a_day_without_a_step_is_asked_about() -> None:
    desk = Desk()
    desk.captured()
    shown = desk.press(TANAKA, actions.MEETING_OUTCOME_SEND, "e1", outcome="met", step="", day="2026-12-01")
    assert keys(shown)[1] == "meeting-write-step"
    assert desk.now().outcome is None
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", step="サンプルを送る", day="2026-11-25", time="10:00")
    desk.press(TANAKA, actions.MEETING_OUTCOME_SEND, "e1", outcome="met", step="", day="2026-11-25", time="10:00")
    assert desk.now().outcome == Outcome.MET


def test_the_same_outcome_on_another_day_is_of_another_meeting() -> None:
    office = Office()
    office.captured()
    twice(lambda: office.service.outcome("e1", Outcome.PARTLY, by=TANAKA, learned="納期", next_step=STEP))
    office.pass_time(days=3)
    again = twice(lambda: office.service.outcome("e1", Outcome.PARTLY, by=TANAKA, learned="納期", next_step=STEP))
    assert again.encounter.counts_from == TODAY + 3 * DAY
    told = [one for one in office.store.changes("e1") if one.kind == ChangeKind.OUTCOME]
    assert len(told) == 2
