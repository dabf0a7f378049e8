"""Tallies added up, and the tables of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tests.faults.storm.trials import Tally, World

_COLUMNS = ("kills", "stops", "owed", "lost", "twice", "closed", "errors")


def summed(worlds: Iterable[World]) -> Tally:
    """Everything, added up."""
    total = Tally()
    for world in worlds:
        total.add(world.tally)
    return total


def rows(worlds: Iterable[World]) -> Mapping[tuple[str, str], Tally]:
    """Tallies by fault and group of points."""
    found: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for world in worlds:
        found[world.trial.fault, world.trial.group].add(world.tally)
    return found


def table(first: Sequence[str], tallies: Mapping[tuple[str, ...], Tally]) -> str:
    """A Markdown table; `first` names the columns of the keys."""
    heads = [*first, *_COLUMNS]
    lines = [heads, ["---"] * len(first) + ["---:"] * len(_COLUMNS)]
    lines += [[*key, *(f"{getattr(tally, name):,}" for name in _COLUMNS)] for key, tally in tallies.items()]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
