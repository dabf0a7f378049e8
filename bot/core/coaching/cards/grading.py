"""How strong a card is: by what stands behind it, never by how much is written."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.coaching.cards.models import CardField, EvidenceKind, ValueCard
from bot.core.coaching.cards.speech import is_nothing

GRADES: Sequence[EvidenceKind] = (EvidenceKind.SAID, EvidenceKind.MEASURED, EvidenceKind.TESTED, EvidenceKind.PAID)
"""From the weakest; a grade is the place in it, from 1."""


def kind_of(card: ValueCard) -> EvidenceKind | None:
    """What stands behind the card; None where nothing was said of it."""
    entry = card.entry(CardField.EVIDENCE_KIND)
    words = entry.words.strip()
    if entry.is_said and words in {str(one) for one in EvidenceKind}:
        return EvidenceKind(words)
    # Evidence of no kind anybody named is what somebody says.
    evidence = card.entry(CardField.EVIDENCE)
    return EvidenceKind.SAID if evidence.is_said and not is_nothing(evidence.words) else None


def grade_of(card: ValueCard) -> int:
    """1 said, 2 measured, 3 tested by a customer, 4 paid for; 0 where nothing stands behind it yet."""
    kind = kind_of(card)
    return GRADES.index(kind) + 1 if kind else 0
