"""Columns whose values are sealed in the database and plain above it. `place` names the value; it never changes."""

from __future__ import annotations

import json
from typing import Any

from pydantic_core import from_json
from sqlalchemy import Column, Dialect, LargeBinary, PrimaryKeyConstraint, String, Table, TypeDecorator

from bot.adapters.storage.sealing import keys_of
from bot.adapters.storage.tables.columns import UtcDateTime, metadata, workspace


class Sealed(TypeDecorator[Any]):
    """JSON values. None is no value at all."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return keys_of(dialect).seal(text.encode(), self.place.encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        return None if value is None else from_json(keys_of(dialect).opened(bytes(value), self.place.encode()))


class SealedText(TypeDecorator[str]):
    """Texts."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else keys_of(dialect).seal(value.encode(), self.place.encode())

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else keys_of(dialect).opened(bytes(value), self.place.encode()).decode()


class SealedAlike(TypeDecorator[str]):
    """Texts that are looked up by being equal: the same bytes for the same text, so that an index finds them. Whoever
    reads the file sees which of them are the same, and of what length, and no more. They cannot be sorted or compared
    by more and less. Columns that are compared with each other have the same `place`."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else keys_of(dialect).seal_alike(value.encode(), self.place.encode())

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else keys_of(dialect).opened(bytes(value), self.place.encode()).decode()


# Which keys there must be to open what is in this database; no key itself.
sealing_key = Table(
    "sealing_key",
    metadata,
    workspace(),
    Column("id", String(8), nullable=False),
    Column("known_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("workspace_id", "id"),
)
