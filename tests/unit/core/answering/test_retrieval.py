"""From lists to one ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.unindexed import UnindexedPassages
from bot.core.answering.glossary import Glossary
from bot.core.answering.ports import LexicalIndex
from bot.core.answering.query import build_query
from bot.core.answering.retrieval import Found, search
from bot.errors import IndexDamaged, ModelUnavailable
from tests.fakes.corpus import PASSAGES, analyser, frequency, searchable
from tests.fakes.lexical_index import FakeLexicalIndex

INDEX = FakeLexicalIndex(searchable())


class FakeVectors:
    """Gives cosines as told, or raises."""

    def __init__(self, cosines: Mapping[str, float], fault: Exception | None = None) -> None:
        self._cosines, self._fault = cosines, fault

    def search(self, text: str, *, limit: int) -> Sequence[tuple[str, float]]:
        if self._fault:
            raise self._fault
        return sorted(self._cosines.items(), key=lambda each: -each[1])[:limit]


def found(
    question: str, vectors: FakeVectors | None = None, *, index: LexicalIndex = INDEX, limit: int = 10
) -> list[Found]:
    query = build_query(question, analyser=analyser(), glossary=Glossary([]), index=index)
    return search(query, lexical=index, vectors=vectors, limit=limit)


def ids(ranked: Sequence[Found]) -> list[str]:
    return [each.passage_id for each in ranked]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("名刺はどう渡しますか", "meet@1/2"),
        ("会う前に何をすればよいですか", "meet@1/1"),
        ("試行の費用はいくらですか", "trial@1/1"),
        ("特許の相談はどこですか", "desk@1/1"),
        ("明日の天気は", "beyond:weather"),
    ],
)
def test_the_passage_that_speaks_of_it_comes_first(question: str, first: str) -> None:
    ranked = found(question)
    assert ranked[0].passage_id == first
    assert [each.score for each in ranked] == sorted((each.score for each in ranked), reverse=True)
    assert all(0 < each.score <= 1 and each.similarity == 0 for each in ranked)


@pytest.mark.parametrize("question", ["", "。？！", "★"])
def test_nothing_is_found_for_nothing(question: str) -> None:
    assert found(question, FakeVectors({})) == []


def test_vectors_propose_what_words_do_not_reach() -> None:
    assert ids(found("宇宙船", FakeVectors({"desk@1/1": 0.8, "meet@1/1": 0.4}))) == ["desk@1/1", "meet@1/1"]
    assert found("宇宙船", FakeVectors({"desk@1/1": 0.8}))[0].similarity == 0.8


def test_vectors_move_a_passage_up() -> None:
    without = found("相談と名刺")
    vectors = FakeVectors({without[1].passage_id: 0.9})
    moved = found("相談と名刺", vectors)
    before = {each.passage_id: each.score for each in found("相談と名刺", FakeVectors({}))}
    assert {each.passage_id: each.score for each in moved}[without[1].passage_id] > before[without[1].passage_id]


def test_what_only_the_vectors_hold_and_what_is_unlike_is_passed_over() -> None:
    assert ids(found("宇宙船", FakeVectors({"gone@1/1": 0.9, "desk@1/1": -0.2, "meet@1/1": 0.0}))) == []


def test_passages_that_are_not_indexed_are_found_by_vectors() -> None:
    unindexed = UnindexedPassages(PASSAGES, analyser(), frequency=frequency)
    vectors = FakeVectors({"meet@1/1": 0.5, "meet@1/2": 0.4})
    assert ids(found("名刺はどう渡しますか", vectors, index=unindexed)) == ["meet@1/2", "meet@1/1"]
    assert found("名刺はどう渡しますか", None, index=unindexed) == []


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_no_more_is_returned_than_asked_for(limit: int) -> None:
    question = "出会いと名刺と試行と相談と天気"
    assert ids(found(question, limit=limit)) == ids(found(question))[:limit]


def test_equals_stand_in_the_order_of_their_ids() -> None:
    same = FakeVectors(dict.fromkeys(("trial@1/1", "desk@1/1", "meet@1/1"), 0.5))
    assert ids(found("宇宙船", same)) == ["desk@1/1", "meet@1/1", "trial@1/1"]


@pytest.mark.parametrize("fault", [IndexDamaged("chroma", "x"), ModelUnavailable("fake", "x")])
def test_a_half_that_fails_says_so(fault: Exception) -> None:
    with pytest.raises(type(fault)):
        found("名刺", FakeVectors({}, fault))


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="名刺を渡す試行費用相談?A1 ", max_size=30))
def test_any_question_is_ranked(question: str) -> None:
    ranked = found(question, FakeVectors({"meet@1/1": 0.3}))
    assert len(set(ids(ranked))) == len(ranked)
    assert all(0 <= each.score <= 1 + 1e-9 for each in ranked)
