"""Encounters in memory, and a planner that plans every matter for the day it is counted from."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from bot.core.clock import Clock
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.funding import Programme
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Change, Encounter, State
from bot.core.meetings.parties import Joining, KnownParty, parties_of, written
from bot.core.owed import Owed
from bot.core.scheduled import Scheduled, Waiting
from bot.core.spellings import same_event_key
from tests.fakes.deliveries import FakeDeliveries

_LOOKED_AFTER = (State.UNCONFIRMED, State.OPEN, State.SLEEPING)


def plain_planner(waiting: Sequence[Waiting]) -> Sequence[Scheduled]:
    """One nudge for each matter, on the day it is counted from or, where it was put off, on the day until which."""
    return [
        Scheduled(
            subject_kind=one.subject_kind,
            subject_id=one.subject_id,
            matter=one.matter,
            person_id=one.person_id,
            company_id=one.company_id,
            cadence=one.cadence or "default",
            since=one.since,
            step=0,
            due_on=(due_on := max(one.since, one.not_before or one.since)),
            due_at=datetime.combine(due_on, time(0), tzinfo=UTC),
            not_before=one.not_before,
            partner=one.partner,
        )
        for one in waiting
    ]


class PlainWeek:
    """Calendars of people who work from Monday to Friday and have no holidays."""

    def next_working_day(self, day: date, person_id: str) -> date:
        following = day + timedelta(days=1)
        return following if following.isoweekday() < 6 else self.next_working_day(following, person_id)

    def add_working_days(self, day: date, days: int, person_id: str) -> date:
        for _ in range(days or day.isoweekday() > 5):
            day = self.next_working_day(day, person_id)
        return day


@dataclass
class FakeEncounters:
    """An EncounterStore in memory; what it owes goes into a FakeDeliveries."""

    deliveries: FakeDeliveries
    clock: Clock
    rows: dict[str, Encounter] = field(default_factory=dict)
    history: list[Change] = field(default_factory=list)
    scheduled: dict[str, Sequence[Scheduled]] = field(default_factory=dict)
    all_issues: dict[str, Issue] = field(default_factory=dict)
    all_requests: dict[str, ColleagueRequest] = field(default_factory=dict)
    all_programmes: dict[str, Programme] = field(default_factory=dict)
    known: dict[str, KnownParty] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def coming(self, person_id: str = "") -> list[Scheduled]:
        """All nudges to come; somebody's, where that is said."""
        everything = [one for some in self.scheduled.values() for one in some]
        return [one for one in everything if not person_id or one.person_id == person_id]

    def add(
        self,
        encounter: Encounter,
        *,
        change: Change,
        scheduled: Sequence[Scheduled],
        owed: Sequence[Owed] = (),
        joins: Sequence[Joining] = (),
    ) -> Encounter:
        with self.lock:
            if encounter.id in self.rows:
                return self.rows[encounter.id]
            self._follow(encounter, change, scheduled, owed, joins)
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
        with self.lock:
            undone = next((one for one in self.history if undoes and one.id == undoes), None)
            is_gone = bool(undoes) and (undone is None or undone.is_undone)
            if before.id not in self.rows or self.rows[before.id].version != before.version or is_gone:
                return False
            if undone is not None:
                self.history[self.history.index(undone)] = replace(undone, is_undone=True)
            self.all_issues |= {one.id: one for one in issues}
            self.all_requests |= {one.id: one for one in requests}
            self._follow(after, change, scheduled, owed, joins)
            return True

    def reschedule(self, encounter: Encounter, scheduled: Sequence[Scheduled]) -> bool:
        known = self.rows.get(encounter.id)
        if known is None or known.version != encounter.version:
            return False
        self.scheduled[encounter.id] = scheduled
        return True

    def reschedule_all(self, planned: Sequence[tuple[Encounter, Sequence[Scheduled]]]) -> int:
        return sum(self.reschedule(encounter, scheduled) for encounter, scheduled in planned)

    def count_looked_after(self) -> int:
        return len(self.looked_after(limit=len(self.rows)))

    def look_ahead(self, encounter_ids: Collection[str]) -> None:
        """Everything is at hand."""

    def by_id(self, id: str) -> Encounter | None:
        return self.rows.get(id)

    def of_company(
        self,
        company_id: str | None,
        *,
        states: Sequence[State] = (),
        owner_id: str = "",
        offset: int = 0,
        limit: int = 100,
    ) -> Sequence[Encounter]:
        of_firm = [one for one in self._latest(states) if one.company_id == company_id]
        return [one for one in of_firm if not owner_id or one.owner_id == owner_id][offset : offset + limit]

    def of_owner(self, owner_id: str, *, states: Sequence[State] = (), limit: int = 100) -> Sequence[Encounter]:
        def is_theirs(one: Encounter) -> bool:
            return one.owner_id == owner_id or (one.next_step is not None and one.next_step.owner_id == owner_id)

        return [one for one in self._latest(states) if is_theirs(one)][:limit]

    def of_event(self, company_id: str | None, event: str) -> Sequence[Encounter]:
        key = same_event_key(event)
        there = [one for one in self._latest(_LOOKED_AFTER) if one.event and same_event_key(one.event) == key]
        return [one for one in there if one.company_id == company_id]

    def looked_after(self, *, after: str = "", limit: int = 500) -> Sequence[Encounter]:
        following = (one for one in self.rows.values() if one.id > after and one.state in _LOOKED_AFTER)
        return sorted(following, key=lambda one: one.id)[:limit]

    def met(self, company_id: str | None, *, partner: str, contact: str = "") -> Sequence[Encounter]:
        firm, person = written(company_id, partner=partner, contact=contact)
        party = person or firm
        same = {one.id for one in self._with_joined([party])} if party else set()
        return [one for one in self._latest(()) if any(party.id in same for party in parties_of(one))]

    def as_it_was(self, encounter_id: str, version: int) -> Encounter | None:
        befores = (one.before for one in self.history if one.encounter_id == encounter_id and one.before)
        return next((one for one in befores if one.version == version), None)

    def changes(self, encounter_id: str) -> Sequence[Change]:
        # How it was before is left out, as the real one does.
        return [replace(one, before=None) for one in self.history if one.encounter_id == encounter_id]

    def change_by_id(self, id: str) -> Change | None:
        return next((one for one in self.history if one.id == id), None)

    def issues(self, encounter_id: str) -> Sequence[Issue]:
        of_it = (one for one in self.all_issues.values() if one.encounter_id == encounter_id)
        return sorted(of_it, key=lambda one: (one.closed_on is not None, one.opened_on, one.id))

    def issue(self, id: str) -> Issue | None:
        return self.all_issues.get(id)

    def requests(self, encounter_id: str) -> Sequence[ColleagueRequest]:
        of_it = (one for one in self.all_requests.values() if one.encounter_id == encounter_id)
        return sorted(of_it, key=lambda one: (one.asked_at, one.id))

    def request(self, id: str) -> ColleagueRequest | None:
        return self.all_requests.get(id)

    def asked_of(self, person_id: str) -> Sequence[ColleagueRequest]:
        unanswered = (RequestState.ASKED, RequestState.TALK)
        theirs = [one for one in self.all_requests.values() if one.to_id == person_id and one.state in unanswered]
        return sorted(theirs, key=lambda one: (one.asked_at, one.id))

    def parties(self, company_id: str | None, *, kind: str, key: str) -> Sequence[KnownParty]:
        of_kind = (one for one in self.known.values() if (one.company_id, one.kind) == (company_id, kind))
        return self._with_joined(one for one in of_kind if one.key == key)

    def people_of(self, company_id: str | None, firm_ids: Sequence[str]) -> Sequence[KnownParty]:
        of_firm = (one for one in self.known.values() if one.company_id == company_id)
        return self._with_joined(one for one in of_firm if one.of_id in firm_ids)

    def join_parties(self, keep: KnownParty, others: Sequence[KnownParty]) -> None:
        ids = {one.id for one in others} - {keep.id}
        moved = {one.id for one in self.known.values() if one.id in ids or one.joined_into in ids} - {keep.id}
        self._put([*(Joining(id=id, into=keep.id) for id in moved), Joining(id=keep.id, into=None)])

    def part_parties(self, ids: Sequence[str]) -> None:
        self._put([Joining(id=id, into=None) for id in ids])

    def _put(self, joins: Sequence[Joining]) -> None:
        for one in joins:
            if one.id in self.known:
                self.known[one.id] = replace(self.known[one.id], joined_into=one.into)

    def _with_joined(self, some: Iterable[KnownParty]) -> list[KnownParty]:
        roots = {now.joined_into or now.id for one in some if (now := self.known.get(one.id))}
        return [one for id, one in sorted(self.known.items()) if id in roots or one.joined_into in roots]

    def programme(self, id: str) -> Programme | None:
        return self.all_programmes.get(id)

    def programmes(self, *, fiscal_year: int) -> Sequence[Programme]:
        of_year = (one for one in self.all_programmes.values() if one.fiscal_year == fiscal_year)
        return sorted(of_year, key=lambda one: (one.name, one.id))

    def put_programme(self, programme: Programme, *, scheduled: Sequence[Scheduled] = ()) -> None:
        self.all_programmes[programme.id] = programme
        self.scheduled[programme.id] = scheduled

    def _follow(
        self,
        encounter: Encounter,
        change: Change,
        scheduled: Sequence[Scheduled],
        owed: Sequence[Owed],
        joins: Sequence[Joining],
    ) -> None:
        self.rows[encounter.id] = encounter
        self.history.append(change)
        self.scheduled[encounter.id] = scheduled
        self.deliveries.owe(*owed, at=self.clock.now())
        for party in parties_of(encounter):
            self.known.setdefault(party.id, party)
        self._put(joins)
        if encounter.state == State.TAKEN_BACK:
            erased = (replace(one, before=None) if one.encounter_id == encounter.id else one for one in self.history)
            self.history = list(erased)
            met = {party.id for one in self.rows.values() for party in parties_of(one)}
            self.known = {id: one for id, one in self.known.items() if id in met}
            lost = [one for one in self.known.values() if one.joined_into and one.joined_into not in self.known]
            for root in {one.joined_into for one in lost}:
                first, *others = sorted(one.id for one in lost if one.joined_into == root)
                self.join_parties(self.known[first], [self.known[id] for id in others])

    def _latest(self, states: Sequence[State]) -> list[Encounter]:
        kept = [one for one in self.rows.values() if one.state != State.TAKEN_BACK]
        some = [one for one in kept if not states or one.state in states]
        return sorted(some, key=lambda one: (-one.last_contact_on.toordinal(), -one.created_at.timestamp(), one.id))
