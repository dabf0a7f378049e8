"""People and firms, what came in from a chat platform, what is owed there, who asked, and who answers.

There is no way down: restore a backup instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "company",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("coordinator_id", sa.String(length=64), nullable=True),
        sa.Column("sharing", sa.String(length=16), nullable=False),
        sa.Column("sharing_asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sharing_by", sa.String(length=64), nullable=True),
        sa.Column("sharing_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_company")),
    )
    op.create_table(
        "delivery",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("occurrence", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("conversation", sa.String(length=200), nullable=False),
        sa.Column("thread", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_token", sa.String(length=36), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_conversation", sa.String(length=200), nullable=True),
        sa.Column("sent_message", sa.String(length=64), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_delivery")),
    )
    op.create_index("ix_delivery_sent", "delivery", ["workspace_id", "sent_conversation", "sent_message"], unique=False)
    op.create_index("ix_delivery_state", "delivery", ["workspace_id", "state", "next_at"], unique=False)
    op.create_index(
        "uq_delivery_occurrence", "delivery", ["workspace_id", "kind", "subject_id", "occurrence"], unique=True
    )
    op.create_table(
        "guide_proposal",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("by_address", sa.String(length=200), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("guide_id", sa.String(length=200), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_guide_proposal")),
    )
    op.create_table(
        "handover_turn",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("handover_id", sa.String(length=64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("by_address", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_handover_turn")),
    )
    op.create_index("ix_handover_turn", "handover_turn", ["workspace_id", "handover_id", "ordinal"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=255), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reply_conversation", sa.String(length=200), nullable=True),
        sa.Column("reply_message", sa.String(length=64), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_inbox")),
    )
    op.create_index("ix_inbox_state", "inbox", ["workspace_id", "state", "received_at"], unique=False)
    op.create_table(
        "person",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("company_id", sa.String(length=64), nullable=True),
        sa.Column("locale", sa.String(length=8), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("works_from", sa.String(length=5), nullable=False),
        sa.Column("works_until", sa.String(length=5), nullable=False),
        sa.Column("works_on", sa.String(length=16), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("welcomed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("away_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_person")),
    )
    op.create_index(
        "uq_person_address",
        "person",
        ["workspace_id", "address"],
        unique=True,
        sqlite_where=sa.text("address != ''"),
        postgresql_where=sa.text("address != ''"),
    )
    op.create_table(
        "rating",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column("by_address", sa.String(length=200), nullable=False),
        sa.Column("is_useful", sa.Boolean(), nullable=False),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "question_id", "by_address", name=op.f("pk_rating")),
    )
    op.create_table(
        "sharing_choice",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("company_id", sa.String(length=64), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sharing", sa.String(length=16), nullable=False),
        sa.Column("chosen_by", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_sharing_choice")),
    )
    op.add_column("handover", sa.Column("asker", sa.String(length=200), server_default="", nullable=False))
    op.add_column("handover", sa.Column("conversation", sa.String(length=200), server_default="", nullable=False))
    op.add_column("handover", sa.Column("thread", sa.String(length=64), server_default="", nullable=False))
    op.add_column("handover", sa.Column("is_direct", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("handover", sa.Column("owner_id", sa.String(length=64), nullable=True))
    op.add_column("handover", sa.Column("reply_by", sa.DateTime(timezone=True), nullable=True))
    op.add_column("handover", sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("handover", sa.Column("passed_on", sa.Integer(), server_default="0", nullable=False))
    op.create_index("ix_handover_state", "handover", ["workspace_id", "state", "reply_by"], unique=False)
    op.add_column("question", sa.Column("asker", sa.String(length=200), server_default="", nullable=False))
