"""What coordinators wish of digests, what was told in them, and what they need not be told again.

There is no way down: restore a backup instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _choices()
    _digests()
    _dismissals()


def _choices() -> None:
    op.create_table(
        "digest_choice",
        _text("workspace_id", 64),
        _text("person_id", 64),
        sa.Column("weekly_on", sa.Integer(), nullable=True),
        _text("at", 5),
        sa.Column("is_daily", sa.Boolean(), nullable=False),
        sa.Column("silent_days", sa.Integer(), nullable=False),
        _text("scope", 16),
        sa.Column("firm_ids", sa.JSON(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name=op.f("pk_digest_choice")),
    )


def _digests() -> None:
    op.create_table(
        "digest",
        _text("workspace_id", 64),
        _text("id", 36),
        _text("person_id", 64),
        _text("kind", 16),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("is_given_back", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_digest")),
    )
    op.create_index("uq_digest_day", "digest", ["workspace_id", "person_id", "day", "kind"], unique=True)
    key = ("workspace_id", "digest_id", "kind", "subject_id", "mark")
    op.create_table(
        "digest_fact",
        _text("workspace_id", 64),
        _text("digest_id", 36),
        _text("kind", 16),
        _text("subject_id", 64),
        _text("mark", 64),
        sa.PrimaryKeyConstraint(*key, name=op.f("pk_digest_fact")),
    )


def _dismissals() -> None:
    key = ("workspace_id", "person_id", "kind", "subject_id", "mark")
    op.create_table(
        "digest_dismissal",
        _text("workspace_id", 64),
        _text("person_id", 64),
        _text("kind", 16),
        _text("subject_id", 64),
        _text("mark", 64),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("dismissed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint(*key, name=op.f("pk_digest_dismissal")),
    )


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), nullable=False)
