"""The file in which the keys of sealed values lie: apart from the database, readable by its owner only.

JSON: `{"keys": [{"id": …, "made_at": …, "secret": base64}, …]}`, the oldest first. Nothing in it is ever overwritten by
something that has less: a key is added, never taken away.
"""

from __future__ import annotations

import base64
import json
import os
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from bot.adapters.storage.sealing import KEY_BYTES, KeyRing, SealingKey, new_key
from bot.errors import KeysNotFit

FOLDER, NAME = "keys", "sealing.json"


def beside(database: Path) -> Path:
    """Where the keys of an SQLite database lie unless it is said."""
    return database.parent / FOLDER / NAME


def read_keys(file: Path) -> KeyRing | None:
    """The keys, or None where there is no such file. Raises KeysNotFit where it is not one of ours."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        keys = [_key(one) for one in kept["keys"]]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KeysNotFit("sealing-key-unreadable", path=str(file)) from error
    if not keys:
        raise KeysNotFit("sealing-key-unreadable", path=str(file))
    return KeyRing(keys)


def make_keys(file: Path, now: datetime) -> KeyRing:
    """Make the first key, unless another process was quicker: then its key counts. Raises KeysNotFit."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = _written(file, KeyRing([new_key(now)]))
        try:
            # A link is made only where nothing has the name.
            os.link(part, file)
        except FileExistsError:
            pass
        finally:
            part.unlink()
        _sync(file.parent)
    except OSError as error:
        raise KeysNotFit("sealing-key-not-made", path=str(file), reason=error.strerror or "") from error
    ring = read_keys(file)
    if ring is None:
        raise KeysNotFit("sealing-key-unreadable", path=str(file))
    return ring


def add_key(file: Path, ring: KeyRing, now: datetime) -> KeyRing:
    """Write the file anew with one more key, which is the newest. Raises KeysNotFit."""
    longer = KeyRing([*ring.keys, new_key(now)])
    try:
        _written(file, longer).replace(file)
        _sync(file.parent)
    except OSError as error:
        raise KeysNotFit("sealing-key-not-made", path=str(file), reason=error.strerror or "") from error
    return longer


def copy_keys(ring: KeyRing, *, to: Path) -> None:
    """Write them to another file, which must not be there. Raises KeysNotFit."""
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        part = _written(to, ring)
        try:
            os.link(part, to)
        finally:
            part.unlink()
        _sync(to.parent)
    except OSError as error:
        raise KeysNotFit("sealing-key-not-made", path=str(to), reason=error.strerror or "") from error


def merge_keys(file: Path, given: KeyRing) -> int:
    """Add keys of another file, which open and do not seal; returns how many were new. Where there is no file yet, they
    are its keys. Raises KeysNotFit."""
    kept = read_keys(file)
    if kept is None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy_keys(given, to=file)
        return len(given.keys)
    new = [key for key in given.keys if key.id not in kept.ids]
    if new:
        try:
            _written(file, KeyRing([*new, *kept.keys])).replace(file)
            _sync(file.parent)
        except OSError as error:
            raise KeysNotFit("sealing-key-not-made", path=str(file), reason=error.strerror or "") from error
    return len(new)


def is_private(file: Path) -> bool:
    """Can nobody but its owner read it?"""
    return not file.stat().st_mode & 0o077


def _written(file: Path, ring: KeyRing) -> Path:
    """A file beside it, whole and on the disk."""
    kept = [_plain(key) for key in ring.keys]
    with NamedTemporaryFile("w", dir=file.parent, prefix=".keys-", delete=False, encoding="utf-8") as part:
        os.fchmod(part.fileno(), 0o600)
        json.dump({"keys": kept}, part, indent=1)
        part.flush()
        os.fsync(part.fileno())
    return Path(part.name)


def _plain(key: SealingKey) -> dict[str, str]:
    return {"id": key.id, "made_at": key.made_at.isoformat(), "secret": base64.b64encode(key.secret).decode()}


def _key(kept: Any) -> SealingKey:
    secret = base64.b64decode(kept["secret"], validate=True)
    key = SealingKey(secret=secret, made_at=datetime.fromisoformat(kept["made_at"]))
    if len(secret) != KEY_BYTES or key.id != kept["id"]:
        raise ValueError("a key and its id do not belong together")
    return key


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
