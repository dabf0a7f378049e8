"""The year: the real services, a virtual clock, a database that is thrown away, and everybody's diary."""

from __future__ import annotations

import gc
import tempfile
import time as real_time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from random import Random

from sqlalchemy import event

from bot.adapters.storage.database import Database
from bot.bootstrap import Library, open_library
from bot.bootstrap_meetings import Meetings, make_meetings
from bot.core.clock import VirtualClock
from bot.core.deliveries.service import DeliveryWorker
from bot.core.meetings.funding import Programme
from bot.peak_memory import own_bytes, peak_bytes
from bot.settings import Settings
from bot.simulation.acting import Street
from bot.simulation.answering import Answering
from bot.simulation.capturing import Capturing
from bot.simulation.desk import EncounterDesk
from bot.simulation.diary import Act, Diary, enter_encounters
from bot.simulation.habits import Habits
from bot.simulation.ledger import MAIN, Ledger, Wait
from bot.simulation.log import Log
from bot.simulation.mailbox import Mailbox, Received
from bot.simulation.oracle import Count, Oracle
from bot.simulation.rules import Calendar, moment
from bot.simulation.settling import settle
from bot.simulation.town import JAPAN, Person, Town, make_town

Progress = Callable[[int, int], None]
_READ_BACK = (timedelta(seconds=40), timedelta(minutes=4), timedelta(minutes=20))
"""When what was refused or is in doubt is looked at again; the product does so all the time."""
_PROGRAMME = "地域企業伴走支援事業"


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What is asked for."""

    first: date
    days: int
    firms: int
    encounters: int
    seed: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """What came of it. `reached` are the encounters that were ever in a stage, `stages` where they stand, `walls` those
    that are stalled; `missing` the buttons looked for in vain, `errors` what the product wrote into its log; `peak_mb`
    MiB, what is shared with another program shared out between them."""

    count: Count
    encounters: int
    people: int
    pressed: int
    refused: int
    missing: dict[str, int]
    errors: list[str]
    reached: dict[str, int]
    stages: dict[str, int]
    states: dict[str, int]
    walls: dict[str, int]
    seconds: float
    peak_mb: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """What a test changes, to see the counters turn: the parts once they are joined; and what it looks at in the end,
    while the records are still there."""

    joined: Callable[[Library, Meetings], Meetings] = field(default=lambda _, meetings: meetings)
    ended: Callable[[Library], None] = field(default=lambda _: None)


def simulate(
    wanted: Wanted, habits: Habits, *, progress: Progress | None = None, changed: Changed | None = None
) -> Year:
    """Run it. Raises DataFileError, StorageError."""
    begun, chance = real_time.monotonic(), Random(wanted.seed)  # noqa: S311 — to repeat a run
    changed = changed or Changed()
    town = make_town(habits, first=wanted.first, days=wanted.days, firms=wanted.firms, chance=chance)
    clock = VirtualClock(moment(wanted.first, time(0), JAPAN))
    with tempfile.TemporaryDirectory(prefix="minori-simulate-") as folder, _thrown_away(folder, clock) as library:
        joined = changed.joined(library, make_meetings(library, real_now=clock.now))
        life = _Life(town, habits, clock, chance, library, joined)
        # What is there now stays for the year: it need not be looked through for garbage again and again.
        gc.freeze()
        try:
            life.live(wanted.encounters, progress)
        finally:
            gc.unfreeze()
        changed.ended(library)
        count = Oracle(town, life.calendar, life.ledger).judge(life.mailbox.noted)
        return _told(library.database, life, count, begun)


@contextmanager
def _thrown_away(folder: str, clock: VirtualClock) -> Iterator[Library]:
    settings = Settings(data_dir=Path(folder), bundled_guides=False)
    with open_library(settings, clock=clock) as library:
        engine = library.database.engine
        # Nobody needs it after a power failure: nothing is waited for until it is on the disk.
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
        engine.dispose()
        yield library


class _Life:
    """Everybody's year."""

    def __init__(
        self, town: Town, habits: Habits, clock: VirtualClock, chance: Random, library: Library, joined: Meetings
    ) -> None:
        self.town, self._habits, self._clock, self._chance, self._joined = town, habits, clock, chance, joined
        self.calendar, self.ledger, self.log = Calendar(town), Ledger(), Log()
        self.memory: list[int] = []
        """Bytes."""
        self._looks_on = town.first
        self.mailbox = Mailbox(clock, habits.trouble, Random(chance.random()))  # noqa: S311 — as well
        self._worker = DeliveryWorker(
            store=library.database.deliveries,
            sender=self.mailbox,
            composers=joined.composers,
            clock=clock,
            # Leases and pauses follow the virtual clock, or nothing refused would be sent again within the hour.
            real_now=clock.now,
            monotonic=lambda: clock.now().timestamp(),
            log=self.log,
        )
        people = library.database.people
        work = library.database.memory.piece_of_work
        self.desk = EncounterDesk(encounters=joined.encounters, directory=people, clock=clock, piece_of_work=work)
        settle(town, library, self.desk)
        street = Street(
            desk=self.desk,
            ledger=self.ledger,
            habits=habits,
            town=town,
            clock=clock,
            chance=chance,
            addresses={one.id: one.address for one in people.people()},
        )
        self._capturing, self._answering = Capturing(street, self.calendar), Answering(street)
        self._diary = Diary(town, self.calendar, chance)
        self._put_programmes({address: id for id, address in street.addresses.items()})

    def live(self, encounters: int, progress: Progress | None) -> None:
        """From the first day to the last."""
        enter_encounters(self._diary, self._habits, self.town, encounters, self._chance, self._does)
        for at in self._diary.ticks():
            self._diary.add(at, self._tick)
        days = (self.town.last - self.town.first).days + 1
        while (following := self._diary.next()) is not None:
            at, act = following
            self._clock.advance(max(timedelta(0), at - self._clock.now()))
            act()
            self._look_at_memory(at.date())
            if progress:
                progress((at + timedelta(hours=9)).toordinal() - self.town.first.toordinal(), days)
        self.ledger.close(self._diary.ends_at)
        self._look_at_memory(self._looks_on)

    def _look_at_memory(self, day: date) -> None:
        """Every tenth day."""
        if day >= self._looks_on:
            self._looks_on = day + timedelta(days=10)
            own = own_bytes()
            self.memory += [own] if own is not None else []

    def _does(self, kind: str, person: Person, size: int) -> Act:
        address = person.address
        if kind == "cards":
            return partial(self._capturing.goes_through_cards, address, size)
        acts = {"visit": self._capturing.visits, "for": self._capturing.writes_for, "line": self._capturing.types_line}
        return partial(acts[kind], address)

    def _tick(self) -> None:
        self._joined.nudges.tick()
        self._deliver()

    def _deliver(self) -> None:
        """The worker runs; whoever gets something reads it in their own time."""
        before = self.mailbox.troubles
        self._worker.run_once(limit=10_000)
        for received in self.mailbox.arrived:
            self._diary.add(self._read_at(received), partial(self._answering.answers, received))
        self.mailbox.arrived.clear()
        if self.mailbox.troubles > before:
            for later in _READ_BACK:
                self._diary.add(self._clock.now() + later, self._deliver)

    def _read_at(self, received: Received) -> datetime:
        person = self.town.by_address[received.address]
        is_later = self._chance.random() < self._habits.answering.another_day
        return self._diary.in_hours(person, received.at, days_later=self._chance.randint(1, 3) if is_later else 0)

    def _put_programmes(self, ids: dict[str, str]) -> None:
        """The first coordinator looks after a programme of the fiscal year in which the simulation begins."""
        year = self.town.first.year if self.town.first.month >= 4 else self.town.first.year - 1
        owner = next(one for one in self.town.people if one.is_coordinator)
        programme = Programme(id="programme-1", name=_PROGRAMME, owner_id=ids[owner.address], fiscal_year=year)
        self._joined.service.put_programme(programme)
        wait = Wait(key=_PROGRAMME, group=MAIN, matter="succession", person=owner.address, since=date(year + 1, 3, 31))
        self.ledger.waits(wait, self._clock.now())


def _told(database: Database, life: _Life, count: Count, begun: float) -> Year:
    """The funnel and the walls are those of the records, as the product would show them; and before a wall stands who
    was asked its questions and had no answer."""
    firms = [None, *(one.id for one in database.people.companies())]
    found = [one for firm in firms for one in database.encounters.of_company(firm, limit=1_000_000)]
    stages = Counter(str(one.stage) for one in found)
    leads = life.ledger.leads
    stopped = Counter(wall for key, wall in life.ledger.stopped.items() if leads[key].state == "open")
    reached = Counter(stage for lead in leads.values() for stage in lead.stages)
    states = Counter(str(one.state) for one in found)
    # The words of these are erased, and no firm has them any more.
    states["taken_back"] = sum(lead.state == "taken_back" for lead in leads.values())
    return Year(
        count=count,
        encounters=states.total(),
        people=len(life.town.people),
        pressed=life.desk.counted.pressed,
        refused=life.desk.counted.refused,
        missing=dict(life.desk.counted.missing),
        errors=life.log.errors,
        reached=dict(reached),
        stages=dict(stages),
        states=dict(+states),
        walls=dict(Counter(str(one.wall) for one in found if one.wall) + stopped),
        seconds=round(real_time.monotonic() - begun, 1),
        peak_mb=(max(life.memory) if life.memory else peak_bytes()) // 2**20,
    )
