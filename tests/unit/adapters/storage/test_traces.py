"""Deleted words are in no file of the database any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import reading
from bot.adapters.storage.tables import value_walk
from bot.adapters.storage.traces import Traces, leave_no_traces
from tests.databases import MakeAddress, prepared_sqlite

WORDS = b"zirkon-7781"
MOMENT = datetime(2026, 11, 21, tzinfo=UTC)


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


def test_after_a_deletion_it_is_done_twice_and_never_while_the_press_is_under_way(
    database: Database, tmp_path: Path
) -> None:
    """The press that deletes quotes what it deletes, and is in the inbox until it has been handled."""
    traces = Traces(database.engine)
    assert traces.look() == 1  # what a killed program left behind
    written_and_deleted(database)
    database.inbox.claim("press", "action", {"quotes": WORDS.decode()})

    traces.left()
    assert [traces.look() for _ in range(5)] == [1] * 5
    database.inbox.finish("press")
    assert [traces.look() for _ in range(3)] == [1, 1, 0]

    assert WORDS not in files(tmp_path)


def test_an_old_snapshot_on_postgresql_is_waited_for(make_address: MakeAddress) -> None:
    """What somebody still sees is kept for them; once they are through, the bytes are in no file of the tables."""
    database = open_database(make_address("postgresql"))
    try:
        walk = {"workspace_id": "local", "id": "w", "company_id": "c", "owner_id": "o", "typist_id": "", "asked_id": ""}
        place = {"conversation": WORDS.decode(), "thread": "", "state": "open", "updated_at": MOMENT, "version": 1}
        with database.engine.connect() as connection, connection.begin():
            connection.execute(insert(value_walk), {**walk, **place, "body": {}, "made_version": 0})
        with reading(database.engine) as reader:
            assert reader.execute(select(value_walk)).all()
            with database.engine.connect() as connection, connection.begin():
                connection.execute(delete(value_walk))
            traces = Traces(database.engine)
            traces.left()
            assert traces.look() == 0
            assert WORDS in heap(database)
        assert [traces.look() for _ in range(3)] == [1, 1, 0]
        assert WORDS not in heap(database)
    finally:
        database.close()


def heap(database: Database) -> bytes:
    """The file of the table, as the server has it on disk."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CHECKPOINT")
        folder = connection.exec_driver_sql("SHOW data_directory").scalar()
        place = connection.exec_driver_sql("SELECT pg_relation_filepath('value_walk')").scalar()
    return (Path(str(folder)) / str(place)).read_bytes()
