"""A card from what was said in a walk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.coaching.cards.models import CardField, Entry, EntryState, SubjectKind, Use, ValueCard


def assemble(
    *,
    id: str,
    company_id: str,
    walk_id: str,
    subject_kind: SubjectKind,
    trade: str,
    entries: Mapping[CardField, Entry],
    uses: Sequence[Use] = (),
    by_id: str,
    at: datetime,
    confirmed_by: str = "",
) -> ValueCard:
    """The first version of a card: words as they were said, open questions as open, nothing that was never asked."""
    return ValueCard(
        id=id,
        company_id=company_id,
        walk_id=walk_id,
        subject_kind=subject_kind,
        trade=trade,
        version=1,
        by_id=by_id,
        at=at,
        entries=kept(entries),
        uses=tuple(uses),
        confirmed_by=confirmed_by,
    )


def kept(entries: Mapping[CardField, Entry]) -> dict[CardField, Entry]:
    """In the order of the fields, without what was never asked; empty words are an open question."""
    found: dict[CardField, Entry] = {}
    for name in CardField:
        entry = entries.get(name)
        if entry is None or entry.state is EntryState.UNASKED:
            continue
        is_empty = entry.is_said and not entry.words.strip()
        found[name] = replace(entry, words="", state=EntryState.LATER) if is_empty else entry
    return found
