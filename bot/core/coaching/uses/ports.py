"""What offering uses needs of the outside: towns' plans, and what other firms show of their cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

from bot.core.coaching.cards.models import ValueCard
from bot.core.coaching.uses.models import PlanPassage, SharedCard
from bot.core.people import Member


class PlanPassages(Protocol):
    """Passages of the guides of the kind `plan` that are cited now."""

    def readable(self, by: Member) -> Sequence[PlanPassage]:
        """Those that somebody may read, plan by plan in reading order."""
        ...


OtherCards: TypeAlias = Callable[[ValueCard, Member], Sequence[SharedCard]]
"""What other firms than a card's own show of theirs to the region, for somebody who may see that."""


class NoPlans:
    """Where no plans are loaded."""

    def readable(self, by: Member) -> Sequence[PlanPassage]:
        """None."""
        return ()


def no_other_cards(_card: ValueCard, _by: Member) -> Sequence[SharedCard]:
    """Where nothing of other firms is shown."""
    return ()
