"""Encounters and what happened to them, nudges, and calendars of firms and people.

There is no way down: restore a backup instead.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cadence_choice",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("company_id", sa.String(length=64), nullable=False),
        sa.Column("scope", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("cadence", sa.String(length=64), nullable=False),
        sa.Column("chosen_by", sa.String(length=64), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "company_id", "scope", "name", name=op.f("pk_cadence_choice")),
    )
    op.create_table(
        "calendar_entry",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("scope", sa.String(length=16), nullable=False),
        sa.Column("scope_id", sa.String(length=300), nullable=False),
        sa.Column("is_working", sa.Boolean(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("is_yearly", sa.Boolean(), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added_by", sa.String(length=64), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_calendar_entry")),
    )
    op.create_index("ix_calendar_entry", "calendar_entry", ["workspace_id", "scope", "scope_id"], unique=False)
    op.create_table(
        "calendar_revision",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", name=op.f("pk_calendar_revision")),
    )
    op.create_table(
        "card_list",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("by_id", sa.String(length=64), nullable=False),
        sa.Column("company_id", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_card_list")),
    )
    op.create_index("ix_card_list", "card_list", ["workspace_id", "by_id", "created_at"], unique=False)
    op.create_table(
        "colleague_request",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("encounter_id", sa.String(length=64), nullable=False),
        sa.Column("from_id", sa.String(length=64), nullable=False),
        sa.Column("to_id", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("is_whole", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_colleague_request")),
    )
    op.create_index("ix_colleague_request", "colleague_request", ["workspace_id", "encounter_id"], unique=False)
    op.create_index("ix_colleague_request_to", "colleague_request", ["workspace_id", "to_id", "state"], unique=False)
    op.create_table(
        "encounter",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("company_id", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("owner_id", sa.String(length=64), nullable=False),
        sa.Column("next_owner_id", sa.String(length=64), nullable=True),
        sa.Column("partner_key", sa.String(length=200), nullable=False),
        sa.Column("contact_key", sa.String(length=200), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("last_contact_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_encounter")),
    )
    op.create_index("ix_encounter_company", "encounter", ["workspace_id", "company_id", "state"], unique=False)
    op.create_index("ix_encounter_next_owner", "encounter", ["workspace_id", "next_owner_id", "state"], unique=False)
    op.create_index("ix_encounter_owner", "encounter", ["workspace_id", "owner_id", "state"], unique=False)
    op.create_index("ix_encounter_partner", "encounter", ["workspace_id", "company_id", "partner_key"], unique=False)
    op.create_table(
        "encounter_change",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("encounter_id", sa.String(length=64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("by_id", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("is_undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_encounter_change")),
    )
    op.create_index(
        "uq_encounter_change_ordinal", "encounter_change", ["workspace_id", "encounter_id", "ordinal"], unique=True
    )
    op.create_table(
        "encounter_issue",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("encounter_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.String(length=64), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("opened_by", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_encounter_issue")),
    )
    op.create_index("ix_encounter_issue", "encounter_issue", ["workspace_id", "encounter_id"], unique=False)
    op.create_table(
        "heartbeat",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "name", name=op.f("pk_heartbeat")),
    )
    op.create_table(
        "holiday_table",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("loaded_by", sa.Text(), nullable=False),
        sa.Column("days", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_holiday_table")),
    )
    op.create_table(
        "known_party",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("company_id", sa.String(length=64), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("of_id", sa.String(length=64), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("joined_into", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_known_party")),
    )
    op.create_index("ix_known_party", "known_party", ["workspace_id", "company_id", "kind", "key"], unique=False)
    op.create_table(
        "nudge",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("subject_kind", sa.String(length=16), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("root_id", sa.String(length=64), nullable=False),
        sa.Column("matter", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("company_id", sa.String(length=64), nullable=True),
        sa.Column("cadence", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.Date(), nullable=True),
        sa.Column("partner", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_nudge")),
    )
    op.create_index("ix_nudge_due", "nudge", ["workspace_id", "due_at", "person_id"], unique=False)
    op.create_index("ix_nudge_person", "nudge", ["workspace_id", "person_id", "due_at"], unique=False)
    op.create_index("ix_nudge_root", "nudge", ["workspace_id", "root_id"], unique=False)
    op.create_table(
        "nudge_bundle",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=5), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_nudge_bundle")),
    )
    op.create_index("uq_nudge_bundle_slot", "nudge_bundle", ["workspace_id", "person_id", "day", "slot"], unique=True)
    op.create_table(
        "nudge_bundle_item",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("bundle_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("nudge_id", sa.String(length=36), nullable=False),
        sa.Column("occurrence", sa.String(length=64), nullable=False),
        sa.Column("subject_kind", sa.String(length=16), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("matter", sa.String(length=32), nullable=False),
        sa.Column("cadence", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "bundle_id", "ordinal", name=op.f("pk_nudge_bundle_item")),
    )
    op.create_index("ix_nudge_bundle_item_subject", "nudge_bundle_item", ["workspace_id", "subject_id"], unique=False)
    op.create_index("uq_nudge_occurrence", "nudge_bundle_item", ["workspace_id", "nudge_id", "occurrence"], unique=True)
    op.create_table(
        "nudge_mute",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("subject_kind", sa.String(length=16), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("muted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", "subject_kind", "subject_id", name=op.f("pk_nudge_mute")),
    )
    op.create_table(
        "nudge_preference",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("pace", sa.String(length=16), nullable=False),
        sa.Column("times", sa.String(length=64), nullable=False),
        sa.Column("paused_until", sa.Date(), nullable=True),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name=op.f("pk_nudge_preference")),
    )
    op.create_table(
        "programme",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.String(length=64), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("succession", sa.String(length=16), nullable=False),
        sa.Column("next_owner_id", sa.String(length=64), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_programme")),
    )
    op.add_column("person", sa.Column("leaves_on", sa.Date(), nullable=True))
