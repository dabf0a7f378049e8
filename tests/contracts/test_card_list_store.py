"""What every CardListStore must do: the database, and the fake of the tests of catching."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.adapters.storage.card_lists import CardListRepository
from bot.adapters.storage.database import open_database
from bot.core.meetings.catching.models import Card, CardList, CardState, LeftOut, Likeness
from bot.core.meetings.catching.ports import CardListStore
from tests.databases import DATABASES, MakeAddress
from tests.fakes.card_lists import FakeCardLists

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
FULL = Card(
    number=1,
    partner="㈱山田製作所",
    contact="田中 太郎",
    title="部長",
    note="接着の相談\n😀",
    event="ものづくりフェア",
    met_on=DAY,
    next_step="サンプルを送る",
    due_on=DAY,
    due_time="10:00",
    state=CardState.KEPT,
    encounter_id="e1",
    change_id="c1",
    decided_at=NOW,
    batch="p1",
    likeness=Likeness(name="山田 田中", party_id="p", number=3, is_same=False),
    uid="u@example",
    meets_at=NOW,
    meets_on=DAY,
    has_moved=True,
)


@pytest.fixture(params=[*DATABASES, "fake"])
def store(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[CardListStore]:
    if request.param == "fake":
        yield FakeCardLists()
        return
    database = open_database(make_address(request.param))
    yield CardListRepository(database.engine, workspace_id=database.workspace_id)
    database.close()


def pile(id: str = "l1", by_id: str = "tanaka", days: int = 0) -> CardList:
    return CardList(
        id=id,
        by_id=by_id,
        company_id="aoi",
        created_at=NOW + timedelta(days=days),
        source="名簿.xlsx",
        is_calendar=True,
        event="フェア",
        met_on=DAY,
        step="お礼",
        due_on=DAY,
        due_time="10:00",
        cards=(FULL, Card(number=2, contact="佐藤")),
        left_out=LeftOut(internal=1, cancelled=2, elsewhen=3, too_many=4),
    )


def test_a_list_is_kept_whole(store: CardListStore) -> None:
    assert store.add(pile()) == pile()
    assert store.by_id("l1") == pile()
    assert store.by_id("l2") is None


def test_the_same_list_twice_stays_as_it_is(store: CardListStore) -> None:
    store.add(pile())
    after = pile().with_card(replace(FULL, state=CardState.WAITING))
    assert store.change(pile(), after)
    assert store.add(pile()) == after


def test_a_change_is_stored_only_on_the_version_it_was_made_from(store: CardListStore) -> None:
    store.add(pile())
    first, second = pile().with_card(replace(FULL, title="一")), pile().with_card(replace(FULL, title="二"))
    assert store.change(pile(), first)
    assert not store.change(pile(), second)
    assert store.by_id("l1") == first
    assert not store.change(pile("l9"), second)


def test_somebodys_lists_the_newest_first(store: CardListStore) -> None:
    for one in (pile("l1"), pile("l2", days=1), pile("l3", by_id="sato")):
        store.add(one)
    assert [one.id for one in store.of_owner("tanaka")] == ["l2", "l1"]
    store.remove("l2")
    assert [one.id for one in store.of_owner("tanaka")] == ["l1"]
    store.forget("tanaka")
    assert [one.id for one in store.of_owner("tanaka")] == []
    assert store.by_id("l3") is not None


def test_old_lists_are_forgotten(store: CardListStore) -> None:
    for one in (pile("l1"), pile("l2", days=1)):
        store.add(one)
    assert store.forget_before(NOW + timedelta(days=1)) == 1
    assert store.by_id("l1") is None
    assert store.by_id("l2") is not None
