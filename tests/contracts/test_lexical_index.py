"""What every LexicalIndex must do: tantivy, what stands in for it, and the fake of other tests."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.adapters.lexical_index import TantivyIndex, build_lexical_index
from bot.adapters.unindexed import UnindexedPassages
from bot.core.answering.ports import LexicalIndex
from bot.core.answering.searchable import index_grams
from tests.fakes.corpus import PASSAGES, analyser, frequency, searchable
from tests.fakes.lexical_index import FakeLexicalIndex

ROWS = range(len(PASSAGES))


@pytest.fixture(scope="module")
def tantivy_index(tmp_path_factory: pytest.TempPathFactory) -> TantivyIndex:
    folder: Path = tmp_path_factory.mktemp("contract") / "build"
    build_lexical_index(folder, searchable())
    return TantivyIndex(folder)


@pytest.fixture(params=["tantivy", "unindexed", "fake"])
def index(request: pytest.FixtureRequest, tantivy_index: TantivyIndex) -> LexicalIndex:
    if request.param == "tantivy":
        return tantivy_index
    if request.param == "fake":
        return FakeLexicalIndex(searchable())
    return UnindexedPassages(PASSAGES, analyser(), frequency=frequency)


@pytest.fixture(params=["tantivy", "fake"])
def ranking(request: pytest.FixtureRequest, tantivy_index: TantivyIndex) -> LexicalIndex:
    """Those that rank themselves; what stands in for them leaves that to the vectors."""
    return tantivy_index if request.param == "tantivy" else FakeLexicalIndex(searchable())


def test_rows_and_passages_are_each_others_way_back(index: LexicalIndex) -> None:
    assert index.size == len(PASSAGES)
    assert [index.row(index.passage_id(row)) for row in ROWS] == list(ROWS)
    assert {index.passage_id(row) for row in ROWS} == {passage.id for passage in PASSAGES}
    assert index.row("meet@2/1") is None


def test_units_are_what_analysis_gives_in_the_order_of_the_passage(index: LexicalIndex) -> None:
    expected = {passage.id: list(passage.units) for passage in searchable()}
    found = index.units(list(reversed(ROWS)))
    assert {index.passage_id(row): list(units) for row, units in found.items()} == expected


def test_no_rows_have_no_units(index: LexicalIndex) -> None:
    assert index.units([]) == {}


def test_word_frequencies_are_counts_of_passages(index: LexicalIndex) -> None:
    counted = Counter(form for passage in searchable() for form in set(passage.forms))
    assert {form: index.word_frequency(form) for form in counted} == counted
    assert index.word_frequency("宇宙船") == 0


def test_frequencies_never_exceed_the_size(index: LexicalIndex) -> None:
    grams = {gram for passage in searchable() for gram in index_grams(passage.text)}
    assert all(0 <= index.gram_frequency(gram) <= index.size for gram in grams)


def test_nothing_is_found_for_nothing(index: LexicalIndex) -> None:
    hits = index.search(words={}, grams={}, limit=10)
    assert (list(hits.words), list(hits.grams)) == ([], [])


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_lists_are_ranked_cut_and_repeatable(index: LexicalIndex, limit: int) -> None:
    words, grams = {"名刺": 1.0, "相談": 2.0, "試行": 0.4, "宇宙船": 1.0}, {"名": 1.0, "名刺": 1.0, "円": 3.0}
    first = index.search(words=words, grams=grams, limit=limit)
    again = index.search(words=words, grams=grams, limit=limit)
    assert first == again
    for hits in (first.words, first.grams):
        assert len(hits) <= limit
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        assert all(hit.row in ROWS and hit.score > 0 for hit in hits)
        assert len({hit.row for hit in hits}) == len(hits)


def test_what_ranks_finds_passages_by_their_words_and_by_their_characters(ranking: LexicalIndex) -> None:
    hits = ranking.search(words={"名刺": 1.0}, grams={"無料": 1.0}, limit=10)
    assert [ranking.passage_id(hit.row) for hit in hits.words] == ["meet@1/2"]
    assert [ranking.passage_id(hit.row) for hit in hits.grams] == ["desk@1/1"]


def test_weights_decide_between_passages(ranking: LexicalIndex) -> None:
    one_way = ranking.search(words={"名刺": 1.0, "特許": 9.0}, grams={}, limit=10).words
    other_way = ranking.search(words={"名刺": 9.0, "特許": 1.0}, grams={}, limit=10).words
    assert [ranking.passage_id(hits[0].row) for hits in (one_way, other_way)] == ["desk@1/1", "meet@1/2"]


def test_a_weight_counts_in_proportion(ranking: LexicalIndex) -> None:
    (plain,) = ranking.search(words={"名刺": 1.0}, grams={}, limit=10).words
    (weak,) = ranking.search(words={"名刺": 0.4}, grams={}, limit=10).words
    assert weak.score == pytest.approx(0.4 * plain.score, rel=1e-4)


def test_ranking_indexes_count_grams_exactly(ranking: LexicalIndex) -> None:
    counted = Counter(gram for passage in searchable() for gram in set(index_grams(passage.text)))
    assert {gram: ranking.gram_frequency(gram) for gram in counted} == counted
    assert ranking.gram_frequency("宇宙") == 0
