"""Who may see what of a card: chosen per group of fields by the firm, recorded, taken back at any time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import uuid4

from bot.core.coaching.cards.changing import Changing, stored
from bot.core.coaching.cards.models import GROUP_OF, FieldGroup, Reach, ValueCard
from bot.core.coaching.cards.records import SharingRecord, VersionKind
from bot.core.coaching.cards.refusals import CardRefused
from bot.core.coaching.cards.terms import as_told_outside
from bot.core.coaching.cards.visibility import visible
from bot.core.people import Member, access_card_search, access_coordinating


def newly_in_region(card: ValueCard, wanted: Mapping[FieldGroup, Reach]) -> tuple[FieldGroup, ...]:
    """The groups that would go to the region now and did not before: with these the caution is shown."""
    return tuple(
        group for group in FieldGroup if wanted.get(group) is Reach.REGION and card.reach_of(group) is not Reach.REGION
    )


class Sharing(Changing):
    """Choosing, taking back, and what others see."""

    def share(
        self,
        card_id: str,
        *,
        version: int,
        reach: Mapping[FieldGroup, Reach],
        by: Member,
        has_read_caution: bool = False,
    ) -> ValueCard:
        """Choose who may see these groups; those that are not named stay. Raises CardRefused where a group would go to
        the region and nobody has read the caution, and before the card is the firm's own."""
        card = self.whole(card_id, by=by)
        if not card.confirmed_by:
            raise CardRefused("value-card-refused-unconfirmed")
        changed = {group: wanted for group, wanted in reach.items() if card.reach_of(group) is not wanted}
        if not changed:
            return card
        self._same(card, version)
        if newly_in_region(card, changed) and not has_read_caution:
            raise CardRefused("value-card-refused-caution")
        after = replace(card, reach={group: changed.get(group, card.reach_of(group)) for group in FieldGroup})
        records = tuple(self._record(card, group, wanted, by) for group, wanted in changed.items())
        return stored(self._put(card, after, kind=VersionKind.SHARED, by_id=by.id, sharing=records))

    def unshare(self, card_id: str, *, by: Member) -> ValueCard:
        """Take everything back: from now on the firm alone sees it, whatever has changed meanwhile."""
        card = self.whole(card_id, by=by)
        return self.share(card_id, version=card.version, reach=dict.fromkeys(FieldGroup, Reach.FIRM), by=by)

    def choices(self, card_id: str, *, by: Member) -> Sequence[SharingRecord]:
        """Who chose what, and when: for the firm alone."""
        return self._store.sharing(self.whole(card_id, by=by).id)

    def of_firm(self, *, by: Member) -> Sequence[ValueCard]:
        """The cards of somebody's own firm, the latest change first."""
        if by.company is None or by.has_left:
            return ()
        return self._store.of_company(by.company.id)

    def of_coordinated(self, *, by: Member) -> Sequence[ValueCard]:
        """What the firms of a coordinator show them, the latest change first."""
        return tuple(
            shown
            for card, shown in self._shown(by)
            if access_coordinating(by, self._directory.company(card.company_id))
        )

    def searchable(self, *, by: Member) -> Sequence[ValueCard]:
        """Everything that somebody may look through: their own firm's cards, and of others what they may see."""
        if not access_card_search(by):
            return ()
        own = self.of_firm(by=by)
        ids = {card.id for card in own}
        return (*own, *(shown for _, shown in self._shown(by) if shown.id not in ids))

    def in_region(self, *, but: str) -> Sequence[ValueCard]:
        """The cards of other firms than this one, with what they show the region and nothing else: for finding uses."""
        return tuple(_for_region(card) for card in self._store.shared() if card.company_id != but and card.confirmed_by)

    def _shown(self, by: Member) -> Iterator[tuple[ValueCard, ValueCard]]:
        for card in self._store.shared():
            company = self._directory.company(card.company_id)
            shown = visible(card, by, company) if company else None
            if shown is not None:
                yield card, shown

    def _record(self, card: ValueCard, group: FieldGroup, wanted: Reach, by: Member) -> SharingRecord:
        return SharingRecord(
            id=uuid4().hex,
            card_id=card.id,
            company_id=card.company_id,
            group=group,
            reach=wanted,
            was=card.reach_of(group),
            by_id=by.id,
            at=self._clock.now(),
        )


def _for_region(card: ValueCard) -> ValueCard:
    shared = {name: one for name, one in card.entries.items() if card.reach_of(GROUP_OF[name]) is Reach.REGION}
    entries = {name: as_told_outside(name, one) for name, one in shared.items()}
    return replace(card, entries=entries, uses=(), walk_id="", by_id="")
