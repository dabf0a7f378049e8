"""Encounters in the database: a change, its nudges to come and what it owes are one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, select, update

from bot.adapters.storage import tables
from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import insert_once, reading, upsert, writing
from bot.adapters.storage.meeting_readings import CHANGES, ENCOUNTER, ISSUES, REQUESTS, MeetingReadings
from bot.adapters.storage.meeting_rows import (
    change_row,
    encounter_from,
    encounter_row,
    issue_row,
    party_row,
    programme_row,
    request_row,
)
from bot.adapters.storage.nudges import reschedule, reschedule_several
from bot.adapters.storage.parties import Parties
from bot.adapters.storage.statements import addition, alteration, given, rows
from bot.adapters.storage.straight import added, done, found
from bot.core.clock import Clock
from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.funding import Programme
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Change, Encounter, State
from bot.core.meetings.moves import Prepared
from bot.core.meetings.parties import Joining, KnownParty, parties_of, written
from bot.core.owed import Owed
from bot.core.scheduled import Scheduled

_KEY = ("workspace_id", "id")


class EncounterRepository(MeetingReadings):
    """The EncounterStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        super().__init__(engine, workspace_id=workspace_id)
        self._clock, self._parties = clock, Parties(engine, workspace_id=workspace_id)

    def add(
        self,
        encounter: Encounter,
        *,
        change: Change,
        scheduled: Sequence[Scheduled],
        owed: Sequence[Owed] = (),
        joins: Sequence[Joining] = (),
    ) -> Encounter:
        """Store a new one with what follows; an id that is there already changes nothing and is returned as it is."""
        with writing(self._engine) as connection:
            known = self._one(connection, encounter.id)
            if known is not None:
                return known
            row = encounter_row(encounter)
            added(connection, addition(tables.encounter), [row | {"workspace_id": self._workspace}])
            self._follow(connection, encounter, change, scheduled, owed, joins)
        for key, value in ((ENCOUNTER, encounter), (ISSUES, ()), (REQUESTS, ())):
            self._memory.keep((key, encounter.id), value)
        return encounter

    def change(
        self,
        before: Encounter,
        after: Encounter,
        *,
        change: Change,
        scheduled: Sequence[Scheduled],
        owed: Sequence[Owed] = (),
        issues: Sequence[Issue] = (),
        requests: Sequence[ColleagueRequest] = (),
        joins: Sequence[Joining] = (),
        undoes: str = "",
    ) -> bool:
        """Compare and set on the version, with all that follows; False where nothing was changed."""
        always = {"workspace_id": self._workspace}
        # Where only the encounter changes, by a version of it that nobody else has changed, the rest is as it was read.
        alone = [(ENCOUNTER, after.id), (CHANGES, after.id)]
        others = issues or requests or joins or after.state == State.TAKEN_BACK
        try:
            with writing(self._engine, touches=None if others else alone) as connection:
                self._put(connection, before, after)
                if undoes:
                    self._take_back(connection, undoes)
                for issue in issues:
                    upsert(connection, tables.encounter_issue, issue_row(issue) | always, key=_KEY)
                for request in requests:
                    upsert(connection, tables.colleague_request, request_row(request) | always, key=_KEY)
                self._follow(connection, after, change, scheduled, owed, joins, known=parties_of(before))
        except _ChangedMeanwhile:
            return False
        self._memory.keep((ENCOUNTER, after.id), after)
        return True

    def put_all(self, connection: Connection, prepared: Sequence[Prepared]) -> bool:
        """Store these in a transaction of the caller's, who undoes it where this is False: one changed meanwhile."""
        always = {"workspace_id": self._workspace}
        try:
            for one in prepared:
                self._put(connection, one.before, one.after)
                for issue in one.issues:
                    upsert(connection, tables.encounter_issue, issue_row(issue) | always, key=_KEY)
                for request in one.requests:
                    upsert(connection, tables.colleague_request, request_row(request) | always, key=_KEY)
                known = parties_of(one.before)
                self._follow(connection, one.after, one.change, one.scheduled, one.owed, (), known=known)
        except _ChangedMeanwhile:
            return False
        return True

    def reschedule(self, encounter: Encounter, scheduled: Sequence[Scheduled]) -> bool:
        """Replace the nudges to come, where the encounter is still at this version."""
        with writing(self._engine) as connection:
            known = self._one(connection, encounter.id)
            if known is None or known.version != encounter.version:
                return False
            reschedule(connection, root_id=encounter.id, scheduled=scheduled, workspace_id=self._workspace)
        return True

    def reschedule_all(self, planned: Sequence[tuple[Encounter, Sequence[Scheduled]]]) -> int:
        """The same of several in one transaction; returns of how many."""
        ids = [encounter.id for encounter, _ in planned]
        row = tables.encounter.c
        with writing(self._engine) as connection:
            there = select(row.id, row.version).where(self._here(tables.encounter, row.id.in_(ids)))
            versions = {one.id: one.version for one in connection.execute(there)}
            standing = [one for one in planned if versions.get(one[0].id) == one[0].version]
            if standing:
                by_id = {encounter.id: scheduled for encounter, scheduled in standing}
                reschedule_several(connection, scheduled=by_id, workspace_id=self._workspace)
        return len(standing)

    def parties(self, company_id: str | None, *, kind: str, key: str) -> Sequence[KnownParty]:
        """Outside firms or people with this key, and whoever was joined with one of them."""
        with reading(self._engine) as connection:
            return self._parties.of_key(connection, company_id, kind, key)

    def people_of(self, company_id: str | None, firm_ids: Sequence[str]) -> Sequence[KnownParty]:
        """People of these outside firms, and whoever was joined with one of them."""
        with reading(self._engine) as connection:
            return self._parties.people_of(connection, company_id, firm_ids)

    def met(self, company_id: str | None, *, partner: str, contact: str = "") -> Sequence[Encounter]:
        """Encounters of a firm with the same outside firm, or person of it, the latest contact first."""
        firm, person = written(company_id, partner=partner, contact=contact)
        party = person or firm
        if party is None:
            return []
        with reading(self._engine) as connection:
            if self._parties.is_by_itself(party):
                same, likely = [party], self._with(connection, company_id, firm, person)
            else:
                same = self._parties.same(connection, party)
                likely = self._latest(connection, *self._parties.may_be_with(connection, party, same))
        ids = {one.id for one in same}
        return [one for one in likely if any(party.id in ids for party in parties_of(one))]

    def join_parties(self, keep: KnownParty, others: Sequence[KnownParty]) -> None:
        """Somebody said that they are the same."""
        with writing(self._engine) as connection:
            self._parties.join(connection, keep.id, [one.id for one in others if one.id != keep.id])

    def part_parties(self, ids: Sequence[str]) -> None:
        """They were not the same after all."""
        with writing(self._engine) as connection:
            self._parties.part(connection, ids)

    def put_programme(self, programme: Programme, *, scheduled: Sequence[Scheduled] = ()) -> None:
        """Store it, new or changed, with its nudges to come."""
        row = programme_row(programme) | {"workspace_id": self._workspace}
        with writing(self._engine) as connection:
            upsert(connection, tables.programme, row, key=_KEY)
            reschedule(connection, root_id=programme.id, scheduled=scheduled, workspace_id=self._workspace)

    def _put(self, connection: Connection, before: Encounter, after: Encounter) -> None:
        to = encounter_row(after)
        same = given(self._workspace, equal={"id": before.id, "version": before.version}, to=to)
        put = alteration(tables.encounter, equal=("id", "version"), to=tuple(to))
        if done(connection, put, same) != 1:
            raise _ChangedMeanwhile

    def _take_back(self, connection: Connection, change_id: str) -> None:
        standing = given(self._workspace, equal={"id": change_id, "is_undone": False}, to={"is_undone": True})
        mark = alteration(tables.encounter_change, equal=("id", "is_undone"), to=("is_undone",))
        if done(connection, mark, standing) != 1:
            raise _ChangedMeanwhile

    def _follow(
        self,
        connection: Connection,
        encounter: Encounter,
        change: Change,
        scheduled: Sequence[Scheduled],
        owed: Sequence[Owed],
        joins: Sequence[Joining],
        *,
        known: Sequence[KnownParty] = (),
    ) -> None:
        """What comes with every change. The version of an encounter counts its changes."""
        always = {"workspace_id": self._workspace}
        added(connection, addition(tables.encounter_change), [change_row(change, encounter.version) | always])
        for party in set(parties_of(encounter)) - set(known):
            insert_once(connection, tables.known_party, party_row(party) | always)
        self._parties.put(connection, joins)
        if encounter.state == State.TAKEN_BACK:
            self._forget(connection, encounter)
        reschedule(connection, root_id=encounter.id, scheduled=scheduled, workspace_id=self._workspace)
        owe(connection, owed, workspace_id=self._workspace, at=self._clock.now())

    def _with(
        self, connection: Connection, company_id: str | None, firm: KnownParty | None, person: KnownParty | None
    ) -> list[Encounter]:
        """Encounters of a firm with somebody as they are written, by their keys, the latest contact first."""
        of_firm = {} if company_id is None else {"company_id": company_id}
        # The index knows outside firms; of a person it may not have been said which is theirs. Whatever else is asked
        # would have SQLite take another index, and read all encounters of the firm.
        among = {"partner_key": {firm.key if firm else "", "" if person or not firm else firm.key}}
        columns = ("body", "state", "contact_key")
        null = () if of_firm else ("company_id",)
        wanted = rows(tables.encounter, equal=tuple(of_firm), among=tuple(among), null=null, columns=columns)
        with_firm = found(connection, wanted, given(self._workspace, equal=of_firm, among=among))
        met = [
            encounter_from(row.body)
            for row in with_firm
            if row.state != State.TAKEN_BACK.value and (person is None or row.contact_key == person.key)
        ]
        met.sort(key=lambda one: one.id)
        return sorted(met, key=lambda one: (one.last_contact_on, one.created_at), reverse=True)

    def _forget(self, connection: Connection, encounter: Encounter) -> None:
        """How it was is erased with it, and whoever was met in it alone."""
        of_it = self._here(tables.encounter_change, tables.encounter_change.c.encounter_id == encounter.id)
        connection.execute(update(tables.encounter_change).where(of_it).values(before=None))
        self._parties.forget_unmet(connection, encounter.company_id)


class _ChangedMeanwhile(Exception):
    """Somebody else was quicker; the transaction is undone."""
