"""Where our messages with the words of a walk or a card stand, and what was deleted. Never a word of anybody."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Index, Integer, PrimaryKeyConstraint, String, Table, false

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

# A message, a file, a delivery that may become a message, or a question asked of the guides from a walk.
posted_words = Table(
    "posted_words",
    metadata,
    workspace(),
    # The walk or the card whose words it has.
    Column("subject_id", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("conversation", String(200), nullable=False),
    # The platform's name for the message or the file; the id of the delivery or of the question.
    Column("message", String(64), nullable=False),
    Column("thread", String(64), nullable=False),
    # True since the walk or the card was deleted: to be taken back.
    Column("is_owed", Boolean, nullable=False, server_default=false()),
    # Real time, as in deliveries.
    Column("next_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("failing_since", UtcDateTime, nullable=True),
    PrimaryKeyConstraint("workspace_id", "subject_id", "kind", "conversation", "message"),
)
Index("ix_posted_words_owed", posted_words.c.workspace_id, posted_words.c.is_owed, posted_words.c.next_at)
Index("ix_posted_words_message", posted_words.c.workspace_id, posted_words.c.conversation, posted_words.c.message)

# What was deleted, and how far taking back what we posted about it is.
erasure = Table(
    "erasure",
    metadata,
    workspace(),
    Column("subject_id", String(64), nullable=False),
    Column("subject_kind", String(32), nullable=False),
    # Who is told when it is done; "" for nobody, such as for a card that went with its walk.
    Column("by_id", String(64), nullable=False),
    Column("erased_at", UtcDateTime, nullable=False),
    Column("messages", Integer, nullable=False),
    Column("files", Integer, nullable=False),
    # Addresses of what could not be taken back.
    Column("left_over", JSON, nullable=False),
    Column("finished_at", UtcDateTime, nullable=True),
    PrimaryKeyConstraint("workspace_id", "subject_id"),
)
Index("ix_erasure_finished", erasure.c.workspace_id, erasure.c.finished_at)
