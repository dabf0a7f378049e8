"""A tick over many open encounters, beside what one would write instead: a loop over all of them.

Both answer the same: who is to be told what now. The loop reads every open encounter, counts the days of its cadence,
asks whether that was told, and writes each message by itself.
"""

from __future__ import annotations

import tempfile
import time as real_time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import insert, select

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.nudge_rows import nudge_values, scheduled_from
from bot.adapters.storage.tables import bundle_item, nudge
from bot.bootstrap import make_calendars
from bot.core.clock import VirtualClock
from bot.core.membership.models import Changes
from bot.core.nudges.cadences import Cadences, load_cadence_file
from bot.core.nudges.planning import Planning
from bot.core.nudges.service import Around, NudgeService
from bot.core.nudges.silence import Silence
from bot.core.people import Company, Member, Role
from bot.core.scheduled import Scheduled, Waiting
from bot.peak_memory import peak_bytes
from bot.resources import prompts_folder

Progress = Callable[[int, int], None]

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
"""Tuesday, 9:00 in Japan."""
TODAY = date(2026, 11, 24)
FIRMS = 100
_AT_ONCE = 5_000


def measure_tick(
    encounters: int, due: int, *, people: int = 500, progress: Progress | None = None
) -> list[dict[str, Any]]:
    """One row for the tick, one for the loop. Times are milliseconds of real time, on SQLite in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="minori-bench-") as folder:
        clock = VirtualClock(NINE)
        database = open_database(Path(folder) / "minori.sqlite3", clock=clock)
        try:
            _fill(database, encounters, due, people, progress)
            loop = _loop(database, clock)
            ours = _ours(database, clock)
        finally:
            database.close()
    size = {"encounters": encounters, "due": due}
    return [{"system": "minori", **size, **ours}, {"system": "loop", **size, **loop}]


def _ours(database: Database, clock: VirtualClock) -> dict[str, Any]:
    service = _service(database, clock)
    # Before 9:00 the same are due, and nobody is told yet: what a tick costs in the night.
    night_ms, _ = _timed(lambda: _planned_at_night(database))
    tick_ms, messages = _timed(service.tick)
    told = sum(len(one.items) for one in _bundles(database))
    idle = [_timed(service.tick)[0] for _ in range(20)]
    return {
        "tick_ms": tick_ms,
        "idle_ms": sorted(idle)[len(idle) // 2],
        "night_ms": night_ms,
        "messages": messages,
        "told": told,
        "peak_mb": peak_bytes() // 2**20,
    }


def _planned_at_night(database: Database) -> int:
    return _service(database, VirtualClock(NINE - timedelta(hours=2))).tick()


def _loop(database: Database, clock: VirtualClock) -> dict[str, Any]:
    """The same by a loop, which writes nothing but says what it would."""
    planning = _planning(database, clock)

    def told() -> int:
        with reading(database.engine) as connection:
            rows = [scheduled_from(row) for row in connection.execute(select(nudge))]
        found = 0
        for row, again in zip(rows, planning([_as_recorded(row) for row in rows]), strict=True):
            if again.due_at > clock.now() + timedelta(hours=1):
                continue
            asked = select(bundle_item.c.nudge_id).where(bundle_item.c.nudge_id == row.nudge_id(database.workspace_id))
            with reading(database.engine) as connection:
                found += connection.execute(asked).first() is None
        return found

    tick_ms, found = _timed(told)
    # It costs the same whether anything is due or not.
    return {"tick_ms": tick_ms, "idle_ms": tick_ms, "told": found}


def _as_recorded(row: Scheduled) -> Waiting:
    """What is known of an encounter where nothing is planned ahead."""
    return Waiting(
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        matter=row.matter,
        person_id=row.person_id,
        since=row.since,
        cadence=row.cadence,
    )


def _fill(database: Database, encounters: int, due: int, people: int, progress: Progress | None) -> None:
    members = list(_people(people))
    firms = {one.company.id: one.company for one in members if one.company}
    database.people.change(lambda _: Changes(companies=tuple(firms.values()), people=tuple(members)))
    planning = _planning(database, VirtualClock(NINE - timedelta(days=40)))
    for start in range(0, encounters, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, encounters))
        waits = [_waiting(number, members[number % people], is_due=number < due) for number in numbers]
        rows = [nudge_values(one, database.workspace_id) | {"root_id": one.subject_id} for one in planning(waits)]
        with writing(database.engine) as connection:
            connection.execute(insert(nudge), rows)
        if progress:
            progress(numbers.stop, encounters)


def _people(count: int) -> Iterator[Member]:
    for number in range(count):
        firm = number % FIRMS
        yield Member(
            id=f"person-{number}",
            address=f"U{number}",
            name=f"{number}",
            roles=frozenset({Role.MEMBER}),
            company=Company(id=f"firm-{firm}", name=f"{firm}"),
            added_at=NINE,
        )


def _waiting(number: int, member: Member, *, is_due: bool) -> Waiting:
    """Something that waits until today, or until one of the days that follow."""
    since = TODAY if is_due else TODAY + timedelta(days=1 + number % 90)
    return Waiting(
        subject_kind="encounter",
        subject_id=f"encounter-{number}",
        matter="next_step",
        person_id=member.id,
        since=since,
        company_id=member.company.id if member.company else None,
        stage="cards",
    )


def _planning(database: Database, clock: VirtualClock) -> Planning:
    return Planning(
        cadences=_cadences(),
        calendars=make_calendars(database, clock),
        directory=database.people,
        choices=database.nudge_wishes.choices,
        clock=clock,
    )


def _service(database: Database, clock: VirtualClock) -> NudgeService:
    calendars = make_calendars(database, clock)
    silence = Silence(
        store=database.nudges,
        heartbeats=database.heartbeats,
        directory=database.people,
        calendars=calendars,
        real_now=lambda: datetime.now(UTC),
    )
    return NudgeService(
        store=database.nudges,
        wishes=database.nudge_wishes,
        directory=database.people,
        calendars=calendars,
        cadences=_cadences(),
        planning=_planning(database, clock),
        heartbeats=database.heartbeats,
        silence=silence,
        around=Around(standings={}, show={}),
        clock=clock,
        log=structlog.get_logger("bot.core.nudges"),
    )


def _cadences() -> Cadences:
    files = sorted((prompts_folder() / "cadences").glob("*.yaml"))
    return Cadences({one.stem: load_cadence_file(one.read_text(encoding="utf-8"), path=one.name) for one in files})


def _bundles(database: Database) -> Iterator[Any]:
    for member in database.people.people():
        yield from database.nudges.bundles_of(member.id, TODAY)


def _timed(act: Callable[[], int]) -> tuple[float, int]:
    begun = real_time.monotonic()
    result = act()
    return round((real_time.monotonic() - begun) * 1000, 1), result
