"""Answers, questions back, passing on, taking back: what each press does, once, and what it says afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core import actions
from bot.core.handovers.models import HandOverState
from bot.core.messages import Field, Place
from bot.core.people import Role
from tests.unit.core.handovers.desk import (
    KATO,
    MORI,
    QUESTION,
    SATO,
    SUZUKI,
    TANAKA,
    Office,
    japan,
    keys,
    offered,
    quoted,
)

THREAD = Place(conversation="C-aoi", thread="1.5", is_direct=False)
ANSWER = "産業振興課にご相談ください。"


def test_an_answer_by_form_reaches_the_askers_thread_with_the_name() -> None:
    office = Office()
    handover = office.hand_over()
    office.deliver()
    form = office.press(SATO, actions.ANSWER_FORM, handover.id)
    assert offered(form) == {actions.ANSWER_SEND: handover.id}
    assert [part.name for part in form.parts if isinstance(part, Field)] == ["text"]
    sent = office.press(SATO, actions.ANSWER_SEND, handover.id, text=f"  {ANSWER}\n")
    labels = ["handover-label-question", "handover-label-answered"]
    assert keys(sent) == ["handover-sent", *labels, "entry-offer-add-why"]
    assert offered(sent) == {actions.ENTRY_FORM: handover.id}
    assert quoted(sent) == [QUESTION, ANSWER]
    (answer,) = office.deliver()
    assert (answer.to, answer.thread, quoted(answer.reply)[-1]) == ("C-aoi", "1.5", ANSWER)
    assert keys(answer.reply)[0] == "handover-answer"
    assert answer.reply.parts[0].message.arguments == {"name": "佐藤 花子"}  # type: ignore[union-attr]
    assert offered(answer.reply) == {actions.RATE_USEFUL: "q1", actions.RATE_OFF: "q1"}


def test_a_second_press_sends_nothing_more() -> None:
    office = Office()
    handover = office.hand_over()
    office.press(SATO, actions.ANSWER_SEND, handover.id, text=ANSWER)
    again = office.press(SATO, actions.ANSWER_SEND, handover.id, text="別の回答")
    assert keys(again) == ["handover-answered-by-you"]
    assert [quoted(one.reply)[-1] for one in office.deliver()] == [ANSWER]
    assert keys(office.press(SUZUKI, actions.ANSWER_FORM, handover.id)) == ["handover-answered-already"]


@pytest.mark.parametrize("action", [actions.ANSWER_SEND, actions.ASK_BACK_SEND])
def test_nothing_written_is_asked_for_again(action: str) -> None:
    office = Office()
    handover = office.hand_over()
    form = office.press(SATO, action, handover.id, text=" \n")
    assert "handover-write-something" in keys(form)
    assert action in offered(form)
    assert office.now(handover).state == HandOverState.WAITING


def test_passing_on_tells_both_and_starts_the_time_anew() -> None:
    office = Office()
    handover = office.hand_over()
    (notice,) = office.deliver()
    office.clock.advance(japan(25, 10) - office.clock.now())
    form = office.press(SATO, actions.REFER_FORM, handover.id)
    (to, _) = [part for part in form.parts if isinstance(part, Field)]
    assert [choice.value for choice in to.choices] == ["suzuki", "takahashi"]
    done = office.press(SATO, actions.REFER_SEND, handover.id, to="suzuki", note="契約に詳しい鈴木さんへ。")
    assert keys(done)[0] == "handover-referred"
    again = office.press(SATO, actions.REFER_SEND, handover.id, to="takahashi", note="")
    assert keys(again) == ["handover-not-yours"]
    now = office.now(handover)
    assert (now.owner_id, now.passed_on, now.reply_by) == ("suzuki", 1, japan(27, 17, 30))
    arrived = {one.to: one.reply for one in office.deliver()}
    assert keys(arrived["C-aoi"]) == ["handover-moved-passed"]
    assert keys(arrived["D-U-suzuki"])[0] == "handover-notice-passed"
    assert "契約に詳しい鈴木さんへ。" in quoted(arrived["D-U-suzuki"])
    stale = office.type(SATO, "やはり私が。", notice)
    assert stale is not None
    assert keys(stale) == ["handover-not-yours"]


def test_a_note_is_for_the_one_it_was_written_to() -> None:
    office = Office()
    handover = office.hand_over()
    office.press(SATO, actions.REFER_SEND, handover.id, to="suzuki", note="鈴木さんだけに。")
    office.press(SUZUKI, actions.REFER_SEND, handover.id, to="takahashi", note="")
    arrived = {one.to: one.reply for one in office.deliver()}
    assert "鈴木さんだけに。" not in repr(arrived)
    assert set(arrived) == {"C-aoi", "D-U-takahashi"}, "nothing arrives that is no longer true"


@pytest.mark.parametrize("to", ["tanaka", "sato", "nobody"])
def test_only_another_coordinator_can_be_chosen(to: str) -> None:
    office = Office()
    handover = office.hand_over()
    assert actions.REFER_SEND in offered(office.press(SATO, actions.REFER_SEND, handover.id, to=to))
    assert office.now(handover).owner_id == "sato"


def test_alone_a_coordinator_reads_that_there_is_nobody_else() -> None:
    office = Office(SATO, TANAKA)
    form = office.press(SATO, actions.REFER_FORM, office.hand_over().id)
    assert keys(form)[-1] == "handover-refer-nobody"
    assert form.submit is None


WRITES = [actions.ANSWER_FORM, actions.ANSWER_SEND, actions.ASK_BACK_FORM, actions.ASK_BACK_SEND]
MOVES = [actions.REFER_FORM, actions.REFER_SEND]


@pytest.mark.parametrize("action", [*WRITES, *MOVES])
def test_who_does_not_own_it_is_told_kindly_and_changes_nothing(action: str) -> None:
    office = Office()
    handover = office.hand_over()
    before = office.now(handover)
    said = {
        member.id: keys(office.press(member, action, handover.id, text="x", to="takahashi"))
        for member in (SUZUKI, TANAKA, KATO)
    }
    assert said["suzuki"] == ["handover-not-yours"]
    assert said["tanaka"] == said["kato"] == ["handover-coordinators-only"]
    assert keys(office.press(SATO, action, "no such")) == ["handover-not-found"]
    assert office.now(handover) == before


def test_withdrawing_ends_it_and_tells_the_owner() -> None:
    office = Office()
    handover = office.hand_over()
    (notice,) = office.deliver()
    assert keys(office.press(MORI, actions.WITHDRAW, handover.id)) == ["handover-only-the-asker"]
    for _ in range(2):
        assert keys(office.press(TANAKA, actions.WITHDRAW, handover.id)) == ["handover-withdrawn"]
    (told,) = office.deliver()
    assert (told.to, keys(told.reply)[0], offered(told.reply)) == ("D-U-sato", "handover-was-withdrawn", {})
    assert keys(office.press(SATO, actions.ANSWER_SEND, handover.id, text=ANSWER)) == ["handover-withdrawn-already"]
    typed = office.type(SATO, ANSWER, notice)
    assert typed is not None
    assert keys(typed) == ["handover-withdrawn-already"]
    assert keys(office.service.confirmation(office.now(handover), TANAKA)) == ["handover-taken-withdrawn"]
    assert office.tick(japan(30, 9)) == []


def test_a_notice_that_is_no_longer_wanted_is_not_sent() -> None:
    office = Office()
    handover = office.hand_over()
    office.press(TANAKA, actions.WITHDRAW, handover.id)
    assert [keys(one.reply)[0] for one in office.deliver()] == ["handover-was-withdrawn"]
    assert office.deliveries.counts() == {"dropped": 1, "sent": 1}


def test_who_leaves_takes_their_questions_and_words_along() -> None:
    office = Office()
    first, second = office.hand_over(TANAKA, 1), office.hand_over(TANAKA, 2)
    office.press(SATO, actions.ANSWER_SEND, first.id, text=ANSWER)
    gone = office.town.put(replace(TANAKA, left_at=office.clock.now()))
    assert office.service.withdraw_all(gone) == 1
    assert (office.now(second).state, office.now(second).text) == (HandOverState.WITHDRAWN, "")
    assert office.now(first).state == HandOverState.ANSWERED
    assert {one.to for one in office.deliver()} == {"D-U-sato"}, "nothing reaches somebody who has left"
    assert office.service.withdraw_all(gone) == 0


def test_an_admin_who_coordinates_as_well_answers_like_any_other() -> None:
    both = replace(SATO, roles=frozenset({Role.ADMIN, Role.COORDINATOR}))
    office = Office(both, TANAKA)
    assert keys(office.press(both, actions.ANSWER_SEND, office.hand_over().id, text=ANSWER))[0] == "handover-sent"


def test_a_word_is_shown_as_a_note_only_where_it_is_one() -> None:
    office = Office()
    handover = office.hand_over()
    office.press(SATO, actions.ASK_BACK_SEND, handover.id, text="どの自治体ですか。")
    draft = office.type(TANAKA, "福井市です。", THREAD)
    assert draft is not None
    office.press(TANAKA, actions.DRAFT_TO_COORDINATOR, offered(draft)[actions.DRAFT_TO_COORDINATOR])
    office.press(SATO, actions.REFER_SEND, handover.id, to="suzuki", note="")
    (notice,) = [one for one in office.deliver() if one.to == "D-U-suzuki"]
    assert "handover-label-note" not in keys(notice.reply)
    assert quoted(notice.reply)[1:] == ["どの自治体ですか。", "福井市です。"]


def test_who_gets_it_back_before_the_first_notice_went_out_is_asked_once() -> None:
    office = Office()
    handover = office.hand_over()
    office.press(SATO, actions.REFER_SEND, handover.id, to="suzuki", note="")
    office.press(SUZUKI, actions.REFER_SEND, handover.id, to="sato", note="")
    arrived = office.deliver()
    assert sorted(one.to for one in arrived) == ["C-aoi", "D-U-sato"]
    assert office.deliveries.counts() == {"sent": 2, "dropped": 3}


def test_the_answer_that_was_given_can_be_shown_again() -> None:
    office = Office()
    assert office.service.given_answer("q1") is None
    handover = office.hand_over()
    assert office.service.given_answer("q1") is None
    office.press(SATO, actions.ANSWER_SEND, handover.id, text=ANSWER)
    given = office.service.given_answer("q1")
    (answer,) = [one for one in office.deliver() if one.to == "C-aoi"]
    assert given == answer.reply
