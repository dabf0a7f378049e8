"""What is PostgreSQL's own: migrating at once, whose clock counts, who waits for whom, its errors in plain words."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event, select, text

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import insert_once, make_engine, reading, upsert, writing
from bot.adapters.storage.keeping import backup
from bot.adapters.storage.tables import corpus, metadata
from bot.core.owed import Owed
from bot.errors import StorageError, UsageError
from tests.databases import LocalPostgreSQL

LEASE = timedelta(seconds=40)
WAIT = timedelta(seconds=60)


@pytest.fixture
def url(postgresql: LocalPostgreSQL) -> Iterator[str]:
    name = postgresql.create()
    yield postgresql.url(name)
    postgresql.drop(name)


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    opened = open_database(url)
    yield opened
    opened.close()


def open_and_close(url: str) -> None:
    open_database(url).close()


def test_migrations_build_exactly_the_tables_of_the_metadata(database: Database) -> None:
    with reading(database.engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "target_metadata": metadata})
        assert compare_metadata(context, metadata) == []


def test_four_processes_migrate_at_once_and_all_succeed(postgresql: LocalPostgreSQL) -> None:
    name = postgresql.create(empty=True)
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=open_and_close, args=(postgresql.url(name),)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    database = open_database(postgresql.url(name))
    assert database.check() == []
    database.close()
    postgresql.drop(name)


def test_the_servers_clock_says_when_a_lease_ends(database: Database) -> None:
    with writing(database.engine) as connection:
        owe(connection, [Owed(kind="k", subject_id="s", occurrence="0", person="U1")], workspace_id="local", at=NOW)
    fast, slow = (datetime.now(UTC) + timedelta(days=days) for days in (1, -1))
    taken = database.deliveries.claim(token="a", now=fast, until=fast + LEASE)
    assert taken is not None
    assert taken.lease_until is not None
    assert abs(taken.lease_until - (datetime.now(UTC) + LEASE)) < timedelta(seconds=20)
    # A host whose clock is a day ahead does not think that the lease is over, nor one that is a day behind.
    for now in (fast, slow):
        assert database.deliveries.doubtful(ended_before=now - WAIT, now=now) == []
        long_after = LEASE + timedelta(seconds=30)
        (doubtful,) = database.deliveries.doubtful(ended_before=now + long_after, now=now)
        assert doubtful.id == taken.id


NOW = datetime(2026, 11, 24, tzinfo=UTC)


def test_a_claim_waits_for_no_other_claim(database: Database) -> None:
    both = [Owed(kind="k", subject_id=subject, occurrence="0", person="U1") for subject in ("a", "b")]
    with writing(database.engine) as connection:
        owe(connection, both, workspace_id="local", at=NOW)
    now = datetime.now(UTC)
    seen: list[str] = []

    def claim_beside(*_: object) -> None:
        if not seen:
            seen.append("")
            taken = database.deliveries.claim(token="second", now=now, until=now + LEASE)
            seen[0] = taken.owed.subject_id if taken else "none"

    # The second claim comes while the first has its row and is not committed.
    event.listen(database.engine, "commit", claim_beside)
    first = database.deliveries.claim(token="first", now=now, until=now + LEASE)
    event.remove(database.engine, "commit", claim_beside)
    assert first is not None
    assert sorted([first.owed.subject_id, *seen]) == ["a", "b"]


def test_one_writer_at_a_time_and_the_other_says_why_it_gave_up(url: str) -> None:
    first, second = make_engine(url), make_engine(url, busy_timeout_ms=50)
    with writing(first), pytest.raises(StorageError, match="another process has been writing"), writing(second):
        pytest.fail("two writers at once")
    with writing(first), writing(second, beside_others=True) as connection:
        assert insert_once(connection, corpus, {"workspace_id": "local", "revision": 1})
    for engine in (first, second):
        engine.dispose()


def test_a_row_is_inserted_once_and_overwritten_on_both_databases(database_address: str | Path) -> None:
    database = open_database(database_address)
    row = {"workspace_id": "local", "revision": 1}
    with writing(database.engine) as connection:
        assert insert_once(connection, corpus, row)
        assert not insert_once(connection, corpus, {**row, "revision": 2})
        assert connection.execute(select(corpus.c.revision)).scalars().all() == [1]
        upsert(connection, corpus, {**row, "revision": 3}, key=("workspace_id",))
        upsert(connection, corpus, {"workspace_id": "other", "revision": 4}, key=("workspace_id",))
        assert sorted(connection.execute(select(corpus.c.revision)).scalars()) == [3, 4]
    database.close()


def test_a_server_that_is_not_there_and_a_database_that_does_not_exist(postgresql: LocalPostgreSQL) -> None:
    with pytest.raises(StorageError, match="does not exist; create it first"):
        open_database(postgresql.url("nowhere"))
    with pytest.raises(StorageError, match="does not answer") as nobody:
        open_database("postgresql+psycopg://minori:geheim@/minori?host=/nowhere")
    assert "geheim" not in str(nobody.value)


def test_a_connection_that_broke_is_said_plainly_and_the_next_one_is_new(database: Database) -> None:
    cut = text("SELECT pg_terminate_backend(pg_backend_pid())")
    with pytest.raises(StorageError, match="try again"), writing(database.engine) as connection:
        connection.execute(cut)
    assert database.corpus_revision() == 0


def test_another_kind_of_database_and_a_missing_driver_are_said_plainly() -> None:
    for address in ("mysql://localhost/minori", "nonsense://localhost/minori"):
        with pytest.raises(StorageError, match="SQLite or PostgreSQL"):
            make_engine(address)


def test_a_backup_says_that_it_is_not_for_postgresql(url: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        backup(url, to=tmp_path / "backup.zip")
    assert refused.value.key == "storage-backup-sqlite-only"
    assert not (tmp_path / "backup.zip").exists()
