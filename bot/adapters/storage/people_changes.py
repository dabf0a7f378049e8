"""Changes that admins showed, did and took back: kept for a day, because they hold names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta

from sqlalchemy import Connection, and_, delete, select

from bot.adapters.storage.engine import upsert
from bot.adapters.storage.tables import people_change
from bot.core.membership.models import Edit, EditState, KeptChange

_KEPT_FOR = timedelta(days=1)


def kept_changes(connection: Connection, *, workspace_id: str) -> Sequence[KeptChange]:
    """The latest first."""
    here = select(people_change).where(people_change.c.workspace_id == workspace_id)
    rows = connection.execute(here.order_by(people_change.c.at.desc(), people_change.c.id)).all()
    return tuple(
        KeptChange(
            id=row.id,
            by_id=row.by_id,
            at=row.at,
            state=EditState(row.state),
            edits=tuple(Edit(**one) for one in row.edits),
        )
        for row in rows
    )


def keep_change(connection: Connection, change: KeptChange, *, workspace_id: str) -> None:
    """Keep one, and forget what is older than a day."""
    here = people_change.c.workspace_id == workspace_id
    connection.execute(delete(people_change).where(and_(here, people_change.c.at < change.at - _KEPT_FOR)))
    row = {"workspace_id": workspace_id, "id": change.id, "by_id": change.by_id, "at": change.at}
    row |= {"state": str(change.state), "edits": [asdict(one) for one in change.edits]}
    upsert(connection, people_change, row, key=("workspace_id", "id"))
