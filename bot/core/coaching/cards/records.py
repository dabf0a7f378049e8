"""What is kept of a card beside the card: every version of it, and who chose to share what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.coaching.cards.models import CardField, Entry, FieldGroup, Reach

UNDO_WITHIN = timedelta(minutes=10)


class VersionKind(StrEnum):
    """How a version came to be."""

    MADE = "made"
    """From a walk, the first time."""
    WALKED = "walked"
    """From the same walk, which went on."""
    CORRECTED = "corrected"
    ACCEPTED = "accepted"
    """Somebody of the firm said that words are right as they are, though they seemed to speak of the product alone."""
    ANSWERED = "answered"
    """A question that was open."""
    RESTORED = "restored"
    UNDONE = "undone"
    CONFIRMED = "confirmed"
    """Somebody of the firm said that it is theirs."""
    SHARED = "shared"
    """The words are as before; who may see them is not (`SharingRecord`)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CardVersion:
    """One version of the words, from 1. `of_number` is the version that was restored or put in place again, 0 for
    none. `walked` is what the walk had said until then, by which later words of the walk are told from corrections."""

    card_id: str
    number: int
    kind: VersionKind
    by_id: str
    at: datetime
    entries: Mapping[CardField, Entry]
    of_number: int = 0
    walked: Mapping[CardField, Entry] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class SharingRecord:
    """Somebody chose who may see a group of fields."""

    id: str
    card_id: str
    company_id: str
    group: FieldGroup
    reach: Reach
    was: Reach
    by_id: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """A field that is not the same in two versions."""

    name: CardField
    before: Entry
    after: Entry


def differences(before: Mapping[CardField, Entry], after: Mapping[CardField, Entry]) -> Iterator[Difference]:
    """The fields whose words, state or kept drafts differ, in the order of the card. Who said it, and when, does not
    count."""
    for name in CardField:
        one, other = before.get(name, Entry()), after.get(name, Entry())
        if (one.words, one.state, one.drafts) != (other.words, other.state, other.drafts):
            yield Difference(name=name, before=one, after=other)


def merged(
    now: Mapping[CardField, Entry], *, walked: Mapping[CardField, Entry], walk: Mapping[CardField, Entry]
) -> dict[CardField, Entry]:
    """The card when its walk has gone on: what the walk says anew goes in, what was put right on the card stays.

    `walked` is what the walk had said before.
    """
    found = dict(now)
    for one in differences(walked, walk):
        if one.name in walk:
            found[one.name] = walk[one.name]
        else:
            found.pop(one.name, None)
    return {name: found[name] for name in CardField if name in found}
