"""Coaching as the router sees it: what is typed and pressed about value walks and value cards, and their place on the
page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext

from bot.core.coaching.cards.chat.home import LIST as CARDS
from bot.core.coaching.cards.chat.service import CardChat
from bot.core.messages import Asked, Part, Pressed, Reply
from bot.core.people import Member
from bot.core.reactions import Handler


class Coaching:
    """Value cards and their new uses. Within `piece_of_work` records are read once."""

    def __init__(
        self,
        *,
        cards: CardChat,
        uses: Mapping[str, Handler],
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._cards, self._piece_of_work = cards, piece_of_work
        self.handlers: Mapping[str, Handler] = {
            action: self._at_once(handler) for action, handler in {**cards.handlers, **uses}.items()
        }
        """What to do for each action."""

    def _at_once(self, handler: Handler) -> Handler:
        """A press is one piece of work: what it reads several times is read once."""

        def press(pressed: Pressed, member: Member) -> Reply:
            with self._piece_of_work():
                return handler(pressed, member)

        return press

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """What comes of words that are about a walk or a card; None for a question as any other."""
        with self._piece_of_work():
            return self._cards.typed(asked, member)

    def home_parts(self, member: Member, *, pages: Mapping[str, int]) -> Sequence[Part]:
        """What stands on somebody's page; `pages` says where its lists were turned to."""
        with self._piece_of_work():
            return tuple(self._cards.home_parts(member, page=pages.get(CARDS, 1)))
