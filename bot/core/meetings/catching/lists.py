"""Going through a list of cards, one press each. A second press shows how it stands and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.catching.keeping import Keeping
from bot.core.meetings.catching.list_doors import Handler, ListDoors
from bot.core.meetings.catching.list_view import LATER, Turned, first_page, view
from bot.core.meetings.catching.making import Making
from bot.core.meetings.catching.models import KEPT_FOR, Card, CardList, CardState, Likeness
from bot.core.meetings.catching.ports import CardListStore
from bot.core.meetings.chat.wording import aside, reader_of
from bot.core.meetings.parsing.models import CardList as PastedLines
from bot.core.messages import PAGE, Asked, Headed, Item, Message, Offer, Part, Pressed, Reply, Said
from bot.core.people import Member

_Act: TypeAlias = Callable[[CardList, Card, Member], "CardList | Message"]


class Lists:
    """Lists of one person each: made, shown, gone through, forgotten."""

    def __init__(
        self,
        *,
        store: CardListStore,
        making: Making,
        keeping: Keeping,
        clock: Clock,
    ) -> None:
        self._store, self._making, self._keeping, self._clock = store, making, keeping, clock
        self._doors = ListDoors(store=store, making=making, clock=clock)

    @property
    def doors(self) -> ListDoors:
        """What stands before every list."""
        return self._doors

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.CARDS_OPEN: self._doors.of_list(self._open),
            actions.CARDS_PAGE: self._doors.of_list(self._page),
            actions.CARDS_KEEP: self._acting(self._keeping.keep),
            actions.CARDS_GREETING: self._acting(self._greet),
            actions.CARDS_LATER: self._acting(_later),
            actions.CARDS_UNDO: self._acting(self._keeping.take_back, stays=True),
            actions.CARDS_SAME: self._acting(_same),
            actions.CARDS_OTHER: self._acting(_other, stays=True),
            actions.CARDS_REST: self._doors.of_list(self._rest),
            actions.CARDS_REST_UNDO: self._doors.of_list(self._rest_undo),
            actions.CARDS_FORGET: self._doors.of_list(self._forget),
        }

    def pasted(self, asked: Asked, member: Member, pasted: PastedLines) -> Reply:
        """The list of pasted lines."""
        count = sum(bool(line.strip()) for line in asked.text.splitlines())
        return self.shown(self._store.add(self._making.of_lines(asked.id, member, pasted, count=count)), member)

    def shown(self, one: CardList, member: Member, *, guide_id: str = "") -> Reply:
        """A list from its first page on which something waits."""
        turned = Turned(page=first_page(one), guide_id=guide_id)
        return view(self._making.fresh(one, member), reader_of(member, self._clock), turned)

    def add(self, one: CardList) -> CardList:
        """Keep a list for its owner; the same one again is the one that is there."""
        return self._store.add(one)

    def home_parts(self, member: Member) -> tuple[Part, ...]:
        """Somebody's lists on which something waits; nothing where there is none."""
        open_ = [one for one in self._store.of_owner(member.id) if one.done < len(one.cards)]
        if not open_:
            return ()
        items = [
            Item(
                Message("catch-home-list", {"count": len(one.cards), "done": one.done}),
                tuple(filter(None, (one.event or one.source,))),
                offers=(Offer(actions.CARDS_OPEN, one.id, Message("catch-offer-open")),),
            )
            for one in open_[:PAGE]
        ]
        rest = len(open_) - len(items)
        more = (Said(Message("catch-home-more", {"count": rest})),) if rest else ()
        return (Headed(Message("catch-home")), *items, *more)

    def forget_old(self) -> int:
        """Forget lists after 30 days; returns how many."""
        return self._store.forget_before(self._clock.now() - KEPT_FOR)

    def forget(self, person_id: str) -> None:
        """Forget all lists of somebody who leaves; what was kept from them stays on record."""
        self._store.forget(person_id)

    def _acting(self, act: _Act, *, stays: bool = False) -> Handler:
        """One press on one card; `stays`: its page is shown again, also where nothing waits on it."""

        def press(_: Pressed, member: Member, one: CardList, card: Card) -> Reply:
            after = self._doors.changed(one, member, lambda now: act(now, now.card(card.number) or card, member))
            if isinstance(after, Message):
                return replace(aside(after), behind=self._doors.drawn(one, member, card, stays=True))
            return self._doors.drawn(after, member, card, stays=stays)

        return self._doors.of_card(press)

    def _greet(self, one: CardList, card: Card, member: Member) -> CardList | Message:
        return self._keeping.keep(one, card, member, is_greeting=True)

    def _open(self, pressed: Pressed, member: Member, one: CardList, rest: str) -> Reply:
        return self.shown(one, member)

    def _page(self, pressed: Pressed, member: Member, one: CardList, rest: str) -> Reply:
        page = LATER if rest == LATER else max(1, int(rest)) if rest.isdecimal() else 1
        return view(one, reader_of(member, self._clock), Turned(page=page))

    def _rest(self, pressed: Pressed, member: Member, one: CardList, rest: str) -> Reply:
        batch = pressed.id
        after = self._doors.changed(one, member, lambda now: self._keeping.rest(now, member, batch))
        if isinstance(after, Message):
            return aside(after)
        return view(after, reader_of(member, self._clock), Turned(page=first_page(after), batch=batch))

    def _rest_undo(self, pressed: Pressed, member: Member, one: CardList, rest: str) -> Reply:
        after = self._doors.changed(one, member, lambda now: self._keeping.take_rest_back(now, member, rest))
        if isinstance(after, Message):
            return replace(aside(after), behind=self.shown(one, member))
        return self.shown(after, member)

    def _forget(self, pressed: Pressed, member: Member, one: CardList, rest: str) -> Reply:
        self._store.remove(one.id)
        return Reply(parts=(Said(Message("catch-list-forgotten")),))


def _later(one: CardList, card: Card, _: Member) -> CardList:
    return one.with_card(replace(card, state=CardState.LATER)) if card.state == CardState.WAITING else one


def _same(one: CardList, card: Card, _: Member) -> CardList:
    """Of the list: it is left out. Known from before: it goes on waiting, and is joined when it is kept."""
    if card.likeness is None or not card.is_asking:
        return one
    state = CardState.SAME if card.likeness.number else card.state
    return one.with_card(replace(card, state=state, likeness=_said(card.likeness, is_same=True)))


def _other(one: CardList, card: Card, _: Member) -> CardList:
    if card.likeness is None or not card.is_asking:
        return one
    return one.with_card(replace(card, likeness=_said(card.likeness, is_same=False)))


def _said(likeness: Likeness, *, is_same: bool) -> Likeness:
    return replace(likeness, is_same=is_same)
