"""Three hundred nudges at nine o'clock: how fast they go out, and that nobody waits with a lease in hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import cycle, pairwise

import pytest

from bot.core.clock import VirtualClock
from bot.core.deliveries.models import Delivery, Found, Outcome, ReadBack, Refused, Sent
from bot.core.deliveries.pacing import Pacer
from bot.core.deliveries.service import DeliveryWorker
from bot.core.messages import Locale, Message, Reply, Said
from bot.core.owed import Addressed, Owed
from tests.fakes.deliveries import FakeDeliveries, FakeLog, RealTime

A_STEP = timedelta(seconds=0.05)


class Noting:
    """Takes everything, and notes what it was given and when."""

    def __init__(self, real: RealTime) -> None:
        self.real, self.sent = real, list[tuple[float, str]]()
        self.refuses: Iterator[Outcome] = iter(())

    def send(
        self, *, delivery_id: str, person: str, conversation: str, thread: str, reply: Reply, locale: Locale
    ) -> Outcome:
        refused = next(self.refuses, None)
        if refused is not None:
            return refused
        self.sent.append((self.real.monotonic(), person))
        return Sent("D1", str(len(self.sent)))

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        return Found("D1", "1")


class World:
    def __init__(self, *, draw: Iterator[float] | None = None) -> None:
        self.real, self.store = RealTime(), FakeDeliveries()
        self.sender = Noting(self.real)
        drawn = draw or cycle([0.0, 1.0])
        self.worker = DeliveryWorker(
            store=self.store,
            sender=self.sender,
            composers={"nudge": lambda _: Addressed(reply=Reply(parts=(Said(Message("k")),)), locale="ja")},
            clock=VirtualClock(self.real.now()),
            real_now=self.real.now,
            monotonic=self.real.monotonic,
            log=FakeLog(),
            pacer=Pacer(monotonic=self.real.monotonic, draw=lambda: next(drawn)),
        )

    def owe(self, number: int, person: str) -> None:
        owed = Owed(kind="nudge", subject_id=f"e{number}", occurrence="0", person=person)
        self.store.owe(owed, at=self.real.now())

    def run(self, seconds: float) -> None:
        for _ in range(round(seconds / A_STEP.total_seconds())):
            self.worker.run_once()
            assert "sending" not in self.store.counts(), "a lease is held while waiting"
            self.real.advance(A_STEP)


def test_three_hundred_to_as_many_people_are_spread_over_the_workspace() -> None:
    world = World()
    for number in range(300):
        world.owe(number, f"U{number}")
    world.run(120)
    times = [at for at, _ in world.sender.sent]
    assert len(times) == 300
    a_second = Counter(int(at) for at in times)
    # After a pause a second may be made up for.
    assert max(a_second.values()) <= 8
    assert 300 / 4.2 <= times[-1] - times[0] <= 300 / 2.9


def test_one_a_second_to_the_same_person_while_others_go_on() -> None:
    world = World()
    for number in range(20):
        world.owe(number, "U1")
        world.owe(100 + number, f"V{number}")
    world.run(40)
    theirs = [at for at, person in world.sender.sent if person == "U1"]
    assert len(world.sender.sent) == 40
    assert min(later - earlier for earlier, later in pairwise(theirs)) >= 1.0
    # Everybody else is done long before the twenty seconds that these take.
    assert max(at for at, person in world.sender.sent if person != "U1") - theirs[0] < 15


def test_where_the_platform_asks_for_a_pause_nobody_else_goes_there() -> None:
    world = World()
    world.owe(1, "U1")
    world.owe(2, "U1")
    world.sender.refuses = iter([Refused(reason="ratelimited", retry_after=timedelta(seconds=30))])
    world.run(29)
    assert world.sender.sent == []
    world.run(5)
    assert len(world.sender.sent) == 2


@pytest.mark.parametrize("drawn", [0.0, 1.0])
def test_the_time_between_two_is_within_its_bounds(drawn: float) -> None:
    real = RealTime()
    pacer = Pacer(monotonic=real.monotonic, draw=lambda: drawn)
    pacer.count("U1")
    for _ in range(3):
        pacer.count("U2")
    # A second was made up for: four at once are at most one second's worth and a bit.
    assert pacer.has_room() == (drawn == 0.0)
    real.advance(timedelta(seconds=0.35))
    assert pacer.has_room()
