"""`minori doctor` on messages owed and on when the regular work last ran; and the whole command over PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.sentences import FluentSentences
from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import writing
from bot.cli.console import Terminal
from bot.cli.doctor_deliveries import examine_deliveries
from bot.cli.findings import Finding
from bot.core.nudges.silence import BACK, TICK
from bot.core.owed import Owed
from bot.settings import load_settings
from tests.cli.commands import minori
from tests.databases import LocalPostgreSQL, prepared_sqlite


@pytest.fixture
def database(data_dir: Path) -> Iterator[Database]:
    opened = open_database(prepared_sqlite(data_dir / "minori.sqlite3"))
    yield opened
    opened.close()


def findings(
    sentences: FluentSentences, database: Database, *, is_running: bool = True, later: timedelta = timedelta(0)
) -> dict[str, Finding]:
    terminal, now = Terminal(load_settings(), sentences), datetime.now(UTC) + later
    found = examine_deliveries(terminal, database, is_running=is_running, now=now)
    return {finding.what: finding for finding in found}


def test_what_is_owed_is_counted(sentences: FluentSentences, database: Database) -> None:
    with writing(database.engine) as connection:
        two = [Owed(kind="k", subject_id=name, occurrence="0", person="U1") for name in "ab"]
        owe(connection, two, workspace_id="local", at=datetime.now(UTC))
    found = findings(sentences, database)["deliveries"]
    assert "お届け待ち 2 件" in found.text
    assert not found.advice


def test_a_twin_is_said_with_what_to_do(sentences: FluentSentences, database: Database) -> None:
    database.deliveries.note_twin("d", conversation="D1", kept="1", removed="2", at=datetime.now(UTC))
    found = findings(sentences, database)["deliveries"]
    assert "二重に届いて消したもの 1 件" in found.text
    assert "MINORI_DELIVERY_WAIT_S" in found.advice


@pytest.mark.parametrize(
    ("minutes", "is_running", "is_warned"), [(1, True, False), (14, True, False), (16, True, True), (16, False, False)]
)
def test_regular_work_that_stopped_is_warned_of_while_a_server_runs(
    sentences: FluentSentences, database: Database, minutes: int, is_running: bool, is_warned: bool
) -> None:
    database.heartbeats.beat("deliveries")
    database.heartbeats.beat(TICK)
    later = timedelta(minutes=minutes)
    found = findings(sentences, database, is_running=is_running, later=later)["ticks"]
    assert f"deliveries -00:{minutes:02}:0" in found.text
    assert f"{TICK} -00:{minutes:02}:0" in found.text
    assert bool(found.advice) is is_warned
    assert found.is_well


def test_nothing_ran_yet(sentences: FluentSentences, database: Database) -> None:
    assert not findings(sentences, database)["ticks"].advice


def test_the_commands_work_over_postgresql(postgresql: LocalPostgreSQL, data_dir: Path) -> None:
    name = postgresql.create(empty=True)
    here = {"MINORI_DATABASE_URL": postgresql.url(name)}
    said = {row["what"]: row for row in minori("doctor", "--json", env=here).rows}
    assert said["database"]["ok"]
    assert said["ticks"]["ok"]
    asked = minori("ask", "展示会には何を持っていけばよいですか", "--json", env=here).rows
    assert asked
    refused = minori("backup", str(data_dir / "b.zip"), env=here, status=2)
    assert "pg_dump" in refused.err
    assert not (data_dir / "minori.sqlite3").exists()
    postgresql.drop(name)


def test_what_runs_again_after_a_silence_is_not_warned_of_for_ever(
    sentences: FluentSentences, database: Database
) -> None:
    database.heartbeats.beat(BACK)
    assert "nudges" not in findings(sentences, database, later=timedelta(hours=3))["ticks"].text
    database.heartbeats.beat(TICK)
    found = findings(sentences, database)["ticks"]
    assert "nudges " in found.text
    assert BACK not in found.text
