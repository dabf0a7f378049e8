"""Hand-overs in the database. What is owed to people is written in the same transaction as its reason."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Table, and_, delete, func, insert, select, update

from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.tables import handover, handover_turn, person, question
from bot.core.clock import Clock
from bot.core.handovers.models import OPEN_STATES, HandOver, HandOverState, Turn, TurnKind
from bot.core.owed import Owed

HANDED_OVER = "handed_over"
"""The state of a question that a person is to answer."""

_COLUMNS = tuple(column.name for column in handover.columns if column.name != "workspace_id")
_OPEN = tuple(sorted(state.value for state in OPEN_STATES))
_WORDS_OF_ASKERS = (TurnKind.REPLIED.value, TurnKind.DRAFT.value, TurnKind.DROPPED.value)
_COMPARED = ("state", "owner_id", "reminded_at", "passed_on", "reply_by")


def open_handover(connection: Connection, new: HandOver, *, workspace_id: str) -> tuple[HandOver, bool]:
    """Store a hand-over in the caller's transaction and mark its question; True where it is new, else the old one."""
    asked = and_(question.c.workspace_id == workspace_id, question.c.id == new.question_id)
    connection.execute(update(question).where(asked).values(state=HANDED_OVER))
    known = and_(handover.c.workspace_id == workspace_id, handover.c.question_id == new.question_id)
    row = connection.execute(select(handover).where(known)).first()
    if row is not None:
        return _handover(row), False
    connection.execute(insert(handover).values(workspace_id=workspace_id, **_values(new)))
    return new, True


def give_questions(
    connection: Connection,
    company_ids: Collection[str],
    from_id: str,
    to_id: str,
    *,
    reply_by: datetime,
    at: datetime,
    new_id: Callable[[], str],
    workspace_id: str,
) -> int:
    """In the caller's transaction: what people of these firms asked and one coordinator has not answered waits for the
    other, who has at least until `reply_by`. Returns how many."""
    row = handover.c
    asked = and_(person.c.workspace_id == row.workspace_id, person.c.address == row.asker)
    theirs = and_(row.workspace_id == workspace_id, row.owner_id == from_id, row.state.in_(_OPEN))
    wanted = select(row.id, row.reply_by).select_from(handover.join(person, asked))
    found = connection.execute(wanted.where(theirs, person.c.company_id.in_(company_ids))).all()
    for one in found:
        by = None if one.reply_by is None else max(one.reply_by, reply_by)
        given = {"owner_id": to_id, "reply_by": by, "reminded_at": None, "passed_on": row.passed_on + 1}
        mine = and_(row.workspace_id == workspace_id, row.id == one.id)
        connection.execute(update(handover).where(mine).values(**given))
        turn = Turn(id=new_id(), handover_id=one.id, kind=TurnKind.PASSED, by_address="", text=to_id, happened_at=at)
        put_turn(connection, turn, workspace_id=workspace_id)
    return len(found)


def put_turn(connection: Connection, turn: Turn, *, workspace_id: str) -> None:
    """Append a turn to its hand-over, in the caller's transaction."""
    row = handover_turn.c
    so_far = and_(row.workspace_id == workspace_id, row.handover_id == turn.handover_id)
    last = connection.execute(select(func.max(row.ordinal)).where(so_far)).scalar()
    values = {
        "id": turn.id,
        "handover_id": turn.handover_id,
        "kind": turn.kind.value,
        "by_address": turn.by_address,
        "text": turn.text,
        "happened_at": turn.happened_at,
        "ordinal": (last or 0) + 1,
    }
    connection.execute(insert(handover_turn).values(workspace_id=workspace_id, **values))


class HandOverRepository:
    """The HandOverStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self._workspace, self._clock = engine, workspace_id, clock

    def open(self, handover: HandOver, *, turns: Sequence[Turn], owed: Sequence[Owed]) -> HandOver:
        """Store it with what is owed, and mark its question handed over; an old one is returned as it is."""
        with writing(self._engine) as connection:
            kept, is_new = open_handover(connection, handover, workspace_id=self._workspace)
            if is_new:
                self._follow(connection, turns, owed)
            return kept

    def change(
        self,
        before: HandOver,
        after: HandOver,
        *,
        turns: Sequence[Turn] = (),
        owed: Sequence[Owed] = (),
        draft: str = "",
    ) -> bool:
        """Compare and set; with turns, what is owed, and the draft it comes from. False where nothing was changed."""
        try:
            with writing(self._engine) as connection:
                self._change(connection, before, after, draft)
                self._follow(connection, turns, owed)
        except _ChangedMeanwhile:
            return False
        return True

    def by_id(self, id: str) -> HandOver | None:
        """The hand-over with this id."""
        return self._one(handover.c.id == id)

    def by_question(self, question_id: str) -> HandOver | None:
        """The hand-over of a question."""
        return self._one(handover.c.question_id == question_id)

    def in_state(self, states: Collection[HandOverState]) -> Sequence[HandOver]:
        """Those in one of these states, oldest first."""
        return self._all(handover.c.state.in_([state.value for state in states]))

    def by_asker(self, address: str) -> Sequence[HandOver]:
        """Everything that somebody handed over, oldest first."""
        return self._all(handover.c.asker == address)

    def in_place(self, conversation: str, thread: str) -> Sequence[HandOver]:
        """The open ones whose question was asked there, newest first."""
        there = and_(handover.c.conversation == conversation, handover.c.thread == thread)
        still = handover.c.state.in_([state.value for state in OPEN_STATES])
        return list(reversed(self._all(and_(there, still))))

    def turns(self, handover_id: str) -> Sequence[Turn]:
        """What happened, in order; drafts among it."""
        of_it = self._here(handover_turn, handover_turn.c.handover_id == handover_id)
        with reading(self._engine) as connection:
            return [
                _turn(row)
                for row in connection.execute(select(handover_turn).where(of_it).order_by(handover_turn.c.ordinal))
            ]

    def keep_draft(self, turn: Turn) -> None:
        """Keep what somebody typed until they press; the same id again changes nothing."""
        with writing(self._engine) as connection:
            known = self._here(handover_turn, handover_turn.c.id == turn.id)
            if connection.execute(select(handover_turn.c.id).where(known)).first() is None:
                self._follow(connection, [turn], [])

    def turn(self, id: str) -> Turn | None:
        """One turn."""
        with reading(self._engine) as connection:
            found = select(handover_turn).where(self._here(handover_turn, handover_turn.c.id == id))
            row = connection.execute(found).first()
        return None if row is None else _turn(row)

    def drop_draft(self, id: str) -> bool:
        """Mark a draft as dropped and forget its words; False where it is no draft any more."""
        draft = self._here(handover_turn, handover_turn.c.id == id, handover_turn.c.kind == TurnKind.DRAFT.value)
        with writing(self._engine) as connection:
            dropped = update(handover_turn).where(draft).values(kind=TurnKind.DROPPED.value, text="")
            return connection.execute(dropped).rowcount == 1

    def nearest(self, question_id: str) -> Sequence[str]:
        """The headings that came nearest to the question, as the asker saw them; empty where none were."""
        asked = select(question.c.answer).where(self._here(question, question.c.id == question_id))
        with reading(self._engine) as connection:
            answer = connection.execute(asked).scalar()
        near = answer.get("nearest", ()) if isinstance(answer, Mapping) else ()
        return [_heading(one) for one in near if isinstance(one, Mapping)]

    def forget(self, address: str) -> None:
        """Erase the words of somebody: what they asked, and what they wrote as an asker or in a draft."""
        theirs = self._here(handover, handover.c.asker == address)
        of_them = handover_turn.c.by_address == address, handover_turn.c.kind.in_(_WORDS_OF_ASKERS)
        with writing(self._engine) as connection:
            connection.execute(update(handover).where(theirs).values(text=""))
            connection.execute(update(handover_turn).where(self._here(handover_turn, *of_them)).values(text=""))

    def _change(self, connection: Connection, before: HandOver, after: HandOver, draft: str) -> None:
        same = (handover.c[name].is_not_distinct_from(getattr(before, name)) for name in _COMPARED)
        here = self._here(handover, handover.c.id == before.id, *same)
        values = {name: value for name, value in _values(after).items() if name != "id"}
        if connection.execute(update(handover).where(here).values(**values)).rowcount != 1:
            raise _ChangedMeanwhile
        if draft:
            gone = handover_turn.c.id == draft, handover_turn.c.kind == TurnKind.DRAFT.value
            if connection.execute(delete(handover_turn).where(self._here(handover_turn, *gone))).rowcount != 1:
                raise _ChangedMeanwhile

    def _follow(self, connection: Connection, turns: Sequence[Turn], owed: Sequence[Owed]) -> None:
        for turn in turns:
            put_turn(connection, turn, workspace_id=self._workspace)
        owe(connection, owed, workspace_id=self._workspace, at=self._clock.now())

    def _one(self, condition: ColumnElement[bool]) -> HandOver | None:
        with reading(self._engine) as connection:
            row = connection.execute(select(handover).where(self._here(handover, condition))).first()
        return None if row is None else _handover(row)

    def _all(self, condition: ColumnElement[bool]) -> list[HandOver]:
        oldest = select(handover).where(self._here(handover, condition)).order_by(handover.c.created_at, handover.c.id)
        with reading(self._engine) as connection:
            return [_handover(row) for row in connection.execute(oldest)]

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self._workspace, *conditions)


class _ChangedMeanwhile(Exception):
    """Somebody else was quicker; the transaction is undone."""


def _heading(near: Mapping[str, Any]) -> str:
    title, heading = str(near.get("title", "")), str(near.get("heading", ""))
    return f"{title} > {heading}" if heading and heading != title else title


def _values(one: HandOver) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _COLUMNS} | {"state": one.state.value}


def _handover(row: Row[*tuple[Any, ...]]) -> HandOver:
    values = {name: row._mapping[name] for name in _COLUMNS}
    locale = "en" if row.locale == "en" else "ja"
    return HandOver(**{**values, "state": HandOverState(row.state), "locale": locale})


def _turn(row: Row[*tuple[Any, ...]]) -> Turn:
    return Turn(
        id=row.id,
        handover_id=row.handover_id,
        kind=TurnKind(row.kind),
        by_address=row.by_address,
        text=row.text,
        happened_at=row.happened_at,
    )
