"""One firm as data: its encounters, value cards, questions, and what happened; as far as a reader may see it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.core.messages import Message, Offer
from bot.core.people import Company, Member, Role, Sharing, access_company, access_coordinating

OF_AN_OUTLINE = frozenset({"captured", "contact", "stage"})
"""What is told of a firm's history where it shares dates, stages and walls."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Met:
    """An encounter that is still looked after. `who` says with whom it is and is words, None where they may not be
    seen; `due_on` is the day of its next step."""

    id: str
    stage: str
    wall: str
    since: date
    last_contact_on: date
    due_on: date | None = None
    is_asleep: bool = False
    who: Message | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CardSeen:
    """A value card as its reader may see it."""

    id: str
    title: Message
    moved_at: datetime
    open: int


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionSeen:
    """A question that a person answers, for who answers it and for who asked it. `offer` does the next thing."""

    id: str
    text: str
    asked_at: datetime
    state: str
    offer: Offer | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Happened:
    """Something that happened to an encounter. `who` and `by_id` are words: None and "" where they may not be seen."""

    encounter_id: str
    kind: str
    at: datetime
    is_back: bool = False
    by_id: str = ""
    who: Message | None = None


class Section(StrEnum):
    """The parts of a firm's page, in order."""

    ENCOUNTERS = "encounters"
    QUESTIONS = "questions"
    CARDS = "cards"
    HISTORY = "history"


class FirmRecords(Protocol):
    """What other features have on record of one firm. Raises StorageError."""

    def met(self, company_id: str) -> Sequence[Met]:
        """Its open and sleeping encounters with the outside, with all their words."""
        ...

    def cards_seen(self, member: Member, company: Company) -> Sequence[CardSeen]:
        """Its value cards as somebody may see them, the latest change first."""
        ...

    def questions_seen(self, member: Member, company: Company) -> Sequence[QuestionSeen]:
        """For its coordinator what its people asked and was handed to this very coordinator; for its own people what
        they themselves asked; the oldest first."""
        ...

    def happened(
        self, company_id: str, *, kinds: Collection[str] = (), offset: int = 0, limit: int = 100
    ) -> tuple[int, Sequence[Happened]]:
        """How many things happened to its encounters (of these kinds, or all), and some of them, the last one first;
        with all their words."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class FirmPage:
    """One firm as its reader may see it. Of each section some entries, and how many there are."""

    company: Company
    has_words: bool
    is_own: bool
    counts: dict[Section, int]
    met: tuple[Met, ...] = ()
    cards: tuple[CardSeen, ...] = ()
    questions: tuple[QuestionSeen, ...] = ()
    history: tuple[Happened, ...] = ()


def access_page(member: Member, company: Company) -> Sharing:
    """How much of a firm's page somebody may see: its own people all of it, its coordinator what the firm shares."""
    if member.company is not None and member.company.id == company.id:
        return Sharing.WORDS if Role.MEMBER in member.roles and not member.has_left else Sharing.NOTHING
    return access_company(member, company) if access_coordinating(member, company) else Sharing.NOTHING


def page_of(
    records: FirmRecords, member: Member, company: Company, section: Section | None, *, offset: int, limit: int
) -> FirmPage | None:
    """The page; with a `section`, more of that one alone. None where nothing of it may be seen."""
    sharing = access_page(member, company)
    if sharing not in (Sharing.OUTLINE, Sharing.WORDS):
        return None
    has_words = sharing == Sharing.WORDS
    met = [one if has_words else replace(one, who=None) for one in records.met(company.id)]
    met.sort(key=lambda one: (one.is_asleep, one.since, one.id))
    cards, questions = records.cards_seen(member, company), records.questions_seen(member, company)
    begin = {one: offset if one is section else 0 for one in Section}
    kinds = () if has_words else OF_AN_OUTLINE
    count, told = records.happened(company.id, kinds=kinds, offset=begin[Section.HISTORY], limit=limit)
    lengths = {
        Section.ENCOUNTERS: len(met),
        Section.QUESTIONS: len(questions),
        Section.CARDS: len(cards),
        Section.HISTORY: count,
    }

    def some(of: Section) -> slice:
        return slice(begin[of], begin[of] + limit) if section in (None, of) else slice(0)

    history = told if section in (None, Section.HISTORY) else ()
    return FirmPage(
        company=company,
        has_words=has_words,
        is_own=member.company is not None and member.company.id == company.id,
        counts=lengths,
        met=tuple(met[some(Section.ENCOUNTERS)]),
        cards=tuple(cards[some(Section.CARDS)]),
        questions=tuple(questions[some(Section.QUESTIONS)]),
        history=tuple(one if has_words else replace(one, who=None, by_id="") for one in history),
    )
