"""Half a year of the region: everybody's diary, the whole of Minori, a virtual clock, one database that is kept."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from random import Random

from sqlalchemy import event

from bot.bootstrap import Application, Library, load_bundled, load_starters, open_application, open_library
from bot.bootstrap_chat import make_chat
from bot.core.clock import VirtualClock
from bot.core.meetings.funding import Programme
from bot.core.membership.service import MembershipService
from bot.demo import DemoFile, people_table
from bot.settings import Settings
from bot.simulation.answering import Answering
from bot.simulation.diary import Diary
from bot.simulation.habits import Habits, load_habits
from bot.simulation.ledger import Ledger
from bot.simulation.region.conversations import Conversations
from bot.simulation.region.desk import ChatDesk
from bot.simulation.region.firms import Firms
from bot.simulation.region.numbering import ids_drawn_from
from bot.simulation.region.people import Region, draw_region, workspace_of
from bot.simulation.region.plans import Acts, Plans
from bot.simulation.region.postbox import Arrived, Postbox
from bot.simulation.region.staff import Staff
from bot.simulation.region.street import RegionCapturing, RegionStreet, calmer
from bot.simulation.region.words import RegionWords, load_region
from bot.simulation.rules import Calendar, moment
from bot.simulation.settling import enter_days
from bot.simulation.town import JAPAN

Progress = Callable[[int, int], None]
SHOWN_DAYS = 14
"""Of so many last days everything that was said is there to be read."""
_ENDS = time(10, 30)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What is asked for; the last day ends in the morning."""

    first: date
    last: date
    firms: int
    seed: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Lived:
    """What came of it: who is there, what was said, until when; what was pressed, and looked for in vain."""

    people: DemoFile
    region: Region
    conversations: Conversations
    ends_at: datetime
    pressed: int
    refused: int
    missing: dict[str, int]
    sent: int
    failures: int


def live(
    wanted: Wanted,
    data_dir: Path,
    *,
    progress: Progress | None = None,
    ended: Callable[[Application], None] | None = None,
) -> Lived:
    """Live it in an empty data folder; `ended` looks at the records. Raises DataFileError, StorageError."""
    clock = VirtualClock(moment(wanted.first, time(0), JAPAN))
    settings = Settings(data_dir=data_dir, database_url=None, key_file=None, chat_model=None, embedder="local")
    with ids_drawn_from(wanted.seed), open_library(settings, clock=clock) as library:
        engine = library.database.engine
        # Half a year that can be lived again: nothing is waited for until it is on the disk.
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
        engine.dispose()
        load_bundled(library)
        with open_application(library) as application:
            life = _Life(wanted, application, clock, load_habits(), load_region())
            gc.freeze()
            try:
                life.live(progress)
            finally:
                gc.unfreeze()
            if ended is not None:
                ended(application)
            return life.told()


class _Life:
    """Everybody's half year."""

    def __init__(
        self, wanted: Wanted, application: Application, clock: VirtualClock, habits: Habits, words: RegionWords
    ) -> None:
        self._wanted, self._clock, self._library = wanted, clock, application.library
        self._chance = Random(wanted.seed)  # noqa: S311 — to repeat a run
        self.region = draw_region(words, first=wanted.first, last=wanted.last, firms=wanted.firms, chance=self._chance)
        self.people = workspace_of(self.region, words)
        self.ends_at = moment(wanted.last, _ENDS, JAPAN)
        library, town, sentences = self._library, self.region.town, application.library.sentences
        self.conversations = Conversations()
        self.desk = ChatDesk(
            clock=clock,
            conversations=self.conversations,
            sentences=sentences,
            names=self.region.names,
            english=self.region.speaks_english,
        )
        self._seat(library)
        self.chat = make_chat(application, real_now=clock.now)
        self.desk.router = self.chat.router
        self.postbox = Postbox(
            clock=clock,
            conversations=self.conversations,
            sentences=sentences,
            posted=library.database.posted,
            draws_from=self.ends_at - timedelta(days=8),
            owner_of=lambda conversation: f"U{conversation[1:]}",
        )
        self._worker = self.chat.make_worker(self.postbox, is_paced=False, real_now=clock.now)
        enter_days(town, self.desk)
        self.calendar = Calendar(town)
        self.street = RegionStreet(
            desk=self.desk,
            ledger=Ledger(),
            habits=calmer(habits),
            town=town,
            clock=clock,
            chance=self._chance,
            addresses={one.id: one.address for one in library.database.people.people()},
            region=self.region,
            said=words,
        )
        self._answering = Answering(self.street)
        self._firms = Firms(self.street, self.desk, library)
        self._staff = Staff(self.street, self.desk, library)
        self._diary = Diary(town, self.calendar, self._chance)
        self._plans = Plans(
            self._diary,
            self.street,
            Acts(
                firms=self._firms,
                staff=self._staff,
                capturing=RegionCapturing(self.street, self.calendar),
                departs=self.chat.router.departed,
            ),
        )
        self._put_programmes()

    def told(self) -> Lived:
        """What came of it."""
        return Lived(
            people=self.people,
            region=self.region,
            conversations=self.conversations,
            ends_at=self.ends_at,
            pressed=self.desk.counted.pressed,
            refused=self.desk.counted.refused,
            missing=dict(self.desk.counted.missing),
            sent=self.postbox.sent,
            failures=self.desk.failures,
        )

    def live(self, progress: Progress | None) -> None:
        """From the first day to the last morning."""
        self._plans.enter(every_hour=self._tick, every_week=self._weekly)
        days = (self._wanted.last - self._wanted.first).days + 1
        while (following := self._diary.next()) is not None:
            at, act = following
            if at >= self.ends_at:
                break
            self._clock.advance(max(timedelta(0), at - self._clock.now()))
            act()
            if progress:
                progress((at + timedelta(hours=9)).toordinal() - self._wanted.first.toordinal(), days)
        self._clock.advance(max(timedelta(0), self.ends_at - self._clock.now()))
        self._tick()
        self.chat.digests.refresh(self.postbox.rewrite)

    # -- everybody comes in ----------------------------------------------------------------------------------------

    def _seat(self, library: Library) -> None:
        numbers = count(1)
        # Ids that are drawn anew each time would change what comes first, and with it every number.
        membership = MembershipService(
            people=library.database.people,
            clock=library.clock,
            starters=load_starters(),
            new_id=lambda: f"id{next(numbers):06}",
        )
        membership.bring_in(text=people_table(self.people.people), by=self.people.team)
        for one in library.database.people.people():
            library.database.people.mark_welcomed(one.id, self._clock.now())

    def _put_programmes(self) -> None:
        people = self._library.database.people
        year = self._wanted.first.year if self._wanted.first.month >= 4 else self._wanted.first.year - 1
        for number, name in enumerate(("地域企業伴走支援事業", "販路開拓支援事業")):
            owner = people.by_address(self.region.coordinators[number % len(self.region.coordinators)])
            if owner is not None:
                self.chat.meetings.service.put_programme(
                    Programme(id=f"programme-{number}", name=name, owner_id=owner.id, fiscal_year=year)
                )

    # -- what runs by itself ---------------------------------------------------------------------------------------

    def _tick(self) -> None:
        chat = self.chat
        first, then = (chat.digests.tick, chat.meetings.nudges.tick), (chat.handovers.due, chat.alike.due)
        for work in (*first, *then, chat.entries.due, chat.introductions.tick):
            work()
        self._worker.run_once(limit=10_000)
        for arrived in self.postbox.arrived:
            self._diary.add(self._read_at(arrived), partial(self._reads, arrived))
        self.postbox.arrived.clear()

    def _weekly(self) -> None:
        self.chat.introductions.look()
        self.chat.walks.settle()
        self.conversations.forget_before(self._clock.now() - timedelta(days=SHOWN_DAYS))

    def _read_at(self, arrived: Arrived) -> datetime:
        person = self.region.town.by_address.get(arrived.received.address)
        if person is None:
            return self._clock.now() + timedelta(hours=1)
        is_later = self._chance.random() < self.street.habits.answering.another_day
        return self._diary.in_hours(
            person, arrived.received.at, days_later=self._chance.randint(1, 3) if is_later else 0
        )

    def _reads(self, arrived: Arrived) -> None:
        received = arrived.received
        if received.told and received.told[0].asks:
            self.desk.looks_at(received.address, arrived.ts, arrived.thread)
            self._answering.answers(received)
        else:
            self._staff.reads(arrived)
