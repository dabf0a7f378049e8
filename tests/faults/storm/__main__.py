"""The storm: `python -m tests.faults.storm [--short] [--safeguards | --both] [--docs]`; `make faults` runs it.

Each kind of database is a lane: a process of its own with receiving sides of its own, two at the same time. Ends with
1 where anything was lost, arrived twice, arrived about something closed, or failed; with --safeguards where a removed
safeguard was not noticed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tests.faults.storm.counting import table
from tests.faults.storm.lanes import LANES, SAFEGUARDS, STORM, run_lane
from tests.faults.storm.report import write_into_docs
from tests.faults.storm.trials import Tally

# Processes are killed, never the machine: nothing has to reach a disk.
_IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def main() -> int:
    """Run both lanes and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.storm")
    parser.add_argument("--short", action="store_true", help="a small part of the matrix")
    parser.add_argument("--safeguards", action="store_true", help="take each safeguard away in turn instead")
    parser.add_argument("--both", action="store_true", help="the storm, and then each safeguard taken away")
    parser.add_argument("--docs", action="store_true", help="write the tables into docs/reliability.md")
    parser.add_argument("--json", action="store_true", help="one line a lane")
    parser.add_argument("--lanes", nargs="+", choices=LANES, default=list(LANES))
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="minori-storm-", dir=_IN_MEMORY) as folder,
        get_context("fork").Pool(2) as pool,
    ):
        wanted = (STORM, SAFEGUARDS) if given.both else (SAFEGUARDS,) if given.safeguards else (STORM,)
        each = [(lane, str(Path(folder)), given.short, some) for lane in given.lanes for some in _runs(lane, wanted)]
        done = [part for parts in pool.starmap(run_lane, each, chunksize=1) for part in parts]
    if given.json:
        _say("\n".join(json.dumps(one, ensure_ascii=False) for one in done))
    else:
        _tables(done)
    if given.docs and STORM in wanted:
        write_into_docs(done)
    return int(not all(one["is_well"] for one in done))


def _runs(lane: str, wanted: Sequence[str]) -> Sequence[Sequence[str]]:
    """What one process does of it: a server of a database is started once, a file costs nothing."""
    return [wanted] if lane == "postgresql" else [(one,) for one in wanted]


def _tables(done: list[dict[str, Any]]) -> None:
    for lane in done:
        tallies = {tuple(row["key"]): Tally(**row["tally"]) for row in lane["rows"]}
        _say(f"\n{lane['scenario']}, {lane['what']}, {lane['lane']} ({lane['seconds']:.0f} s)")
        _say(table(lane["heads"], tallies))
        for line in lane["troubles"]:
            _say(line)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
