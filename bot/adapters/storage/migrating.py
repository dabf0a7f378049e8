"""Brings a database to the newest schema, in one transaction: a kill in the middle leaves the old schema."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.tables import HEAD
from bot.errors import StorageError

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(engine: Engine, *, to: str = HEAD) -> None:
    """Upgrade to a revision. Raises StorageError, also for a database of a newer Minori."""
    with reading(engine) as connection:
        present = schema_revision(connection)
    if present == to:
        return
    # One writer at a time, on PostgreSQL by an advisory lock: of two that migrate at once, the second finds it done.
    with writing(engine) as connection:
        _upgrade(connection, to)
    if present is not None:
        _overwrite(engine)


def _overwrite(engine: Engine) -> None:
    """What was plain before and is sealed now must not be left in pages that were given up. PostgreSQL overwrites in
    its own time."""
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def schema_revision(connection: Connection) -> str | None:
    """Return the revision of the schema, or None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def known_revisions() -> list[str]:
    """Return every revision, oldest first."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(SCRIPTS))
    return [script.revision for script in reversed(list(scripts.walk_revisions()))]


def _upgrade(connection: Connection, to: str) -> None:
    # Alembic is slow to import, and a database that is up to date never needs it.
    from alembic import command
    from alembic.config import Config

    present = schema_revision(connection)
    if present is not None and present not in known_revisions():
        raise StorageError("database", "it was written by a newer Minori; install that version or restore a backup")
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
