"""Each safeguard is taken away in turn, in the processes that a storm forks: the same counting then turns red."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from tests.faults.storm.children import UNHARMED
from tests.faults.storm.counting import summed
from tests.faults.storm.delivery_safeguards import OF_DELIVERIES
from tests.faults.storm.nudge_safeguards import OF_NUDGES
from tests.faults.storm.nudges import NUDGES
from tests.faults.storm.place import TIMING, Place
from tests.faults.storm.removed import Removed, nothing
from tests.faults.storm.scenario import Scenario
from tests.faults.storm.trials import Run, Tally, Trial, tenant_place

WHOLE = "none removed"


def safeguards_of(scenario: Scenario, lane_name: str, *, short: bool) -> Iterator[Removed]:
    """None, and then each; few of them where it is short and the database PostgreSQL."""
    of_it = [one for one in (OF_NUDGES if scenario is NUDGES else OF_DELIVERIES) if lane_name in one.lanes]
    wanted = [one for one in of_it if one.is_short or not (short and lane_name == "PostgreSQL")]
    # What the trials of all of them come to where nothing is removed; the crowds are the storm's.
    trials = [one for each in wanted for one in each.trials if scenario is NUDGES or not _is_plain(one)]
    yield Removed(WHOLE, nothing, trials)
    yield from wanted


def _is_plain(trial: Trial) -> bool:
    return trial.blow == UNHARMED and trial.fault == "none"


def take_each_away(place: Place, scenario: Scenario, *, short: bool) -> dict[str, Any]:
    """Every safeguard of this kind of database, in turn; well where each removal was noticed, and nothing else."""
    numbers, rows, missed = count(1), [], []
    for removed in safeguards_of(scenario, place.lane.name, short=short):
        tally, said = _with(place, scenario, removed, numbers)
        rows.append({"key": [removed.name], "tally": vars(tally)})
        if tally.is_clean != (removed.name == WHOLE):
            missed += [f"{removed.name}: {vars(tally)}", *said]
    return {"heads": ["without"], "rows": rows, "is_well": not missed, "troubles": missed}


def _with(place: Place, scenario: Scenario, removed: Removed, numbers: Iterator[int]) -> tuple[Tally, list[str]]:
    before = scenario.count([], place.side.received())
    timing = replace(TIMING, wait=removed.wait)
    worlds = []
    for trial in removed.trials:
        tenant = tenant_place(place, f"{scenario.name}-without-{next(numbers)}")
        here = replace(tenant, timing=timing, broken=removed.take_away)
        # With nothing closed in the middle: what would have arrived twice is not left out for that.
        worlds.append(Run(scenario, here, replace(trial, closes=False)).carry_out())
    strays = scenario.count(worlds, place.side.received())
    total = summed(worlds)
    total.twice += max(0, strays - before)
    return total, [line for world in worlds for line in world.said]
