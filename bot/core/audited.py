"""What is kept of a deletion, of a look at what is another firm's, of what is taken out: who, when, what was done to
which record of which firm. Never a word of anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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


class Looked(StrEnum):
    """What somebody did with what is another's."""

    SEEN = "seen"
    """Opened, or met in a list with its words."""
    FILES = "files"
    """Files of one record."""
    EXPORTED = "exported"
    """A table, a pack, a report."""
    PREVIEWED = "previewed"
    """Shown at the command line as this person would see it."""


class Looks(Protocol):
    """Is told when somebody is shown, or takes out, what belongs to a firm."""

    def __call__(self, viewer: Member, *, action: Looked, kind: str, id: str, company_id: str | None) -> None:
        """Keep it, unless it is the viewer's own firm and only looked at. Raises StorageError."""

    def at_firms(self, viewer: Member, company_ids: Iterable[str | None], *, action: Looked = Looked.SEEN) -> None:
        """The same of how several firms stand, in one go: a line for each firm, never one for them all, so that what
        was seen of a firm is found by the firm. None among them is nobody's. Raises StorageError."""
        ...


class _NoLooks:
    def __call__(self, viewer: Member, *, action: Looked, kind: str, id: str, company_id: str | None) -> None:
        """See `Looks`."""

    def at_firms(self, viewer: Member, company_ids: Iterable[str | None], *, action: Looked = Looked.SEEN) -> None:
        """See `Looks`."""


no_looks: Looks = _NoLooks()
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
        self._keep(viewer, action, [(kind, id, company_id)])

    def at_firms(self, viewer: Member, company_ids: Iterable[str | None], *, action: Looked = Looked.SEEN) -> None:
        """See `Looks`."""
        firms = sorted({one for one in company_ids if one is not None})
        self._keep(viewer, action, [("company", one, one) for one in firms])

    def _keep(self, viewer: Member, action: Looked, subjects: Sequence[tuple[str, str, str | None]]) -> None:
        at = self._now()
        day = day_of(at)
        if day != self._day:
            self._day, self._kept = day, set()
        own = viewer.company.id if viewer.company is not None else None
        lines = list[Audited]()
        for kind, id, company_id in subjects:
            if action is Looked.SEEN and company_id in (None, own):
                continue
            line_id = uuid5(NAMESPACE_OID, f"looked {viewer.id} {action} {kind} {id} {company_id} {day}").hex
            if line_id not in self._kept:
                lines.append(
                    Audited(
                        id=line_id,
                        at=at,
                        by_id=viewer.id,
                        action=str(action),
                        subject_kind=kind,
                        subject_id=id,
                        company_id=company_id,
                    )
                )
        if lines:
            self._append(lines)
            self._kept.update(one.id for one in lines)
