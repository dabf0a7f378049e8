"""Introductions as data: where the two sides meet, and how far each of them has been asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4, uuid5

_NAMESPACE = UUID("0b1f3b52-8a55-5d0f-9c5e-5b7a2c9d6e31")


class State(StrEnum):
    """How far it is. Nothing before MADE is ever told to a firm."""

    FOUND = "found"
    PUT_AWAY = "put_away"
    """Not wanted, for good or until a day."""
    OPEN = "open"
    MADE = "made"
    """Both sides wish it, and are told of each other."""
    DONE = "done"
    """The encounter was proposed to both as well."""
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    """A side gave no answer until its last day."""
    ENDED = "ended"
    """What it was found by is not there or not shared any more, or somebody left."""


class Part(StrEnum):
    """Which of the two sides."""

    GIVER = "giver"
    """Whose card does something."""
    NEEDER = "needer"

    @property
    def other(self) -> Part:
        """The other side."""
        return Part.NEEDER if self is Part.GIVER else Part.GIVER


class Answer(StrEnum):
    """What a firm said when it was sounded out."""

    YES = "yes"
    NO = "no"
    TALK = "talk"
    """They want to talk about it with the coordinator first."""


class Source(StrEnum):
    """Where words of a firm stand; as the audit log calls it."""

    CARD = "value_card"
    ENCOUNTER = "encounter"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where words stand, without the words. `field` is a field of the card, or the id of the encounter's issue."""

    source: Source
    id: str
    field: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What a firm says somewhere, as a coordinator may see it."""

    company_id: str
    place: Place
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Common:
    """What an offer and a need have in common: ids of troubles (knowledge/troubles.yaml) that both tell, and from each
    the sentence that tells it, verbatim. `score` is above 0."""

    score: float
    offer_quote: str
    need_quote: str
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """Why two firms might be introduced to each other."""

    offer: Told
    need: Told
    common: Common

    def told(self, part: Part) -> Told:
        """What one side says."""
        return self.offer if part is Part.GIVER else self.need

    def quote(self, part: Part) -> str:
        """The sentence of it, verbatim."""
        return self.common.offer_quote if part is Part.GIVER else self.common.need_quote


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What a firm asked before it answers, and what its coordinator had replied ("" so far)."""

    text: str
    asked_at: datetime
    reply: str = ""
    replied_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One firm of an introduction. `ask_id` is what it knows the matter by: it tells nothing of the other side.

    `text` is what the coordinator `asked_by` had sent; `answers` counts how often an answer was given. `let_be_at`: its
    own coordinator goes no further with it, for good or `let_be_until` a day; the other side's never hears of that.
    """

    company_id: str
    ask_id: str
    person_id: str = ""
    text: str = ""
    asked_at: datetime | None = None
    answer: Answer | None = None
    answered_at: datetime | None = None
    answers: int = 0
    is_reminded: bool = False
    asked_by: str = ""
    closes_on: date | None = None
    """The last day on which an answer is taken."""
    is_closed: bool = False
    """That day passed without an answer, and its coordinator was told."""
    let_be_at: datetime | None = None
    let_be_until: date | None = None
    questions: tuple[Question, ...] = ()

    def is_let_be(self, today: date) -> bool:
        """Does its coordinator go no further with it?"""
        return self.let_be_at is not None and (self.let_be_until is None or today < self.let_be_until)

    def takes(self, answer: Answer, today: date) -> bool:
        """Is this answer taken still? A wish can be taken back at any time."""
        is_open = self.closes_on is None or today <= self.closes_on
        return is_open or (self.answer is Answer.YES and answer is not Answer.YES) or self.answer is answer


@dataclass(frozen=True, kw_only=True, slots=True)
class Introduction:
    """Two firms. A pair is one introduction for ever, whichever of them gives. `version` counts changes.

    `coordinator_id` is "" until somebody sounds a side out. What was put away waits again from `put_away_until` on.
    """

    id: str
    giver: Side
    needer: Side
    offer: Place
    need: Place
    troubles: tuple[str, ...]
    found_on: date
    updated_at: datetime
    state: State = State.FOUND
    coordinator_id: str = ""
    put_away_until: date | None = None
    version: int = 1

    def side(self, part: Part) -> Side:
        """One of the two sides."""
        return self.giver if part is Part.GIVER else self.needer

    def part_of(self, ask_id: str) -> Part:
        """Which side knows it by this."""
        return Part.GIVER if self.giver.ask_id == ask_id else Part.NEEDER

    def having(self, part: Part, side: Side) -> Introduction:
        """The same with one side as it is now."""
        return replace(self, giver=side) if part is Part.GIVER else replace(self, needer=side)

    def waits(self, today: date) -> bool:
        """Does it wait for a coordinator to do something with it at all?"""
        is_back = self.state is State.PUT_AWAY and self.put_away_until is not None and self.put_away_until <= today
        return self.state is State.FOUND or is_back

    def asked_next(self) -> tuple[Part, ...]:
        """Whom the coordinator can sound out now: either side first, the other one after the first wishes it."""
        if self.state not in (State.FOUND, State.PUT_AWAY, State.OPEN):
            return ()
        asked = [part for part in Part if self.side(part).asked_at is not None]
        if not asked:
            return tuple(Part)
        wishes = len(asked) == 1 and self.side(asked[0]).answer is Answer.YES
        return (asked[0].other,) if wishes else ()

    def is_wanted_by_both(self) -> bool:
        """Did both accept?"""
        return self.giver.answer is Answer.YES and self.needer.answer is Answer.YES

    def is_requested(self, part: Part) -> bool:
        """Does the other side wish it, while this one was not asked?"""
        is_open = self.state is State.OPEN and self.side(part.other).let_be_at is None
        return is_open and self.side(part).asked_at is None and self.side(part.other).answer is Answer.YES


def pair_id(one: str, other: str) -> str:
    """The id of the introduction of two firms, whichever is named first."""
    return str(uuid5(_NAMESPACE, " ".join(sorted((one, other)))))


def introduction_of(reason: Reason, *, on: date, at: datetime) -> Introduction:
    """A new one. What each side knows it by is drawn by lot: nothing follows from it."""
    giver, needer = reason.offer.company_id, reason.need.company_id
    return Introduction(
        id=pair_id(giver, needer),
        giver=Side(company_id=giver, ask_id=str(uuid4())),
        needer=Side(company_id=needer, ask_id=str(uuid4())),
        offer=reason.offer.place,
        need=reason.need.place,
        troubles=reason.common.troubles,
        found_on=on,
        updated_at=at,
    )
