"""When something last ran: on both databases, written seldom, read at once by another process."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.heartbeats import HeartbeatRepository
from bot.core.clock import VirtualClock
from bot.errors import StorageError
from tests.fakes.deliveries import RealTime

BUSINESS = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.fixture
def database(database_address: str | Path) -> Iterator[Database]:
    opened = open_database(database_address)
    yield opened
    opened.close()


def beats(database: Database, real: RealTime) -> HeartbeatRepository:
    clock = VirtualClock(BUSINESS)
    return HeartbeatRepository(database.engine, workspace_id="local", clock=clock, real_now=real.now)


def test_the_last_time_is_known_to_everybody(database: Database) -> None:
    real = RealTime()
    mine, other = beats(database, real), beats(database, real)
    assert mine.last("deliveries") is None
    mine.beat("deliveries")
    first = real.now()
    real.advance(timedelta(minutes=2))
    other.beat("nudges")
    assert dict(mine.all()) == {"deliveries": first, "nudges": real.now()}
    other.beat("deliveries")
    assert mine.last("deliveries") == real.now()


def test_it_is_written_at_most_every_thirty_seconds(database: Database) -> None:
    real, writes = RealTime(), [0]

    def count(*_: object) -> None:
        writes[0] += 1

    mine = beats(database, real)
    event.listen(database.engine, "commit", count)
    for _ in range(300):
        mine.beat("deliveries")
        real.advance(timedelta(seconds=0.5))
    event.remove(database.engine, "commit", count)
    assert writes[0] == 5


def test_what_could_not_be_written_is_written_next_time(database: Database) -> None:
    real = RealTime()
    mine = beats(database, real)

    def fail(*_: object) -> None:
        raise StorageError("database", "gone")

    event.listen(database.engine, "commit", fail)
    with pytest.raises(StorageError):
        mine.beat("deliveries")
    event.remove(database.engine, "commit", fail)
    mine.beat("deliveries")
    assert mine.last("deliveries") == real.now()
