"""What cards need of the outside: their records, and what draws the files that are handed out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

from bot.core.audited import Audited
from bot.core.coaching.cards.models import CardField, Use, ValueCard
from bot.core.coaching.cards.records import CardVersion, SharingRecord
from bot.core.messages import Locale, OutgoingFile
from bot.core.people import Company


class CardStore(Protocol):
    """Cards on record. Each call is one committed transaction and raises StorageError. The uses of a card are kept
    beside its versions: they belong to none."""

    def add(self, card: ValueCard, *, version: CardVersion) -> ValueCard:
        """Store a new one with its first version; an id that is there already changes nothing, and the card of that id
        is returned."""
        ...

    def change(
        self, before: ValueCard, after: ValueCard, *, version: CardVersion, sharing: Sequence[SharingRecord] = ()
    ) -> bool:
        """Put `after` (one version later) in the place of `before`, with its version and what was chosen to be shared.

        Where the region no longer sees a word of it that it saw, what was offered from it to other firms is withdrawn,
        ticked or not. Changes nothing and returns False where the record has another version.
        """
        ...

    def by_id(self, id: str) -> ValueCard | None:
        """The card with this id."""
        ...

    def by_walk(self, walk_id: str) -> ValueCard | None:
        """The card of a walk."""
        ...

    def of_company(self, company_id: str) -> Sequence[ValueCard]:
        """Those of a firm, the latest change first."""
        ...

    def shared(self) -> Sequence[ValueCard]:
        """Those of which anything goes beyond their firm, the latest change first."""
        ...

    def versions(self, card_id: str) -> Sequence[CardVersion]:
        """Every version, the first one first."""
        ...

    def sharing(self, card_id: str) -> Sequence[SharingRecord]:
        """Who chose to share what, the first choice first."""
        ...

    def put_uses(self, card_id: str, uses: Sequence[Use]) -> None:
        """Keep these, new or changed; the others of the card stay. Of a card that is not there nothing is kept."""
        ...

    def remove(self, card_id: str, *, audited: Audited) -> bool:
        """Delete it everywhere, in one transaction: its versions, its uses, what was chosen to be shared, the uses
        that were offered to other firms from it, and what is owed about it and not sent yet. A line without a word
        stays. False where it is not there."""
        ...


ToAsk: TypeAlias = Callable[[ValueCard], tuple[CardField, ...] | None]
"""What a card's walk can still ask for, in its order: what is open, and what it was finished too early to ask. None
where there is no walk to ask."""


def no_walk(_card: ValueCard) -> None:
    """Where cards have no walks."""


HandOuts: TypeAlias = Callable[[ValueCard, Company, Locale], Sequence[OutgoingFile]]
"""The files of a card: a sheet as PDF and as a picture, a slide, a text, a workbook; in this language. The card is as
its reader may see it."""


def no_hand_outs(_card: ValueCard, _company: Company, _locale: Locale) -> Sequence[OutgoingFile]:
    """Where nothing draws them."""
    return ()
