"""Nothing owed is lost, and nothing arrives twice: workers killed at every step, under every fault of the platform.

Then each safeguard is taken away in turn, and the same scenarios must find something lost or twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.adapters.storage.database import open_database
from bot.adapters.storage.deliveries import DeliveryRepository, owe
from bot.adapters.storage.engine import writing
from bot.core.deliveries.models import (
    Delivery,
    DeliveryState,
    NotFound,
    Outcome,
    ReadBack,
    Refused,
    Timing,
    Unreadable,
    Unsure,
)
from bot.core.deliveries.service import DeliveryWorker
from bot.core.owed import Owed
from tests.fakes.deliveries import FakeDeliveries
from tests.faults.delivery_world import FAULTS, TIMING, UNWANTED, FaultySender, Killed, Tally, World, owed


class DatabaseDeliveries(DeliveryRepository):
    """The store in the database, with a transaction that owes something."""

    def __init__(self, engine: Engine, workspace: str) -> None:
        super().__init__(engine, workspace_id=workspace)
        self.workspace = workspace

    def owe(self, *owed: Owed, at: datetime) -> None:
        with writing(self._engine) as connection:
            owe(connection, owed, workspace_id=self.workspace, at=at)


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


@pytest.mark.parametrize("fault", FAULTS)
def test_killed_at_every_step(fault: str) -> None:
    worlds = list(crash_points(Parts(), fault))
    for number, world in enumerate(worlds, 1):
        assert world.tally().is_clean, f"killed at {number}: {world.points.names}: {world.store.rows}"
    assert len(worlds) >= 10, "too few places to die in"


@pytest.mark.parametrize("fault", ["answer_lost", "hung_up_before"])
def test_killed_at_every_step_over_the_database(fault: str, tmp_path: Path) -> None:
    database = open_database(tmp_path / "minori.sqlite3")
    numbers = iter(range(1_000))

    def store() -> DatabaseDeliveries:
        return DatabaseDeliveries(database.engine, f"workspace {next(numbers)}")

    for number, world in enumerate(crash_points(Parts(store=store), fault), 1):
        assert world.tally().is_clean, f"killed at {number}: {world.points.names}"
    database.close()


@pytest.mark.parametrize("frozen", FROZEN.values(), ids=FROZEN)
def test_a_frozen_worker_wakes_too_late(frozen: Callable[[Parts], World]) -> None:
    world = frozen(Parts())
    assert world.tally().is_clean, f"{world.points.names}: {world.store.rows}"


class ClaimsKeptInMemory(FakeDeliveries):
    """The claim is not committed before the network: a crash forgets it."""

    def claim(self, *, token: str, now: datetime, until: datetime) -> Delivery | None:
        taken = super().claim(token=token, now=now, until=until)
        if taken:
            self.rows[taken.id] = replace(taken, state=DeliveryState.PENDING, next_at=now + timedelta(seconds=1))
        return taken

    def _is_held(self, row: Delivery, token: str) -> bool:
        return row.lease_token == token


class Unfenced(FakeDeliveries):
    """Whoever comes last is right."""

    def _is_held(self, row: Delivery, token: str) -> bool:
        return True


class NeverReadsBack(FakeDeliveries):
    """What is in doubt stays in doubt."""

    def doubtful(self, *, ended_before: datetime, now: datetime) -> Sequence[Delivery]:
        return ()


class SendsAgainBlindly(FaultySender):
    """What is in doubt is sent again."""

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        return NotFound()


class TakesUnreadableForAbsent(FaultySender):
    """What cannot be read is taken for not there."""

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        seen = super().find(delivery=delivery, since=since)
        return NotFound() if isinstance(seen, Unreadable) else seen


class SendsWithoutTime(DeliveryWorker):
    """Nobody asks how much of the lease is left."""

    def _rest(self, lease: Any) -> timedelta:
        return timedelta(days=1)


class TakesDoubtForRefusal(DeliveryWorker):
    """What may have been accepted is treated as refused."""

    def _settle(self, lease: Any, outcome: Outcome) -> None:
        super()._settle(lease, Refused(reason=outcome.reason) if isinstance(outcome, Unsure) else outcome)


REMOVED = {
    "the commit before the network": Parts(store=ClaimsKeptInMemory),
    "the fence of the lease": Parts(store=Unfenced),
    "the read-back": Parts(store=NeverReadsBack),
    "the look before sending again": Parts(sender=SendsAgainBlindly),
    "the difference between absent and unreadable": Parts(sender=TakesUnreadableForAbsent),
    "the check of the lease": Parts(worker=SendsWithoutTime),
    "the difference between refused and unsure": Parts(worker=TakesDoubtForRefusal),
    "the time that sending takes": Parts(timing=replace(TIMING, deadline=timedelta(0), margin=timedelta(0))),
    "the wait": Parts(timing=replace(TIMING, wait=timedelta(0))),
}


def test_with_every_safeguard_all_is_clean() -> None:
    assert everything(Parts()) == Tally(lost=0, twice=0, unwanted=0)


@pytest.mark.parametrize("parts", REMOVED.values(), ids=REMOVED)
def test_without_a_safeguard_something_is_lost_or_twice(parts: Parts) -> None:
    assert not everything(parts).is_clean


def test_a_final_refusal_is_told_to_an_operator_once() -> None:
    world = Parts().world(faults=["channel_not_found"])
    world.owe(owed(1))
    world.settle()
    assert world.log.events("error") == ["delivery_dead"]
    assert list(world.states()) == [DeliveryState.DEAD]


def test_killed_is_not_caught_by_the_worker() -> None:
    world = Parts().world(crash_at=1)
    with pytest.raises(Killed):
        world.start().run_once()
