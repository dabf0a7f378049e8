"""Within one piece of work the records are read once; what is written there is seen at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import event

from bot.adapters.storage.database import Database, open_database
from bot.core.membership.models import Changes
from bot.core.people import Company, Member, Role
from tests.databases import prepared_sqlite

NOW = datetime(2026, 4, 1, tzinfo=UTC)
FIRM = Company(id="f1", name="北浜金属")
SATO = Member(id="p1", address="U1", name="佐藤", roles=frozenset({Role.MEMBER}), company=FIRM, added_at=NOW)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(prepared_sqlite(tmp_path / "minori.sqlite3"))
    database.people.change(lambda _: Changes(companies=(FIRM,), people=(SATO,)))
    yield database
    database.close()


@pytest.fixture
def statements(database: Database) -> list[str]:
    said: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    return said


def test_what_was_read_is_not_read_again_until_the_work_ends(database: Database, statements: list[str]) -> None:
    with database.memory.piece_of_work():
        assert database.people.by_id("p1") == database.people.by_id("p1") == SATO
        with database.memory.piece_of_work():
            database.people.by_id("p1")
        database.people.by_id("p1")
        assert sum("person" in one for one in statements) == 1
    database.people.by_id("p1")
    assert sum("person" in one for one in statements) == 2


def test_nobody_is_remembered_as_nobody(database: Database, statements: list[str]) -> None:
    with database.memory.piece_of_work():
        assert database.people.by_address("U9") is None
        assert database.people.by_address("U9") is None
    assert sum("person" in one for one in statements) == 1


def test_what_is_written_in_a_piece_of_work_is_seen_in_it(database: Database) -> None:
    with database.memory.piece_of_work():
        assert database.people.by_id("p1")
        database.people.change(lambda _: Changes(companies=(), people=(replace(SATO, name="鈴木"),)))
        after = database.people.by_id("p1")
    assert after is not None
    assert after.name == "鈴木"


def test_another_thread_remembers_nothing_of_it(database: Database, statements: list[str]) -> None:
    with database.memory.piece_of_work():
        database.people.by_id("p1")
        other = Thread(target=database.people.by_id, args=("p1",))
        other.start()
        other.join()
    assert sum("person" in one for one in statements) == 2
