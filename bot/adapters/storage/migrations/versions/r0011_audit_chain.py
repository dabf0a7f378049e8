"""The audit log becomes a chain: each row has its number, the hash of the one before and its own.

What is there is chained as it stands, by moment and id. There is no way down: restore a backup instead.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_SAID = ("by_id", "action", "subject_kind", "subject_id", "company_id")


def upgrade() -> None:
    with op.batch_alter_table("audit") as batch:
        batch.add_column(sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("previous", sa.String(length=64), nullable=False, server_default=""))
        batch.add_column(sa.Column("hash", sa.String(length=64), nullable=False, server_default=""))
    _chain(op.get_bind())
    with op.batch_alter_table("audit") as batch:
        for name, kind in (("number", sa.Integer()), ("previous", sa.String(64)), ("hash", sa.String(64))):
            batch.alter_column(name, server_default=None, existing_type=kind, existing_nullable=False)
    op.create_index("uq_audit_number", "audit", ["workspace_id", "number"], unique=True)


def _chain(connection: sa.Connection) -> None:
    names = ("workspace_id", "id", *_SAID, "number", "previous", "hash")
    table = sa.table("audit", *(sa.column(name) for name in names), sa.column("at", sa.DateTime(timezone=True)))
    last: dict[str, tuple[int, str]] = {}
    ordered = sa.select(table).order_by(table.c.workspace_id, table.c.at, table.c.id)
    for row in connection.execute(ordered).mappings().all():
        number, previous = last.get(row["workspace_id"], (0, ""))
        own = _hash(row, number + 1, previous)
        here = (table.c.workspace_id == row["workspace_id"], table.c.id == row["id"])
        values = {"number": number + 1, "previous": previous, "hash": own}
        connection.execute(sa.update(table).where(*here).values(**values))
        last[row["workspace_id"]] = number + 1, own


def _hash(row: Any, number: int, previous: str) -> str:
    at: datetime = row["at"]
    utc = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    said = [row["workspace_id"], number, previous, row["id"], utc.isoformat(timespec="microseconds")]
    said += [row[name] for name in _SAID]
    return sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
