"""Presses that end an encounter, let it rest or take it up again; and what is taken back."""

from __future__ import annotations

from datetime import date

from bot.core import actions
from bot.core.meetings.models import Ending, Reason, Stage, State
from tests.unit.core.meetings.chat.desk import Desk, fields, keys, offers, opened, why, words
from tests.unit.core.meetings.office import ITO, TANAKA


def test_after_ten_minutes_a_change_is_not_taken_back() -> None:
    desk = opened()
    card = desk.press(TANAKA, actions.MEETING_GREETING, "e1")
    reference = offers(card)[actions.MEETING_UNDO]
    desk.pass_time(minutes=11)
    late = desk.press(TANAKA, actions.MEETING_UNDO, reference)
    assert (late.is_aside, why(late)) == (True, "meeting-refused-undo-late")
    assert late.behind is not None
    assert actions.MEETING_REOPEN in offers(late.behind)
    assert actions.MEETING_UNDO not in offers(late.behind)
    assert desk.now().state == State.CLOSED


def test_nobody_takes_back_what_somebody_else_did() -> None:
    desk = opened()
    card = desk.press(TANAKA, actions.MEETING_GREETING, "e1")
    reference = offers(card)[actions.MEETING_UNDO]
    assert why(desk.press(ITO, actions.MEETING_UNDO, reference)) == "meeting-not-found"
    assert actions.MEETING_UNDO not in offers(desk.chat.card(desk.now(), ITO))


def test_leaving_it_asks_for_a_lesson_only_from_a_shared_issue_on() -> None:
    desk = opened()
    assert list(fields(desk.press(TANAKA, actions.MEETING_DECLINE_FORM, "e1"))) == ["reason"]
    assert why(desk.press(TANAKA, actions.MEETING_DECLINE_SEND, "e1")) == "meeting-choose-reason"
    desk = Desk()
    desk.at_stage(Stage.SHARED_ISSUE)
    again = desk.press(TANAKA, actions.MEETING_DECLINE_SEND, "e1", reason="price", lesson="")
    assert (why(again), fields(again)) == ("meeting-refused-lesson", {"reason": "price", "lesson": ""})
    sent = desk.press(TANAKA, actions.MEETING_DECLINE_SEND, "e1", reason="price", lesson="先に手間を測る")
    assert why(sent) == "meeting-done-declined"
    assert (desk.now().ending, desk.now().reason, desk.now().lesson) == (
        Ending.DECLINED,
        Reason.PRICE,
        "先に手間を測る",
    )
    assert sent.behind is not None
    assert "先に手間を測る" in words(sent.behind)
    assert keys(desk.press(TANAKA, actions.MEETING_REOPEN, "e1"))[1] == "meeting-done-reopened"
    assert desk.now().state == State.OPEN


def test_resting_is_three_months_unless_another_day_is_chosen() -> None:
    desk = opened()
    form = desk.press(TANAKA, actions.MEETING_SLEEP_FORM, "e1")
    assert fields(form)["when"] == "2027-02-22"
    sent = desk.offered(TANAKA, form, actions.MEETING_SLEEP_SEND, when=fields(form)["when"], day="")
    assert why(sent) == "meeting-done-slept"
    assert (desk.now().state, desk.now().wakes_on) == (State.SLEEPING, date(2027, 2, 22))


def test_a_greeting_asks_for_nothing_and_is_no_choice_after_a_shared_issue() -> None:
    desk = opened()
    desk.press(TANAKA, actions.MEETING_GREETING, "e1")
    assert (desk.now().ending, desk.waits()) == (Ending.GREETING, {})
    other = Desk()
    other.at_stage(Stage.SHARED_ISSUE)
    assert actions.MEETING_GREETING not in offers(other.press(TANAKA, actions.MEETING_MORE, "e1"))
    refused = other.press(TANAKA, actions.MEETING_GREETING, "e1")
    assert (refused.is_aside, why(refused)) == (True, "meeting-refused-more-than-greeting")
