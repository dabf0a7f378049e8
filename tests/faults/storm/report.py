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
    PAGE.write_text(f"{before}{BEGIN}\n{report(done)}\n{END}{after}", encoding="utf-8")


def report(done: Sequence[dict[str, Any]]) -> str:
    """Two tables: by database and number of workers; by fault and place, both databases together."""
    lanes: dict[tuple[str, ...], Tally] = {
        (lane["lane"], workers): Tally(**tally) for lane in done for workers, tally in lane["by_workers"].items()
    }
    together: dict[tuple[str, ...], Tally] = defaultdict(Tally)
    for lane in done:
        for row in lane["rows"]:
            together[tuple(row["key"])].add(Tally(**row["tally"]))
    return f"{table(['database', 'workers'], lanes)}\n\n{table(['fault', 'where'], together)}"
