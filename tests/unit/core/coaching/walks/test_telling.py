"""What is said in a walk: kept in the words of whoever said it, asked about twice at most, never lost."""

from __future__ import annotations

import pytest

from bot.core.coaching.cards.models import CardField, EntryState
from bot.core.coaching.walks.engine import BARRED_SIGN
from bot.core.coaching.walks.found import facts
from bot.core.coaching.walks.models import FollowUpKind, WalkLength, WalkState
from tests.unit.core.coaching.walks.room import ITO, SATO, Room, act, done, refused


def test_an_answer_is_kept_as_it_was_said_and_the_next_question_is_asked() -> None:
    room = Room()
    walk = room.started()

    said = room.say(walk, "  薄板の縁 ")

    answer = said.walk.answer("subject")
    assert answer is not None
    assert (answer.words, answer.by_id, answer.state) == ("薄板の縁", "tanaka", EntryState.SAID)
    assert said.asking is not None
    assert said.asking.question.id == "who"
    assert said.walk.subject == "薄板の縁"


def test_the_same_request_answers_once() -> None:
    room = Room()
    walk = room.started()

    room.service.answer(walk.id, "薄板", act=act(request="m1"))
    second = done(room.service.answer(walk.id, "薄板", act=act(request="m1")))

    assert second.is_repeat
    assert second.walk.at == "who"
    assert second.walk.answer("who") is None


def test_a_flagged_answer_gets_one_question_at_a_time_and_two_at_most_then_it_is_marked() -> None:
    room = Room()
    walk = room.at(room.started(), "who")

    first = room.say(walk, "高品質です。たぶん喜ばれます。")
    assert first.asking is not None
    assert first.asking.follow_up is not None
    assert first.asking.follow_up.message is not None
    assert first.asking.follow_up.message.arguments == {"words": "高品質"}
    second = room.say(walk, "やはり高品質です。たぶん。")
    assert second.asking is not None
    assert second.asking.follow_up is not None
    third = room.say(walk, "組み立ての方です。")

    answer = third.walk.answer("who")
    assert answer is not None
    assert answer.asked_again == 2
    assert answer.marks == ("empty_praise", "no_evidence")
    assert [one.words for one in answer.parts] == [
        "高品質です。たぶん喜ばれます。",
        "やはり高品質です。たぶん。",
        "組み立ての方です。",
    ]
    assert third.walk.at == "situation"


def test_what_is_said_to_a_question_of_the_listener_is_joined_and_heard_as_one() -> None:
    room = Room()
    walk = room.at(room.started(), "who")

    room.say(walk, "高品質です。")
    said = room.say(walk, "組み立ての方が助かります。")

    assert room.listener.heard[-1] == "高品質です。\n組み立ての方が助かります。"
    assert said.walk.at == "situation"


def test_the_function_that_was_asked_for_once_more_is_the_foot_of_the_ladder_and_comes_first() -> None:
    room = Room()
    walk = room.at(room.started(), "function")

    room.say(walk, "高品質です。")
    said = room.say(walk, "色を止める")

    assert said.asking is not None
    assert said.asking.ladder == ("色を止める",)
    script = room.service.script_of(said.walk)
    assert facts(said.walk, script)[CardField.FUNCTION].words == "色を止める\n高品質です。"


def test_an_answer_may_be_left_as_it_is_and_is_marked() -> None:
    room = Room()
    walk = room.at(room.started(), "who")
    room.say(walk, "高品質です。")

    left = done(room.service.leave_as_it_is(walk.id, act=act())).walk

    answer = left.answer("who")
    assert answer is not None
    assert (answer.words, answer.marks, answer.state) == ("高品質です。", ("empty_praise",), EntryState.SAID)
    assert left.at == "situation"


def test_not_knowing_what_was_asked_about_an_answer_does_not_take_the_answer_away() -> None:
    room = Room()
    walk = room.at(room.started(), "who")
    room.say(walk, "高品質です。")

    after = done(room.service.unknown(walk.id, act=act())).walk

    answer = after.answer("who")
    assert answer is not None
    assert (answer.words, answer.state) == ("高品質です。", EntryState.SAID)


@pytest.mark.parametrize(("use", "state"), [("unknown", EntryState.UNKNOWN), ("later", EntryState.LATER)])
def test_what_is_not_known_stays_an_open_question(use: str, state: EntryState) -> None:
    room = Room()
    walk = room.at(room.started(), "today")

    after = done(getattr(room.service, use)(walk.id, act=act())).walk

    assert [one.id for one in room.service.open_questions(after)] == ["today"]
    assert room.service.facts(after)[CardField.TODAY].state == state
    assert after.at == "evidence"


def test_the_ladder_climbs_twice_at_least_and_shows_its_rungs() -> None:
    room = Room()
    walk = room.at(room.started(), "function")
    room.say(walk, "縁をなめらかにする")

    first = room.say(walk, "手袋なしで組み立てられる")
    assert first.asking is not None
    assert first.asking.again is not None
    assert "「手袋なしで組み立てられる」" in first.asking.again.ja
    assert not first.asking.may_stop_climbing
    second = room.say(walk, "新人の方も早く仕上げられる")
    assert second.asking is not None
    assert second.asking.may_stop_climbing
    third = room.say(walk, "人が足りなくても約束を守れる")

    assert third.walk.at == "change"
    assert room.service.ladder(third.walk) == (
        "縁をなめらかにする",
        "手袋なしで組み立てられる",
        "新人の方も早く仕上げられる",
        "人が足りなくても約束を守れる",
    )
    assert room.service.facts(third.walk)[CardField.LADDER].words.count("\n") == 3


def test_a_ladder_that_is_high_enough_is_left_without_a_mark() -> None:
    room = Room()
    walk = room.at(room.started(), "ladder")
    room.say(walk, "手袋なしで組み立てられる")
    room.say(walk, "早く仕上げられる")

    left = done(room.service.leave_as_it_is(walk.id, act=act())).walk

    answer = left.answer("ladder")
    assert answer is not None
    assert answer.marks == ()
    assert left.at == "change"


def test_words_of_the_industry_are_asked_about_once_and_the_words_said_anew_take_their_place() -> None:
    room = Room()
    walk = room.at(room.started(length=WalkLength.THIRTY_MINUTES), "reframed")

    first = room.say(walk, "ばりのない切削で、きれいな板です。")
    assert first.asking is not None
    assert first.asking.again is not None
    assert "「切削」「ばり」" in first.asking.again.ja
    second = room.say(walk, "触っても痛くない板です。")

    answer = second.walk.answer("reframed")
    assert answer is not None
    assert answer.words == "触っても痛くない板です。"
    assert [one.words for one in answer.earlier] == ["ばりのない切削で、きれいな板です。"]
    assert answer.marks == ()
    assert second.walk.at == "try"


def test_words_of_the_industry_said_again_are_accepted_and_marked() -> None:
    room = Room()
    walk = room.at(room.started(length=WalkLength.WHOLE), "reframed")
    room.say(walk, "切削です。")

    answer = room.say(walk, "やはり切削です。").walk.answer("reframed")

    assert answer is not None
    assert (answer.marks, answer.words) == ((BARRED_SIGN,), "やはり切削です。")


def test_going_back_keeps_the_answer_until_something_else_is_said() -> None:
    room = Room()
    walk = room.started()
    room.say(walk, "薄板")
    room.say(walk, "組み立ての方です。")

    back = done(room.service.back(walk.id, act=act()))
    assert back.walk.at == "who"
    assert back.asking is not None
    assert back.asking.answer is not None
    assert back.asking.answer.words == "組み立ての方です。"
    again = room.say(walk, "組み立ての班長さんです。")

    answer = again.walk.answer("who")
    assert answer is not None
    assert answer.words == "組み立ての班長さんです。"
    assert [one.words for one in answer.earlier] == ["組み立ての方です。"]
    assert again.walk.at == "situation"


def test_before_the_first_question_there_is_none() -> None:
    room = Room()
    assert refused(room.service.back(room.started().id, act=act())) == "walk-refused-first"


def test_an_earlier_answer_is_corrected_with_a_trace_and_nothing_moves() -> None:
    room = Room()
    walk = room.started()
    room.say(walk, "薄板")
    room.say(walk, "組み立ての方です。")

    after = done(room.service.correct(walk.id, "subject", "手を切らない薄板", act=act(ITO))).walk

    answer = after.answer("subject")
    assert answer is not None
    assert (answer.words, answer.by_id) == ("手を切らない薄板", "ito")
    assert [(one.words, one.by_id) for one in answer.earlier] == [("薄板", "tanaka")]
    assert (after.at, after.subject) == ("situation", "手を切らない薄板")


def test_a_colleagues_words_for_a_question_that_has_been_answered_are_joined_to_it() -> None:
    room = Room()
    walk = room.started()
    room.say(walk, "薄板")
    room.say(walk, "組み立ての方です。", question="who")

    late = room.say(walk, "新人の方もです。", ITO, question="who")

    answer = late.walk.answer("who")
    assert answer is not None
    assert [(one.words, one.by_id) for one in answer.parts] == [
        ("組み立ての方です。", "tanaka"),
        ("新人の方もです。", "ito"),
    ]
    assert late.added_to == "who"
    assert late.walk.at == "situation"
    assert late.walk.participants == ("tanaka", "ito")


def test_what_a_coordinator_types_is_the_owners() -> None:
    room = Room()
    walk = room.typed()

    part = room.say(walk, "薄板", SATO).walk.answers[0].parts[0]

    assert (part.by_id, part.typed_by) == ("tanaka", "sato")


@pytest.mark.parametrize(
    ("question", "text", "key"),
    [
        ("who", "   ", "walk-refused-empty"),
        ("who", "あ" * 40_001, "walk-refused-too-long"),
        ("evidence_kind", "たぶん", "walk-refused-choice"),
        ("try_by", "来月", "walk-refused-date"),
        ("nothing", "はい", "walk-refused-no-question"),
    ],
)
def test_what_is_no_answer_is_refused_and_says_what_to_do(question: str, text: str, key: str) -> None:
    room = Room()
    walk = room.started(length=WalkLength.WHOLE)

    assert refused(room.service.answer(walk.id, text, act=act(), question=question)) == key
    assert room.now(walk) == walk


def test_as_much_as_a_message_holds_is_kept_whole() -> None:
    room = Room()
    walk = room.at(room.started(), "today")

    answer = room.say(walk, "あ" * 40_000).walk.answer("today")

    assert answer is not None
    assert len(answer.words) == 40_000


def test_every_question_of_the_whole_walk_fills_its_field() -> None:
    room = Room()

    walk = room.to_the_end(room.started(length=WalkLength.WHOLE))

    assert set(room.service.facts(walk)) == set(CardField)
    assert all(one.is_said for one in room.service.facts(walk).values())
    assert (walk.at, walk.state) == ("", WalkState.OPEN)
    assert room.service.progress(walk).answered == 30
    assert room.service.asking(walk) is None


def test_words_in_braces_are_quoted_as_they_are() -> None:
    room = Room()
    walk = room.at(room.started(), "ladder")

    said = room.say(walk, "{words} と {rung}")

    assert said.asking is not None
    assert said.asking.follow_up is not None
    assert said.asking.follow_up.kind == FollowUpKind.RUNG
    assert said.asking.again is not None
    assert "「{words} と {rung}」" in said.asking.again.ja
