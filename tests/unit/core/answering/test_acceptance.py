"""The rule that declines. Its figures are measured elsewhere; here is what it must do whatever they are."""

from __future__ import annotations

from bot.core.answering.acceptance import MARGIN, OWN_GUIDE_SHARE, judge, margin
from bot.core.answering.beyond import PREFIX
from bot.core.answering.evidence import Evidence, UnitEvidence
from bot.core.answering.retrieval import Found
from bot.core.answering.searchable import UnitKind


def found(passage_id: str, words: float, likeness: float = 0.0, told: float = 0.0) -> Found:
    unit = UnitEvidence(0, UnitKind.HEADING, words, 0.0, 0.0, False, likeness)
    evidence = Evidence(
        words=words,
        tell=lambda: told,
        bigrams=words,
        trigrams=0.0,
        best_words=words,
        best_bigrams=0.0,
        best_trigrams=0.0,
        best_pair=0.0,
        answer_kind=0.0,
        likeness=likeness,
        units=(unit,),
        missing=(),
        heaviest_missing=0.0,
    )
    return Found(passage_id, words, 0.0, evidence)


STRONG = [found(f"g@1/{number}", 1.0, 1.0) for number in range(1, 4)]
BEYOND = [found(f"{PREFIX}planets", 1.0, 1.0)]


def test_passages_that_nothing_competes_with_answer() -> None:
    verdict = judge(STRONG, is_own=lambda _: False)
    assert verdict.is_answered
    assert verdict.only == frozenset({"g@1/1", "g@1/2", "g@1/3"})


def test_what_lies_as_near_to_a_question_beyond_the_guides_is_declined() -> None:
    verdict = judge([*STRONG, *BEYOND * 3], is_own=lambda _: False)
    assert not verdict.is_answered
    assert verdict.beyond == "planets"


def test_nothing_found_is_declined() -> None:
    assert not judge([], is_own=lambda _: False).is_answered
    assert not judge(BEYOND, is_own=lambda _: False).is_answered
    assert margin([]) == 0.0


def test_more_evidence_never_turns_an_answer_into_a_refusal() -> None:
    steps = [judge([found("g@1/1", share / 10, share / 10)], is_own=lambda _: False) for share in range(11)]
    assert [step.confidence for step in steps] == sorted(step.confidence for step in steps)
    assert not steps[0].is_answered
    assert steps[-1].is_answered
    assert 0 < MARGIN < 2


def test_a_loaded_guide_answers_by_what_it_says_itself() -> None:
    says = found("own@1/1", 1.0, told=OWN_GUIDE_SHARE + 0.1)
    verdict = judge([says, *BEYOND], is_own=lambda passage_id: passage_id.startswith("own@"))
    assert verdict.is_answered
    assert verdict.only == frozenset({"own@1/1"})
    hints = found("own@1/1", 1.0, 1.0, told=OWN_GUIDE_SHARE - 0.1)
    assert not judge([hints, *BEYOND], is_own=lambda _: True).is_answered
