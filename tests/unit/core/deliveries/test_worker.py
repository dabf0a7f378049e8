"""The worker's own rules: how long it waits, when it gives up, what it does where a clock was set."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.core.clock import VirtualClock
from bot.core.deliveries.models import Delivery, DeliveryState, NotFound, Outcome, ReadBack, Refused, Sent, Timing
from bot.core.deliveries.service import DeliveryWorker
from bot.core.messages import Locale, Reply
from bot.core.owed import Addressed, Owed
from tests.fakes.deliveries import FakeDeliveries, FakeLog, RealTime

NOTICE = Owed(kind="notice", subject_id="h1", occurrence="0", person="U1")
ANSWER = Owed(kind="answer", subject_id="h1", occurrence="t", conversation="C1", thread="9.9")


class Sending:
    """Gives the outcomes it is told, and remembers what it was asked."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes, self.asked = list(outcomes), list[dict[str, Any]]()
        self.read_since: list[datetime] = []

    def send(
        self, *, delivery_id: str, person: str, conversation: str, thread: str, reply: Reply, locale: Locale
    ) -> Outcome:
        self.asked.append({"id": delivery_id, "to": (person, conversation, thread), "locale": locale})
        return self.outcomes.pop(0) if self.outcomes else Sent("D1", "1.0")

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        self.read_since.append(since)
        return NotFound()


class World:
    def __init__(self, *outcomes: Outcome, timing: Timing | None = None) -> None:
        self.store, self.real, self.log = FakeDeliveries(), RealTime(), FakeLog()
        self.sender = Sending(*outcomes)
        self.business = VirtualClock(self.real.now() + timedelta(days=30))
        self.worker = DeliveryWorker(
            store=self.store,
            sender=self.sender,
            composers={"notice": self.compose, "answer": self.compose},
            clock=self.business,
            real_now=self.real.now,
            monotonic=self.monotonic,
            log=self.log,
            timing=timing,
        )
        self.slept = timedelta(0)
        self.fails = 0

    def owe(self, *owed: Owed) -> None:
        self.store.owe(*owed, at=self.business.now())

    def monotonic(self) -> float:
        return self.real.monotonic() + self.slept.total_seconds()

    def compose(self, owed: Owed) -> Addressed | None:
        if self.fails:
            self.fails -= 1
            raise RuntimeError
        return Addressed(reply=Reply(), locale="en")

    def only(self) -> Delivery:
        (row,) = self.store.rows.values()
        return row


def test_it_goes_where_it_is_owed_and_arrives_in_business_time() -> None:
    world = World()
    world.owe(NOTICE, ANSWER)
    assert world.worker.run_once() == 2
    assert {asked["to"] for asked in world.sender.asked} == {("U1", "", ""), ("", "C1", "9.9")}
    assert all(asked["locale"] == "en" for asked in world.sender.asked)
    sent = world.store.by_message("D1", "1.0")
    assert sent is not None
    assert sent.sent_at == world.business.now()
    assert world.worker.run_once() == 0


def test_a_limit_leaves_the_rest_for_later() -> None:
    world = World()
    world.owe(NOTICE, ANSWER)
    assert world.worker.run_once(limit=1) == 1
    assert world.store.counts() == {"sent": 1, "pending": 1}


def test_the_platform_says_how_long_to_wait() -> None:
    world = World(Refused(reason="ratelimited", retry_after=timedelta(seconds=30)))
    world.owe(NOTICE)
    world.worker.run_once()
    world.real.advance(timedelta(seconds=29))
    assert world.worker.run_once() == 0
    world.real.advance(timedelta(seconds=1))
    assert world.worker.run_once() == 1
    assert world.only().state == DeliveryState.SENT


def test_it_waits_longer_each_time_and_gives_up_aloud() -> None:
    timing = Timing(first_back_off=timedelta(seconds=10), longest_back_off=timedelta(seconds=25), most_attempts=4)
    world = World(*[Refused(reason="not_reachable")] * 9, timing=timing)
    world.owe(NOTICE)
    waits = []
    while world.only().state == DeliveryState.PENDING:
        world.worker.run_once()
        waits.append((world.only().next_at - world.real.now()).total_seconds())
        world.real.advance(timedelta(seconds=25))
    assert (waits[:3], world.only().state) == ([10, 20, 25], DeliveryState.DEAD)
    assert world.log.events("error") == ["delivery_dead"]
    assert len(world.sender.asked) == 4


@pytest.mark.parametrize("kind", ["notice", "of a later version"])
def test_what_cannot_be_composed_is_tried_again(kind: str) -> None:
    world = World()
    world.fails = 1
    world.owe(Owed(kind=kind, subject_id="h", occurrence="0", person="U1"))
    world.worker.run_once()
    assert (world.only().state, world.sender.asked) == (DeliveryState.PENDING, [])
    assert world.log.events("error") == ["delivery_not_composed"]
    world.real.advance(timedelta(minutes=1))
    world.worker.run_once()
    assert (world.only().state == DeliveryState.SENT) == (kind == "notice")


def test_a_clock_set_back_does_not_make_a_lease_longer() -> None:
    world = World()
    world.owe(NOTICE)

    def slow(owed: Owed) -> Addressed | None:
        # The machine's clock is corrected meanwhile: only the monotonic one saw the time pass.
        world.slept += timedelta(minutes=10)
        return Addressed(reply=Reply(), locale="ja")

    world.worker._composers = {"notice": slow}
    world.worker.run_once(limit=1)
    assert (world.sender.asked, world.only().state) == ([], DeliveryState.PENDING)


def test_read_back_looks_from_before_the_attempt_whichever_clock_is_ahead() -> None:
    world = World()
    world.owe(NOTICE)
    now = world.real.now()
    world.store.claim(token="gone", now=now, until=now + timedelta(seconds=120))
    world.real.advance(timedelta(minutes=10))
    world.worker.run_once()
    assert world.business.now() > now
    assert world.sender.read_since == [now - timedelta(hours=1)]
    assert world.only().state == DeliveryState.SENT


def test_a_lease_must_be_longer_than_sending_takes() -> None:
    with pytest.raises(ValueError, match="longer"):
        Timing(lease=timedelta(seconds=25))
