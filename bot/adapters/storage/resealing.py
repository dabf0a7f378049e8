"""Sealing everything anew with a new key, in one transaction: afterwards nothing in the database needs an older one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, LargeBinary, Table, bindparam, select, type_coerce, update

from bot.adapters.storage.engine import writing
from bot.adapters.storage.fitting import note_keys
from bot.adapters.storage.key_file import add_key
from bot.adapters.storage.sealing import KeyRing, give_keys, keys_of
from bot.adapters.storage.tables import metadata
from bot.adapters.storage.tables.sealed import Sealed, SealedAlike, SealedText
from bot.adapters.storage.traces import leave_no_traces

_AT_ONCE = 500


def rotate(engine: Engine, *, file: Path, now: datetime) -> tuple[KeyRing, int]:
    """Make a key, and seal every value with it. Returns the keys and how many rows there were. The older keys stay in
    the file: backups need them. No other program may work with the database meanwhile. Raises KeysNotFit before
    anything is changed, StorageError; then the older key still opens everything."""
    ring = add_key(file, keys_of(engine.dialect), now)
    give_keys(engine, ring)
    # First known, then used: a database that was stopped in between asks for both keys, which are there.
    note_keys(engine, ring, now)
    with writing(engine) as connection:
        count = sum(_sealed_anew(connection, table, ring) for table in metadata.sorted_tables)
    leave_no_traces(engine)
    return ring, count


def _sealed_anew(connection: Connection, table: Table, ring: KeyRing) -> int:
    columns = {one.name: one.type for one in table.c if isinstance(one.type, Sealed | SealedText | SealedAlike)}
    if not columns:
        return 0
    key = [one.name for one in table.primary_key]
    names = (*(table.c[name] for name in key), *(type_coerce(table.c[one], LargeBinary).label(one) for one in columns))
    rows = connection.execute(select(*names)).mappings().all()
    to = {name: type_coerce(bindparam(f"to_{name}", type_=LargeBinary), LargeBinary) for name in columns}
    one = update(table).where(*(table.c[name] == bindparam(f"is_{name}") for name in key)).values(to)
    for start in range(0, len(rows), _AT_ONCE):
        filled = [
            {f"is_{name}": row[name] for name in key}
            | {f"to_{name}": _anew(ring, kind)(row[name]) for name, kind in columns.items()}
            for row in rows[start : start + _AT_ONCE]
        ]
        connection.execute(one, filled)
    return len(rows)


def _anew(ring: KeyRing, kind: Sealed | SealedText | SealedAlike) -> Callable[[Any], bytes | None]:
    seal, place = (ring.seal_alike if isinstance(kind, SealedAlike) else ring.seal), kind.place.encode()
    return lambda value: None if value is None else seal(ring.opened(bytes(value), place), place)
