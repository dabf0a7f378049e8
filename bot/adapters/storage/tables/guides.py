"""Guides, their releases and passages, what is derived from them, and files waiting to be published."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

original = Table(
    "original",
    metadata,
    workspace(),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    PrimaryKeyConstraint("workspace_id", "sha256"),
)

guide = Table(
    "guide",
    metadata,
    workspace(),
    Column("id", String(200), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)

release = Table(
    "release",
    metadata,
    workspace(),
    Column("guide_id", String(200), nullable=False),
    Column("number", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    # The release that was cited when this one took its place: the way back for `guides rollback`.
    Column("replaces", Integer, nullable=True),
    Column("original_sha256", String(64), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("bundled", Boolean, nullable=False),
    Column("reader_version", String(32), nullable=False),
    Column("details", JSON, nullable=False),
    Column("blocks", JSON, nullable=False),
    Column("pages", Integer, nullable=True),
    Column("warnings", JSON, nullable=False),
    Column("passage_count", Integer, nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "guide_id", "number"),
    ForeignKeyConstraint(["workspace_id", "guide_id"], ["guide.workspace_id", "guide.id"]),
    ForeignKeyConstraint(["workspace_id", "original_sha256"], ["original.workspace_id", "original.sha256"]),
)
# At most one release of a guide is cited; the database itself refuses a second one.
Index(
    "uq_release_current",
    release.c.workspace_id,
    release.c.guide_id,
    unique=True,
    sqlite_where=text("state = 'current'"),
    postgresql_where=text("state = 'current'"),
)
Index("ix_release_original", release.c.workspace_id, release.c.original_sha256)

passage = Table(
    "passage",
    metadata,
    workspace(),
    Column("id", String(240), nullable=False),
    Column("guide_id", String(200), nullable=False),
    Column("number", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("heading_path", JSON, nullable=False),
    Column("page", Integer, nullable=True),
    Column("page_to", Integer, nullable=True),
    Column("text", Text, nullable=False),
    Column("asked", JSON, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
    ForeignKeyConstraint(
        ["workspace_id", "guide_id", "number"],
        ["release.workspace_id", "release.guide_id", "release.number"],
    ),
)
Index(
    "uq_passage_ordinal",
    passage.c.workspace_id,
    passage.c.guide_id,
    passage.c.number,
    passage.c.ordinal,
    unique=True,
)

corpus = Table(
    "corpus",
    metadata,
    workspace(),
    Column("revision", Integer, nullable=False),
    PrimaryKeyConstraint("workspace_id"),
)

index_pointer = Table(
    "index_pointer",
    metadata,
    workspace(),
    Column("kind", String(16), nullable=False),
    Column("build_id", String(64), nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("previous_build_id", String(64), nullable=True),
    Column("previous_fingerprint", Text, nullable=True),
    Column("swapped_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "kind"),
)

embedding_cache = Table(
    "embedding_cache",
    metadata,
    workspace(),
    Column("embedder", String(200), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("vector", LargeBinary, nullable=False),
    PrimaryKeyConstraint("workspace_id", "embedder", "sha256"),
)

# A file that an admin dropped and has not yet published or put away.
guide_proposal = Table(
    "guide_proposal",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("by_address", String(200), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("content", LargeBinary, nullable=True),
    Column("options", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    Column("guide_id", String(200), nullable=True),
    Column("number", Integer, nullable=True),
    Column("proposed_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
