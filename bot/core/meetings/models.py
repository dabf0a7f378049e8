"""Encounters as data, and what can be said of one without asking anybody.

`last_contact_on` is the day of the last real contact; `Encounter.since` is the day from which cadences count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What sort of encounter it is."""

    MEETING = "meeting"
    """Somebody of a firm met somebody from outside."""
    SUPPORT_VISIT = "support_visit"
    """A coordinator's own contact with a firm; counts toward the report to the funder."""


class State(StrEnum):
    """Where an encounter stands in its life."""

    UNCONFIRMED = "unconfirmed"
    """Written by a coordinator for somebody of the firm, who has not confirmed it yet."""
    OPEN = "open"
    SLEEPING = "sleeping"
    CLOSED = "closed"
    TAKEN_BACK = "taken_back"
    """Written down by mistake and taken back, or not confirmed: its words are erased, and nobody is shown it."""


class Stage(StrEnum):
    """From a business card to steady business, in order."""

    CARDS = "cards"
    SECOND_MEETING = "second_meeting"
    SHARED_ISSUE = "shared_issue"
    JOINT_STUDY = "joint_study"
    TRIAL = "trial"
    ADOPTION = "adoption"
    CONTINUING = "continuing"

    @property
    def rank(self) -> int:
        """0 for the first stage."""
        return _RANKS[self]


_RANKS = {stage: rank for rank, stage in enumerate(Stage)}


class Outcome(StrEnum):
    """Whether the goal of a meeting was met."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"


class Ending(StrEnum):
    """How an encounter ended."""

    DECLINED = "declined"
    """今回は見送る: with a reason, and from SHARED_ISSUE on a lesson."""
    GREETING = "greeting"
    """ご挨拶のみ: nothing more is asked."""
    ACHIEVED = "achieved"
    """Steady business: nobody needs to be reminded any more."""


class Reason(StrEnum):
    """Why an encounter is left for now."""

    NO_NEED = "no_need"
    PRICE = "price"
    TIMING = "timing"
    CAPACITY = "capacity"
    TECHNICAL_FIT = "technical_fit"
    ANOTHER_SUPPLIER = "another_supplier"
    DECIDER_NOT_REACHED = "decider_not_reached"
    NO_REPLY = "no_reply"
    OTHER = "other"


class Wall(StrEnum):
    """The three walls of PRODUCT.md."""

    CARDS = "wall_1"
    """No goal, no next step with owner, date and time."""
    DEVELOPMENT = "wall_2"
    """From JOINT_STUDY on: no market, no user, nobody who decides."""
    TRIAL = "wall_3"
    """In a trial: no measure, no decision date, no payer."""


class ChangeKind(StrEnum):
    """What happened to an encounter."""

    CAPTURED = "captured"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    PREPARED = "prepared"
    OUTCOME = "outcome"
    CONTACT = "contact"
    STEP_SET = "step_set"
    STEP_DONE = "step_done"
    POSTPONED = "postponed"
    STAGE = "stage"
    NAMED = "named"
    """What a wall asks for was named: market, user, decider, measure, decision date, payer."""
    ISSUE_OPENED = "issue_opened"
    ISSUE_CLOSED = "issue_closed"
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    TALK = "talk"
    OWNER = "owner"
    DECLINED = "declined"
    SLEPT = "slept"
    WOKEN = "woken"
    GREETING = "greeting"
    ACHIEVED = "achieved"
    REOPENED = "reopened"
    MERGED = "merged"
    CADENCE = "cadence"
    UNDONE = "undone"


REAL_CONTACT = frozenset({ChangeKind.CAPTURED, ChangeKind.CONTACT, ChangeKind.OUTCOME, ChangeKind.STEP_DONE})
"""What counts as having talked with the other side, and sets the count of a cadence back."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NextStep:
    """What is done next. `due_on` and `due_time` are in the owner's time zone; both are wanted, and asked for."""

    text: str
    owner_id: str
    due_on: date | None = None
    due_time: str = ""
    """`HH:MM`, "" where it is not said."""
    is_meeting: bool = False
    """A meeting with the other side, with a day and a time; `Encounter.meets_at` is its moment."""

    @property
    def is_complete(self) -> bool:
        """With owner, date and time."""
        return bool(self.text and self.owner_id and self.due_on and self.due_time)


@dataclass(frozen=True, kw_only=True, slots=True)
class Encounter:
    """One encounter. `company_id` is the firm it belongs to; None for what concerns the support body alone.

    `version` counts changes: a change is stored only on the version it was made from. Empty text means not said.
    `postponed_until`: nobody is nudged before that day.
    """

    id: str
    company_id: str | None
    kind: Kind = Kind.MEETING
    state: State = State.OPEN
    stage: Stage = Stage.CARDS
    owner_id: str
    created_by: str
    created_at: datetime
    updated_at: datetime
    version: int = 1
    partner: str = ""
    contact: str = ""
    title: str = ""
    event: str = ""
    topic: str = ""
    programme_id: str | None = None
    met_on: date | None = None
    meets_at: datetime | None = None
    """A meeting that is planned, or was."""
    last_contact_on: date
    goal: str = ""
    question: str = ""
    bring: str = ""
    outcome: Outcome | None = None
    learned: str = ""
    next_step: NextStep | None = None
    market: str = ""
    end_user: str = ""
    decider: str = ""
    measure: str = ""
    decision_on: date | None = None
    payer: str = ""
    ending: Ending | None = None
    reason: Reason | None = None
    lesson: str = ""
    ended_at: datetime | None = None
    wakes_on: date | None = None
    postponed_until: date | None = None
    confirm_by: str | None = None
    """Who has to confirm it, while UNCONFIRMED."""
    cadence: str = ""
    counts_from: date | None = None
    """The day on which what is waited for changed (a step was set, it was reopened); see `since`."""

    @property
    def since(self) -> date:
        """The day from which cadences count: the last real contact, or a later day on which the matter changed."""
        return max(self.last_contact_on, self.counts_from or self.last_contact_on)

    @property
    def is_open(self) -> bool:
        """Still to be looked after: open or asleep."""
        return self.state in (State.OPEN, State.SLEEPING)

    @property
    def missing_for_wall_2(self) -> tuple[str, ...]:
        """What a development has to name and does not: of `market`, `end_user`, `decider`."""
        return tuple(name for name in ("market", "end_user", "decider") if not getattr(self, name))

    @property
    def missing_for_trial(self) -> tuple[str, ...]:
        """What a trial has to name and does not: of `measure`, `decision_on`, `payer`."""
        return tuple(name for name in ("measure", "decision_on", "payer") if not getattr(self, name))

    @property
    def wall(self) -> Wall | None:
        """The wall at which it stands; None where it moves, or has ended, and for a support visit."""
        if self.state != State.OPEN or self.kind == Kind.SUPPORT_VISIT:
            return None
        if self.stage == Stage.TRIAL and self.missing_for_trial:
            return Wall.TRIAL
        if self.stage.rank >= Stage.JOINT_STUDY.rank and self.missing_for_wall_2:
            return Wall.DEVELOPMENT
        if self.next_step is None or not self.next_step.is_complete:
            return Wall.CARDS
        return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One change of an encounter. `before` is the whole encounter as it was, so that it can be taken back.

    `detail` says what changed in short: `{"from": "cards", "to": "trial"}`.
    """

    id: str
    encounter_id: str
    kind: ChangeKind
    by_id: str
    at: datetime
    detail: dict[str, str]
    before: Encounter | None = None
    is_undone: bool = False
