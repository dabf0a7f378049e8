"""What the people received, against what they were to receive; and the tables of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tests.faults.storm.receiving import Received
from tests.faults.storm.trials import Tally, World

_COLUMNS = ("kills", "stops", "deliveries", "lost", "twice", "closed", "errors")


def count(worlds: Sequence[World], received: Iterable[Received]) -> int:
    """Complete every world's tally from the receiving side; returns how many messages belong to no world at all."""
    arrived: dict[str, list[float]] = defaultdict(list)
    for one in received:
        arrived[one.delivery_id].append(one.at)
    for world in worlds:
        for id, subject in world.expected.items():
            times, closed_at = arrived.pop(id, []), world.closed.get(subject)
            world.tally.lost += not times and closed_at is None
            world.tally.twice += len(times) > 1
            world.tally.closed += closed_at is not None and any(at > closed_at for at in times)
    return sum(len(times) for times in arrived.values())


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
