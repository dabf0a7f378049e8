"""How a card is changed: who may, compare and set on its version, one version more for every change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.audited import Looked, Looks, no_looks
from bot.core.clock import Clock
from bot.core.coaching.cards.models import CardField, Entry, Use, UseSource, ValueCard
from bot.core.coaching.cards.ports import CardStore
from bot.core.coaching.cards.records import CardVersion, SharingRecord, VersionKind
from bot.core.coaching.cards.refusals import CardRefused
from bot.core.coaching.cards.visibility import may_change, visible
from bot.core.people import Company, Directory, Member


class Changing:
    """What all use cases share."""

    def __init__(self, *, store: CardStore, directory: Directory, clock: Clock, looks: Looks = no_looks) -> None:
        self._store, self._directory, self._clock, self._looks = store, directory, clock, looks

    def looked_at(self, card: ValueCard, by: Member, action: Looked = Looked.SEEN) -> None:
        """Somebody is shown it, or given files of it: kept where it is another firm's, and of files always."""
        self._looks(by, action=action, kind="value_card", id=card.id, company_id=card.company_id)

    def looked_at_quoted(self, uses: Iterable[Use], by: Member) -> None:
        """Somebody is shown uses: kept of those that quote another firm's card."""
        quoted = {use.reference for use in uses if use.source is UseSource.CARD}
        for card in map(self._store.by_id, sorted(quoted)):
            if card is not None:
                self.looked_at(card, by)

    def company_of(self, card: ValueCard) -> Company:
        """The firm that a card belongs to. Raises CardRefused where it is not there any more."""
        company = self._directory.company(card.company_id)
        if company is None:
            raise CardRefused("value-card-refused-not-found")
        return company

    def seen(self, card_id: str, *, by: Member) -> ValueCard:
        """The card as somebody may see it. Raises CardRefused, the same for none as for one that is not for them."""
        card = self._store.by_id(card_id)
        company = self._directory.company(card.company_id) if card else None
        shown = visible(card, by, company) if card and company else None
        if shown is None:
            raise CardRefused("value-card-refused-not-found")
        return replace(shown, uses=self._still_shown(shown.uses, by))

    def whole(self, card_id: str, *, by: Member) -> ValueCard:
        """The card for somebody who may change it. Raises CardRefused."""
        self.seen(card_id, by=by)
        card = self._store.by_id(card_id)
        if card is None or not may_change(by, card):
            raise CardRefused("value-card-refused-not-yours")
        return card

    def _still_shown(self, uses: Sequence[Use], by: Member) -> tuple[Use, ...]:
        """Without those from cards that are no longer shown to them."""
        cards = {use.reference for use in uses if use.source is UseSource.CARD}
        gone = {one for one in cards if not self._is_seen(one, by)}
        return tuple(use for use in uses if use.source is not UseSource.CARD or use.reference not in gone)

    def _is_seen(self, card_id: str, by: Member) -> bool:
        card = self._store.by_id(card_id)
        company = self._directory.company(card.company_id) if card else None
        return card is not None and company is not None and visible(card, by, company) is not None

    def _put(
        self,
        before: ValueCard,
        after: ValueCard,
        *,
        kind: VersionKind,
        by_id: str,
        of_number: int = 0,
        walked: Mapping[CardField, Entry] | None = None,
        sharing: Sequence[SharingRecord] = (),
    ) -> ValueCard | None:
        """Store it as the next version; None where somebody else was quicker."""
        after = replace(after, version=before.version + 1, by_id=by_id, at=self._clock.now())
        version = CardVersion(
            card_id=after.id,
            number=after.version,
            kind=kind,
            by_id=by_id,
            at=after.at,
            entries=after.entries,
            of_number=of_number,
            walked=self._walked(before) if walked is None else walked,
        )
        is_done = self._store.change(before, after, version=version, sharing=sharing)
        return after if is_done else None

    def _walked(self, card: ValueCard) -> Mapping[CardField, Entry]:
        """What its walk had said until now."""
        versions = self._store.versions(card.id)
        return versions[-1].walked if versions else {}

    def _at(self, card: ValueCard, number: int) -> CardVersion:
        """One version of a card. Raises CardRefused."""
        found = next((one for one in self._store.versions(card.id) if one.number == number), None)
        if found is None:
            raise CardRefused("value-card-refused-no-version")
        return found

    def _same(self, card: ValueCard, version: int) -> None:
        """Raises CardRefused where the card has changed since somebody looked at this version of it."""
        if card.version != version:
            raise CardRefused("value-card-refused-changed")


def stored(done: ValueCard | None) -> ValueCard:
    """What was stored. Raises CardRefused where somebody else was quicker."""
    if done is None:
        raise CardRefused("value-card-refused-changed")
    return done


def first_version(card: ValueCard, at: datetime) -> CardVersion:
    """The version with which a card begins."""
    return CardVersion(
        card_id=card.id,
        number=card.version,
        kind=VersionKind.MADE,
        by_id=card.by_id,
        at=at,
        entries=card.entries,
        walked=card.entries,
    )
