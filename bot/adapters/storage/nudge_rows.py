"""Nudges, bundles and their items as rows, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.core.nudges.models import Bundle, Item
from bot.core.scheduled import Scheduled

_OF_NUDGE = (
    "subject_kind",
    "subject_id",
    "matter",
    "person_id",
    "company_id",
    "cadence",
    "since",
    "step",
    "due_on",
    "due_at",
    "not_before",
    "partner",
)
_OF_BUNDLE = ("id", "person_id", "day", "slot", "created_at")
_OF_ITEM = (
    "ordinal",
    "nudge_id",
    "occurrence",
    "subject_kind",
    "subject_id",
    "matter",
    "cadence",
    "since",
    "step",
    "due_on",
    "is_late",
)


def nudge_values(one: Scheduled, workspace_id: str) -> dict[str, Any]:
    """The row of a nudge but for the root it belongs to."""
    values = {name: getattr(one, name) for name in _OF_NUDGE}
    # The column is as long as a name can sensibly be.
    values["partner"] = one.partner[:200]
    return values | {"workspace_id": workspace_id, "id": one.nudge_id(workspace_id)}


def scheduled_from(row: Row[*tuple[Any, ...]]) -> Scheduled:
    """The nudge of a row."""
    return Scheduled(**{name: getattr(row, name) for name in _OF_NUDGE})


def bundle_values(one: Bundle, workspace_id: str) -> dict[str, Any]:
    """The row of a bundle."""
    return {name: getattr(one, name) for name in _OF_BUNDLE} | {"workspace_id": workspace_id}


def item_values(item: Item, bundle_id: str, workspace_id: str) -> dict[str, Any]:
    """The row of one matter in a bundle."""
    values = {name: getattr(item, name) for name in _OF_ITEM}
    return values | {"workspace_id": workspace_id, "bundle_id": bundle_id}


def bundles_from(rows: Sequence[Row[Any]], items: Sequence[Row[Any]]) -> Sequence[Bundle]:
    """Bundles with their items, in the order of the rows."""
    of_bundle = defaultdict[str, list[Item]](list)
    for row in items:
        of_bundle[row.bundle_id].append(Item(**{name: getattr(row, name) for name in _OF_ITEM}))
    return [Bundle(**{name: getattr(row, name) for name in _OF_BUNDLE}, items=tuple(of_bundle[row.id])) for row in rows]


OF_BUNDLE = "of_bundle_"
"""Starts the name of a bundle's column where a bundle and its items are read together."""


def bundle_from(rows: Sequence[Row[Any]]) -> Bundle:
    """A bundle from its rows, each joined with an item; one row without an item where it holds none."""
    items = tuple(Item(**{name: getattr(row, name) for name in _OF_ITEM}) for row in rows if row.ordinal is not None)
    return Bundle(**{name: getattr(rows[0], OF_BUNDLE + name) for name in _OF_BUNDLE}, items=items)
