"""Firms and encounters that change hands."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace
from bot.adapters.storage.tables.sealed import Sealed

changeover = Table(
    "changeover",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("giver_id", String(64), nullable=False),
    Column("receiver_id", String(64), nullable=False),
    # The giver, or an admin.
    Column("started_by", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    # The whole of it, with what the two wrote to each other.
    Column("body", Sealed("changeover.body"), nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_changeover_state", changeover.c.workspace_id, changeover.c.state, changeover.c.updated_at)
