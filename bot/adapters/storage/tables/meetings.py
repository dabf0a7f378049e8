"""Encounters with the outside, what happened to them, and the people and firms met."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace
from bot.adapters.storage.tables.sealed import Sealed, SealedAlike, SealedText

encounter = Table(
    "encounter",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("company_id", String(64), nullable=True),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("owner_id", String(64), nullable=False),
    # Of the next step, whoever does it: the owner, or a colleague who accepted.
    Column("next_owner_id", String(64), nullable=True),
    Column("partner_key", SealedAlike("party.key"), nullable=False),
    Column("contact_key", SealedAlike("party.key"), nullable=False),
    Column("event", Text, nullable=False),
    Column("met_on", Date, nullable=True),
    Column("last_contact_on", Date, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("version", Integer, nullable=False),
    # The whole encounter; the columns beside it are what is searched by.
    Column("body", Sealed("encounter.body"), nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_encounter_company", encounter.c.workspace_id, encounter.c.company_id, encounter.c.state)
Index("ix_encounter_owner", encounter.c.workspace_id, encounter.c.owner_id, encounter.c.state)
Index("ix_encounter_next_owner", encounter.c.workspace_id, encounter.c.next_owner_id, encounter.c.state)
Index("ix_encounter_partner", encounter.c.workspace_id, encounter.c.company_id, encounter.c.partner_key)

encounter_change = Table(
    "encounter_change",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("encounter_id", String(64), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("by_id", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("detail", Sealed("encounter_change.detail"), nullable=False),
    Column("before", Sealed("encounter_change.before"), nullable=True),
    Column("is_undone", Boolean, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index(
    "uq_encounter_change_ordinal",
    encounter_change.c.workspace_id,
    encounter_change.c.encounter_id,
    encounter_change.c.ordinal,
    unique=True,
)

encounter_issue = Table(
    "encounter_issue",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("encounter_id", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("text", SealedText("encounter_issue.text"), nullable=False),
    Column("owner_id", String(64), nullable=False),
    Column("due_on", Date, nullable=True),
    Column("opened_on", Date, nullable=False),
    Column("closed_on", Date, nullable=True),
    Column("opened_by", String(64), nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_encounter_issue", encounter_issue.c.workspace_id, encounter_issue.c.encounter_id)

colleague_request = Table(
    "colleague_request",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("encounter_id", String(64), nullable=False),
    Column("from_id", String(64), nullable=False),
    Column("to_id", String(64), nullable=False),
    Column("text", SealedText("colleague_request.text"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("answered_at", UtcDateTime, nullable=True),
    Column("note", SealedText("colleague_request.note"), nullable=False),
    Column("is_whole", Boolean, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_colleague_request", colleague_request.c.workspace_id, colleague_request.c.encounter_id)
Index("ix_colleague_request_to", colleague_request.c.workspace_id, colleague_request.c.to_id, colleague_request.c.state)

# An outside firm or person; two spellings are joined only by a click.
known_party = Table(
    "known_party",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("company_id", String(64), nullable=True),
    Column("kind", String(16), nullable=False),
    Column("name", SealedText("known_party.name"), nullable=False),
    Column("key", SealedAlike("party.key"), nullable=False),
    Column("of_id", String(64), nullable=True),
    Column("title", SealedText("known_party.title"), nullable=False),
    Column("joined_into", String(64), nullable=True),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_known_party", known_party.c.workspace_id, known_party.c.company_id, known_party.c.kind, known_party.c.key)

# A pile of business cards, pasted or dropped, that its owner goes through; forgotten after a time.
card_list = Table(
    "card_list",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("by_id", String(64), nullable=False),
    Column("company_id", String(64), nullable=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Sealed("card_list.body"), nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
Index("ix_card_list", card_list.c.workspace_id, card_list.c.by_id, card_list.c.created_at)

programme = Table(
    "programme",
    metadata,
    workspace(),
    Column("id", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("owner_id", String(64), nullable=False),
    Column("fiscal_year", Integer, nullable=False),
    Column("succession", String(16), nullable=False),
    Column("next_owner_id", String(64), nullable=True),
    Column("answered_at", UtcDateTime, nullable=True),
    Column("ends_on", Date, nullable=True),
    PrimaryKeyConstraint("workspace_id", "id"),
)

# To which programme of a fiscal year an event of a firm counts, or the firm as a whole (`event_key` "").
programme_choice = Table(
    "programme_choice",
    metadata,
    workspace(),
    Column("company_id", String(64), nullable=False),
    # What all spellings of the event share.
    Column("event_key", Text, nullable=False),
    Column("fiscal_year", Integer, nullable=False),
    Column("programme_id", String(64), nullable=False),
    Column("chosen_by", String(64), nullable=False),
    Column("chosen_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "company_id", "event_key", "fiscal_year"),
)
