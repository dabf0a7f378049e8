"""Cards that somebody goes through, and ids that come from a request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from bot.core.meetings.given import NewEncounter
from bot.core.meetings.parties import Joining

_NAMESPACE = UUID("b0d5b0a4-6a44-5c0e-9a59-3c3f6f8d2c11")
KEPT_FOR = timedelta(days=30)
"""How long a list is kept for its owner."""
UNDO_FOR = timedelta(minutes=10)
MOST_CARDS = 500


def id_from(*parts: str) -> str:
    """The id of what comes of a request: the same request is the same encounter, or the same list."""
    return str(uuid5(_NAMESPACE, "\x1f".join(parts)))


class CardState(StrEnum):
    """What was pressed for a card of a list."""

    WAITING = "waiting"
    KEPT = "kept"
    """On record with a next step; a meeting of a calendar: on record."""
    GREETED = "greeted"
    """On record as ご挨拶のみ."""
    LATER = "later"
    """Not on record; asked again when its owner wants to. A meeting of a calendar: left out."""
    SAME = "same"
    """Somebody who stands on the list already; not on record a second time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """Somebody whom a card may be: another card of the list (`number`), or somebody met before (`number` 0).

    `name` is how they are written there, `party_id` the KnownParty; with `is_firm` it is the firm alone. `is_same` is
    what its owner said; None before that.
    """

    name: str
    party_id: str = ""
    number: int = 0
    is_same: bool | None = None
    is_firm: bool = False
    is_listed: bool = False
    """The firm stands further up on the same list, written otherwise."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """One card of a list, or one meeting of a calendar. `number` counts from 1; empty text means not said.

    `batch` is the press that greeted all the rest. `uid`, `meets_at` (UTC) and, where no hour is said, `meets_on` come
    from a calendar; `has_moved`: the meeting is on record with another time.
    """

    number: int
    partner: str = ""
    contact: str = ""
    title: str = ""
    note: str = ""
    event: str = ""
    met_on: date | None = None
    next_step: str = ""
    due_on: date | None = None
    due_time: str = ""
    is_meeting: bool = False
    state: CardState = CardState.WAITING
    encounter_id: str = ""
    change_id: str = ""
    decided_at: datetime | None = None
    batch: str = ""
    likeness: Likeness | None = None
    uid: str = ""
    meets_at: datetime | None = None
    meets_on: date | None = None
    has_moved: bool = False

    @property
    def is_named(self) -> bool:
        """Somebody or some firm could be read; otherwise its words stand in `note`."""
        return bool(self.partner or self.contact)

    @property
    def is_recorded(self) -> bool:
        """It is on record as an encounter."""
        return self.state in (CardState.KEPT, CardState.GREETED)

    @property
    def is_asking(self) -> bool:
        """Whether it is somebody known has not been said yet."""
        return self.state == CardState.WAITING and self.likeness is not None and self.likeness.is_same is None

    def can_be_taken_back(self, now: datetime) -> bool:
        """On record for ten minutes at most; what is not on record can be asked again at any time."""
        if not self.is_recorded:
            return self.state != CardState.WAITING
        return bool(self.change_id) and self.decided_at is not None and now - self.decided_at < UNDO_FOR

    def waiting_again(self) -> Card:
        """As before it was pressed; whether it is somebody known is asked again."""
        likeness = replace(self.likeness, is_same=None) if self.likeness is not None else None
        return replace(
            self,
            likeness=likeness,
            state=CardState.WAITING,
            encounter_id="",
            change_id="",
            decided_at=None,
            batch="",
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """How many meetings of a calendar were not listed, and why; of a table, how many rows had no room."""

    internal: int = 0
    cancelled: int = 0
    elsewhen: int = 0
    """Too long ago or too far ahead."""
    too_many: int = 0

    @property
    def count(self) -> int:
        return self.internal + self.cancelled + self.elsewhen + self.too_many


NOTHING = LeftOut()


@dataclass(frozen=True, kw_only=True, slots=True)
class CardList:
    """Cards that their owner goes through; nobody else sees it. `event`, `met_on` and the step hold for all of them.

    `version` counts changes: a change is stored only on the version it was made from.
    """

    id: str
    by_id: str
    company_id: str | None
    created_at: datetime
    version: int = 1
    source: str = ""
    """The name of the file; "" for pasted lines."""
    is_calendar: bool = False
    event: str = ""
    met_on: date | None = None
    step: str = ""
    due_on: date | None = None
    due_time: str = ""
    cards: tuple[Card, ...] = ()
    left_out: LeftOut = NOTHING

    def card(self, number: int) -> Card | None:
        """The card with this number."""
        return self.cards[number - 1] if 1 <= number <= len(self.cards) else None

    def waiting(self) -> Iterator[Card]:
        """Those not pressed yet."""
        return (card for card in self.cards if card.state == CardState.WAITING)

    def count(self, state: CardState) -> int:
        """How many stand so."""
        return sum(card.state == state for card in self.cards)

    @property
    def done(self) -> int:
        """How many have been gone through; what is left for later counts."""
        return len(self.cards) - self.count(CardState.WAITING)

    @property
    def asks_where(self) -> bool:
        """Is it not known where somebody on it was met?"""
        return not self.event and not all(card.event for card in self.cards)

    @property
    def asks_when(self) -> bool:
        """Is it not known when somebody on it was met?"""
        return self.met_on is None and not all(card.met_on for card in self.cards)

    def with_card(self, card: Card) -> CardList:
        """One version later, with this card in the place of the one with its number."""
        return self.with_cards({card.number: card})

    def with_cards(self, changed: dict[int, Card]) -> CardList:
        """One version later, with these cards by their numbers."""
        cards = tuple(changed.get(card.number, card) for card in self.cards)
        return replace(self, version=self.version + 1, cards=cards)

    def encounter_id(self, card: Card) -> str:
        """The id under which a card is kept: of a calendar, the same for the same meeting in whichever file."""
        if self.is_calendar:
            return meeting_id(self.by_id, card.uid)
        return id_from(self.id, str(card.number))

    def given(self, card: Card, *, is_greeting: bool = False, joins: tuple[Joining, ...] = ()) -> NewEncounter:
        """A card as MeetingService takes it, with what holds for all where it says nothing else."""
        step = "" if is_greeting else card.next_step or self.step
        has_own_day = card.due_on is not None or card.due_time != ""
        return NewEncounter(
            id=self.encounter_id(card),
            partner=card.partner,
            contact=card.contact,
            title=card.title,
            event=card.event or self.event,
            topic=card.note,
            met_on=card.met_on or self.met_on,
            meets_at=card.meets_at,
            next_step=step,
            due_on=(card.due_on if has_own_day else self.due_on) if step else None,
            due_time=(card.due_time if has_own_day else self.due_time) if step else "",
            is_meeting=card.is_meeting and has_own_day and step == card.next_step,
            is_greeting=is_greeting,
            joins=joins,
        )


def meeting_id(by_id: str, uid: str) -> str:
    """The id of a meeting of somebody's calendar: the same in whichever file it comes."""
    return id_from("calendar", by_id, uid)
