"""Numbers and exports over a large region: how long each look and each file takes, and how large it is."""

from __future__ import annotations

import tempfile
import time as real_time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from bot.adapters.storage.database import open_database
from bot.adapters.storage.figure_readings import FigureReadings
from bot.bench.region import COORDINATOR, NOW, Progress, fill
from bot.bootstrap import make_sentences
from bot.bootstrap_figures import draw
from bot.core.clock import VirtualClock
from bot.core.figures.periods import PeriodKind
from bot.core.figures.selecting import Wanted
from bot.core.figures.service import FigureService
from bot.core.figures.tables import FORMATS, Kind
from bot.core.messages import Message
from bot.long_lived import settle
from bot.peak_memory import peak_bytes


def measure_figures(
    *, firms: int = 200, encounters: int = 10_000, progress: Progress | None = None
) -> list[dict[str, Any]]:
    """One row for each look and file, on SQLite in a folder of its own: milliseconds by the clock (`ms`) and of this
    process's own work (`cpu_ms`), the second time of two; and the work of the first one (`first_cpu_ms`)."""
    with tempfile.TemporaryDirectory(prefix="minori-bench-") as folder:
        clock = VirtualClock(NOW)
        database = open_database(Path(folder) / "minori.sqlite3", clock=clock)
        try:
            fill(database, firms=firms, encounters=encounters, progress=progress)
            readings = FigureReadings(database.engine, workspace_id=database.workspace_id)
            numbers = iter(range(1_000_000))
            service = FigureService(
                records=readings,
                audit=database.audit,
                directory=database.people,
                clock=clock,
                new_id=lambda: f"export-{next(numbers)}",
            )
            settle()  # as it serves
            rows = list(_rows(service))
        finally:
            database.close()
    size = {"firms": firms, "encounters": encounters}
    return [{**size, **row, "peak_mb": peak_bytes() // 2**20} for row in rows]


def _rows(service: FigureService) -> list[dict[str, Any]]:
    wanted = Wanted(period=service.period(COORDINATOR, PeriodKind.THIS_YEAR))
    month = Wanted(period=service.period(COORDINATOR, PeriodKind.THIS_MONTH))
    sentences = make_sentences()

    def say(message: Message) -> str:
        return sentences.say(message, locale="ja")

    looks: dict[str, Callable[[], object]] = {
        "the sheet": lambda: (service.programmes(COORDINATOR), service.events(COORDINATOR)),
        "numbers of a year": lambda: service.figures(COORDINATOR, wanted),
        "numbers of a month": lambda: service.figures(COORDINATOR, month),
    }
    rows = [{"what": name, **_timed(look)} for name, look in looks.items()]
    for kind in Kind:
        export = service.export(COORDINATOR, kind, wanted)
        rows.append({"what": str(kind), **_timed(partial(service.export, COORDINATOR, kind, wanted))})
        for format in FORMATS[kind]:
            size = len(draw(export, format, say)) // 1000
            rows.append({"what": f"{kind}.{format}", **_timed(partial(draw, export, format, say)), "kb": size})
    return rows


def _timed(act: Callable[[], object]) -> dict[str, int]:
    """The second time, and the work of the first one (`first_cpu_ms`), which also reads what is kept from then on."""
    first = real_time.process_time()
    act()
    begun, worked = real_time.monotonic(), real_time.process_time()
    act()
    ms, cpu_ms = (1000 * (real_time.monotonic() - begun), 1000 * (real_time.process_time() - worked))
    return {"ms": round(ms), "cpu_ms": round(cpu_ms), "first_cpu_ms": round(1000 * (worked - first))}
