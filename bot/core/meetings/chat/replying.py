"""What is shown after a press and after a form: the encounter as it stands, or why it could not be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core.meetings.chat.cards import Cards
from bot.core.meetings.models import Encounter
from bot.core.meetings.results import Done, Refused, Result
from bot.core.messages import Message, Part, Reply, Said
from bot.core.people import Member
from bot.core.reactions import is_drawn_anew


class Replying:
    """Every change ends here, so that a second press says the same as the first."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards

    def pressed(self, result: Result, member: Member) -> Reply:
        """The message becomes the card; what could not be done is said to the presser alone, the card brought up to
        date behind it."""
        if isinstance(result, Done):
            card = self._card(result.encounter, member)
            return card if card.is_aside else replace(card, behind=card)
        return self.refused(result, member)

    def refused(self, refused: Refused, member: Member, *, title: Message | None = None) -> Reply:
        """Why not, and how it stands."""
        card = self._card(refused.encounter, member) if refused.encounter else None
        behind = None if card is None or card.is_aside else card
        return Reply(title=title, parts=(Said(refused.message),), is_aside=True, behind=behind)

    def sent(
        self,
        result: Result,
        member: Member,
        *,
        title: Message,
        again: Callable[[Message], Reply],
        said: Sequence[Part] = (),
    ) -> Reply:
        """The sheet says what was written down, with the way to take it back; the message behind it becomes the card.

        Where the words could not be used the form comes again with the reason on top; where the encounter has moved on
        meanwhile, how it stands.
        """
        if isinstance(result, Refused):
            return self.refused(result, member, title=title) if result.encounter else again(result.message)
        card = self._card(result.encounter, member)
        if card.is_aside:
            return replace(card, title=title)
        done, offers = self._cards.just_done(result.encounter, member)
        told = done or (Said(Message("meeting-done-already")),)
        return Reply(title=title, parts=(*said, *told), offers=offers, behind=card)

    def _card(self, encounter: Encounter, member: Member) -> Reply:
        """The card; where the message with the button is drawn anew by itself, nobody sees more of it than whether it
        may be seen."""
        return self._cards.card(encounter, member) if not is_drawn_anew() else self._cards.name(encounter, member)
