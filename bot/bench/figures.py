"""Numbers and exports over a large region: how long each look and each file takes, and how large it is."""

from __future__ import annotations

import tempfile
import time as real_time
from collections.abc import Callable
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
from bot.peak_memory import peak_bytes


def measure_figures(
    *, firms: int = 200, encounters: int = 10_000, progress: Progress | None = None
) -> list[dict[str, Any]]:
    """One row for each look and file, on SQLite in a folder of its own; milliseconds, the second time of two."""
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

    rows = [
        {"what": "the sheet", "ms": _ms(lambda: (service.programmes(COORDINATOR), service.events(COORDINATOR)))},
        {"what": "numbers of a year", "ms": _ms(lambda: service.figures(COORDINATOR, wanted))},
        {"what": "numbers of a month", "ms": _ms(lambda: service.figures(COORDINATOR, month))},
    ]
    for kind in Kind:
        export = service.export(COORDINATOR, kind, wanted)
        rows.append({"what": f"{kind}", "ms": _ms(lambda kind=kind: service.export(COORDINATOR, kind, wanted))})  # type: ignore[misc]
        for format in FORMATS[kind]:
            begun = real_time.monotonic()
            content = draw(export, format, say)
            ms = round((real_time.monotonic() - begun) * 1000)
            rows.append({"what": f"{kind}.{format}", "ms": ms, "kb": len(content) // 1000})
    return rows


def _ms(act: Callable[[], object]) -> int:
    """The second time: the first one also reads what is read once."""
    act()
    begun = real_time.monotonic()
    act()
    return round((real_time.monotonic() - begun) * 1000)
