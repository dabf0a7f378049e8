"""Which questions that were handed over are answered together."""

from __future__ import annotations

from sqlalchemy import Column, Index, PrimaryKeyConstraint, String, Table

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

handover_join = Table(
    "handover_join",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("head_id", String(64), nullable=False),
    Column("by_id", String(64), nullable=False),
    Column("joined_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_handover_join_head", handover_join.c.workspace_id, handover_join.c.head_id)
