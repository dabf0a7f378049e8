"""What is typed under our messages: shown again, and sent only by a press; and the asker's way to reply."""

from __future__ import annotations

from bot.core import actions
from bot.core.handovers.models import HandOverState, TurnKind
from bot.core.messages import Place, Pressed
from tests.unit.core.handovers.desk import (
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
    assert keys(office.press(SATO, actions.DRAFT_SEND, reference))[0] == "handover-sent"
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
    assert (now.state, now.reply_by) == (HandOverState.WAITING, japan(2, 17, 30, month=12))
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
    words = [
        office.service.draft_words(_pressed(reference, member.address), member) for member in (MORI, TANAKA, TANAKA)
    ]
    assert words == [None, "実証シートとは?", "実証シートとは?"], "until it is taken back, only its writer has it"
    for member in (MORI, TANAKA):
        office.service.drop_draft(_pressed(reference, member.address), member)
        is_gone = office.service.draft_words(_pressed(reference, TANAKA.address), TANAKA) is None
        assert is_gone == (member == TANAKA)
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


def test_a_thread_of_ours_without_a_hand_over_is_no_business_of_this() -> None:
    office = Office()
    assert office.type(TANAKA, "名刺は?", THREAD) is None
    office.hand_over()
    assert office.type(TANAKA, "名刺は?", THREAD) is None
    assert office.type(TANAKA, "名刺は?", Place(conversation="D-U-tanaka")) is None
