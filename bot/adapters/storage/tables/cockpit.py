"""By what somebody has narrowed down their list of firms."""

from __future__ import annotations

from sqlalchemy import Column, Integer, PrimaryKeyConstraint, String, Table

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

cockpit_sift = Table(
    "cockpit_sift",
    metadata,
    workspace(),
    Column("person_id", String(64), nullable=False),
    # "" and 0: not narrowed down by it.
    Column("stage", String(32), nullable=False),
    Column("wall", String(16), nullable=False),
    Column("days", Integer, nullable=False),
    # The mark of an event, not its name.
    Column("event", String(16), nullable=False),
    Column("owner_id", String(64), nullable=False),
    Column("chosen_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "person_id"),
)
