"""Who comes in: which card a press is about, whether this person may see it, and whether here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.core.coaching.cards.models import GROUP_OF, CardField, FieldGroup, ValueCard
from bot.core.coaching.cards.pages import open_fields
from bot.core.coaching.cards.ports import ToAsk, no_walk
from bot.core.coaching.cards.refusals import CardRefused
from bot.core.coaching.cards.service import CardService
from bot.core.coaching.cards.visibility import groups_for, is_own, may_change
from bot.core.messages import Message, Place, Pressed, Reply, Said, Say, Sentences
from bot.core.people import Company, Directory, Member, access_company_here
from bot.core.spoken_dates import spoken_moment

Handler: TypeAlias = Callable[[Pressed, Member], Reply]


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """A card as somebody sees it. `parts` of the reference come after the card's id."""

    card: ValueCard
    company: Company
    member: Member
    groups: frozenset[FieldGroup]
    is_own: bool
    may_change: bool
    parts: tuple[str, ...] = ()
    to_ask: tuple[CardField, ...] | None = None
    """What its walk can still ask for; None where there is no walk to ask."""

    @property
    def left(self) -> tuple[CardField, ...]:
        """What is to be answered yet, as far as the reader sees it."""
        known = open_fields(self.card, groups=self.groups) if self.to_ask is None else self.to_ask
        return tuple(one for one in known if GROUP_OF[one] in self.groups)

    def number(self, place: int) -> int:
        """A number in the reference; 0 for anything else."""
        part = self.parts[place] if place < len(self.parts) else ""
        return int(part) if part.isascii() and part.isdigit() and len(part) < 9 else 0

    def when(self, moment: datetime) -> str:
        """A moment in the reader's words."""
        member = self.member
        return spoken_moment(moment, locale=member.locale or "ja", time_zone=member.time_zone)


OfCard: TypeAlias = Callable[[Pressed, View], Reply]


class Doors:
    """Stands before everything that is shown or changed."""

    def __init__(
        self, *, service: CardService, directory: Directory, sentences: Sentences, to_ask: ToAsk = no_walk
    ) -> None:
        self._service, self._directory, self._sentences = service, directory, sentences
        self.to_ask = to_ask

    def say_for(self, member: Member) -> Say:
        """Our sentences in somebody's language."""
        locale = member.locale or "ja"
        return lambda message: self._sentences.say(message, locale=locale)

    def view(self, card_id: str, member: Member, parts: tuple[str, ...] = ()) -> View:
        """The card as somebody sees it. Raises CardRefused."""
        card = self._service.seen(card_id, by=member)
        company = self._service.company_of(card)
        own = is_own(member, card.company_id)
        return View(
            card=card,
            company=company,
            member=member,
            groups=groups_for(card, member, company) if own or not card.reach else frozenset(card.reach),
            is_own=own,
            may_change=may_change(member, card) and bool(card.confirmed_by),
            parts=parts,
            to_ask=self.to_ask(card) if own else None,
        )

    def is_here(self, company: Company, member: Member, place: Place) -> bool:
        """May anything of a firm be shown in a conversation? In one's direct conversation, on one's page, and where all
        who read along are of the firm."""
        if place.is_direct or not place.conversation:
            return True
        return access_company_here(company, self._present(place, member))

    def seen(self, act: OfCard) -> Handler:
        """For who may see anything of it."""

        def handle(pressed: Pressed, member: Member) -> Reply:
            id, *parts = pressed.reference.split(":")
            try:
                view = self.view(id, member, tuple(parts))
                if not self.is_here(view.company, member, pressed.place):
                    return aside(Message("value-card-not-here"))
                self._service.looked_at(view.card, member)
                self._service.looked_at_quoted(view.card.uses, member)
                return act(pressed, view)
            except CardRefused as error:
                return aside(Message(error.key, dict(error.arguments)))

        return handle

    def changed(self, act: OfCard) -> Handler:
        """For who may change it."""

        def handle(pressed: Pressed, view: View) -> Reply:
            if not view.is_own:
                raise CardRefused("value-card-refused-not-yours")
            if not view.card.confirmed_by:
                raise CardRefused("value-card-refused-unconfirmed")
            if not view.may_change:
                raise CardRefused("value-card-refused-not-yours")
            return act(pressed, view)

        return self.seen(handle)

    def name(self, person_id: str) -> str:
        """What to call somebody."""
        person = self._directory.by_id(person_id) if person_id else None
        return person.name if person and person.name else "—"

    def _present(self, place: Place, member: Member) -> list[Member] | None:
        """Who reads along; None where that, or one of them, is not known."""
        if place.present is None:
            return None
        others = [self._directory.by_address(one) for one in sorted(place.present - {member.address})]
        known = [one for one in others if one is not None]
        return [member, *known] if len(known) == len(others) else None


def aside(message: Message) -> Reply:
    """A word for whoever pressed alone; what stands in the conversation stays."""
    return Reply(parts=(Said(message),), is_aside=True)
