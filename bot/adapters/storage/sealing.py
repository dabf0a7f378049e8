"""How people's words and contacts are sealed in the database, with keys that are kept apart from it.

A sealed value is: one byte that says how (1, 2), the id of the key (4 bytes), then what the cipher made.
1: AES-256-GCM with a random nonce of 12 bytes, other bytes every time. 2: AES-SIV, the same bytes for the same value,
for what is looked up by being equal. The name of its place goes into the seal, so that a value which somebody moves to
another column does not open.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256, sha512
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV
from sqlalchemy import Dialect, Engine

from bot.errors import StorageError

KEY_BYTES, _ID_BYTES, _NONCE_BYTES = 32, 4, 12
_RANDOM, _ALIKE = b"\x01", b"\x02"
_HEAD = 1 + _ID_BYTES
_BEFORE_TEXT = _HEAD + _NONCE_BYTES
_ON_DIALECT = "minori_key_ring"


@dataclass(frozen=True, kw_only=True)
class SealingKey:
    """One key. Its id follows from it, so that another key of the same name cannot be mistaken for it."""

    secret: bytes
    made_at: datetime

    @cached_property
    def id(self) -> str:
        """Eight hexadecimal digits; they tell nothing of the key."""
        return self.mark.hex()

    @cached_property
    def mark(self) -> bytes:
        """The id as it stands in a sealed value."""
        return sha256(b"minori key id" + self.secret).digest()[:_ID_BYTES]

    @cached_property
    def random(self) -> AESGCM:
        """The cipher that makes other bytes every time."""
        return AESGCM(self.secret)

    @cached_property
    def alike(self) -> AESSIV:
        """The cipher that makes the same bytes for the same value."""
        return AESSIV(sha512(b"minori equal values" + self.secret).digest())

    def __repr__(self) -> str:
        return f"SealingKey({self.id})"


class KeyRing:
    """The keys of a deployment, the oldest first: the newest seals, each opens what it sealed."""

    def __init__(self, keys: Sequence[SealingKey]) -> None:
        self.keys, self.newest = tuple(keys), keys[-1]
        self._by_mark = {key.mark: key for key in keys}

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all keys."""
        return frozenset(key.id for key in self.keys)

    def seal(self, clear: bytes, place: bytes) -> bytes:
        """Other bytes every time. `place`: what kind of value it is, such as `value_walk.body`."""
        nonce = os.urandom(_NONCE_BYTES)
        return _RANDOM + self.newest.mark + nonce + self.newest.random.encrypt(nonce, clear, place)

    def seal_alike(self, clear: bytes, place: bytes) -> bytes:
        """The same bytes for the same value, until the key is another one. Nothing stays nothing."""
        return _ALIKE + self.newest.mark + self.newest.alike.encrypt(clear, [place]) if clear else b""

    def opened(self, sealed: bytes, place: bytes) -> bytes:
        """What was sealed. Raises StorageError where it was changed, moved, or sealed with a key that is not here."""
        if not sealed:
            return b""
        mark = sealed[1:_HEAD]
        key = self._by_mark.get(mark)
        if key is None:
            raise StorageError("database", f"the key {mark.hex()} of a sealed value is not there; see: minori doctor")
        try:
            if sealed[:1] == _ALIKE:
                return key.alike.decrypt(sealed[_HEAD:], [place])
            return key.random.decrypt(sealed[_HEAD:_BEFORE_TEXT], sealed[_BEFORE_TEXT:], place)
        except InvalidTag:
            raise StorageError(
                "database", "a sealed value was changed outside of Minori and cannot be opened"
            ) from None

    def __repr__(self) -> str:
        return f"KeyRing({', '.join(key.id for key in self.keys)})"


def new_key(now: datetime) -> SealingKey:
    """A key that nobody has."""
    return SealingKey(secret=os.urandom(KEY_BYTES), made_at=now)


def give_keys(engine: Engine, ring: KeyRing) -> None:
    """Have this engine seal and open with these keys."""
    # A dialect belongs to one engine, and is all that a type is given when it stores or reads a value.
    setattr(engine.dialect, _ON_DIALECT, ring)


def keys_of(dialect: Dialect | Any) -> KeyRing:
    """The keys of the engine to which a dialect belongs. Raises StorageError where it was given none."""
    ring: KeyRing | None = getattr(dialect, _ON_DIALECT, None)
    if ring is None:
        raise StorageError("database", "it was opened without the key of sealed values")
    return ring
