"""An answer as a reply: one state, its parts in order, and what can be done next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.actions import ASK, HAND_OVER, SHOW_PASSAGE
from bot.core.answering.models import Answer, Heading, State, Statement
from bot.core.answering.replies import reply_to
from bot.core.messages import Claimed, Message, Quoted, Said
from tests.fakes.answering import NOW, passage

SOURCE = passage("g", 1, "見出し", "引用する文です。")[0].cite(number=1, quote="引用する文です。")
BLANK = Answer(
    question_id="q",
    conversation_id="c",
    question="問い",
    locale="ja",
    asked_at=NOW,
    state=State.FAILED,
    reference="M-1",
)


def keys(answer: Answer) -> list[str]:
    return [
        part.message.key if isinstance(part, Said) else getattr(part, "text", "") for part in reply_to(answer).parts
    ]


@pytest.mark.parametrize(
    ("state", "said", "offers"),
    [
        (State.FAILED, ["answer-failed"], [HAND_OVER]),
        (State.HANDED_OVER, ["answer-handed-over"], []),
        (State.NOT_IN_GUIDES, ["answer-not-in-guides"], [HAND_OVER]),
    ],
)
def test_a_state_without_an_answer(state: State, said: list[str], offers: list[str]) -> None:
    reply = reply_to(replace(BLANK, state=state))
    assert (reply.state, keys(replace(BLANK, state=state))) == (state, said)
    assert [offer.action for offer in reply.offers] == offers


def test_an_answer_says_what_comes_first_first_and_what_comes_last_last() -> None:
    answer = replace(
        BLANK,
        state=State.ANSWERED,
        statements=(Statement("引用する文です。", 1), Statement("言い換えです。", 1, is_quote=False)),
        sources=(SOURCE,),
        notes_before=(Message("answer-expired"),),
        notes_after=(Message("answer-contact"),),
        follow_ups=(Heading("手引き", "次の見出し", "g@1/2"),),
    )
    reply = reply_to(answer)
    assert keys(answer) == ["answer-expired", "引用する文です。", "言い換えです。", "answer-contact"]
    assert [type(part) for part in reply.parts[1:3]] == [Quoted, Claimed]
    assert [(offer.action, offer.reference) for offer in reply.offers] == [(SHOW_PASSAGE, "g@1/1"), (ASK, "次の見出し")]


def test_the_nearest_headings_are_offered_where_nothing_answers() -> None:
    answer = replace(BLANK, state=State.NOT_IN_GUIDES, nearest=(Heading("手引き", "", "g@1/1"),))
    assert keys(answer) == ["answer-not-in-guides", "answer-nearest"]
    offers = reply_to(answer).offers
    assert [(offer.action, offer.text) for offer in offers] == [(ASK, "手引き"), (HAND_OVER, "")]
