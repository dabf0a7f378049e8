"""How encounters stand when somebody is reminded: quoted from the record, nothing of what is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.core import actions
from bot.core.meetings.asking import asks_by_default
from bot.core.meetings.funding import Programme
from bot.core.meetings.given import NewEncounter
from bot.core.meetings.models import Stage
from bot.core.messages import Message, Said
from tests.unit.core.meetings.chat.desk import STEP, Desk, keys, offers, words
from tests.unit.core.meetings.chat.reminded import actions_of, asked, later_than, said_keys, standing, stands
from tests.unit.core.meetings.office import FRIDAY, ITO, MORI, SATO, TANAKA, TODAY


def test_without_a_next_step_the_tone_rises_to_a_decision() -> None:
    desk = Desk()
    desk.captured(topic="検査機")
    tones = [asked(standing(desk, "no_next_step", step)) for step in range(6)]
    assert tones == [
        "meeting-nudge-next_step",
        "meeting-nudge-thanks",
        "meeting-nudge-next_step",
        "meeting-nudge-next_step",
        "meeting-nudge-decision",
        "meeting-nudge-decision",
    ]
    first = standing(desk, "no_next_step")
    assert first.title == Message("meeting-who", {"partner": "山田製作所", "contact": "山田 太郎"})
    assert [one.key for one in first.details if isinstance(one, Message)] == ["meeting-met", "meeting-detail-topic"]
    assert first.question
    decision = standing(desk, "no_next_step", 4)
    assert actions_of(decision)[:3] == [
        actions.MEETING_STEP_FORM,
        actions.MEETING_SLEEP_FORM,
        actions.MEETING_DECLINE_FORM,
    ]


def test_a_next_step_has_the_buttons_of_the_text() -> None:
    desk = Desk()
    desk.captured()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **STEP)
    desk.pass_time(days=5)
    one = standing(desk, "next_step")
    assert one.ask == Message("meeting-nudge-step-today", {"step": "サンプルを送る"})
    assert actions_of(one) == [
        actions.MEETING_DONE,
        actions.MEETING_STEP_FORM,
        actions.MEETING_LATER_FORM,
        actions.MEETING_ASK_FORM,
        actions.MEETING_DECLINE_FORM,
    ]
    desk.pass_time(days=1)
    assert standing(desk, "next_step").ask == Message("meeting-nudge-step", {"step": "サンプルを送る"})


def test_nobody_is_asked_for_a_thank_you_weeks_later() -> None:
    desk = Desk()
    desk.captured()
    assert standing(desk, "no_next_step", 1).ask == Message("meeting-nudge-thanks")
    desk.pass_time(days=20)
    assert standing(desk, "no_next_step", 1).ask == Message("meeting-nudge-next_step")


def test_of_what_is_over_or_anothers_nothing_is_said() -> None:
    desk = Desk()
    desk.captured()
    since = desk.clock.now()
    assert stands(desk, "no_next_step", member=ITO) is None
    assert stands(desk, "no_next_step", member=MORI) is None
    assert stands(desk, "next_step") is None
    assert stands(desk, "no_next_step", id="nothing") is None
    desk.pass_time(minutes=1)
    desk.press(ITO, actions.MEETING_GREETING, "e1")
    assert stands(desk, "no_next_step", since=since) is None


def test_what_the_reader_changed_is_told_with_its_way_back() -> None:
    desk = Desk()
    desk.captured()
    desk.pass_time(hours=1)
    since = desk.clock.now()
    desk.pass_time(minutes=1)
    desk.press(TANAKA, actions.MEETING_GREETING, "e1")
    done = standing(desk, "no_next_step", since=since)
    assert said_keys(done) == ["meeting-done-greeting"]
    assert (done.ask, done.offers) == (None, ())
    assert done.undo is not None
    undone = desk.press(TANAKA, actions.MEETING_UNDO, done.undo.reference)
    assert not undone.is_aside
    assert asked(standing(desk, "no_next_step", since=since)) == "meeting-nudge-next_step"
    desk.press(TANAKA, actions.MEETING_GREETING, "e1")
    desk.pass_time(minutes=11)
    late = standing(desk, "no_next_step", since=since)
    assert (said_keys(late), late.undo) == (["meeting-done-greeting"], None)


def test_done_asks_what_follows_in_its_place() -> None:
    desk = Desk()
    desk.captured()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **STEP)
    desk.pass_time(days=5)
    since = desk.clock.now()
    desk.press(TANAKA, actions.MEETING_DONE, f"e1:{desk.now().version}")
    one = standing(desk, "next_step", since=since)
    assert asked(one) == "meeting-what-follows"
    assert actions.MEETING_UNDO in actions_of(one)
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **{**STEP, "day": "2026-12-01"})
    assert said_keys(standing(desk, "next_step", since=since)) == ["meeting-done-step_set"]


def test_a_contact_that_a_colleague_logged_meanwhile_keeps_the_reminder_back() -> None:
    desk = Desk()
    desk.captured()
    desk.pass_time(days=4)
    since = desk.clock.now()
    assert stands(desk, "no_next_step", since=since) is not None
    desk.pass_time(minutes=1)
    desk.press(ITO, actions.MEETING_CONTACT_SEND, "e1", day="2026-11-24", what="telephone")
    told = standing(desk, "no_next_step", since=since)
    assert (told.ask, told.offers, said_keys(told)) == (None, (), ["meeting-contact-by"])
    later = standing(desk, "no_next_step", since=desk.clock.now() + timedelta(seconds=1))
    assert later.ask is not None
    by = [one for one in later.details if isinstance(one, Message) and one.key == "meeting-contact-by"]
    assert [one.arguments for one in by] == [{"name": ITO.name, "day": "11月24日（火）"}]
    card = desk.chat.card(desk.now(), TANAKA)
    assert "meeting-contact-by" in [part.message.key for part in card.parts if isinstance(part, Said)]
    desk.press(TANAKA, actions.MEETING_CONTACT_SEND, "e1", day="2026-11-24", what="mail")
    own = standing(desk, "no_next_step", since=later_than(desk)).details
    assert "meeting-contact-by" not in [one.key for one in own if isinstance(one, Message)]


def test_other_matters_ask_their_own_question() -> None:
    desk = Desk()
    desk.captured(met_on=None, meets_at=FRIDAY + timedelta(days=3))
    assert (asked(standing(desk, "prepare")), actions_of(standing(desk, "prepare"))[0]) == (
        "meeting-nudge-goal",
        actions.MEETING_PREPARE_FORM,
    )
    assert asked(standing(desk, "outcome")) == "meeting-nudge-outcome"
    desk = Desk()
    desk.captured()
    desk.press(TANAKA, actions.MEETING_SLEEP_SEND, "e1", when="day", day="2026-12-01")
    wake = standing(desk, "wake", since=desk.clock.now() + timedelta(days=11))
    assert (asked(wake), actions_of(wake)[0]) == ("meeting-nudge-wake", actions.MEETING_REOPEN)
    desk = Desk()
    desk.at_stage(Stage.TRIAL, measure="手直しが半分", decision_on=date(2026, 12, 4), payer="製造部")
    ahead = standing(desk, "trial_decision")
    assert ahead.ask == Message("meeting-nudge-trial_ahead", {"day": "12月4日（金）", "measure": "手直しが半分"})
    desk.pass_time(days=20)
    after = standing(desk, "trial_decision", 3)
    assert after.ask == Message("meeting-nudge-trial-after", {"day": "12月4日（金）", "measure": "手直しが半分"})


def test_a_step_without_a_time_asks_for_one() -> None:
    desk = Desk()
    one = desk.captured(next_step="サンプルを送る")
    assert one.next_step is not None
    assert asked(standing(desk, "set_time")) == "meeting-nudge-day"
    dated = replace(one, next_step=replace(one.next_step, due_on=TODAY))
    desk.store.rows["e1"] = dated
    assert asked(standing(desk, "set_time", 1)) == "meeting-nudge-time"


def test_issues_and_requests_stand_for_who_has_them() -> None:
    desk = Desk()
    desk.at_stage(Stage.JOINT_STUDY)
    desk.press(
        TANAKA, actions.MEETING_ISSUE_SEND, "e1", kind="legal", text="材質の確認", owner="tanaka", day="2026-12-01"
    )
    (issue,) = desk.store.issues("e1")
    since = desk.clock.now() + timedelta(seconds=1)
    desk.pass_time(minutes=20)
    shown = standing(desk, "issue", kind="issue", id=issue.id, since=since)
    assert shown.ask == Message("meeting-nudge-issue", {"issue": "材質の確認", "day": "12月1日（火）"})
    assert shown.details[-1] == Message(f"meeting-issue-{issue.kind}")
    desk.store.all_issues[issue.id] = replace(issue, owner_id="ito")
    assert standing(desk, "issue", kind="issue", id=issue.id, since=since).details[-1] == Message(
        "meeting-issue-owner", {"name": ITO.name}
    )
    desk.press(TANAKA, actions.MEETING_ISSUE_CLOSE, issue.id)
    closed = standing(desk, "issue", kind="issue", id=issue.id, since=since)
    assert said_keys(closed) == ["meeting-done-issue_closed"]
    desk.press(TANAKA, actions.MEETING_ASK_SEND, "e1", to="ito", note="見積もり")
    (request,) = desk.store.requests("e1")
    asks = standing(desk, "request", kind="request", id=request.id, member=ITO)
    assert actions_of(asks) == [actions.MEETING_ACCEPT, actions.MEETING_TALK_FORM]
    assert stands(desk, "request", kind="request", id=request.id) is None


def test_what_a_coordinator_wrote_is_confirmed_from_the_reminder() -> None:
    desk = Desk()
    desk.service.write_for(NewEncounter(id="e1", partner="山田製作所"), by=SATO, member=TANAKA)
    one = standing(desk, "confirm")
    assert one.ask == Message("meeting-nudge-confirm", {"name": SATO.name})
    assert actions_of(one)[0] == actions.MEETING_CONFIRM


def test_a_programme_asks_its_owner_for_next_year() -> None:
    desk = Desk()
    desk.clock.advance(datetime(2027, 3, 10, 1, tzinfo=FRIDAY.tzinfo) - FRIDAY)
    desk.service.put_programme(Programme(id="p1", name="検査の自動化", owner_id="sato", fiscal_year=2026))
    since = desk.clock.now()
    one = standing(desk, "succession", kind="programme", id="p1", member=SATO, since=since)
    assert asked(one) == "meeting-succession-asks"
    assert stands(desk, "succession", kind="programme", id="p1", member=TANAKA) is None
    desk.pass_time(minutes=1)
    form = desk.press(SATO, actions.SUCCESSION_FORM, "p1")
    assert "meeting-choose-next-owner" in keys(desk.offered(SATO, form, actions.SUCCESSION_SEND, next="nobody"))
    sent = desk.offered(SATO, form, actions.SUCCESSION_SEND, next="suzuki")
    assert "鈴木 一郎" in words(sent)
    assert said_keys(standing(desk, "succession", kind="programme", id="p1", member=SATO, since=since)) == [
        "meeting-succession-is",
        "meeting-succession-pack",
    ]
    again = desk.offered(SATO, sent, actions.SUCCESSION_AGAIN)
    undecided = desk.offered(SATO, again, actions.SUCCESSION_UNDECIDED)
    assert "meeting-succession-is-undecided" in keys(undecided)
    assert actions.SUCCESSION_AGAIN in offers(undecided)
    assert desk.press(TANAKA, actions.SUCCESSION_UNDECIDED, "p1").is_aside
    desk.press(SATO, actions.SUCCESSION_AGAIN, "p1")
    desk.pass_time(days=30)
    late = standing(desk, "succession", kind="programme", id="p1", member=SATO, since=desk.clock.now())
    assert asked(late) == "meeting-succession-asks-past"


@pytest.mark.parametrize("matter", ["confirm", "wake", "issue", "nothing of ours"])
def test_every_matter_has_something_to_ask(matter: str) -> None:
    assert asks_by_default(matter, 9)


def test_the_goal_of_a_meeting_is_not_asked_for_once_it_has_been() -> None:
    desk = Desk()
    desk.captured()
    desk.store.rows["e1"] = replace(desk.now(), meets_at=desk.clock.now() + timedelta(days=1))
    assert standing(desk, "prepare").ask == Message("meeting-nudge-goal")
    desk.pass_time(days=2)
    assert stands(desk, "prepare") is None
    assert standing(desk, "outcome").ask == Message("meeting-nudge-outcome")


def test_while_somebody_is_asked_every_matter_of_it_offers_to_take_that_back() -> None:
    desk = Desk()
    desk.captured(partner="丸山工業", next_step="訪問", due_on=date(2026, 11, 25), due_time="14:00", is_meeting=True)
    assert actions.MEETING_ASK_FORM in actions_of(standing(desk, "prepare"))
    desk.press(TANAKA, actions.MEETING_ASK_SEND, "e1", to="ito", note="訪問")
    desk.pass_time(days=3)
    for matter in ("prepare", "next_step"):
        offered = actions_of(standing(desk, matter))
        assert actions.MEETING_TAKE_BACK in offered
        assert actions.MEETING_ASK_FORM not in offered
