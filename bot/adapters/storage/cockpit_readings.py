"""What happened to the encounters of one firm, read a page at a time; and the encounters of one event."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Engine, and_, func, select

from bot.adapters.storage.engine import reading
from bot.adapters.storage.meeting_rows import encounter_from
from bot.adapters.storage.tables import encounter, encounter_change, nudge
from bot.core.meetings.models import ChangeKind, Encounter, Kind, State
from bot.core.spellings import same_event_key

_CHUNK = 500
_TOLD = (State.OPEN.value, State.SLEEPING.value, State.CLOSED.value)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeRow:
    """One change of an encounter, as it is on record."""

    encounter_id: str
    kind: str
    by_id: str
    at: datetime
    detail: dict[str, str]


class CockpitReadings:
    """Reads of one workspace; each call is one snapshot and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def changes(
        self, company_id: str, *, kinds: Collection[str] = (), offset: int = 0, limit: int = 100
    ) -> tuple[int, Sequence[ChangeRow]]:
        """How many changes its encounters with the outside had that were not taken back, of these kinds or all; and
        some of them, the last one first."""
        row, of = encounter_change.c, encounter.c
        same = and_(row.workspace_id == of.workspace_id, row.encounter_id == of.id)
        wanted = [of.workspace_id == self._workspace, of.company_id == company_id, of.state.in_(_TOLD)]
        wanted += [of.kind == Kind.MEETING.value, row.is_undone.is_(False), row.kind != ChangeKind.UNDONE.value]
        if kinds:
            wanted.append(row.kind.in_(sorted(kinds)))
        joined = encounter.join(encounter_change, same)
        columns = (row.encounter_id, row.kind, row.by_id, row.at, row.detail)
        latest = select(*columns).select_from(joined).where(*wanted)
        latest = latest.order_by(row.at.desc(), row.encounter_id, row.ordinal.desc()).offset(offset).limit(limit)
        with reading(self._engine) as connection:
            count = connection.execute(select(func.count()).select_from(joined).where(*wanted)).scalar_one()
            found = connection.execute(latest).all()
        return count, [
            ChangeRow(encounter_id=one.encounter_id, kind=one.kind, by_id=one.by_id, at=one.at, detail=dict(one.detail))
            for one in found
        ]

    def of_event(self, company_ids: Collection[str], event: str) -> tuple[Sequence[Encounter], Mapping[str, str]]:
        """The encounters of these firms at an event, however its name is spelled, that are still looked after, by firm
        and id; and of those that have ended whose firm's each is."""
        row, key = encounter.c, same_event_key(event)
        theirs = and_(row.workspace_id == self._workspace, row.company_id.in_(sorted(company_ids)))
        theirs = and_(theirs, row.state.in_(_TOLD), row.kind == Kind.MEETING.value)
        with reading(self._engine) as connection:
            named = connection.execute(select(row.event).distinct().where(theirs)).scalars()
            of_it = and_(theirs, row.event.in_([one for one in named if one and same_event_key(one) == key]))
            ended = select(row.id, row.company_id).where(of_it, row.state == State.CLOSED.value)
            still = select(row.body).where(of_it, row.state != State.CLOSED.value).order_by(row.company_id, row.id)
            found = [encounter_from(body) for body in connection.execute(still).scalars()]
            return found, {one.id: one.company_id for one in connection.execute(ended)}

    def next_due(self, encounter_ids: Collection[str]) -> Mapping[str, date]:
        """The day of the next reminder of each of these encounters that has one."""
        row, ids, found = nudge.c, sorted(encounter_ids), dict[str, date]()
        with reading(self._engine) as connection:
            for start in range(0, len(ids), _CHUNK):
                some = and_(row.workspace_id == self._workspace, row.root_id.in_(ids[start : start + _CHUNK]))
                earliest = select(row.root_id, func.min(row.due_on, type_=row.due_on.type)).where(some)
                found |= {one[0]: one[1] for one in connection.execute(earliest.group_by(row.root_id))}
        return found

    def due(self, person_id: str, company_ids: Collection[str], *, until: datetime) -> tuple[int, int]:
        """How many reminders are due until a moment: somebody's own, and those of others about these firms' matters."""
        due = and_(nudge.c.workspace_id == self._workspace, nudge.c.due_at <= until)
        counted = select(nudge.c.person_id, nudge.c.company_id, func.count()).where(due)
        own, theirs, firms = 0, 0, frozenset(company_ids)
        with reading(self._engine) as connection:
            for person, firm, count in connection.execute(counted.group_by(nudge.c.person_id, nudge.c.company_id)):
                if person == person_id:
                    own += count
                elif firm in firms:
                    theirs += count
        return own, theirs
