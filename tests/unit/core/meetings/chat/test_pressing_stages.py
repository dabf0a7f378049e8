"""Presses on stages, walls and open issues."""

from __future__ import annotations

from datetime import date

from bot.core import actions
from bot.core.meetings.models import ChangeKind, Stage
from bot.core.messages import Item
from tests.unit.core.meetings.chat.desk import Desk, fields, keys, opened, why, words
from tests.unit.core.meetings.office import ITO, MORI, TANAKA, TODAY


def test_a_trial_is_opened_one_question_at_a_time() -> None:
    desk = Desk()
    desk.at_stage(Stage.SHARED_ISSUE, market="", end_user="", decider="")
    asked = desk.press(TANAKA, actions.MEETING_STAGE_SEND, "e1", stage="trial")
    answers = {
        "market": "食品工場",
        "end_user": "検査員",
        "decider": "工場長",
        "measure": "手直しが半分",
        "decision_on": "2027-01-29",
        "payer": "製造部",
    }
    for number, (name, value) in enumerate(answers.items(), start=1):
        assert f"meeting-ask-{name}" in keys(asked)
        assert f"meeting-example-{name}" in keys(asked)
        assert list(fields(asked)) == ["value"]
        assert f"{number}\n6" in words(asked)
        assert desk.now().stage == Stage.SHARED_ISSUE
        empty = desk.offered(TANAKA, asked, actions.MEETING_NAME_SEND, value=" ")
        assert why(empty) == "meeting-refused-named-empty"
        asked = desk.offered(TANAKA, asked, actions.MEETING_NAME_SEND, value=value)
    assert why(asked) == "meeting-done-stage"
    assert (desk.now().stage, desk.now().decision_on) == (Stage.TRIAL, date(2027, 1, 29))
    assert desk.store.changes("e1")[-1].kind == ChangeKind.STAGE


def test_the_stage_as_it_stands_is_no_change() -> None:
    desk = opened()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", step="電話する", day="2026-11-25", time="10:00")
    desk.press(TANAKA, actions.MEETING_DONE, "e1")
    version = desk.now().version
    same = desk.press(TANAKA, actions.MEETING_STAGE_SEND, "e1", stage="cards")
    assert why(same) == "meeting-stage-as-before"
    assert "stage" in fields(same)
    assert desk.now().version == version
    first = desk.press(TANAKA, actions.MEETING_STAGE_SEND, "e1", stage="second_meeting")
    again = desk.press(TANAKA, actions.MEETING_STAGE_SEND, "e1", stage="second_meeting")
    assert why(first) == why(again) == "meeting-done-stage"


def test_going_back_is_a_kind_word() -> None:
    desk = Desk()
    desk.at_stage(Stage.TRIAL, measure="x", decision_on=TODAY, payer="y")
    back = desk.press(TANAKA, actions.MEETING_STAGE_SEND, "e1", stage="joint_study")
    assert why(back) == "meeting-done-stage_back"
    assert "meeting-history-stage_back" in keys(desk.press(TANAKA, actions.MEETING_HISTORY, "e1"))


def test_what_is_missing_where_it_stands_is_asked_from_the_card() -> None:
    desk = Desk()
    desk.at_stage(Stage.JOINT_STUDY, decider="")
    card = desk.chat.card(desk.now(), TANAKA)
    assert "meeting-wall-decider" in keys(card)
    form = desk.offered(TANAKA, card, actions.MEETING_NAME_FORM)
    assert why(desk.offered(TANAKA, form, actions.MEETING_NAME_SEND, value="工場長")) == "meeting-done-named"
    assert why(desk.press(TANAKA, actions.MEETING_NAME_FORM, "e1")) == "meeting-named-all"


def test_issues_are_kept_with_owner_day_and_age() -> None:
    desk = Desk()
    desk.at_stage(Stage.JOINT_STUDY)
    desk.press(TANAKA, actions.MEETING_ISSUE_SEND, "e1", kind="legal", text="材質の確認", owner="ito", day="2026-12-01")
    desk.pass_time(days=3)
    card = desk.chat.card(desk.now(), TANAKA)
    item = next(part for part in card.parts if isinstance(part, Item))
    assert item.title == "材質の確認"
    assert [(one.key, dict(one.arguments)) for one in item.details if not isinstance(one, str)] == [
        ("meeting-issue-legal", {}),
        ("meeting-issue-owner", {"name": ITO.name}),
        ("meeting-issue-due", {"day": "12月1日（火）"}),
        ("meeting-issue-age", {"days": 3}),
    ]
    solved = desk.offered(TANAKA, card, actions.MEETING_ISSUE_CLOSE)
    assert keys(solved)[1] == "meeting-done-issue_closed"
    assert not [part for part in solved.parts if isinstance(part, Item)]
    assert why(desk.press(MORI, actions.MEETING_ISSUE_CLOSE, item.offers[0].reference)) == "meeting-not-found"


def test_one_button_of_a_card_stands_out() -> None:
    for stage in Stage:
        desk = Desk()
        desk.at_stage(stage, decider="")
        card = desk.chat.card(desk.now(), TANAKA)
        assert [offer.is_main for offer in card.offers].count(True) == 1, stage
