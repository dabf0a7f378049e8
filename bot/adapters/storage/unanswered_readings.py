"""Unanswered questions of a week, and answers that were marked wrong in it, as they are read from the database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    Row,
    Select,
    Table,
    and_,
    exists,
    func,
    or_,
    select,
)

from bot.adapters.storage.engine import reading
from bot.adapters.storage.tables import (
    handover,
    handover_turn,
    passage,
    person,
    question,
    rating,
)
from bot.core.digests.unanswered.models import (
    Marked,
    Place,
    Unanswered,
)
from bot.core.handovers.models import OPEN_STATES, HandOverState, TurnKind

_CHUNK = 500
_DECLINED, _HANDED_OVER = "not_in_guides", "handed_over"
_OF_HANDOVER = (
    handover.c.id.label("handover_id"),
    handover.c.owner_id,
    handover.c.reply_by,
    handover.c.state.label("handover_state"),
)
_OPEN = handover.c.state.in_(sorted(one.value for one in OPEN_STATES))


class UnansweredReadings:
    """Reads of one workspace. Each call is one snapshot and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def unanswered(self, start: datetime, end: datetime) -> Sequence[Unanswered]:
        """The questions from `start` until before `end` that have no answer by now, the oldest first; without those
        that were taken back, and those whose words were erased."""
        with reading(self._engine) as connection:
            asked = [(row, row.answer) for row in connection.execute(self._asked(start, end))]
            nothing = dict[str, Any]()
            handed = [(row, nothing) for row in connection.execute(self._handed_alone(start, end))]
            found = [(row, answer) for row, answer in (*asked, *handed) if row.text]
            guides = self._guides(connection, [id for _, answer in found for id, _ in _nearest(answer)])
        ordered = sorted(found, key=lambda one: (one[0].asked_at, one[0].id))
        return [_unanswered(row, answer, guides) for row, answer in ordered]

    def marked_wrong(self, start: datetime, end: datetime) -> Sequence[Marked]:
        """Answers from guides that were marked wrong then. Once a coordinator has answered, it is their answer that is
        marked, and no guide's fault."""
        row, turn = rating.c, handover_turn.c
        first = select(func.min(turn.happened_at, type_=turn.happened_at.type)).where(
            turn.workspace_id == row.workspace_id,
            turn.handover_id == handover.c.id,
            turn.kind == TurnKind.ANSWERED.value,
        )
        asked = rating.join(question, _same(rating, question, row.question_id == question.c.id))
        handed = asked.outerjoin(handover, _same(rating, handover, row.question_id == handover.c.question_id))
        marks = (
            select(
                row.question_id, row.by_address, row.rated_at, question.c.answer, first.scalar_subquery().label("then")
            )
            .select_from(handed)
            .where(self._here(rating, row.is_useful.is_(False), row.rated_at >= start, row.rated_at < end))
            .order_by(row.rated_at, row.question_id, row.by_address)
        )
        with reading(self._engine) as connection:
            found = [one for one in connection.execute(marks) if one.then is None or one.rated_at < one.then]
        cited = [(one, tuple(_cited(one.answer))) for one in found]
        return [
            Marked(question_id=one.question_id, by=one.by_address, marked_at=one.rated_at, cited=places)
            for one, places in cited
            if places
        ]

    def _asked(self, start: datetime, end: datetime) -> Select[Any]:
        row = question.c
        is_waiting = or_(_OPEN, handover.c.id.is_(None))
        unanswered = or_(row.state == _DECLINED, and_(row.state == _HANDED_OVER, is_waiting))
        handed = question.outerjoin(handover, _same(question, handover, row.id == handover.c.question_id))
        return (
            select(row.id, row.text, row.asked_at, row.asker, row.answer, person.c.company_id, *_OF_HANDOVER)
            .select_from(_with_asker(handed, question))
            .where(self._here(question, row.asked_at >= start, row.asked_at < end, unanswered))
        )

    def _handed_alone(self, start: datetime, end: datetime) -> Select[Any]:
        """What was handed over without a question on record: words that were for a coordinator from the first."""
        row = handover.c
        is_known = exists().where(_same(handover, question, row.question_id == question.c.id))
        asked = (row.question_id.label("id"), row.text, row.created_at.label("asked_at"), row.asker)
        return (
            select(*asked, person.c.company_id, *_OF_HANDOVER)
            .select_from(_with_asker(handover, handover))
            .where(self._here(handover, row.created_at >= start, row.created_at < end, _OPEN, ~is_known))
        )

    def _guides(self, connection: Connection, ids: Collection[str]) -> Mapping[str, str]:
        """The guide of each passage."""
        guides, wanted = dict[str, str](), sorted(set(ids))
        for first in range(0, len(wanted), _CHUNK):
            of_them = self._here(passage, passage.c.id.in_(wanted[first : first + _CHUNK]))
            for row in connection.execute(select(passage.c.id, passage.c.guide_id).where(of_them)):
                guides[row.id] = row.guide_id
        return guides

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self._workspace, *conditions)


def _same(table: Table, other: Table, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return and_(other.c.workspace_id == table.c.workspace_id, condition)


def _with_asker(source: FromClause, asked: Table) -> FromClause:
    """With whoever asked, where they are known; at the command line nobody is."""
    is_theirs = and_(person.c.address == asked.c.asker, asked.c.asker != "")
    return source.outerjoin(person, _same(asked, person, is_theirs))


def _nearest(answer: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The passages whose headings were shown as the nearest, each with the title of its guide."""
    near = answer.get("nearest") or ()
    return [(str(one.get("passage_id", "")), str(one.get("title", ""))) for one in near if isinstance(one, Mapping)]


def _cited(answer: Mapping[str, Any]) -> Iterator[tuple[str, str, Place]]:
    for one in answer.get("sources") or ():
        place = Place(heading=str(one.get("heading", "")), page=one.get("page"))
        yield str(one.get("guide", "")), str(one.get("title", "")), place


def _unanswered(row: Row[Any], answer: Mapping[str, Any], guides: Mapping[str, str]) -> Unanswered:
    near = {guides[id]: title for id, title in _nearest(answer) if id in guides}
    return Unanswered(
        id=row.id,
        text=row.text,
        asked_at=row.asked_at,
        asker=row.asker,
        company_id=row.company_id,
        topic=str(answer.get("beyond", "")),
        near=tuple(near.items()),
        handover_id=row.handover_id or "",
        owner_id=row.owner_id,
        reply_by=row.reply_by,
        is_asked_back=row.handover_state == HandOverState.ASKED_BACK.value,
    )
