"""Paragraphs that a language model wrote under digests: that it was asked, and what passed.

There is no way down: restore a backup instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "digest_paragraph",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("digest_id", sa.String(length=36), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("about", sa.String(length=64), nullable=False),
        sa.Column("text", sa.String(length=400), nullable=False),
        sa.Column("company_ids", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "digest_id", name=op.f("pk_digest_paragraph")),
    )
