"""What came in: claimed once, erased when it is done with, forgotten after a day, never waited for long."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import INBOX_BUSY_TIMEOUT_MS, reading, writing
from bot.adapters.storage.inbox import InboxRepository
from bot.adapters.storage.tables import inbox
from bot.errors import StorageError
from tests.databases import MakeAddress

NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)


@pytest.fixture
def database(database_address: str | Path) -> Iterator[Database]:
    opened = open_database(database_address)
    yield opened
    opened.close()


def test_an_id_is_claimed_once(database: Database) -> None:
    assert database.inbox.claim("a", "event", {"text": "一"})
    assert not database.inbox.claim("a", "event", {"text": "二"})
    assert database.inbox.claim("b", "event", {})
    assert [(item.id, item.body, item.attempts) for item in database.inbox.unfinished()] == [
        ("a", {"text": "一"}, 1),
        ("b", {}, 1),
    ]


def test_of_many_claims_at_once_one_wins(database: Database) -> None:
    won: list[bool] = []
    gate = threading.Barrier(8)

    def claim() -> None:
        gate.wait()
        won.append(database.inbox.claim("a", "event", {}))

    threads = [threading.Thread(target=claim) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == [False] * 7 + [True]


def test_what_is_finished_keeps_its_id_and_loses_its_words(database: Database) -> None:
    database.inbox.claim("a", "event", {"text": "秘密"})
    database.inbox.note_reply("a", "D1", "1.1")
    assert [item.reply for item in database.inbox.unfinished()] == [("D1", "1.1")]
    database.inbox.finish("a")
    assert database.inbox.unfinished() == []
    assert not database.inbox.claim("a", "event", {"text": "秘密"})
    with reading(database.engine) as connection:
        assert connection.execute(select(inbox.c.body)).scalar_one() == {}


def test_taking_up_counts_and_leaves_what_is_under_way(database: Database) -> None:
    for id in ("a", "b"):
        database.inbox.claim(id, "event", {})
    for attempts in (2, 3):
        with database.inbox.writing() as rows:
            found = rows.take_up_unfinished(underway={"a"})
        assert [(item.id, item.attempts) for item in found] == [("b", attempts)]


def test_ids_are_forgotten_a_day_after_the_end_and_no_sooner(database: Database) -> None:
    moment = [NOW]
    real = InboxRepository(database.engine, workspace_id="local", real_now=lambda: moment[0])
    for id in ("done", "waiting"):
        real.claim(id, "event", {})
    real.finish("done")
    swept = []
    for hours in (24, 1):
        moment[0] += timedelta(hours=hours)
        with real.writing() as rows:
            swept.append(rows.sweep())
    assert swept == [0, 1]
    assert [item.id for item in real.unfinished()] == ["waiting"]
    assert real.claim("done", "event", {})


def test_another_writer_is_waited_for_no_longer_than_the_platform_waits_for_us(tmp_path: Path) -> None:
    assert INBOX_BUSY_TIMEOUT_MS == 1_000
    database = open_database(tmp_path / "minori.sqlite3")
    with writing(database.engine), pytest.raises(StorageError, match="another process has been writing"):
        database.inbox.claim("a", "event", {})
    assert database.inbox.claim("a", "event", {})
    database.close()


def test_in_postgresql_what_comes_in_waits_for_no_other_writer(make_address: MakeAddress) -> None:
    database = open_database(make_address("postgresql"))
    with writing(database.engine):
        assert database.inbox.claim("a", "event", {})
    database.close()


def test_workspaces_do_not_see_each_other(database: Database) -> None:
    other = InboxRepository(database.engine, workspace_id="other", real_now=lambda: NOW)
    assert database.inbox.claim("a", "event", {})
    assert other.claim("a", "event", {})
    other.finish("a")
    assert len(database.inbox.unfinished()) == 1
