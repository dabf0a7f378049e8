"""Entries in the database. What is owed to people is written in the same transaction as its reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Engine, Row, and_, select, update

from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import insert_once, reading, writing
from bot.adapters.storage.tables import guide_entry
from bot.core.clock import Clock
from bot.core.entries.models import Entry, EntryState
from bot.core.owed import Owed

_COLUMNS = tuple(column.name for column in guide_entry.columns if column.name != "workspace_id")


class EntryRepository:
    """The EntryStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self._workspace, self._clock = engine, workspace_id, clock

    def add(self, entry: Entry, *, owed: Sequence[Owed]) -> bool:
        """Keep a new one with what is owed; False where the id is known: nothing is changed then."""
        with writing(self._engine) as connection:
            known = select(guide_entry.c.id).where(self._here(guide_entry.c.id == entry.id))
            if connection.execute(known).first() is not None:
                return False
            insert_once(connection, guide_entry, {"workspace_id": self._workspace, **_values(entry)})
            owe(connection, owed, workspace_id=self._workspace, at=self._clock.now())
        return True

    def change(self, before: Entry, after: Entry, *, owed: Sequence[Owed] = ()) -> bool:
        """Put `after` in the place of `before`, one version on; False where it was changed meanwhile."""
        here = self._here(guide_entry.c.id == before.id, guide_entry.c.version == before.version)
        values = {name: value for name, value in _values(after).items() if name != "id"}
        with writing(self._engine) as connection:
            if connection.execute(update(guide_entry).where(here).values(**values)).rowcount != 1:
                return False
            owe(connection, owed, workspace_id=self._workspace, at=self._clock.now())
        return True

    def by_id(self, id: str) -> Entry | None:
        """The entry with this id."""
        found = self._all(guide_entry.c.id == id)
        return found[0] if found else None

    def of_handover(self, handover_id: str) -> Sequence[Entry]:
        """What became of an answer, oldest first."""
        return self._all(guide_entry.c.handover_id == handover_id)

    def in_state(self, states: Collection[EntryState]) -> Sequence[Entry]:
        """Those in one of these states, oldest first."""
        return self._all(guide_entry.c.state.in_([state.value for state in states]))

    def _all(self, condition: ColumnElement[bool]) -> list[Entry]:
        oldest = select(guide_entry).where(self._here(condition)).order_by(guide_entry.c.made_at, guide_entry.c.id)
        with reading(self._engine) as connection:
            return [_entry(row) for row in connection.execute(oldest)]

    def _here(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(guide_entry.c.workspace_id == self._workspace, *conditions)


def _values(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _COLUMNS} | {"state": entry.state.value}


def _entry(row: Row[*tuple[Any, ...]]) -> Entry:
    values = {name: row._mapping[name] for name in _COLUMNS}
    return Entry(**{**values, "state": EntryState(row.state)})
