"""Changeovers as data: what is to change hands, between whom, and how far that has come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum


class What(StrEnum):
    """What is handed over."""

    FIRMS = "firms"
    """A coordinator's firms, with what hangs on them."""
    ENCOUNTERS = "encounters"
    """Encounters of one firm, which somebody of it looks after."""


class Reason(StrEnum):
    """Why."""

    YEAR_END = "year_end"
    LEAVE = "leave"
    """With a last day: what was handed over comes back by itself after it."""
    OTHER = "other"


class State(StrEnum):
    """How far it is. Nothing is the receiver's before MOVED."""

    PREPARED = "prepared"
    """Looked at by the giver alone; nobody was asked."""
    ASKED = "asked"
    ACCEPTED = "accepted"
    """Moves on its day."""
    MOVING = "moving"
    """移管中."""
    MOVED = "moved"
    RETURNING = "returning"
    RETURNED = "returned"
    """Back with the giver: given back, or the leave is over."""
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    """Not answered in time, or the receiver can take nothing over any more."""


OPEN = (State.ASKED, State.ACCEPTED, State.MOVING)
"""What is in one of these cannot be handed to somebody else as well."""
UNDER_WAY = (State.MOVING, State.RETURNING)


@dataclass(frozen=True, kw_only=True, slots=True)
class Changeover:
    """One of them. `items` are ids of firms or encounters, as they were looked at; `company_id` is the firm of
    encounters, "" for firms. `started_by` is the giver, or an admin where the giver has left.

    `from_on` is the first day on which it may move; with `until_on` it comes back after that day. `accepted` is what
    the receiver takes of the items, `moved` what did move in the end, `records` the encounters that moved with firms.
    `word` is what the receiver said when declining. `version` counts changes.
    """

    id: str
    what: What
    giver_id: str
    receiver_id: str
    started_by: str
    items: tuple[str, ...]
    reason: Reason
    from_on: date
    made_at: datetime
    updated_at: datetime
    until_on: date | None = None
    company_id: str = ""
    note: str = ""
    state: State = State.PREPARED
    asked_at: datetime | None = None
    reminded_at: datetime | None = None
    moved_at: datetime | None = None
    accepted: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    word: str = ""
    version: int = 1

    @property
    def is_back(self) -> bool:
        """Does it go back to the giver, or has it?"""
        return self.state in (State.RETURNING, State.RETURNED)

    @property
    def hands(self) -> tuple[str, str]:
        """From whom to whom it goes now, by their ids."""
        hands = (self.giver_id, self.receiver_id)
        return hands[::-1] if self.is_back else hands

    def becomes(self, state: State, at: datetime) -> Changeover:
        """One version later."""
        return replace(self, state=state, updated_at=at, version=self.version + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """What hangs on one firm, in numbers. `visits` are the coordinator's own records of it that are open."""

    encounters: int = 0
    cards: int = 0
    questions: int = 0
    visits: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            encounters=self.encounters + other.encounters,
            cards=self.cards + other.cards,
            questions=self.questions + other.questions,
            visits=self.visits + other.visits,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnEncounter:
    """An encounter that somebody looks after, as people of its firm call it."""

    id: str
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """What changes hands in one go: these firms and encounters, with the questions and introductions of the firms."""

    from_id: str
    to_id: str
    company_ids: tuple[str, ...]
    encounter_ids: tuple[str, ...]
