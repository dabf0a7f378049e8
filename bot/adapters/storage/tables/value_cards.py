"""Value cards, their versions, who chose to share what, and the new uses that were offered."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace
from bot.adapters.storage.tables.sealed import Sealed

value_card = Table(
    "value_card",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("company_id", String(64), nullable=False),
    Column("walk_id", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    # The widest reach of any of its groups: what is looked through by others than its firm.
    Column("reach", String(16), nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    # The whole card without its uses.
    Column("body", Sealed("value_card.body"), nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_value_card_company", value_card.c.workspace_id, value_card.c.company_id)
Index("ix_value_card_walk", value_card.c.workspace_id, value_card.c.walk_id)
Index("ix_value_card_reach", value_card.c.workspace_id, value_card.c.reach)

value_card_version = Table(
    "value_card_version",
    metadata,
    workspace(),
    Column("card_id", String(64), nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("by_id", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("body", Sealed("value_card_version.body"), nullable=False),
    PrimaryKeyConstraint("workspace_id", "card_id", "number"),
)

value_card_sharing = Table(
    "value_card_sharing",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("card_id", String(64), nullable=False),
    Column("company_id", String(64), nullable=False),
    Column("field_group", String(16), nullable=False),
    Column("reach", String(16), nullable=False),
    Column("was", String(16), nullable=False),
    Column("by_id", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_value_card_sharing", value_card_sharing.c.workspace_id, value_card_sharing.c.card_id)

value_card_use = Table(
    "value_card_use",
    metadata,
    workspace(),
    Column("card_id", String(64), nullable=False),
    Column("id", String(64), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("source", String(16), nullable=False),
    # Where it was found: a card's id, a passage's id.
    Column("reference", String(200), nullable=False),
    Column("decision", String(16), nullable=False),
    Column("body", Sealed("value_card_use.body"), nullable=False),
    PrimaryKeyConstraint("workspace_id", "card_id", "id"),
)
Index("ix_value_card_use", value_card_use.c.workspace_id, value_card_use.c.source, value_card_use.c.reference)
