"""What was read of encounters for numbers, kept in memory until the version of the encounter is another one.

The version of an encounter counts its changes, and is read with every look: what another program changed is seen at
once. No words of anybody are kept, but for the event, which the database has in the clear as well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any, NamedTuple

from sqlalchemy import Row

from bot.adapters.storage.figure_rows import CaseRows, Occurred, occurred_from
from bot.core.figures.ports import Seen
from bot.core.figures.records import Case, Contact, Move, Passed, Result

AT_MOST = 50_000
"""Encounters; beyond it everything is read anew. About 1.5 kB each."""

_Row = Row[*tuple[Any, ...]]
ReadBodies = Callable[[Collection[str] | None], Iterable[_Row]]
"""The bodies of these encounters, or of all that are wanted."""
ReadChanges = Callable[[Collection[str] | None], Iterable[_Row]]
"""Their changes that numbers count, whenever they were, of each in order."""


class _Known(NamedTuple):
    version: int
    read_as: tuple[str, bool, str, tzinfo]
    """What the case was made with: the firm's name, whether its words are seen, both zones."""
    case: Case
    occurred: tuple[tuple[datetime, Occurred], ...]


class Wanted(NamedTuple):
    """An encounter that is to be counted, by its plain columns."""

    id: str
    version: int
    owner_id: str
    seen: Seen


class Found(NamedTuple):
    """The cases by id, and what happened to them since a moment (moves whenever they were)."""

    cases: dict[str, Case]
    moves: list[Move]
    results: list[Result]
    contacts: list[Contact]
    passed: list[Passed]


class FigureMemory:
    """For one workspace. Whatever runs beside it finds the same or reads it itself."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    def found(
        self,
        wanted: Sequence[Wanted],
        rows: CaseRows,
        *,
        since: datetime,
        bodies: ReadBodies,
        changes: ReadChanges,
    ) -> Found:
        """All of these, in this order; what is not known as it is now is read."""
        made_with = {one.id: rows.read_as(one.seen, one.owner_id) for one in wanted}
        known = self._still(rows.firms, made_with)
        stale = [one for one in wanted if not _stands(known.get(one.id), one, made_with[one.id])]
        if stale:
            read = self._read(stale, made_with, rows, bodies, changes, is_most=2 * len(stale) > len(wanted))
            known |= read
        self._known = known if len(known) <= AT_MOST else {}
        return _assembled([known[one.id] for one in wanted if one.id in known], since)

    def _still(self, firms: Collection[str], ids: Collection[str]) -> dict[str, _Known]:
        """Without what these firms have no more, or keep to themselves now."""
        return {id: one for id, one in self._known.items() if id in ids or one.case.company_id not in firms}

    def _read(
        self,
        stale: Sequence[Wanted],
        made_with: Mapping[str, tuple[str, bool, str, tzinfo]],
        rows: CaseRows,
        bodies: ReadBodies,
        changes: ReadChanges,
        *,
        is_most: bool,
    ) -> dict[str, _Known]:
        ids = {one.id: one for one in stale}
        some = None if is_most else ids
        cases = {
            case.id: case for row in bodies(some) if (case := rows.case_from(row.body)) is not None and case.id in ids
        }
        occurred: dict[str, list[tuple[datetime, Occurred]]] = {id: [] for id in cases}
        for row in changes(some):
            id, _, at, _ = row
            case = cases.get(id)
            one = occurred_from(row, rows.zone, is_visit=case.is_visit) if case else None
            if one is not None:
                occurred[id].append((at, one))
        return {id: _Known(ids[id].version, made_with[id], case, tuple(occurred[id])) for id, case in cases.items()}


def _stands(known: _Known | None, one: Wanted, made_with: tuple[str, bool, str, tzinfo]) -> bool:
    return known is not None and known.version == one.version and known.read_as == made_with


def _assembled(known: Sequence[_Known], since: datetime) -> Found:
    found = Found({one.case.id: one.case for one in known}, [], [], [], [])
    lists: Mapping[type, list[Any]] = {Result: found.results, Contact: found.contacts, Passed: found.passed}
    for _, _, _, occurred in known:
        for at, one in occurred:
            if type(one) is Move:
                found.moves.append(one)
            elif at >= since:
                lists[type(one)].append(one)
    return found
