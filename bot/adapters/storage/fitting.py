"""Do the keys at hand open what is in the database? Asked whenever one is opened, before anything is read of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, inspect, select

from bot.adapters.storage.engine import insert_once, reading, writing
from bot.adapters.storage.key_file import make_keys, read_keys
from bot.adapters.storage.sealing import KeyRing, give_keys, new_key
from bot.adapters.storage.tables import DEFAULT_WORKSPACE, sealing_key
from bot.errors import KeysNotFit


def fit_keys(engine: Engine, file: Path | None, now: datetime) -> KeyRing:
    """Give the engine its keys; the first is made where nothing was ever sealed. Without a file, a key that lives as
    long as this object: for tests. Raises KeysNotFit, and then has changed nothing."""
    if file is None:
        ring = KeyRing([new_key(now)])
        give_keys(engine, ring)
        return ring
    known = known_keys(engine)
    found = read_keys(file)
    if found is None:
        if known:
            raise KeysNotFit("sealing-key-missing", path=str(file), ids=_listed(known))
        found = make_keys(file, now)
    missing = known - found.ids
    if missing:
        raise KeysNotFit("sealing-key-another", path=str(file), ids=_listed(missing), here=_listed(found.ids))
    give_keys(engine, found)
    return found


def note_keys(engine: Engine, ring: KeyRing, now: datetime) -> None:
    """The database knows from now on with which key it is sealed. Raises KeysNotFit where another program has sealed
    with another key meanwhile."""
    known = known_keys(engine)
    if ring.newest.id in known:
        return
    with writing(engine) as connection:
        row = {"workspace_id": DEFAULT_WORKSPACE, "id": ring.newest.id, "known_at": now}
        insert_once(connection, sealing_key, row)
        missing = set(connection.execute(select(sealing_key.c.id)).scalars()) - ring.ids
        if missing:
            here = _listed(ring.ids)
            raise KeysNotFit("sealing-key-another", path="", ids=_listed(missing), here=here)


def known_keys(engine: Engine) -> frozenset[str]:
    """The ids of the keys with which something in the database may be sealed."""
    with reading(engine) as connection:
        if not inspect(connection).has_table(sealing_key.name):
            return frozenset()
        return frozenset(connection.execute(select(sealing_key.c.id)).scalars())


def _listed(ids: frozenset[str] | set[str]) -> str:
    return ", ".join(sorted(ids))
