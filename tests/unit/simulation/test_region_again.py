"""The same number makes the same half year of a region: in another process, in which sets have another order."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from bot.core.handovers import service
from bot.simulation.region.numbering import ids_drawn_from

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, kw_only=True, slots=True)
class Runs:
    """What three runs told: two of one number, and one of another."""

    first: dict[str, Any]
    again: dict[str, Any]
    other: dict[str, Any]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    def lived(seed: int, order_of_sets: int) -> dict[str, Any]:
        folder = tmp_path_factory.mktemp("region")
        command = [sys.executable, "-m", "tests.unit.simulation.region_told", str(folder), str(seed)]
        environment = {**os.environ, "PYTHONHASHSEED": str(order_of_sets)}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=600
        )
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    return Runs(first=lived(7, 1), again=lived(7, 2), other=lived(8, 1))


def test_there_is_enough_to_tell(runs: Runs) -> None:
    assert runs.first["counted"]["pressed"] > 100
    assert len(runs.first["messages"]) > 100
    assert {"encounter", "handover", "delivery", "value_card"} <= {
        name for name, rows in runs.first["records"].items() if rows
    }


def test_as_much_is_pressed_and_sent(runs: Runs) -> None:
    assert runs.first["counted"] == runs.again["counted"]


def test_the_same_is_said_at_the_same_time(runs: Runs) -> None:
    assert runs.first["messages"] == runs.again["messages"]


def test_the_same_is_written_down(runs: Runs) -> None:
    first, again = runs.first["records"], runs.again["records"]
    assert {name for name in first if first[name] != again[name]} == set()


def test_another_number_is_another_half_year(runs: Runs) -> None:
    assert runs.first["counted"] != runs.other["counted"]
    assert runs.first["messages"] != runs.other["messages"]
    assert runs.first["records"]["encounter"] != runs.other["records"]["encounter"]


def test_ids_follow_from_the_number_only_as_long_as_it_is_lived() -> None:
    def drawn(seed: int) -> list[UUID]:
        with ids_drawn_from(seed):
            return [service.uuid4() for _ in range(3)]  # type: ignore[attr-defined]

    assert drawn(7) == drawn(7) != drawn(8)
    assert len(set(drawn(7))) == 3
    assert service.uuid4 is uuid4  # type: ignore[attr-defined]
