"""What people said is in no byte of the files, opens with the key alone, and is sealed anew on request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, Column, LargeBinary, MetaData, Table, insert, inspect, select, type_coerce

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import make_engine, writing
from bot.adapters.storage.key_file import beside, copy_keys, is_private, merge_keys, read_keys
from bot.adapters.storage.migrating import migrate
from bot.adapters.storage.resealing import rotate
from bot.adapters.storage.sealing import KeyRing, new_key
from bot.adapters.storage.tables import metadata, value_walk_change
from bot.adapters.storage.tables.sealed import Sealed, SealedAlike, SealedText
from bot.core.coaching.cards.service import CardService
from bot.core.meetings.models import Change, ChangeKind, Encounter
from bot.errors import KeysNotFit, StorageError
from tests.contracts.test_encounter_store import E1
from tests.contracts.test_walk_store import WALK, change
from tests.unit.adapters.storage.test_card_traces import made
from tests.unit.core.coaching.cards.bench import HandClock, House
from tests.unit.core.coaching.cards.samples import TANAKA

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MARK = "こっそり7781"


@pytest.fixture
def database(database_address: str | Path) -> Iterator[Database]:
    opened = open_database(database_address)
    yield opened
    opened.close()


def test_a_value_opens_with_its_key_in_its_place_alone() -> None:
    ring, other = KeyRing([new_key(NOW)]), KeyRing([new_key(NOW)])
    for seal in (ring.seal, ring.seal_alike):
        sealed = seal(MARK.encode(), b"a")
        assert MARK.encode() not in sealed
        assert ring.opened(sealed, b"a") == MARK.encode()
        for reader, place, value in (
            (other, b"a", sealed),
            (ring, b"b", sealed),
            (ring, b"a", sealed[:-1] + bytes([sealed[-1] ^ 1])),
        ):
            with pytest.raises(StorageError):
                reader.opened(value, place)
    assert ring.seal(b"x", b"a") != ring.seal(b"x", b"a")
    assert ring.seal_alike(b"x", b"a") == ring.seal_alike(b"x", b"a") != ring.seal_alike(b"x", b"b")
    assert ring.opened(ring.seal_alike(b"", b"a"), b"a") == b""


def lived(database: Database) -> Encounter:
    """A walk, a card, an encounter that was changed, all with the mark in them; and what came in from the chat."""
    walk = replace(WALK, subject=MARK)
    database.walks.add(walk, change=change(1), scheduled=[])
    second = replace(walk, version=2)
    database.walks.change(walk, second, change=change(2, walk), scheduled=[])
    service = CardService(store=database.value_cards, directory=House(), clock=HandClock())
    made(service, TANAKA, "w9", MARK)
    met = replace(E1, partner=f"{MARK}工業", contact=f"{MARK} 太郎", event="展示会")
    noted = Change(id="x1", encounter_id="e1", kind=ChangeKind.CAPTURED, by_id="tanaka", at=NOW, detail={"said": MARK})
    database.encounters.add(met, change=noted, scheduled=[])
    put_right = replace(met, version=2, topic=MARK)
    corrected = replace(noted, id="x2", kind=ChangeKind.CORRECTED, before=met)
    database.encounters.change(met, put_right, change=corrected, scheduled=[])
    database.inbox.claim("i1", "event", {"text": MARK})
    return put_right


def everything(database: Database) -> bytes:
    """What a row holds, as the database has it."""
    with writing(database.engine) as connection:
        return b"".join(
            value if isinstance(value, bytes) else str(value).encode()
            for table in metadata.sorted_tables
            for row in connection.execute(select(*(type_coerce(column, _plain(column)) for column in table.c)))
            for value in row
        )


def _plain(column: Column[Any]) -> Any:
    return LargeBinary() if isinstance(column.type, Sealed | SealedText | SealedAlike) else column.type


def test_nothing_said_stands_in_any_table_and_everything_is_read_as_it_was(database: Database) -> None:
    met = lived(database)
    kept = everything(database)
    assert b"e1" in kept
    for written in (MARK.encode(), MARK.encode("unicode_escape"), b"7781"):
        assert written not in kept
    assert database.encounters.by_id("e1") == met
    assert [one.detail for one in database.encounters.changes("e1")] == [{"said": MARK}] * 2
    assert [one.id for one in database.encounters.met("aoi", partner=met.partner, contact=met.contact)] == ["e1"]
    walk = database.walks.by_id("w1")
    assert walk is not None
    assert walk.subject == MARK
    assert [item.body for item in database.inbox.unfinished()] == [{"text": MARK}]


def test_nothing_said_stands_in_any_byte_of_the_files(tmp_path: Path) -> None:
    database = open_database(tmp_path / "minori.sqlite3")
    lived(database)
    for _ in range(2):  # with the log of what was written last, and without
        files = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
        assert b"value_walk" in files
        for written in (MARK.encode(), MARK.encode("unicode_escape"), b"7781"):
            assert written not in files
        database.close()


def test_a_key_that_is_missing_or_another_one_stops_everything_and_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "minori.sqlite3"
    database = open_database(path)
    met = lived(database)
    database.close()
    keys, before = beside(path), path.read_bytes()
    apart = keys.rename(tmp_path / "apart.json")

    with pytest.raises(KeysNotFit) as missing:
        open_database(path)
    assert missing.value.key == "sealing-key-missing"
    assert not keys.exists()

    open_database(tmp_path / "other" / "minori.sqlite3").close()
    beside(tmp_path / "other" / "minori.sqlite3").rename(keys)
    with pytest.raises(KeysNotFit) as another:
        open_database(path)
    assert another.value.key == "sealing-key-another"
    keys.write_text("{}", encoding="utf-8")
    with pytest.raises(KeysNotFit) as unreadable:
        open_database(path)
    assert unreadable.value.key == "sealing-key-unreadable"
    assert path.read_bytes() == before

    keys.unlink()
    kept = read_keys(apart)
    assert kept is not None
    assert merge_keys(keys, kept) == 1
    database = open_database(path)
    assert database.encounters.by_id("e1") == met
    database.close()


def test_the_keys_are_private_and_can_be_copied_and_added(tmp_path: Path) -> None:
    open_database(tmp_path / "minori.sqlite3").close()
    file = beside(tmp_path / "minori.sqlite3")
    ring = read_keys(file)
    assert ring is not None
    assert is_private(file)
    copy_keys(ring, to=tmp_path / "kept.json")
    assert is_private(tmp_path / "kept.json")
    with pytest.raises(KeysNotFit):
        copy_keys(ring, to=tmp_path / "kept.json")
    assert merge_keys(file, ring) == 0
    given = KeyRing([new_key(NOW)])
    assert merge_keys(file, given) == 1
    both = read_keys(file)
    assert both is not None
    assert both.newest.id == ring.newest.id
    assert both.ids == ring.ids | given.ids


def test_with_a_new_key_everything_is_sealed_anew_and_still_found(database_address: str | Path, tmp_path: Path) -> None:
    file = beside(database_address) if isinstance(database_address, Path) else tmp_path / "apart" / "keys.json"
    database = open_database(database_address, key_file=file)
    met, old = lived(database), read_keys(file)
    assert old is not None
    ring, count = rotate(database.engine, file=file, now=NOW)
    assert count > 6
    assert old.newest.mark not in everything(database)
    assert len(ring.keys) == 2
    database.close()

    again = open_database(database_address, key_file=file)
    assert again.encounters.by_id("e1") == met
    assert [one.id for one in again.encounters.met("aoi", partner=met.partner, contact=met.contact)] == ["e1"]
    again.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_was_plain_before_is_sealed_when_the_database_is_opened(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    address: str | Path = tmp_path / "minori.sqlite3"
    if kind == "postgresql":
        server = request.getfixturevalue("postgresql")
        address = server.url(server.create(empty=True))
    source = open_database(tmp_path / "source" / "minori.sqlite3")
    met = lived(source)
    engine = make_engine(address)
    migrate(engine, to="0009")
    old = MetaData()
    with source.engine.connect() as sealed, engine.begin() as plain:
        for table in metadata.sorted_tables:
            if not inspect(plain).has_table(table.name):
                continue
            was = Table(table.name, old, autoload_with=plain)
            columns = [column for column in table.c if column.name in was.c]
            for row in sealed.execute(select(*columns)).mappings():
                if table.name != "audit":
                    plain.execute(insert(was), {name: _for(was, name, value) for name, value in row.items()})
    source.close()
    engine.dispose()
    if isinstance(address, Path):
        assert MARK.encode() in address.read_bytes()

    database = open_database(address, key_file=tmp_path / "keys.json")
    assert database.check() == []
    assert MARK.encode() not in everything(database)
    assert database.encounters.by_id("e1") == met
    assert [one.id for one in database.encounters.met("aoi", partner=met.partner, contact=met.contact)] == ["e1"]
    assert [one.detail for one in database.encounters.changes("e1")] == [{"said": MARK}] * 2
    found = database.walks.by_id("w1")
    assert found is not None
    assert found.subject == MARK
    with database.engine.connect() as connection:
        assert None in connection.execute(select(value_walk_change.c.before)).scalars().all()
    database.close()
    if isinstance(address, Path):
        assert MARK.encode() not in address.read_bytes()


def _for(table: Table, name: str, value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict | list) and not isinstance(table.c[name].type, JSON) else value
