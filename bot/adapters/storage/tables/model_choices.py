"""What firms chose about language models."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, PrimaryKeyConstraint, String, Table

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

# Every choice a firm made; the newest one counts, and where there is none, no model sees its words.
model_choice = Table(
    "model_choice",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("company_id", String(64), nullable=False),
    Column("is_allowed", Boolean, nullable=False),
    Column("chosen_by", String(64), nullable=False),
    Column("chosen_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_model_choice_company", model_choice.c.workspace_id, model_choice.c.company_id, model_choice.c.chosen_at)
