"""What is typed where a walk is held: in doubt it is the answer, and what is none is told apart."""

from __future__ import annotations

import pytest

from bot.core import actions
from bot.core.coaching.walks.results import Here
from bot.core.owed import Owed
from tests.unit.core.coaching.walks.chat.desk import DIRECT, Desk, channel, direct, keys, offers, reference, words
from tests.unit.core.coaching.walks.room import AOKI, CHANNEL, GUEST, ITO, MORI, SATO, TANAKA, TEN, act, done

WHO = "厨房機器を組み立てる方です。"


def held(desk: Desk) -> str:
    """A walk in Tanaka's direct conversation, its subject named."""
    return desk.room.started(subject="薄板").id


def test_an_answer_is_kept_and_the_next_question_asked_with_thanks_first() -> None:
    desk = Desk()
    id = held(desk)
    reply = desk.said(WHO)
    assert keys(reply)[0].startswith("walk-thanks-")
    assert keys(reply)[1] == "walk-progress"
    answer = desk.room.store.rows[id].answer("who")
    assert answer is not None
    assert answer.words == WHO
    assert offers(reply)[-1] == actions.WALK_NOT_ANSWER


def test_what_was_no_answer_is_taken_back_and_can_be_asked_instead() -> None:
    desk = Desk()
    id = held(desk)
    before = desk.room.store.rows[id]
    reply = desk.said(WHO)
    taken_back = desk.press(actions.WALK_NOT_ANSWER, reference(reply, actions.WALK_NOT_ANSWER))
    assert desk.room.store.rows[id].answers == before.answers
    assert desk.room.store.rows[id].at == "who"
    assert WHO in words(taken_back)
    assert reference(taken_back, actions.WALK_ASK).partition(":")[2] == WHO
    again = desk.press(actions.WALK_NOT_ANSWER, reference(reply, actions.WALK_NOT_ANSWER))
    assert desk.room.store.rows[id].at == "who"
    assert "walk-not-answer" in keys(again)


@pytest.mark.parametrize(
    "text", ["実証シートには何を書けばよいですか？", "見積もりの出し方を教えてください", "How do I thank?"]
)
def test_a_plain_question_is_asked_about_and_its_words_are_carried_along(text: str) -> None:
    desk = Desk()
    id = held(desk)
    reply = desk.said(text)
    assert desk.room.store.rows[id].answer("who") is None
    assert offers(reply) == [actions.WALK_TAKE, actions.WALK_ASK, actions.WALK_HINT]
    assert reference(reply, actions.WALK_ASK).partition(":")[2] == text
    desk.press(actions.WALK_TAKE, reference(reply, actions.WALK_TAKE))
    answer = desk.room.store.rows[id].answer("who")
    assert answer is not None
    assert answer.words == text


def test_after_a_long_silence_a_message_is_asked_about() -> None:
    desk = Desk()
    id = held(desk)
    desk.room.pass_time(hours=13)
    reply = desk.said(WHO)
    assert keys(reply) == ["walk-which-late"]
    assert desk.room.store.rows[id].answer("who") is None
    desk.press(actions.WALK_TAKE, reference(reply, actions.WALK_TAKE))
    assert desk.room.store.rows[id].answer("who") is not None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ヒント", "walk-hint"),
        ("わからない", "walk-unknown"),
        ("次へ", "walk-later"),
        ("ありがとうございます", "walk-courtesy"),
    ],
)
def test_the_words_around_a_question(text: str, key: str) -> None:
    desk = Desk()
    held(desk)
    assert key in keys(desk.said(text))


def test_what_is_no_business_of_a_walk_goes_its_own_way() -> None:
    desk = Desk()
    id = held(desk)
    desk.posts.rows[DIRECT, "9.9"] = Owed(kind="nudge", subject_id="b1", occurrence="1", person="U-tanaka")
    assert desk.typed(WHO) is None
    desk.subjects["b1"] = (("walk", id),)
    assert desk.typed(WHO) is not None
    del desk.posts.rows[DIRECT, "9.9"]
    assert desk.typed("展示会で丸山工業の佐々木さんと名刺交換") is None
    assert desk.typed("実証シートには何を書きますか", is_shown=False) is None
    assert desk.typed("こんにちは", MORI) is None


def test_a_choice_is_typed_by_its_number_or_its_words_and_a_day_as_a_day() -> None:
    desk = Desk()
    id = held(desk)
    desk.room.at(desk.room.store.rows[id], "evidence_kind")
    assert "walk-no-choice" in keys(desk.said("たぶん高いです"))
    desk.said("３")
    kind = desk.room.store.rows[id].answer("evidence_kind")
    assert kind is not None
    assert kind.words == "tested"
    desk.room.at(desk.room.store.rows[id], "try_by")
    assert "walk-refused-date" in keys(desk.said("そのうち"))
    desk.said("2026/12/18")
    day = desk.room.store.rows[id].answer("try_by")
    assert day is not None
    assert day.words == "2026-12-18"


def in_channel(desk: Desk) -> str:
    """A walk in a thread of the firm's channel."""
    return done(desk.room.service.start(TEN, act=act(TANAKA, here=CHANNEL))).walk.id


def test_in_a_channel_colleagues_answer_and_talk_among_themselves() -> None:
    desk = Desk()
    id = in_channel(desk)
    place = channel(TANAKA, ITO)
    assert desk.chat.is_held(place)
    for talk in ("少し待ってください", "了解です", "👍", "伊藤さん、覚えてる？"):
        taken = desk.typed(talk, ITO, place=place, is_addressed=False)
        assert taken is not None, talk
        assert taken.reply is None, talk
    taken = desk.typed("薄板です。", ITO, place=place, is_addressed=False)
    assert taken is not None
    assert taken.reply is not None
    answer = desk.room.store.rows[id].answer("subject")
    assert answer is not None
    assert answer.by_id == "ito"
    assert desk.typed("@実証シートには何を書きますか？", ITO, place=place) is None


def test_where_somebody_from_outside_reads_along_nothing_is_shown_and_nothing_kept() -> None:
    desk = Desk()
    id = in_channel(desk)
    for stranger in (MORI, SATO, GUEST):
        taken = desk.typed("薄板です。", TANAKA, place=channel(TANAKA, stranger), is_addressed=False)
        assert taken is not None
        assert taken.reply is not None
        assert keys(taken.reply) == ["walk-refused-outsiders"]
        assert not taken.reply.offers
    assert desk.room.store.rows[id].answer("subject") is None
    assert desk.typed("薄板です。", MORI, place=channel(TANAKA, MORI), is_addressed=False) is None


def test_on_goes_the_one_there_is_or_which() -> None:
    desk = Desk()
    assert desk.typed("続き") is None
    first = held(desk)
    desk.said("休む")
    assert desk.room.store.rows[first].paused_until is not None
    assert "walk-resumed" in keys(desk.said("続き"))
    desk.said("休む")
    second = desk.room.started(subject="金型").id
    desk.said("休む")
    which = desk.said("続き")
    assert keys(which) == ["walk-which-walk"]
    assert offers(which) == [actions.WALK_RESUME, actions.WALK_RESUME]
    desk.press(actions.WALK_RESUME, first)
    desk.press(actions.WALK_RESUME, second)
    assert str(desk.room.store.rows[first].state) == "paused"


def test_a_conversation_without_threads_is_one_place_for_a_walk() -> None:
    desk = Desk()
    id = held(desk)
    place = direct(TANAKA)
    assert place.thread
    assert desk.room.service.in_place(DIRECT, "", viewer=TANAKA) is not None
    here = Here(conversation=DIRECT, thread="", is_direct=True, present=(TANAKA,))
    assert (desk.room.store.rows[id].conversation, desk.room.store.rows[id].thread) == (here.conversation, here.thread)
    assert desk.typed("薄板", AOKI) is None


def test_a_wish_to_put_right_or_begin_anew_is_no_answer_and_asks_which() -> None:
    desk = Desk()
    id = held(desk)
    before = desk.room.store.rows[id]
    reply = desk.said("やり直したい")
    assert keys(reply) == ["walk-again-which"]
    assert offers(reply) == [
        actions.WALK_CORRECT_FORM,
        actions.WALK_AGAIN_FORM,
        actions.WALK_RESUME,
        actions.WALK_TAKE,
    ]
    assert desk.room.store.rows[id] == before
    desk.press(actions.WALK_TAKE, reference(reply, actions.WALK_TAKE))
    answer = desk.room.store.rows[id].answer("who")
    assert answer is not None
    assert answer.words == "やり直したい"


def test_what_was_answered_is_shown_where_it_is_asked_for() -> None:
    desk = Desk()
    held(desk)
    desk.said(WHO)
    assert WHO in words(desk.said("ここまでのお答え"))
