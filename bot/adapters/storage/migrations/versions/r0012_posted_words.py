"""Where our messages with the words of a walk or a card stand, and what was deleted.

There is no way down: restore a backup instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _posted_words()
    _erasures()


def _posted_words() -> None:
    key = ("workspace_id", "subject_id", "kind", "conversation", "message")
    op.create_table(
        "posted_words",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("conversation", sa.String(length=200), nullable=False),
        sa.Column("message", sa.String(length=64), nullable=False),
        sa.Column("thread", sa.String(length=64), nullable=False),
        sa.Column("is_owed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint(*key, name=op.f("pk_posted_words")),
    )
    op.create_index("ix_posted_words_owed", "posted_words", ["workspace_id", "is_owed", "next_at"])
    op.create_index("ix_posted_words_message", "posted_words", ["workspace_id", "conversation", "message"])


def _erasures() -> None:
    op.create_table(
        "erasure",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("subject_kind", sa.String(length=32), nullable=False),
        sa.Column("by_id", sa.String(length=64), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("left_over", sa.JSON(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "subject_id", name=op.f("pk_erasure")),
    )
    op.create_index("ix_erasure_finished", "erasure", ["workspace_id", "finished_at"])
