"""Deliveries in the database: every change of a claimed one is fenced by its lease token (RELIABILITY: delivery)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Engine,
    Select,
    and_,
    bindparam,
    func,
    select,
    update,
)

from bot.adapters.storage.engine import database_now, insert_once, reading, writing
from bot.adapters.storage.statements import alteration, given, rows
from bot.adapters.storage.straight import done, found
from bot.adapters.storage.tables import UtcDateTime, delivery, delivery_twin
from bot.core.deliveries.models import Delivery, DeliveryState
from bot.core.deliveries.ports import Place
from bot.core.owed import Owed

AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)
"""When a new delivery is due. Whoever owes it knows business time only, and being due is counted in real time."""

_GENEROUSLY = timedelta(hours=1)
"""The platform's clock is not ours."""

_OF_OWED = ("kind", "subject_id", "occurrence", "person", "conversation", "thread")
_DOUBTFUL = (DeliveryState.SENDING.value, DeliveryState.AMBIGUOUS.value)


def owe(connection: Connection, owed: Iterable[Owed], *, workspace_id: str, at: datetime) -> None:
    """Write down what is owed, in the caller's transaction; what is owed already stays. `at`: business time."""
    for one in owed:
        values = {name: getattr(one, name) for name in _OF_OWED}
        values |= {"workspace_id": workspace_id, "id": one.delivery_id(workspace_id)}
        values |= {"state": DeliveryState.PENDING.value, "created_at": at, "next_at": AT_ONCE, "attempts": 0}
        insert_once(connection, delivery, values)


class DeliveryRepository:
    """The DeliveryStore of a workspace. Each call is one transaction and raises StorageError.

    On PostgreSQL the server's clock decides when a lease ends, so that hosts whose clocks differ agree on it; `now`
    says what the caller's clock shows at the same moment. `database_clock` False takes the caller's word (tests).
    """

    def __init__(self, engine: Engine, *, workspace_id: str, database_clock: bool = True) -> None:
        self._engine, self._workspace, self._database_clock = engine, workspace_id, database_clock

    def claim(self, *, token: str, now: datetime, until: datetime, resting: Collection[str] = ()) -> Delivery | None:
        """Take the pending delivery that has been due longest, for `until`; None where none is due.

        Those to a person or a conversation in `resting` are left alone.
        """
        with writing(self._engine, beside_others=True, touches=()) as connection:
            ahead = self._ahead(connection, now)
            due = {"state": DeliveryState.PENDING.value, "now": now + ahead, "resting": sorted(resting)}
            first = found(connection, _first_due(self._workspace, bool(resting)), due)
            if not first:
                return None
            row = first[0]
            taken = {"lease_token": token, "lease_until": until + ahead, "attempts": row.attempts + 1}
            to = {**taken, "state": DeliveryState.SENDING.value}
            mine = given(self._workspace, equal={"id": row.id, "state": DeliveryState.PENDING.value}, to=to)
            done(connection, alteration(delivery, equal=("id", "state"), to=tuple(to)), mine)
            return replace(_delivery(row), **taken, state=DeliveryState.SENDING)

    def mark_sent(self, id: str, *, token: str, conversation: str, message: str, at: datetime) -> bool:
        """It arrived. `at` is business time."""
        where = {"sent_conversation": conversation, "sent_message": message, "sent_at": at}
        return self._move(id, token, DeliveryState.SENT, lease_token=None, lease_until=None, trouble=None, **where)

    def put_back(self, id: str, *, token: str, next_at: datetime, trouble: str | None) -> bool:
        """It did not arrive and is pending again, due at `next_at`."""
        free = {"lease_token": None, "lease_until": None}
        return self._move(id, token, DeliveryState.PENDING, next_at=next_at, trouble=trouble, **free)

    def mark_ambiguous(self, id: str, *, token: str, trouble: str) -> bool:
        """It may have arrived. The lease stays, so that `doubtful` knows when it ended."""
        return self._move(id, token, DeliveryState.AMBIGUOUS, trouble=trouble)

    def drop(self, id: str, *, token: str, trouble: str) -> bool:
        """It is no longer wanted."""
        return self._move(id, token, DeliveryState.DROPPED, lease_token=None, lease_until=None, trouble=trouble)

    def bury(self, id: str, *, token: str, trouble: str) -> bool:
        """It will not be tried again; an operator must look."""
        return self._move(id, token, DeliveryState.DEAD, lease_token=None, lease_until=None, trouble=trouble)

    def doubtful(self, *, ended_before: datetime, now: datetime) -> Sequence[Delivery]:
        """Sending or ambiguous ones whose lease ended before that moment, those put off until later left out."""
        with reading(self._engine) as connection:
            ahead = self._ahead(connection, now)
            doubt = {"ended": ended_before + ahead, "now": now + ahead}
            return [_delivery(row) for row in found(connection, _doubtful(self._workspace), doubt)]

    def put_off(self, id: str, *, token: str, next_at: datetime, trouble: str) -> bool:
        """A doubtful one could not be read back; look again at `next_at`."""
        return self._move(id, token, DeliveryState.AMBIGUOUS, next_at=next_at, trouble=trouble)

    def by_message(self, conversation: str, message: str) -> Delivery | None:
        """Which delivery a message of ours in the chat is."""
        there = and_(delivery.c.sent_conversation == conversation, delivery.c.sent_message == message)
        with reading(self._engine) as connection:
            row = connection.execute(select(delivery).where(self._here(there))).first()
        return None if row is None else _delivery(row)

    def by_id(self, id: str) -> Delivery | None:
        """The delivery with this id."""
        with reading(self._engine) as connection:
            one = found(connection, rows(delivery, equal=("id",)), given(self._workspace, equal={"id": id}))
        return _delivery(one[0]) if one else None

    def recent_places(self, *, since: datetime) -> Sequence[Place]:
        """Where messages arrived since then (business time)."""
        where = delivery.c.sent_conversation, delivery.c.thread
        arrived = self._here(delivery.c.state == DeliveryState.SENT.value, delivery.c.sent_at >= since)
        first = func.min(delivery.c.created_at, type_=UtcDateTime)
        places = select(*where, first.label("first")).where(arrived).group_by(*where).order_by(*where)
        with reading(self._engine) as connection:
            there = connection.execute(places).all()
        return [Place(row.sent_conversation, row.thread, row.first - _GENEROUSLY) for row in there]

    def note_twin(self, id: str, *, conversation: str, kept: str, removed: str, at: datetime) -> None:
        """Count a message that stood there twice, once however often it is said; the delivery is the kept one."""
        row = {"workspace_id": self._workspace, "conversation": conversation, "message": removed}
        taken = self._here(delivery.c.id == id, delivery.c.sent_message == removed)
        with writing(self._engine, beside_others=True, touches=()) as connection:
            insert_once(connection, delivery_twin, {**row, "delivery_id": id, "removed_at": at})
            connection.execute(update(delivery).where(taken).values(sent_message=kept))

    def twins(self) -> int:
        """How many messages that stood there twice were ever counted."""
        counted = select(func.count()).where(delivery_twin.c.workspace_id == self._workspace)
        with reading(self._engine) as connection:
            return connection.execute(counted).scalar_one()

    def counts(self) -> Mapping[str, int]:
        """How many deliveries stand in each state that has any."""
        counted = select(delivery.c.state, func.count()).where(self._here()).group_by(delivery.c.state)
        with reading(self._engine) as connection:
            return {row[0]: row[1] for row in connection.execute(counted)}

    def _move(self, id: str, token: str, state: DeliveryState, **values: Any) -> bool:
        """The fence: only who holds the lease changes anything, and nothing final is ever changed."""
        to = {"state": state.value, **values}
        held = given(self._workspace, equal={"id": id, "lease_token": token}, among={"state": _DOUBTFUL}, to=to)
        move = alteration(delivery, equal=("id", "lease_token"), among=("state",), to=tuple(to))
        with writing(self._engine, beside_others=True, touches=()) as connection:
            return done(connection, move, held) == 1

    def _ahead(self, connection: Connection, now: datetime) -> timedelta:
        """By how much the clock that counts is ahead of the caller's."""
        counts = database_now(connection) if self._database_clock else None
        return timedelta(0) if counts is None else counts - now

    def _here(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(delivery.c.workspace_id == self._workspace, *conditions)


@cache
def _first_due(workspace_id: str, is_anybody_resting: bool) -> Select[Any]:
    """The pending delivery that has been due longest, and that nobody else is looking at."""
    row = delivery.c
    resting: BindParameter[Any] = bindparam("resting", expanding=True)
    due = and_(row.workspace_id == workspace_id, row.state == bindparam("state"), row.next_at <= bindparam("now"))
    if is_anybody_resting:
        due = and_(due, row.person.not_in(resting), row.conversation.not_in(resting))
    # SQLite has no such clause and needs none: BEGIN IMMEDIATE lets one claim at a time.
    in_turn = select(delivery).where(due).order_by(row.next_at, row.created_at, row.id)
    return in_turn.limit(1).with_for_update(skip_locked=True)


@cache
def _doubtful(workspace_id: str) -> Select[Any]:
    row = delivery.c
    ended = row.lease_until < bindparam("ended"), row.next_at <= bindparam("now")
    doubt = select(delivery).where(row.workspace_id == workspace_id, row.state.in_(_DOUBTFUL), *ended)
    return doubt.order_by(row.lease_until, row.id)


def _delivery(row: Any) -> Delivery:
    return Delivery(
        id=row.id,
        owed=Owed(**{name: getattr(row, name) for name in _OF_OWED}),
        state=DeliveryState(row.state),
        created_at=row.created_at,
        next_at=row.next_at,
        attempts=row.attempts,
        lease_token=row.lease_token,
        lease_until=row.lease_until,
        sent_conversation=row.sent_conversation,
        sent_message=row.sent_message,
        sent_at=row.sent_at,
        trouble=row.trouble,
    )
