from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from bot.adapters.storage.database import open_database
from bot.adapters.storage.engine import make_engine, reading
from bot.adapters.storage.keeping import backup, restore
from bot.adapters.storage.migrating import SCRIPTS, known_revisions, migrate
from bot.adapters.storage.tables import HEAD, metadata
from bot.errors import StorageError


def test_head_is_the_newest_migration_and_all_are_in_the_package() -> None:
    assert known_revisions()[-1] == HEAD
    package = Path(__file__).parents[4] / "bot"
    assert SCRIPTS.is_relative_to(package)


def test_migrations_build_exactly_the_tables_of_the_metadata(tmp_path: Path) -> None:
    database = open_database(tmp_path / "minori.sqlite3")
    with reading(database.engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "target_metadata": metadata})
        assert compare_metadata(context, metadata) == []
    database.close()


def test_every_row_carries_its_workspace() -> None:
    assert [table.name for table in metadata.sorted_tables if "workspace_id" not in table.c] == []


def test_the_tables_can_be_made_in_postgresql() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert "CREATE" in str(CreateIndex(index).compile(dialect=dialect))


def test_opening_twice_migrates_once(tmp_path: Path) -> None:
    path = tmp_path / "minori.sqlite3"
    open_database(path).close()
    before = path.read_bytes()
    open_database(path).close()
    assert path.read_bytes() == before


def test_a_database_of_a_newer_minori_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "minori.sqlite3"
    open_database(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StorageError) as newer:
        open_database(path)
    assert "newer Minori" in newer.value.reason


@pytest.mark.parametrize("revision", known_revisions())
def test_a_backup_of_every_schema_is_restored_and_brought_up_to_date(tmp_path: Path, revision: str) -> None:
    source, target = tmp_path / "old" / "minori.sqlite3", tmp_path / "new" / "minori.sqlite3"
    engine = make_engine(source)
    migrate(engine, to=revision)
    engine.dispose()
    with sqlite3.connect(source) as connection:
        connection.execute("INSERT INTO guide (workspace_id, id, created_at) VALUES ('local', '出会い', '2026-10-01')")
        connection.execute("INSERT INTO corpus (workspace_id, revision) VALUES ('local', 7)")
    connection.close()
    report = backup(source, to=tmp_path / "backup.zip")
    assert (report.guides, report.corpus_revision) == (1, 7)
    assert restore(target, backup_file=tmp_path / "backup.zip").guides == 1
    database = open_database(target)
    assert database.corpus_revision() == 7
    assert [problem.key for problem in database.check()] == []
    database.close()
