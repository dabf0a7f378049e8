"""Nudges to come, what was told, what people wish, and when something last ran."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace

# One row for each subject, matter and person: the next step of it. It is replaced when its subject changes.
nudge = Table(
    "nudge",
    metadata,
    workspace(),
    Column("id", String(36), nullable=False),
    Column("subject_kind", String(16), nullable=False),
    Column("subject_id", String(64), nullable=False),
    # What is replaced together: the encounter of an issue or a request.
    Column("root_id", String(64), nullable=False),
    Column("matter", String(32), nullable=False),
    Column("person_id", String(64), nullable=False),
    Column("company_id", String(64), nullable=True),
    Column("cadence", String(64), nullable=False),
    Column("since", Date, nullable=False),
    Column("step", Integer, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    # A postponement; it begins another series of the same steps.
    Column("not_before", Date, nullable=True),
    # The outside firm, whose days off are left out.
    Column("partner", String(200), nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_nudge_due", nudge.c.workspace_id, nudge.c.due_at, nudge.c.person_id)
Index("ix_nudge_person", nudge.c.workspace_id, nudge.c.person_id, nudge.c.due_at)
Index("ix_nudge_root", nudge.c.workspace_id, nudge.c.root_id)

bundle = Table(
    "nudge_bundle",
    metadata,
    workspace(),
    Column("id", String(36), nullable=False),
    Column("person_id", String(64), nullable=False),
    Column("day", Date, nullable=False),
    Column("slot", String(5), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("uq_nudge_bundle_slot", bundle.c.workspace_id, bundle.c.person_id, bundle.c.day, bundle.c.slot, unique=True)

bundle_item = Table(
    "nudge_bundle_item",
    metadata,
    workspace(),
    Column("bundle_id", String(36), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("nudge_id", String(36), nullable=False),
    Column("occurrence", String(64), nullable=False),
    Column("subject_kind", String(16), nullable=False),
    Column("subject_id", String(64), nullable=False),
    Column("matter", String(32), nullable=False),
    Column("cadence", String(64), nullable=False),
    Column("since", Date, nullable=False),
    Column("step", Integer, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("is_late", Boolean, nullable=False),
    PrimaryKeyConstraint("workspace_id", "bundle_id", "ordinal"),
)
# The same occurrence is told once, whoever plans it and however often.
Index(
    "uq_nudge_occurrence",
    bundle_item.c.workspace_id,
    bundle_item.c.nudge_id,
    bundle_item.c.occurrence,
    unique=True,
)
Index("ix_nudge_bundle_item_subject", bundle_item.c.workspace_id, bundle_item.c.subject_id)

nudge_preference = Table(
    "nudge_preference",
    metadata,
    workspace(),
    Column("person_id", String(64), nullable=False),
    Column("pace", String(16), nullable=False),
    # `09:00,13:00`, in the person's time zone.
    Column("times", String(64), nullable=False),
    Column("paused_until", Date, nullable=True),
    Column("chosen_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "person_id"),
)

nudge_mute = Table(
    "nudge_mute",
    metadata,
    workspace(),
    Column("person_id", String(64), nullable=False),
    Column("subject_kind", String(16), nullable=False),
    Column("subject_id", String(64), nullable=False),
    Column("muted_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "person_id", "subject_kind", "subject_id"),
)

cadence_choice = Table(
    "cadence_choice",
    metadata,
    workspace(),
    Column("company_id", String(64), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("cadence", String(64), nullable=False),
    Column("chosen_by", String(64), nullable=False),
    Column("chosen_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "company_id", "scope", "name"),
)

# When something last ran, in real time; `business_at` is what its clock said.
heartbeat = Table(
    "heartbeat",
    metadata,
    workspace(),
    Column("name", String(32), nullable=False),
    Column("beat_at", UtcDateTime, nullable=False),
    Column("business_at", UtcDateTime, nullable=True),
    PrimaryKeyConstraint("workspace_id", "name"),
)
