"""New uses that were offered from another firm's card: in other cards, and in the walks on which somebody decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, and_, delete, select, update

from bot.adapters.storage.tables import value_card_use, value_walk, value_walk_change
from bot.core.coaching.cards.models import UseSource


def withdraw_uses(connection: Connection, card_id: str, *, workspace_id: str) -> None:
    """Take away everything that was offered from a card, wherever it stands."""
    table = value_card_use
    of_it = (table.c.source == str(UseSource.CARD), table.c.reference == card_id)
    connection.execute(delete(table).where(and_(table.c.workspace_id == workspace_id, *of_it)))
    for kept, column in ((value_walk, "body"), (value_walk_change, "before")):
        body = kept.c[column]
        # What is sealed cannot be searched by the database: every walk is opened. It happens where a card is taken back
        # or deleted.
        there = and_(kept.c.workspace_id == workspace_id, body.is_not(None))
        for row in connection.execute(select(kept.c.id, body.label("body")).where(there)).all():
            if not _names(row.body, card_id):
                continue
            here = and_(kept.c.workspace_id == workspace_id, kept.c.id == row.id)
            connection.execute(update(kept).where(here).values({column: _without(row.body, card_id)}))


def _names(body: Mapping[str, Any], card_id: str) -> bool:
    return any((use["source"], use["reference"]) == (UseSource.CARD, card_id) for use in body.get("uses") or ())


def _without(body: Mapping[str, Any], card_id: str) -> dict[str, Any]:
    """The walk without what was offered from the card. Its version stays: nobody in it has changed anything."""
    uses = body.get("uses") or ()
    return {**body, "uses": [use for use in uses if (use["source"], use["reference"]) != (UseSource.CARD, card_id)]}
