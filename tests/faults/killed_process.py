"""Run by test_killed_while_adding.py as a process of its own: forks one child per scenario and kills it on the way.

Usage: killed_process.py SCENARIOS.json. Each scenario: {"database", "action", "kill_at"}. `kill_at` is a named point,
a statement number ("statement-7": before the seventh SQL statement), a delay ("after-0.0123": seconds from the first
statement on, by SIGKILL from outside), or "" for no kill. Prints one JSON line a scenario:
{"signal": 9 or 0, "status": exit status, "said": what the child wrote, one word a commit}.

Forking from a process that has imported everything keeps two hundred kills within seconds. Nothing in the program
knows of these points: they are put around its ports, around SQLAlchemy's events, and around `os`.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.keeping import restore
from bot.adapters.storage.unit_of_work import SqlGuideUnitOfWork
from bot.core.clock import SystemClock
from bot.core.guides.loading import FileToAdd
from bot.core.guides.models import NewRelease, Passage, Release
from bot.core.guides.service import GuideService
from tests.fakes.document_reader import FakeDocumentReader


class KillSwitch:
    """Ends this process the hard way when the named point is reached."""

    def __init__(self, kill_at: str) -> None:
        self._kill_at, self._statements = kill_at, 0
        self.first_statement = threading.Event()

    def reach(self, point: str) -> None:
        if point == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def count_statement(self, *_: Any) -> None:
        self._statements += 1
        self.reach(f"statement-{self._statements}")

    def before_commit(self, _connection: Any) -> None:
        self.reach("before-commit")

    @property
    def statements(self) -> int:
        return self._statements


class WatchedWork(SqlGuideUnitOfWork):
    """The real unit of work, with points around publishing and committing."""

    switch: KillSwitch

    def __enter__(self) -> WatchedWork:
        super().__enter__()
        self.switch.reach("transaction-open")
        inner, published = self.guides.publish, [0]

        def publish(release: NewRelease, passages: Sequence[Passage]) -> Release:
            published[0] += 1
            self.switch.reach(f"before-publish-{published[0]}")
            done = inner(release, passages)
            self.switch.reach(f"after-publish-{published[0]}")
            return done

        self.guides.publish = publish  # type: ignore[method-assign]
        return self

    def commit(self) -> None:
        super().commit()
        self.switch.reach("after-commit")


def say(word: str) -> None:
    os.write(1, f"{word} ".encode())


def files(edition: int) -> list[FileToAdd]:
    # Long enough to need several database pages, so that a commit is not one single write.
    body = "\n".join(f"# 見出し{number}\n第{edition}版の本文。{'長い文。' * 120}" for number in range(8))
    return [
        FileToAdd(file_name=f"{name}.md", content=f"edition: {2000 + edition}\n\n{body}".encode())
        for name in ("甲", "乙")
    ]


def service(database: Database, switch: KillSwitch) -> GuideService:
    def start(*, writing: bool = True) -> SqlGuideUnitOfWork:
        work = WatchedWork(database.engine, workspace_id=database.workspace_id, clock=SystemClock(), writing=writing)
        work.switch = switch if writing else KillSwitch("")
        return work

    return GuideService(reader=FakeDocumentReader(), start=start, clock=SystemClock())


def add(database: Database, switch: KillSwitch, edition: int) -> None:
    def progress(*, done: int, total: int, file_name: str) -> None:
        switch.reach(f"after-read-{done}")

    service(database, switch).add(files=files(edition), progress=progress)


def run_add(path: Path, switch: KillSwitch) -> None:
    database = open_database(path)
    watch_statements(switch)
    add(database, switch, 3)


def run_rollback(path: Path, switch: KillSwitch) -> None:
    database = open_database(path)
    watch_statements(switch)
    service(database, switch).rollback(guide_id="甲")


def run_retire(path: Path, switch: KillSwitch) -> None:
    database = open_database(path)
    watch_statements(switch)
    service(database, switch).retire(guide_id="甲")


def run_open(path: Path, switch: KillSwitch) -> None:
    watch_statements(switch)
    open_database(path)


def run_endlessly(path: Path, switch: KillSwitch) -> None:
    """Add both guides, roll one back, and so on, saying the corpus revision after each; until killed from outside."""
    database = open_database(path)
    edition = 3
    while True:
        add(database, switch, edition)
        say(str(database.corpus_revision()))
        service(database, switch).rollback(guide_id="甲")
        say(str(database.corpus_revision()))
        edition += 1


def run_restore(path: Path, switch: KillSwitch) -> None:
    link, replace = os.link, Path.replace

    def watched_link(*arguments: Any, **options: Any) -> None:
        switch.reach("before-link")
        link(*arguments, **options)
        switch.reach("after-link")

    def watched_replace(self: Path, target: Any) -> Path:
        switch.reach("before-replace")
        moved = replace(self, target)
        switch.reach("after-replace")
        return moved

    os.link, Path.replace = watched_link, watched_replace  # type: ignore[assignment,method-assign]
    restore(path, backup_file=path.with_name("backup.zip"), overwrite=True)


def run_seed(path: Path, switch: KillSwitch) -> None:
    database = open_database(path)
    for edition in (1, 2):
        add(database, switch, edition)
    database.close()


ACTIONS: dict[str, Callable[[Path, KillSwitch], None]] = {
    "add": run_add,
    "rollback": run_rollback,
    "retire": run_retire,
    "open": run_open,
    "endless": run_endlessly,
    "restore": run_restore,
    "seed": run_seed,
}


def watch_statements(switch: KillSwitch) -> None:
    event.listen(Engine, "before_cursor_execute", switch.count_statement)
    event.listen(Engine, "commit", switch.before_commit)


def child(scenario: dict[str, str], output: int) -> None:
    os.dup2(output, 1)
    switch = KillSwitch(scenario["kill_at"])
    ACTIONS[scenario["action"]](Path(scenario["database"]), switch)
    say(f"statements={switch.statements}")


def run(scenario: dict[str, str]) -> dict[str, Any]:
    reading_end, writing_end = os.pipe()
    process = os.fork()
    if process == 0:
        status = 1
        try:
            os.close(reading_end)
            child(scenario, writing_end)
            status = 0
        finally:
            os._exit(status)
    os.close(writing_end)
    timer = None
    with os.fdopen(reading_end, "rb") as pipe:
        said = b""
        if scenario["kill_at"].startswith("after-0."):
            said = pipe.read(1)  # the first commit: from here on the clock runs
            delay = float(scenario["kill_at"].removeprefix("after-"))
            timer = threading.Timer(delay, os.kill, (process, signal.SIGKILL))
            timer.start()
        said += pipe.read()
    _, status = os.waitpid(process, 0)
    if timer:
        timer.join()
    killed_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return {"signal": killed_by, "status": os.waitstatus_to_exitcode(status), "said": said.decode()}


if __name__ == "__main__":
    for one in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        print(json.dumps(run(one)), flush=True)  # noqa: T201
