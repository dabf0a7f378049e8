"""What guides did not answer, as data: questions, the terms under which they are put, what was marked wrong, a week."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from hashlib import sha256

from bot.core.digests.models import DEFAULT_TIME, MONDAY
from bot.core.messages import Locale

FIRMS_TO_COUNT = 3
"""Of how many firms a question came is said from here on; fewer are not counted aloud."""


class Known(StrEnum):
    """How a term is known, which decides from how many firms on it may stand in a heading."""

    TOPIC = "topic"
    """A topic beyond the guides, for which the answer was declined: words of ours (knowledge/beyond.yaml)."""
    FIELD = "field"
    """From the glossary: words of the method, no words of anybody."""
    OUTLINE = "outline"
    """Stands in a heading of a guide."""
    ASKED = "asked"
    """Stands in questions alone."""


FIRMS_NEEDED: Mapping[Known, int] = {Known.TOPIC: 0, Known.FIELD: 0, Known.OUTLINE: 2, Known.ASKED: 3}
"""So many firms must have asked with a term before a heading is made of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A term in a question. `weight` is high for one that few headings of guides have; `names` says it for readers."""

    key: str
    known: Known
    weight: float
    names: Mapping[Locale, str]

    @property
    def id(self) -> str:
        """What a button calls it: nothing that could be read."""
        return sha256(self.key.encode()).hexdigest()[:16]

    def name(self, locale: Locale) -> str:
        """As it stands in a heading."""
        return self.names.get(locale) or self.names["ja"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unanswered:
    """A question of a week that got no answer: the guides had none, and nobody has given one since.

    `company_id` None for somebody without a firm; `handover_id` "" where nobody was asked besides the guides.
    `topic` is the topic beyond the guides that it is about, "" for none (knowledge/beyond.yaml); `near` are
    the guides whose headings were shown as the nearest, each with its title. `reply_by` None while no time runs: they
    were asked back (`is_asked_back`), or nobody is left to answer.
    """

    id: str
    text: str
    asked_at: datetime
    asker: str
    company_id: str | None = None
    topic: str = ""
    near: tuple[tuple[str, str], ...] = ()
    handover_id: str = ""
    owner_id: str | None = None
    reply_by: datetime | None = None
    is_asked_back: bool = False

    @property
    def is_handed_over(self) -> bool:
        """Does a person have it?"""
        return bool(self.handover_id)

    @property
    def is_stuck(self) -> bool:
        """Is nobody left who could answer, until an admin says who does?"""
        return self.is_handed_over and not self.is_asked_back and self.reply_by is None

    def is_late(self, now: datetime) -> bool:
        """Has the time for an answer passed, or is nobody left to give one?"""
        return self.is_stuck or (self.reply_by is not None and self.reply_by <= now)


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where in a guide something is cited from; `page` is the physical page, None where there are none."""

    heading: str
    page: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Marked:
    """Somebody said that an answer from guides was wrong. `cited` are the places, by guide."""

    question_id: str
    by: str
    marked_at: datetime
    cited: Sequence[tuple[str, str, Place]]
    """Guide, its title, and where in it."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Questions under one heading: a term, and a second one where all of them share it."""

    terms: tuple[Term, ...]
    questions: tuple[Unanswered, ...]

    @property
    def id(self) -> str:
        """What a button calls it."""
        return self.terms[0].id

    @property
    def askers(self) -> int:
        """How many people asked; those without an address, at the command line, count as one."""
        return len({one.asker for one in self.questions})

    @property
    def firms(self) -> int:
        """Of how many firms they are; 0 where that is fewer than may be said."""
        count = len({one.company_id for one in self.questions if one.company_id is not None})
        return count if count >= FIRMS_TO_COUNT else 0

    def heading(self, locale: Locale) -> str:
        """The proposed heading."""
        joined = "・" if locale == "ja" else ", "
        return joined.join(term.name(locale) for term in self.terms)


@dataclass(frozen=True, kw_only=True, slots=True)
class WrongGuide:
    """A guide that was marked wrong: by how many people, and which places of it, with how many each."""

    guide_id: str
    title: str
    people: int
    places: tuple[tuple[Place, int], ...]
    last_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """From the moment `start` until before `end`; both where the reader is, at midnight."""

    start: datetime
    end: datetime
    first_day: date
    last_day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """A week: what was asked and not answered under headings, how much has none, what was marked wrong."""

    week: Week
    topics: tuple[Topic, ...]
    others: tuple[Unanswered, ...]
    wrong: tuple[WrongGuide, ...]

    @property
    def is_empty(self) -> bool:
        """Is there nothing to tell?"""
        return not (self.topics or self.others or self.wrong)


class Move(StrEnum):
    """What an admin has done about something."""

    ADDING = "adding"
    """Sees to a guide."""
    SKIPPED = "skipped"
    """Not this time."""
    CORRECTED = "corrected"
    """The guide is put right."""


class Subject(StrEnum):
    """About what: a question, or a guide as it was marked wrong until that moment."""

    QUESTION = "question"
    GUIDE = "guide"


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """A move on record; the newest on a subject counts."""

    kind: Subject
    subject_id: str
    move: Move
    by_id: str
    at: datetime


def moved_about(topic: Topic, moves: Mapping[str, Moved]) -> Moved | None:
    """What was done about a topic: the newest move where every question in it has one; what came later stands anew."""
    found = [moves.get(one.id) for one in topic.questions]
    done = [one for one in found if one is not None]
    return max(done, key=lambda one: one.at) if done and len(done) == len(found) else None


def moved_on(wrong: WrongGuide, moves: Mapping[str, Moved]) -> Moved | None:
    """What was done about a guide since it was last marked."""
    move = moves.get(wrong.guide_id)
    return move if move is not None and move.at >= wrong.last_at else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """When an admin wants it: an ISO weekday, None for not at all; `chosen_at` None where they never said anything."""

    person_id: str
    weekly_on: int | None = MONDAY
    at: time = DEFAULT_TIME
    chosen_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class WordingConsent:
    """Whether a firm lets admins read how its people's unanswered questions are worded, from a moment on."""

    company_id: str
    is_given: bool
    by_id: str
    at: datetime

    def covers(self, question: Unanswered) -> bool:
        """May this question be read? Asked before, it was asked by somebody who counted on not being read."""
        return self.is_given and question.company_id == self.company_id and question.asked_at >= self.at


def readable(questions: Collection[Unanswered], consents: Mapping[str, WordingConsent]) -> list[Unanswered]:
    """Those whose wording an admin may read, the oldest first."""
    known = [one for one in questions if one.company_id is not None and one.company_id in consents]
    return sorted(
        (one for one in known if one.text and consents[one.company_id or ""].covers(one)),
        key=lambda one: (one.asked_at, one.id),
    )
