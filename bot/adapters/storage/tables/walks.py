"""Value walks, what happened to them, and the texts of the scripts they began with."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace
from bot.adapters.storage.tables.sealed import Sealed

value_walk = Table(
    "value_walk",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("company_id", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("owner_id", String(64), nullable=False),
    Column("typist_id", String(64), nullable=False),
    Column("asked_id", String(64), nullable=False),
    Column("conversation", String(200), nullable=False),
    Column("thread", String(200), nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("version", Integer, nullable=False),
    # The version of which there is a card.
    Column("made_version", Integer, nullable=False),
    # The whole walk; the columns beside it are what is searched by.
    Column("body", Sealed("value_walk.body"), nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_value_walk_company", value_walk.c.workspace_id, value_walk.c.company_id, value_walk.c.state)
Index("ix_value_walk_owner", value_walk.c.workspace_id, value_walk.c.owner_id, value_walk.c.state)
Index("ix_value_walk_typist", value_walk.c.workspace_id, value_walk.c.typist_id, value_walk.c.state)
Index("ix_value_walk_asked", value_walk.c.workspace_id, value_walk.c.asked_id, value_walk.c.state)
Index("ix_value_walk_place", value_walk.c.workspace_id, value_walk.c.conversation, value_walk.c.thread)
Index("ix_value_walk_state", value_walk.c.workspace_id, value_walk.c.state)

value_walk_change = Table(
    "value_walk_change",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("walk_id", String(64), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("by_id", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    # No words of anybody.
    Column("detail", JSON, nullable=False),
    # With the newest change alone.
    Column("before", Sealed("value_walk_change.before"), nullable=True),
    Column("is_undone", Boolean, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index(
    "uq_value_walk_change_ordinal",
    value_walk_change.c.workspace_id,
    value_walk_change.c.walk_id,
    value_walk_change.c.ordinal,
    unique=True,
)

# A script as it was when a walk began with it, by the digest of its text.
value_walk_script = Table(
    "value_walk_script",
    metadata,
    workspace(),
    Column("digest", String(64), nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("workspace_id", "digest"),
)
