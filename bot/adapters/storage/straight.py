"""Statements that are built once (`statements.py`), straight to SQLite: SQLAlchemy's own way with one costs 27 µs,
SQLite 2. A press asks ten of them, and a simulated year half a million.

SQLAlchemy still writes the SQL and says how a value is stored and read, once for every statement. PostgreSQL, where the
network costs more than that, is asked as ever, and so is SQLite where a list is empty.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import Connection, Dialect, Select, exc
from sqlalchemy.types import TypeEngine

Given: TypeAlias = Mapping[str, Any]
_Processor: TypeAlias = Callable[[Any], Any]
_STATEMENTS = 512


def found(connection: Connection, statement: Select[Any], filled: Given) -> Sequence[Any]:
    """The rows of it; what is in one has the names of the columns. Raises SQLAlchemyError."""
    written = _written_for(connection, statement)
    if written is None or not written.takes(filled):
        return connection.execute(statement, filled).all()
    return [written.row(one) for one in written.run(connection, filled)]


def done(connection: Connection, statement: Any, filled: Given) -> int:
    """How many rows an UPDATE or a DELETE changed. Raises SQLAlchemyError."""
    written = _written_for(connection, statement)
    if written is None or not written.takes(filled):
        return connection.execute(statement, filled).rowcount
    return written.run(connection, filled).rowcount


def added(connection: Connection, statement: Any, filled: Sequence[Given]) -> None:
    """Add rows that all have the same columns. Raises SQLAlchemyError."""
    written = _written_for(connection, statement, tuple(filled[0]))
    if written is None:
        connection.execute(statement, filled)
        return
    for one in filled:
        written.run(connection, one)


def added_once(connection: Connection, statement: Any, filled: Given) -> bool:
    """Was a row added, by an INSERT that returns a column of it? Raises SQLAlchemyError."""
    written = _written_for(connection, statement, tuple(filled))
    if written is None:
        return connection.execute(statement, filled).first() is not None
    return bool(written.run(connection, filled).fetchall())


def _written_for(connection: Connection, statement: Any, columns: tuple[str, ...] = ()) -> _Written | None:
    return _written(statement, connection.dialect, columns) if connection.dialect.name == "sqlite" else None


@lru_cache(maxsize=_STATEMENTS)
def _written(statement: Any, dialect: Dialect, columns: tuple[str, ...]) -> _Written:
    return _Written(statement, dialect, columns)


class _Written:
    """The SQL of a statement, and what its values go through on their way into SQLite and out of it."""

    def __init__(self, statement: Any, dialect: Dialect, columns: tuple[str, ...]) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=columns or None)
        self._sql: str = compiled.string
        lists = [compiled.bind_names[one] for one in compiled.post_compile_params]
        self._lists = {name: f"__[POSTCOMPILE_{name}]" for name in lists}
        self._names = [
            (name, name in self._lists, compiled.params[name], _to_store(compiled.binds[name].type, dialect))
            for name in compiled.positiontup
        ]
        self.row: Callable[[Sequence[Any]], Any] = (
            _reader(statement, dialect) if isinstance(statement, Select) else tuple
        )

    def takes(self, filled: Given) -> bool:
        """SQLite has no empty list; SQLAlchemy knows what to write in its place."""
        return not self._lists or all(filled.get(name, True) for name in self._lists)

    def run(self, connection: Connection, filled: Given) -> sqlite3.Cursor:
        """Ask it. Whoever listens to statements hears of it as of any other."""
        sql, values = self._sql, list[Any]()
        for name, is_list, always, store in self._names:
            value = filled.get(name, always)
            if is_list:
                sql = sql.replace(self._lists[name], ", ".join("?" * len(value)))
                values.extend(map(store, value) if store else value)
            else:
                values.append(store(value) if store else value)
        for hear in connection.dispatch.before_cursor_execute:
            hear(connection, None, sql, values, None, False)
        driver: Any = connection.connection.driver_connection
        try:
            cursor: sqlite3.Cursor = driver.execute(sql, values)
        except sqlite3.Error as error:
            kind = getattr(exc, type(error).__name__, exc.DBAPIError)
            raise kind(sql, None, error, hide_parameters=True) from error
        return cursor


def _to_store(type_: TypeEngine[Any], dialect: Dialect) -> _Processor | None:
    processor: _Processor | None = type_.dialect_impl(dialect).bind_processor(dialect)
    return processor


def _reader(statement: Select[Any], dialect: Dialect) -> Callable[[Sequence[Any]], Any]:
    """Makes a row of what SQLite gives."""
    columns = list(statement.selected_columns)
    named = namedtuple("named", [column.key or "" for column in columns], rename=True)  # type: ignore[misc]
    taken = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    some = [(index, take) for index, take in enumerate(taken) if take]

    def row(given: Sequence[Any]) -> Any:
        values = list(given)
        for index, take in some:
            values[index] = take(values[index])
        return named(*values)

    return row
