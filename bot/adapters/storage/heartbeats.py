"""When something last ran: a row for each name, so that everybody sees where nothing runs any more."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Engine, and_, select

from bot.adapters.storage.engine import reading, upsert, writing
from bot.adapters.storage.tables import heartbeat
from bot.core.clock import Clock

AT_MOST_EVERY = timedelta(seconds=30)
"""What runs several times a second is written down this often only."""


class HeartbeatRepository:
    """The `Heartbeats` of a workspace. `real_now` is real time; `clock` says what the business clock shows then.

    Each call is one transaction and raises StorageError.
    """

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock, real_now: Callable[[], datetime]) -> None:
        self._engine, self._workspace, self._clock, self._real_now = engine, workspace_id, clock, real_now
        self._written: dict[str, datetime] = {}
        self._lock = threading.Lock()

    def beat(self, name: str) -> None:
        """It runs. Written at most every 30 seconds of real time."""
        now = self._real_now()
        with self._lock:
            last = self._written.get(name)
            # A clock that was set back must not silence it.
            if last is not None and timedelta(0) <= now - last < AT_MOST_EVERY:
                return
            self._written[name] = now
        row = {"workspace_id": self._workspace, "name": name, "beat_at": now, "business_at": self._clock.now()}
        try:
            with writing(self._engine, beside_others=True) as connection:
                upsert(connection, heartbeat, row, key=("workspace_id", "name"))
        except BaseException:
            with self._lock:
                self._written.pop(name, None)
            raise

    def last(self, name: str) -> datetime | None:
        """When it ran last, in real time; None for never."""
        here = and_(heartbeat.c.workspace_id == self._workspace, heartbeat.c.name == name)
        with reading(self._engine) as connection:
            moment: datetime | None = connection.execute(select(heartbeat.c.beat_at).where(here)).scalar()
        return moment

    def all(self) -> Mapping[str, datetime]:
        """When each of them ran last, by name, in real time."""
        here = heartbeat.c.workspace_id == self._workspace
        with reading(self._engine) as connection:
            rows = connection.execute(select(heartbeat.c.name, heartbeat.c.beat_at).where(here)).all()
        return {row.name: row.beat_at for row in sorted(rows, key=lambda row: str(row.name))}
