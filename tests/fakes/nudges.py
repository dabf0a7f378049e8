"""Nudges, wishes, calendars and heartbeats in memory; the contract suite holds the stores to what the database does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from bot.core.calendars import WorkingDays
from bot.core.clock import Clock
from bot.core.nudges.cadences import Cadences, load_cadence_file
from bot.core.nudges.models import Bundle, CadenceChoice, Preference
from bot.core.owed import Owed
from bot.core.people import Member
from bot.core.person_days import DayOff, OffKind
from bot.core.scheduled import Scheduled
from tests.fakes.deliveries import WORKSPACE, FakeDeliveries

FOLDER = Path(__file__).parents[2] / "prompts" / "cadences"


def shipped_cadences() -> Cadences:
    """Those of prompts/cadences/."""
    files = sorted(FOLDER.glob("*.yaml"))
    return Cadences({one.stem: load_cadence_file(one.read_text(encoding="utf-8"), path=one.name) for one in files})


@dataclass
class FakeNudges:
    """A NudgeStore in memory. `reschedule` stands for the transaction of a feature."""

    deliveries: FakeDeliveries
    clock: Clock
    workspace_id: str = WORKSPACE
    rows: dict[str, tuple[str, Scheduled]] = field(default_factory=dict)
    bundles: dict[str, Bundle] = field(default_factory=dict)

    def reschedule(self, *, root_id: str, scheduled: Sequence[Scheduled]) -> None:
        kept = {id: one for id, (root, one) in self.rows.items() if root == root_id}
        for id in kept:
            del self.rows[id]
        for one in scheduled:
            id, new = one.nudge_id(self.workspace_id), one
            old = kept.get(id)
            if old and (old.series, old.cadence, old.partner) == (one.series, one.cadence, one.partner):
                was_due = old.step == one.step and one.is_eased and old.due_at <= one.due_at
                new = old if old.step > one.step or was_due else one
            self.rows[id] = root_id, new

    def people_due(self, *, at: datetime) -> Sequence[str]:
        return sorted({one.person_id for _, one in self.rows.values() if one.due_at <= at})

    def due(self, person_ids: Collection[str], *, at: datetime) -> Mapping[str, Sequence[Scheduled]]:
        found: dict[str, list[Scheduled]] = {}
        for one in self._in_turn():
            if one.person_id in person_ids and one.due_at <= at:
                found.setdefault(one.person_id, []).append(one)
        return found

    def steps_told(self, nudge_ids: Collection[str]) -> Mapping[tuple[str, str], int]:
        told: dict[tuple[str, str], int] = {}
        for item in (item for bundle in self.bundles.values() for item in bundle.items if item.nudge_id in nudge_ids):
            key = item.nudge_id, item.occurrence.rpartition("-")[0]
            told[key] = max(told.get(key, item.step), item.step)
        return told

    def slots_told(
        self, person_ids: Collection[str], *, since: date, given_back: bool = True
    ) -> Mapping[str, Collection[tuple[date, str]]]:
        told: dict[str, set[tuple[date, str]]] = {}
        for one in self.bundles.values():
            if (given_back or one.items) and one.person_id in person_ids and one.day >= since:
                told.setdefault(one.person_id, set()).add((one.day, one.slot))
        return told

    def plan(
        self,
        bundles: Sequence[Bundle],
        *,
        advanced: Sequence[tuple[Scheduled, Scheduled | None]],
        owed: Sequence[Owed],
    ) -> Sequence[Bundle]:
        moves = {before.nudge_id(self.workspace_id): (before, after) for before, after in advanced}
        stale = {id for id, (before, _) in moves.items() if id not in self.rows or not _same(self.rows[id][1], before)}
        told = {(item.nudge_id, item.occurrence) for one in self.bundles.values() for item in one.items}
        kept, left_out = list[Bundle](), set[str]()
        for one in bundles:
            is_known = one.id in self.bundles or any((item.nudge_id, item.occurrence) in told for item in one.items)
            if is_known or any(item.nudge_id in stale for item in one.items):
                left_out |= {item.nudge_id for item in one.items}
            else:
                kept.append(one)
                self.bundles[one.id] = one
        for id, (_, after) in moves.items():
            if id in stale | left_out:
                continue
            root, _ = self.rows.pop(id)
            if after is not None:
                self.rows[id] = root, after
        ids = {one.id for one in kept}
        self.owe([one for one in owed if one.subject_id in ids])
        return kept

    def give_back(self, bundle: Bundle) -> bool:
        kept = self.bundles.get(bundle.id)
        if kept is None or not kept.items:
            return False
        self.bundles[bundle.id] = replace(kept, items=())
        for item in bundle.items:
            root, row = self.rows.get(item.nudge_id, ("", None))
            if row and row.step > item.step and item.occurrence == f"{row.series}-{item.step}":
                again = replace(row, step=item.step, due_on=item.due_on, due_at=bundle.created_at)
                self.rows[item.nudge_id] = root, again
        return True

    def owe(self, owed: Sequence[Owed]) -> None:
        self.deliveries.owe(*owed, at=self.clock.now())

    def bundle(self, id: str) -> Bundle | None:
        return self.bundles.get(id)

    def bundles_of(self, person_id: str, day: date) -> Sequence[Bundle]:
        return self._sorted(one for one in self.bundles.values() if (one.person_id, one.day) == (person_id, day))

    def told(self, subject_kind: str, subject_id: str) -> Sequence[Bundle]:
        about = [
            one
            for one in self.bundles.values()
            if any((item.subject_kind, item.subject_id) == (subject_kind, subject_id) for item in one.items)
        ]
        return list(reversed(self._sorted(about)))

    def coming(self, person_id: str, *, until: datetime, limit: int = 50) -> Sequence[Scheduled]:
        return [one for one in self._in_turn() if one.person_id == person_id and one.due_at <= until][:limit]

    def _in_turn(self) -> list[Scheduled]:
        rows = [one for _, one in self.rows.values()]
        return sorted(rows, key=lambda one: (one.due_at, one.due_on, one.since, one.subject_id, one.matter))

    def _sorted(self, some: Iterable[Bundle]) -> list[Bundle]:
        return sorted(some, key=lambda one: (one.created_at, one.slot))


def _same(one: Scheduled, other: Scheduled) -> bool:
    return (one.series, one.cadence, one.step) == (other.series, other.cadence, other.step)


@dataclass
class FakeWishes:
    """A WishStore in memory."""

    wanted: dict[str, Preference] = field(default_factory=dict)
    silent: dict[tuple[str, str, str], datetime] = field(default_factory=dict)
    chosen: dict[tuple[str, str, str], CadenceChoice] = field(default_factory=dict)

    def preference(self, person_id: str) -> Preference:
        return self.wanted.get(person_id) or Preference(person_id=person_id)

    def preferences(self, person_ids: Collection[str]) -> Mapping[str, Preference]:
        return {id: one for id, one in self.wanted.items() if id in person_ids}

    def put_preference(self, preference: Preference, at: datetime) -> None:
        self.wanted[preference.person_id] = preference

    def muted(self, person_id: str) -> Sequence[tuple[str, str]]:
        theirs = [(at, kind, id) for (person, kind, id), at in self.silent.items() if person == person_id]
        return [(kind, id) for _, kind, id in sorted(theirs, key=lambda one: (-one[0].timestamp(), one[2]))]

    def mutes(self, person_ids: Collection[str]) -> Mapping[str, Collection[tuple[str, str]]]:
        return {id: set(self.muted(id)) for id in person_ids if self.muted(id)}

    def mute(self, person_id: str, subject_kind: str, subject_id: str, at: datetime) -> None:
        self.silent.setdefault((person_id, subject_kind, subject_id), at)

    def unmute(self, person_id: str, subject_kind: str, subject_id: str) -> None:
        self.silent.pop((person_id, subject_kind, subject_id), None)

    def choices(self, company_id: str | None = None) -> Sequence[CadenceChoice]:
        some = [one for one in self.chosen.values() if company_id in (None, one.company_id)]
        return sorted(some, key=lambda one: (one.company_id, one.scope, one.name))

    def put_choice(self, choice: CadenceChoice) -> None:
        self.chosen[choice.company_id, choice.scope, choice.name] = choice


class FakeDays:
    """Working days of a person: weekdays less holidays and leave."""

    def __init__(self, member: Member, off: Collection[date]) -> None:
        self._works_on, self._days = member.works_on, WorkingDays(off)

    def is_working_day(self, day: date) -> bool:
        return self._days.is_working_day(day, self._works_on)

    def next_working_day(self, day: date) -> date:
        return self._days.next_working_day(day, self._works_on)

    def add_working_days(self, day: date, days: int) -> date:
        if days == 0 and not self.is_working_day(day):
            return self.next_working_day(day)
        return self._days.add_working_days(day, days, self._works_on)

    def day_off(self, day: date) -> DayOff | None:
        if self.is_working_day(day):
            return None
        is_weekday = day.isoweekday() not in self._works_on
        return DayOff(day, OffKind.WEEKDAY) if is_weekday else DayOff(day, OffKind.HOLIDAY, "Labour Day")


@dataclass
class FakeCalendars:
    """Holidays of everybody, leave by person, days off of outside firms."""

    holidays: set[date] = field(default_factory=set)
    leave: dict[str, set[date]] = field(default_factory=dict)
    closed: dict[str, set[date]] = field(default_factory=dict)

    def days_of(self, member: Member) -> FakeDays:
        return FakeDays(member, self.holidays | self.leave.get(member.id, set()))

    def partner_is_open(self, company_id: str | None, partner: str, day: date) -> bool:
        return day not in self.closed.get(partner, set())


@dataclass
class FakeHeartbeats:
    """When something last ran."""

    now: Clock
    beats: dict[str, datetime] = field(default_factory=dict)

    def beat(self, name: str) -> None:
        self.beats[name] = self.now.now()

    def last(self, name: str) -> datetime | None:
        return self.beats.get(name)
