"""What somebody did to several at once: kept for a day, to be taken back soon after."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, Engine, and_, delete, select, update

from bot.adapters.storage.engine import insert_once, reading, writing
from bot.adapters.storage.tables import cockpit_change
from bot.core.cockpit.event_plan import Kept

_KEPT_FOR = timedelta(days=1)


class KeptRepository:
    """The KeptStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def keep(self, kept: Kept) -> None:
        """Keep it, and forget what is older than a day."""
        row = {"workspace_id": self._workspace, "id": kept.id, "by_id": kept.by_id, "at": kept.at, "kind": kept.kind}
        row |= {"before": [list(one) for one in kept.before], "is_undone": kept.is_undone}
        old = and_(cockpit_change.c.workspace_id == self._workspace, cockpit_change.c.at < kept.at - _KEPT_FOR)
        with writing(self._engine, touches=()) as connection:
            connection.execute(delete(cockpit_change).where(old))
            insert_once(connection, cockpit_change, row)

    def kept(self, id: str) -> Kept | None:
        """One of them."""
        with reading(self._engine) as connection:
            row = connection.execute(select(cockpit_change).where(self._one(id))).first()
        if row is None:
            return None
        return Kept(
            id=row.id,
            by_id=row.by_id,
            at=row.at,
            kind=row.kind,
            before=tuple(tuple(one) for one in row.before),
            is_undone=row.is_undone,
        )

    def undone(self, id: str) -> bool:
        """Mark it as taken back; False where that was so already."""
        standing = and_(self._one(id), cockpit_change.c.is_undone.is_(False))
        with writing(self._engine, touches=()) as connection:
            return connection.execute(update(cockpit_change).where(standing).values(is_undone=True)).rowcount == 1

    def _one(self, id: str) -> ColumnElement[bool]:
        return and_(cockpit_change.c.workspace_id == self._workspace, cockpit_change.c.id == id)
