"""One lane of the storm: its scenarios over one kind of database, counted from the receiving side."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.faults.storm import matrices
from tests.faults.storm.counting import rows, summed
from tests.faults.storm.deliveries import DELIVERIES
from tests.faults.storm.nudges import NUDGES
from tests.faults.storm.place import Place, PostgreSQLLane, SqliteLane, load_sentences
from tests.faults.storm.receiving import ReceivingSide
from tests.faults.storm.safeguards import take_each_away
from tests.faults.storm.scenario import Scenario
from tests.faults.storm.shifted_clock import ShiftedClock
from tests.faults.storm.trials import Run, Tally, Trial, World, tenant_place

LANES = ("sqlite", "postgresql")
SCENARIOS = (DELIVERIES, NUDGES)
STORM, SAFEGUARDS = "storm", "safeguards"


def run_lane(lane: str, folder: str, short: bool, wanted: Sequence[str]) -> list[dict[str, Any]]:
    """Run one lane in this process and return what came of each scenario, and of the safeguards, as JSON values.

    Nothing of the database is open when it forks, and each part has a receiving side of its own.
    """
    clock, sentences = ShiftedClock(), load_sentences()
    own = Path(mkdtemp(dir=folder))
    database = SqliteLane(own) if lane == "sqlite" else PostgreSQLLane(own)
    parts = []
    try:
        for what in wanted:
            for scenario in SCENARIOS:
                side = ReceivingSide(clock)
                place = Place(lane=database, side=side, clock=clock, sentences=sentences)
                parts.append(_part(place, lane, scenario, what, short=short))
                side.stop()
    finally:
        database.stop()
    return parts


def _part(place: Place, lane: str, scenario: Scenario, what: str, *, short: bool) -> dict[str, Any]:
    started = time.monotonic()
    if what == STORM:
        done = storm(place, scenario, matrix(scenario, lane, short=short), short=short)
    else:
        done = take_each_away(place, scenario, short=short)
    seconds = time.monotonic() - started
    return {"lane": place.lane.name, "scenario": scenario.name, "what": what, "seconds": seconds, **done}


def matrix(scenario: Scenario, lane: str, *, short: bool) -> Iterable[Trial]:
    """The trials of a scenario."""
    if scenario is DELIVERIES:
        return matrices.short_of_deliveries(lane) if short else matrices.of_deliveries()
    return matrices.short_of_nudges(lane) if short else matrices.of_nudges()


def storm(place: Place, scenario: Scenario, trials: Iterable[Trial], *, short: bool) -> dict[str, Any]:
    """The matrix of one scenario."""
    random.seed(7)
    worlds = [
        Run(scenario, tenant_place(place, f"{scenario.name}-{number}"), trial).carry_out()
        for number, trial in enumerate(trials)
    ]
    strays = scenario.count(worlds, place.side.received())
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
