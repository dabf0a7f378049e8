"""While one half of the indexes is made anew the other answers: the same state, a right citation, at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.adapters import indexes as indexes_module
from bot.adapters.lexical_index import TantivyIndex
from bot.adapters.vector_index import ChromaIndex
from bot.bootstrap import Application, Library, open_application, open_library
from bot.core.answering.models import Answer, State
from bot.core.answering.ports import IndexKind
from bot.errors import IndexDamaged
from bot.settings import Settings

KINDS: tuple[IndexKind, IndexKind] = ("lexical", "vector")
OUTSIDE = ("明日の天気はどうですか", "カレーの作り方を教えてください", "宇宙船の燃料は何ですか")
_EVERY = 23


@pytest.fixture
def library(used_data: Path) -> Iterator[Library]:
    with open_library(Settings(data_dir=used_data)) as library:
        yield library


def headings(library: Library) -> list[str]:
    """Some headings of the bundled guides: whoever asks in these words means that section."""
    found = dict.fromkeys(passage.heading_path[-1] for passage in library.database.current_passages())
    return list(found)[::_EVERY]


class Asker:
    """Asks in the terminal's way, each question in a conversation of its own."""

    def __init__(self, application: Application) -> None:
        self._answering, self._count = application.answering, 0

    def __call__(self, question: str, *, wait: bool = False) -> Answer:
        self._count += 1
        return self._answering.answer(text=question, conversation_id=f"c{self._count}", locale="ja", wait=wait)


def cites(answer: Answer, heading: str) -> bool:
    return any(source.heading.split(" > ")[-1] == heading for source in answer.sources)


def damage(folder: Path, kind: str) -> None:
    for path in (folder / "indexes" / kind).rglob("*"):
        if path.is_file():
            path.write_bytes(b"garbage")


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Builds wait until this is set."""
    gate = threading.Event()

    def behind_the_gate(make: Callable[..., Any]) -> Callable[..., Any]:
        def wait_and_make(*arguments: Any, **options: Any) -> Any:
            assert gate.wait(60)
            return make(*arguments, **options)

        return wait_and_make

    for name in ("make_lexical", "make_vectors"):
        monkeypatch.setattr(indexes_module, name, behind_the_gate(getattr(indexes_module, name)))
    return gate


@pytest.mark.parametrize("kind", KINDS)
def test_the_other_half_answers_while_the_mend_goes_on(library: Library, gate: threading.Event, kind: str) -> None:
    damage(library.settings.data_dir, kind)
    asked = headings(library)
    assert len(asked) >= 5
    with open_application(library) as application:
        ask = Asker(application)
        for heading in asked:
            answer = ask(heading)
            assert (answer.state, cites(answer, heading)) == (State.ANSWERED, True), heading
        assert {ask(question).state for question in OUTSIDE} == {State.NOT_IN_GUIDES}
        assert (application.indexes.rebuilds, application.indexes.serving().is_whole) == (0, False)
        gate.set()
        assert cites(ask(asked[0], wait=True), asked[0])
        assert (application.indexes.rebuilds, application.indexes.serving().is_whole) == (1, True)
    with open_application(library) as application:
        assert application.indexes.serving().is_whole
        assert application.indexes.rebuilds == 0


def test_closing_finishes_the_mend(library: Library) -> None:
    damage(library.settings.data_dir, "vector")
    with open_application(library) as application:
        application.indexes.serving()
    assert application.indexes.rebuilds == 1
    with open_application(library) as application:
        assert (application.indexes.serving().is_whole, application.indexes.rebuilds) == (True, 0)


def test_a_mend_that_fails_is_not_tried_with_every_question(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    damage(library.settings.data_dir, "lexical")
    tried: list[Path] = []

    def fail(folder: Path, passages: object) -> TantivyIndex:
        tried.append(folder)
        raise IndexDamaged("tantivy", "no space left on device")

    monkeypatch.setattr(indexes_module, "make_lexical", fail)
    (heading, *_) = headings(library)
    with open_application(library) as application:
        ask = Asker(application)
        assert cites(ask(heading), heading)
        mending = next((each for each in threading.enumerate() if each.name == "mend-index"), None)
        if mending is not None:
            mending.join()
        assert all(cites(ask(heading), heading) for _ in range(3))
    assert len(tried) == 1


@pytest.mark.parametrize("wait", [True, False])
@pytest.mark.parametrize(("kind", "index", "method"), [
    ("lexical", TantivyIndex, "search"),
    ("lexical", TantivyIndex, "units"),
    ("lexical", TantivyIndex, "word_frequency"),
    ("vector", ChromaIndex, "search"),
])  # fmt: skip
def test_damage_found_by_a_query_is_mended_and_the_question_answered(
    library: Library, monkeypatch: pytest.MonkeyPatch, kind: str, index: type, method: str, wait: bool
) -> None:
    sound = getattr(index, method)
    failed: list[object] = []

    def fail_once(self: object, *arguments: Any, **options: Any) -> Any:
        if not failed:
            failed.append(self)
            raise IndexDamaged("tantivy" if kind == "lexical" else "chroma", "injected")
        return sound(self, *arguments, **options)

    (heading, *_) = headings(library)
    with open_application(library) as application:
        application.indexes.serving(wait=True)
        monkeypatch.setattr(index, method, fail_once)
        answer = Asker(application)(heading, wait=wait)
        assert (answer.state, cites(answer, heading), len(failed)) == (State.ANSWERED, True, 1)
    assert application.indexes.rebuilds == 1
