"""The service of cards over a store in memory, with a clock that is moved by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.coaching.cards.models import CardField, FieldGroup, Reach, SubjectKind, ValueCard
from bot.core.coaching.cards.service import CardService
from bot.core.people import Company, Member, Role
from tests.fakes.value_cards import FakeCards
from tests.unit.core.coaching.cards.samples import AOI, EVERYBODY, METAL, MISO, NOW, UMI


@dataclass
class HandClock:
    """Stands still until it is moved."""

    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment

    def move(self, **passed: float) -> None:
        self.moment += timedelta(**passed)


class House:
    """A Directory of a few people."""

    def by_address(self, address: str) -> Member | None:
        return next((one for one in EVERYBODY if one.address == address and address), None)

    def by_id(self, id: str) -> Member | None:
        return next((one for one in EVERYBODY if one.id == id), None)

    def people(self, *, role: Role | None = None, company_id: str | None = None) -> list[Member]:
        return [
            one
            for one in EVERYBODY
            if (role is None or role in one.roles)
            and (company_id is None or (one.company is not None and one.company.id == company_id))
        ]

    def company(self, id: str) -> Company | None:
        return {AOI.id: AOI, UMI.id: UMI}.get(id)

    def companies(self) -> list[Company]:
        return [UMI, AOI]


@dataclass
class Bench:
    """Everything that a card needs."""

    store: FakeCards = field(default_factory=FakeCards)
    clock: HandClock = field(default_factory=HandClock)
    house: House = field(default_factory=House)

    def __post_init__(self) -> None:
        self.service = CardService(store=self.store, directory=self.house, clock=self.clock)

    def made(self, card: ValueCard = METAL, *, confirmed_by: str = "tanaka", by_id: str = "tanaka") -> ValueCard:
        """A card as its walk makes it."""
        return self.service.made(
            walk_id=card.walk_id,
            company_id=card.company_id,
            subject_kind=SubjectKind.TECHNOLOGY,
            trade=card.trade,
            entries=card.entries,
            by_id=by_id,
            confirmed_by=confirmed_by,
        )

    def miso(self) -> ValueCard:
        """The card of the other firm."""
        return self.made(MISO, confirmed_by="umino", by_id="umino")

    def shared(self, card: ValueCard, by: Member, **reach: Reach) -> ValueCard:
        """The card with these groups shared."""
        wanted = {FieldGroup(name): one for name, one in reach.items()}
        return self.service.share(card.id, version=card.version, reach=wanted, by=by, has_read_caution=True)

    def corrected(self, card: ValueCard, by: Member, **typed: str) -> ValueCard:
        """The card with these words."""
        fields = {CardField(name): text for name, text in typed.items()}
        return self.service.correct(card.id, version=card.version, typed=fields, by=by)
