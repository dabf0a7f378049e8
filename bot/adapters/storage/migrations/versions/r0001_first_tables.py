"""Guides, the corpus revision, index pointers, cached embeddings, questions, hand-overs, failures.

There is no way down: restore a backup instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "corpus",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", name=op.f("pk_corpus")),
    )
    op.create_table(
        "embedding_cache",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("embedder", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "embedder", "sha256", name=op.f("pk_embedding_cache")),
    )
    op.create_table(
        "failure",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("error_type", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "reference", name=op.f("pk_failure")),
    )
    op.create_table(
        "guide",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_guide")),
    )
    op.create_table(
        "handover",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column("conversation_id", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_handover")),
    )
    op.create_index("uq_handover_question", "handover", ["workspace_id", "question_id"], unique=True)
    op.create_table(
        "index_pointer",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("build_id", sa.String(length=64), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("previous_build_id", sa.String(length=64), nullable=True),
        sa.Column("previous_fingerprint", sa.Text(), nullable=True),
        sa.Column("swapped_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "kind", name=op.f("pk_index_pointer")),
    )
    op.create_table(
        "original",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "sha256", name=op.f("pk_original")),
    )
    op.create_table(
        "question",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("conversation_id", sa.String(length=200), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("duration_ms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_question")),
    )
    op.create_index(
        "ix_question_conversation", "question", ["workspace_id", "conversation_id", "asked_at"], unique=False
    )
    op.create_table(
        "release",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("guide_id", sa.String(length=200), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("original_sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("bundled", sa.Boolean(), nullable=False),
        sa.Column("reader_version", sa.String(length=32), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("passage_count", sa.Integer(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "guide_id"], ["guide.workspace_id", "guide.id"], name=op.f("fk_release_guide")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "original_sha256"],
            ["original.workspace_id", "original.sha256"],
            name=op.f("fk_release_original"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "guide_id", "number", name=op.f("pk_release")),
    )
    op.create_index("ix_release_original", "release", ["workspace_id", "original_sha256"], unique=False)
    op.create_index(
        "uq_release_current",
        "release",
        ["workspace_id", "guide_id"],
        unique=True,
        sqlite_where=sa.text("state = 'current'"),
        postgresql_where=sa.text("state = 'current'"),
    )
    op.create_table(
        "passage",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=240), nullable=False),
        sa.Column("guide_id", sa.String(length=200), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("heading_path", sa.JSON(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("page_to", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "guide_id", "number"],
            ["release.workspace_id", "release.guide_id", "release.number"],
            name=op.f("fk_passage_release"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_passage")),
    )
    op.create_index(
        "uq_passage_ordinal", "passage", ["workspace_id", "guide_id", "number", "ordinal"], unique=True
    )
