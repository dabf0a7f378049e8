"""What entries need of the outside: their records, what was answered, the guides, people and their days."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.core.entries.models import Entry, EntryState
from bot.core.owed import Owed
from bot.core.people import Member
from bot.core.person_days import Days


class EntryStore(Protocol):
    """Entries on record. Each call is one committed transaction and raises StorageError."""

    def add(self, entry: Entry, *, owed: Sequence[Owed]) -> bool:
        """Keep a new one with what is owed; False where the id is known: nothing is changed then."""
        ...

    def change(self, before: Entry, after: Entry, *, owed: Sequence[Owed] = ()) -> bool:
        """Put `after` in the place of `before`, one version on; False where it was changed meanwhile."""
        ...

    def by_id(self, id: str) -> Entry | None:
        """The entry with this id."""
        ...

    def of_handover(self, handover_id: str) -> Sequence[Entry]:
        """What became of an answer, oldest first."""
        ...

    def in_state(self, states: Collection[EntryState]) -> Sequence[Entry]:
        """Those in one of these states, oldest first."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class AnsweredQuestion:
    """A question that was handed over and answered. `asker` is None at the command line; words may be erased ("")."""

    question: str
    answer: str
    asker: Member | None


class AnsweredQuestions(Protocol):
    """What coordinators answered."""

    def answered(self, handover_id: str) -> AnsweredQuestion | None:
        """The question with its answer; None while there is none."""
        ...


class Shelf(Protocol):
    """The guides, as far as entries stand among them."""

    def publish(self, entry: Entry, *, owner: str) -> int:
        """Make it the edition that is cited, and return its number. The same again changes nothing."""
        ...

    def retire(self, guide_id: str) -> None:
        """Stop citing it; nothing where it is not cited."""
        ...

    def cited(self) -> Collection[str]:
        """The ids of the guides that are cited now."""
        ...


class Calendars(Protocol):
    """Whose days are working days (bot/core/work_calendars.py)."""

    def days_of(self, member: Member) -> Days:
        """The working days of a person."""
        ...

    def is_on_leave(self, member: Member, day: date) -> bool:
        """Has the person leave on that day?"""
        ...


class LookedAt(Protocol):
    """Is told that somebody is shown the words of a question, or what became of them. Raises StorageError."""

    def __call__(self, handover_id: str, by: Member, /) -> None:
        """Keep it."""
        ...
