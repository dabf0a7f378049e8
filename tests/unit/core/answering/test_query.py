"""A question as it is searched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.answering.glossary import Glossary, GlossaryFile, GlossaryTerm
from bot.core.answering.query import SYNONYM_WEIGHT, SearchQuery, build_query, inverse_frequency
from bot.core.answering.retrieval import search
from tests.fakes.corpus import analyser, searchable
from tests.fakes.lexical_index import FakeLexicalIndex

INDEX = FakeLexicalIndex(searchable())
GLOSSARY = Glossary.of(
    GlossaryFile(
        version=1,
        terms=(
            GlossaryTerm(term="試行", synonyms=("トライアル", "実証実験"), english=("trial", "proof of concept")),
            GlossaryTerm(term="名刺", english=("business card",)),
            GlossaryTerm(term="特許", english=("patent",)),
        ),
    ),
    analyser(),
)


def query(text: str) -> SearchQuery:
    return build_query(text, analyser=analyser(), glossary=GLOSSARY, index=INDEX)


def labels(text: str) -> list[str]:
    return [concept.label for concept in query(text).concepts]


def test_what_a_question_speaks_of() -> None:
    found = query("名刺はどのように渡すのですか")
    assert [concept.label for concept in found.concepts] == ["名刺", "渡す"]
    assert found.words["名刺"] == 1.0
    assert found.grams["名刺"] == 1.0
    assert found.concept_total == pytest.approx(sum(concept.weight for concept in found.concepts))
    assert set(found.bigrams) >= {"名刺", "渡す"}
    assert "名刺は" in found.trigrams
    assert not found.is_english


def test_rarer_words_weigh_more() -> None:
    weights = {concept.label: concept.weight for concept in query("出会いと特許と宇宙船").concepts}
    assert weights["宇宙"] > weights["特許"] > weights["出会い"]


def test_synonyms_widen_a_question_and_count_less() -> None:
    found = query("実証実験の費用")
    (concept, cost) = found.concepts
    assert (concept.label, concept.others) == ("実証実験", (("試行",), ("トライアル",)))
    assert (cost.label, cost.others) == ("費用", ())
    assert found.words["実証"] == found.words["実験"] == 1.0
    assert found.words["試行"] == SYNONYM_WEIGHT


def test_a_word_of_the_person_is_never_weakened_by_a_synonym() -> None:
    assert query("試行と実証実験").words["試行"] == 1.0


def test_a_concept_named_twice_counts_once_and_its_words_twice() -> None:
    found = query("名刺、名刺、名刺")
    assert ([concept.label for concept in found.concepts], found.words["名刺"]) == (["名刺"], 3.0)


@pytest.mark.parametrize("text", ["", " ", "？！…★", "それは何ですか", "what is it?", "\x00", "😀"])
def test_a_question_that_names_nothing_has_no_concepts(text: str) -> None:
    found = query(text)
    assert (found.concepts, found.concept_total) == ((), 0)
    for each in search(found, lexical=INDEX, vectors=None):
        assert each.evidence.words == 0.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("費用はいくらですか", True),
        ("いつまでに送りますか", True),
        ("試行は何週間ですか", True),
        ("How much is a trial?", True),
        ("ＨＯＷ ＭＡＮＹ trials", True),
        ("When is it?", True),
        ("名刺はどう渡しますか", False),
        ("何を渡しますか", False),
        ("whenever you like", False),
    ],
)
def test_questions_for_a_number_are_told(text: str, expected: bool) -> None:
    assert query(text).asks_for_number is expected


def test_english_goes_through_the_glossary() -> None:
    found = query("How do I run a proof of concept with a business card?")
    assert found.is_english
    assert [concept.label for concept in found.concepts] == ["run", "proof of concept", "business card"]
    assert [[form for form, _ in concept.own] for concept in found.concepts[1:]] == [["試行"], ["名刺"]]
    assert found.unreached == ("run",)
    assert found.grams["試行"] == 1.0


def test_full_width_english_is_english() -> None:
    assert labels("Ｐａｔｅｎｔｓ") == labels("patents") == ["patents"]
    assert query("Ｐａｔｅｎｔｓ").words == query("patents").words


def test_english_that_reaches_nothing_says_so() -> None:
    assert query("quantum quantum rocket").unreached == ("quantum", "rocket")


def test_mixed_questions_are_japanese() -> None:
    found = query("PoC (proof of concept) の費用はいくら?")
    assert not found.is_english
    assert "費用" in [concept.label for concept in found.concepts]


@pytest.mark.parametrize("piece", ["名刺を渡す。", "word ", "あ", "？"])
def test_two_thousand_characters_are_searched(piece: str) -> None:
    text = (piece * 2_000)[:2_000]
    assert len(search(query(text), lexical=INDEX, vectors=None)) <= INDEX.size


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_no_weight_is_negative_and_rarer_is_heavier(frequency: int, size: int) -> None:
    weight = inverse_frequency(frequency, size)
    assert weight > 0
    assert inverse_frequency(frequency + 1, size) <= weight


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_a_question(text: str) -> None:
    found = query(text)
    assert all(weight > 0 for weight in (*found.words.values(), *found.grams.values(), *found.bigrams.values()))
    assert all(concept.own and concept.weight > 0 for concept in found.concepts)
