"""Who comes to a list: its owner alone, where nobody else reads along; and how a list is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from bot.core.clock import Clock
from bot.core.meetings.catching.list_view import Turned, page_of, view
from bot.core.meetings.catching.making import Making
from bot.core.meetings.catching.models import Card, CardList
from bot.core.meetings.catching.ports import CardListStore
from bot.core.meetings.chat.wording import aside, reader_of
from bot.core.messages import PAGE, Message, Place, Pressed, Reply
from bot.core.people import Member

Handler: TypeAlias = Callable[[Pressed, Member], Reply]
OfList: TypeAlias = Callable[[Pressed, Member, CardList, str], Reply]
OfCard: TypeAlias = Callable[[Pressed, Member, CardList, Card], Reply]
_TRIES = 8


class ListDoors:
    """Stands before everything that is shown or changed of a list."""

    def __init__(self, *, store: CardListStore, making: Making, clock: Clock) -> None:
        self._store, self._making, self._clock = store, making, clock

    def of_list(self, do: OfList) -> Handler:
        """For its owner, where nobody else reads along."""

        def handle(pressed: Pressed, member: Member) -> Reply:
            id, _, rest = pressed.reference.partition(":")
            one = self._store.by_id(id)
            if one is None:
                return aside(Message("catch-list-gone"))
            if one.by_id != member.id:
                return aside(Message("catch-not-yours"))
            if not _is_private(pressed.place):
                return aside(Message("catch-in-private"))
            return do(pressed, member, self._making.fresh(one, member), rest)

        return handle

    def of_card(self, do: OfCard) -> Handler:
        """The same for one card; the reference is `list:number`."""

        def find(pressed: Pressed, member: Member, one: CardList, rest: str) -> Reply:
            card = one.card(int(rest)) if rest.isdecimal() else None
            return do(pressed, member, one, card) if card else aside(Message("catch-list-gone"))

        return self.of_list(find)

    def drawn(self, one: CardList, member: Member, card: Card, *, stays: bool = False) -> Reply:
        """The page of a card after a press; `stays`: also where nothing waits on it."""
        page = (card.number - 1) // PAGE + 1 if stays else page_of(one, card.number)
        turned = Turned(page=page, told=one.card(card.number))
        return view(one, reader_of(member, self._clock), turned)

    def changed(
        self, one: CardList, member: Member, act: Callable[[CardList], CardList | Message]
    ) -> CardList | Message:
        """Compare and set; asked again of the newer list where another press was quicker."""
        for _ in range(_TRIES):
            after = act(one)
            if isinstance(after, Message) or after is one or self._store.change(one, after):
                return after
            newer = self._store.by_id(one.id)
            if newer is None:
                return Message("catch-list-gone")
            one = self._making.fresh(newer, member)
        return Message("meeting-refused-changed-meanwhile")


def _is_private(place: Place) -> bool:
    """The owner's direct conversation, or their page."""
    return place.is_direct or not place.conversation
