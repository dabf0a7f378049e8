"""Whom it helps and what changes: is that said in a customer's terms yet, or of the product alone?

What stayed a specification after it was asked about is kept word for word and marked (`Entry.marks`). To its own firm
it is shown as what was said and not yet as the beneficiary or the change; to anybody else as not known. Where the marks
are wrong, somebody of the firm says so by one press, which takes them off.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.coaching.cards.models import CardField, Entry, EntryState
from bot.core.coaching.listening.models import SignKind

_NOT_YET: Mapping[CardField, frozenset[str]] = {
    CardField.WHO: frozenset({SignKind.NO_BENEFICIARY, SignKind.OWN_COMPANY_SUBJECT}),
    CardField.CHANGE: frozenset({SignKind.NO_CHANGE, SignKind.NUMBERS_WITHOUT_PERSON, SignKind.EMPTY_PRAISE}),
}
"""Two customers in one breath are customers, and a change without its before is one: these are not here."""


def is_not_yet(name: CardField, entry: Entry) -> bool:
    """Do these words speak of the product alone, where a customer or what changes for them was asked for?"""
    return entry.is_said and not _NOT_YET.get(name, frozenset()).isdisjoint(entry.marks)


def as_told_outside(name: CardField, entry: Entry) -> Entry:
    """The entry for anybody outside the firm: what is not in a customer's terms is not known to them, and no person and
    no mark is named."""
    if is_not_yet(name, entry):
        return Entry(state=EntryState.UNKNOWN)
    return Entry(words=entry.words, state=entry.state)
