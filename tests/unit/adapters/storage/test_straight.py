"""Statements straight to SQLite give and take the same as SQLAlchemy's own way with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Date, Engine, Integer, MetaData, String, Table, event
from sqlalchemy.types import JSON

from bot.adapters.storage.engine import insert_once, make_engine, reading, upsert, writing
from bot.adapters.storage.statements import addition, alteration, given, removal, rows
from bot.adapters.storage.straight import added, done, found
from bot.adapters.storage.tables.columns import UtcDateTime
from bot.errors import StorageError

_METADATA = MetaData()
_THING = Table(
    "thing",
    _METADATA,
    Column("workspace_id", String(10), primary_key=True),
    Column("id", String(10), primary_key=True),
    Column("on", Date),
    Column("at", UtcDateTime),
    Column("is_open", Boolean),
    Column("count", Integer),
    Column("body", JSON),
)
_TOKYO = timezone(timedelta(hours=9))
_FULL = {
    "workspace_id": "w",
    "id": "a",
    "on": date(2026, 11, 21),
    "at": datetime(2026, 11, 21, 9, 30, tzinfo=_TOKYO),
    "is_open": True,
    "count": 3,
    "body": {"名": ["丸山精機", 1.5, None]},
}
_EMPTY: dict[str, Any] = {"workspace_id": "w", "id": "b", "on": None, "at": None, "is_open": False, "count": None}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = make_engine(tmp_path / "things.db")
    _METADATA.create_all(made)
    with writing(made) as connection:
        added(connection, addition(_THING), [_FULL, {**_FULL, "id": "c", "is_open": False, "count": 7}])
        added(connection, addition(_THING), [_EMPTY | {"body": []}])
    yield made
    made.dispose()


@pytest.mark.parametrize(
    ("asked", "filled"),
    [
        (rows(_THING, order=("id",)), given("w")),
        (rows(_THING, equal=("is_open",), columns=("id", "body"), order=("id",)), given("w", equal={"is_open": False})),
        (rows(_THING, among=("id",), until=("at",)), given("w", among={"id": ["a", "b"]}, until={"at": _FULL["at"]})),
        (rows(_THING, among=("id", "on")), given("w", among={"id": ["a", "b", "c"], "on": [_FULL["on"]]})),
        (rows(_THING, among=("id",)), given("w", among={"id": []})),
        (rows(_THING, equal=("on",), null=("count",)), given("w", equal={"on": None})),
        (rows(_THING), given("another workspace")),
    ],
)
def test_rows_are_those_of_sqlalchemy(engine: Engine, asked: Any, filled: dict[str, Any]) -> None:
    with reading(engine) as connection:
        straight, usual = found(connection, asked, filled), connection.execute(asked, filled).all()
    assert [tuple(one) for one in straight] == [tuple(one) for one in usual]
    assert [[type(value) for value in one] for one in straight] == [[type(value) for value in one] for one in usual]


def test_a_row_has_the_names_of_its_columns(engine: Engine) -> None:
    with reading(engine) as connection:
        (row,) = found(connection, rows(_THING, equal=("id",)), given("w", equal={"id": "a"}))
    assert (row.on, row.is_open, row.count, row.body) == (date(2026, 11, 21), True, 3, {"名": ["丸山精機", 1.5, None]})
    assert row.at == datetime(2026, 11, 21, 0, 30, tzinfo=UTC)


def test_rows_are_changed_removed_and_counted(engine: Engine) -> None:
    later = datetime(2027, 1, 4, 9, tzinfo=_TOKYO)
    with writing(engine) as connection:
        to = {"at": later, "body": ["a list", "is no list of rows"]}
        put = alteration(_THING, equal=("id",), among=("count",), to=tuple(to))
        assert done(connection, put, given("w", equal={"id": "a"}, among={"count": [3, 4]}, to=to)) == 1
        assert done(connection, put, given("w", equal={"id": "a"}, among={"count": []}, to=to)) == 0
        assert done(connection, removal(_THING, among=("id",)), given("w", among={"id": ["b", "c", "z"]})) == 2
    with reading(engine) as connection:
        (row,) = found(connection, rows(_THING), given("w"))
    assert (row.id, row.at, row.body) == ("a", later, ["a list", "is no list of rows"])


def test_a_row_is_added_once_and_over(engine: Engine) -> None:
    with writing(engine) as connection:
        assert not insert_once(connection, _THING, _FULL)
        assert insert_once(connection, _THING, {**_FULL, "id": "d"})
        upsert(connection, _THING, {**_FULL, "count": 9}, key=("workspace_id", "id"))
    with reading(engine) as connection:
        counts = {row.id: row.count for row in found(connection, rows(_THING, columns=("id", "count")), given("w"))}
    assert counts == {"a": 9, "b": None, "c": 7, "d": 3}


def test_what_sqlite_refuses_is_said_plainly_and_undone(engine: Engine) -> None:
    with pytest.raises(StorageError) as refused, writing(engine) as connection:
        added(connection, addition(_THING), [{**_FULL, "id": "e"}, {**_FULL, "body": "丸山精機"}])
    assert "丸山精機" not in str(refused.value)
    assert "丸山精機" not in str(refused.value.__cause__)
    with reading(engine) as connection:
        assert not found(connection, rows(_THING, equal=("id",)), given("w", equal={"id": "e"}))


def test_a_moment_without_a_zone_is_refused(engine: Engine) -> None:
    with pytest.raises(ValueError, match="aware"), reading(engine) as connection:
        found(connection, rows(_THING, until=("at",)), given("w", until={"at": datetime(2026, 11, 21)}))  # noqa: DTZ001


def test_whoever_listens_to_statements_hears_of_these(engine: Engine) -> None:
    heard = list[str]()
    event.listen(engine, "before_cursor_execute", lambda *given: heard.append(given[2]))
    with reading(engine) as connection:
        found(connection, rows(_THING, among=("id",)), given("w", among={"id": ["a", "b"]}))
    assert len(heard) == 1
    assert "IN (?, ?)" in heard[0]
