"""A value walk as data: one run of the script, every answer in the words of whoever gave it.

`Walk.at` is the question that is asked now, "" when every question of its length has been; `Walk.follow_up` is what is
asked about the answer to it that has just been given. Words are joined and kept, never replaced without a trace.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.core.coaching.cards.models import EntryState, SubjectKind, Use
from bot.core.messages import Argument, Locale, Message

ASKED_AGAIN_AT_MOST = 2
"""Questions about one answer; then it is accepted as it is, and marked."""


class WalkLength(StrEnum):
    """How long somebody wants to talk."""

    TEN_MINUTES = "ten_minutes"
    THIRTY_MINUTES = "thirty_minutes"
    WHOLE = "whole"


class WalkState(StrEnum):
    """Where a walk stands in its life."""

    OPEN = "open"
    PAUSED = "paused"
    """Put aside until `Walk.paused_until`."""
    UNCONFIRMED = "unconfirmed"
    """Typed by a coordinator to its end; it waits for whose words they are."""
    DONE = "done"
    DROPPED = "dropped"
    """Put aside for good, or begun anew; its words are kept."""
    ERASED = "erased"
    """Deleted, or not confirmed: its words are gone, and nobody is shown it."""


class ChangeKind(StrEnum):
    """What happened to a walk."""

    STARTED = "started"
    ANSWERED = "answered"
    ADDED = "added"
    """Words joined to an answer: to a question of the listener, or by a colleague."""
    UNKNOWN = "unknown"
    LATER = "later"
    LEFT = "left"
    """An answer was left as it is, or its ladder is high enough."""
    CORRECTED = "corrected"
    WENT = "went"
    """To another question."""
    PAUSED = "paused"
    RESUMED = "resumed"
    LENGTH = "length"
    DRAFT_SHOWN = "draft_shown"
    """A language model saw an answer, because somebody wanted a draft of it."""
    DRAFT_KEPT = "draft_kept"
    USE = "use"
    """A new use that was offered was ticked or declined."""
    ASKED = "asked"
    """A colleague was asked to answer the rest."""
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    TRIED = "tried"
    """Its smallest try became an encounter, or the next step of one."""
    FINISHED = "finished"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    DROPPED = "dropped"
    ERASED = "erased"
    UNDONE = "undone"


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """Words once said. `typed_by` is who typed them, where that was somebody else ("" otherwise)."""

    words: str
    by_id: str
    at: datetime
    typed_by: str = ""
    is_draft: bool = False
    """A language model worded it, and `by_id` kept it beside the words before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What is known of one question.

    `parts` are the words in the order in which they were said, by whoever said them: the first ones, and what was
    joined to them. `earlier` is what stood there before it was corrected, the oldest first. `marks` are the kinds of
    signs that were left when it was accepted; `asked` the kinds that were asked about, `asked_again` how often;
    `read_from` the question whose answer said this as well, "" where it was asked for itself.
    """

    question: str
    state: EntryState
    at: datetime
    by_id: str
    parts: tuple[Said, ...] = ()
    earlier: tuple[Said, ...] = ()
    marks: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    asked_again: int = 0
    read_from: str = ""

    @property
    def own(self) -> tuple[Said, ...]:
        """What people said, without a language model's."""
        return tuple(one for one in self.parts if not one.is_draft)

    @property
    def words(self) -> str:
        """The same, one part a line."""
        return "\n".join(one.words for one in self.own)

    @property
    def is_open(self) -> bool:
        """True where it is an open question."""
        return self.state in (EntryState.UNKNOWN, EntryState.LATER)


class FollowUpKind(StrEnum):
    """Why something is asked about an answer."""

    LISTENER = "listener"
    """The listener noticed something: `FollowUp.message` is its question."""
    RUNG = "rung"
    """The next rung of a ladder: `quoted` is the one before."""
    BARRED = "barred"
    """Words of the present industry: `quoted` are they."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowUp:
    """One question about the answer just given. `signs` are all kinds that were noticed, that which is asked about
    first. `key` and `arguments` are the listener's message; `quoted` are words that the script quotes."""

    kind: FollowUpKind
    signs: tuple[str, ...] = ()
    quoted: str = ""
    key: str = ""
    arguments: dict[str, Argument] = field(default_factory=dict)

    @property
    def message(self) -> Message | None:
        """The listener's question; None where the script has the sentence."""
        return Message(self.key, self.arguments) if self.key else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Walk:
    """One run of the script.

    `owner_id` is whose walk it is now: who is reminded, and who confirms. `typist_id` is the coordinator who types
    while the owner talks, "" where nobody does; until the owner confirms (`confirmed_by`) it is nobody's. `script` is
    the digest of the script it began with and stays on. `asked_id` is a colleague who was asked to answer the rest and
    has not said yes. `participants` are all who said something. `counts_from` is the day from which reminders count.
    `round` are the open questions that are gone through one by one just now, in their order; () where none are.
    """

    id: str
    company_id: str
    subject_kind: SubjectKind
    trade: str
    length: WalkLength
    script: str
    script_version: int
    locale: Locale
    owner_id: str
    created_by: str
    created_at: datetime
    updated_at: datetime
    counts_from: date
    subject: str = ""
    state: WalkState = WalkState.OPEN
    typist_id: str = ""
    confirmed_by: str = ""
    conversation: str = ""
    thread: str = ""
    is_direct: bool = True
    at: str = ""
    follow_up: FollowUp | None = None
    round: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    paused_until: date | None = None
    asked_id: str = ""
    asked_by: str = ""
    is_handed_on: bool = False
    """Somebody of the firm goes on with what a coordinator began to type."""
    follows: str = ""
    """The walk that was dropped when this one was started in its place."""
    finished_at: datetime | None = None
    tried_as: str = ""
    """What its smallest try became, by the reference of whoever keeps that; "" where it became nothing yet."""
    uses: tuple[Use, ...] = ()
    """New uses that were offered and ticked or declined; they go on to the card."""
    version: int = 1

    def answer(self, question: str) -> Answer | None:
        """What is known of a question."""
        return next((one for one in self.answers if one.question == question), None)

    @property
    def participants(self) -> tuple[str, ...]:
        """The ids of all who said something, the first first."""
        said = (part.by_id for one in self.answers for part in one.parts)
        return tuple(dict.fromkeys((self.owner_id, *said)))

    @property
    def is_going(self) -> bool:
        """True while questions are asked, or will be again."""
        return self.state in (WalkState.OPEN, WalkState.PAUSED)

    @property
    def is_typed(self) -> bool:
        """True while it is a coordinator's writing that nobody of the firm has confirmed."""
        return bool(self.typist_id) and not self.confirmed_by

    @property
    def is_gone(self) -> bool:
        """True where its words are erased."""
        return self.state == WalkState.ERASED


@dataclass(frozen=True, kw_only=True, slots=True)
class WalkChange:
    """Something that happened to a walk; `id` comes from the request, `detail` holds no words of anybody.

    `before` is the walk as it was, kept for the newest change alone, so that it can be taken back."""

    id: str
    walk_id: str
    kind: ChangeKind
    by_id: str
    at: datetime
    detail: dict[str, str] = field(default_factory=dict)
    before: Walk | None = None
    is_undone: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far a walk is: `answered` of `total` questions of its length, said, not known or put off; `number` is that
    of the question asked now, from 1, 0 when none is. In a round of open questions, how far that is."""

    answered: int
    total: int
    number: int
