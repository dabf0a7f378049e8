"""What telling admins of unanswered questions needs of the outside."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.digests.unanswered.models import Marked, Moved, Subject, Term, Unanswered, Wish, WordingConsent


class Readings(Protocol):
    """What was asked and rated. Each call is one snapshot and raises StorageError."""

    def unanswered(self, start: datetime, end: datetime) -> Sequence[Unanswered]:
        """The questions from `start` until before `end` that have no answer by now, the oldest first; without those
        that were taken back, and those whose words were erased."""
        ...

    def marked_wrong(self, start: datetime, end: datetime) -> Sequence[Marked]:
        """Answers from guides that were marked wrong then. What a coordinator answered is no guide's fault."""
        ...


class UnansweredStore(Protocol):
    """What admins do about it, when they want it, what firms allow. Each call is one transaction; StorageError."""

    def moves(self, kind: Subject, subject_ids: Collection[str]) -> Mapping[str, Moved]:
        """What was done last about each of these."""
        ...

    def move(self, moved: Sequence[Moved]) -> None:
        """Keep what was done; the newest on a subject counts."""
        ...

    def take_back(self, kind: Subject, subject_ids: Collection[str]) -> int:
        """Nothing was done about these; returns of how many something had been."""
        ...

    def wishes(self) -> Mapping[str, Wish]:
        """What everybody wishes, by person; absent are those who said nothing."""
        ...

    def put_wish(self, wish: Wish) -> None:
        """Keep what somebody wishes."""
        ...

    def consents(self) -> Mapping[str, WordingConsent]:
        """What firms said last of their people's wording, by firm."""
        ...

    def put_consent(self, consent: WordingConsent) -> None:
        """Keep what a firm says; the same again changes nothing, so that its first day stays."""
        ...


class Language(Protocol):
    """Questions as words: terms, likeness, names. By rule, on this machine: no question goes to a provider."""

    def terms(self, questions: Sequence[Unanswered]) -> Mapping[str, Sequence[Term]]:
        """The terms in each question, by its id."""
        ...

    def alike(self, texts: Sequence[str]) -> Sequence[tuple[int, int]]:
        """Which of these are alike, by their places, the lower first."""
        ...

    def naming(self) -> Callable[[str], bool]:
        """Does a text name a firm or a person that we know?"""
        ...

    def freed(self, question: Unanswered) -> str:
        """A question without the names of people and firms, addresses and numbers."""
        ...
