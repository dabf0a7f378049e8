"""tantivy: what is stored, several threads, and builds that must not be opened."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.adapters import lexical_index
from bot.adapters.build_files import LISTING, read_listing, write_listing
from bot.adapters.index_builds import make_lexical, probe_lexical
from bot.adapters.lexical_index import TantivyIndex, build_lexical_index
from bot.core.answering.searchable import PassageToIndex, SearchablePassage, Unit, UnitKind, analyse
from bot.errors import IndexDamaged
from tests.fakes.corpus import analyser, many, searchable


@pytest.fixture
def build(tmp_path: Path) -> Path:
    folder = tmp_path / "lexical" / "a-build"
    assert build_lexical_index(folder, searchable()) == len(searchable())
    return folder


def test_an_empty_build_answers_nothing(tmp_path: Path) -> None:
    index = make_lexical(tmp_path / "empty", [])
    assert index.size == 0
    assert list(index.search(words={"名刺": 1.0}, grams={"名": 1.0}, limit=5).words) == []
    assert index.word_frequency("名刺") == 0


def test_units_come_back_as_they_were_stored(tmp_path: Path) -> None:
    odd = Unit(UnitKind.SENTENCE, '改行\n引用"と\\と\u2028と😀', ("改行", "two words", "_", ""))
    build_lexical_index(tmp_path / "odd", [SearchablePassage(id="あ@1/1", units=(odd,))])
    index = TantivyIndex(tmp_path / "odd")
    assert index.units([0]) == {0: [odd]}
    assert index.passage_id(0) == "あ@1/1"
    assert index.word_frequency("two words") == 1


def test_rows_stay_right_where_many_passages_are_held(tmp_path: Path) -> None:
    passages = [analyse(passage, analyser()) for passage in many(300)]
    index = make_lexical(tmp_path / "many", passages)
    rows = list(range(0, 300, 7))
    assert {row: list(units) for row, units in index.units(rows).items()} == {
        row: list(passages[row].units) for row in rows
    }
    for row in rows:
        (hit,) = index.search(words={str(row): 1.0}, grams={}, limit=50).words
        assert index.passage_id(hit.row) == f"many@1/{row}"


@pytest.mark.parametrize("count", [1, 2_000])
def test_a_question_of_many_words_is_searched(build: Path, count: int) -> None:
    words = {f"語{number}": 1.0 for number in range(count)} | {"名刺": 1.0}
    hits = TantivyIndex(build).search(words=words, grams=words, limit=5)
    assert len(hits.words) == 1


def test_threads_read_at_once(build: Path) -> None:
    index = TantivyIndex(build)

    def ask() -> list[tuple[object, ...]]:
        return [
            (index.search(words={"相談": 1.0}, grams={"名刺": 1.0}, limit=5), index.units([0, 3])) for _ in range(50)
        ]

    with ThreadPoolExecutor(8) as pool:
        answers = [done.result() for done in [pool.submit(ask) for _ in range(8)]]
    assert all(answer == answers[0] for answer in answers)


def test_it_tells_when_its_files_are_touched(build: Path) -> None:
    index = TantivyIndex(build)
    index.search(words={"名刺": 1.0}, grams={}, limit=5)
    assert index.is_untouched()
    victim = next(path for path in sorted(build.iterdir()) if path.suffix == ".store")
    victim.rename(victim.with_suffix(".gone"))
    assert not index.is_untouched()


def test_a_moved_build_still_opens(build: Path, tmp_path: Path) -> None:
    shutil.copytree(build, tmp_path / "copy")
    assert TantivyIndex(tmp_path / "copy").size == len(searchable())


def test_a_missing_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged) as caught:
        TantivyIndex(tmp_path / "nowhere")
    assert caught.value.dependency == "tantivy"


def test_a_build_that_was_never_finished_is_refused(build: Path) -> None:
    (build / LISTING).unlink()
    with pytest.raises(IndexDamaged):
        TantivyIndex(build)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_build_of_another_format_library_or_dictionary_is_refused(build: Path, place: int) -> None:
    listing = read_listing(build)
    listing["made_by"][place] = "0"
    write_listing(build, listing)
    with pytest.raises(IndexDamaged, match="format"):
        TantivyIndex(build)


def test_ids_of_other_passages_are_refused(build: Path) -> None:
    path = build / "passages.json"
    path.write_text(path.read_text(encoding="utf-8").replace("meet@1/1", "meet@1/9"), encoding="utf-8")
    with pytest.raises(IndexDamaged):
        TantivyIndex(build)


def test_the_probe_finds_a_build_of_other_passages(build: Path) -> None:
    index = TantivyIndex(build)
    probe_lexical(index, searchable())
    with pytest.raises(IndexDamaged, match="not whole"):
        probe_lexical(index, searchable()[1:])
    other = [analyse(PassageToIndex(id=f"other@1/{number}", text="宇宙船が飛ぶ。"), analyser()) for number in range(5)]
    with pytest.raises(IndexDamaged, match="own words"):
        probe_lexical(index, other)


def test_nothing_is_left_of_a_build_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path, names: object) -> dict[str, str]:
        raise OSError("no space left on device")

    monkeypatch.setattr(lexical_index, "digests", fail)
    with pytest.raises(IndexDamaged, match="no space"):
        make_lexical(tmp_path / "lexical" / "a-build", searchable())
    assert list((tmp_path / "lexical").iterdir()) == []


def test_a_file_in_the_place_of_the_folder_makes_way(tmp_path: Path) -> None:
    (tmp_path / "lexical").write_text("not a folder")
    assert make_lexical(tmp_path / "lexical" / "a-build", searchable()).size == len(searchable())
