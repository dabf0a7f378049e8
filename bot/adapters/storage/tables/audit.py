"""Who saw, took out or deleted what of which firm, and when: never a word of anybody. Rows are added and no more."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table

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
    # The place in the chain, from 1; the hash of the row before ("" for the first), and of this one.
    Column("number", Integer, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("uq_audit_number", audit.c.workspace_id, audit.c.number, unique=True)
Index("ix_audit_at", audit.c.workspace_id, audit.c.at)
