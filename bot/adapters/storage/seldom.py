"""Rows that change seldom and are read all day: kept in memory whole, and read again when somebody has changed them.

Whoever changes them writes a new mark in the same transaction; the mark is read with every look, so that what another
program changed is seen at once. Reading a mark costs what reading one person costs, reading everybody much more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, Engine

from bot.adapters.storage.engine import memory_of, reading, upsert
from bot.adapters.storage.statements import given, rows
from bot.adapters.storage.straight import found
from bot.adapters.storage.tables import revision

Value = TypeVar("Value")

SELDOM, _MARKS = "seldom", ("marks",)


class Seldom(Generic[Value]):
    """Rows of one name, as `read` makes something of them. What it makes must not be changed by anybody."""

    def __init__(self, engine: Engine, *, workspace_id: str, name: str, read: Callable[[Connection], Value]) -> None:
        self._engine, self._workspace, self._name, self._read = engine, workspace_id, name, read
        self._memory = memory_of(engine)
        self._kept: tuple[str, Value] | None = None

    def now(self) -> Value:
        """As they are now. Raises StorageError."""
        return self._memory.once((SELDOM, self._name), self._look)

    def changed(self, connection: Connection) -> None:
        """They are changed in this transaction."""
        row = {"workspace_id": self._workspace, "name": self._name, "mark": uuid4().hex}
        upsert(connection, revision, row, key=("workspace_id", "name"))

    def _look(self) -> Value:
        with reading(self._engine) as connection:
            mark = self._memory.once(_MARKS, lambda: self._marks(connection)).get(self._name, "")
            kept = self._kept
            # The mark and the rows are of one snapshot.
            if kept is None or kept[0] != mark:
                kept = self._kept = (mark, self._read(connection))
        return kept[1]

    def _marks(self, connection: Connection) -> Mapping[str, str]:
        marks = found(connection, rows(revision, columns=("name", "mark")), given(self._workspace))
        return {row.name: row.mark for row in marks}
