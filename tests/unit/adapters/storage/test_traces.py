"""Deleted words are in no file of the database any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.traces import leave_no_traces
from tests.databases import prepared_sqlite

WORDS = b"zirkon-7781"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(prepared_sqlite(tmp_path / "minori.sqlite3"))
    yield opened
    opened.close()


def written_and_deleted(database: Database) -> None:
    database.walks.keep_script("d1", WORDS.decode() * 400)
    with database.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("DELETE FROM value_walk_script")


def files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("minori.sqlite3*")))


def test_what_was_deleted_is_in_the_log_until_it_is_begun_anew(database: Database, tmp_path: Path) -> None:
    written_and_deleted(database)
    assert WORDS in files(tmp_path)

    assert leave_no_traces(database.engine)

    assert WORDS not in files(tmp_path)


def test_while_somebody_reads_it_is_put_off(database: Database, tmp_path: Path) -> None:
    written_and_deleted(database)
    with closing(sqlite3.connect(tmp_path / "minori.sqlite3")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM value_walk_script").fetchone()
        assert not leave_no_traces(database.engine)
        reader.execute("ROLLBACK")

    assert leave_no_traces(database.engine)
    assert WORDS not in files(tmp_path)


def test_afterwards_one_waits_for_others_as_before(database: Database) -> None:
    leave_no_traces(database.engine)
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 10_000
