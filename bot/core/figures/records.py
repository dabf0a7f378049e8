"""What numbers are computed from: plain records, as far as their reader may see them.

Days are those of the reader's time zone unless said otherwise. Words are there only where the firm shares its words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

STAGES = ("cards", "second_meeting", "shared_issue", "joint_study", "trial", "adoption", "continuing")
"""From a business card to steady business, in order."""
WALLS = ("wall_1", "wall_2", "wall_3")
OUTCOMES = ("met", "partly", "not_met")
ANSWER_STATES = ("answered", "not_in_guides", "handed_over", "failed")
CLOSED = "closed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What a firm shares only with its words; "" for what was not said."""

    event: str = ""
    partner: str = ""
    contact: str = ""
    topic: str = ""
    goal: str = ""
    learned: str = ""
    lesson: str = ""
    next_step: str = ""
    measure: str = ""
    owner: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """An encounter with the outside, or a support visit. `words` None: its firm shares dates, stages and walls alone.

    `began_on` is the day of the first meeting, or that on which it was written down where that was earlier or none is
    known; `since` the day from which it has waited; `wall` "" where it moves. `awaits_result`: nobody has said yet how
    the meeting at `meets_at` went. `step_on` and `step_time` (`HH:MM`) are in the owner's time zone.
    """

    id: str
    company_id: str
    firm: str
    state: str
    stage: str
    began_on: date
    since: date
    last_contact_on: date
    updated_at: datetime
    is_visit: bool = False
    wall: str = ""
    programme_id: str = ""
    outcome: str = ""
    met_on: date | None = None
    meets_at: datetime | None = None
    meets_on: date | None = None
    awaits_result: bool = False
    step_on: date | None = None
    step_time: str = ""
    decision_on: date | None = None
    ended_on: date | None = None
    ending: str = ""
    time_zone: str = "Asia/Tokyo"
    """The owner's."""
    words: Words | None = None

    @property
    def event(self) -> str:
        """Where they met, as far as the firm shares its words."""
        return self.words.event if self.words else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A change of stage that was not taken back; those of one encounter are held in order."""

    case_id: str
    on: date
    before: str
    after: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """Somebody said how a meeting went. `on` is the day of the meeting."""

    case_id: str
    on: date
    outcome: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """A real contact after the first one: a call, a visit, a mail."""

    case_id: str
    on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Passed:
    """An encounter got another owner."""

    case_id: str
    on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """A reminder that was sent: of which matter, and its which step (1 for the first). `acted_at` is when its person
    first did anything with the encounter after it; None where they have not."""

    case_id: str
    person_id: str
    at: datetime
    on: date
    matter: str
    step: int
    acted_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A question of somebody of a firm. `is_answered`: a person has answered it after it was handed over."""

    id: str
    company_id: str
    firm: str
    on: date
    state: str
    is_answered: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """Everything of some firms and some time that numbers are computed from."""

    cases: tuple[Case, ...] = ()
    moves: tuple[Move, ...] = ()
    results: tuple[Result, ...] = ()
    contacts: tuple[Contact, ...] = ()
    passed: tuple[Passed, ...] = ()
    told: tuple[Told, ...] = ()
    asked: tuple[Asked, ...] = ()
    programmes: Mapping[tuple[str, str, int], str] = field(default_factory=dict)
    """Which programme was chosen for an event (`same_event_key`) of a firm in a fiscal year, or for everything of the
    firm that has no choice of its own (""): its id, by firm, event and year."""

    def of_cases(self, cases: Iterable[Case], asked: Iterable[Asked] = ()) -> Held:
        """These cases with what belongs to them, and these questions."""
        kept = tuple(cases)
        ids = {one.id for one in kept}
        return self._among(ids, kept, tuple(asked))

    def _among(self, ids: Collection[str], cases: tuple[Case, ...], asked: tuple[Asked, ...]) -> Held:
        return replace(
            self,
            cases=cases,
            moves=tuple(one for one in self.moves if one.case_id in ids),
            results=tuple(one for one in self.results if one.case_id in ids),
            contacts=tuple(one for one in self.contacts if one.case_id in ids),
            passed=tuple(one for one in self.passed if one.case_id in ids),
            told=tuple(one for one in self.told if one.case_id in ids),
            asked=asked,
        )
