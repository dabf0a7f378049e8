"""Every table, in one metadata. Each row carries the workspace it belongs to.

The migrations in `migrations/versions` build the same tables step by step; a test holds the two equal.
"""

from __future__ import annotations

from bot.adapters.storage.tables.columns import UtcDateTime, metadata
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
from bot.adapters.storage.tables.people import company, person, sharing_choice
from bot.adapters.storage.tables.questions import failure, handover, handover_turn, question, rating
from bot.adapters.storage.tables.traffic import delivery, inbox

HEAD = "0002"
"""The newest migration; a database at this revision is opened without starting Alembic."""

DEFAULT_WORKSPACE = "local"
"""The workspace of a deployment that has only one."""

__all__ = [
    "DEFAULT_WORKSPACE",
    "HEAD",
    "UtcDateTime",
    "company",
    "corpus",
    "delivery",
    "embedding_cache",
    "failure",
    "guide",
    "guide_proposal",
    "handover",
    "handover_turn",
    "inbox",
    "index_pointer",
    "metadata",
    "original",
    "passage",
    "person",
    "question",
    "rating",
    "release",
    "sharing_choice",
]
