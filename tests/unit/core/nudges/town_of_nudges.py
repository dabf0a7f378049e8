"""Nudges with everything around them in memory: what waits, a clock, and a chat that remembers what reached whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.actions import MEETING_SHOW
from bot.core.messages import Choice, Message, Offer, Place, Pressed, Reply
from bot.core.nudges.models import Bundle
from bot.core.nudges.planning import Planning
from bot.core.nudges.service import Around, NudgeService
from bot.core.nudges.silence import Silence
from bot.core.nudges.turns import Subject, Turn
from bot.core.people import Member
from bot.core.scheduled import Scheduled, Standing, Waiting
from tests.fakes.deliveries import FakeDeliveries, FakeLog, RealTime
from tests.fakes.nudges import FakeHeartbeats, FakeNudges, FakeWishes, shipped_cadences
from tests.unit.core.nudges.people import FRIDAY, TANAKA, Desk


@dataclass(frozen=True)
class Reached:
    """A message that reached somebody."""

    at: datetime
    person_id: str
    bundle: Bundle
    reply: Reply


class World(Desk):
    """The service; `closed` are subjects of which nothing is to be said any more."""

    def __init__(
        self, *people: Member, start: datetime = FRIDAY, checkpoint: Callable[[str], None] = lambda _name: None
    ) -> None:
        super().__init__(*people, start=start)
        self.deliveries, self.wishes, self.log = FakeDeliveries(), FakeWishes(), FakeLog()
        self.store = FakeNudges(self.deliveries, self.clock)
        self.real = RealTime(start)
        self.heartbeats = FakeHeartbeats(self.real)
        self.closed: set[str] = set()
        self.changed: dict[str, Standing] = {}
        self.replanned: list[tuple[str, str, str]] = []
        self.turns: dict[Subject, Turn] = {}
        self.digest: set[tuple[str, str, str]] = set()
        self.planning = Planning(
            cadences=shipped_cadences(),
            calendars=self.calendars,
            directory=self.town,
            choices=self.wishes.choices,
            clock=self.clock,
        )
        self.service = NudgeService(
            store=self.store,
            wishes=self.wishes,
            directory=self.town,
            calendars=self.calendars,
            cadences=shipped_cadences(),
            planning=self.planning,
            heartbeats=self.heartbeats,
            silence=Silence(
                store=self.store,
                heartbeats=self.heartbeats,
                directory=self.town,
                calendars=self.calendars,
                real_now=self.real.now,
            ),
            around=Around(
                standings={"encounter": self.standing, "issue": self.standing},
                show={"encounter": MEETING_SHOW},
                stages=(Choice("cards", "名刺交換"), Choice("trial", "実証")),
                replan=lambda *what: self.replanned.append(what),
                turns_of=lambda subjects: {one: self.turns[one] for one in subjects if one in self.turns},
                carried_by_digest=lambda *what: what in self.digest,
            ),
            clock=self.clock,
            log=self.log,
            checkpoint=checkpoint,
        )
        self.reached: list[Reached] = []

    def wait_for(self, *some: Waiting, root: str = "") -> None:
        """What waits, as a feature stores it."""
        self.store.reschedule(root_id=root or some[0].subject_id, scheduled=self.planning(some))

    def standing(self, id: str, matter: str, step: int, reader: Member, since: datetime) -> Standing | None:
        if id in self.closed:
            return None
        return self.changed.get(id) or Standing(
            title=f"{id} さん",
            details=(f"{matter}:{step}",),
            ask=Message("nudge-asks-step"),
            offers=(Offer("meeting_card", id, Message("nudge-offer-details")),),
        )

    def tick(self) -> int:
        """Plan, and deliver at once what is owed."""
        planned = self.service.tick()
        self.deliver()
        return planned

    def deliver(self) -> None:
        """Compose everything that is owed and not sent yet."""
        while (one := self.deliveries.claim(token="t", now=FAR, until=FAR + timedelta(days=1))) is not None:
            addressed = self.service.composers[one.owed.kind](one.owed)
            if addressed is None:
                self.deliveries.drop(one.id, token="t", trouble="no longer wanted")
                continue
            message = f"{len(self.reached)}.0"
            self.deliveries.mark_sent(one.id, token="t", conversation="D", message=message, at=self.clock.now())
            bundle = self.store.bundle(one.owed.subject_id)
            person = self.town.by_address(one.owed.person)
            assert person is not None
            kept = bundle or Bundle(id="", person_id=person.id, day=FRIDAY.date(), slot="", created_at=FRIDAY)
            self.reached.append(Reached(self.clock.now(), person.id, kept, addressed.reply))

    def go_to(self, moment: datetime) -> None:
        """Move the clock."""
        self.clock.advance(moment - self.clock.now())

    def press(self, action: str, reference: str = "-", member: Member = TANAKA, **values: str) -> Reply:
        place = Place(conversation=f"D-{member.id}")
        pressed = Pressed(
            id="p", address=member.address, place=place, action=action, reference=reference, values=values
        )
        return self.service.handlers[action](pressed, member)

    def rows(self) -> Sequence[Scheduled]:
        return [one for _, one in self.store.rows.values()]


FAR = datetime.max.replace(tzinfo=FRIDAY.tzinfo) - timedelta(days=400)
