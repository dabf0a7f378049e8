"""Value walks, what happened to them, the scripts they began with; the trade of a firm.

There is no way down: restore a backup instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("company") as batch:
        batch.add_column(sa.Column("trade", sa.String(length=32), nullable=False, server_default=""))
    _walks()
    _beside_walks()


def _walks() -> None:
    op.create_table(
        "value_walk",
        _text("workspace_id", 64),
        _text("id", 64),
        _text("company_id", 64),
        _text("state", 16),
        _text("owner_id", 64),
        _text("typist_id", 64),
        _text("asked_id", 64),
        _text("conversation", 200),
        _text("thread", 200),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_version", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_value_walk")),
    )
    for name in ("company", "owner", "typist", "asked"):
        op.create_index(f"ix_value_walk_{name}", "value_walk", ["workspace_id", f"{name}_id", "state"])
    op.create_index("ix_value_walk_place", "value_walk", ["workspace_id", "conversation", "thread"])
    op.create_index("ix_value_walk_state", "value_walk", ["workspace_id", "state"])


def _beside_walks() -> None:
    op.create_table(
        "value_walk_change",
        _text("workspace_id", 64),
        _text("id", 64),
        _text("walk_id", 64),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("kind", 16),
        _text("by_id", 64),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("is_undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_value_walk_change")),
    )
    unique = ["workspace_id", "walk_id", "ordinal"]
    op.create_index("uq_value_walk_change_ordinal", "value_walk_change", unique, unique=True)
    op.create_table(
        "value_walk_script",
        _text("workspace_id", 64),
        _text("digest", 64),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "digest", name=op.f("pk_value_walk_script")),
    )


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), nullable=False)
