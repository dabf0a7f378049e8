"""Value cards with their versions, what is shared of them and the new uses; lines that tell of a deletion.

There is no way down: restore a backup instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _cards()
    _beside_cards()
    op.create_table(
        "audit",
        _text("workspace_id", 64),
        _text("id", 64),
        _moment("at"),
        _text("by_id", 64),
        _text("action", 32),
        _text("subject_kind", 32),
        _text("subject_id", 64),
        sa.Column("company_id", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_at", "audit", ["workspace_id", "at"])


def _cards() -> None:
    op.create_table(
        "value_card",
        _text("workspace_id", 64),
        _text("id", 64),
        _text("company_id", 64),
        _text("walk_id", 64),
        sa.Column("version", sa.Integer(), nullable=False),
        _text("reach", 16),
        _moment("updated_at"),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_value_card")),
    )
    op.create_index("ix_value_card_company", "value_card", ["workspace_id", "company_id"])
    op.create_index("ix_value_card_walk", "value_card", ["workspace_id", "walk_id"])
    op.create_index("ix_value_card_reach", "value_card", ["workspace_id", "reach"])
    op.create_table(
        "value_card_version",
        _text("workspace_id", 64),
        _text("card_id", 64),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("kind", 16),
        _text("by_id", 64),
        _moment("at"),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "card_id", "number", name=op.f("pk_value_card_version")),
    )


def _beside_cards() -> None:
    op.create_table(
        "value_card_sharing",
        _text("workspace_id", 64),
        _text("id", 64),
        _text("card_id", 64),
        _text("company_id", 64),
        _text("field_group", 16),
        _text("reach", 16),
        _text("was", 16),
        _text("by_id", 64),
        _moment("at"),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_value_card_sharing")),
    )
    op.create_index("ix_value_card_sharing", "value_card_sharing", ["workspace_id", "card_id"])
    op.create_table(
        "value_card_use",
        _text("workspace_id", 64),
        _text("card_id", 64),
        _text("id", 64),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("source", 16),
        _text("reference", 200),
        _text("decision", 16),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "card_id", "id", name=op.f("pk_value_card_use")),
    )
    op.create_index("ix_value_card_use", "value_card_use", ["workspace_id", "source", "reference"])


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), nullable=False)


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)
