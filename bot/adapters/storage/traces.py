"""What deleted words leave behind in the files of a database.

SQLite: pages that are given up are overwritten at once (`secure_delete`), but the write-ahead log beside the database
holds pages as they were until it is begun anew, which it is by itself only after a thousand of them.

PostgreSQL keeps rows that were deleted until it vacuums, and their bytes in the pages for longer: the tables are
written anew. Its own write-ahead log is recycled in its own time, and an archive of it is a backup.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, exists, func, select, text
from sqlalchemy.exc import OperationalError

from bot.adapters.storage.engine import plain_errors, reading
from bot.adapters.storage.tables import (
    inbox,
    value_card,
    value_card_sharing,
    value_card_use,
    value_card_version,
    value_walk,
    value_walk_change,
)
from bot.adapters.storage.tables.columns import UtcDateTime

PASSES = 2
"""How often the files are looked after: the press that deletes quotes what it deletes, and is in the inbox until it has
been handled."""
_PATIENCE_MS = 100
_WAITING = "waiting"
_SMALL = (value_walk, value_walk_change, value_card, value_card_version, value_card_use, value_card_sharing)
_OLDER = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND backend_xmin IS NOT NULL AND xact_start < :since"
)


class Traces:
    """Has them overwritten after a deletion, as often as needed. Each call raises StorageError."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # A program that was killed may have left some behind.
        self._passes, self._since = 1, datetime(2000, 1, 1, tzinfo=UTC)

    def left(self) -> None:
        """Words were deleted just now."""
        self._passes, self._since = PASSES, self._moment()
        leave_no_traces(self._engine)

    def look(self) -> int:
        """Have them overwritten; where somebody is at work there, the next time. Returns how often it was done."""
        if not self._passes:
            return 0
        is_done = leave_no_traces(self._engine, since=self._since)
        # What came in before the deletion and is under way is written down with what it quotes.
        if is_done and not self._is_quoted():
            self._passes -= 1
        return int(is_done)

    def _is_quoted(self) -> bool:
        before = inbox.c.state == _WAITING, inbox.c.received_at <= self._since
        with reading(self._engine) as connection:
            return bool(connection.execute(select(exists().where(*before))).scalar())

    def _moment(self) -> datetime:
        """By the clock of the database, or of this machine where that is the same."""
        if self._engine.dialect.name != "postgresql":
            return datetime.now(UTC)
        with reading(self._engine) as connection:
            now: datetime = connection.execute(select(func.clock_timestamp(type_=UtcDateTime))).scalar_one()
        return now


def leave_no_traces(engine: Engine, *, since: datetime | None = None) -> bool:
    """Overwrite what was deleted. False where somebody reads or writes at this moment, or on PostgreSQL still sees
    what was there `since`: then once more, later. Raises StorageError."""
    with plain_errors():
        return _written_anew(engine, since) if engine.dialect.name == "postgresql" else _log_begun_anew(engine)


def _log_begun_anew(engine: Engine) -> bool:
    # Not by a transaction: inside of one the log cannot be begun anew.
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        is_busy = bool(cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
        cursor.execute(f"PRAGMA busy_timeout = {usual}")
        cursor.close()
    finally:
        connection.close()
    return not is_busy


def _written_anew(engine: Engine, since: datetime | None) -> bool:
    """A row that some reader still sees is kept; and whoever is at work in a table is waited for, but not long."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if since is not None and _is_seen(connection, since):
            return False
        usual = connection.exec_driver_sql("SHOW lock_timeout").scalar()
        connection.exec_driver_sql(f"SET lock_timeout = {_PATIENCE_MS}")
        try:
            return all(_vacuumed(connection, table.name) for table in _SMALL)
        finally:
            connection.exec_driver_sql(f"SET lock_timeout = '{usual}'")


def _is_seen(connection: Connection, since: datetime) -> bool:
    return bool(connection.execute(text(_OLDER), {"since": since}).scalar())


def _vacuumed(connection: Connection, table: str) -> bool:
    # The names are the tables above. FULL: a plain one leaves the bytes in the pages.
    try:
        connection.exec_driver_sql(f"VACUUM (FULL) {table}")
    except OperationalError as error:
        if getattr(error.orig, "sqlstate", "") != "55P03":
            raise
        return False
    return True
