"""A process that is killed while it makes indexes leaves what served before, and nothing half made is ever opened."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.adapters.indexes import Indexes
from bot.adapters.storage.database import open_database
from tests.fakes.corpus import analyser, go_back, publish, small_database

CHILD = """
import os, signal, sys
from pathlib import Path
from bot.adapters import held_builds, index_builds, indexes as module
from bot.adapters.storage.database import open_database
from tests.fakes.corpus import analyser

PLACES = {
    "lexical-written": (index_builds, "build_lexical_index"),
    "lexical-probed": (module, "make_lexical"),
    "vectors-written": (index_builds, "build_vector_index"),
    "vectors-probed": (module, "make_vectors"),
    "pointed": (held_builds, "sweep"),
}

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def dying_after(make):
    def wrapped(*arguments, **options):
        make(*arguments, **options)
        die()
    return wrapped

def run(folder, point):
    if point in PLACES:
        place, name = PLACES[point]
        setattr(place, name, dying_after(getattr(place, name)))
    if point == "before-vectors":
        module.make_vectors = die
    database = open_database(folder / "minori.sqlite3")
    indexes = module.Indexes(folder / "indexes", database, analyser())
    indexes.serving(progress=lambda done, total: die() if point == "analysing" and done == 3 else None)

# Forking from a process that has imported everything keeps the kills within seconds.
for folder in map(Path, sys.argv[1:]):
    child = os.fork()
    if child == 0:
        try:
            run(folder, folder.name)
        finally:
            os._exit(1)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
POINTS = [
    "analysing",
    "lexical-written",
    "lexical-probed",
    "before-vectors",
    "vectors-written",
    "vectors-probed",
    "pointed",
]


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("killed") / "seed"
    folder.mkdir()
    database = small_database(folder)
    indexes = Indexes(folder / "indexes", database, analyser())
    indexes.serving()
    indexes.close()
    publish(database, "meet", ["封筒は手渡しする。"])
    database.close()
    return folder


@pytest.fixture(scope="module")
def killed(seed: Path) -> Path:
    """A folder of data folders, each named by the point where a process was killed in it; only ever copied."""
    folders = [Path(shutil.copytree(seed, seed.with_name(point))) for point in POINTS]
    ended = subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, folders)], cwd=Path(__file__).parents[2], capture_output=True, text=True
    )
    assert ended.stdout.split() == ["-9"] * len(POINTS), ended.stderr
    return seed.parent


def found(indexes: Indexes, word: str, text: str) -> tuple[list[str], str]:
    serving = indexes.serving(wait=True)
    assert serving.vectors is not None
    hits = serving.lexical.search(words={word: 1.0}, grams={}, limit=5).words
    return [serving.lexical.passage_id(hit.row) for hit in hits], serving.vectors.search(text, limit=1)[0][0]


@pytest.mark.parametrize("point", POINTS)
def test_after_a_kill_the_guides_of_now_and_of_before_are_both_found(killed: Path, tmp_path: Path, point: str) -> None:
    folder = Path(shutil.copytree(killed / point, tmp_path / "data"))
    database = open_database(folder / "minori.sqlite3")
    indexes = Indexes(folder / "indexes", database, analyser())
    go_back(database, "meet")
    assert found(indexes, "名刺", "名刺は両手で渡す") == (["meet@1/2"], "meet@1/2")
    assert indexes.rebuilds == 0, "what served before the kill was lost"
    publish(database, "meet", ["封筒は手渡しする。"])
    assert found(indexes, "封筒", "封筒は手渡しする") == (["meet@3/1"], "meet@3/1")
    assert indexes.rebuilds == 2
    indexes.close()
    for kind in ("lexical", "vector"):
        assert len(list((folder / "indexes" / kind).iterdir())) == 2, "what the kill left behind was not removed"
    database.close()


@pytest.mark.parametrize("point", ["lexical-written", "vectors-written"])
def test_the_next_process_makes_only_what_is_missing(killed: Path, tmp_path: Path, point: str) -> None:
    folder = Path(shutil.copytree(killed / point, tmp_path / "data"))
    database = open_database(folder / "minori.sqlite3")
    indexes = Indexes(folder / "indexes", database, analyser())
    assert found(indexes, "封筒", "封筒は手渡しする") == (["meet@2/1"], "meet@2/1")
    assert indexes.rebuilds == (2 if point == "lexical-written" else 1)
    indexes.close()
    database.close()
