"""Digests as data: facts, the lines they make, what a coordinator wishes, what was told and what was put away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum

from bot.core.messages import Argument


class LineKind(StrEnum):
    """Why somebody is needed, in this order."""

    DECISION = "decision"
    """A trial whose day of decision is near or has passed."""
    WALL_1 = "wall_1"
    WALL_2 = "wall_2"
    WALL_3 = "wall_3"
    OVERDUE = "overdue"
    """A next step whose day has passed, and the cadence's last question with it."""
    QUESTION = "question"
    """A question that was handed over waits for an answer."""
    SILENT = "silent"
    """Nothing was logged or answered by a firm for a time that the coordinator sets."""
    CARD_SHARED = "card_shared"
    CARD_STUCK = "card_stuck"
    HAND_OVER = "hand_over"
    """Who looks after something from then on is not answered: by whoever names them, or by whoever was asked."""
    INTRODUCTION = "introduction"


class Next(StrEnum):
    """What the one button of a line does."""

    LOOK = "look"
    ANSWER = "answer"
    CALL = "call"
    """Note a support visit."""
    OPEN_CARD = "open_card"
    NAME = "name"
    """Say who follows."""
    INTRODUCE = "introduce"
    TAKE_OVER = "take_over"
    """Answer whoever asks that their firms be taken over."""


class DigestKind(StrEnum):
    """Which of them."""

    WEEKLY = "weekly"
    DAILY = "daily"
    UNANSWERED = "unanswered"
    """For admins: what guides did not answer (bot/core/digests/unanswered)."""


class Scope(StrEnum):
    """Of which firms somebody wants to hear."""

    ALL = "all"
    """Their own, and those that nobody looks after by name."""
    OWN = "own"
    CHOSEN = "chosen"


FactKey = tuple[LineKind, str, str]
"""Its kind, the id of what it is about, and its mark: another fact about the same has another mark."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """One fact. `on` is the day from which its age counts (a day to come for a decision that is near); `mark` says
    which fact it is, so that a later one of the same kind about the same is another one.

    `firm` is "" and `company_id` None where the reader may not be told whose it is; `about` are words that they may
    read, "" for none. `told_as` are the arguments of its sentence; `subject` is what reminders call it.
    """

    kind: LineKind
    subject_id: str
    mark: str
    on: date
    next: Next
    firm: str = ""
    company_id: str | None = None
    about: str = ""
    told_as: Mapping[str, Argument] = field(default_factory=dict)
    subject: tuple[str, str] | None = None

    @property
    def key(self) -> FactKey:
        """What it is known by."""
        return self.kind, self.subject_id, self.mark


@dataclass(frozen=True, slots=True)
class Line:
    """One line: facts of one kind about one firm that one look settles; the oldest first."""

    facts: tuple[Fact, ...]

    @property
    def first(self) -> Fact:
        """The oldest."""
        return self.facts[0]

    @property
    def kind(self) -> LineKind:
        """Why."""
        return self.first.kind

    @property
    def keys(self) -> frozenset[FactKey]:
        """The facts it tells."""
        return frozenset(one.key for one in self.facts)


DEFAULT_TIME = time(9, 0)
DEFAULT_SILENT_DAYS = 30
MONDAY = 1
EVERY_DAY = tuple(range(MONDAY, MONDAY + 7))
"""ISO weekdays; which of them are worked on the calendars say."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestChoice:
    """What a coordinator wishes. `weekly_on` is an ISO weekday, None for no weekly digest; `at` is in their time zone;
    `chosen_at` None where they never said anything.

    The daily one comes on the ISO weekdays `daily_on`; its hour and its firms are those of the weekly one where
    `daily_at` and `daily_scope` are None.
    """

    person_id: str
    weekly_on: int | None = MONDAY
    at: time = DEFAULT_TIME
    is_daily: bool = True
    silent_days: int = DEFAULT_SILENT_DAYS
    scope: Scope = Scope.ALL
    firm_ids: tuple[str, ...] = ()
    daily_on: tuple[int, ...] = EVERY_DAY
    daily_at: time | None = None
    daily_scope: Scope | None = None
    daily_firm_ids: tuple[str, ...] = ()
    chosen_at: datetime | None = None

    def of(self, kind: DigestKind) -> DigestChoice:
        """The same with the hour and the firms of a kind of digest in the place of the weekly one's."""
        if kind is not DigestKind.DAILY:
            return self
        one = self if self.daily_at is None else replace(self, at=self.daily_at)
        return one if self.daily_scope is None else replace(one, scope=self.daily_scope, firm_ids=self.daily_firm_ids)

    @property
    def firms_wanted(self) -> tuple[Scope, frozenset[str]]:
        """Which firms these are; the same where they are the same ones."""
        return self.scope, frozenset(self.firm_ids)


@dataclass(frozen=True, kw_only=True, slots=True)
class Digest:
    """One message to one coordinator. One person, kind and day is one digest for ever; `attempt` counts from 1."""

    id: str
    person_id: str
    kind: DigestKind
    day: date
    created_at: datetime
    attempt: int = 1
    is_given_back: bool = False
    keys: frozenset[FactKey] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Dismissal:
    """A fact that somebody needs no more; not before `until`, where that is said."""

    key: FactKey
    dismissed_at: datetime
    until: date | None = None

    def hides(self, today: date) -> bool:
        """Is the fact left out on that day?"""
        return self.until is None or today < self.until
