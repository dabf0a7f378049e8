"""The chat side of value cards: what is pressed, what is typed, what stands on the page, the card as others show it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from bot.core.coaching.cards.chat.doors import Doors, Handler, aside
from bot.core.coaching.cards.chat.drawing import Drawing
from bot.core.coaching.cards.chat.finding import Finding
from bot.core.coaching.cards.chat.home import Home
from bot.core.coaching.cards.chat.pressing import Pressing
from bot.core.coaching.cards.chat.showing import Showing
from bot.core.coaching.cards.nearness import Deeds, no_deeds
from bot.core.coaching.cards.ports import HandOuts, ToAsk, no_hand_outs, no_walk
from bot.core.coaching.cards.service import CardService
from bot.core.coaching.cards.texts import one_line
from bot.core.coaching.troubles import Troubles
from bot.core.japanese import JapaneseAnalyser
from bot.core.messages import Asked, Headed, Message, Part, Quoted, Reply, Said, Sentences
from bot.core.people import Directory, Member, Role

_CARDS = re.compile(r"価値カード(?:一覧|を?見る|を?見せて(?:ください)?)?|value ?cards?|my cards")

_IN_SHORT = 2


class CardChat:
    """Every press is idempotent: what is shown comes from the record."""

    def __init__(
        self,
        *,
        service: CardService,
        directory: Directory,
        sentences: Sentences,
        analyser: JapaneseAnalyser,
        deeds: Deeds = no_deeds,
        troubles: Troubles | None = None,
        hand_outs: HandOuts = no_hand_outs,
        to_ask: ToAsk = no_walk,
    ) -> None:
        self._service = service
        self._doors = Doors(service=service, directory=directory, sentences=sentences, to_ask=to_ask)
        self._drawing = Drawing(service=service, doors=self._doors)
        self._home = Home(service=service, doors=self._doors, directory=directory)
        self._finding = Finding(
            service=service,
            doors=self._doors,
            directory=directory,
            analyser=analyser,
            deeds=deeds,
            troubles=troubles,
        )
        showing = Showing(service=service, doors=self._doors, drawing=self._drawing, hand_outs=hand_outs)
        pressing = Pressing(service=service, doors=self._doors, drawing=self._drawing)
        self.handlers: Mapping[str, Handler] = {
            **showing.handlers(),
            **pressing.handlers(),
            **self._finding.handlers(),
        }
        """What to do for each action."""

    def card(self, card_id: str, reader: Member, *, said: Sequence[Part] = ()) -> Reply:
        """How a card stands, for somebody who reads it where it may be shown; `said` comes first.

        Raises CardRefused.
        """
        return self._drawing.card(self._doors.view(card_id, reader), said=said)

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """「探す …」 and 「価値カード」; None for a question as any other."""
        return self._finding.typed(asked, member) or self._own(asked, member)

    def is_asked_for(self, text: str) -> bool:
        """Is somebody's own card asked for, and nothing else said?"""
        return _CARDS.fullmatch(_plain(text)) is not None

    def home_parts(self, member: Member, *, page: int = 1) -> Sequence[Part]:
        """What stands on somebody's page; the list turns by TURN_PAGE with `values:2`."""
        return self._home.parts(member, page)

    def in_short(self, member: Member) -> Sequence[Part]:
        """The latest cards of somebody's own firm in a line each, as a help before a meeting. Empty for none."""
        cards = [card for card in self._service.of_firm(by=member) if card.confirmed_by][:_IN_SHORT]
        say = self._doors.say_for(member)
        lines = [Quoted(one_line(card, say), about=card.id) for card in cards]
        return (Said(Message("value-card-in-short")), *lines) if lines else ()

    def _own(self, asked: Asked, member: Member) -> Reply | None:
        """The firm's own cards: the only one at once, several to choose from."""
        is_meant = asked.is_addressed and self.is_asked_for(asked.text)
        if not is_meant or member.company is None or Role.MEMBER not in member.roles:
            return None
        if not self._doors.is_here(member.company, member, asked.place):
            return aside(Message("value-card-not-here"))
        cards = self._service.of_firm(by=member)
        if not cards:
            return Reply(parts=(Said(Message("value-card-none-yet")),))
        if len(cards) == 1:
            return self.card(cards[0].id, member)
        heading = Headed(Message("value-home", {"count": len(cards)}))
        return Reply(parts=(heading, *self._home.listed(member)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip(" \n。.!?「」").casefold()
