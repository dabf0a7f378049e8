"""The measurement of a tick: both ways find the same, and ours tells it once."""

from __future__ import annotations

from bot.bench.tick import measure_tick


def test_both_ways_find_the_same() -> None:
    ours, loop = measure_tick(60, 25, people=10)
    assert (ours["system"], ours["told"], ours["messages"]) == ("minori", 25, 10)
    assert (loop["system"], loop["told"]) == ("loop", 25)
