"""Puts the tables of a storm into docs/reliability.md, between two marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.faults.storm.counting import table
from tests.faults.storm.trials import Tally

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reliability.md"
BEGIN, END = "<!-- make faults: begin -->", "<!-- make faults: end -->"


def write_into_docs(done: Sequence[dict[str, Any]]) -> None:
    """Replace what stands between the marks."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    done = [part for part in done if part["what"] == "storm"]
    PAGE.write_text(f"{before}{BEGIN}\n{report(done)}\n{END}{after}", encoding="utf-8")


def report(done: Sequence[dict[str, Any]]) -> str:
    """By scenario, database and number of processes; then for each scenario by fault and place, both databases
    together."""
    by_lane: dict[tuple[str, ...], Tally] = {
        (part["scenario"], part["lane"], workers): Tally(**tally)
        for part in sorted(done, key=lambda part: str(part["scenario"]))
        for workers, tally in part["by_workers"].items()
    }
    everything = Tally()
    for tally in by_lane.values():
        everything.add(tally)
    by_lane["all", "", ""] = everything
    tables = [table(["scenario", "database", "processes"], by_lane)]
    for scenario in dict.fromkeys(str(part["scenario"]) for part in done):
        together: dict[tuple[str, ...], Tally] = defaultdict(Tally)
        for part in done:
            for row in part["rows"] if part["scenario"] == scenario else ():
                together[tuple(row["key"])].add(Tally(**row["tally"]))
        tables.append(f"### The scenario: {scenario}\n\n{table(['fault', 'where'], together)}")
    return "\n\n".join(tables)
