"""Connections, and the rules they keep on both databases (RELIABILITY: measured with SQLite 3.40).

SQLite: `isolation_level=None`, so that pysqlite never opens a transaction of its own; BEGIN IMMEDIATE for every
write and BEGIN for a read (one snapshot); WAL, synchronous=FULL, foreign keys on, ten seconds of patience. With a
plain BEGIN, 437 of 480 read-then-write transactions failed at once; with BEGIN IMMEDIATE none did.

PostgreSQL keeps the same promises by its own means: a write takes one advisory lock, so that what was read in it is
still true when it writes; a read is REPEATABLE READ, one snapshot. `writing(engine, beside_others=True)` leaves the
lock out, for statements that are right by themselves (one UPDATE with its condition, `insert_once`, SKIP LOCKED).
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import NoSuchModuleError, SQLAlchemyError

from bot.adapters.storage.plain_reasons import BUSY, NO_DRIVER, plain_reason
from bot.adapters.storage.remembering import Key, Memory
from bot.adapters.storage.statements import addition_once, addition_over
from bot.adapters.storage.straight import added, added_once
from bot.adapters.storage.tables.columns import UtcDateTime
from bot.adapters.storage.turns import WriterTurns
from bot.errors import StorageError

BUSY_TIMEOUT_MS = 10_000
# What comes in has to be written down within the three seconds in which a platform wants to hear of it.
INBOX_BUSY_TIMEOUT_MS = 1_000
_WRITES, _TURN, _MEMORY = "minori_writes", "minori_turn", "minori_memory"
_ALONE, _BESIDE_OTHERS = "alone", "beside others"
_WRITERS_LOCK = 5211302
# A process that stands still in the middle of a transaction must not keep everybody else from writing for ever.
_IDLE_IN_TRANSACTION_MS = 60_000


def make_engine(url_or_path: str | Path, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Engine:
    """Return an engine for a path (SQLite) or a database URL. Nothing is opened yet; the folder is made if absent.

    `busy_timeout_ms`: how long a writer waits for another one.

    Parameters never appear in error texts or logs: they may be people's words. Raises StorageError where the database
    is of another kind, or its driver is not installed.
    """
    url = database_url(url_or_path)
    path = sqlite_path(url)
    if path is not None:
        _make_folder(path.parent)
    try:
        engine = create_engine(
            url,
            hide_parameters=True,
            json_serializer=partial(json.dumps, ensure_ascii=False),
            pool_pre_ping=path is None,
        )
    except (ImportError, NoSuchModuleError) as error:
        raise StorageError("database", NO_DRIVER) from error
    if path is not None:
        event.listen(engine, "connect", partial(_prepare_sqlite, busy_timeout_ms))
        event.listen(engine, "begin", _begin_sqlite)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "connect", partial(_prepare_postgresql, busy_timeout_ms))
        event.listen(engine, "begin", _begin_postgresql)
        event.listen(engine, "before_cursor_execute", _without_nul, retval=True)
    else:
        raise StorageError("database", NO_DRIVER)
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
    """One consistent snapshot; nothing is kept of what is written in it. Raises StorageError.

    Within a piece of work (`Memory`) it is the same one for every look, until something is written.
    """
    with plain_errors(), memory_of(engine).held(lambda: _snapshot(engine)) as connection:
        yield connection


@contextmanager
def _snapshot(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin() as transaction:
            yield connection
            transaction.rollback()


@contextmanager
def writing(
    engine: Engine, *, beside_others: bool = False, touches: Collection[Key] | None = None
) -> Iterator[Connection]:
    """One write transaction: committed at the end, undone by any exception. Raises StorageError.

    One at a time, whatever the database: what was read in it is still true when it writes. `beside_others`: PostgreSQL
    lets such ones run side by side; each statement has to be right by itself. `touches`: of what is remembered in this
    piece of work, only this becomes old by it.
    """
    turn: Callable[[], AbstractContextManager[None]] = engine.get_execution_options().get(_TURN, nullcontext)
    with plain_errors(), _waited_for(turn), memory_of(engine).written(touches), engine.connect() as connection:
        connection.execution_options(**{_WRITES: _BESIDE_OTHERS if beside_others else _ALONE})
        with connection.begin():
            yield connection


def insert_once(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert a row unless one with its key is there already; True where it is new. Right beside other writers.

    Any unique index of the table counts. Nothing is raised and the transaction goes on, on both databases.
    """
    # What it returns, not `rowcount`: for an INSERT psycopg's is -1 here.
    statement = addition_once(connection.dialect.name, table, next(iter(values)))
    return added_once(connection, statement, values)


def upsert(connection: Connection, table: Table, values: Mapping[str, Any], *, key: Collection[str]) -> None:
    """Insert a row, or change the one with the same `key` columns to these values. Right beside other writers."""
    statement = addition_over(connection.dialect.name, table, tuple(values), tuple(key))
    added(connection, statement, [values])


def database_now(connection: Connection) -> datetime | None:
    """What the clock of the database server says; None on SQLite, whose clock is this machine's."""
    if connection.dialect.name != "postgresql":
        return None
    now: datetime = connection.execute(select(func.clock_timestamp(type_=UtcDateTime))).scalar_one()
    return now


def take_turns(engine: Engine, turns: WriterTurns, *, goes_first: bool = False, patience_ms: int) -> None:
    """Have whoever writes through this SQLite engine wait for their turn; nothing for other databases."""
    if sqlite_path(engine.url.render_as_string(hide_password=False)) is not None:
        turn = partial(turns.turn, goes_first=goes_first, patience_s=patience_ms / 1000)
        engine.update_execution_options(**{_TURN: turn})


def memory_of(engine: Engine) -> Memory:
    """What pieces of work with this engine have read."""
    memory: Memory | None = engine.get_execution_options().get(_MEMORY)
    if memory is None:
        memory = Memory()
        engine.update_execution_options(**{_MEMORY: memory})
    return memory


@contextmanager
def _waited_for(turn: Callable[[], AbstractContextManager[None]]) -> Iterator[None]:
    """The turn, held. Its own time-out becomes what SQLite says then; no other one is touched."""
    with ExitStack() as held:
        try:
            held.enter_context(turn())
        except TimeoutError:
            raise StorageError("database", BUSY) from None
        yield


def for_writing(connection: Connection) -> Connection:
    """Mark a fresh connection so that its transaction is a write from the first statement."""
    return connection.execution_options(**{_WRITES: _ALONE})


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn the errors of SQLAlchemy and the driver into a StorageError with a plain reason."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StorageError("database", plain_reason(error)) from error


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
        "secure_delete = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    # Straight to the driver: as a statement of SQLAlchemy's it costs more than most that follow it.
    driver: Any = connection.connection.driver_connection
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare_postgresql(busy_timeout_ms: int, dbapi_connection: Any, _record: Any) -> None:
    with dbapi_connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = {busy_timeout_ms}")
        cursor.execute(f"SET idle_in_transaction_session_timeout = {_IDLE_IN_TRANSACTION_MS}")
    # A setting made in a transaction is undone with it.
    dbapi_connection.commit()


def _without_nul(
    _connection: Connection, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool
) -> tuple[str, Any]:
    """PostgreSQL has no U+0000 in text, and people's files and messages may: it is stored as U+FFFD."""
    if isinstance(parameters, Mapping):
        return statement, {name: _storable(value) for name, value in parameters.items()}
    return statement, [{name: _storable(value) for name, value in one.items()} for one in parameters]


def _storable(value: Any) -> Any:
    return value.replace("\x00", "\ufffd") if isinstance(value, str) else value


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES) == _ALONE:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")
