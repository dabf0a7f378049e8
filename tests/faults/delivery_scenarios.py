"""The scenarios of deliveries: a worker killed at every step, and a worker that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.core.deliveries.models import Timing
from bot.core.deliveries.service import DeliveryWorker
from tests.fakes.deliveries import FakeDeliveries
from tests.faults.delivery_world import TIMING, UNWANTED, Tally, World, owed
from tests.faults.failing_platform import FAULTS, FaultySender


@dataclass(frozen=True)
class Parts:
    """What a world is made of: whole, or with one safeguard taken away."""

    store: Callable[[], Any] = FakeDeliveries
    worker: type[DeliveryWorker] = DeliveryWorker
    sender: type[FaultySender] = FaultySender
    timing: Timing = TIMING

    def world(self, **given: Any) -> World:
        return World(self.store(), worker=self.worker, sender=self.sender, timing=self.timing, **given)


def crash_points(parts: Parts, fault: str) -> Iterator[World]:
    """One world for each place in which a worker can die while three messages, one of them unwanted, are owed."""
    crash_at = 0
    while True:
        crash_at += 1
        world = parts.world(faults=[fault], crash_at=crash_at)
        world.owe(owed(1), owed(2, UNWANTED), owed(3))
        world.settle()
        yield world
        if world.points.seen < crash_at:
            return


def frozen_before_sending(parts: Parts) -> World:
    """A worker stands still until its lease and the wait are over; another one does its work meanwhile."""
    world = parts.world()
    world.owe(owed(1))

    def frozen() -> None:
        world.real.advance(world.timing.lease + world.timing.wait + timedelta(seconds=1))
        world.start().run_once()

    world.while_composing = frozen
    world.settle()
    return world


def frozen_within_the_lease(parts: Parts) -> World:
    """A worker wakes with less of its lease than sending may take; the platform is slow as well."""
    world = parts.world(faults=["slow"])
    world.owe(owed(1))
    world.while_composing = lambda: world.real.advance(world.timing.lease - timedelta(seconds=1))

    def reconciled() -> None:
        world.real.advance(world.timing.wait)
        world.start().run_once()

    world.sender.frozen_after = reconciled
    world.settle()
    return world


def frozen_after_sending(parts: Parts) -> World:
    """A worker hears of a refusal only when another one has long sent the message."""
    world = parts.world(faults=["rate_limited"])
    world.owe(owed(1))

    def frozen() -> None:
        world.real.advance(world.timing.lease + world.timing.wait + timedelta(seconds=1))
        world.start().run_once()

    world.sender.frozen_after = frozen
    world.settle()
    return world


FROZEN: dict[str, Callable[[Parts], World]] = {
    "before sending": frozen_before_sending,
    "within the lease": frozen_within_the_lease,
    "after sending": frozen_after_sending,
}


def everything(parts: Parts) -> Tally:
    """All scenarios, added up."""
    worlds = [world for fault in FAULTS for world in crash_points(parts, fault)]
    worlds += [frozen(parts) for frozen in FROZEN.values()]
    tallies = [world.tally() for world in worlds]
    return Tally(
        sum(one.lost for one in tallies), sum(one.twice for one in tallies), sum(one.unwanted for one in tallies)
    )
