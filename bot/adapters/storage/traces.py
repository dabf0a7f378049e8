"""What deleted words leave behind in the files of SQLite.

Pages that are given up are overwritten at once (`secure_delete`), but the write-ahead log beside the database holds
pages as they were until it is begun anew, which it is by itself only after a thousand of them. PostgreSQL overwrites
in its own time (VACUUM).
"""

from __future__ import annotations

from sqlalchemy import Engine

from bot.adapters.storage.engine import plain_errors

_PATIENCE_MS = 100


def leave_no_traces(engine: Engine) -> bool:
    """Begin the log anew. False where somebody reads or writes at this moment: then once more, later. Raises
    StorageError."""
    if engine.dialect.name != "sqlite":
        return True
    with plain_errors():
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
