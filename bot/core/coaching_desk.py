"""Coaching as the router sees it: what is typed and pressed about value walks and value cards, and their place on the
page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from bot.core.actions import VALUE_DELETE, WALK_ERASE, WALK_REFUSE
from bot.core.coaching.cards.chat.home import LIST as CARDS
from bot.core.coaching.cards.chat.service import CardChat
from bot.core.coaching.walks.chat.service import WalkChat
from bot.core.coaching.walks.chat.typed import Taken
from bot.core.messages import Asked, Offer, Part, Place, Pressed, Reply
from bot.core.owed import Composer
from bot.core.people import Member
from bot.core.posted import subject_in
from bot.core.reactions import Handler, Redraw, within_bundles

_CARDS_WORD = "価値カード"
"""How somebody's own cards are asked for; there are other words for it."""
_DELETES = frozenset({WALK_ERASE, WALK_REFUSE, VALUE_DELETE})
"""What comes of these has nobody's words."""


class Coaching:
    """Value walks, value cards and their new uses. Within `piece_of_work` records are read once."""

    def __init__(
        self,
        *,
        walks: WalkChat,
        cards: CardChat,
        redraw: Redraw = lambda *_: None,
        uses: Mapping[str, Handler],
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._walks, self._cards, self._piece_of_work = walks, cards, piece_of_work
        # The buttons of walks stand in reminders as well.
        marked = within_bundles(walks.handlers, redraw)
        self.handlers: Mapping[str, Handler] = {
            action: self._at_once(handler) for action, handler in {**marked, **cards.handlers, **uses}.items()
        }
        """What to do for each action."""
        self.composers: Mapping[str, Composer] = walks.composers
        """What to say for each kind of message owed."""

    def _at_once(self, handler: Handler) -> Handler:
        """A press is one piece of work: what it reads several times is read once."""

        def press(pressed: Pressed, member: Member) -> Reply:
            with self._piece_of_work():
                reply = handler(pressed, member)
            return reply if pressed.action in _DELETES else _about(reply, subject_in(pressed.reference))

        return press

    def taken(self, asked: Asked, member: Member) -> Taken | None:
        """A message where a walk is held, or to begin one: what is said to it, which may be nothing; None for any
        other. 「価値カード」 is no answer, but asks for what was made before."""
        if asked.place.is_direct and asked.is_addressed and self._walks.wishes_cards(asked.text):
            with self._piece_of_work():
                cards = self._cards.typed(replace(asked, text=_CARDS_WORD), member)
            return Taken(cards) if cards is not None else None
        with self._piece_of_work():
            return self._walks.typed(asked, member)

    def otherwise(self, asked: Asked, member: Member) -> Taken | None:
        """What nobody else knows what to do with, said after the last question of a walk or to go on with one; None
        for a question as any other."""
        with self._piece_of_work():
            return self._walks.otherwise(asked, member)

    def is_held(self, place: Place) -> bool:
        """Is a walk held in a thread? What is said there needs no mention."""
        return self._walks.is_held(place)

    def lets_model(self, place: Place, member: Member) -> bool:
        """May a language model see what somebody asks there? Where a walk is held, only as the firm chose."""
        return self._walks.lets_model(place, member)

    def allows_model(self, member: Member) -> bool:
        """Does somebody's firm let a language model see its words?"""
        return self._walks.allows_model(member)

    def offers(self, member: Member) -> Sequence[Offer]:
        """The way to a walk, for a greeting and for help."""
        return self._walks.offers(member)

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """What comes of words that are about a card; None for a question as any other."""
        with self._piece_of_work():
            return self._cards.typed(asked, member)

    def in_short(self, member: Member) -> Sequence[Part]:
        """What the cards of somebody's firm say in a line each, as a help before a meeting."""
        return self._cards.in_short(member)

    def home_parts(self, member: Member, *, pages: Mapping[str, int]) -> Sequence[Part]:
        """What stands on somebody's page; `pages` says where its lists were turned to."""
        with self._piece_of_work():
            cards = self._cards.home_parts(member, page=pages.get(CARDS, 1))
            return (*self._walks.home_parts(member), *cards)


def _about(reply: Reply, subject: str) -> Reply:
    """What somebody pressed on a walk or a card comes with its words; a reason for the presser alone has none."""
    if not subject:
        return reply
    behind = _about(reply.behind, subject) if reply.behind else None
    return replace(reply, behind=behind, about=reply.about if reply.is_aside else (*reply.about, subject))
