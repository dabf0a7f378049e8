"""What is kept of a deletion, of a look at what is another firm's, of what is taken out: who, when, what was done to
which record of which firm. Never a word of anybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import NAMESPACE_OID, uuid5

from bot.core.clock import day_of
from bot.core.people import Member


@dataclass(frozen=True, kw_only=True, slots=True)
class Audited:
    """One line of the audit log, stored in the transaction of the fact itself. `action` is such as "erased"."""

    id: str
    at: datetime
    by_id: str
    action: str
    subject_kind: str
    subject_id: str
    company_id: str | None


class Looks(Protocol):
    """Is told when somebody is shown, or takes out, what belongs to a firm."""

    def __call__(self, viewer: Member, *, action: Looked, kind: str, id: str, company_id: str | None) -> None:
        """Keep it, unless it is the viewer's own firm and only looked at. Raises StorageError."""


class Looked(StrEnum):
    """What somebody did with what is another's."""

    SEEN = "seen"
    """Opened, or met in a list with its words."""
    FILES = "files"
    """Files of one record."""
    EXPORTED = "exported"
    """A table, a pack, a report."""


def no_looks(viewer: Member, *, action: Looked, kind: str, id: str, company_id: str | None) -> None:
    """Nothing is kept: for tests of something else."""


class Looking:
    """Keeps one line for each person, record, sort of look and day; looking again costs nothing. Safe between threads.

    `append` keeps lines; one that is known changes nothing.
    """

    def __init__(self, append: Callable[[Sequence[Audited]], None], *, now: Callable[[], datetime]) -> None:
        self._append, self._now = append, now
        self._day, self._kept = date.min, set[str]()

    def __call__(self, viewer: Member, *, action: Looked, kind: str, id: str, company_id: str | None) -> None:
        """See `Looks`."""
        is_own = viewer.company is not None and viewer.company.id == company_id
        if action is Looked.SEEN and (is_own or company_id is None):
            return
        at = self._now()
        day = day_of(at)
        if day != self._day:
            self._day, self._kept = day, set()
        line_id = uuid5(NAMESPACE_OID, f"looked {viewer.id} {action} {kind} {id} {company_id} {day}").hex
        if line_id in self._kept:
            return
        line = Audited(
            id=line_id,
            at=at,
            by_id=viewer.id,
            action=str(action),
            subject_kind=kind,
            subject_id=id,
            company_id=company_id,
        )
        self._append([line])
        self._kept.add(line_id)
