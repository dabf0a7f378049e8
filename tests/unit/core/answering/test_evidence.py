"""What a passage shows of a question: shares that stay shares."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.answering.evidence import SYNONYM_CREDIT, Evidence, concept_share, weigh_evidence
from bot.core.answering.glossary import Glossary, GlossaryFile, GlossaryTerm
from bot.core.answering.query import Concept, SearchQuery, build_query
from bot.core.answering.searchable import PassageToIndex, Unit, analyse
from tests.fakes.corpus import analyser, searchable
from tests.fakes.lexical_index import FakeLexicalIndex

INDEX = FakeLexicalIndex(searchable())
GLOSSARY = Glossary.of(GlossaryFile(version=1, terms=(GlossaryTerm(term="試行", synonyms=("実証実験",)),)), analyser())
PIECES = (
    "名刺",
    "両手",
    "渡す",
    "試行",
    "実証実験",
    "費用",
    "5万円",
    "。",
    "、",
    "を",
    "は",
    "の",
    "ですか",
    "何",
    "A社",
)


def query(text: str) -> SearchQuery:
    return build_query(text, analyser=analyser(), glossary=GLOSSARY, index=INDEX)


def units(text: str, headings: Sequence[str] = (), asked: Sequence[str] = ()) -> tuple[Unit, ...]:
    passage = PassageToIndex(id="a@1/1", text=text, heading_path=tuple(headings), asked=tuple(asked))
    return analyse(passage, analyser()).units


def evidence(question: str, text: str, headings: Sequence[str] = (), asked: Sequence[str] = ()) -> Evidence:
    return weigh_evidence(query(question), units(text, headings, asked))


def test_a_passage_that_says_it_all_has_it_all() -> None:
    found = evidence("名刺を両手で渡す", "名刺を両手で渡す。")
    assert (found.words, found.best_words, found.best_pair, found.bigrams) == pytest.approx((1.0, 1.0, 1.0, 1.0))
    assert (found.missing, found.heaviest_missing) == ((), 0.0)


def test_a_passage_that_says_none_of_it_has_nothing() -> None:
    found = evidence("名刺を両手で渡す", "相談は無料です。")
    assert set(found.shares) == {0.0}
    assert set(found.missing) == {"名刺", "両手", "渡す"}
    assert found.heaviest_missing == 1.0


def test_neighbours_together_say_what_neither_says_alone() -> None:
    apart = evidence("名刺を両手で渡す", "名刺がある。関係ない文。両手で渡す。")
    beside = evidence("名刺を両手で渡す", "名刺がある。両手で渡す。関係ない文。")
    assert beside.best_pair == pytest.approx(1.0)
    assert apart.words == pytest.approx(1.0)
    assert apart.best_pair == apart.best_words < 1.0


def test_a_synonym_counts_a_little_less_than_the_word_itself() -> None:
    assert evidence("試行", "実証実験の話。").words == pytest.approx(SYNONYM_CREDIT)
    assert evidence("試行", "試行と実証実験の話。").words == pytest.approx(1.0)


def test_a_question_for_a_number_looks_for_one() -> None:
    with_number = evidence("費用はいくらですか", "費用は5万円までにする。")
    without = evidence("費用はいくらですか", "費用は会社が出す。")
    assert (with_number.answer_kind > 0, without.answer_kind) == (True, 0.0)
    assert without.words > 0


def test_likeness_is_of_headings_and_ways_of_asking_alone() -> None:
    same = evidence("名刺の渡し方", "相談は無料です。", headings=["名刺の渡し方"])
    longer = evidence("名刺の渡し方", "相談は無料です。", asked=["名刺の渡し方と費用と試行と相談の窓口"])
    assert same.likeness == pytest.approx(1.0)
    assert 0 < longer.likeness < same.likeness
    assert evidence("名刺の渡し方", "名刺の渡し方").likeness == 0.0


def test_ways_of_asking_tell_nothing_themselves() -> None:
    assert evidence("名刺を渡す", "相談は無料です。", asked=["名刺を渡す"]).told == 0.0
    assert evidence("名刺を渡す", "名刺を渡す。").told == pytest.approx(1.0)
    assert evidence("名刺を渡す", "両手で渡す。", headings=["名刺"]).told == pytest.approx(1.0)


@pytest.mark.parametrize("question", ["", "？！", "それは何ですか"])
def test_a_question_that_names_nothing_is_shown_nothing(question: str) -> None:
    found = evidence(question, "名刺を渡す。")
    assert (found.words, found.told, found.missing) == (0.0, 0.0, ())


def test_a_passage_without_units_shows_nothing() -> None:
    found = weigh_evidence(query("名刺を渡す"), ())
    assert (set(found.shares), found.units, found.told) == ({0.0}, (), 0.0)


def test_the_heaviest_missing_comes_first() -> None:
    found = evidence("出会いと宇宙船", "")
    assert found.missing[0] == "宇宙"
    assert found.missing[-1] == "出会い"


def test_a_concept_is_found_by_the_weight_of_its_forms() -> None:
    concept = Concept("甲乙", (("甲", 3.0), ("乙", 1.0)), 4.0, (("丙", "丁"),))
    shares = [concept_share(concept, forms) for forms in (set(), {"甲"}, {"甲", "乙"}, {"丙"}, {"乙", "丙", "丁"})]
    assert shares == [0.0, 0.75, 1.0, 0.0, SYNONYM_CREDIT]


texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@settings(max_examples=80, deadline=None)
@given(question=texts, text=texts, heading=texts)
def test_shares_stay_shares(question: str, text: str, heading: str) -> None:
    found = evidence(question, text, headings=[heading])
    every = [*found.shares, found.told, found.likeness, found.heaviest_missing]
    every += [share for unit in found.units for share in (unit.words, unit.bigrams, unit.trigrams, unit.likeness)]
    assert all(0.0 <= share <= 1.0 + 1e-9 for share in every)
    assert max((unit.words for unit in found.units), default=0.0) == found.best_words <= found.words + 1e-9


@settings(max_examples=60, deadline=None)
@given(question=texts, text=texts)
def test_adding_the_question_to_a_passage_never_lowers_a_share(question: str, text: str) -> None:
    before, after = evidence(question, text), evidence(question, f"{text}\n{question}")
    assert all(new >= old - 1e-9 for old, new in zip(before.shares, after.shares, strict=True))
    assert set(after.missing) <= set(before.missing)
