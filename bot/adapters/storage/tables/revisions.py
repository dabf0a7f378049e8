"""What tells running programs that rows which change seldom have changed."""

from __future__ import annotations

from sqlalchemy import Column, PrimaryKeyConstraint, String, Table

from bot.adapters.storage.tables.columns import metadata, workspace

# A new mark with every change of the rows of that name. Not a number: one could come again after a restore.
revision = Table(
    "revision",
    metadata,
    workspace(),
    # "people", "wishes", "joined parties".
    Column("name", String(32), nullable=False),
    Column("mark", String(32), nullable=False),
    PrimaryKeyConstraint("workspace_id", "name"),
)
