"""What came in from a chat platform, and what we owe somebody there."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace
from bot.adapters.storage.tables.sealed import Sealed

# What a chat platform handed in: written before it is acknowledged, so that a crash after that loses nothing.
inbox = Table(
    "inbox",
    metadata,
    workspace(),
    Column("id", String(255), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("body", Sealed("inbox.body"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    # The message that answers it, as soon as the platform has named it.
    Column("reply_conversation", String(200), nullable=True),
    Column("reply_message", String(64), nullable=True),
    Column("finished_at", UtcDateTime, nullable=True),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_inbox_state", inbox.c.workspace_id, inbox.c.state, inbox.c.received_at)

# What we owe somebody: intent is committed here before the network is touched (RELIABILITY: delivery).
delivery = Table(
    "delivery",
    metadata,
    workspace(),
    Column("id", String(36), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("subject_id", String(64), nullable=False),
    Column("occurrence", String(64), nullable=False),
    Column("person", String(200), nullable=False),
    Column("conversation", String(200), nullable=False),
    Column("thread", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("next_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("lease_token", String(36), nullable=True),
    Column("lease_until", UtcDateTime, nullable=True),
    Column("sent_conversation", String(200), nullable=True),
    Column("sent_message", String(64), nullable=True),
    Column("sent_at", UtcDateTime, nullable=True),
    Column("trouble", Text, nullable=True),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index(
    "uq_delivery_occurrence",
    delivery.c.workspace_id,
    delivery.c.kind,
    delivery.c.subject_id,
    delivery.c.occurrence,
    unique=True,
)
Index("ix_delivery_state", delivery.c.workspace_id, delivery.c.state, delivery.c.next_at)
Index("ix_delivery_sent", delivery.c.workspace_id, delivery.c.sent_conversation, delivery.c.sent_message)

# A message of ours that stood there twice, and was removed: the count is to stay 0.
delivery_twin = Table(
    "delivery_twin",
    metadata,
    workspace(),
    Column("conversation", String(200), nullable=False),
    Column("message", String(64), nullable=False),
    Column("delivery_id", String(36), nullable=False),
    # Business time.
    Column("removed_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "conversation", "message"),
)
