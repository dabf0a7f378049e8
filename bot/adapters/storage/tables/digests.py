"""What coordinators wish of digests, what a digest told, and what they need not be told again."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, Index, Integer, PrimaryKeyConstraint, String, Table

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

digest_choice = Table(
    "digest_choice",
    metadata,
    workspace(),
    Column("person_id", String(64), nullable=False),
    # An ISO weekday; None for no weekly digest.
    Column("weekly_on", Integer, nullable=True),
    # `09:00`, in the person's time zone.
    Column("at", String(5), nullable=False),
    Column("is_daily", Boolean, nullable=False),
    Column("silent_days", Integer, nullable=False),
    # all, own, chosen; the ids are those that were chosen.
    Column("scope", String(16), nullable=False),
    Column("firm_ids", JSON, nullable=False),
    # Of the daily one: ISO weekdays (`1,3,5`; None for all), its hour and its firms (None for those of the weekly one).
    Column("daily_on", String(16), nullable=True),
    Column("daily_at", String(5), nullable=True),
    Column("daily_scope", String(16), nullable=True),
    Column("daily_firm_ids", JSON(none_as_null=True), nullable=True),
    Column("chosen_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "person_id"),
)

# One row for each coordinator, kind and day for ever; of a day on which there was nothing to tell as well.
digest = Table(
    "digest",
    metadata,
    workspace(),
    Column("id", String(36), nullable=False),
    Column("person_id", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("day", Date, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    # Which time it is planned: one that came too late for its day is given back, and planned again.
    Column("attempt", Integer, nullable=False),
    Column("is_given_back", Boolean, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("uq_digest_day", digest.c.workspace_id, digest.c.person_id, digest.c.day, digest.c.kind, unique=True)

digest_fact = Table(
    "digest_fact",
    metadata,
    workspace(),
    Column("digest_id", String(36), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("subject_id", String(64), nullable=False),
    Column("mark", String(64), nullable=False),
    PrimaryKeyConstraint("workspace_id", "digest_id", "kind", "subject_id", "mark"),
)

# A fact that somebody needs no more, or not before a day; another fact about the same has another mark.
digest_dismissal = Table(
    "digest_dismissal",
    metadata,
    workspace(),
    Column("person_id", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("subject_id", String(64), nullable=False),
    Column("mark", String(64), nullable=False),
    Column("until", Date, nullable=True),
    Column("dismissed_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "person_id", "kind", "subject_id", "mark"),
)

# That a language model was asked for a paragraph, once for each digest for ever; and the one that passed the checks. It
# has marks in the place of names, and no word of anybody.
digest_paragraph = Table(
    "digest_paragraph",
    metadata,
    workspace(),
    Column("digest_id", String(36), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("written_at", UtcDateTime, nullable=True),
    # Of which lines on which day it is; "" where there is none.
    Column("about", String(64), nullable=False),
    Column("text", String(400), nullable=False),
    Column("company_ids", JSON, nullable=False),
    PrimaryKeyConstraint("workspace_id", "digest_id"),
)
