"""Holidays that were loaded, and the days of firms, people and outside firms."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

# A table that was loaded goes before the one in knowledge/; the newest counts.
holiday_table = Table(
    "holiday_table",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("source", Text, nullable=False),
    Column("until", Date, nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
    Column("loaded_by", Text, nullable=False),
    # [{"day": "2026-11-23", "name": "勤労感謝の日"}, …]
    Column("days", JSON, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)

# Days on which a firm, a person or an outside firm does not work, or works although it is a day off.
calendar_entry = Table(
    "calendar_entry",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    # "company", "person" or "partner".
    Column("scope", String(16), nullable=False),
    # The firm's id, the person's id, or `company_id:key` of an outside firm.
    Column("scope_id", String(300), nullable=False),
    Column("is_working", Boolean, nullable=False),
    Column("from_on", Date, nullable=True),
    Column("until_on", Date, nullable=True),
    # The same days of every year (年末年始, 創立記念日).
    Column("is_yearly", Boolean, nullable=False),
    # ISO weekdays such as `36`, for what is so every week; "" for days.
    Column("weekdays", String(7), nullable=False),
    Column("name", Text, nullable=False),
    Column("added_by", String(64), nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    # What was taken away does not count, and can be brought back.
    Column("removed_at", UtcDateTime, nullable=True),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_calendar_entry", calendar_entry.c.workspace_id, calendar_entry.c.scope, calendar_entry.c.scope_id)

# Raised with every change of the two tables above: a running server sees by it that calendars changed.
calendar_revision = Table(
    "calendar_revision",
    metadata,
    workspace(),
    Column("revision", Integer, nullable=False),
    PrimaryKeyConstraint("workspace_id"),
)
