"""Nothing owed is lost, and nothing arrives twice: workers killed at every step, under every fault of the platform."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.adapters.storage.database import open_database
from bot.adapters.storage.deliveries import DeliveryRepository, owe
from bot.adapters.storage.engine import writing
from bot.core.deliveries.models import (
    DeliveryState,
)
from bot.core.owed import Owed
from tests.databases import prepared_sqlite
from tests.faults.delivery_scenarios import FROZEN, Parts, crash_points
from tests.faults.delivery_world import World, owed
from tests.faults.failing_platform import FAULTS, Killed


class DatabaseDeliveries(DeliveryRepository):
    """The store in the database, with a transaction that owes something."""

    def __init__(self, engine: Engine, workspace: str) -> None:
        super().__init__(engine, workspace_id=workspace)
        self.workspace = workspace

    def owe(self, *owed: Owed, at: datetime) -> None:
        with writing(self._engine) as connection:
            owe(connection, owed, workspace_id=self.workspace, at=at)


@pytest.mark.parametrize("fault", FAULTS)
def test_killed_at_every_step(fault: str) -> None:
    worlds = list(crash_points(Parts(), fault))
    for number, world in enumerate(worlds, 1):
        assert world.tally().is_clean, f"killed at {number}: {world.points.names}: {world.store.rows}"
    assert len(worlds) >= 10, "too few places to die in"


@pytest.mark.parametrize("fault", ["answer_lost", "hung_up_before"])
def test_killed_at_every_step_over_the_database(fault: str, tmp_path: Path) -> None:
    database = open_database(prepared_sqlite(tmp_path / "minori.sqlite3"))
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
