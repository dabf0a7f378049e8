"""Answers, questions back, passing on, taking back: what each press does, once, and what it says afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core import actions
from bot.core.handovers.models import HandOverState, TurnKind
from bot.core.messages import Field, Place, Pressed
from bot.core.people import Role
from tests.unit.core.handovers.desk import (
    KATO,
    MORI,
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
    assert (keys(sent), quoted(sent)) == (["handover-sent"], [ANSWER])
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


def test_what_is_typed_under_the_notice_is_sent_only_by_a_press() -> None:
    office = Office()
    handover = office.hand_over()
    (notice,) = office.deliver()
    draft = office.type(SATO, ANSWER, notice)
    assert draft is not None
    assert (keys(draft)[0], quoted(draft)) == ("handover-draft", [ANSWER])
    assert set(offered(draft)) == {actions.DRAFT_SEND, actions.DRAFT_ASK_BACK, actions.DRAFT_DROP}
    assert (office.deliver(), office.now(handover).state) == ([], HandOverState.WAITING)
    reference = offered(draft)[actions.DRAFT_SEND]
    assert keys(office.press(SATO, actions.DRAFT_SEND, reference)) == ["handover-sent"]
    assert keys(office.press(SATO, actions.DRAFT_SEND, reference)) == ["handover-draft-used"]
    assert [quoted(one.reply)[-1] for one in office.deliver()] == [ANSWER]


def test_a_dropped_draft_goes_nowhere() -> None:
    office = Office()
    office.hand_over()
    (notice,) = office.deliver()
    draft = office.type(SATO, ANSWER, notice)
    assert draft is not None
    reference = offered(draft)[actions.DRAFT_DROP]
    assert keys(office.press(SUZUKI, actions.DRAFT_DROP, reference)) == ["handover-draft-not-yours"]
    assert keys(office.press(SATO, actions.DRAFT_DROP, reference)) == ["handover-draft-dropped"]
    assert keys(office.press(SATO, actions.DRAFT_SEND, reference)) == ["handover-draft-gone"]
    assert office.deliver() == []


def test_the_same_event_twice_is_one_draft() -> None:
    office = Office()
    office.hand_over()
    (notice,) = office.deliver()
    drafts = [office.type(SATO, ANSWER, notice, id="E1") for _ in range(2)]
    assert drafts[0] == drafts[1]
    assert sum(turn.kind == TurnKind.DRAFT for turn in office.store.steps) == 1


def test_something_can_be_added_after_the_answer() -> None:
    office = Office()
    handover = office.hand_over()
    (notice,) = office.deliver()
    office.press(SATO, actions.ANSWER_SEND, handover.id, text=ANSWER)
    office.deliver()
    draft = office.type(SATO, "電話は午前がよいそうです。", notice)
    assert draft is not None
    assert (keys(draft)[0], set(offered(draft))) == ("handover-draft-added", {actions.DRAFT_SEND, actions.DRAFT_DROP})
    for _ in range(2):
        office.press(SATO, actions.DRAFT_SEND, offered(draft)[actions.DRAFT_SEND])
    (added,) = office.deliver()
    assert (keys(added.reply), quoted(added.reply)) == (["handover-answer-added"], ["電話は午前がよいそうです。"])
    assert office.now(handover).state == HandOverState.ANSWERED


def test_asking_back_and_the_askers_reply() -> None:
    office = Office()
    handover = office.hand_over()
    office.deliver()
    office.press(SATO, actions.ASK_BACK_SEND, handover.id, text="どの自治体ですか。")
    back = office.now(handover)
    assert (back.state, back.reply_by) == (HandOverState.ASKED_BACK, None)
    (asked,) = office.deliver()
    assert (asked.to, asked.thread, quoted(asked.reply)[-1]) == ("C-aoi", "1.5", "どの自治体ですか。")
    assert office.tick(japan(30, 9)) == [], "no time runs while the asker is asked"
    assert office.type(MORI, "私も知りたいです。", THREAD) is None, "only the asker replies"
    draft = office.type(TANAKA, "福井市です。", THREAD)
    assert draft is not None
    wanted = {actions.DRAFT_TO_COORDINATOR, actions.DRAFT_TO_GUIDES, actions.DRAFT_DROP}
    assert (set(offered(draft)), quoted(draft)) == (wanted, ["福井市です。"])
    reference = offered(draft)[actions.DRAFT_TO_COORDINATOR]
    assert keys(office.press(TANAKA, actions.DRAFT_TO_COORDINATOR, reference)) == ["handover-reply-sent"]
    now = office.now(handover)
    assert (now.state, now.reply_by) == (HandOverState.WAITING, japan(2, 17, month=12))
    (reply,) = office.deliver()
    assert (reply.to, quoted(reply.reply)[1:]) == ("D-U-sato", ["どの自治体ですか。", "福井市です。"])
    assert office.type(TANAKA, "ところで、名刺の整理は?", THREAD) is None, "afterwards it is a question as any other"
    under_it = office.type(SATO, ANSWER, reply)
    assert under_it is not None
    assert actions.DRAFT_SEND in offered(under_it)


def test_the_askers_words_can_go_to_the_guides_instead() -> None:
    office = Office()
    handover = office.hand_over()
    office.press(SATO, actions.ASK_BACK_SEND, handover.id, text="どの自治体ですか。")
    (asked,) = [one for one in office.deliver() if one.to == "C-aoi"]
    # Outside of a thread, the person answers under the question itself.
    draft = office.type(TANAKA, "実証シートとは?", asked)
    assert draft is not None
    reference = offered(draft)[actions.DRAFT_TO_GUIDES]
    pressed = [
        office.service.draft_for_guides(_pressed(reference, member.address), member)
        for member in (MORI, TANAKA, TANAKA)
    ]
    assert pressed == [None, "実証シートとは?", None]
    assert office.now(handover).state == HandOverState.ASKED_BACK


def _pressed(reference: str, address: str) -> Pressed:
    return Pressed(id="p", address=address, place=THREAD, action=actions.DRAFT_TO_GUIDES, reference=reference)


def test_a_reply_after_the_answer_is_told_how_things_stand() -> None:
    office = Office()
    handover = office.hand_over()
    office.press(SATO, actions.ASK_BACK_SEND, handover.id, text="どの自治体ですか。")
    draft = office.type(TANAKA, "福井市です。", THREAD)
    assert draft is not None
    office.press(SATO, actions.ANSWER_SEND, handover.id, text=ANSWER)
    late = office.press(TANAKA, actions.DRAFT_TO_COORDINATOR, offered(draft)[actions.DRAFT_TO_COORDINATOR])
    assert keys(late) == ["handover-taken-answered"]


def test_passing_on_tells_both_and_starts_the_time_anew() -> None:
    office = Office()
    handover = office.hand_over()
    (notice,) = office.deliver()
    office.clock.advance(japan(25, 10) - office.clock.now())
    form = office.press(SATO, actions.REFER_FORM, handover.id)
    (to, _) = [part for part in form.parts if isinstance(part, Field)]
    assert [choice.value for choice in to.choices] == ["suzuki", "takahashi"]
    done = office.press(SATO, actions.REFER_SEND, handover.id, to="suzuki", note="契約に詳しい鈴木さんへ。")
    assert keys(done) == ["handover-referred"]
    again = office.press(SATO, actions.REFER_SEND, handover.id, to="takahashi", note="")
    assert keys(again) == ["handover-not-yours"]
    now = office.now(handover)
    assert (now.owner_id, now.passed_on, now.reply_by) == ("suzuki", 1, japan(27, 17))
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


def test_a_thread_of_ours_without_a_hand_over_is_no_business_of_this() -> None:
    office = Office()
    assert office.type(TANAKA, "名刺は?", THREAD) is None
    office.hand_over()
    assert office.type(TANAKA, "名刺は?", THREAD) is None
    assert office.type(TANAKA, "名刺は?", Place(conversation="D-U-tanaka")) is None


def test_an_admin_who_coordinates_as_well_answers_like_any_other() -> None:
    both = replace(SATO, roles=frozenset({Role.ADMIN, Role.COORDINATOR}))
    office = Office(both, TANAKA)
    assert keys(office.press(both, actions.ANSWER_SEND, office.hand_over().id, text=ANSWER)) == ["handover-sent"]
