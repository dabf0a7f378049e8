"""What encounters need of the outside: their records, and what follows from a change."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.funding import Programme
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Change, Encounter, State
from bot.core.meetings.parties import Joining, KnownParty
from bot.core.owed import Owed
from bot.core.scheduled import Scheduled


class EncounterStore(Protocol):
    """Encounters on record. Each call is one committed transaction and raises StorageError."""

    def add(
        self,
        encounter: Encounter,
        *,
        change: Change,
        scheduled: Sequence[Scheduled],
        owed: Sequence[Owed] = (),
        joins: Sequence[Joining] = (),
    ) -> Encounter:
        """Store a new one with its nudges to come, what is owed, and whom it was said to be with; an id that is there
        already changes nothing, and the encounter of that id is returned. Where it was stored, `encounter` itself is.
        """
        ...

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
        """Put `after` (one version later) in the place of `before`, with issues and requests as they are now, and all
        nudges to come of this encounter, its issues and its requests replaced by `scheduled`.

        `undoes` is the id of a change that is marked as taken back. Changes nothing and returns False where the record
        has another version than `before`, or that change is taken back already.
        """
        ...

    def by_id(self, id: str) -> Encounter | None:
        """The encounter with this id."""
        ...

    def of_company(
        self,
        company_id: str | None,
        *,
        states: Sequence[State] = (),
        owner_id: str = "",
        offset: int = 0,
        limit: int = 100,
    ) -> Sequence[Encounter]:
        """Those of a firm, the latest contact first; in these states, of this owner, where that is said. One that was
        taken back is never among them."""
        ...

    def of_owner(self, owner_id: str, *, states: Sequence[State] = (), limit: int = 100) -> Sequence[Encounter]:
        """Those that somebody looks after or has the next step of, the latest contact first."""
        ...

    def reschedule(self, encounter: Encounter, scheduled: Sequence[Scheduled]) -> bool:
        """Replace the nudges to come, where the encounter is still at this version: its cadence was chosen anew, or
        somebody came or left. It is no change of the encounter."""
        ...

    def reschedule_all(self, planned: Sequence[tuple[Encounter, Sequence[Scheduled]]]) -> int:
        """The same of several in one transaction; returns of how many."""
        ...

    def count_looked_after(self) -> int:
        """How many `looked_after` gives in all."""
        ...

    def look_ahead(self, encounter_ids: Collection[str]) -> None:
        """These are about to be read one by one, with what belongs to them."""
        ...

    def looked_after(self, *, after: str = "", limit: int = 500) -> Sequence[Encounter]:
        """Those of all firms that are UNCONFIRMED, OPEN or SLEEPING, by id, from the one after `after`."""
        ...

    def of_event(self, company_id: str | None, event: str) -> Sequence[Encounter]:
        """Those of an event (`same_event_key`) that are UNCONFIRMED, OPEN or SLEEPING."""
        ...

    def met(self, company_id: str | None, *, partner: str, contact: str = "") -> Sequence[Encounter]:
        """Encounters of a firm with the same outside firm, or with the same person of it, the latest contact first:
        written so, or otherwise and joined with it. Without `partner` with a person whose firm was not said."""
        ...

    def changes(self, encounter_id: str) -> Sequence[Change]:
        """What happened, in order, the undone ones marked; how the encounter was before each can be left out."""
        ...

    def change_by_id(self, id: str) -> Change | None:
        """One change, with how the encounter was before."""
        ...

    def as_it_was(self, encounter_id: str, version: int) -> Encounter | None:
        """An encounter as it was at a version, where that has been changed since and not been erased."""
        ...

    def issues(self, encounter_id: str) -> Sequence[Issue]:
        """Open ones first, then by the day they were opened."""
        ...

    def issue(self, id: str) -> Issue | None:
        """One issue."""
        ...

    def requests(self, encounter_id: str) -> Sequence[ColleagueRequest]:
        """The oldest first."""
        ...

    def request(self, id: str) -> ColleagueRequest | None:
        """One request."""
        ...

    def asked_of(self, person_id: str) -> Sequence[ColleagueRequest]:
        """What somebody is asked for and has not accepted (ASKED and TALK), the oldest first."""
        ...

    def parties(self, company_id: str | None, *, kind: str, key: str) -> Sequence[KnownParty]:
        """Outside firms ("company") or people ("person") of a firm's encounters with this key, each as written, and
        whoever was joined with one of them; by id."""
        ...

    def people_of(self, company_id: str | None, firm_ids: Sequence[str]) -> Sequence[KnownParty]:
        """People of these outside firms, each as written, and whoever was joined with one of them; by id."""
        ...

    def join_parties(self, keep: KnownParty, others: Sequence[KnownParty]) -> None:
        """Somebody said that they are the same: what is met under one name is met under all."""
        ...

    def part_parties(self, ids: Sequence[str]) -> None:
        """They were not the same after all: each is by itself again."""
        ...

    def programme(self, id: str) -> Programme | None:
        """One programme."""
        ...

    def programmes(self, *, fiscal_year: int) -> Sequence[Programme]:
        """The programmes of a fiscal year, by name."""
        ...

    def put_programme(self, programme: Programme, *, scheduled: Sequence[Scheduled] = ()) -> None:
        """Store it, new or changed, with its nudges to come."""
        ...


class Calendars(Protocol):
    """Working days of people and of outside firms (bot/core/work_calendars.py)."""

    def next_working_day(self, day: date, person_id: str) -> date:
        """The first working day of somebody after `day`."""
        ...

    def add_working_days(self, day: date, days: int, person_id: str) -> date:
        """The `days`-th working day of somebody after `day`."""
        ...


class Now(Protocol):
    """The business clock."""

    def now(self) -> datetime:
        """An aware UTC moment."""
        ...
