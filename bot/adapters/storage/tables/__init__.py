"""Every table, in one metadata. Each row carries the workspace it belongs to.

The migrations in `migrations/versions` build the same tables step by step; a test holds the two equal.
"""

from __future__ import annotations

from bot.adapters.storage.tables.audit import audit
from bot.adapters.storage.tables.calendars import calendar_entry, calendar_revision, holiday_table
from bot.adapters.storage.tables.changeovers import changeover
from bot.adapters.storage.tables.cockpit import cockpit_change, cockpit_sift
from bot.adapters.storage.tables.columns import UtcDateTime, metadata
from bot.adapters.storage.tables.digests import digest, digest_choice, digest_dismissal, digest_fact, digest_paragraph
from bot.adapters.storage.tables.entries import guide_entry
from bot.adapters.storage.tables.guides import (
    corpus,
    embedding_cache,
    guide,
    guide_proposal,
    index_pointer,
    original,
    passage,
    release,
)
from bot.adapters.storage.tables.introductions import introduction
from bot.adapters.storage.tables.joins import handover_join
from bot.adapters.storage.tables.meetings import (
    card_list,
    colleague_request,
    encounter,
    encounter_change,
    encounter_issue,
    known_party,
    programme,
    programme_choice,
)
from bot.adapters.storage.tables.model_choices import model_choice
from bot.adapters.storage.tables.nudges import (
    bundle,
    bundle_item,
    cadence_choice,
    heartbeat,
    nudge,
    nudge_mute,
    nudge_preference,
)
from bot.adapters.storage.tables.people import company, people_change, person, sharing_choice
from bot.adapters.storage.tables.posted import erasure, posted_words
from bot.adapters.storage.tables.questions import failure, handover, handover_turn, question, rating
from bot.adapters.storage.tables.revisions import revision
from bot.adapters.storage.tables.sealed import sealing_key
from bot.adapters.storage.tables.traffic import delivery, delivery_twin, inbox
from bot.adapters.storage.tables.unanswered import unanswered_move, unanswered_wish, wording_consent
from bot.adapters.storage.tables.value_cards import (
    value_card,
    value_card_sharing,
    value_card_use,
    value_card_version,
)
from bot.adapters.storage.tables.walks import value_walk, value_walk_change, value_walk_script

HEAD = "0022"
"""The newest migration; a database at this revision is opened without starting Alembic."""

DEFAULT_WORKSPACE = "local"
"""The workspace of a deployment that has only one."""

__all__ = [
    "DEFAULT_WORKSPACE",
    "HEAD",
    "UtcDateTime",
    "audit",
    "bundle",
    "bundle_item",
    "cadence_choice",
    "calendar_entry",
    "calendar_revision",
    "card_list",
    "changeover",
    "cockpit_change",
    "cockpit_sift",
    "colleague_request",
    "company",
    "corpus",
    "delivery",
    "delivery_twin",
    "digest",
    "digest_choice",
    "digest_dismissal",
    "digest_fact",
    "digest_paragraph",
    "embedding_cache",
    "encounter",
    "encounter_change",
    "encounter_issue",
    "erasure",
    "failure",
    "guide",
    "guide_entry",
    "guide_proposal",
    "handover",
    "handover_join",
    "handover_turn",
    "heartbeat",
    "holiday_table",
    "inbox",
    "index_pointer",
    "introduction",
    "known_party",
    "metadata",
    "model_choice",
    "nudge",
    "nudge_mute",
    "nudge_preference",
    "original",
    "passage",
    "people_change",
    "person",
    "posted_words",
    "programme",
    "programme_choice",
    "question",
    "rating",
    "release",
    "revision",
    "sealing_key",
    "sharing_choice",
    "unanswered_move",
    "unanswered_wish",
    "value_card",
    "value_card_sharing",
    "value_card_use",
    "value_card_version",
    "value_walk",
    "value_walk_change",
    "value_walk_script",
    "wording_consent",
]
