"""What a table of people would change: decided here without writing anything. All of it is done, or nothing.

The same person is found by Slack ID, then by e-mail address, and never by name. An empty cell leaves what is known.
Whoever is not in the table stays as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.core.membership.entries import Entry, read_entries
from bot.core.membership.matching import Found, People
from bot.core.membership.models import Changes, Snapshot, company_key, email_key, joined, name_key
from bot.core.membership.sheet import read_sheet
from bot.core.messages import Argument, Message
from bot.core.people import Company, Member, Role
from bot.errors import PersonError


class PlanState(StrEnum):
    """What becomes of a person or a firm."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedPerson:
    """One line of the table: the person before (None for a new one) and after."""

    line: int
    before: Member | None
    after: Member

    @property
    def state(self) -> PlanState:
        """New, changed or as before. What is known of the firm itself is no change of the person."""
        if self.before is None:
            return PlanState.NEW
        return PlanState.UNCHANGED if _told_apart(self.before) == _told_apart(self.after) else PlanState.CHANGED


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedCompany:
    """A firm that the table names, before (None for a new one) and after."""

    before: Company | None
    after: Company

    @property
    def state(self) -> PlanState:
        """New, changed or as before."""
        if self.before is None:
            return PlanState.NEW
        return PlanState.UNCHANGED if self.before == self.after else PlanState.CHANGED


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportPlan:
    """Everything an import does. `joined` are ids of guests who turn out to be somebody of the table."""

    people: tuple[PlannedPerson, ...]
    companies: tuple[PlannedCompany, ...]
    joined: tuple[str, ...]
    untouched: int
    """How many people are known and not in the table."""
    ignored: tuple[str, ...]
    """Headings of columns that mean nothing to us."""

    @property
    def changes(self) -> Changes:
        """What is to be written."""
        return Changes(
            removed=self.joined,
            companies=tuple(one.after for one in self.companies if one.state is not PlanState.UNCHANGED),
            people=tuple(one.after for one in self.people if one.state is not PlanState.UNCHANGED),
        )


class ImportRefused(PersonError):
    """A table that cannot be taken in as it is: every problem of every line. Nothing was written."""

    def __init__(self, problems: Sequence[Message]) -> None:
        super().__init__("people-import-refused", count=len(problems))
        self.problems = tuple(problems)


def plan_import(text: str, snapshot: Snapshot, *, by: str, at: datetime, new_id: Callable[[], str]) -> ImportPlan:
    """Decide what a table changes; `by` is who brings it in, as people call them. Raises ImportRefused."""
    sheet = read_sheet(text)
    entries, problems = read_entries(sheet)
    if sheet.problems:
        # What follows from a heading that is missing is wrong on every line; saying so once is enough.
        raise ImportRefused(sheet.problems)
    planning = _Planning(snapshot, by=by, at=at, new_id=new_id)
    for entry in entries:
        planning.add(entry)
    planning.name_coordinators(entries)
    problems += planning.problems
    if problems:
        raise ImportRefused(sorted(problems, key=_line_of))
    return planning.plan(ignored=sheet.ignored)


class _Planning:
    """Goes through the entries; `problems` holds what cannot be done."""

    def __init__(self, snapshot: Snapshot, *, by: str, at: datetime, new_id: Callable[[], str]) -> None:
        self._known, self._by, self._at, self._new_id = People(snapshot.people), by, at, new_id
        self._before = {company_key(one.name): one for one in snapshot.companies}
        self._companies: dict[str, Company] = {}
        self._planned: dict[int, PlannedPerson] = {}
        self._joined: list[str] = []
        self._ids: set[str] = set()
        self.problems: list[Message] = []

    def add(self, entry: Entry) -> None:
        """Plan one line."""
        found = self._known.find(entry)
        if isinstance(found, Message):
            self.problems.append(found)
            return
        if found.person is None and not entry.name:
            self._wrong("people-import-no-name", entry)
            return
        after = self._after(entry, found)
        if Role.MEMBER in after.roles and after.company is None:
            self._wrong("people-import-no-company", entry)
        if Role.GUEST in after.roles and after.company is not None:
            self._wrong("people-import-guest-with-company", entry, company=after.company.name)
        if after.works_from >= after.works_until:
            hours = {"works_from": f"{after.works_from:%H:%M}", "works_until": f"{after.works_until:%H:%M}"}
            self._wrong("people-import-hours", entry, **hours)
        if after.id in self._ids:
            self._wrong("people-import-same-person", entry, name=after.name)
            return
        self._ids.add(after.id)
        self._planned[entry.line] = PlannedPerson(line=entry.line, before=found.person, after=after)
        self._joined += [found.guest.id] if found.guest else []

    def name_coordinators(self, entries: Sequence[Entry]) -> None:
        """Give the firms their coordinators, once everybody of the table is known."""
        after = {one.after.id: one.after for one in self._planned.values()}
        everybody = [after.get(one.id, one) for one in self._known.everybody if one.id not in self._joined]
        new = [one.after for one in self._planned.values() if one.before is None]
        coordinators = [one for one in (*everybody, *new) if Role.COORDINATOR in one.roles]
        named: dict[str, tuple[str | None, int]] = {}
        for entry in entries:
            planned = self._planned.get(entry.line)
            if entry.coordinator is None or planned is None:
                continue
            if planned.after.company is None:
                self._wrong("people-import-coordinator-without-company", entry, value=entry.coordinator)
                continue
            chosen = self._coordinator(entry, coordinators)
            key = company_key(planned.after.company.name)
            if isinstance(chosen, Message):
                self.problems.append(chosen)
            elif key in named and named[key][0] != chosen:
                self._wrong("people-import-two-coordinators", entry, first=str(named[key][1]))
            else:
                named[key] = (chosen, entry.line)
                self._companies[key] = replace(self._companies[key], coordinator_id=chosen)

    def plan(self, *, ignored: tuple[str, ...]) -> ImportPlan:
        """The plan, once there are no problems."""
        people = tuple(
            replace(one, after=replace(one.after, company=self._current(one.after.company)))
            for one in self._planned.values()
        )
        companies = tuple(
            PlannedCompany(before=self._before.get(key), after=company) for key, company in self._companies.items()
        )
        touched = {one.after.id for one in people} | set(self._joined)
        untouched = sum(1 for one in self._known.everybody if one.id not in touched)
        return ImportPlan(
            people=people, companies=companies, joined=tuple(self._joined), untouched=untouched, ignored=ignored
        )

    def _after(self, entry: Entry, found: Found) -> Member:
        before = found.person or Member(id=self._new_id(), address="", name=entry.name, added_at=self._at)
        person = joined(before, found.guest) if found.guest else before
        company = self._company(entry, person)
        roles = entry.roles or person.roles
        if entry.roles is None and company is not None and roles <= {Role.GUEST}:
            roles = frozenset({Role.MEMBER})
        return replace(
            person,
            address=entry.slack_id or person.address,
            email=entry.email or person.email,
            name=entry.name or person.name,
            roles=roles,
            company=company,
            locale=entry.locale or person.locale,
            time_zone=entry.time_zone or person.time_zone,
            works_from=entry.works_from or person.works_from,
            works_until=entry.works_until or person.works_until,
            works_on=entry.works_on or person.works_on,
            added_by=person.added_by or self._by,
        )

    def _company(self, entry: Entry, person: Member) -> Company | None:
        """The firm of the table, else that of the person; a firm nobody knew yet is made."""
        if entry.company == "":
            return None
        name = entry.company or (person.company.name if person.company else "")
        if not name:
            return None
        key = company_key(name)
        if key not in self._companies:
            self._companies[key] = self._before.get(key) or Company(id=self._new_id(), name=name)
        return self._companies[key]

    def _current(self, company: Company | None) -> Company | None:
        return self._companies[company_key(company.name)] if company else None

    def _coordinator(self, entry: Entry, coordinators: Sequence[Member]) -> str | Message | None:
        """The id of whom a line names by e-mail address, Slack ID or name among coordinators; None for nobody."""
        wanted = entry.coordinator or ""
        if not wanted:
            return None
        arguments: dict[str, Argument] = {"line": str(entry.line), "value": wanted}
        found = [one for one in coordinators if one.email and one.email == email_key(wanted)]
        found = found or [one for one in coordinators if one.address and one.address == wanted.upper()]
        found = found or [one for one in coordinators if name_key(one.name) == name_key(wanted)]
        if not found:
            return Message("people-import-coordinator-unknown", arguments)
        return found[0].id if len(found) == 1 else Message("people-import-coordinator-ambiguous", arguments)

    def _wrong(self, key: str, entry: Entry, **arguments: Argument) -> None:
        self.problems.append(Message(key, {"line": str(entry.line), **arguments}))


def _told_apart(member: Member) -> Member:
    return replace(member, company=Company(id=member.company.id, name=member.company.name) if member.company else None)


def _line_of(problem: Message) -> int:
    return int(problem.arguments.get("line", 0))
