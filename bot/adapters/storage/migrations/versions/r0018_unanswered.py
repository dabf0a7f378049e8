"""What admins did about unanswered questions, when they want to hear of them, and whether firms show their wording.

There is no way down: restore a backup instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unanswered_move",
        _text("workspace_id", 64),
        _text("kind", 16),
        _text("subject_id", 200),
        _text("move", 16),
        _text("by_id", 64),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "kind", "subject_id", name=op.f("pk_unanswered_move")),
    )
    op.create_table(
        "unanswered_wish",
        _text("workspace_id", 64),
        _text("person_id", 64),
        sa.Column("weekly_on", sa.Integer(), nullable=True),
        _text("at", 5),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name=op.f("pk_unanswered_wish")),
    )
    op.create_table(
        "wording_consent",
        _text("workspace_id", 64),
        _text("company_id", 64),
        sa.Column("is_given", sa.Boolean(), nullable=False),
        _text("by_id", 64),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "company_id", name=op.f("pk_wording_consent")),
    )
    op.create_index("ix_question_asked", "question", ["workspace_id", "asked_at"])
    op.create_index("ix_rating_rated", "rating", ["workspace_id", "rated_at"])


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), nullable=False)
