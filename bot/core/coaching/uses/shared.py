"""Cards of other firms, as far as each shares them with the region."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.coaching.cards.models import Reach, ValueCard
from bot.core.coaching.cards.ports import CardStore
from bot.core.coaching.uses.models import SharedCard, shown_to_region
from bot.core.people import Directory, Member, access_card


class RegionCards:
    """Reads what is shared anew every time, so that nothing outlives a choice. An `OtherCards`."""

    def __init__(self, *, store: CardStore, directory: Directory) -> None:
        self._store, self._directory = store, directory

    def __call__(self, card: ValueCard, by: Member) -> Sequence[SharedCard]:
        """What others show to the region; of a card that nobody of its firm confirmed, nothing."""
        return self.beside(card.company_id, by)

    def beside(self, company_id: str, by: Member) -> Sequence[SharedCard]:
        """The same for a firm that has no card yet."""
        found: list[SharedCard] = []
        for other in self._store.shared():
            company = self._directory.company(other.company_id)
            if company is None or other.company_id == company_id or not other.confirmed_by:
                continue
            if not access_card(by, company, Reach.REGION):
                continue
            shown = shown_to_region(other, company_name=company.name)
            if shown is not None:
                found.append(shown)
        return found
