"""Firms, people, and what a firm chose to share."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, Index, PrimaryKeyConstraint, String, Table, Text, text

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

company = Table(
    "company",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("name", Text, nullable=False),
    # The coordinator who looks after the firm, as far as one is named.
    Column("coordinator_id", String(64), nullable=True),
    Column("sharing", String(16), nullable=False),
    Column("sharing_asked_at", UtcDateTime, nullable=True),
    Column("sharing_by", String(64), nullable=True),
    Column("sharing_at", UtcDateTime, nullable=True),
    Column("created_at", UtcDateTime, nullable=False),
    # "" until the first value walk asks.
    Column("trade", String(32), nullable=False, server_default=""),
    PrimaryKeyConstraint("workspace_id", "id"),
)

person = Table(
    "person",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    # How the chat platform knows the person, such as a Slack member id.
    Column("address", String(200), nullable=False),
    Column("name", Text, nullable=False),
    Column("email", String(320), nullable=False),
    Column("roles", JSON, nullable=False),
    Column("company_id", String(64), nullable=True),
    Column("locale", String(8), nullable=True),
    Column("time_zone", String(64), nullable=False),
    Column("works_from", String(5), nullable=False),
    Column("works_until", String(5), nullable=False),
    Column("works_on", String(16), nullable=False),
    Column("added_by", Text, nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    Column("welcomed_at", UtcDateTime, nullable=True),
    Column("away_until", UtcDateTime, nullable=True),
    Column("left_at", UtcDateTime, nullable=True),
    # The last day somebody works here, where a change of post is announced.
    Column("leaves_on", Date, nullable=True),
    # Who ended their use: an admin's id, "workspace" where they left that; "" where they stopped themselves.
    Column("ended_by", String(64), nullable=False, server_default=""),
    PrimaryKeyConstraint("workspace_id", "id"),
)
# Somebody may be named before the chat platform knows them: then the address is empty.
Index(
    "uq_person_address",
    person.c.workspace_id,
    person.c.address,
    unique=True,
    sqlite_where=text("address != ''"),
    postgresql_where=text("address != ''"),
)

# Every choice a firm made about what its coordinator may see; the newest one counts.
sharing_choice = Table(
    "sharing_choice",
    metadata,
    workspace(),
    Column("company_id", String(64), nullable=False),
    Column("chosen_at", UtcDateTime, nullable=False),
    Column("sharing", String(16), nullable=False),
    Column("chosen_by", String(64), nullable=False),
    Column("id", String(64), nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)

# What an admin shows before it is done, and can take back soon after.
people_change = Table(
    "people_change",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("by_id", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("edits", JSON, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
