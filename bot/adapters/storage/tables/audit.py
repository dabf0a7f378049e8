"""What was deleted, by whom and when: never a word of anybody."""

from __future__ import annotations

from sqlalchemy import Column, Index, PrimaryKeyConstraint, String, Table

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

audit = Table(
    "audit",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by_id", String(64), nullable=False),
    Column("action", String(32), nullable=False),
    Column("subject_kind", String(32), nullable=False),
    Column("subject_id", String(64), nullable=False),
    Column("company_id", String(64), nullable=True),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_audit_at", audit.c.workspace_id, audit.c.at)
