"""What stands of value cards on somebody's page: their firm's, and for a coordinator what their firms share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.core import actions
from bot.core.coaching.cards.chat import buttons
from bot.core.coaching.cards.chat.doors import Doors
from bot.core.coaching.cards.models import ValueCard
from bot.core.coaching.cards.pages import open_fields
from bot.core.coaching.cards.service import CardService
from bot.core.coaching.cards.texts import one_line
from bot.core.coaching.cards.visibility import is_shared
from bot.core.coaching.cards.wording import clipped, grade_sentence, title_of
from bot.core.messages import FEW, PAGE, Headed, Item, Message, Offer, Part, Said
from bot.core.people import Directory, Member, Role, access_card_search

LIST = "values"
"""The name of the list in the reference of TURN_PAGE."""


class Home:
    """Lists on the page."""

    def __init__(self, *, service: CardService, doors: Doors, directory: Directory) -> None:
        self._service, self._doors, self._directory = service, doors, directory

    def parts(self, member: Member, page: int) -> Sequence[Part]:
        """Nothing for a guest, nor for somebody who looks after the guides alone."""
        if not access_card_search(member):
            return ()
        find = Offer(actions.VALUE_FIND_FORM, "", Message("value-offer-find"))
        own = member.company is not None and Role.MEMBER in member.roles
        parts: list[Part] = []
        if own:
            cards = self._service.of_firm(by=member)
            parts.append(Headed(Message("value-home", {"count": len(cards)})))
            if not cards:
                parts.append(Said(Message("value-card-none-yet")))
            parts += self._listed(cards, member, page, find, self._own)
        if Role.COORDINATOR in member.roles:
            shown = self._service.of_coordinated(by=member)
            parts.append(Headed(Message("value-home-shared", {"count": len(shown)})))
            parts += self._listed(shown, member, page, find, self._of_firm)
        return parts

    def listed(self, member: Member) -> Sequence[Part]:
        """The firm's own cards as a message, each to be had as a message of its own."""
        cards = self._service.of_firm(by=member)[:PAGE]
        return [Item(title_of(one), tuple(self._own(one, member)), (buttons.post(one),)) for one in cards]

    def _listed(
        self,
        cards: Sequence[ValueCard],
        member: Member,
        page: int,
        find: Offer,
        details: Callable[[ValueCard, Member], Iterator[Message | str]],
    ) -> Iterator[Part]:
        size = FEW if Role.COORDINATOR in member.roles else PAGE
        pages = max(1, -(-len(cards) // size))
        page = min(max(page, 1), pages)
        for card in cards[(page - 1) * size : page * size]:
            self._service.looked_at(card, member)
            yield Item(title_of(card), tuple(details(card, member)), (buttons.show(card),))
        turned = Message("value-home-page", {"page": page, "pages": pages})
        yield Item(turned if pages > 1 else Message("value-home-find"), (), (*_turning(page, pages), find))

    def _own(self, card: ValueCard, member: Member) -> Iterator[Message | str]:
        line = one_line(card, self._doors.say_for(member))
        yield clipped(line, 120)
        yield grade_sentence(card)
        left = self._doors.to_ask(card)
        count = len(open_fields(card) if left is None else left)
        if count:
            yield Message("value-card-open-count", {"count": count})
        yield Message("value-home-goes-out" if is_shared(card) else "value-home-stays")

    def _of_firm(self, card: ValueCard, member: Member) -> Iterator[Message | str]:
        company = self._directory.company(card.company_id)
        if company is not None:
            yield company.name
        line = one_line(card, self._doors.say_for(member), groups=frozenset(card.reach))
        if line:
            yield clipped(line, 120)


def _turning(page: int, pages: int) -> Iterator[Offer]:
    if page > 1:
        yield Offer(actions.TURN_PAGE, f"{LIST}:{page - 1}", Message("page-before"))
    if page < pages:
        yield Offer(actions.TURN_PAGE, f"{LIST}:{page + 1}", Message("page-after"))
