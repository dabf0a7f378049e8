"""What admins did about unanswered questions and guides marked wrong, when they want to hear, what firms allow."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, PrimaryKeyConstraint, String, Table

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

# The newest move on a subject; `kind` is question or guide, `move` adding, skipped or corrected.
unanswered_move = Table(
    "unanswered_move",
    metadata,
    workspace(),
    Column("kind", String(16), nullable=False),
    Column("subject_id", String(200), nullable=False),
    Column("move", String(16), nullable=False),
    Column("by_id", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "kind", "subject_id"),
)

unanswered_wish = Table(
    "unanswered_wish",
    metadata,
    workspace(),
    Column("person_id", String(64), nullable=False),
    # An ISO weekday; None for not at all.
    Column("weekly_on", Integer, nullable=True),
    # `09:00`, in the person's time zone.
    Column("at", String(5), nullable=False),
    Column("chosen_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "person_id"),
)

# Whether a firm lets admins read how its people worded what was not answered, from `at` on.
wording_consent = Table(
    "wording_consent",
    metadata,
    workspace(),
    Column("company_id", String(64), nullable=False),
    Column("is_given", Boolean, nullable=False),
    Column("by_id", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "company_id"),
)
