"""One lane of the storm: the matrix over one kind of database, counted from the receiving side."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from tests.faults.storm.children import Blow
from tests.faults.storm.counting import count as count_received
from tests.faults.storm.counting import rows, summed
from tests.faults.storm.deliveries import DELIVERIES, Scenario
from tests.faults.storm.place import TIMING, Place, PostgreSQLLane, SqliteLane, load_sentences
from tests.faults.storm.receiving import ReceivingSide
from tests.faults.storm.safeguards import take_each_away
from tests.faults.storm.shifted_clock import ShiftedClock
from tests.faults.storm.trials import FAULTS, Run, Tally, Trial, World, tenant_place

LANES = ("sqlite", "postgresql")
_LONG = TIMING.lease + TIMING.wait + timedelta(seconds=1)
_PAST_THE_LEASE = TIMING.lease + timedelta(seconds=5)
# Where a worker stands still. Just before the socket it may do so until the wait is over and no longer: the hole that
# remains, and that docs/reliability.md tells of.
STOPS = {
    "claimed": _LONG,
    "composed": _LONG,
    "before-send": _PAST_THE_LEASE,
    "answered-before-record": _LONG,
    "recorded": _LONG,
}


def matrix(scenario: Scenario, *, short: bool) -> Iterator[Trial]:
    """Every fault × every point × one worker and four; random moments; workers that stand still."""
    numbers = count()
    for fault in FAULTS:
        for group, points in scenario.groups.items():
            for point in points:
                number = next(numbers)
                for workers in (1, 4):
                    if short and (number % 11 or (workers == 4) != (number % 22 == 0)):
                        continue
                    yield Trial(fault, Blow(str(point), nth=1 + number % 2 * (workers == 1)), workers, group)
        if short and fault != "429":
            continue
        for point, shift in STOPS.items():
            for workers in (1, 4) if not short else (1,):
                yield Trial(fault, Blow(point, stops=True), workers, "stopped", shift)
        for workers in (1, 4):
            for _ in range(1 if short else 5):
                yield Trial(fault, Blow(within_s=0.2), workers, "at random")


def make_place(lane: str, folder: Path) -> Place:
    """Start the database, the receiving side and the clock of a lane. Nothing of it may be open when it forks."""
    clock, sentences = ShiftedClock(), load_sentences()
    side = ReceivingSide(clock)
    made = SqliteLane(folder) if lane == "sqlite" else PostgreSQLLane()
    return Place(lane=made, side=side, clock=clock, sentences=sentences)


def run_lane(lane: str, folder: str, short: bool, safeguards: bool) -> dict[str, Any]:
    """Run one lane in this process and return what came of it, as JSON values."""
    started, place = time.monotonic(), make_place(lane, Path(folder))
    try:
        done = take_each_away(place) if safeguards else storm(place, DELIVERIES, short=short)
    finally:
        place.side.stop()
        place.lane.stop()
    return {"lane": place.lane.name, "seconds": time.monotonic() - started, **done}


def storm(place: Place, scenario: Scenario, *, short: bool) -> dict[str, Any]:
    """The matrix of one scenario."""
    random.seed(7)
    trials = matrix(scenario, short=short)
    worlds = [Run(scenario, tenant_place(place, number), trial).carry_out() for number, trial in enumerate(trials)]
    strays = count_received(worlds, place.side.received())
    total = summed(worlds)
    total.twice += strays
    missed = [] if short else sorted(set(scenario.points) - {point for world in worlds for point in world.hit})
    troubles = [f"never killed at: {', '.join(missed)}"] if missed else []
    return {
        "heads": ["fault", "where"],
        "rows": [
            *({"key": list(key), "tally": vars(tally)} for key, tally in rows(worlds).items()),
            {"key": ["all", ""], "tally": vars(total)},
        ],
        "total": vars(total),
        "by_workers": {str(number): vars(_of(worlds, number)) for number in (1, 4)},
        "is_well": total.is_clean and not missed,
        "troubles": troubles + [line for world in worlds for line in _told(world)],
    }


def _of(worlds: list[World], workers: int) -> Tally:
    return summed(world for world in worlds if world.trial.workers == workers)


def _told(world: World) -> list[str]:
    if world.tally.is_clean:
        return []
    return [f"{world.trial}: {vars(world.tally)}", *world.said]
