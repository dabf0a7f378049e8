"""Changeovers in the database, and how firms with all that hangs on them change hands: in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, insert, or_, select, update

from bot.adapters.storage.audit import keep_all_audited
from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.handovers import give_questions
from bot.adapters.storage.introductions import IntroductionRepository
from bot.adapters.storage.meetings import EncounterRepository
from bot.adapters.storage.people import PeopleRepository
from bot.adapters.storage.tables import changeover, company
from bot.core.audited import Audited
from bot.core.changeovers.models import Carried, Changeover, State
from bot.core.clock import Clock
from bot.core.meetings.moves import Prepared
from bot.core.owed import Owed
from bot.errors import StorageError

_BODY = TypeAdapter(Changeover)


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """What changes hands besides the firms: encounters as they will be, and until when the questions of the firms are
    to be answered by who has them then."""

    prepared: Sequence[Prepared]
    reply_by: datetime


class ChangeoverRepository:
    """The ChangeoverStore of a workspace, and `carry`. Each call is one transaction and raises StorageError."""

    def __init__(
        self,
        engine: Engine,
        *,
        workspace_id: str,
        clock: Clock,
        people: PeopleRepository,
        encounters: EncounterRepository,
        introductions: IntroductionRepository,
    ) -> None:
        self._engine, self._workspace, self._clock = engine, workspace_id, clock
        self._people, self._encounters, self._introductions = people, encounters, introductions

    def add(self, one: Changeover) -> None:
        """Keep a new one."""
        with writing(self._engine) as connection:
            connection.execute(insert(changeover).values(**self._row(one)))

    def by_id(self, id: str) -> Changeover | None:
        """One of them."""
        return next(iter(self._read(changeover.c.id == id)), None)

    def in_state(self, states: Collection[State]) -> Sequence[Changeover]:
        """Those in one of these states, the oldest first."""
        return self._read(changeover.c.state.in_(sorted(states)))

    def of_person(self, person_id: str, *, limit: int) -> Sequence[Changeover]:
        """Those that somebody gives, receives or started, the last changed first."""
        row = changeover.c
        theirs = or_(row.giver_id == person_id, row.receiver_id == person_id, row.started_by == person_id)
        wanted = select(row.body).where(self._here(theirs, row.state != State.PREPARED.value))
        with reading(self._engine) as connection:
            bodies = connection.execute(wanted.order_by(row.updated_at.desc(), row.id).limit(limit)).scalars().all()
        return [_from(one) for one in bodies]

    def change(
        self, before: Changeover, after: Changeover, *, owed: Sequence[Owed] = (), audited: Sequence[Audited] = ()
    ) -> bool:
        """Compare and set on the version, with what follows."""
        try:
            with writing(self._engine) as connection:
                self._put(connection, before, after, owed, audited)
        except _ChangedMeanwhile:
            return False
        return True

    def forget_prepared(self, *, before: datetime) -> int:
        """Forget what was looked at before a moment and never asked for."""
        row = changeover.c
        old = self._here(row.state == State.PREPARED.value, row.updated_at < before)
        with reading(self._engine) as connection:
            if connection.execute(select(row.id).where(old).limit(1)).first() is None:
                return 0
        with writing(self._engine) as connection:
            return connection.execute(delete(changeover).where(old)).rowcount

    def pass_on(self, prepared: Sequence[Prepared]) -> bool:
        """Encounters alone; False where one of them has changed meanwhile."""
        try:
            with writing(self._engine) as connection:
                if not self._encounters.put_all(connection, prepared):
                    raise _ChangedMeanwhile
        except _ChangedMeanwhile:
            return False
        return True

    def carry(
        self,
        before: Changeover,
        after: Changeover,
        carried: Carried,
        load: Load,
        *,
        owed: Sequence[Owed],
        audited: Sequence[Audited],
    ) -> bool:
        """Firms, encounters, open questions, introductions under way and the record itself: all, or nothing."""
        now = self._clock.now()
        try:
            with writing(self._engine) as connection:
                self._give_firms(connection, carried)
                if not self._encounters.put_all(connection, load.prepared):
                    raise _ChangedMeanwhile
                self._questions(connection, carried, load, now)
                self._introductions.give(connection, carried.company_ids, carried.from_id, carried.to_id, at=now)
                self._put(connection, before, after, owed, audited)
        except _ChangedMeanwhile:
            return False
        return True

    def _give_firms(self, connection: Connection, carried: Carried) -> None:
        if not carried.company_ids:
            return
        self._people.changed(connection)
        row, count = company.c, 0
        for some in _chunks(carried.company_ids):
            theirs = and_(row.workspace_id == self._workspace, row.coordinator_id == carried.from_id, row.id.in_(some))
            count += connection.execute(update(company).where(theirs).values(coordinator_id=carried.to_id)).rowcount
        if count != len(carried.company_ids):
            raise _ChangedMeanwhile

    def _questions(self, connection: Connection, carried: Carried, load: Load, now: datetime) -> None:
        for some in _chunks(carried.company_ids):
            give_questions(
                connection,
                some,
                carried.from_id,
                carried.to_id,
                reply_by=load.reply_by,
                at=now,
                new_id=lambda: uuid4().hex,
                workspace_id=self._workspace,
            )

    def _put(
        self,
        connection: Connection,
        before: Changeover,
        after: Changeover,
        owed: Sequence[Owed],
        audited: Sequence[Audited],
    ) -> None:
        same = self._here(changeover.c.id == before.id, changeover.c.version == before.version)
        if connection.execute(update(changeover).where(same).values(**self._row(after))).rowcount != 1:
            raise _ChangedMeanwhile
        owe(connection, owed, workspace_id=self._workspace, at=self._clock.now())
        keep_all_audited(connection, audited, workspace_id=self._workspace)

    def _read(self, *conditions: ColumnElement[bool]) -> list[Changeover]:
        with reading(self._engine) as connection:
            bodies = connection.execute(select(changeover.c.body).where(self._here(*conditions))).scalars().all()
        return sorted(map(_from, bodies), key=lambda one: (one.made_at, one.id))

    def _row(self, one: Changeover) -> dict[str, Any]:
        return {
            "workspace_id": self._workspace,
            "id": one.id,
            "state": one.state.value,
            "giver_id": one.giver_id,
            "receiver_id": one.receiver_id,
            "started_by": one.started_by,
            "version": one.version,
            "updated_at": one.updated_at,
            "body": _BODY.dump_python(one, mode="json"),
        }

    def _here(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(changeover.c.workspace_id == self._workspace, *conditions)


class _ChangedMeanwhile(Exception):
    """Somebody else was quicker; the transaction is undone."""


def _from(body: object) -> Changeover:
    try:
        return _BODY.validate_python(body)
    except ValidationError as error:
        raise StorageError("database", "a changeover cannot be read") from error


def _chunks(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), 500):
        yield ordered[start : start + 500]
