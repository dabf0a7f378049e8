"""Every table, in one metadata. Each row carries the workspace it belongs to.

The migrations in `migrations/versions` build the same tables step by step; a test holds the two equal.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)

HEAD = "0001"
"""The newest migration; a database at this revision is opened without starting Alembic."""

DEFAULT_WORKSPACE = "local"
"""The workspace of a deployment that has only one."""


class UtcDateTime(TypeDecorator[datetime]):
    """Aware UTC datetimes on both sides; SQLite keeps no time zone, so it is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment must be aware")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _workspace() -> Column[str]:
    return Column("workspace_id", String(64), nullable=False)


original = Table(
    "original",
    metadata,
    _workspace(),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    PrimaryKeyConstraint("workspace_id", "sha256"),
)

guide = Table(
    "guide",
    metadata,
    _workspace(),
    Column("id", String(200), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)

release = Table(
    "release",
    metadata,
    _workspace(),
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
    _workspace(),
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
    _workspace(),
    Column("revision", Integer, nullable=False),
    PrimaryKeyConstraint("workspace_id"),
)

index_pointer = Table(
    "index_pointer",
    metadata,
    _workspace(),
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
    _workspace(),
    Column("embedder", String(200), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("vector", LargeBinary, nullable=False),
    PrimaryKeyConstraint("workspace_id", "embedder", "sha256"),
)

question = Table(
    "question",
    metadata,
    _workspace(),
    Column("id", String(64), nullable=False),
    Column("conversation_id", String(200), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("locale", String(8), nullable=False),
    Column("text", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("answer", JSON, nullable=False),
    Column("duration_ms", Integer, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_question_conversation", question.c.workspace_id, question.c.conversation_id, question.c.asked_at)

# No foreign key to `question`: a hand-over is kept even where writing the question itself failed.
handover = Table(
    "handover",
    metadata,
    _workspace(),
    Column("id", String(64), nullable=False),
    Column("question_id", String(64), nullable=False),
    Column("conversation_id", String(200), nullable=False),
    Column("text", Text, nullable=False),
    Column("locale", String(8), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("state", String(16), nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("uq_handover_question", handover.c.workspace_id, handover.c.question_id, unique=True)

failure = Table(
    "failure",
    metadata,
    _workspace(),
    Column("reference", String(16), nullable=False),
    Column("occurred_at", UtcDateTime, nullable=False),
    Column("place", String(200), nullable=False),
    Column("error_type", String(200), nullable=False),
    PrimaryKeyConstraint("workspace_id", "reference"),
)
