"""What a SiftStore must do on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.core.cockpit.models import Sift
from tests.databases import DATABASES, MakeAddress

NOW = datetime(2026, 11, 16, tzinfo=UTC)


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[Database]:
    opened = open_database(make_address(request.param))
    yield opened
    opened.close()


def test_the_last_choice_of_each_person_is_kept(database: Database) -> None:
    store = database.cockpit_sifts
    assert store.sift_of("takahashi") == Sift()
    first = Sift(stage="trial", wall="wall_3", days=30, event="0123456789abcdef", owner_id="sato")
    store.put_sift("takahashi", first, NOW)
    store.put_sift("ito", Sift(days=7), NOW)
    assert store.sift_of("takahashi") == first
    store.put_sift("takahashi", Sift(), NOW)
    assert (store.sift_of("takahashi"), store.sift_of("ito")) == (Sift(), Sift(days=7))
