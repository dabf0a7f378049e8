"""By what somebody has narrowed down their list of firms, and what was done to several at once."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, PrimaryKeyConstraint, String, Table

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace
from bot.adapters.storage.tables.sealed import Sealed

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

# What somebody did to several at once, to be taken back soon after; forgotten after a day.
cockpit_change = Table(
    "cockpit_change",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("by_id", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", String(16), nullable=False),
    # How it was before; names of events are among it.
    Column("before", Sealed("cockpit_change.before"), nullable=False),
    Column("is_undone", Boolean, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
