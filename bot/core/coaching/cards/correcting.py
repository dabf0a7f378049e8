"""What somebody typed into the fields of a card, as entries: their words, or an open question. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import datetime

from bot.core.coaching.cards.models import CardField, Entry, EntryState, EvidenceKind
from bot.core.coaching.cards.readiness import LEVELS
from bot.core.coaching.cards.records import VersionKind, differences
from bot.core.coaching.cards.refusals import CardRefused

LONGEST = 2_000
"""Characters of one field."""
_OPEN = (EntryState.UNKNOWN, EntryState.LATER)


def corrected(
    now: Mapping[CardField, Entry], typed: Mapping[CardField, str], *, by_id: str, at: datetime
) -> dict[CardField, Entry]:
    """The entries with what was typed. What was emptied is an open question from now on; what was never asked and is
    left empty stays so. Raises CardRefused for a level that is none, a kind that is none, words that are too long."""
    found = dict(now)
    for name, text in typed.items():
        words, entry = _words(name, text), now.get(name, Entry())
        if words == entry.words.strip():
            continue
        if words:
            found[name] = Entry(words=words, state=EntryState.SAID, by_id=by_id, at=at)
        elif entry.is_said:
            found[name] = Entry(state=EntryState.UNKNOWN, by_id=by_id, at=at)
    return {name: found[name] for name in CardField if name in found}


def kind_of_change(before: Mapping[CardField, Entry], after: Mapping[CardField, Entry]) -> VersionKind:
    """Were only open questions answered?"""
    changed = list(differences(before, after))
    is_answer = bool(changed) and all(one.before.state in _OPEN and one.after.is_said for one in changed)
    return VersionKind.ANSWERED if is_answer else VersionKind.CORRECTED


def _words(name: CardField, text: str) -> str:
    words = text.strip()
    if len(words) > LONGEST:
        raise CardRefused("value-card-refused-too-long", count=len(words), longest=LONGEST)
    if name in (CardField.TRL, CardField.CRL) and words:
        words = unicodedata.normalize("NFKC", words)
        if not (words.isascii() and words.isdigit() and int(words) in LEVELS):
            raise CardRefused("value-card-refused-level")
    if name is CardField.EVIDENCE_KIND and words and words not in {str(one) for one in EvidenceKind}:
        raise CardRefused("value-card-refused-kind")
    return words
