"""A town whose encounters live in a real database, with the real planner, tick, composer and calendars."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.adapters.storage.engine import reading
from bot.adapters.storage.tables import nudge
from bot.bootstrap import open_library
from bot.bootstrap_meetings import make_meetings
from bot.core.clock import VirtualClock
from bot.core.meetings.colleague_requests import RequestState
from bot.core.meetings.models import Encounter, State
from bot.core.membership.models import Changes
from bot.core.nudges.models import Bundle
from bot.core.owed import Owed
from bot.core.people import Company, Member, Role, Sharing
from bot.settings import Settings

_MEMBER = frozenset({Role.MEMBER})
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
AOI = Company(id="aoi", name="あおい精機", coordinator_id="sato", sharing=Sharing.OUTLINE)
PEOPLE = tuple(
    Member(id=id, address=f"U-{id}", name=id, roles=_MEMBER, company=AOI, time_zone=zone, added_at=LONG_AGO)
    for id, zone in (("tanaka", "Asia/Tokyo"), ("smith", "America/New_York"), ("weber", "Europe/Berlin"))
)
SATO = Member(id="sato", address="U-sato", name="sato", roles=frozenset({Role.COORDINATOR}), added_at=LONG_AGO)
OPENS = time(9, 0)
TICK = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """A bundle that was planned, and when."""

    bundle: Bundle
    at: datetime
    person: Member


class Life:
    """Passes time, remembers what was planned and composed."""

    def __init__(self, start: datetime, template: Path) -> None:
        self.clock, self._stack = VirtualClock(start), ExitStack()
        folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
        shutil.copytree(template, folder, dirs_exist_ok=True)
        library = self._stack.enter_context(open_library(Settings(data_dir=folder), clock=self.clock))
        self.database, self.calendars = library.database, library.calendars
        meetings = make_meetings(library)
        self.service, self._nudges = meetings.service, meetings.nudges
        self._compose = meetings.composers["nudge"]
        self.told: list[Told] = []
        self._known: set[str] = set()

    def close(self) -> None:
        """Close the database and remove it."""
        self._stack.close()

    def member(self, id: str) -> Member:
        """Somebody as they are on record."""
        found = self.database.people.by_id(id)
        assert found is not None
        return found

    def go_on_leave(self, id: str, days: int) -> None:
        """Somebody is away for some days from now on."""
        away = replace(self.member(id), away_until=self.clock.now() + timedelta(days=days))
        self.database.people.change(lambda _: Changes(people=(away,)))
        self.service.replan_people(id)

    def pass_time(self, hours: int) -> Iterator[Told]:
        """Hour by hour, with a tick each; what was planned in it."""
        for _ in range(hours):
            self.clock.advance(TICK)
            yield from self.tick()

    def tick(self) -> Iterator[Told]:
        """One tick, and where it planned something a second one at once, which plans nothing more."""
        if self._nudges.tick() == 0:
            return
        assert self._nudges.tick() == 0
        now = self.clock.now()
        for person in PEOPLE:
            # Also under a day that is not today there: that would be wrong, and is to be seen.
            days = [(now + timedelta(days=days)).date() for days in (-1, 0, 1)]
            for bundle in (one for day in days for one in self.database.nudges.bundles_of(person.id, day)):
                if bundle.id not in self._known:
                    self._known.add(bundle.id)
                    self.told.append(Told(bundle=bundle, at=now, person=self.member(person.id)))
                    yield self.told[-1]

    def composed(self, bundle: Bundle) -> bool:
        """Is anything of it said now?"""
        owed = Owed(kind="nudge", subject_id=bundle.id, occurrence=bundle.slot, person=f"U-{bundle.person_id}")
        return self._compose(owed) is not None

    def to_come(self, encounter_id: str) -> set[tuple[str, str]]:
        """The matters of an encounter that are to come, and for whom."""
        with reading(self.database.engine) as connection:
            of_it = select(nudge.c.matter, nudge.c.person_id).where(nudge.c.root_id == encounter_id)
            return {(row.matter, row.person_id) for row in connection.execute(of_it)}

    def expected(self, one: Encounter) -> set[tuple[str, str]]:
        """What has to be to come, told from the record in other words than the service's own."""
        if one.state in (State.CLOSED, State.TAKEN_BACK):
            return set()
        if one.state == State.UNCONFIRMED:
            return {("confirm", str(one.confirm_by))}
        if one.state == State.SLEEPING:
            return {("wake", one.owner_id)}
        requests = self.database.encounters.requests(one.id)
        asked = {("request", each.to_id) for each in requests if each.state == RequestState.ASKED}
        step = one.next_step
        if step is None:
            return asked | {("no_next_step", one.owner_id)}
        is_whole = step.due_on is not None and bool(step.due_time)
        return asked | {("next_step" if is_whole else "set_time", step.owner_id)}


def template(folder: Path) -> Path:
    """A data folder with the people in it; only ever copied."""
    with open_library(Settings(data_dir=folder), clock=VirtualClock(LONG_AGO)) as library:
        library.database.people.change(lambda _: Changes(companies=(AOI,), people=(*PEOPLE, SATO)))
    return folder
