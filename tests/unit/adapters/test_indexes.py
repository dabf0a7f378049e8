"""The indexes follow the guides; one build is enough where the guides did not change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import langchain.embeddings
import pytest

from bot.adapters.indexes import RETRY_AFTER_S, Indexes
from bot.adapters.japanese import SudachiAnalyser
from bot.adapters.storage.database import Database
from bot.core.answering.ports import Serving
from bot.core.answering.searchable import PassageToIndex
from bot.core.japanese import Word
from bot.errors import IndexDamaged
from tests.fakes.corpus import analyser, go_back, publish, retire, small_database
from tests.fakes.embeddings import FakeEmbeddings


class CountingAnalyser(SudachiAnalyser):
    """Remembers what it was asked to analyse."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def words(self, text: str) -> list[Word]:
        self.texts.append(text)
        return super().words(text)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = small_database(tmp_path)
    yield database
    database.close()


@pytest.fixture
def open_indexes(database: Database, tmp_path: Path) -> Iterator[Callable[..., Indexes]]:
    """Opens indexes over the database; what was opened before is closed first, as one process after another."""
    opened: list[Indexes] = []

    def open_again(**options: object) -> Indexes:
        if opened:
            opened[-1].close()
        options.setdefault("analyser", analyser())
        opened.append(Indexes(tmp_path / "indexes", database, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_again
    opened[-1].close()


def ids(serving: Serving) -> list[str]:
    return sorted(serving.lexical.passage_id(row) for row in range(serving.lexical.size))


def found_by_words(serving: Serving, word: str) -> list[str]:
    hits = serving.lexical.search(words={word: 1.0}, grams={}, limit=10).words
    return sorted(serving.lexical.passage_id(hit.row) for hit in hits)


def nearest(serving: Serving, text: str) -> str:
    assert serving.vectors is not None
    return serving.vectors.search(text, limit=1)[0][0]


MEET, TRIAL = ["meet@1/1", "meet@1/2", "meet@1/3"], ["trial@1/1", "trial@1/2"]


def test_first_both_are_made_and_then_opened(open_indexes: Callable[..., Indexes]) -> None:
    first = open_indexes()
    serving = first.serving()
    assert (serving.is_whole, ids(serving), first.rebuilds) == (True, MEET + TRIAL, 2)
    assert found_by_words(serving, "名刺") == ["meet@1/2"]
    assert nearest(serving, "費用は5万円") == "trial@1/2"
    assert first.serving().lexical is serving.lexical
    second = open_indexes()
    assert ids(second.serving()) == MEET + TRIAL
    assert (first.rebuilds, second.rebuilds) == (2, 0)


def test_no_guides_are_an_index_of_nothing(open_indexes: Callable[..., Indexes], database: Database) -> None:
    for guide_id in ("meet", "trial"):
        retire(database, guide_id)
    serving = open_indexes().serving(wait=True)
    assert (ids(serving), serving.is_whole) == ([], True)


def test_what_is_published_or_retired_changes_the_next_answer(
    open_indexes: Callable[..., Indexes], database: Database
) -> None:
    indexes = open_indexes()
    indexes.serving()
    publish(database, "meet", ["出会いの目的を一文で書く。", "封筒は手渡しする。"])
    changed = indexes.serving()
    assert ids(changed) == ["meet@2/1", "meet@2/2", *TRIAL]
    assert (found_by_words(changed, "名刺"), found_by_words(changed, "封筒")) == ([], ["meet@2/2"])
    retire(database, "trial")
    assert ids(indexes.serving()) == ["meet@2/1", "meet@2/2"]
    assert indexes.rebuilds == 6


def test_going_back_takes_the_previous_build_again(open_indexes: Callable[..., Indexes], database: Database) -> None:
    indexes = open_indexes()
    indexes.serving()
    publish(database, "meet", ["封筒は手渡しする。"])
    indexes.serving()
    go_back(database, "meet")
    serving = indexes.serving()
    assert (ids(serving), nearest(serving, "名刺は両手で"), indexes.rebuilds) == (MEET + TRIAL, "meet@1/2", 4)
    again = open_indexes()
    assert (ids(again.serving()), again.rebuilds) == (MEET + TRIAL, 0)


def test_unchanged_passages_are_not_analysed_again(open_indexes: Callable[..., Indexes], database: Database) -> None:
    counting = CountingAnalyser()
    indexes = open_indexes(analyser=counting)
    indexes.serving()
    counting.texts.clear()
    publish(database, "new", ["封筒は手渡しする。"])
    indexes.serving()
    assert sorted(counting.texts) == sorted(["newの手引き", "1節", "封筒は手渡しする。"])


def test_competitors_are_indexed_beside_the_passages(open_indexes: Callable[..., Indexes]) -> None:
    weather = PassageToIndex(id="beyond:weather", text="", asked=("明日の天気は",))
    open_indexes().serving()
    indexes = open_indexes(competitors=[weather])
    assert found_by_words(indexes.serving(), "天気") == ["beyond:weather"]
    assert indexes.rebuilds == 2


def test_only_releases_that_may_be_cited_are_indexed(open_indexes: Callable[..., Indexes], database: Database) -> None:
    shown = {"meet"}
    indexes = open_indexes(
        releases=lambda: {key: each for key, each in database.current_releases().items() if key in shown}
    )
    assert ids(indexes.serving()) == MEET
    shown.add("trial")
    assert ids(indexes.serving()) == MEET + TRIAL


def test_the_present_and_the_previous_build_are_kept(
    open_indexes: Callable[..., Indexes], database: Database, tmp_path: Path
) -> None:
    indexes = open_indexes()
    (tmp_path / "indexes" / "vector" / "left-by-a-crash").mkdir(parents=True)
    for number in range(4):
        publish(database, "new", [f"第{number}版です。"])
        indexes.serving()
    for kind in ("lexical", "vector"):
        pointer = database.index_pointers.get(kind)
        assert pointer is not None
        kept = {path.name for path in (tmp_path / "indexes" / kind).iterdir()}
        assert kept == {pointer.build_id, pointer.previous_build_id}


def test_progress_counts_passages(open_indexes: Callable[..., Indexes]) -> None:
    seen: list[tuple[int, int]] = []
    open_indexes().serving(progress=lambda done, total: seen.append((done, total)))
    assert seen == [(number, 5) for number in range(1, 6)]


def test_states_tell_what_serves(open_indexes: Callable[..., Indexes]) -> None:
    indexes = open_indexes()
    assert [(each.kind, each.build_id, each.serves) for each in indexes.states()] == [
        ("lexical", None, False),
        ("vector", None, False),
    ]
    indexes.serving()
    assert [(each.passages, each.serves) for each in indexes.states()] == [(5, True), (5, True)]
    assert all(each.build_id for each in indexes.states())


def test_damage_reported_by_who_asked_another_build_changes_nothing(
    open_indexes: Callable[..., Indexes], database: Database
) -> None:
    indexes = open_indexes()
    may_go_on, has_asked = threading.Event(), threading.Event()

    def ask_slowly() -> None:
        serving = indexes.serving()
        has_asked.set()
        assert may_go_on.wait(30)
        assert serving.vectors is not None
        with pytest.raises(IndexDamaged):
            serving.vectors.search("名刺", limit=1)
        indexes.report_damage("vector")

    slow = threading.Thread(target=ask_slowly)
    slow.start()
    assert has_asked.wait(30)
    publish(database, "new", ["封筒は手渡しする。"])
    indexes.serving()
    may_go_on.set()
    slow.join()
    assert indexes.serving().is_whole
    assert indexes.rebuilds == 4


def test_threads_that_ask_during_a_rebuild_get_one_rebuild(
    open_indexes: Callable[..., Indexes], database: Database
) -> None:
    indexes = open_indexes()
    start, answers = threading.Barrier(6), []

    def ask(wait: bool) -> None:
        start.wait(30)
        answers.append(ids(indexes.serving(wait=wait)))

    threads = [threading.Thread(target=ask, args=(number % 2 == 0,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [MEET + TRIAL] * 6
    assert indexes.rebuilds == 2


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> FakeEmbeddings:
    fake = FakeEmbeddings()
    monkeypatch.setattr(langchain.embeddings, "init_embeddings", lambda name: fake)
    return fake


class Seconds:
    """Real seconds that a test moves on."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_words_answer_alone_while_a_provider_fails(
    open_indexes: Callable[..., Indexes], database: Database, provider: FakeEmbeddings
) -> None:
    seconds = Seconds()
    provider.fault = ConnectionError()
    indexes = open_indexes(embedder_name="fake:model", now=seconds)
    for _ in range(2):
        serving = indexes.serving()
        assert (serving.vectors, serving.is_whole, found_by_words(serving, "名刺")) == (None, False, ["meet@1/2"])
    publish(database, "new", ["封筒は手渡しする。"])
    assert found_by_words(indexes.serving(), "封筒") == ["new@1/1"]
    assert indexes.rebuilds == 2
    provider.fault = None
    seconds.now += RETRY_AFTER_S
    serving = indexes.serving(wait=True)
    assert (serving.is_whole, indexes.rebuilds) == (True, 3)
    assert len(provider.paid_for) == 6


def test_a_provider_is_tried_again_in_the_background(
    open_indexes: Callable[..., Indexes], provider: FakeEmbeddings
) -> None:
    seconds = Seconds()
    provider.fault = ConnectionError()
    indexes = open_indexes(embedder_name="fake:model", now=seconds)
    indexes.serving()
    provider.fault = None
    seconds.now += RETRY_AFTER_S
    assert indexes.serving().vectors is None
    indexes.close()
    assert indexes.rebuilds == 2
    again = open_indexes(embedder_name="fake:model")
    assert (again.serving().is_whole, again.rebuilds, len(provider.paid_for)) == (True, 0, 5)


def test_another_embedder_pays_for_its_own_vectors(
    open_indexes: Callable[..., Indexes], provider: FakeEmbeddings
) -> None:
    open_indexes(embedder_name="fake:one").serving()
    open_indexes(embedder_name="fake:two").serving()
    assert len(provider.paid_for) == 10
    indexes = open_indexes(embedder_name="fake:one")
    assert (indexes.serving().is_whole, indexes.rebuilds, len(provider.paid_for)) == (True, 0, 10)
