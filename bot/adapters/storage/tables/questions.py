"""Questions, what was said of their answers, hand-overs to a person, failures."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Index, Integer, PrimaryKeyConstraint, String, Table, Text, true

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

question = Table(
    "question",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("conversation_id", String(200), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("locale", String(8), nullable=False),
    Column("text", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("answer", JSON, nullable=False),
    Column("duration_ms", Integer, nullable=False),
    # Who asked, as the chat platform knows them; "" at the command line.
    Column("asker", String(200), nullable=False, server_default=""),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_question_conversation", question.c.workspace_id, question.c.conversation_id, question.c.asked_at)
Index("ix_question_asked", question.c.workspace_id, question.c.asked_at)

# No foreign key to `question`: a hand-over is kept even where writing the question itself failed.
handover = Table(
    "handover",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("question_id", String(64), nullable=False),
    Column("conversation_id", String(200), nullable=False),
    Column("text", Text, nullable=False),
    Column("locale", String(8), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("state", String(16), nullable=False),
    # Where the answer belongs: the asker and the thread they asked in, as the chat platform names them.
    Column("asker", String(200), nullable=False, server_default=""),
    Column("conversation", String(200), nullable=False, server_default=""),
    Column("thread", String(64), nullable=False, server_default=""),
    # True where nobody but the asker reads what is said there.
    Column("is_direct", Boolean, nullable=False, server_default=true()),
    # The person who is to answer; None while it waits in the shared queue.
    Column("owner_id", String(64), nullable=True),
    Column("reply_by", UtcDateTime, nullable=True),
    Column("reminded_at", UtcDateTime, nullable=True),
    Column("passed_on", Integer, nullable=False, server_default="0"),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_handover_state", handover.c.workspace_id, handover.c.state, handover.c.reply_by)
Index("uq_handover_question", handover.c.workspace_id, handover.c.question_id, unique=True)

handover_turn = Table(
    "handover_turn",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("handover_id", String(64), nullable=False),
    # Which step it is: several can happen at one moment.
    Column("ordinal", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("by_address", String(200), nullable=False),
    Column("text", Text, nullable=False),
    Column("happened_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_handover_turn", handover_turn.c.workspace_id, handover_turn.c.handover_id, handover_turn.c.ordinal)

rating = Table(
    "rating",
    metadata,
    workspace(),
    Column("question_id", String(64), nullable=False),
    Column("by_address", String(200), nullable=False),
    Column("is_useful", Boolean, nullable=False),
    Column("rated_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "question_id", "by_address"),
)
Index("ix_rating_rated", rating.c.workspace_id, rating.c.rated_at)

failure = Table(
    "failure",
    metadata,
    workspace(),
    Column("reference", String(16), nullable=False),
    Column("occurred_at", UtcDateTime, nullable=False),
    Column("place", String(200), nullable=False),
    Column("error_type", String(200), nullable=False),
    PrimaryKeyConstraint("workspace_id", "reference"),
)
