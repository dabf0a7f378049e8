"""Within one piece of work the records are read once, in one snapshot; what is written there is seen at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import event

from bot.adapters.storage.database import Database, open_database
from bot.core.meetings.issues import Issue, IssueKind
from bot.core.meetings.models import Change, ChangeKind, Encounter
from tests.databases import prepared_sqlite

NOW = datetime(2026, 4, 1, tzinfo=UTC)
FAIR = Encounter(
    id="e1",
    company_id="f1",
    owner_id="p1",
    created_by="p1",
    created_at=NOW,
    updated_at=NOW,
    last_contact_on=date(2026, 4, 1),
    partner="丹波製作所",
)
VISIT = replace(FAIR, id="e2", partner="若葉鉄工")


def change(one: Encounter, version: int) -> Change:
    return Change(
        id=f"{one.id}-{version}", encounter_id=one.id, kind=ChangeKind.CORRECTED, by_id="p1", at=NOW, detail={}
    )


def correct(database: Database, one: Encounter, **values: object) -> bool:
    """Change it as it stands in the database."""
    before = database.encounters.by_id(one.id)
    assert before is not None
    after = replace(before, version=before.version + 1, **values)  # type: ignore[arg-type]
    return database.encounters.change(before, after, change=change(after, after.version), scheduled=[])


def partner(database: Database, id: str = "e1") -> str:
    found = database.encounters.by_id(id)
    return found.partner if found else ""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return prepared_sqlite(tmp_path / "minori.sqlite3")


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = open_database(path)
    for one in (FAIR, VISIT):
        database.encounters.add(one, change=change(one, 1), scheduled=[])
    yield database
    database.close()


@pytest.fixture
def other(path: Path, database: Database) -> Iterator[Database]:
    """Another program with the same database."""
    other = open_database(path)
    yield other
    other.close()


@pytest.fixture
def statements(database: Database) -> list[str]:
    said: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    return said


def reads(statements: list[str]) -> int:
    return sum("FROM encounter" in one for one in statements)


def test_what_was_read_is_not_read_again_until_the_work_ends(database: Database, statements: list[str]) -> None:
    with database.memory.piece_of_work():
        assert database.encounters.by_id("e1") == database.encounters.by_id("e1") == FAIR
        with database.memory.piece_of_work():
            database.encounters.by_id("e1")
        database.encounters.by_id("e1")
        assert reads(statements) == 1
    database.encounters.by_id("e1")
    assert reads(statements) == 2


def test_nothing_is_remembered_as_nothing(database: Database, statements: list[str]) -> None:
    with database.memory.piece_of_work():
        assert database.encounters.by_id("e9") is None
        assert database.encounters.by_id("e9") is None
    assert reads(statements) == 1


def test_what_has_no_issue_and_no_request_is_not_asked_for_them(database: Database, statements: list[str]) -> None:
    with database.memory.piece_of_work():
        database.encounters.by_id("e1")
        assert not database.encounters.issues("e1")
        assert not database.encounters.requests("e1")
    assert reads(statements) == len(statements) == 1


def test_looking_ahead_reads_what_is_not_known_yet(database: Database, statements: list[str]) -> None:
    correct(database, VISIT, partner="若葉工業")
    with database.memory.piece_of_work():
        database.encounters.by_id("e1")
        statements.clear()
        database.encounters.look_ahead(["e1", "e2", "e9"])
        seen = len(statements)
        assert partner(database, "e2") == "若葉工業"
        assert database.encounters.by_id("e9") is None
        assert [one.id for one in database.encounters.changes("e2")] == ["e2-1", "e2-2"]
        assert len(statements) == seen == 2


def test_what_is_written_in_a_piece_of_work_is_seen_in_it(database: Database) -> None:
    with database.memory.piece_of_work():
        assert partner(database) == "丹波製作所"
        assert len(database.encounters.changes("e1")) == 1
        assert correct(database, FAIR, partner="丹波産業")
        assert partner(database) == "丹波産業"
        assert len(database.encounters.changes("e1")) == 2


def test_an_issue_that_is_opened_in_a_piece_of_work_is_seen_in_it(database: Database) -> None:
    issue = Issue(
        id="i1",
        encounter_id="e1",
        kind=IssueKind.COST,
        text="単価",
        owner_id="p1",
        due_on=None,
        opened_on=date(2026, 4, 1),
    )
    with database.memory.piece_of_work():
        assert not database.encounters.issues("e1")
        after = replace(FAIR, version=2)
        database.encounters.change(FAIR, after, change=change(after, 2), scheduled=[], issues=[issue])
        assert list(database.encounters.issues("e1")) == [issue]


def test_one_piece_of_work_sees_one_picture(database: Database, other: Database) -> None:
    with database.memory.piece_of_work():
        assert partner(database) == "丹波製作所"
        assert correct(other, VISIT, partner="若葉工業")
        assert partner(database, "e2") == "若葉鉄工"
    assert partner(database, "e2") == "若葉工業"


def test_what_was_changed_meanwhile_is_not_written_over_and_is_seen_then(database: Database, other: Database) -> None:
    with database.memory.piece_of_work():
        assert partner(database) == "丹波製作所"
        assert correct(other, FAIR, partner="丹波産業")
        assert not correct(database, FAIR, partner="丹波商会")
        assert partner(database) == "丹波産業"
        assert correct(database, FAIR, partner="丹波商会")
    assert partner(other) == "丹波商会"


def test_another_thread_remembers_nothing_of_it(database: Database, statements: list[str]) -> None:
    with database.memory.piece_of_work():
        database.encounters.by_id("e1")
        reader = Thread(target=database.encounters.by_id, args=("e1",))
        reader.start()
        reader.join()
    assert reads(statements) == 2
