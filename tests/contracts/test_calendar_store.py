"""What every CalendarStore must do: the database and the fake of the tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.storage.database import open_database
from bot.core.calendar_entries import CalendarEntry, CalendarStore, HolidayTable, Scope
from bot.core.calendars import Holiday
from tests.databases import DATABASES, MakeAddress
from tests.fakes.calendars import FakeCalendars

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
CLOSED = CalendarEntry(
    id="e1",
    scope=Scope.COMPANY,
    scope_id="f1",
    name="年末年始",
    from_on=date(2026, 12, 28),
    until_on=date(2027, 1, 5),
    is_yearly=True,
    added_by="p1",
    added_at=AT,
)
SATURDAY = replace(CLOSED, id="e2", name="", is_working=True, until_on=None, is_yearly=False)
WEDNESDAYS = CalendarEntry(
    id="e3", scope=Scope.PARTNER, scope_id="f1:山田製作所", weekdays=frozenset({3, 6, 7}), added_at=AT
)
TABLE = HolidayTable(
    id="0001",
    source="syukujitsu.csv",
    until=date(2028, 12, 31),
    holidays=(Holiday(day=date(2028, 1, 1), name="元日"), Holiday(day=date(2028, 1, 10), name="成人の日")),
    loaded_by="加藤 誠",
    loaded_at=AT,
)


@contextmanager
def opened(address: str | Path) -> Iterator[CalendarStore]:
    database = open_database(address)
    yield database.calendars
    assert database.check() == []
    database.close()


@pytest.fixture(params=["fake", *DATABASES])
def store(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[CalendarStore]:
    if request.param == "fake":
        yield FakeCalendars()
        return
    with opened(make_address(request.param)) as store:
        yield store


def test_everything_of_an_entry_is_kept(store: CalendarStore) -> None:
    later = replace(SATURDAY, added_at=AT + timedelta(seconds=1))
    assert [store.add(one) for one in (later, CLOSED, WEDNESDAYS)] == [True] * 3
    assert list(store.entries()) == [CLOSED, WEDNESDAYS, later]
    assert store.entry("e1") == CLOSED
    assert store.entry("e9") is None


def test_the_same_entry_again_changes_nothing(store: CalendarStore) -> None:
    assert store.add(CLOSED)
    before = store.revision()
    assert not store.add(replace(CLOSED, name="another name"))
    assert (list(store.entries()), store.revision()) == ([CLOSED], before)


def test_what_is_taken_away_does_not_count_and_can_be_brought_back(store: CalendarStore) -> None:
    store.add(CLOSED)
    assert store.removed("e1") is None
    assert store.remove("e1", AT) == CLOSED
    assert (store.entry("e1"), list(store.entries())) == (None, [])
    assert store.removed("e1") == (CLOSED, AT)
    assert not store.add(CLOSED), "its id stays taken"
    assert store.restore("e1") == CLOSED
    assert (store.entry("e1"), store.removed("e1")) == (CLOSED, None)


def test_a_second_press_changes_nothing(store: CalendarStore) -> None:
    store.add(CLOSED)
    store.remove("e1", AT)
    before = store.revision()
    assert store.remove("e1", AT + timedelta(hours=1)) is None
    assert store.removed("e1") == (CLOSED, AT)
    assert store.remove("e9", AT) is None
    assert store.restore("e9") is None
    assert store.revision() == before


def test_the_latest_table_of_holidays_counts_until_it_is_taken_out(store: CalendarStore) -> None:
    assert (store.holidays(), store.unload_holidays()) == (None, None)
    second = replace(TABLE, id="0002", until=date(2029, 12, 31), loaded_at=AT - timedelta(days=1))
    store.load_holidays(second)
    store.load_holidays(TABLE)
    assert store.holidays() == second
    assert store.unload_holidays() == second
    assert store.holidays() == TABLE
    assert (store.unload_holidays(), store.holidays()) == (TABLE, None)


def test_every_change_raises_the_revision(store: CalendarStore) -> None:
    seen = [store.revision()]
    for change in (
        lambda: store.add(CLOSED),
        lambda: store.remove("e1", AT),
        lambda: store.restore("e1"),
        lambda: store.load_holidays(TABLE),
        store.unload_holidays,
    ):
        change()
        seen.append(store.revision())
    assert seen == sorted(set(seen))


def test_each_workspace_has_its_own(make_address: MakeAddress) -> None:
    address = make_address("sqlite")
    with opened(address) as store:
        store.add(CLOSED)
        store.load_holidays(TABLE)
        other = open_database(address, workspace_id="T2")
        found = (list(other.calendars.entries()), other.calendars.holidays(), other.calendars.revision())
        other.close()
    assert found == ([], None, 0)
