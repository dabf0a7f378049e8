"""The chat side of encounters: what is pressed, what is owed, the card that others show as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.clock import Clock
from bot.core.courtesies import Courtesy
from bot.core.meetings.anchors import PROGRAMME_SUBJECT
from bot.core.meetings.asking import asks_by_default
from bot.core.meetings.chat.cards import Cards
from bot.core.meetings.chat.colleague_presses import ColleaguePresses
from bot.core.meetings.chat.composing import Composing
from bot.core.meetings.chat.doors import Doors, Handler
from bot.core.meetings.chat.ending_presses import EndingPresses
from bot.core.meetings.chat.fields import all_measured
from bot.core.meetings.chat.firms import Firms
from bot.core.meetings.chat.following_presses import FollowingPresses
from bot.core.meetings.chat.home import Home
from bot.core.meetings.chat.ports import (
    NO_TALK,
    Advice,
    Talk,
    ValueCardOf,
    ValueCards,
    no_value_card_of,
)
from bot.core.meetings.chat.replying import Replying
from bot.core.meetings.chat.showing import Showing
from bot.core.meetings.chat.stage_presses import StagePresses
from bot.core.meetings.chat.succession import Succession
from bot.core.meetings.chat.typed_words import Typing
from bot.core.meetings.drafts import Drafts
from bot.core.meetings.models import Encounter
from bot.core.meetings.ports import Calendars, EncounterStore
from bot.core.meetings.service import MeetingService
from bot.core.meetings.standing import AsksOf, Standings
from bot.core.messages import Asked, Part, Reply, Source
from bot.core.owed import Composer
from bot.core.people import Directory, Member
from bot.core.scheduled import StandingOf, Waiting


def asks_of_default(waiting: Waiting, step: int) -> str:
    """What the default cadence asks for."""
    return asks_by_default(waiting.matter, step)


def no_advice(_question: str, _readers: Sequence[Member]) -> Source | None:
    """Where there are no guides to ask."""
    return None


def no_value_card(_: Member) -> Sequence[Part]:
    """Until firms have value cards."""
    return ()


class MeetingChat:
    """Every press is idempotent: what is shown comes from the record."""

    def __init__(
        self,
        *,
        service: MeetingService,
        store: EncounterStore,
        directory: Directory,
        calendars: Calendars,
        clock: Clock,
        drafts: Drafts,
        asks: AsksOf = asks_of_default,
        talk: Talk = NO_TALK,
        advice: Advice = no_advice,
        value_cards: ValueCards = no_value_card,
        value_card_of: ValueCardOf = no_value_card_of,
    ) -> None:
        doors = Doors(store=store, directory=directory, service=service)
        self._cards = Cards(store=store, directory=directory, doors=doors, clock=clock, value_card_of=value_card_of)
        succession = Succession(service=service, store=store, directory=directory, clock=clock)
        firms = Firms(store=store, directory=directory, doors=doors, clock=clock)
        self._home = Home(store=store, doors=doors, firms=firms, succession=succession, clock=clock)
        self._typing = Typing(service=service, store=store, doors=doors, cards=self._cards, clock=clock, talk=talk)
        following = FollowingPresses(
            service=service, cards=self._cards, doors=doors, calendars=calendars, advice=advice, value_cards=value_cards
        )
        handlers: dict[str, Handler] = {
            **Showing(service=service, cards=self._cards, doors=doors, drafts=drafts).handlers(),
            **following.handlers(),
            **self._changing(service, store, directory, doors, calendars),
            **(self._typing.handlers() | succession.handlers() | firms.handlers()),
        }
        self.handlers: Mapping[str, Handler] = all_measured(handlers)
        """What to do for each action."""
        stands = Standings(service=service, store=store, directory=directory, clock=clock, asks=asks).standings()
        self.standings: Mapping[str, StandingOf] = stands | {PROGRAMME_SUBJECT: succession.standing}
        """How a subject stands when a nudge is said, by its kind."""
        owed = Composing(store=store, directory=directory, cards=self._cards, doors=doors)
        self.composers: Mapping[str, Composer] = owed.composers()
        """What to say for each kind of message owed."""

    def _changing(
        self,
        service: MeetingService,
        store: EncounterStore,
        directory: Directory,
        doors: Doors,
        calendars: Calendars,
    ) -> Mapping[str, Handler]:
        """Stages, endings and what is asked of colleagues."""
        cards, replying = self._cards, Replying(self._cards)
        stages = StagePresses(service=service, store=store, directory=directory, doors=doors, replying=replying)
        endings = EndingPresses(
            service=service, store=store, cards=cards, doors=doors, calendars=calendars, replying=replying
        )
        colleagues = ColleaguePresses(
            service=service, store=store, directory=directory, cards=cards, doors=doors, replying=replying
        )
        return {**stages.handlers(), **endings.handlers(), **colleagues.handlers()}

    def card(self, encounter: Encounter, reader: Member, *, said: Sequence[Part] = ()) -> Reply:
        """How an encounter stands, for somebody who reads it where it may be shown; `said` comes first.

        What the reader changed within the last ten minutes stands on top with 取り消す.
        """
        return self._cards.card(encounter, reader, said=said)

    def home_parts(self, member: Member, *, page: int = 1) -> Sequence[Part]:
        """The encounters of somebody, on their page; the list turns by TURN_PAGE with `encounters:2`."""
        return self._home.parts(member, page)

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """What somebody typed under one of our messages or right after it, with one main button to do it; None where
        it is no business of an encounter, but a question as any other."""
        return self._typing.typed(asked, member)

    def talked(self, asked: Asked, member: Member, courtesy: Courtesy | None) -> Reply | None:
        """The short answer to talk under a reminder, with what can be done; None elsewhere, and for a question."""
        return self._typing.talked(asked, member, courtesy)
