"""What a JoinStore must do on both databases."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.adapters.storage.database import open_database
from bot.core.alike.ports import Join
from bot.core.owed import Owed
from tests.databases import DATABASES, MakeAddress

NOW = datetime(2026, 11, 16, 0, 0, tzinfo=UTC)
ONE = Join(id="h2", head_id="h1", by_id="sato", joined_at=NOW)
OTHER = Join(id="h3", head_id="h1", by_id="sato", joined_at=NOW)


@pytest.mark.parametrize("kind", DATABASES)
def test_joined_once_and_taken_apart(kind: str, make_address: MakeAddress) -> None:
    database = open_database(make_address(kind))
    try:
        database.joins.join([ONE, OTHER])
        database.joins.join([Join(id="h2", head_id="x", by_id="ito", joined_at=NOW)])
        assert list(database.joins.of_head("h1")) == [ONE, OTHER]
        assert (database.joins.head_of("h2"), database.joins.head_of("h1")) == ("h1", "")
        told = Owed(kind="alike_apart", subject_id="h2", occurrence="h1", person="U1")
        database.joins.apart(["h2"], owed=[told])
        database.joins.apart([])
        assert list(database.joins.all()) == [OTHER]
        assert sum(database.deliveries.counts().values()) == 1
    finally:
        database.close()
