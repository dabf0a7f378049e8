"""Introductions in the database, and what finding them reads of many firms at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, Connection, Engine, Table, and_, delete, or_, select, update

from bot.adapters.storage.audit import keep_all_audited
from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import insert_once, reading, writing
from bot.adapters.storage.tables import company, encounter, encounter_issue, introduction, person, value_card
from bot.core.audited import Audited
from bot.core.clock import Clock
from bot.core.introductions.models import Introduction, State
from bot.core.meetings.models import State as EncounterState
from bot.core.owed import Owed
from bot.errors import StorageError

_BODY = TypeAdapter(Introduction)
_CHUNK = 500


class IntroductionRepository:
    """The IntroductionStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self._workspace, self._clock = engine, workspace_id, clock

    def in_state(self, states: Collection[State], *, since: datetime | None = None) -> Sequence[Introduction]:
        """Those in one of these states that changed since a moment."""
        row = introduction.c
        recent = () if since is None else (row.updated_at >= since,)
        return self._read(row.state.in_(sorted(states)), *recent)

    def by_id(self, id: str) -> Introduction | None:
        """One of them."""
        return next(iter(self._read(introduction.c.id == id)), None)

    def by_ask(self, ask_id: str) -> Introduction | None:
        """The one of which a side knows this id."""
        row = introduction.c
        return next(iter(self._read(or_(row.giver_ask_id == ask_id, row.needer_ask_id == ask_id))), None)

    def put_found(self, found: Sequence[Introduction], *, gone: Sequence[Introduction]) -> int:
        """Keep what was found, and forget what is gone, where nobody has done anything with it."""
        changed = 0
        with writing(self._engine) as connection:
            for one in gone:
                untouched = self._here(introduction.c.id == one.id, introduction.c.state == State.FOUND.value)
                changed += connection.execute(delete(introduction).where(untouched)).rowcount
            for one in found:
                changed += insert_once(connection, introduction, self._row(one))
        return changed

    def change(
        self, before: Introduction, after: Introduction, *, owed: Sequence[Owed] = (), audited: Sequence[Audited] = ()
    ) -> bool:
        """Compare and set on the version, with what follows."""
        same = self._here(introduction.c.id == before.id, introduction.c.version == before.version)
        with writing(self._engine) as connection:
            if connection.execute(update(introduction).where(same).values(**self._row(after))).rowcount != 1:
                return False
            owe(connection, owed, workspace_id=self._workspace, at=self._clock.now())
            keep_all_audited(connection, audited, workspace_id=self._workspace)
        return True

    def give(
        self, connection: Connection, company_ids: Collection[str], from_id: str, to_id: str, *, at: datetime
    ) -> int:
        """In the caller's transaction: what one coordinator has under way between two of these firms is the other's.
        Returns how many."""
        under_way = self._here(introduction.c.state.in_([State.OPEN.value, State.MADE.value]))
        bodies = connection.execute(select(introduction.c.body).where(under_way)).scalars().all()
        theirs = [one for one in map(_from, bodies) if one.coordinator_id == from_id and is_between(one, company_ids)]
        for one in theirs:
            after = replace(one, coordinator_id=to_id, version=one.version + 1, updated_at=at)
            connection.execute(
                update(introduction).where(self._here(introduction.c.id == one.id)).values(**self._row(after))
            )
        return len(theirs)

    def _read(self, *conditions: ColumnElement[bool]) -> list[Introduction]:
        with reading(self._engine) as connection:
            bodies = connection.execute(select(introduction.c.body).where(self._here(*conditions))).scalars().all()
        return sorted(map(_from, bodies), key=lambda one: (one.found_on, one.id))

    def _row(self, one: Introduction) -> dict[str, Any]:
        return {
            "workspace_id": self._workspace,
            "id": one.id,
            "state": one.state.value,
            "giver_ask_id": one.giver.ask_id,
            "needer_ask_id": one.needer.ask_id,
            "version": one.version,
            "updated_at": one.updated_at,
            "body": _BODY.dump_python(one, mode="json"),
        }

    def _here(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(introduction.c.workspace_id == self._workspace, *conditions)


def is_between(one: Introduction, company_ids: Collection[str]) -> bool:
    """Are both sides among these firms?"""
    return one.giver.company_id in company_ids and one.needer.company_id in company_ids


def _from(body: object) -> Introduction:
    try:
        return _BODY.validate_python(body)
    except ValidationError as error:
        raise StorageError("database", "an introduction cannot be read") from error


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenIssue:
    """An issue before implementation that is open, of an encounter that is."""

    id: str
    encounter_id: str
    company_id: str
    text: str


class IntroductionReadings:
    """Reads of one workspace. Each call is one snapshot and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def open_issues(self, company_ids: Collection[str]) -> Sequence[OpenIssue]:
        """Those of these firms, by the encounter and the day they were opened."""
        issue, met, found = encounter_issue.c, encounter.c, list[OpenIssue]()
        both = and_(met.workspace_id == issue.workspace_id, met.id == issue.encounter_id)
        wanted = select(issue.id, issue.encounter_id, met.company_id, issue.text)
        joined = wanted.select_from(encounter_issue.join(encounter, both))
        with reading(self._engine) as connection:
            for some in _chunks(company_ids):
                of_them = self._here(encounter, met.company_id.in_(some), *_OPEN)
                ordered = joined.where(of_them).order_by(issue.encounter_id, issue.opened_on, issue.id)
                found += [OpenIssue(**one._mapping) for one in connection.execute(ordered)]
        return found

    def stamp(self) -> str:
        """Another one whenever a card, an issue, who looks after a firm or what a firm shares may have changed."""
        card, firm, issue, one = value_card.c, company.c, encounter_issue.c, person.c
        told = (
            select(card.id, card.version, card.reach).where(self._here(value_card)).order_by(card.id),
            select(firm.id, firm.sharing, firm.coordinator_id).where(self._here(company)).order_by(firm.id),
            select(issue.id).where(self._here(encounter_issue, issue.closed_on.is_(None))).order_by(issue.id),
            select(one.id, one.roles, one.left_at).where(self._here(person)).order_by(one.id),
        )
        with reading(self._engine) as connection:
            read = [[tuple(row) for row in connection.execute(statement)] for statement in told]
        return sha256(repr(read).encode()).hexdigest()

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self._workspace, *conditions)


_OPEN = (encounter_issue.c.closed_on.is_(None), encounter.c.state == EncounterState.OPEN.value)


def _chunks(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
