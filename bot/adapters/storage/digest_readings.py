"""What digests read of many firms at once: a look for each table, however many encounters there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, and_, func, select

from bot.adapters.storage.engine import memory_of, reading
from bot.adapters.storage.meeting_rows import encounter_from
from bot.adapters.storage.tables import company, encounter, person, question, value_card_sharing, value_walk
from bot.core.meetings.models import Encounter, Kind, State

_CHUNK = 500
OPEN = "open encounters of"
"""Under which name what was read is remembered."""
Moments = dict[str, datetime]


class DigestReadings:
    """Reads of one workspace. Each call is one snapshot and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace, self._memory = engine, workspace_id, memory_of(engine)

    def open_encounters(self, company_ids: Collection[str]) -> Sequence[Encounter]:
        """Every open encounter of these firms with the outside, by firm and id; once in a piece of work."""
        ids = tuple(sorted(company_ids))
        return self._memory.once((OPEN, ids), lambda: self._open(ids))

    def _open(self, company_ids: Collection[str]) -> Sequence[Encounter]:
        row, found = encounter.c, list[Encounter]()
        with reading(self._engine) as connection:
            for some in _chunks(company_ids):
                of_them = self._here(encounter, row.company_id.in_(some), row.state == State.OPEN.value)
                meetings = select(row.body).where(of_them, row.kind == Kind.MEETING.value)
                bodies = connection.execute(meetings.order_by(row.company_id, row.id)).scalars()
                found += [encounter_from(body) for body in bodies]
        return found

    def last_heard(self, company_ids: Collection[str]) -> Mapping[str, datetime]:
        """The last moment at which each firm logged, answered or asked something; its coming where it never did."""
        latest = Moments()
        with reading(self._engine) as connection:
            for some in _chunks(company_ids):
                for statement in self._heard(some):
                    _later(connection, statement, latest)
        return latest

    def shared_since(self, card_ids: Collection[str], since: datetime) -> Mapping[str, datetime]:
        """When each of these cards was last shared with anybody beyond its firm, where that was since a moment."""
        row, latest = value_card_sharing.c, Moments()
        with reading(self._engine) as connection:
            for some in _chunks(card_ids):
                wider = self._here(value_card_sharing, row.card_id.in_(some), row.at >= since, row.reach != "firm")
                statement = select(row.card_id, func.max(row.at, type_=row.at.type)).where(wider)
                _later(connection, statement.group_by(row.card_id), latest)
        return latest

    def _heard(self, ids: Sequence[str]) -> Iterator[Select[*tuple[Any, ...]]]:
        """For each sort of sign: the firm, and its latest moment."""
        made = company.c
        yield select(made.id, made.created_at).where(self._here(company, made.id.in_(ids)))
        for table in (encounter, value_walk):
            of_them = self._here(table, table.c.company_id.in_(ids))
            moment = func.max(table.c.updated_at, type_=table.c.updated_at.type)
            yield select(table.c.company_id, moment).where(of_them).group_by(table.c.company_id)
        asks = and_(question.c.workspace_id == person.c.workspace_id, question.c.asker == person.c.address)
        asked = func.max(question.c.asked_at, type_=question.c.asked_at.type)
        of_them = self._here(person, person.c.company_id.in_(ids), person.c.address != "")
        counted = select(person.c.company_id, asked).select_from(person.join(question, asks)).where(of_them)
        yield counted.group_by(person.c.company_id)

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self._workspace, *conditions)


def _later(connection: Connection, statement: Select[*tuple[Any, ...]], latest: Moments) -> None:
    for row in connection.execute(statement):
        id, moment = str(row[0]), row[1]
        latest[id] = max(moment, latest.get(id, moment))


def _chunks(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
