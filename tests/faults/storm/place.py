"""Where a storm happens: a database of one kind, one tenant in it, the receiving side, and the clock of all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import create_engine, text

from bot.adapters.sentences import FluentSentences
from bot.adapters.storage.database import Database, open_database
from bot.core.clock import Clock
from bot.core.deliveries.models import Timing
from bot.resources import prompts_folder
from tests.databases import LocalPostgreSQL
from tests.faults.storm.business_time import BusinessTime
from tests.faults.storm.receiving import ReceivingSide
from tests.faults.storm.shifted_clock import ShiftedClock

TIMING = Timing(
    lease=timedelta(seconds=40),
    deadline=timedelta(seconds=1),  # a real second: a socket waits by the real clock
    margin=timedelta(seconds=5),
    wait=timedelta(seconds=60),
)
BEGINS_AT = datetime(2027, 6, 7, 1, 0, tzinfo=UTC)
"""A Monday, 10:00 in Japan, in weeks without holidays: when the business time of every world begins."""
# PostgreSQL's own clock, moved like everybody's: found before pg_catalog's.
_SHIFTED = (
    "CREATE SCHEMA shifted",
    "CREATE TABLE shifted.ahead (by interval NOT NULL)",
    "INSERT INTO shifted.ahead VALUES (interval '0')",
    "CREATE FUNCTION shifted.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS "
    "'SELECT pg_catalog.clock_timestamp() + (SELECT by FROM shifted.ahead)'",
)


class Lane(Protocol):
    """One kind of database, with its own clock if it has one."""

    name: str
    address: str | Path
    key_file: Path | None

    def advance(self, clock: ShiftedClock, by: timedelta) -> None: ...
    def stop(self) -> None: ...


class SqliteLane:
    """A file."""

    name = "SQLite"

    def __init__(self, folder: Path) -> None:
        self.key_file: Path | None = None
        self.address: str | Path = folder / "minori.sqlite3"
        open_database(self.address).close()

    def advance(self, clock: ShiftedClock, by: timedelta) -> None:
        clock.advance(by)

    def stop(self) -> None:
        return None


class PostgreSQLLane:
    """A server of its own; its clock decides when a lease ends."""

    name = "PostgreSQL"

    def __init__(self, folder: Path) -> None:
        self.key_file: Path | None = folder / "sealing.json"
        self._server = LocalPostgreSQL()
        database = self._server.create()
        self.address: str | Path = self._server.url(database)
        self._run(*_SHIFTED)
        self._run(f"ALTER DATABASE {database} SET search_path = public, shifted, pg_catalog")

    def advance(self, clock: ShiftedClock, by: timedelta) -> None:
        clock.advance(by)
        self._run(f"UPDATE shifted.ahead SET by = interval '{clock.offset} seconds'")

    def _run(self, *statements: str) -> None:
        # Closed at once: a connection must not be shared with the children.
        engine = create_engine(str(self.address))
        with engine.begin() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()

    def stop(self) -> None:
        self._server.stop()


@dataclass
class Place:
    """Everything that a child needs. `tenant` keeps the worlds of one storm apart in the same database.

    `broken` changes the program in a child before it works: nothing, or a safeguard taken away. `closes` and
    `overnight` are those of the trial.
    """

    lane: Lane
    side: ReceivingSide
    clock: ShiftedClock
    sentences: FluentSentences
    tenant: str = ""
    closed: dict[str, float] = field(default_factory=dict)
    timing: Timing = TIMING
    broken: Callable[[], Any] = lambda: None
    closes: bool = True
    overnight: bool = False

    @cached_property
    def business(self) -> BusinessTime:
        """The business clock of a world; made by its first user, before the first fork."""
        return BusinessTime(self.clock, BEGINS_AT)

    def open(self, clock: Clock | None = None) -> Database:
        """The database of this tenant, in a child. `clock`: business time, where it is not the storm's own."""
        clock, keys = clock or self.clock, self.lane.key_file
        return open_database(self.lane.address, workspace_id=self.tenant, clock=clock, key_file=keys)

    def advance(self, by: timedelta) -> None:
        """Time passes for everybody."""
        self.lane.advance(self.clock, by)

    def close_subject(self, subject: str) -> None:
        """From now on nothing may arrive about it."""
        self.closed.setdefault(subject, self.clock.time())


def load_sentences() -> FluentSentences:
    """The real catalogues, loaded once for all children."""
    return FluentSentences(prompts_folder() / "sentences", strict=True)
