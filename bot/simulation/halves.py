"""A large simulation as two towns side by side, one on each core: half of the firms, with a database of their own.

Firms share nothing but their coordinators, and every coordinator has firms of one half only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields, replace
from multiprocessing import get_context

from bot.simulation.habits import Habits
from bot.simulation.oracle import Count
from bot.simulation.year import Progress, Wanted, Year, simulate

FROM_FIRMS = 20
"""Fewer are one town."""


def simulate_in_halves(wanted: Wanted, habits: Habits, *, progress: Progress | None = None) -> Year:
    """Run both halves and count them together; the same for the same seed. Raises DataFileError, StorageError."""
    if wanted.firms < FROM_FIRMS:
        return simulate(wanted, habits, progress=progress)
    firms, encounters = wanted.firms // 2, wanted.encounters // 2
    first = replace(wanted, firms=firms, encounters=encounters, seed=2 * wanted.seed)
    second = replace(
        wanted, firms=wanted.firms - firms, encounters=wanted.encounters - encounters, seed=2 * wanted.seed + 1
    )
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        other = pool.submit(simulate, second, habits)
        return together(simulate(first, habits, progress=progress), other.result())


def together(one: Year, other: Year) -> Year:
    """Both as one."""
    return Year(
        count=_counted(one.count, other.count),
        encounters=one.encounters + other.encounters,
        people=one.people + other.people,
        pressed=one.pressed + other.pressed,
        refused=one.refused + other.refused,
        missing=_added(one.missing, other.missing),
        errors=[*one.errors, *other.errors],
        reached=_added(one.reached, other.reached),
        stages=_added(one.stages, other.stages),
        states=_added(one.states, other.states),
        walls=_added(one.walls, other.walls),
        seconds=max(one.seconds, other.seconds),
        peak_mb=one.peak_mb + other.peak_mb,
    )


def _counted(one: Count, other: Count) -> Count:
    steps = {
        name: tuple(map(sum, zip(one.steps.get(name, (0, 0)), other.steps.get(name, (0, 0)), strict=True)))
        for name in one.steps.keys() | other.steps.keys()
    }
    numbers = [field.name for field in fields(Count) if field.name not in ("steps", "examples", "most_a_day")]
    summed = {name: getattr(one, name) + getattr(other, name) for name in numbers}
    return Count(
        **summed,
        most_a_day=max(one.most_a_day, other.most_a_day),
        steps={name: (sent, acted) for name, (sent, acted) in steps.items()},
        examples=[*one.examples, *other.examples],
    )


def _added(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return dict(Counter(one) + Counter(other))
