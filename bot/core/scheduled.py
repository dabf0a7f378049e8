"""Nudges to come, as features speak of them: what waits for whom since when, and how it stands when it is said.

A feature says what waits (`Waiting`); nudges turn that into rows with a moment (`Scheduled`), which the feature stores
in the transaction of the fact itself. Before anything is said the feature is asked again how it stands (`Standing`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID, uuid5

from bot.core.messages import Message, Offer, Part
from bot.core.people import Member

_NAMESPACE = UUID("9a3d3f5e-5f0a-5c27-9d5b-2f6f8f1f3b77")


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """One thing that waits for somebody: a `matter` of a cadence (prompts/cadences/), counted from `since`.

    `subject` is what it is about: its kind ("encounter", "issue", "request", "programme") and id. `since` is a day for
    the people of the firm; steps of a cadence may lie before it. It is, by matter: `prepare` and `outcome` the day of
    the meeting, `next_step` and `issue` the day on which it is due, `wake` the day it sleeps until, `trial_decision`
    the day of the decision, `succession` March 31, `confirm` and `request` the day it was asked, `set_time` and
    `no_next_step` the day of the last contact, `walk` that of the last answer or that until which it was put aside.

    `not_before`: nobody is nudged before that day. `comes_back`: somebody is on that day (延期), even where the first
    step of the cadence lies behind it. `cadence` names a cadence file ("" for the default); `event` and `stage` are
    what a coordinator may have chosen another cadence for. `partner` is the outside firm as calendars know it: nobody
    is asked to telephone into its days off.
    """

    subject_kind: str
    subject_id: str
    matter: str
    person_id: str
    since: date
    company_id: str | None = None
    not_before: date | None = None
    comes_back: bool = False
    cadence: str = ""
    event: str = ""
    stage: str = ""
    partner: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scheduled:
    """A nudge to come: step `step` of a matter is due on `due_on`, a day of the person, from `due_at` on.

    `cadence` is the resolved name. The same subject, matter, person, `since`, `not_before` and step is the same
    occurrence for ever. `is_eased`: it would be due at once, and was given an hour or a night because something has
    just been written down; what was due before stays due.
    """

    subject_kind: str
    subject_id: str
    matter: str
    person_id: str
    company_id: str | None
    cadence: str
    since: date
    step: int
    due_on: date
    due_at: datetime
    not_before: date | None = None
    partner: str = ""
    is_eased: bool = field(default=False, compare=False)

    def nudge_id(self, workspace_id: str) -> str:
        """The id of its row: one for each subject, matter and person."""
        parts = (workspace_id, self.subject_kind, self.subject_id, self.matter, self.person_id)
        return str(uuid5(_NAMESPACE, "\x1f".join(parts)))

    @property
    def series(self) -> str:
        """What its steps are counted from: another day, or a postponement, begins another series."""
        return f"{self.since:%Y%m%d}" + (f"/{self.not_before:%Y%m%d}" if self.not_before else "")

    @property
    def occurrence(self) -> str:
        """Which time of several it is."""
        return f"{self.series}-{self.step}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How a subject stands at the moment at which it is said, for one reader.

    `title` and `details` quote the record: person, place, topic. `ask` is the one question, or the one suggested step.
    `question` is what the guides are asked for a citation ("" for none). `offers` are what can be done. `done` says
    what the reader has changed since, with the offer that takes it back; then `ask` and `offers` are left out.
    """

    title: Message | str
    details: tuple[Message | str, ...] = ()
    ask: Message | None = None
    question: str = ""
    offers: tuple[Offer, ...] = ()
    done: tuple[Part, ...] = ()
    undo: Offer | None = None
    waiting: Waiting | None = None
    """What waits by the record as it is now, where the reader may know all of it."""


Planner: TypeAlias = Callable[[Sequence[Waiting]], Sequence[Scheduled]]
"""Turns what waits into nudges to come."""

StandingOf: TypeAlias = Callable[[str, str, int, Member, datetime], Standing | None]
"""How a subject (its id, the matter, the step, the reader, since when) stands; None where it is closed, moved on, or
no longer this reader's: then nothing is said. What the reader changed after the last argument is told as `done`."""
