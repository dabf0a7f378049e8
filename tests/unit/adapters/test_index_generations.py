"""A process that serves for months opens a new build at each change of the guides and holds none of the former ones."""

from __future__ import annotations

import gc
from pathlib import Path

from bot.adapters.indexes import Indexes
from bot.adapters.lexical_index import TantivyIndex
from bot.adapters.storage.database import Database, open_database
from bot.adapters.vector_index import ChromaIndex
from tests.fakes.corpus import analyser, publish, small_database


def alive(*kinds: type[object]) -> list[int]:
    """How many of each kind this process still holds. Numbers of instances, as memory says little of who holds it."""
    gc.collect()
    everything = gc.get_objects()
    return [sum(type(one) is kind for one in everything) for kind in kinds]


def test_builds_that_were_replaced_are_let_go(tmp_path: Path) -> None:
    database = small_database(tmp_path)
    lexical, vector = alive(TantivyIndex, ChromaIndex)
    indexes = Indexes(tmp_path / "indexes", database, analyser())
    for number in range(4):
        publish(database, "meet", [f"会う前に目的を{number}行で書く。"])
        assert indexes.serving(wait=True).is_whole
    assert indexes.rebuilds == 8
    assert alive(TantivyIndex, ChromaIndex) == [lexical + 1, vector + 1]
    indexes.close()
    assert alive(TantivyIndex, ChromaIndex) == [lexical, vector]
    database.close()


def test_whoever_opens_and_closes_again_and_again_holds_nothing(tmp_path: Path) -> None:
    small_database(tmp_path).close()
    before = alive(Indexes, Database, TantivyIndex, ChromaIndex)
    for _ in range(3):
        _opened_and_closed(tmp_path)
    assert alive(Indexes, Database, TantivyIndex, ChromaIndex) == before


def _opened_and_closed(folder: Path) -> None:
    database = open_database(folder / "minori.sqlite3")
    indexes = Indexes(folder / "indexes", database, analyser())
    assert indexes.serving(wait=True).is_whole
    indexes.close()
    database.close()
