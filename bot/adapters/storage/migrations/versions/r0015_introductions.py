"""Introductions of two firms to each other.

There is no way down: restore a backup instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "introduction",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("giver_ask_id", sa.String(length=36), nullable=False),
        sa.Column("needer_ask_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_introduction")),
    )
    op.create_index("ix_introduction_state", "introduction", ["workspace_id", "state", "updated_at"])
    op.create_index("ix_introduction_giver", "introduction", ["workspace_id", "giver_ask_id"])
    op.create_index("ix_introduction_needer", "introduction", ["workspace_id", "needer_ask_id"])
