"""How ready the technology is beside how ready its customers are, and the gap between the two in one sentence.

TRL 1 to 9 says nothing of a customer. Of customer readiness there are several scales; here a number from 1 to 9 says
how far somebody is between a trouble that is guessed at and sales that come again, in three bands of our own words.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from bot.core.coaching.cards.models import CardField, SubjectKind, ValueCard
from bot.core.messages import Argument, Message

LEVELS = range(1, 10)
_WIDE = 3
"""So many levels apart are a gap that is named as one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Readiness:
    """Both levels as far as they are known."""

    technology: int | None = None
    customer: int | None = None
    kind: SubjectKind = SubjectKind.TECHNOLOGY

    @property
    def gap(self) -> int | None:
        """By how many levels the technology is ahead; below 0 where the customer is."""
        if self.technology is None or self.customer is None:
            return None
        return self.technology - self.customer


def readiness_of(card: ValueCard) -> Readiness:
    """The levels that were said."""
    return Readiness(
        technology=_level(card, CardField.TRL), customer=_level(card, CardField.CRL), kind=card.subject_kind
    )


def gap_sentence(readiness: Readiness) -> Message:
    """Where both stand and what that means, in one sentence; what is not known is said to be so."""
    technology, customer, gap = readiness.technology, readiness.customer, readiness.gap
    kind: dict[str, Argument] = {"kind": str(readiness.kind)}
    if technology is None and customer is None:
        return Message("value-card-gap-neither", kind)
    if customer is None:
        return Message("value-card-gap-no-customer", {"technology": technology or 0, **kind})
    if technology is None or gap is None:
        return Message("value-card-gap-no-technology", {"customer": customer, **kind})
    levels = {"technology": technology, "customer": customer, "gap": abs(gap), **kind}
    if gap >= _WIDE:
        return Message("value-card-gap-wide", levels)
    return Message("value-card-gap-ahead" if gap <= -_WIDE else "value-card-gap-even", levels)


def customer_band(level: int) -> Message:
    """What a level of customer readiness means, in our own words."""
    return Message(("value-card-crl-guessed", "value-card-crl-asked", "value-card-crl-bought")[(level - 1) // 3])


def _level(card: ValueCard, name: CardField) -> int | None:
    entry = card.entry(name)
    words = unicodedata.normalize("NFKC", entry.words).strip()
    is_level = entry.is_said and words.isascii() and words.isdigit() and int(words) in LEVELS
    return int(words) if is_level else None
