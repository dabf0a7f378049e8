"""Run by test_killed_while_ticking.py as a process of its own: ticks that are killed before each of their statements.

Usage: killed_ticks.py FOLDER. Forks a child for each SQL statement of a tick, which is killed (SIGKILL) before it, and
one for each named point; then another child ticks once more. Prints one JSON line for each: where it was killed, what
was told and is owed afterwards, and whether the database is sound.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import event, func, select

from bot.adapters.storage.engine import reading
from bot.adapters.storage.tables import bundle, bundle_item, nudge
from bot.core.nudges.ticking import Checkpoint
from tests.contracts.test_nudge_tick import EACH, NINE, PEOPLE, Process
from tests.faults.storm.children import Blow, Child, Switch, await_end, fork
from tests.unit.core.nudges.people import FRIDAY

STATEMENT = "statement"


def main(folder: Path) -> None:
    """Kill a tick at every point, one after the other."""
    filled = folder / "filled.sqlite3"
    _ended(fork(lambda _: _fill(filled)))
    unharmed = folder / "unharmed.json"
    _ended(fork(_ticking(_copy(filled, folder), unharmed)))
    statements = json.loads(unharmed.read_text(encoding="utf-8"))["statements"]
    blows = [Blow(str(point)) for point in Checkpoint]
    blows += [Blow(STATEMENT, nth) for nth in range(1, statements + 1)]
    for blow in blows:
        database, report = _copy(filled, folder), folder / "report.json"
        killed = fork(_ticking(database), blow)
        await_end(killed)
        _ended(fork(_ticking(database, report)))
        found = json.loads(report.read_text(encoding="utf-8"))
        sys.stdout.write(json.dumps({"at": [blow.point, blow.nth], "killed": killed.was_killed, **found}) + "\n")


def _fill(path: Path) -> None:
    process = Process(path)
    process.fill()
    process.database.close()


def _ticking(path: Path, report: Path | None = None) -> Callable[[Switch], None]:
    return lambda switch: _tick(path, switch, report)


def _tick(path: Path, switch: Switch, report: Path | None) -> None:
    process, statements = Process(path, checkpoint=switch.reach), [0]

    def count(*_: Any) -> None:
        statements[0] += 1
        switch.strike(STATEMENT)

    process.clock.advance(NINE - FRIDAY)
    event.listen(process.database.engine, "before_cursor_execute", count)
    event.listen(process.database.engine, "commit", count)
    process.service.tick()
    if report is not None:
        ticked = statements[0]
        found = dict(_found(process)) | {"statements": ticked}
        report.write_text(json.dumps(found), encoding="utf-8")
    process.database.close()


def _found(process: Process) -> Iterator[tuple[str, Any]]:
    with reading(process.database.engine) as connection:
        for name, table in (("messages", bundle), ("told", bundle_item)):
            yield name, connection.execute(select(func.count()).select_from(table)).scalar()
        again = select(func.count()).select_from(nudge).where(nudge.c.step == 1)
        yield "gone_on", connection.execute(again).scalar()
    yield "owed", process.database.deliveries.counts().get("pending", 0)
    yield "problems", len(process.database.check())
    yield "expected", [PEOPLE, PEOPLE * EACH]


_COPIES = iter(range(10_000))


def _copy(filled: Path, folder: Path) -> Path:
    target = folder / f"{next(_COPIES)}.sqlite3"
    shutil.copy(filled, target)
    return target


def _ended(child: Child) -> None:
    await_end(child)
    if child.ended != 0:
        raise RuntimeError(child.said.decode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
