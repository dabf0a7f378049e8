"""Coordinators' answers on their way into the guides."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

guide_entry = Table(
    "guide_entry",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("handover_id", String(64), nullable=False),
    Column("guide_id", String(200), nullable=False),
    Column("state", String(16), nullable=False),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("author_id", String(64), nullable=False),
    Column("owner_id", String(64), nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("version", Integer, nullable=False),
    # The wording to which the asker's firm has agreed, and who said so.
    Column("agreed_question", Text, nullable=False),
    Column("agreed_by", String(64), nullable=False),
    Column("note", Text, nullable=False),
    Column("revises", String(64), nullable=False),
    Column("number", Integer, nullable=False),
    Column("asked_count", Integer, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_guide_entry_state", guide_entry.c.workspace_id, guide_entry.c.state, guide_entry.c.valid_until)
Index("ix_guide_entry_handover", guide_entry.c.workspace_id, guide_entry.c.handover_id)
