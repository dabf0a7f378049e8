"""A tick that is killed before any of its statements, or at any named point, loses nothing and tells nothing twice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bot.core.nudges.ticking import Checkpoint

ROOT = Path(__file__).resolve().parents[2]


def test_killed_at_any_point_everything_is_told_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.killed_ticks", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3_000:]
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    points = [run["at"] for run in runs if run["killed"]]
    assert points == [run["at"] for run in runs]
    assert {point for point, _ in points} == {*Checkpoint, "statement"}
    assert len(points) > len(Checkpoint) + 12
    for run in runs:
        messages, told = run["expected"]
        found = (run["messages"], run["told"], run["gone_on"], run["owed"], run["problems"])
        assert found == (messages, told, told, messages, 0), run["at"]
