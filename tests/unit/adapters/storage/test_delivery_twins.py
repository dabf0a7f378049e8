"""What the sweep for twins asks of the database, and what it writes down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.deliveries import DeliveryRepository, owe
from bot.adapters.storage.engine import writing
from bot.core.deliveries.ports import Place
from bot.core.owed import Owed

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@pytest.fixture
def database(database_address: str | Path) -> Iterator[Database]:
    opened = open_database(database_address)
    yield opened
    opened.close()


def arrived(database: Database, subject: str, *, conversation: str, message: str, at: datetime) -> str:
    """A delivery that arrived; returns its id."""
    store = DeliveryRepository(database.engine, workspace_id="local", database_clock=False)
    with writing(database.engine) as connection:
        owed = Owed(kind="k", subject_id=subject, occurrence="0", person="U1")
        owe(connection, [owed], workspace_id="local", at=at)
    taken = store.claim(token="t", now=NOW, until=NOW + timedelta(minutes=2))
    assert taken is not None
    assert store.mark_sent(taken.id, token="t", conversation=conversation, message=message, at=at)
    return taken.id


def test_where_messages_arrived_lately(database: Database) -> None:
    arrived(database, "a", conversation="D1", message="1", at=NOW - timedelta(hours=5))
    arrived(database, "b", conversation="D2", message="2", at=NOW - timedelta(hours=2))
    arrived(database, "c", conversation="D2", message="3", at=NOW - timedelta(hours=1))
    places = database.deliveries.recent_places(since=NOW - timedelta(hours=3))
    assert places == [Place("D2", "", NOW - timedelta(hours=3))]


def test_a_twin_is_counted_once_and_the_delivery_is_the_message_that_stays(database: Database) -> None:
    id = arrived(database, "a", conversation="D1", message="2", at=NOW)
    for _ in range(2):
        database.deliveries.note_twin(id, conversation="D1", kept="1", removed="2", at=NOW)
    assert database.deliveries.twins() == 1
    found = database.deliveries.by_message("D1", "1")
    assert found is not None
    assert found.id == id
    database.deliveries.note_twin(id, conversation="D1", kept="1", removed="7", at=NOW)
    assert database.deliveries.twins() == 2
    assert database.deliveries.by_message("D1", "1") is not None
