"""What is read of encounters."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Table, and_, exists, func, select, union

from bot.adapters.storage import tables
from bot.adapters.storage.engine import memory_of, reading
from bot.adapters.storage.meeting_rows import (
    change_from,
    encounter_from,
    issue_from,
    programme_from,
    request_from,
)
from bot.adapters.storage.statements import given, rows
from bot.adapters.storage.straight import found as found_by
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.funding import Programme
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Change, Encounter, State
from bot.core.spellings import same_event_key

ENCOUNTER, CHANGES, ISSUES, REQUESTS = "encounter", "changes of", "issues of", "requests of"
"""Under which names what was read is remembered."""
_BODY = rows(tables.encounter, equal=("id",), columns=("body",))
UNANSWERED = (RequestState.ASKED.value, RequestState.TALK.value)
_CHUNK = 500
LOOKED_AFTER = (State.UNCONFIRMED.value, State.OPEN.value, State.SLEEPING.value)

_OF_CHANGE = tuple(one.name for one in tables.encounter_change.c if one.name != "before")
_BEFORE = rows(tables.encounter_change, equal=("encounter_id", "ordinal"), columns=("before",))
_HAS = tuple(
    exists()
    .where(one.c.workspace_id == tables.encounter.c.workspace_id, one.c.encounter_id == tables.encounter.c.id)
    .label(name)
    for name, one in (("has_issues", tables.encounter_issue), ("has_requests", tables.colleague_request))
)
_ONE = rows(tables.encounter, equal=("id",), columns=("id", "body")).add_columns(*_HAS)
_SEVERAL = rows(tables.encounter, among=("id",), columns=("id", "body")).add_columns(*_HAS)


class MeetingReadings:
    """The reading half of an EncounterStore."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace, self._memory = engine, workspace_id, memory_of(engine)

    def by_id(self, id: str) -> Encounter | None:
        """The encounter with this id."""

        return self._memory.once((ENCOUNTER, id), lambda: self._read([id])[id])

    def of_company(
        self,
        company_id: str | None,
        *,
        states: Sequence[State] = (),
        owner_id: str = "",
        offset: int = 0,
        limit: int = 100,
    ) -> Sequence[Encounter]:
        """Those of a firm, the latest contact first."""
        of_owner = (tables.encounter.c.owner_id == owner_id,) if owner_id else ()
        with reading(self._engine) as connection:
            return self._latest(
                connection, of_firm(tables.encounter, company_id), _in(states), *of_owner, offset=offset, limit=limit
            )

    def of_owner(self, owner_id: str, *, states: Sequence[State] = (), limit: int = 100) -> Sequence[Encounter]:
        """Those that somebody looks after or has the next step of, the latest contact first."""
        row = tables.encounter.c
        # Two looks into an index each; for an OR, SQLite reads all encounters of the workspace.
        owned = select(row.id).where(self._here(tables.encounter, row.owner_id == owner_id, _in(states)))
        next_ = select(row.id).where(self._here(tables.encounter, row.next_owner_id == owner_id, _in(states)))
        with reading(self._engine) as connection:
            return self._latest(connection, row.id.in_(union(owned, next_)), limit=limit)

    def of_event(self, company_id: str | None, event: str) -> Sequence[Encounter]:
        """Those of an event, however its name is spelled, that are still looked after."""
        row, key = tables.encounter.c, same_event_key(event)
        of_it = of_firm(tables.encounter, company_id), row.state.in_(LOOKED_AFTER)
        with reading(self._engine) as connection:
            named = connection.execute(select(row.event).distinct().where(self._here(tables.encounter, *of_it)))
            spelled = [one for one in named.scalars() if one and same_event_key(one) == key]
            return self._latest(connection, *of_it, row.event.in_(spelled)) if spelled else []

    def looked_after(self, *, after: str = "", limit: int = 500) -> Sequence[Encounter]:
        """Those of all firms that are still looked after, by id."""
        row = tables.encounter.c
        following = self._here(tables.encounter, row.id > after, row.state.in_(LOOKED_AFTER))
        with reading(self._engine) as connection:
            found = select(row.body).where(following).order_by(row.id).limit(limit)
            return [encounter_from(body) for body in connection.execute(found).scalars()]

    def count_looked_after(self) -> int:
        """How many there are of those."""
        waiting = self._here(tables.encounter, tables.encounter.c.state.in_(LOOKED_AFTER))
        with reading(self._engine) as connection:
            return connection.execute(select(func.count()).select_from(tables.encounter).where(waiting)).scalar_one()

    def changes(self, encounter_id: str) -> Sequence[Change]:
        """What happened, in order, the undone ones marked; without how the encounter was before each."""
        return self._memory.once((CHANGES, encounter_id), lambda: self._changes([encounter_id])[encounter_id])

    def change_by_id(self, id: str) -> Change | None:
        """One change."""
        row = self._by_id(tables.encounter_change, id)
        return change_from(row, row.before) if row else None

    def as_it_was(self, encounter_id: str, version: int) -> Encounter | None:
        """An encounter as it was at a version, where that has been changed since and not been erased."""
        # The version counts the changes, and each says how it was before.
        following = given(self._workspace, equal={"encounter_id": encounter_id, "ordinal": version + 1})
        with reading(self._engine) as connection:
            before = found_by(connection, _BEFORE, following)
        return encounter_from(before[0].before) if before and before[0].before else None

    def issues(self, encounter_id: str) -> Sequence[Issue]:
        """Open ones first, then by the day they were opened."""
        return self._memory.once((ISSUES, encounter_id), lambda: self._issues([encounter_id])[encounter_id])

    def issue(self, id: str) -> Issue | None:
        """One issue."""
        row = self._by_id(tables.encounter_issue, id)
        return issue_from(row) if row else None

    def requests(self, encounter_id: str) -> Sequence[ColleagueRequest]:
        """The oldest first."""
        return self._memory.once((REQUESTS, encounter_id), lambda: self._requests([encounter_id])[encounter_id])

    def request(self, id: str) -> ColleagueRequest | None:
        """One request."""
        row = self._by_id(tables.colleague_request, id)
        return request_from(row) if row else None

    def asked_of(self, person_id: str) -> Sequence[ColleagueRequest]:
        """What somebody is asked for and has not accepted, the oldest first."""
        row = tables.colleague_request.c
        unanswered = and_(row.to_id == person_id, row.state.in_(UNANSWERED))
        found = self._rows(tables.colleague_request, unanswered, order=(row.asked_at, row.id))
        return [request_from(one) for one in found]

    def programme(self, id: str) -> Programme | None:
        """One programme."""
        row = self._by_id(tables.programme, id)
        return programme_from(row) if row else None

    def programmes(self, *, fiscal_year: int) -> Sequence[Programme]:
        """The programmes of a fiscal year, by name."""
        found = self._rows(tables.programme, tables.programme.c.fiscal_year == fiscal_year)
        return sorted((programme_from(one) for one in found), key=lambda one: (one.name, one.id))

    def look_ahead(self, encounter_ids: Collection[str]) -> None:
        """Read these with what belongs to them at once, where they are about to be read one by one."""
        if not self._memory.is_on:
            return
        unread = [id for id in encounter_ids if not self._memory.knows((ENCOUNTER, id))]
        read = self._read(unread) if unread else {}
        for id, one in read.items():
            self._memory.keep((ENCOUNTER, id), one)
        # At its first version there is nothing but that it was written down, and hardly anybody asks.
        changed = [id for id, one in read.items() if one is not None and one.version > 1]
        for id, changes in (self._changes(changed) if changed else {}).items():
            self._memory.keep((CHANGES, id), changes)

    def look_ahead_of(self, company_ids: Sequence[str]) -> Mapping[str, Sequence[Encounter]]:
        """What is looked after of each of these firms, read at once with what happened; it is remembered as what is
        read one by one is."""
        found = dict[str, list[Encounter]]({id: [] for id in company_ids})
        row = tables.encounter.c
        columns = (row.id, row.company_id, row.body, *_HAS)
        with reading(self._engine) as connection:
            for some in _chunks(company_ids):
                theirs = self._here(tables.encounter, row.company_id.in_(some), row.state.in_(LOOKED_AFTER))
                for one in connection.execute(select(*columns).where(theirs)):
                    found[one.company_id].append(self._keep_read(one))
        for some in _chunks([one.id for several in found.values() for one in several]):
            for id, changes in self._changes(some).items():
                self._memory.keep((CHANGES, id), changes)
        return found

    def _keep_read(self, row: Any) -> Encounter:
        """Remember it, and that it has no issue and no request, where that is so."""
        one = encounter_from(row.body)
        self._memory.keep((ENCOUNTER, row.id), one)
        for key, has_some in ((ISSUES, row.has_issues), (REQUESTS, row.has_requests)):
            if not has_some:
                self._memory.keep((key, row.id), ())
        return one

    def _read(self, ids: Sequence[str]) -> dict[str, Encounter | None]:
        """These encounters; of most of them is known with it that they have no issue and no request."""
        found = dict[str, Encounter | None](dict.fromkeys(ids))
        with reading(self._engine) as connection:
            # A list of them is a statement of its own for every length.
            alone = given(self._workspace, equal={"id": ids[0]}) if len(ids) == 1 else None
            wanted = (_ONE, alone) if alone else (_SEVERAL, given(self._workspace, among={"id": ids}))
            for row in found_by(connection, *wanted):
                found[row.id] = encounter_from(row.body)
                for key, has_some in ((ISSUES, row.has_issues), (REQUESTS, row.has_requests)):
                    if not has_some:
                        self._memory.keep((key, row.id), ())
        return found

    def turns(self, encounter_ids: Collection[str]) -> dict[str, tuple[str, datetime]]:
        """The time of the next step (`HH:MM`, "" for none) of each that is there, and when it was written down."""
        row, ids = tables.encounter.c, sorted(encounter_ids)
        columns, found = (row.id, row.created_at, row.body), dict[str, tuple[str, datetime]]()
        with reading(self._engine) as connection:
            for start in range(0, len(ids), _CHUNK):
                some = self._here(tables.encounter, row.id.in_(ids[start : start + _CHUNK]))
                for id, created_at, body in connection.execute(select(*columns).where(some)):
                    found[id] = (body.get("next_step") or {}).get("due_time", ""), created_at
        return found

    def _changes(self, ids: Sequence[str]) -> dict[str, list[Change]]:
        found = dict[str, list[Change]]({id: [] for id in ids})
        for one in self._belonging(tables.encounter_change, ids, order=("ordinal",), columns=_OF_CHANGE):
            found[one.encounter_id].append(change_from(one, None))
        return found

    def _issues(self, ids: Sequence[str]) -> dict[str, list[Issue]]:
        found = dict[str, list[Issue]]({id: [] for id in ids})
        for one in self._belonging(tables.encounter_issue, ids):
            found[one.encounter_id].append(issue_from(one))
        for issues in found.values():
            issues.sort(key=lambda one: (one.closed_on is not None, one.opened_on, one.id))
        return found

    def _requests(self, ids: Sequence[str]) -> dict[str, list[ColleagueRequest]]:
        found = dict[str, list[ColleagueRequest]]({id: [] for id in ids})
        for one in self._belonging(tables.colleague_request, ids, order=("asked_at", "id")):
            found[one.encounter_id].append(request_from(one))
        return found

    def _one(self, connection: Connection, id: str) -> Encounter | None:
        one = found_by(connection, _BODY, given(self._workspace, equal={"id": id}))
        return encounter_from(one[0].body) if one else None

    def _latest(
        self, connection: Connection, *conditions: ColumnElement[bool], offset: int = 0, limit: int | None = None
    ) -> list[Encounter]:
        row = tables.encounter.c
        kept = self._here(tables.encounter, *conditions, row.state != State.TAKEN_BACK.value)
        latest = select(row.body).where(kept).order_by(row.last_contact_on.desc(), row.created_at.desc(), row.id)
        return [encounter_from(body) for body in connection.execute(latest.offset(offset).limit(limit)).scalars()]

    def _rows(
        self, table: Table, condition: ColumnElement[bool], *, order: Sequence[ColumnElement[Any]] = ()
    ) -> list[Row[*tuple[Any, ...]]]:
        with reading(self._engine) as connection:
            found = select(table).where(self._here(table, condition)).order_by(*order)
            return list(connection.execute(found))

    def _by_id(self, table: Table, id: str) -> Any:
        with reading(self._engine) as connection:
            one = found_by(connection, rows(table, equal=("id",)), given(self._workspace, equal={"id": id}))
            return one[0] if one else None

    def _belonging(
        self, table: Table, ids: Sequence[str], *, order: tuple[str, ...] = (), columns: tuple[str, ...] = ()
    ) -> Sequence[Any]:
        """The rows of these encounters."""
        with reading(self._engine) as connection:
            if len(ids) == 1:
                found = rows(table, equal=("encounter_id",), order=order, columns=columns)
                return found_by(connection, found, given(self._workspace, equal={"encounter_id": ids[0]}))
            found = rows(table, among=("encounter_id",), order=order, columns=columns)
            return found_by(connection, found, given(self._workspace, among={"encounter_id": ids}))

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self._workspace, *conditions)


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def of_firm(table: Table, company_id: str | None) -> ColumnElement[bool]:
    """The rows of a firm, or those of none; not IS NOT DISTINCT FROM, for which PostgreSQL uses no index."""
    return table.c.company_id.is_(None) if company_id is None else table.c.company_id == company_id


def _in(states: Sequence[State]) -> ColumnElement[bool]:
    """In one of these states; in any where none is said."""
    return tables.encounter.c.state.in_([one.value for one in states or State])
