"""A safeguard that is taken away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tests.faults.storm.place import TIMING
from tests.faults.storm.trials import Trial


@dataclass(frozen=True)
class Removed:
    """A safeguard, how it is taken away in a child, and the trials that must notice it. `is_short`: also in the part
    that is always run on PostgreSQL; on SQLite all are."""

    name: str
    take_away: Callable[[], None]
    trials: Sequence[Trial]
    lanes: Collection[str] = ("SQLite", "PostgreSQL")
    wait: timedelta = TIMING.wait
    is_short: bool = False


def nothing() -> None:
    """Nothing is taken away."""
