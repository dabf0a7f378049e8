"""Whatever is done to a row of the audit log behind the program's back is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import column, delete, event, select, table, update

from bot.adapters.storage.audit import hash_of, keep_all_audited
from bot.adapters.storage.audit_chain import AuditChain, Fault, FaultKind
from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import make_engine, writing
from bot.adapters.storage.migrating import migrate
from bot.adapters.storage.tables import audit
from bot.core.audited import Audited, Looked, Looking
from bot.core.people import Company, Member
from tests.databases import MakeAddress

NOW = datetime(2026, 11, 20, 1, 0, 0, 123456, tzinfo=UTC)
COUNT = 5
ROWS = range(1, COUNT + 1)
FIELDS = {
    "id": "other",
    "at": NOW + timedelta(days=1),
    "by_id": "other",
    "action": "other",
    "subject_kind": "other",
    "subject_id": "other",
    "company_id": None,
    "previous": "0" * 64,
    "hash": "0" * 64,
}


def line(number: int) -> Audited:
    return Audited(
        id=f"a{number}",
        at=NOW + timedelta(seconds=number),
        by_id="tanaka",
        action="seen",
        subject_kind="encounter",
        subject_id=f"e{number}",
        company_id="aoi",
    )


@pytest.fixture
def database(make_address: MakeAddress) -> Iterator[Database]:
    opened = open_database(make_address("sqlite"))
    opened.audit.append([line(number) for number in ROWS])
    yield opened
    opened.close()


@pytest.fixture
def chain(database: Database, tmp_path: Path) -> AuditChain:
    made = AuditChain(database.audit, workspace_id="local", file=tmp_path / "keys" / "audit-head.json")
    assert made.note()
    return made


def done(database: Database, statement: Any) -> None:
    with writing(database.engine) as connection:
        assert connection.execute(statement).rowcount == 1


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_log_that_was_only_appended_to_is_whole(kind: str, make_address: MakeAddress, tmp_path: Path) -> None:
    database = open_database(make_address(kind))
    chain = AuditChain(database.audit, workspace_id="local", file=tmp_path / "head.json")
    for number in ROWS:
        database.audit.append([line(number), line(1)])
        assert chain.note()
    assert chain.faults() == []
    assert list(database.audit.lines()) == [line(number) for number in ROWS]
    assert [one.number for one in database.audit.chain()] == list(ROWS)
    database.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_many_lines_are_appended_at_once_as_each_would_be(kind: str, make_address: MakeAddress) -> None:
    database = open_database(make_address(kind))
    database.audit.append([line(1)])
    told: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda _c, _u, statement, *_: told.append(statement))
    with writing(database.engine) as connection:
        lines = [line(number) for number in (2, 1, *range(3, 1201), 2)]
        keep_all_audited(connection, lines, workspace_id="local")
    assert list(database.audit.lines()) == [line(number) for number in (1, 2, *range(3, 1201))]
    assert [one.number for one in database.audit.chain()] == list(range(1, 1201))
    assert AuditChain(database.audit, workspace_id="local", file=None).faults() == []
    assert sum(" audit " in one.replace("(", " ").replace("\n", " ") for one in told) < 20
    database.close()


@pytest.mark.parametrize("number", ROWS)
@pytest.mark.parametrize("field", FIELDS)
def test_an_altered_row_is_found(database: Database, chain: AuditChain, number: int, field: str) -> None:
    done(database, update(audit).where(audit.c.number == number).values({field: FIELDS[field]}))
    assert Fault(kind=FaultKind.ALTERED, number=number) in chain.faults()


@pytest.mark.parametrize("number", ROWS)
def test_a_deleted_row_is_found(database: Database, chain: AuditChain, number: int) -> None:
    done(database, delete(audit).where(audit.c.number == number))
    kind = FaultKind.CUT_OFF if number == COUNT else FaultKind.MISSING
    assert chain.faults() == [Fault(kind=kind, number=number)]


@pytest.mark.parametrize("one", ROWS)
@pytest.mark.parametrize("other", ROWS)
def test_rows_that_changed_places_are_found(database: Database, chain: AuditChain, one: int, other: int) -> None:
    if one >= other:
        return
    for was, to in ((one, 99), (other, one), (99, other)):
        done(database, update(audit).where(audit.c.number == was).values(number=to))
    found = chain.faults()
    assert {fault.number for fault in found} >= {one, other}


@pytest.mark.parametrize("number", ROWS)
def test_a_row_that_was_altered_with_its_hash_is_found(database: Database, chain: AuditChain, number: int) -> None:
    kept = database.audit.chain()[number - 1]
    forged = replace(kept.audited, by_id="other")
    own = hash_of(forged, number=number, previous=kept.previous, workspace_id="local")
    done(database, update(audit).where(audit.c.number == number).values(by_id="other", hash=own))
    assert chain.faults()


def test_a_log_that_was_written_anew_altogether_is_found_by_the_note(database: Database, chain: AuditChain) -> None:
    with writing(database.engine) as connection:
        connection.execute(delete(audit))
    database.audit.append([replace(line(number), by_id="other") for number in ROWS])
    assert chain.faults() == [Fault(kind=FaultKind.CUT_OFF, number=COUNT)]


@pytest.mark.parametrize("left", range(COUNT))
def test_a_log_without_its_end_is_found_and_not_noted(database: Database, chain: AuditChain, left: int) -> None:
    with writing(database.engine) as connection:
        connection.execute(delete(audit).where(audit.c.number > left))
    database.audit.append([replace(line(9), subject_id="later")])
    assert not chain.note()
    assert Fault(kind=FaultKind.CUT_OFF, number=COUNT) in chain.faults()
    assert chain.note(anew=True)
    assert chain.faults() == []


def test_rows_from_before_the_chain_are_chained(tmp_path: Path) -> None:
    path = tmp_path / "minori.sqlite3"
    engine = make_engine(path)
    migrate(engine, to="0009")
    names = ("id", "at", "by_id", "action", "subject_kind", "subject_id", "company_id")
    old = table("audit", column("workspace_id"), *(column(name, audit.c[name].type) for name in names))
    with writing(engine) as connection:
        for number in (2, 1, 3):
            values = {name: getattr(line(number), name) for name in names} | {"workspace_id": "local"}
            connection.execute(old.insert(), values)
    engine.dispose()
    database = open_database(path)
    assert AuditChain(database.audit, workspace_id="local", file=None).faults() == []
    database.audit.append([line(4)])
    assert [one.audited for one in database.audit.chain()] == [line(number) for number in range(1, 5)]
    assert AuditChain(database.audit, workspace_id="local", file=None).faults() == []
    database.close()


def test_a_look_at_another_firm_is_kept_once_a_day(database: Database) -> None:
    now = [NOW]
    looks = Looking(database.audit.append, now=lambda: now[0])
    firm = Company(id="umi", name="海野")
    viewer = Member(id="sato", address="U1", name="佐藤", company=firm)
    for _ in range(3):
        looks(viewer, action=Looked.SEEN, kind="value_card", id="c1", company_id="aoi")
    looks(viewer, action=Looked.SEEN, kind="value_card", id="c2", company_id="umi")
    looks(viewer, action=Looked.FILES, kind="value_card", id="c2", company_id="umi")
    now[0] += timedelta(days=1)
    looks(viewer, action=Looked.SEEN, kind="value_card", id="c1", company_id="aoi")
    # A program that begins anew does not keep it again.
    Looking(database.audit.append, now=lambda: now[0])(
        viewer, action=Looked.SEEN, kind="value_card", id="c1", company_id="aoi"
    )
    kept = [(one.action, one.subject_id) for one in database.audit.lines()][COUNT:]
    assert kept == [("seen", "c1"), ("files", "c2"), ("seen", "c1")]
    with database.engine.connect() as connection:
        assert connection.execute(select(audit.c.number)).scalars().all()[-1] == COUNT + 3
