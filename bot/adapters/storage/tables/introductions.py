"""Introductions of two firms to each other."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace
from bot.adapters.storage.tables.sealed import Sealed

# One row for each pair of firms for ever. It has no word of either, but what a coordinator had sent to them.
introduction = Table(
    "introduction",
    metadata,
    workspace(),
    Column("id", String(36), nullable=False),
    Column("state", String(16), nullable=False),
    Column("giver_ask_id", String(36), nullable=False),
    Column("needer_ask_id", String(36), nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("body", Sealed("introduction.body"), nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_introduction_state", introduction.c.workspace_id, introduction.c.state, introduction.c.updated_at)
Index("ix_introduction_giver", introduction.c.workspace_id, introduction.c.giver_ask_id)
Index("ix_introduction_needer", introduction.c.workspace_id, introduction.c.needer_ask_id)
