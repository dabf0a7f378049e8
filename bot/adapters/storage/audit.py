"""Lines of the audit log, written in the transaction of the fact that they tell of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, Engine, select

from bot.adapters.storage.engine import insert_once, reading
from bot.adapters.storage.tables import audit
from bot.core.audited import Audited


def keep_audited(connection: Connection, line: Audited, *, workspace_id: str) -> None:
    """Keep a line; the same id again changes nothing."""
    insert_once(connection, audit, asdict(line) | {"workspace_id": workspace_id})


class AuditLog:
    """What was kept. Raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def lines(self, *, subject_id: str | None = None) -> Sequence[Audited]:
        """All lines, or those of one record, the first one first."""
        found = select(audit).where(audit.c.workspace_id == self._workspace).order_by(audit.c.at, audit.c.id)
        if subject_id is not None:
            found = found.where(audit.c.subject_id == subject_id)
        with reading(self._engine) as connection:
            rows = connection.execute(found).all()
        return [
            Audited(
                id=row.id,
                at=row.at,
                by_id=row.by_id,
                action=row.action,
                subject_kind=row.subject_kind,
                subject_id=row.subject_id,
                company_id=row.company_id,
            )
            for row in rows
        ]
