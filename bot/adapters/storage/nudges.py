"""Nudges in the database. Whoever changes a subject replaces its nudges in the same transaction (`reschedule`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, and_, bindparam, delete, exists, select, update

from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.nudge_rows import (
    OF_BUNDLE,
    bundle_from,
    bundle_values,
    bundles_from,
    item_values,
    nudge_values,
    scheduled_from,
)
from bot.adapters.storage.statements import addition, addition_over, alteration, given, removal, rows
from bot.adapters.storage.straight import added, done, found
from bot.adapters.storage.tables import bundle, bundle_item, nudge
from bot.core.clock import Clock
from bot.core.nudges.models import Bundle
from bot.core.owed import Owed
from bot.core.scheduled import Scheduled

_CHUNK = 500
_IN_TURN = ("due_at", "due_on", "since", "subject_id", "id")
_ADVANCED = ("step", "due_on", "due_at")
_DUE = rows(nudge, among=("person_id",), until=("due_at",), order=_IN_TURN)
_WHOLE = (
    select(*(one.label(OF_BUNDLE + one.name) for one in bundle.c), *bundle_item.c)
    .select_from(bundle)
    .outerjoin(
        bundle_item,
        and_(bundle_item.c.workspace_id == bundle.c.workspace_id, bundle_item.c.bundle_id == bundle.c.id),
    )
    .where(bundle.c.workspace_id == bindparam("workspace"), bundle.c.id == bindparam("id"))
    .order_by(bundle_item.c.ordinal)
)
"""A bundle with its items."""
_TOLD = rows(bundle_item, among=("nudge_id",), columns=("nudge_id", "occurrence", "step"))


def reschedule(connection: Connection, *, root_id: str, scheduled: Sequence[Scheduled], workspace_id: str) -> None:
    """Replace all nudges to come of an encounter with its issues and requests, in the caller's transaction.

    One that is the same, or has gone on to a later step, stays as it is: nobody is told the same step again.
    """
    of_root = given(workspace_id, equal={"root_id": root_id})
    kept = found(connection, rows(nudge, equal=("root_id",)), of_root)
    _replace(connection, kept, {root_id: scheduled}, workspace_id)


def reschedule_several(
    connection: Connection, *, scheduled: Mapping[str, Sequence[Scheduled]], workspace_id: str
) -> None:
    """The same of several encounters, by their ids, with as few statements as for one."""
    of_roots = given(workspace_id, among={"root_id": list(scheduled)})
    _replace(connection, found(connection, rows(nudge, among=("root_id",)), of_roots), scheduled, workspace_id)


def _replace(
    connection: Connection, there: Sequence[Any], scheduled: Mapping[str, Sequence[Scheduled]], workspace_id: str
) -> None:
    kept = {row.id: scheduled_from(row) for row in there}
    wanted = {one.nudge_id(workspace_id): (root_id, one) for root_id, some in scheduled.items() for one in some}
    changed = {id: one for id, one in wanted.items() if id not in kept or not _stays(kept[id], one[1])}
    gone = [id for id in kept if id not in wanted]
    if gone:
        done(connection, removal(nudge, among=("id",)), given(workspace_id, among={"id": gone}))
    if changed:
        # Over what is there: an issue or a request can have come from another encounter, when two were merged.
        new = [nudge_values(one, workspace_id) | {"root_id": root_id} for root_id, one in changed.values()]
        added(connection, addition_over(connection.dialect.name, nudge, tuple(new[0]), ("workspace_id", "id")), new)


def _stays(kept: Scheduled, wanted: Scheduled) -> bool:
    is_same = (kept.series, kept.cadence, kept.partner) == (wanted.series, wanted.cadence, wanted.partner)
    # Whatever is written down while something is due does not put it off.
    was_due = kept.step == wanted.step and wanted.is_eased and kept.due_at <= wanted.due_at
    return kept == wanted or (is_same and (kept.step > wanted.step or was_due))


@cache
def _slots(given_back: bool) -> Select[Any]:
    """The slots of bundles of people since a day; without those that were `given_back`, if that is said."""
    here = bundle.c.workspace_id == bindparam("workspace"), bundle.c.person_id.in_(bindparam("people", expanding=True))
    found = select(bundle.c.person_id, bundle.c.day, bundle.c.slot).where(*here, bundle.c.day >= bindparam("since"))
    holds = bundle_item.c.workspace_id == bundle.c.workspace_id, bundle_item.c.bundle_id == bundle.c.id
    return found if given_back else found.where(exists().where(*holds))


class NudgeRepository:
    """The NudgeStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self.workspace_id, self._clock = engine, workspace_id, clock

    def people_due(self, *, at: datetime) -> Sequence[str]:
        """The ids of everybody who has a nudge due at this moment; one look into an index."""
        due = rows(nudge, until=("due_at",), columns=("person_id",))
        with reading(self._engine) as connection:
            # Told apart here: for DISTINCT SQLite reads the whole index of people instead.
            return list(
                dict.fromkeys(row.person_id for row in found(connection, due, self._given(until={"due_at": at})))
            )

    def due(self, person_ids: Collection[str], *, at: datetime) -> Mapping[str, Sequence[Scheduled]]:
        """What is due for these people at this moment, the oldest first."""
        by_person = defaultdict[str, list[Scheduled]](list)
        with reading(self._engine) as connection:
            for some in _chunks(person_ids):
                of_them = self._given(among={"person_id": some}, until={"due_at": at})
                for row in found(connection, _DUE, of_them):
                    by_person[row.person_id].append(scheduled_from(row))
        return by_person

    def steps_told(self, nudge_ids: Collection[str]) -> Mapping[tuple[str, str], int]:
        """The latest step told, by nudge and series."""
        told = dict[tuple[str, str], int]()
        with reading(self._engine) as connection:
            for some in _chunks(nudge_ids):
                of_them = self._given(among={"nudge_id": some})
                for nudge_id, occurrence, step in found(connection, _TOLD, of_them):
                    series = nudge_id, occurrence.rpartition("-")[0]
                    told[series] = max(step, told.get(series, step))
        return told

    def slots_told(
        self, person_ids: Collection[str], *, since: date, given_back: bool = True
    ) -> Mapping[str, Collection[tuple[date, str]]]:
        """In which slots (day, `HH:MM`) these people were told something from a day on."""
        told = defaultdict[str, set[tuple[date, str]]](set)
        with reading(self._engine) as connection:
            for some in _chunks(person_ids):
                of_them = {"workspace": self.workspace_id, "people": some, "since": since}
                for row in found(connection, _slots(given_back), of_them):
                    told[row.person_id].add((row.day, row.slot))
        return told

    def plan(
        self,
        bundles: Sequence[Bundle],
        *,
        advanced: Sequence[tuple[Scheduled, Scheduled | None]],
        owed: Sequence[Owed],
    ) -> Sequence[Bundle]:
        """Store bundles with what follows from each; those that came too late are left out with all of their own."""
        with writing(self._engine, touches=()) as connection:
            standing = self._standing(connection, [before.nudge_id(self.workspace_id) for before, _ in advanced])
            moves = [_Move(before.nudge_id(self.workspace_id), before, after) for before, after in advanced]
            stale = {move.id for move in moves if standing.get(move.id) != _state(move.before)}
            known = self._known(connection, bundles)
            kept = [one for one in bundles if one.id not in known and not stale & {item.nudge_id for item in one.items}]
            left_out = {item.nudge_id for one in bundles if one not in kept for item in one.items}
            self._store(connection, kept)
            self._advance(connection, [move for move in moves if move.id not in stale | left_out])
            ids = {one.id for one in kept}
            told = [one for one in owed if one.subject_id in ids]
            owe(connection, told, workspace_id=self.workspace_id, at=self._clock.now())
        return kept

    def give_back(self, bundle: Bundle) -> bool:
        """What could not be told in its slot is due again, where nothing has changed since."""
        of_it = self._here(bundle_item, bundle_item.c.bundle_id == bundle.id)
        with writing(self._engine, touches=()) as connection:
            if not connection.execute(delete(bundle_item).where(of_it)).rowcount:
                return False
            for item in bundle.items:
                row = connection.execute(select(nudge).where(self._here(nudge, nudge.c.id == item.nudge_id))).first()
                is_next = row is not None and row.step > item.step
                if row is None or not is_next or item.occurrence != f"{scheduled_from(row).series}-{item.step}":
                    continue
                # Due at once: it was before.
                again = {"step": item.step, "due_on": item.due_on, "due_at": bundle.created_at}
                connection.execute(update(nudge).where(self._here(nudge, nudge.c.id == item.nudge_id)).values(**again))
        return True

    def owe(self, owed: Sequence[Owed]) -> None:
        """Write down what is owed; what is owed already stays."""
        with writing(self._engine, touches=()) as connection:
            owe(connection, owed, workspace_id=self.workspace_id, at=self._clock.now())

    def bundle(self, id: str) -> Bundle | None:
        """A bundle with its items."""
        with reading(self._engine) as connection:
            whole = found(connection, _WHOLE, {"workspace": self.workspace_id, "id": id})
        return bundle_from(whole) if whole else None

    def bundles_of(self, person_id: str, day: date) -> Sequence[Bundle]:
        """What somebody was told on a day, by slot."""
        return self._bundles(and_(bundle.c.person_id == person_id, bundle.c.day == day))

    def told(self, subject_kind: str, subject_id: str) -> Sequence[Bundle]:
        """The bundles in which a subject was told, the latest first."""
        about = and_(bundle_item.c.subject_id == subject_id, bundle_item.c.subject_kind == subject_kind)
        ids = select(bundle_item.c.bundle_id).where(self._here(bundle_item, about))
        return list(reversed(self._bundles(bundle.c.id.in_(ids))))

    def coming(self, person_id: str, *, until: datetime, limit: int = 50) -> Sequence[Scheduled]:
        """What is coming for somebody, what is late among it, by the moment it is due."""
        theirs = self._here(nudge, nudge.c.person_id == person_id, nudge.c.due_at <= until)
        in_turn = select(nudge).where(theirs).order_by(*(nudge.c[one] for one in _IN_TURN)).limit(limit)
        with reading(self._engine) as connection:
            return [scheduled_from(row) for row in connection.execute(in_turn)]

    def _standing(self, connection: Connection, ids: Collection[str]) -> dict[str, tuple[str, str, int]]:
        """How these nudges stand now, to be compared."""
        states = dict[str, tuple[str, str, int]]()
        for some in _chunks(ids):
            for row in found(connection, rows(nudge, among=("id",)), self._given(among={"id": some})):
                states[row.id] = _state(scheduled_from(row))
        return states

    def _known(self, connection: Connection, bundles: Sequence[Bundle]) -> set[str]:
        """Which of these are there already, or tell what was told."""
        known, items = set[str](), {(item.nudge_id, item.occurrence): one.id for one in bundles for item in one.items}
        for some in _chunks([one.id for one in bundles]):
            there = rows(bundle, among=("id",), columns=("id",))
            known |= {row.id for row in found(connection, there, self._given(among={"id": some}))}
        for some in _chunks({nudge_id for nudge_id, _ in items}):
            told = found(connection, _TOLD, self._given(among={"nudge_id": some}))
            known |= {items[row.nudge_id, row.occurrence] for row in told if (row.nudge_id, row.occurrence) in items}
        return known

    def _store(self, connection: Connection, bundles: Sequence[Bundle]) -> None:
        if not bundles:
            return
        added(connection, addition(bundle), [bundle_values(one, self.workspace_id) for one in bundles])
        items = [item_values(item, one.id, self.workspace_id) for one in bundles for item in one.items]
        added(connection, addition(bundle_item), items)

    def _advance(self, connection: Connection, moves: Sequence[_Move]) -> None:
        ended = [move.id for move in moves if move.after is None]
        for some in _chunks(ended):
            done(connection, removal(nudge, among=("id",)), self._given(among={"id": some}))
        after = [
            self._given(equal={"id": move.id}, to={name: getattr(move.after, name) for name in _ADVANCED})
            for move in moves
            if move.after is not None
        ]
        for one in after:
            done(connection, alteration(nudge, equal=("id",), to=_ADVANCED), one)

    def _bundles(self, condition: ColumnElement[bool]) -> Sequence[Bundle]:
        wanted = select(bundle).where(self._here(bundle, condition)).order_by(bundle.c.created_at, bundle.c.slot)
        with reading(self._engine) as connection:
            told = connection.execute(wanted).all()
            of_them = self._given(among={"bundle_id": [row.id for row in told]})
            items = found(connection, rows(bundle_item, among=("bundle_id",), order=("ordinal",)), of_them)
        return bundles_from(told, items)

    def _given(self, **columns: Mapping[str, Any]) -> dict[str, Any]:
        return given(self.workspace_id, **columns)

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self.workspace_id, *conditions)


@dataclass(frozen=True, slots=True)
class _Move:
    """A nudge that goes on from a step to the next."""

    id: str
    before: Scheduled
    after: Scheduled | None


def _state(one: Scheduled) -> tuple[str, str, int]:
    return one.series, one.cadence, one.step


def _chunks(ids: Collection[str]) -> Iterator[list[str]]:
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), _CHUNK):
        yield wanted[start : start + _CHUNK]
