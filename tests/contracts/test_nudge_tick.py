"""The tick over real databases: of many processes that tick at once one tells, and what is told is owed once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import writing
from bot.adapters.storage.nudges import reschedule
from bot.core.clock import VirtualClock
from bot.core.membership.models import Changes
from bot.core.messages import Message, Offer
from bot.core.nudges.planning import Planning
from bot.core.nudges.service import Around, NudgeService
from bot.core.nudges.silence import Silence
from bot.core.nudges.ticking import no_checkpoint
from bot.core.people import Member, Role
from bot.core.scheduled import Standing
from tests.fakes.deliveries import FakeLog
from tests.fakes.nudges import FakeCalendars, shipped_cadences
from tests.unit.core.nudges.people import FRIDAY, LABOUR_DAY, waiting

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
PEOPLE, EACH = 12, 4


class Process:
    """One of several that share a database: connections and a service of its own."""

    def __init__(self, address: str | Path, checkpoint: Callable[[str], None] = no_checkpoint) -> None:
        self.clock = VirtualClock(FRIDAY)
        self.database = open_database(address, clock=self.clock)
        self.calendars = FakeCalendars(holidays={LABOUR_DAY})
        self.planning = Planning(
            cadences=shipped_cadences(),
            calendars=self.calendars,
            directory=self.database.people,
            choices=self.database.nudge_wishes.choices,
            clock=self.clock,
        )
        self.service = self._make(self.database, checkpoint)

    def _make(self, database: Database, checkpoint: Callable[[str], None]) -> NudgeService:
        silence = Silence(
            store=database.nudges,
            heartbeats=database.heartbeats,
            directory=database.people,
            calendars=self.calendars,
            real_now=self.clock.now,
        )
        show = Offer("meeting_card", "e", Message("nudge-offer-details"))
        return NudgeService(
            store=database.nudges,
            wishes=database.nudge_wishes,
            directory=database.people,
            calendars=self.calendars,
            cadences=shipped_cadences(),
            planning=self.planning,
            heartbeats=database.heartbeats,
            silence=silence,
            around=Around(standings={"encounter": lambda id, *_: Standing(title=id, offers=(show,))}, show={}),
            clock=self.clock,
            log=FakeLog(),
            checkpoint=checkpoint,
        )

    def fill(self) -> None:
        """People, and for each some encounters that wait until today."""
        people = tuple(
            Member(id=f"m{number}", address=f"U{number}", name="", roles=frozenset({Role.MEMBER}), added_at=FRIDAY)
            for number in range(PEOPLE)
        )
        self.database.people.change(lambda _: Changes(people=people))
        for number in range(PEOPLE * EACH):
            subject = f"e{number}"
            waits = [waiting("wake", NINE.date(), subject=subject, person=f"m{number % PEOPLE}")]
            with writing(self.database.engine) as connection:
                reschedule(
                    connection,
                    root_id=subject,
                    scheduled=self.planning(waits),
                    workspace_id=self.database.workspace_id,
                )


@pytest.fixture
def processes(database_address: str | Path) -> Iterator[list[Process]]:
    made = [Process(database_address) for _ in range(3)]
    made[0].fill()
    for one in made:
        one.clock.advance(NINE - FRIDAY)
    yield made
    assert made[0].database.check() == []
    for one in made:
        one.database.close()


def test_of_many_who_tick_at_once_one_tells(processes: list[Process]) -> None:
    planned = list[int]()

    def tick(process: Process) -> None:
        planned.extend(process.service.tick() for _ in range(3))

    threads = [threading.Thread(target=tick, args=(one,)) for one in processes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(planned) == PEOPLE
    store = processes[0].database.nudges
    told = [store.bundles_of(f"m{number}", NINE.date()) for number in range(PEOPLE)]
    assert [len(bundles) for bundles in told] == [1] * PEOPLE
    assert {len(bundle.items) for bundles in told for bundle in bundles} == {EACH}
    assert processes[0].database.deliveries.counts() == {"pending": PEOPLE}


def test_what_was_not_sent_in_its_hours_is_told_the_next_day_by_any_of_them(processes: list[Process]) -> None:
    first, second, _ = processes
    assert first.service.tick() == PEOPLE
    for one in processes:
        one.clock.advance(timedelta(hours=12))
    (bundle,) = first.database.nudges.bundles_of("m0", NINE.date())
    owed = first.database.deliveries.claim(token="t", now=NINE + timedelta(days=9), until=NINE + timedelta(days=10))
    assert owed
    assert second.service.composers["nudge"](owed.owed) is None
    for one in processes:
        one.clock.advance(timedelta(hours=12))
    assert sum(one.service.tick() for one in processes) == 1
    assert bundle.items
