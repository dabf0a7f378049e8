"""The value card as data: every fact in the words of whoever said it, or known to be unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class SubjectKind(StrEnum):
    """What a value walk is about."""

    TECHNOLOGY = "technology"
    KNOW_HOW = "know_how"
    """What people on the shop floor can do."""
    SERVICE = "service"
    """A way of serving customers: quick decisions, faces one knows."""


class CardField(StrEnum):
    """What a card holds. A question of the script fills exactly one of them."""

    SUBJECT = "subject"
    """The one technology, know-how or way of serving, by its name."""
    LISTENER = "listener"
    """The one person to whom it is told."""
    WHO = "who"
    """Whose trouble it lessens."""
    SITUATION = "situation"
    """The latest single case."""
    FUNCTION = "function"
    """What it does: an object and a transitive verb, such as 「部屋を冷やす」."""
    LADDER = "ladder"
    """What that is for, and what that is for: one rung a line, from the function upward."""
    CHANGE = "change"
    """The state before and after, with number and unit."""
    NOTICES = "notices"
    PAYS = "pays"
    TODAY = "today"
    """What they do today, doing nothing included."""
    COST = "cost"
    """What that costs them in time, loss or risk."""
    EVIDENCE = "evidence"
    EVIDENCE_KIND = "evidence_kind"
    """An `EvidenceKind`."""
    HOLDER = "holder"
    """Who has the evidence."""
    ELSEWHERE = "elsewhere"
    """Where else the same change of state is wanted, in the owner's words."""
    REFRAMED = "reframed"
    """The value once more, without the words of the present industry."""
    CHALLENGE = "challenge"
    """The social challenge that it has to do with."""
    TRY = "try"
    """The smallest try."""
    TRY_WITH = "try_with"
    TRY_BY = "try_by"
    TRY_CAP = "try_cap"
    """What the try may cost at most."""
    MAY_TELL = "may_tell"
    """What may be told to whom."""
    TRL = "trl"
    """Technology readiness level, "1" to "9"."""
    CRL = "crl"
    """Customer readiness level for this use, "1" to "9"."""
    MARKET = "market"
    RIVALS = "rivals"
    """What else the customer could take, and how this differs."""
    OBJECTIONS = "objections"
    """What people in the own firm will object, and the answer."""
    EXISTING = "existing"
    """The effect on existing customers."""
    OBSTACLES = "obstacles"
    """What has to be settled before implementation."""
    DEPENDENCE = "dependence"
    """How much hangs on one customer."""


class EntryState(StrEnum):
    """How far a fact is known."""

    SAID = "said"
    UNKNOWN = "unknown"
    """Asked, and they do not know: an open question."""
    LATER = "later"
    """Asked, and put off: an open question."""
    UNASKED = "unasked"


class EvidenceKind(StrEnum):
    """The grade of a card, from the weakest: never by length, only by what stands behind it."""

    SAID = "said"
    MEASURED = "measured"
    TESTED = "tested"
    """Tested by a customer."""
    PAID = "paid"
    """Somebody paid for it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One fact. `words` are the owner's own; `marks` are the kinds of signs that were left when it was accepted
    (bot/core/coaching/listening); `by_id` is whose words they are, `at` when they were said. `drafts` are a language
    model's, kept beside them by somebody's press: for the firm alone to see, in no text and in no search."""

    words: str = ""
    state: EntryState = EntryState.UNASKED
    by_id: str = ""
    at: datetime | None = None
    marks: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()

    @property
    def is_said(self) -> bool:
        """True where there are words."""
        return self.state is EntryState.SAID


class FieldGroup(StrEnum):
    """What is shared together."""

    VALUE = "value"
    """What it is, what it does, for whom, what changes, what it is for."""
    CUSTOMER = "customer"
    """The case, who notices and pays, how it is done today and what that costs."""
    EVIDENCE = "evidence"
    IDEAS = "ideas"
    """Other uses, the social challenge."""
    PLANS = "plans"
    """The smallest try, the market, rivals, obstacles, and what is said inside the firm."""


class Reach(StrEnum):
    """Who may see a group of fields, each including the one before."""

    FIRM = "firm"
    COORDINATOR = "coordinator"
    REGION = "region"


GROUP_OF: Mapping[CardField, FieldGroup] = {
    CardField.SUBJECT: FieldGroup.VALUE,
    CardField.FUNCTION: FieldGroup.VALUE,
    CardField.LADDER: FieldGroup.VALUE,
    CardField.WHO: FieldGroup.VALUE,
    CardField.CHANGE: FieldGroup.VALUE,
    CardField.REFRAMED: FieldGroup.VALUE,
    CardField.LISTENER: FieldGroup.CUSTOMER,
    CardField.SITUATION: FieldGroup.CUSTOMER,
    CardField.NOTICES: FieldGroup.CUSTOMER,
    CardField.PAYS: FieldGroup.CUSTOMER,
    CardField.TODAY: FieldGroup.CUSTOMER,
    CardField.COST: FieldGroup.CUSTOMER,
    CardField.EVIDENCE: FieldGroup.EVIDENCE,
    CardField.EVIDENCE_KIND: FieldGroup.EVIDENCE,
    CardField.HOLDER: FieldGroup.EVIDENCE,
    CardField.TRL: FieldGroup.EVIDENCE,
    CardField.CRL: FieldGroup.EVIDENCE,
    CardField.ELSEWHERE: FieldGroup.IDEAS,
    CardField.CHALLENGE: FieldGroup.IDEAS,
    CardField.TRY: FieldGroup.PLANS,
    CardField.TRY_WITH: FieldGroup.PLANS,
    CardField.TRY_BY: FieldGroup.PLANS,
    CardField.TRY_CAP: FieldGroup.PLANS,
    CardField.MAY_TELL: FieldGroup.PLANS,
    CardField.MARKET: FieldGroup.PLANS,
    CardField.RIVALS: FieldGroup.PLANS,
    CardField.OBJECTIONS: FieldGroup.PLANS,
    CardField.EXISTING: FieldGroup.PLANS,
    CardField.OBSTACLES: FieldGroup.PLANS,
    CardField.DEPENDENCE: FieldGroup.PLANS,
}


class UseSource(StrEnum):
    """Where a new use was found."""

    FIELD = "field"
    """A field of knowledge/fields.yaml."""
    CHALLENGE = "challenge"
    """A social challenge of knowledge/fields.yaml."""
    CARD = "card"
    """Another firm's card, shared with the region."""
    PLAN = "plan"
    """A passage of a town's plan that was loaded as a guide."""


class Decision(StrEnum):
    """What a person said to an offered use."""

    OFFERED = "offered"
    TICKED = "ticked"
    DECLINED = "declined"


@dataclass(frozen=True, kw_only=True, slots=True)
class Use:
    """A new use that was offered. `suffers` is the state in which that field or town is, as its source says; `reason`
    names what both have in common; `quote` stands verbatim in the source; `reference` finds the source again (an id of
    knowledge/fields.yaml, a card's id, a passage's id)."""

    id: str
    source: UseSource
    reference: str
    name: str
    suffers: str
    reason: str
    quote: str = ""
    decision: Decision = Decision.OFFERED
    decided_by: str = ""
    decided_at: datetime | None = None
    ask_first: str = ""
    """Who would be the first person to ask there, in the words of whoever ticked it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueCard:
    """One version of a card. `version` counts from 1; `by_id` changed it at `at`; `entries` lacks what was never asked.

    `confirmed_by` is the person of the firm who said that it is theirs; "" while a coordinator's writing waits for it.
    """

    id: str
    company_id: str
    walk_id: str
    subject_kind: SubjectKind
    trade: str
    version: int
    by_id: str
    at: datetime
    entries: Mapping[CardField, Entry] = field(default_factory=dict)
    uses: tuple[Use, ...] = ()
    reach: Mapping[FieldGroup, Reach] = field(default_factory=dict)
    confirmed_by: str = ""

    def entry(self, name: CardField) -> Entry:
        """What is known of a field; an entry that says UNASKED where it was never asked."""
        return self.entries.get(name, _UNASKED)

    def reach_of(self, group: FieldGroup) -> Reach:
        """Who may see a group; nobody but the firm where nothing was chosen."""
        return self.reach.get(group, Reach.FIRM)


_UNASKED = Entry()
