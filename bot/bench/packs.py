"""Hand-over packs of a large region: how long reading and each file takes, and what memory the process then holds."""

from __future__ import annotations

import os
import tempfile
import time as real_time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.bench.region import COORDINATOR, NOW, Progress, fill
from bot.bootstrap import Library, open_library
from bot.bootstrap_packs import packs_alone
from bot.core.clock import VirtualClock
from bot.core.outgoing import LARGEST
from bot.peak_memory import own_bytes, peak_bytes
from bot.settings import Settings

Result = TypeVar("Result")


def measure_packs(
    *, firms: int = 200, encounters: int = 10_000, progress: Progress | None = None
) -> list[dict[str, Any]]:
    """One row for each thing that is made, of one firm, of a hundred and of all, on SQLite in a folder of its own:
    milliseconds by the clock (`ms`) and of the work of this process and of those it starts (`cpu_ms`), bytes, whether
    they are few enough to be sent, and the memory of this process: at most until then (`peak_mb`) and then (`held_mb`).
    """
    with tempfile.TemporaryDirectory(prefix="minori-bench-") as folder:
        settings = Settings(data_dir=Path(folder) / "minori-data")
        with open_library(settings, clock=VirtualClock(NOW)) as library:
            fill(library.database, firms=firms, encounters=encounters, progress=progress)
            ids = [one.id for one in library.database.people.companies()]
            sizes = sorted({min(size, firms) for size in (1, 100, firms)})
            return [row for size in sizes for row in _rows(library, ids[-size:])]


def _rows(library: Library, ids: Sequence[str]) -> list[dict[str, Any]]:
    service, say = packs_alone(library), partial(library.sentences.say, locale="ja")
    reader = library.database.people.by_id(COORDINATOR.id) or COORDINATOR
    files, read = _timed(lambda: service.files_for(reader, ids, of=reader))
    rows: list[dict[str, Any]] = [{"firms": len(ids), "what": "read", **read}]
    for file in files:
        content, took = _timed(partial(file.make, say))
        row = {"firms": len(ids), "what": say(file.name), "media": file.media_type.rpartition("/")[2], **took}
        rows.append({**row, "bytes": len(content), "is_sent": len(content) <= LARGEST})
    return rows


def _timed(act: Callable[[], Result]) -> tuple[Result, dict[str, Any]]:
    begun, worked = real_time.monotonic(), _work_s()
    found = act()
    took = {"ms": round(1000 * (real_time.monotonic() - begun)), "cpu_ms": round(1000 * (_work_s() - worked))}
    return found, {**took, "peak_mb": peak_bytes() // 2**20, "held_mb": (own_bytes() or 0) // 2**20}


def _work_s() -> float:
    """Seconds of the processor until now, of this process and of those it started and has seen end."""
    return sum(os.times()[:4])
