"""What numbers are computed from, read of many firms at once: a few looks, however many encounters there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, Table, and_, false, func, or_, select

from bot.adapters.storage.engine import reading
from bot.adapters.storage.figure_memory import FigureMemory, Found, Wanted
from bot.adapters.storage.figure_reminders import reminders
from bot.adapters.storage.figure_rows import CaseRows, asked_from, told_from
from bot.adapters.storage.meeting_rows import programme_from
from bot.adapters.storage.tables import (
    bundle,
    bundle_item,
    encounter,
    encounter_change,
    handover,
    person,
    programme,
    programme_choice,
    question,
)
from bot.core.figures.periods import Period
from bot.core.figures.ports import Part, Programme, View
from bot.core.figures.records import Asked, Case, Held, Told
from bot.core.meetings.models import ChangeKind, Kind, State
from bot.core.spellings import same_event_key

_CHUNK, _ROWS = 500, 1_000
_COUNTED = (State.OPEN.value, State.SLEEPING.value, State.CLOSED.value)
_Rows = Iterator[Row[*tuple[Any, ...]]]


class FigureReadings:
    """Reads of one workspace; each call is one snapshot and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id
        self._memory = FigureMemory()

    def held(self, view: View) -> Held:
        """Everything that numbers are computed from, as its reader may see it."""
        since = _moment(view.period.first, view)
        with reading(self._engine) as connection:
            found = self._found(connection, view, since) if Part.CHANGES in view.parts else None
            cases = found.cases if found else self._cases(connection, view) if Part.CASES in view.parts else {}
            reminders = self._told(connection, view, cases, since) if Part.TOLD in view.parts else ()
            told = tuple(one for one in reminders if one.case_id in cases)
            asked = tuple(self._asked(connection, view, since)) if Part.ASKED in view.parts else ()
            programmes = self._chosen(connection, view)
        return Held(
            programmes=programmes,
            cases=tuple(sorted(cases.values(), key=lambda one: (one.firm, one.began_on, one.id))),
            moves=tuple(found.moves) if found else (),
            results=tuple(found.results) if found else (),
            contacts=tuple(found.contacts) if found else (),
            passed=tuple(found.passed) if found else (),
            told=told,
            asked=asked,
        )

    def events(self, firm_ids: Collection[str]) -> Sequence[str]:
        """The events of these firms' encounters, the latest first; of several spellings of one the latest."""
        row, latest = encounter.c, dict[str, tuple[datetime, str]]()
        last = func.max(row.created_at, type_=row.created_at.type)
        with reading(self._engine) as connection:
            for some in _chunks(dict.fromkeys(firm_ids)):
                of_them = row.company_id.in_(some), row.state.in_(_COUNTED), row.event != ""
                wanted = select(row.event, last).where(self._here(encounter, *of_them)).group_by(row.event)
                for event, at in connection.execute(wanted):
                    known = (at, event)
                    latest[same_event_key(event)] = max(known, latest.get(same_event_key(event), known))
        return [event for _, event in sorted(latest.values(), key=lambda one: (-one[0].timestamp(), one[1]))]

    def programmes(self, fiscal_years: Sequence[int]) -> Sequence[Programme]:
        """The programmes with a name of these fiscal years, by name."""
        row = programme.c
        with reading(self._engine) as connection:
            of_them = self._here(programme, row.fiscal_year.in_(fiscal_years), row.name != "")
            found = connection.execute(select(programme).where(of_them).order_by(row.name, row.id)).all()
        every = [programme_from(one) for one in found]
        return [
            Programme(
                id=one.id,
                name=one.name,
                owner_id=one.owner_id,
                period=Period(date(one.fiscal_year, 4, 1), max(one.last_day, date(one.fiscal_year, 4, 1))),
            )
            for one in every
        ]

    def _chosen(self, connection: Connection, view: View) -> dict[tuple[str, str, int], str]:
        """Which programme was chosen for an event of a firm, or for the firm, in a fiscal year."""
        row = programme_choice.c
        found = connection.execute(select(programme_choice).where(self._here(programme_choice, row.programme_id != "")))
        return {
            (one.company_id, one.event_key, one.fiscal_year): one.programme_id
            for one in found
            if one.company_id in view.firms
        }

    def _rows(self, connection: Connection, view: View) -> CaseRows:
        people = connection.execute(select(person.c.id, person.c.name, person.c.time_zone).where(self._here(person)))
        return CaseRows(view, {id: (name, time_zone) for id, name, time_zone in people})

    def _cases(self, connection: Connection, view: View) -> dict[str, Case]:
        rows, wanted = self._rows(connection, view), select(encounter.c.body)
        return {one.id: one for row in self._of(connection, wanted, view) if (one := rows.case_from(row.body))}

    def _found(self, connection: Connection, view: View, since: datetime) -> Found:
        """The cases and what happened to them: moves whenever they were; of the rest what was said since the period
        began (a day is never said before). Only what has changed since the last look is read."""
        rows, row = self._rows(connection, view), encounter.c
        plain = select(row.id, row.version, row.owner_id, row.company_id, row.kind).order_by(row.id)
        wanted = [
            Wanted(id, version, owner_id, seen)
            for id, version, owner_id, company_id, kind in self._of(connection, plain, view)
            if company_id is not None and (seen := rows.seen(company_id, kind, owner_id)) is not None
        ]

        # Words are read each time, and kept nowhere.
        memory = FigureMemory() if view.has_words else self._memory
        return memory.found(
            wanted,
            rows,
            since=since,
            bodies=partial(self._bodies, connection, view),
            changes=partial(self._changes, connection, view),
        )

    def _bodies(self, connection: Connection, view: View, ids: Collection[str] | None) -> _Rows:
        wanted = select(encounter.c.body)
        if ids is None:
            yield from self._of(connection, wanted, view)
        for some in _chunks(dict.fromkeys(ids or ())):
            yield from _read(connection, wanted.where(self._counted(encounter.c.id.in_(some))))

    def _changes(self, connection: Connection, view: View, ids: Collection[str] | None) -> _Rows:
        """What is counted of changes, whenever it was said."""
        row = encounter_change.c
        visits = select(encounter.c.id).where(self._here(encounter, encounter.c.kind == Kind.SUPPORT_VISIT.value))
        happened = or_(
            row.kind.in_([ChangeKind.STAGE.value, ChangeKind.OUTCOME.value, ChangeKind.OWNER.value]),
            and_(row.kind == ChangeKind.CONTACT.value, row.encounter_id.in_(visits)),
        )
        wanted = select(row.encounter_id, row.kind, row.at, row.detail).order_by(row.encounter_id, row.ordinal)
        of_firms = (select(encounter.c.id).where(self._counted(one)) for one in self._whose(view))
        for some in of_firms if ids is None else _chunks(dict.fromkeys(ids)):
            kept = self._here(encounter_change, row.encounter_id.in_(some), row.is_undone.is_(False), happened)
            yield from _read(connection, wanted.where(kept))

    def _told(self, connection: Connection, view: View, cases: Mapping[str, Case], since: datetime) -> Iterator[Told]:
        """Reminders of an encounter, of its open issues and of what was asked of a colleague, in messages that were
        sent; later ones than the period as well, since they end the time in which an earlier one is acted on."""
        for kind, id, wanted in reminders():
            about = self._here(bundle_item, bundle_item.c.subject_kind == kind, bundle.c.created_at >= since)
            for of_them in self._belongs_to(id, view, cases):
                yield from (told_from(row, view.zone) for row in _read(connection, wanted.where(about, of_them)))

    def _asked(self, connection: Connection, view: View, since: datetime) -> Iterator[Asked]:
        asks = and_(question.c.workspace_id == person.c.workspace_id, question.c.asker == person.c.address)
        handed = and_(handover.c.workspace_id == question.c.workspace_id, handover.c.question_id == question.c.id)
        columns = (
            question.c.id,
            question.c.asked_at,
            question.c.state,
            person.c.company_id,
            handover.c.state.label("by"),
        )
        joined = person.join(question, asks).outerjoin(handover, handed)
        for some in _chunks(view.firms):
            of_them = person.c.company_id.in_(some), person.c.address != "", question.c.asked_at >= since
            wanted = select(*columns).select_from(joined).where(self._here(person, *of_them))
            for row in connection.execute(wanted.order_by(question.c.asked_at, question.c.id)):
                yield asked_from(row, view)

    def _of(self, connection: Connection, wanted: Select[*tuple[Any, ...]], view: View) -> _Rows:
        for one in self._whose(view):
            yield from _read(connection, wanted.where(self._counted(one)))

    def _whose(self, view: View) -> Iterator[ColumnElement[bool]]:
        """Encounters of these firms, and the reader's own visits."""
        row = encounter.c
        own = and_(row.kind == Kind.SUPPORT_VISIT.value, row.owner_id == view.viewer_id, row.company_id.is_not(None))
        elsewhere = or_(false(), *(row.company_id.in_(some) for some in _chunks(view.firms)))
        yield from (row.company_id.in_(some) for some in _chunks(view.firms))
        yield and_(own, ~elsewhere)

    def _belongs_to(
        self, id: ColumnElement[str], view: View, cases: Mapping[str, Case]
    ) -> Iterator[ColumnElement[bool]]:
        """That something is about one of these cases: looked up by their firms, and not by ten thousand ids."""
        for some in _chunks(view.firms):
            yield id.in_(select(encounter.c.id).where(self._counted(encounter.c.company_id.in_(some))))
        for some in _chunks({one.id: one for one in cases.values() if one.company_id not in view.firms}):
            yield id.in_(some)

    def _counted(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return self._here(encounter, encounter.c.state.in_(_COUNTED), *conditions)

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self._workspace, *conditions)


def _read(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> _Rows:
    for rows in connection.execute(wanted).partitions(_ROWS):
        yield from rows


def _moment(day: date, view: View) -> datetime:
    """When a day begins where the reader is."""
    return datetime.combine(day, time(0), tzinfo=view.zone).astimezone(UTC)


def _chunks(ids: Mapping[str, object]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
