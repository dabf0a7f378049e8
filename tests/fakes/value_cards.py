"""A CardStore in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.core.audited import Audited
from bot.core.coaching.cards.models import Reach, Use, UseSource, ValueCard
from bot.core.coaching.cards.records import CardVersion, SharingRecord
from bot.core.coaching.cards.visibility import takes_back


@dataclass
class FakeCards:
    """Kept to the same contract as the database."""

    cards: dict[str, ValueCard] = field(default_factory=dict)
    numbered: dict[str, list[CardVersion]] = field(default_factory=dict)
    choices: list[SharingRecord] = field(default_factory=list)
    uses: dict[str, dict[str, Use]] = field(default_factory=dict)
    audited: list[Audited] = field(default_factory=list)

    def add(self, card: ValueCard, *, version: CardVersion) -> ValueCard:
        if card.id not in self.cards:
            self.cards[card.id] = replace(card, uses=())
            self.numbered[card.id] = [version]
            self.put_uses(card.id, card.uses)
        return self._whole(self.cards[card.id])

    def change(
        self, before: ValueCard, after: ValueCard, *, version: CardVersion, sharing: Sequence[SharingRecord] = ()
    ) -> bool:
        now = self.cards.get(before.id)
        if now is None or now.version != before.version:
            return False
        self.cards[after.id] = replace(after, uses=())
        self.numbered[after.id].append(version)
        self.choices += sharing
        if takes_back(before, after):
            self._withdraw(after.id)
        return True

    def by_id(self, id: str) -> ValueCard | None:
        return self._whole(self.cards[id]) if id in self.cards else None

    def by_walk(self, walk_id: str) -> ValueCard | None:
        return next((self._whole(one) for one in self.cards.values() if one.walk_id == walk_id), None)

    def of_company(self, company_id: str) -> Sequence[ValueCard]:
        return self._latest([one for one in self.cards.values() if one.company_id == company_id])

    def shared(self) -> Sequence[ValueCard]:
        return self._latest([one for one in self.cards.values() if set(one.reach.values()) - {Reach.FIRM}])

    def versions(self, card_id: str) -> Sequence[CardVersion]:
        return list(self.numbered.get(card_id, ()))

    def sharing(self, card_id: str) -> Sequence[SharingRecord]:
        return sorted((one for one in self.choices if one.card_id == card_id), key=lambda one: (one.at, one.id))

    def put_uses(self, card_id: str, uses: Sequence[Use]) -> None:
        if card_id in self.cards:
            self.uses.setdefault(card_id, {}).update((use.id, use) for use in uses)

    def remove(self, card_id: str, *, audited: Audited) -> bool:
        if self.cards.pop(card_id, None) is None:
            return False
        self.numbered.pop(card_id, None)
        self.uses.pop(card_id, None)
        self.choices = [one for one in self.choices if one.card_id != card_id]
        self._withdraw(card_id)
        self.audited.append(audited)
        return True

    def _withdraw(self, card_id: str) -> None:
        for uses in self.uses.values():
            gone = [use.id for use in uses.values() if (use.source, use.reference) == (UseSource.CARD, card_id)]
            for one in gone:
                del uses[one]

    def _whole(self, card: ValueCard) -> ValueCard:
        return replace(card, uses=tuple(self.uses.get(card.id, {}).values()))

    def _latest(self, cards: list[ValueCard]) -> list[ValueCard]:
        by_id = sorted((self._whole(one) for one in cards), key=lambda one: one.id)
        return sorted(by_id, key=lambda one: one.at, reverse=True)
