"""Connections, and the rules they keep (RELIABILITY: measured with SQLite 3.40).

SQLite: `isolation_level=None`, so that pysqlite never opens a transaction of its own; BEGIN IMMEDIATE for every
write and BEGIN for a read (one snapshot); WAL, synchronous=FULL, foreign keys on, ten seconds of patience. With a
plain BEGIN, 437 of 480 read-then-write transactions failed at once; with BEGIN IMMEDIATE none did.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.adapters.storage.turns import WriterTurns
from bot.errors import StorageError

BUSY_TIMEOUT_MS = 10_000
# What comes in has to be written down within the three seconds in which a platform wants to hear of it.
INBOX_BUSY_TIMEOUT_MS = 1_000
_WRITES, _TURN = "minori_writes", "minori_turn"

_PLAIN_REASONS = (
    ("database or disk is full", "the disk is full; free some space and run the command again"),
    ("readonly database", "the data folder cannot be written to; check its permissions"),
    ("unable to open database file", "the database file cannot be opened; check the data folder and its permissions"),
    ("database is locked", "another process has been writing for over ten seconds; try again, or stop the other one"),
    ("malformed", "the database file is damaged; restore a backup with `minori restore`"),
    ("file is not a database", "the database file is damaged; restore a backup with `minori restore`"),
    ("disk i/o error", "the disk refused to read or write; check the disk and its free space"),
)


def make_engine(url_or_path: str | Path, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Engine:
    """Return an engine for a path (SQLite) or a database URL. Nothing is opened yet; the folder is made if absent.

    `busy_timeout_ms`: how long SQLite waits for another writer.

    Parameters never appear in error texts or logs: they may be people's words.
    """
    url = database_url(url_or_path)
    path = sqlite_path(url)
    if path is not None:
        _make_folder(path.parent)
    engine = create_engine(
        url, hide_parameters=True, json_serializer=partial(json.dumps, ensure_ascii=False), pool_pre_ping=path is None
    )
    if path is not None:
        event.listen(engine, "connect", partial(_prepare_sqlite, busy_timeout_ms))
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def database_url(url_or_path: str | Path) -> str:
    """Return the URL; a path becomes a SQLite URL."""
    text = str(url_or_path)
    return text if "://" in text else f"sqlite+pysqlite:///{Path(text).absolute()}"


def sqlite_path(url_or_path: str | Path) -> Path | None:
    """Return the database file, or None for another kind of database."""
    url = make_url(database_url(url_or_path))
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database or url.database == ":memory:":
        raise StorageError("database", "a database in memory keeps nothing; give a file")
    return Path(url.database)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent snapshot; nothing is kept of what is written in it. Raises StorageError."""
    with plain_errors(), engine.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


def take_turns(engine: Engine, turns: WriterTurns, *, goes_first: bool = False, patience_ms: int) -> None:
    """Have whoever writes through this SQLite engine wait for their turn; nothing for other databases."""
    if sqlite_path(engine.url.render_as_string(hide_password=False)) is not None:
        turn = partial(turns.turn, goes_first=goes_first, patience_s=patience_ms / 1000)
        engine.update_execution_options(**{_TURN: turn})


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One write transaction: committed at the end, undone by any exception. Raises StorageError."""
    turn: Callable[[], AbstractContextManager[None]] = engine.get_execution_options().get(_TURN, nullcontext)
    with plain_errors(), _waited_for(turn), engine.connect() as connection:
        connection.execution_options(**{_WRITES: True})
        with connection.begin():
            yield connection


@contextmanager
def _waited_for(turn: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    """The turn, held. Its own time-out becomes what SQLite says then; no other one is touched."""
    with ExitStack() as held:
        try:
            held.enter_context(turn())
        except TimeoutError:
            raise StorageError("database", sqlite_reason("database is locked", "")) from None
        yield


def for_writing(connection: Connection) -> Connection:
    """Mark a fresh connection so that its transaction is a write from the first statement."""
    return connection.execution_options(**{_WRITES: True})


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn the errors of SQLAlchemy and the driver into a StorageError with a plain reason."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StorageError("database", plain_reason(error)) from error


def plain_reason(error: Exception) -> str:
    """Say what is wrong and what to do; never a statement or its parameters."""
    return sqlite_reason(str(error.orig if isinstance(error, DBAPIError) else error), type(error).__name__)


def sqlite_reason(said: str, kind: str) -> str:
    """What SQLite said in plain words, or the kind of error where it is not known."""
    for sign, reason in _PLAIN_REASONS:
        if sign in said.lower():
            return reason
    return f"unexpected failure ({kind})"


@contextmanager
def opening_lock(path: Path) -> Iterator[None]:
    """Keep other processes from opening, migrating or replacing this SQLite file meanwhile.

    The kernel drops the lock with the process, so a killed one blocks nobody.
    """
    descriptor = _open_private(path.with_name(path.name + ".lock"))
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def create_private(path: Path) -> None:
    """Make the file, readable by its owner only, unless it exists; SQLite gives its -wal and -shm the same mode."""
    os.close(_open_private(path))


def _open_private(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StorageError("database", _folder_reason(error)) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError("database", _folder_reason(error)) from error


def _folder_reason(error: OSError) -> str:
    return f"the data folder cannot be written to ({error.strerror}); check its permissions and MINORI_DATA_DIR"


def _prepare_sqlite(busy_timeout_ms: int, dbapi_connection: Any, _record: Any) -> None:
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    for pragma in (
        f"busy_timeout = {busy_timeout_ms}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
