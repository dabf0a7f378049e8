"""Which questions are answered together, in the database."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Engine, and_, delete, select

from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import insert_once, reading, writing
from bot.adapters.storage.tables import handover_join
from bot.core.alike.ports import Join
from bot.core.clock import Clock
from bot.core.owed import Owed


class JoinRepository:
    """The JoinStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self._workspace, self._clock = engine, workspace_id, clock

    def join(self, joins: Sequence[Join]) -> None:
        """Keep them; one that is kept already stays as it is."""
        with writing(self._engine) as connection:
            for one in joins:
                values = {"id": one.id, "head_id": one.head_id, "by_id": one.by_id, "joined_at": one.joined_at}
                insert_once(connection, handover_join, {"workspace_id": self._workspace, **values})

    def all(self) -> Sequence[Join]:
        """Every one that is kept."""
        return self._found()

    def of_head(self, head_id: str) -> Sequence[Join]:
        """What is answered together with a question."""
        return self._found(handover_join.c.head_id == head_id)

    def head_of(self, id: str) -> str:
        """With which one it is answered; "" for none."""
        found = self._found(handover_join.c.id == id)
        return found[0].head_id if found else ""

    def apart(self, ids: Sequence[str], *, owed: Sequence[Owed] = ()) -> None:
        """They stand alone again, and somebody is told where that is owed."""
        with writing(self._engine) as connection:
            connection.execute(delete(handover_join).where(self._here(handover_join.c.id.in_(list(ids)))))
            owe(connection, owed, workspace_id=self._workspace, at=self._clock.now())

    def _found(self, *conditions: ColumnElement[bool]) -> list[Join]:
        ordered = (
            select(handover_join).where(self._here(*conditions)).order_by(handover_join.c.joined_at, handover_join.c.id)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(ordered).all()
        return [Join(id=row.id, head_id=row.head_id, by_id=row.by_id, joined_at=row.joined_at) for row in rows]

    def _here(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(handover_join.c.workspace_id == self._workspace, *conditions)
