"""Which build of each derived index is served, and which one came before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from sqlalchemy import Connection, Engine, and_, insert, select, update

from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.tables import index_pointer
from bot.core.clock import Clock

IndexKind: TypeAlias = Literal["lexical", "vector"]


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexPointer:
    """`fingerprint` says what a build was made of; the previous build stays on disk for going back."""

    kind: str
    build_id: str
    fingerprint: str
    previous_build_id: str | None
    previous_fingerprint: str | None
    swapped_at: datetime


class IndexPointers:
    """Each call is a transaction of its own and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self._workspace, self._clock = engine, workspace_id, clock

    def get(self, kind: IndexKind) -> IndexPointer | None:
        """The pointer, or None before the first build."""
        with reading(self._engine) as connection:
            return self._read(connection, kind)

    def swap(self, kind: IndexKind, *, build_id: str, fingerprint: str) -> IndexPointer:
        """Serve a build from now on; the one served until now becomes the previous one.

        Naming the build that is served already changes its fingerprint only.
        """
        with writing(self._engine) as connection:
            present = self._read(connection, kind)
            values = {"build_id": build_id, "fingerprint": fingerprint, "swapped_at": self._clock.now()}
            if present is None:
                row = {"workspace_id": self._workspace, "kind": kind, **values}
                connection.execute(insert(index_pointer).values(row))
            else:
                if present.build_id != build_id:
                    values["previous_build_id"] = present.build_id
                    values["previous_fingerprint"] = present.fingerprint
                here = and_(index_pointer.c.workspace_id == self._workspace, index_pointer.c.kind == kind)
                connection.execute(update(index_pointer).where(here).values(values))
            swapped = self._read(connection, kind)
        assert swapped is not None
        return swapped

    def _read(self, connection: Connection, kind: IndexKind) -> IndexPointer | None:
        here = and_(index_pointer.c.workspace_id == self._workspace, index_pointer.c.kind == kind)
        row = connection.execute(select(index_pointer).where(here)).first()
        if row is None:
            return None
        return IndexPointer(
            kind=row.kind,
            build_id=row.build_id,
            fingerprint=row.fingerprint,
            previous_build_id=row.previous_build_id,
            previous_fingerprint=row.previous_fingerprint,
            swapped_at=row.swapped_at,
        )
