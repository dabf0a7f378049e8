"""A weekly digest with its pictures over a large region, beside what one would write instead: a look at each encounter.

Ours is everything that a coordinator receives on a Monday: planned, worded, two pictures and a workbook drawn. The loop
reads one encounter after another with its history, and counts what the first picture shows.
"""

from __future__ import annotations

import tempfile
import time as real_time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.adapters.storage.engine import reading
from bot.adapters.storage.tables import delivery, encounter
from bot.bench.region import COORDINATOR, NOW, Progress, fill
from bot.bootstrap import Library, open_library
from bot.bootstrap_digests import make_digests
from bot.bootstrap_figures import make_figures
from bot.bootstrap_meetings import make_meetings
from bot.core.clock import VirtualClock
from bot.core.digests.planning import DIGEST
from bot.core.digests.service import DigestService
from bot.core.meetings.models import ChangeKind, State
from bot.core.messages import Message, Reply
from bot.core.outgoing import ENDINGS
from bot.core.owed import Owed
from bot.long_lived import settle
from bot.peak_memory import peak_bytes
from bot.settings import Settings

_A_WEEK_AGO = NOW - timedelta(days=6, hours=9)
"""The end of that day in Japan."""


def measure_digest(
    *, firms: int = 200, encounters: int = 10_000, progress: Progress | None = None
) -> list[dict[str, Any]]:
    """One row for each part of a digest, one for the whole, one for the loop. Milliseconds by the clock (`ms`) and of
    this process's own work (`cpu_ms`), on SQLite in a folder of its own; `peak_mb` is that of the whole process."""
    with tempfile.TemporaryDirectory(prefix="minori-bench-") as folder:
        settings = Settings(data_dir=Path(folder) / "minori-data")
        with open_library(settings, clock=VirtualClock(NOW)) as library:
            fill(library.database, firms=firms, encounters=encounters, progress=progress)
            settle()  # as it serves
            rows = _ours(library)
            peak_mb = peak_bytes() // 2**20
            figures, ids = make_figures(library), [one.id for one in library.database.people.companies()]
            rows.append(
                {"what": "the first picture's numbers", **_timed(lambda: figures.at_a_glance(COORDINATOR, ids))[0]}
            )
            rows.append({"what": "the same by a loop", **_timed(lambda: count_by_loop(library))[0]})
    return [{"firms": firms, "encounters": encounters, **row, "peak_mb": peak_mb} for row in rows]


def _ours(library: Library) -> list[dict[str, Any]]:
    service = make_digests(library, make_meetings(library).service)
    rows, total = list[dict[str, Any]](), Counter[str]()

    def add(what: str, act: Callable[[], Any]) -> Any:
        took, result = _timed(act)
        rows.append({"what": what, **took})
        total.update(took)
        return result

    def say(message: Message) -> str:
        return library.sentences.say(message, locale="ja")

    add("planned", service.tick)
    reply: Reply = add("worded, everything read", lambda: _composed(library, service))
    for file in reply.files:
        add(f"{file.name.key}{ENDINGS[file.media_type]}", partial(file.make, say))
    return [*rows, {"what": "digest", **total}]


def _composed(library: Library, service: DigestService) -> Reply:
    wanted = select(delivery).where(delivery.c.kind == DIGEST, delivery.c.person == COORDINATOR.address)
    with reading(library.database.engine) as connection:
        row = connection.execute(wanted).one()
    owed = Owed(kind=row.kind, subject_id=row.subject_id, occurrence=row.occurrence, person=row.person)
    composed = service.composers[DIGEST](owed)
    if composed is None:
        raise RuntimeError("no digest is due on this day")
    return composed.reply


def count_by_loop(library: Library) -> Counter[str]:
    """How many are in each stage, and were a week ago."""
    database, counts, then = library.database, Counter[str](), _A_WEEK_AGO
    with reading(database.engine) as connection:
        ids = list(connection.execute(select(encounter.c.id)).scalars())
    for id in ids:
        one, changes = database.encounters.by_id(id), database.encounters.changes(id)
        later = [change for change in changes if change.kind is ChangeKind.STAGE and change.at > then]
        if one is None:
            continue
        if one.state is State.OPEN:
            counts[one.stage] += 1
        if one.created_at <= then and (one.ended_at is None or one.ended_at > then):
            counts[f"{later[0].detail['from'] if later else one.stage} a week ago"] += 1
    return counts


def _timed(act: Callable[[], Any]) -> tuple[dict[str, int], Any]:
    begun, worked = real_time.monotonic(), real_time.process_time()
    result = act()
    ms, cpu_ms = 1000 * (real_time.monotonic() - begun), 1000 * (real_time.process_time() - worked)
    return {"ms": round(ms), "cpu_ms": round(cpu_ms)}, result
