"""A hand-over pack as data. What its reader may not see is absent: names and words are "" and lists are empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from bot.core.messages import Message
from bot.core.people import Member

Words: TypeAlias = Message | str
"""A sentence of ours, or somebody's words as they are."""
Line: TypeAlias = tuple[Words, ...]
"""Several of them side by side."""


class Shared(StrEnum):
    """How much of a firm its reader sees."""

    OWN = "own"
    """It is the reader's own firm."""
    WORDS = "words"
    OUTLINE = "outline"
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """What is done next: a promise of ours once it has a day. `text` and `by` are "" where they may not be seen."""

    text: str = ""
    by: str = ""
    due_on: date | None = None
    due_time: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenIssue:
    """An issue before implementation; `kind` is such as "technical"."""

    kind: str
    text: str
    owner: str
    opened_on: date
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What a colleague is asked to take on and has not accepted. `wants_talk`: they would like to talk first."""

    to: str
    text: str
    asked_on: date
    wants_talk: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Happened:
    """One thing that happened. `more` says which stage, which day, to whom; `words` is what somebody wrote of it."""

    on: date
    what: Message
    more: tuple[Words, ...] = ()
    words: str = ""
    by: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Matter:
    """An encounter that is looked after. `kind`, `state`, `stage` and `wall` are those of encounters; `missing` is what
    the wall asks for. `since` is the day from which its age counts. `said` are further words of its record, by the name
    of their field. `confirms` is who has yet to confirm it."""

    id: str
    kind: str
    state: str
    stage: str
    wall: str
    last_contact_on: date
    since: date
    has_words: bool
    partner: str = ""
    contact: str = ""
    title: str = ""
    event: str = ""
    owner: str = ""
    is_unowned: bool = False
    confirms: str = ""
    goal: str = ""
    step: Step | None = None
    met_on: date | None = None
    meets_at: datetime | None = None
    decision_on: date | None = None
    wakes_on: date | None = None
    postponed_until: date | None = None
    missing: tuple[str, ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    issues: tuple[OpenIssue, ...] = ()
    requests: tuple[Request, ...] = ()
    history: tuple[Happened, ...] = ()

    @property
    def is_visit(self) -> bool:
        """Is it a support visit, which is at no stage?"""
        return self.kind == "support_visit"

    @property
    def with_whom(self) -> str:
        """The outside firm and person; "" where they may not be seen or are not known."""
        return " ".join(word for word in (self.partner, self.contact) if word)


@dataclass(frozen=True, kw_only=True, slots=True)
class EndedMatter:
    """An encounter that has ended, and what was learned. `ending` and `reason` are "" for none."""

    id: str
    with_whom: str
    stage: str
    ended_on: date
    ending: str = ""
    reason: str = ""
    lesson: str = ""
    topic: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CardSeen:
    """A value card as its reader may see it: `facts` are the fields of the groups that reach them. `edition` counts its
    changes, for its own firm alone; `moved_on` is its last change that the reader may see."""

    id: str
    title: Words
    moved_on: date
    reaches: tuple[Line, ...] = ()
    facts: tuple[tuple[Words, Words], ...] = ()
    edition: int = 0
    open: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionSeen:
    """A question that a person answers, for who answers it and for who asked it; `state` is that of a hand-over."""

    id: str
    text: str
    asked_on: date
    state: str
    asker: str = ""
    reply_by: datetime | None = None
    answer: str = ""

    @property
    def is_open(self) -> bool:
        """Does somebody wait for an answer?"""
        return self.state in ("waiting", "asked_back")


@dataclass(frozen=True, kw_only=True, slots=True)
class IntroductionSeen:
    """One side of an introduction that is under way: what this firm was asked and said. `other` is the firm on the
    other side, "" until both wish it. `answer` is "yes", "no", "talk" or ""."""

    id: str
    asked_on: date
    answer: str = ""
    person: str = ""
    text: str = ""
    other: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonSeen:
    """Somebody of the firm."""

    name: str
    email: str = ""
    back_on: date | None = None
    """The day after a leave that they are on now, or that comes within a month."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FirmPart:
    """One firm. `reason` is why it needs somebody now, None where nothing does. `is_whole`: its cards, questions and
    people are asked for as well, not what the reader looks after in it alone. `id` is "" for what belongs to no firm.
    `settings` are what the reader has chosen for it."""

    id: str
    name: str
    shared: Shared
    is_whole: bool = True
    reason: Message | None = None
    matters: tuple[Matter, ...] = ()
    ended: tuple[EndedMatter, ...] = ()
    cards: tuple[CardSeen, ...] = ()
    questions: tuple[QuestionSeen, ...] = ()
    introductions: tuple[IntroductionSeen, ...] = ()
    people: tuple[PersonSeen, ...] = ()
    settings: tuple[Line, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Is there nothing at all to hand over?"""
        return not (self.matters or self.ended or self.cards or self.questions or self.introductions or self.people)


@dataclass(frozen=True, kw_only=True, slots=True)
class PutOff:
    """What the reader has put away in their digests: `kind` is that of the line; `until` None for good."""

    kind: str
    firm: str
    about: str = ""
    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DateToCome:
    """`what` is "meeting", "step", "decision", "wakes", "postponed" or "reply"; `at` a moment, where there is one."""

    on: date
    what: str
    firm: str
    about: str = ""
    id: str = ""
    at: datetime | None = None
    time: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pack:
    """What is handed over, as `reader` may see it: firms in the order of who needs somebody first. `owner` is the name
    of whose it is, `settings` and `put_off` are that person's; `made_on` is the day where the reader is."""

    id: str
    reader: Member
    owner: str
    made_at: datetime
    made_on: date
    is_portfolio: bool
    firms: tuple[FirmPart, ...] = ()
    settings: tuple[Line, ...] = ()
    put_off: tuple[PutOff, ...] = ()
    dates: tuple[DateToCome, ...] = field(default=())

    @property
    def matters(self) -> Iterator[tuple[FirmPart, Matter]]:
        """Everything that is looked after, firm by firm."""
        return ((firm, matter) for firm in self.firms for matter in firm.matters)

    @property
    def is_empty(self) -> bool:
        """Is there nothing to hand over?"""
        return all(firm.is_empty for firm in self.firms)
