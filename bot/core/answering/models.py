"""Questions and answers as values."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.core.messages import Locale, Message, Source
from bot.errors import UsageError

MOST_CITATIONS = 5
"""Citations in one answer (ARCHITECTURE: rulings)."""

LONGEST_QUESTION = 2_000
"""Characters of a question that are read."""


def readable_question(text: str) -> str:
    """The question on one line, without what nobody can read: control characters and halves of characters.

    Raises UsageError for an empty or endless one.
    """
    unreadable = ("Cc", "Cs")
    kept = (" " if unicodedata.category(character) in unreadable else character for character in text)
    question = " ".join("".join(kept).split())
    if not question:
        raise UsageError("question-empty")
    if len(question) > LONGEST_QUESTION:
        raise UsageError("question-too-long", limit=LONGEST_QUESTION, length=len(question))
    return question


class State(StrEnum):
    """How a question ended: exactly one, always visible."""

    ANSWERED = "answered"
    NOT_IN_GUIDES = "not_in_guides"
    HANDED_OVER = "handed_over"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class SourcePassage:
    """A passage of a current release with what its guide says about itself."""

    id: str
    guide_id: str
    title: str
    edition_on: date
    edition_is_known: bool
    heading_path: tuple[str, ...]
    text: str
    page: int | None
    is_bundled: bool = True
    audience: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    deadline_on: date | None = None
    region: str | None = None
    contact: str | None = None
    is_plan: bool = False
    answered_by: str = ""
    """Whose answer it is, where it is not a guide but what a coordinator answered."""

    @property
    def heading(self) -> str:
        """The heading path as people read it."""
        return " > ".join(self.heading_path)

    def has_expired(self, *, on: date) -> bool:
        """True from the day after `valid_until`."""
        return self.valid_until is not None and on > self.valid_until

    def cite(self, *, number: int, quote: str) -> Source:
        """This passage as a numbered source for a quote from it."""
        return Source(
            number=number,
            guide=self.guide_id,
            title=self.title,
            edition=self.edition_on.isoformat(),
            edition_is_known=self.edition_is_known,
            page=self.page,
            heading=self.heading,
            quote=quote,
            passage=self.text,
            passage_id=self.id,
            is_plan=self.is_plan,
            town=(self.region or "") if self.is_plan else "",
            answered_by=self.answered_by,
        )


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing an answer says. `is_quote`: the guide's own words; otherwise a model's, whose quote was checked."""

    text: str
    citation: int
    is_quote: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a guide that lies near a question; `query` is what to ask to get there."""

    title: str
    heading: str
    passage_id: str

    @property
    def query(self) -> str:
        """What to ask to be shown this section."""
        return self.heading or self.title


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """The end of one question. `notes_before` are said first (an expired guide), `notes_after` last."""

    question_id: str
    conversation_id: str
    question: str
    locale: Locale
    asked_at: datetime
    state: State
    statements: tuple[Statement, ...] = ()
    sources: tuple[Source, ...] = ()
    notes_before: tuple[Message, ...] = ()
    notes_after: tuple[Message, ...] = ()
    nearest: tuple[Heading, ...] = ()
    follow_ups: tuple[Heading, ...] = ()
    searched_as: str = ""
    reference: str = ""
    beyond: str = ""
    """The topic beyond the guides that a declined question is about (bot/core/answering/beyond.py), "" for none."""
    duration_ms: int = 0
