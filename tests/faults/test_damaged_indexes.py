"""Whatever happens to the files of an index: the next answer is right, and it costs one rebuild."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.adapters.indexes import Indexes
from bot.adapters.storage.database import open_database
from bot.core.answering.ports import IndexKind, Serving
from tests.fakes.corpus import analyser, many, publish, small_database

KINDS: tuple[IndexKind, IndexKind] = ("lexical", "vector")
LARGE = 1_050
"""More passages than Chroma keeps in its database alone."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database and both indexes of five passages; only ever copied."""
    folder: Path = tmp_path_factory.mktemp("damaged") / "small"
    folder.mkdir()
    small_database(folder).close()
    with opened(folder) as indexes:
        indexes.serving()
    return folder


@pytest.fixture(scope="module")
def large(small: Path) -> Path:
    """The same with so many passages that the vectors are kept in files of their own."""
    folder = Path(shutil.copytree(small, small.with_name("large")))
    database = open_database(folder / "minori.sqlite3")
    publish(database, "many", [passage.text for passage in many(LARGE)])
    database.close()
    with opened(folder) as indexes:
        indexes.serving()
    return folder


@contextmanager
def opened(folder: Path) -> Iterator[Indexes]:
    database = open_database(folder / "minori.sqlite3")
    indexes = Indexes(folder / "indexes", database, analyser())
    try:
        yield indexes
    finally:
        indexes.close()
        database.close()


def build_of(folder: Path, kind: str) -> Path:
    """The one build of a kind."""
    (build,) = (folder / "indexes" / kind).iterdir()
    return build


def files_of(build: Path) -> list[str]:
    return sorted(str(path.relative_to(build)) for path in build.rglob("*") if path.is_file())


def answers_rightly(serving: Serving) -> bool:
    """Every list proposes the right passage first, and what is held of it is its own."""
    hits = serving.lexical.search(words={"名刺": 1.0}, grams={"両手": 1.0}, limit=3)
    assert serving.vectors is not None
    nearest = serving.vectors.search("お礼は翌日までに送る", limit=1)[0][0]
    firsts = [serving.lexical.passage_id(ranked[0].row) for ranked in (hits.words, hits.grams)]
    units = serving.lexical.units([hits.words[0].row])[hits.words[0].row]
    said = [unit.text for unit in units]
    return (*firsts, nearest, said[-1]) == ("meet@1/2", "meet@1/2", "meet@1/3", "名刺は両手で渡す.")


def delete_folder(build: Path, _file: Path) -> None:
    shutil.rmtree(build.parent)


def delete_build(build: Path, _file: Path) -> None:
    shutil.rmtree(build)


def folder_becomes_a_file(build: Path, _file: Path) -> None:
    shutil.rmtree(build.parent)
    build.parent.write_bytes(b"")


def build_becomes_a_file(build: Path, _file: Path) -> None:
    shutil.rmtree(build)
    build.write_bytes(b"")


def empty_the_build(build: Path, _file: Path) -> None:
    shutil.rmtree(build)
    build.mkdir()


def delete(_build: Path, file: Path) -> None:
    file.unlink()


def make_empty(_build: Path, file: Path) -> None:
    file.write_bytes(b"")


def truncate(_build: Path, file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def fill_with_garbage(_build: Path, file: Path) -> None:
    file.write_bytes(random.Random(file.name).randbytes(max(64, file.stat().st_size)))


def make_unreadable(_build: Path, file: Path) -> None:
    """Nobody can read a directory as a file, not even the superuser, whom permissions do not stop."""
    file.unlink()
    file.mkdir()


Damage = Callable[[Path, Path], None]
TO_THE_BUILD: list[Damage] = [delete_folder, delete_build, folder_becomes_a_file, build_becomes_a_file, empty_the_build]
TO_A_FILE: list[Damage] = [delete, make_empty, truncate, fill_with_garbage, make_unreadable]


@pytest.mark.parametrize("damage", TO_THE_BUILD)
@pytest.mark.parametrize("kind", KINDS)
def test_a_lost_build_costs_one_rebuild(small: Path, tmp_path: Path, kind: IndexKind, damage: Damage) -> None:
    folder = Path(shutil.copytree(small, tmp_path / "data"))
    build = build_of(folder, kind)
    damage(build, build)
    with opened(folder) as indexes:
        assert answers_rightly(indexes.serving(wait=True))
        assert indexes.rebuilds == 1


def is_read(kind: IndexKind, name: str) -> bool:
    """tantivy locks by files; Chroma writes, for a small collection, files that it does not read."""
    return not name.endswith(".lock") if kind == "lexical" else "/" not in name


@pytest.mark.parametrize("damage", TO_A_FILE)
@pytest.mark.parametrize("kind", KINDS)
def test_any_damaged_file_costs_one_rebuild(small: Path, tmp_path: Path, kind: IndexKind, damage: Damage) -> None:
    names = files_of(build_of(small, kind))
    assert len(names) >= 3
    for number, name in enumerate(names):
        folder = Path(shutil.copytree(small, tmp_path / str(number)))
        build = build_of(folder, kind)
        damage(build, build / name)
        with opened(folder) as indexes:
            assert answers_rightly(indexes.serving(wait=True)), name
            assert indexes.rebuilds == 1 or (indexes.rebuilds == 0 and not is_read(kind, name)), name


@pytest.mark.parametrize("kind", KINDS)
def test_no_flipped_bit_makes_an_answer_wrong(small: Path, tmp_path: Path, kind: IndexKind) -> None:
    chance = random.Random(20261001)
    rebuilt = []
    for number, name in enumerate(files_of(build_of(small, kind))):
        folder = Path(shutil.copytree(small, tmp_path / str(number)))
        file = build_of(folder, kind) / name
        content = bytearray(file.read_bytes())
        for _ in range(3 if content else 0):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        file.write_bytes(bytes(content))
        with opened(folder) as indexes:
            assert answers_rightly(indexes.serving(wait=True)), name
            assert indexes.rebuilds <= 1, name
            rebuilt += [name] * indexes.rebuilds
    assert rebuilt


def test_a_flipped_bit_in_a_vector_is_found(small: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(small, tmp_path / "data"))
    file = build_of(folder, "vector") / "chroma.sqlite3"
    content = bytearray(file.read_bytes())
    # The queue keeps each vector as the bytes of its numbers, behind the id of its passage.
    at = content.rindex(b"meet@1/2") + len(b"meet@1/2") + 40
    content[at] ^= 0b0100_0000
    file.write_bytes(bytes(content))
    with opened(folder) as indexes:
        assert answers_rightly(indexes.serving(wait=True))
        assert indexes.rebuilds == 1


def test_damaged_graphs_of_many_vectors_cost_one_rebuild_each(large: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(large, tmp_path / "data"))
    with opened(folder) as indexes:
        indexes.serving()
        damages: list[Damage] = [delete, fill_with_garbage]
        for count, damage in enumerate(damages):
            build = folder / "indexes" / "vector" / str(indexes.states()[1].build_id)
            graph_files = [name for name in files_of(build) if "/" in name]
            assert len(graph_files) == 5
            damage(build, build / graph_files[count])
            assert answers_rightly(indexes.serving(wait=True)), graph_files[count]
            assert indexes.rebuilds == count + 1, graph_files[count]


@pytest.mark.parametrize("kind", KINDS)
def test_a_pointer_to_a_missing_build_costs_one_rebuild(small: Path, tmp_path: Path, kind: IndexKind) -> None:
    folder = Path(shutil.copytree(small, tmp_path / "data"))
    database = open_database(folder / "minori.sqlite3")
    pointer = database.index_pointers.get(kind)
    assert pointer is not None
    database.index_pointers.swap(kind, build_id="never-made", fingerprint=pointer.fingerprint)
    database.close()
    with opened(folder) as indexes:
        assert answers_rightly(indexes.serving(wait=True))
        assert indexes.rebuilds == 1


def test_both_lost_are_both_made(small: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(small, tmp_path / "data"))
    shutil.rmtree(folder / "indexes")
    with opened(folder) as indexes:
        assert answers_rightly(indexes.serving())
        assert indexes.rebuilds == 2


@pytest.mark.parametrize("damage", [delete_folder, delete_build, delete, truncate, fill_with_garbage])
@pytest.mark.parametrize("kind", KINDS)
def test_damage_under_a_serving_process_costs_one_rebuild(
    small: Path, tmp_path: Path, kind: IndexKind, damage: Damage
) -> None:
    folder = Path(shutil.copytree(small, tmp_path / "data"))
    build = build_of(folder, kind)
    name = "chroma.sqlite3" if kind == "vector" else next(each for each in files_of(build) if each.endswith(".term"))
    with opened(folder) as indexes:
        assert answers_rightly(indexes.serving())
        damage(build, build / name)
        assert answers_rightly(indexes.serving(wait=True))
        assert indexes.rebuilds == 1


def test_files_that_were_only_touched_cost_nothing(small: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(small, tmp_path / "data"))
    with opened(folder) as indexes:
        indexes.serving()
        for path in (folder / "indexes").rglob("*"):
            path.touch()
        assert answers_rightly(indexes.serving())
        assert indexes.rebuilds == 0
