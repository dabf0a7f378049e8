"""Value walks in the database: a change, its nudges to come and what it owes are one transaction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, Connection, Engine, Row, Table, and_, delete, insert, or_, select, update

from bot.adapters.storage.audit import keep_audited
from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import insert_once, reading, writing
from bot.adapters.storage.erasing import erase_posted
from bot.adapters.storage.nudges import reschedule
from bot.adapters.storage.tables import (
    delivery,
    nudge_mute,
    value_walk,
    value_walk_change,
    value_walk_script,
)
from bot.adapters.storage.traces import Traces
from bot.core.audited import Audited
from bot.core.clock import Clock
from bot.core.coaching.walks.models import ChangeKind, Walk, WalkChange, WalkState
from bot.core.deliveries.models import DeliveryState
from bot.core.owed import Owed
from bot.core.scheduled import Scheduled
from bot.errors import StorageError

_WALK = TypeAdapter(Walk)
_OF_WALK = ("id", "company_id", "owner_id", "typist_id", "asked_id", "conversation", "thread", "updated_at", "version")
_CARDED = tuple(str(one) for one in (WalkState.UNCONFIRMED, WalkState.DONE, WalkState.ERASED))


class WalkRepository:
    """The WalkStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self._workspace, self._clock = engine, workspace_id, clock
        self._traces = Traces(engine)

    def add(self, walk: Walk, *, change: WalkChange, scheduled: Sequence[Scheduled], owed: Sequence[Owed] = ()) -> Walk:
        """Store a new one with what follows; an id that is there already changes nothing and is returned as it is."""
        with writing(self._engine) as connection:
            if insert_once(connection, value_walk, self._row(walk) | {"made_version": 0}):
                self._follow(connection, walk, change, scheduled, owed)
                return walk
        return self.by_id(walk.id) or walk

    def change(
        self,
        before: Walk,
        after: Walk,
        *,
        change: WalkChange,
        scheduled: Sequence[Scheduled],
        owed: Sequence[Owed] = (),
        undoes: str = "",
        audited: Audited | None = None,
    ) -> bool:
        """Compare and set on the version, with all that follows; False where nothing was changed."""
        same = self._here(value_walk, value_walk.c.id == before.id, value_walk.c.version == before.version)
        try:
            with writing(self._engine) as connection:
                if connection.execute(update(value_walk).where(same).values(**self._row(after))).rowcount != 1:
                    raise _ChangedMeanwhile
                if undoes:
                    self._take_back(connection, undoes)
                if after.is_gone:
                    self._forget(connection, after.id)
                if after.is_gone and audited is not None:
                    erase_posted(connection, audited, workspace_id=self._workspace)
                self._follow(connection, after, change, scheduled, owed)
                if audited is not None:
                    keep_audited(connection, audited, workspace_id=self._workspace)
        except _ChangedMeanwhile:
            return False
        if after.is_gone:
            self._traces.left()
        return True

    def by_id(self, id: str) -> Walk | None:
        """The walk with this id."""
        return next(iter(self._latest(value_walk.c.id == id)), None)

    def of_company(self, company_id: str, *, states: Collection[WalkState] = ()) -> Sequence[Walk]:
        """Those of a firm, the latest change first."""
        return self._latest(value_walk.c.company_id == company_id, *_seen(states))

    def of_person(self, person_id: str, *, states: Collection[WalkState] = ()) -> Sequence[Walk]:
        """Those that somebody owns, types, or is asked to go on with, the latest change first."""
        row = value_walk.c
        theirs = or_(row.owner_id == person_id, row.typist_id == person_id, row.asked_id == person_id)
        return self._latest(theirs, *_seen(states))

    def in_place(self, conversation: str, thread: str) -> Walk | None:
        """The OPEN walk that is held there, the latest change first."""
        there = value_walk.c.conversation == conversation, value_walk.c.thread == thread
        return next(iter(self._latest(*there, *_seen((WalkState.OPEN,)))), None)

    def changes(self, walk_id: str) -> Sequence[WalkChange]:
        """What happened, in order."""
        return self._changes(value_walk_change.c.walk_id == walk_id)

    def change_by_id(self, id: str) -> WalkChange | None:
        """One change."""
        return next(iter(self._changes(value_walk_change.c.id == id)), None)

    def unmade(self, *, limit: int = 100) -> Sequence[Walk]:
        """Those whose card is behind their version, by id."""
        row = value_walk.c
        behind = self._here(value_walk, row.state.in_(_CARDED), row.made_version < row.version)
        found = select(row.id, row.body).where(behind).order_by(row.id).limit(limit)
        with reading(self._engine) as connection:
            return [_walk(one.id, one.body) for one in connection.execute(found)]

    def mark_made(self, walk_id: str, version: int) -> None:
        """Its card is as the walk is at this version."""
        earlier = value_walk.c.id == walk_id, value_walk.c.made_version < version
        with writing(self._engine) as connection:
            made = update(value_walk).where(self._here(value_walk, *earlier)).values(made_version=version)
            connection.execute(made)

    def leave_no_traces(self) -> None:
        """What deleted words left behind in files is overwritten; where somebody is at work there, the next time."""
        self._traces.look()

    def keep_script(self, digest: str, text: str) -> None:
        """Keep the text of a script."""
        row = {"workspace_id": self._workspace, "digest": digest, "text": text}
        with writing(self._engine) as connection:
            insert_once(connection, value_walk_script, row)

    def script(self, digest: str) -> str | None:
        """The text of a script that was kept."""
        table = value_walk_script
        kept = select(table.c.text).where(self._here(table, table.c.digest == digest))
        with reading(self._engine) as connection:
            text: str | None = connection.execute(kept).scalar()
        return text

    def _follow(
        self,
        connection: Connection,
        walk: Walk,
        change: WalkChange,
        scheduled: Sequence[Scheduled],
        owed: Sequence[Owed],
    ) -> None:
        """What comes with every change; how the walk was is kept with the newest alone."""
        table = value_walk_change
        older = self._here(table, table.c.walk_id == walk.id, table.c.ordinal == walk.version - 1)
        connection.execute(update(table).where(older).values(before=None))
        row = {
            "workspace_id": self._workspace,
            "id": change.id,
            "walk_id": walk.id,
            "ordinal": walk.version,
            "kind": str(change.kind),
            "by_id": change.by_id,
            "at": change.at,
            "detail": change.detail,
            "before": _body(change.before) if change.before else None,
            "is_undone": change.is_undone,
        }
        connection.execute(insert(table), row)
        reschedule(connection, root_id=walk.id, scheduled=scheduled, workspace_id=self._workspace)
        owe(connection, owed, workspace_id=self._workspace, at=self._clock.now())

    def _take_back(self, connection: Connection, change_id: str) -> None:
        table = value_walk_change
        standing = self._here(table, table.c.id == change_id, table.c.is_undone.is_(False))
        if connection.execute(update(table).where(standing).values(is_undone=True)).rowcount != 1:
            raise _ChangedMeanwhile

    def _forget(self, connection: Connection, walk_id: str) -> None:
        """No history keeps the words, and nothing is told of it any more."""
        of_it = self._here(value_walk_change, value_walk_change.c.walk_id == walk_id)
        connection.execute(update(value_walk_change).where(of_it).values(before=None))
        unsent = delivery.c.subject_id == walk_id, delivery.c.state == str(DeliveryState.PENDING)
        connection.execute(delete(delivery).where(self._here(delivery, *unsent)))
        muted = nudge_mute.c.subject_kind == "walk", nudge_mute.c.subject_id == walk_id
        connection.execute(delete(nudge_mute).where(self._here(nudge_mute, *muted)))

    def _latest(self, *conditions: ColumnElement[bool]) -> list[Walk]:
        row = value_walk.c
        found = select(row.id, row.body).where(self._here(value_walk, *conditions))
        with reading(self._engine) as connection:
            rows = connection.execute(found.order_by(row.updated_at.desc(), row.id)).all()
        return [_walk(one.id, one.body) for one in rows]

    def _changes(self, condition: ColumnElement[bool]) -> list[WalkChange]:
        table = value_walk_change
        found = select(table).where(self._here(table, condition)).order_by(table.c.ordinal)
        with reading(self._engine) as connection:
            return [_change(row) for row in connection.execute(found)]

    def _row(self, walk: Walk) -> dict[str, Any]:
        row = {name: getattr(walk, name) for name in _OF_WALK}
        return row | {"workspace_id": self._workspace, "state": str(walk.state), "body": _body(walk)}

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self._workspace, *conditions)


def _seen(states: Collection[WalkState]) -> tuple[ColumnElement[bool], ...]:
    """In one of these states; never an erased one."""
    wanted = [str(one) for one in (states or WalkState) if one != WalkState.ERASED]
    return (value_walk.c.state.in_(wanted),)


def _body(walk: Walk) -> dict[str, Any]:
    body: dict[str, Any] = _WALK.dump_python(walk, mode="json")
    return body


def _walk(id: str, body: object) -> Walk:
    try:
        return _WALK.validate_python(body)
    except ValidationError:
        # Not the error's own words, nor as its cause: they quote the record.
        raise StorageError("database", f"value walk {id} cannot be read") from None


def _change(row: Row[Any]) -> WalkChange:
    return WalkChange(
        id=row.id,
        walk_id=row.walk_id,
        kind=ChangeKind(row.kind),
        by_id=row.by_id,
        at=row.at,
        detail=dict(row.detail),
        before=_walk(row.walk_id, row.before) if row.before else None,
        is_undone=row.is_undone,
    )


class _ChangedMeanwhile(Exception):
    """Somebody else was quicker; the transaction is undone."""
