"""Chroma: small and large collections, opened again and again, and builds that must not be opened."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.adapters.build_files import LISTING, read_listing, write_listing
from bot.adapters.embeddings import Vectors
from bot.adapters.index_builds import probe_vectors
from bot.adapters.vector_index import ChromaIndex, build_vector_index
from bot.errors import IndexDamaged, ModelUnavailable

DIMENSIONS = 16
SIZES = (0, 1, 7, 1_000, 1_300, 2_000)
"""Below, at and above what Chroma keeps in its database alone."""


class EchoEmbedder:
    """Turns "3" into the third of some vectors, "0" into zeros, anything else into a vector of another length."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        if text == "unknown":
            return [0.0] * DIMENSIONS
        return self._vectors[int(text)].tolist() if text.isdigit() else [1.0, 2.0]


def vectors_of(size: int) -> Vectors:
    return np.random.default_rng(size).standard_normal((size, DIMENSIONS)).astype(np.float32)


def ids_of(size: int) -> list[str]:
    return [f"g@1/{number}" for number in range(size)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """One build a size; only ever copied."""
    folder: Path = tmp_path_factory.mktemp("vectors")
    for size in SIZES:
        build_vector_index(folder / str(size), ids_of(size), vectors_of(size))
    return {size: folder / str(size) for size in SIZES}


@contextmanager
def opened(folder: Path, size: int) -> Iterator[ChromaIndex]:
    index = ChromaIndex(folder, EchoEmbedder(vectors_of(size)))
    try:
        yield index
    finally:
        index.close()


def copy(made: dict[int, Path], size: int, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made[size], tmp_path / f"build-{size}"))


@pytest.mark.parametrize("size", SIZES)
def test_a_build_opens_three_times_and_answers_the_same(made: dict[int, Path], size: int, tmp_path: Path) -> None:
    folder, answers = copy(made, size, tmp_path), []
    for _ in range(3):
        with opened(folder, size) as index:
            assert index.size == size
            answers.append([index.search(str(number), limit=5) for number in range(0, size, 97)])
            assert index.is_untouched()
    assert answers[0] == answers[1] == answers[2]
    firsts = [found[0] for found in answers[0]]
    assert [passage_id for passage_id, _ in firsts] == [f"g@1/{number}" for number in range(0, size, 97)]
    assert [cosine for _, cosine in firsts] == pytest.approx([1.0] * len(firsts), abs=1e-4)


def test_similarity_is_the_cosine_best_first(made: dict[int, Path], tmp_path: Path) -> None:
    vectors = vectors_of(7)
    with opened(copy(made, 7, tmp_path), 7) as index:
        found = index.search("2", limit=50)
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    cosines = {f"g@1/{number}": float(unit[number] @ unit[2]) for number in range(7)}
    assert [passage_id for passage_id, _ in found] == sorted(cosines, key=lambda each: -cosines[each])
    assert dict(found) == pytest.approx(cosines, abs=1e-5)


def test_a_question_without_a_known_word_finds_nothing(made: dict[int, Path], tmp_path: Path) -> None:
    with opened(copy(made, 7, tmp_path), 7) as index:
        assert index.search("unknown", limit=5) == []


def test_a_vector_of_another_length_is_the_embedders_fault(made: dict[int, Path], tmp_path: Path) -> None:
    with opened(copy(made, 7, tmp_path), 7) as index, pytest.raises(ModelUnavailable, match="length"):
        index.search("short", limit=5)


def test_it_tells_when_its_files_are_touched(made: dict[int, Path], tmp_path: Path) -> None:
    for size, name in ((7, "chroma.sqlite3"), (1_300, "data_level0.bin")):
        folder = copy(made, size, tmp_path)
        with opened(folder, size) as index:
            assert index.is_untouched()
            victim = next(folder.rglob(name))
            victim.rename(tmp_path / f"moved-{size}")
            assert not index.is_untouched()


def test_a_closed_build_is_damaged_for_whoever_still_asks(made: dict[int, Path], tmp_path: Path) -> None:
    with opened(copy(made, 7, tmp_path), 7) as index:
        index.close()
        with pytest.raises(IndexDamaged):
            index.search("2", limit=5)


@pytest.mark.parametrize(
    ("key", "value"), [("format", 0), ("size", 6), ("content", ""), ("digests", {}), ("digests", {"gone": ""})]
)
def test_a_listing_that_says_something_else_is_refused(
    made: dict[int, Path], tmp_path: Path, key: str, value: Any
) -> None:
    folder = copy(made, 1_300, tmp_path)
    write_listing(folder, {**read_listing(folder), key: value})
    with pytest.raises(IndexDamaged) as caught:
        ChromaIndex(folder, EchoEmbedder(vectors_of(7)))
    assert caught.value.dependency == "chroma"


def test_a_build_refused_after_it_was_opened_lets_go_of_its_files(made: dict[int, Path], tmp_path: Path) -> None:
    folder = copy(made, 7, tmp_path)
    listing = read_listing(folder)
    for size, is_refused in ((6, True), (7, False)):
        write_listing(folder, {**listing, "size": size})
        if is_refused:
            with pytest.raises(IndexDamaged, match="not whole"):
                ChromaIndex(folder, EchoEmbedder(vectors_of(7)))
        else:
            with opened(folder, 7) as index:
                assert len(index.search("1", limit=50)) == 7


def test_missing_and_unfinished_builds_are_refused(made: dict[int, Path], tmp_path: Path) -> None:
    folder = copy(made, 7, tmp_path)
    (folder / LISTING).unlink()
    for each in (folder, tmp_path / "nowhere"):
        with pytest.raises(IndexDamaged):
            ChromaIndex(each, EchoEmbedder(vectors_of(7)))


@pytest.mark.parametrize("content", [None, b"", b"garbage" * 100])
def test_a_damaged_file_of_the_graph_is_refused(made: dict[int, Path], tmp_path: Path, content: bytes | None) -> None:
    names = sorted(path.relative_to(made[1_300]) for path in made[1_300].rglob("*") if path.parent != made[1_300])
    assert len(names) == 5
    for number, name in enumerate(names):
        folder = Path(shutil.copytree(made[1_300], tmp_path / str(number)))
        if content is None:
            (folder / name).unlink()
        else:
            (folder / name).write_bytes(content)
        with pytest.raises(IndexDamaged):
            ChromaIndex(folder, EchoEmbedder(vectors_of(7)))


def test_the_probe_finds_vectors_of_other_passages(made: dict[int, Path], tmp_path: Path) -> None:
    with opened(copy(made, 1_300, tmp_path), 1_300) as index:
        probe_vectors(index, vectors_of(1_300), ids_of(1_300))
        with pytest.raises(IndexDamaged, match="own vector"):
            probe_vectors(index, vectors_of(1_300), list(reversed(ids_of(1_300))))
