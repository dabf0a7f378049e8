"""A next step that is a meeting: its goal is asked for before, and how it went afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.core import actions
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import Encounter, Outcome
from tests.unit.core.meetings.chat.desk import Desk, fields, keys, offers
from tests.unit.core.meetings.office import ITO, TANAKA, TODAY, Office, done, twice

DAY = timedelta(days=1)
VISIT = StepGiven(text="再度訪問", due_on=TODAY + 5 * DAY, due_time="14:00", is_meeting=True)
AT = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
"""14:00 in Japan on the day of VISIT."""


def planned(office: Office) -> Encounter:
    office.captured()
    return done(office.service.set_step("e1", VISIT, by=TANAKA)).encounter


def test_a_line_with_a_meeting_plans_it() -> None:
    office = Office()
    one = office.captured(next_step="再度訪問", due_on=VISIT.due_on, due_time="14:00", is_meeting=True)
    assert one.meets_at == AT
    assert set(office.waits(TANAKA)) == {"prepare", "outcome", "next_step"}


def test_without_an_hour_it_is_a_step_that_is_asked_for_its_time() -> None:
    office = Office()
    one = office.captured(next_step="再度訪問", due_on=VISIT.due_on, is_meeting=True)
    assert one.meets_at is None
    assert set(office.waits(TANAKA)) == {"set_time"}


def test_the_goal_is_asked_for_before_and_how_it_went_after_it() -> None:
    office = Office()
    assert planned(office).meets_at == AT
    office.service.prepare("e1", by=TANAKA, goal="試作の約束")
    assert set(office.waits(TANAKA)) == {"outcome", "next_step"}
    office.pass_time(days=6)
    told = twice(lambda: office.service.outcome("e1", Outcome.MET, by=TANAKA, learned="手間"))
    one = told.encounter
    assert (one.next_step, one.outcome, told.asks_next) == (None, Outcome.MET, True)
    assert (one.met_on, one.last_contact_on) == (TODAY - DAY, date(2026, 11, 25))
    assert "outcome" not in office.waits(TANAKA)


def test_the_next_meeting_has_a_goal_of_its_own_and_the_outcome_before_it_stays_readable() -> None:
    office = Office()
    planned(office)
    office.service.prepare("e1", by=TANAKA, goal="試作の約束", question="手間は")
    office.pass_time(days=6)
    again = replace(VISIT, text="工場を見学", due_on=TODAY + 14 * DAY)
    result = twice(lambda: office.service.outcome("e1", Outcome.PARTLY, by=TANAKA, learned="手間", next_step=again))
    one = result.encounter
    assert (one.outcome, one.learned, one.goal, one.question) == (Outcome.PARTLY, "手間", "", "")
    assert one.meets_at == AT + 9 * DAY
    assert set(office.waits(TANAKA)) == {"prepare", "outcome", "next_step"}


def test_an_outcome_told_before_the_meeting_is_of_another_one() -> None:
    office = Office()
    planned(office)
    one = done(office.service.outcome("e1", Outcome.MET, by=TANAKA, learned="立ち話")).encounter
    assert one.meets_at == AT
    assert one.next_step is not None
    assert {"prepare", "outcome"} <= set(office.waits(TANAKA))


def test_moving_the_step_moves_the_meeting_and_keeps_its_goal() -> None:
    office = Office()
    planned(office)
    office.service.prepare("e1", by=TANAKA, goal="試作の約束")
    later = replace(VISIT, due_time="16:30")
    one = done(office.service.set_step("e1", later, by=TANAKA)).encounter
    assert (one.meets_at, one.goal) == (AT + timedelta(hours=2.5), "試作の約束")
    put_off = done(office.service.postpone("e1", TODAY + 6 * DAY, by=TANAKA)).encounter
    assert put_off.meets_at == AT + timedelta(days=1, hours=2.5)
    assert put_off.next_step is not None
    assert put_off.next_step.due_on == TODAY + 6 * DAY


def test_a_calendar_that_moves_the_meeting_moves_the_step() -> None:
    office = Office()
    planned(office)
    one = done(office.service.correct("e1", by=TANAKA, meets_at=AT + DAY)).encounter
    assert one.next_step is not None
    assert (one.next_step.due_on, one.next_step.due_time) == (TODAY + 6 * DAY, "14:00")
    gone = done(office.service.correct("e1", by=TANAKA, meets_at=None)).encounter
    assert gone.next_step is not None
    assert (gone.next_step.is_meeting, gone.meets_at) == (False, None)


def test_another_step_in_its_place_gives_the_meeting_up() -> None:
    office = Office()
    planned(office)
    one = done(office.service.set_step("e1", replace(VISIT, is_meeting=False), by=TANAKA)).encounter
    assert one.meets_at is None
    assert set(office.waits(TANAKA)) == {"next_step"}


def test_after_it_has_been_it_stays_and_how_it_went_can_wait() -> None:
    office = Office()
    planned(office)
    office.pass_time(days=6)
    one = done(office.service.postpone("e1", TODAY + 10 * DAY, by=TANAKA)).encounter
    assert (one.meets_at, one.postponed_until) == (AT, TODAY + 10 * DAY)
    assert office.waits(TANAKA)["outcome"] == TODAY + 10 * DAY
    other = replace(VISIT, text="見積もりを送る", due_on=TODAY + 12 * DAY, is_meeting=False)
    done(office.service.set_step("e1", other, by=TANAKA))
    assert {"outcome", "next_step"} <= set(office.waits(TANAKA))


def test_done_is_that_it_has_been_and_how_it_went_is_asked_and_undone() -> None:
    office = Office()
    planned(office)
    finished = done(office.service.step_done("e1", by=TANAKA))
    assert finished.encounter.meets_at == office.clock.now()
    assert "outcome" in office.waits(TANAKA)
    assert finished.change is not None
    back = done(office.service.undo(finished.change.id, by=TANAKA)).encounter
    assert (back.meets_at, back.next_step is not None) == (AT, True)


def test_a_colleague_abroad_meets_in_their_own_time() -> None:
    office = Office()
    office.people.put(replace(ITO, time_zone="Europe/Berlin"))
    office.captured(by=office.people.by_id(ITO.id) or ITO)
    one = done(office.service.set_step("e1", VISIT, by=office.people.by_id(ITO.id) or ITO)).encounter
    assert one.meets_at == datetime(2026, 11, 25, 13, 0, tzinfo=UTC)


def test_the_form_counts_by_words_and_by_choice() -> None:
    desk = Desk()
    desk.captured()
    sent = {"step": "再度訪問", "day": "2026-11-25", "time": "14:00"}
    shown = desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **sent)
    assert "meeting-done-step_set_meeting" in keys(shown)
    assert desk.now().meets_at == AT
    form = desk.press(TANAKA, actions.MEETING_STEP_FORM, "e1")
    assert fields(form)["meeting"] == "words"
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **sent, meeting="no")
    assert desk.now().meets_at is None
    assert fields(desk.press(TANAKA, actions.MEETING_STEP_FORM, "e1"))["meeting"] == "no"
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **(sent | {"step": "サンプルの説明"}), meeting="yes")
    assert desk.now().meets_at == AT


def test_the_card_prepares_before_and_asks_how_it_went_after() -> None:
    desk = Desk()
    desk.captured()
    desk.service.set_step("e1", VISIT, by=TANAKA)
    before = desk.chat.card(desk.now(), TANAKA)
    assert actions.MEETING_PREPARE_FORM in offers(before)
    assert actions.MEETING_OUTCOME_FORM not in offers(before)
    desk.pass_time(days=6)
    after = desk.chat.card(desk.now(), TANAKA)
    assert actions.MEETING_OUTCOME_FORM in offers(after)
    form = desk.press(TANAKA, actions.MEETING_OUTCOME_FORM, "e1")
    assert (fields(form)["step"], fields(form)["outcome"]) == ("", "")
