"""What was read within one piece of work is not read again: one press, one message, sees one picture of the records.

A press looks up the same person, firm and encounter dozens of times. Nothing is remembered beyond the piece of work,
nor for another thread; and whatever is written there is forgotten at once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Value = TypeVar("Value")


class Memory:
    """What one repository has read, thread by thread."""

    def __init__(self) -> None:
        self._local = threading.local()

    @contextmanager
    def piece_of_work(self) -> Iterator[None]:
        """Remember until it ends; within another one, until that ends."""
        if self._kept is not None:
            yield
            return
        self._local.kept = {}
        try:
            yield
        finally:
            self._local.kept = None

    def once(self, key: tuple[Any, ...], read: Callable[[], Value]) -> Value:
        """What was read under this key, or is read now; outside of a piece of work always read."""
        kept = self._kept
        if kept is None:
            return read()
        if key not in kept:
            kept[key] = read()
        value: Value = kept[key]
        return value

    def keep(self, key: tuple[Any, ...], value: object) -> None:
        """It was read together with others."""
        if self._kept is not None:
            self._kept[key] = value

    @contextmanager
    def written(self) -> Iterator[None]:
        """Something is written meanwhile, or could not be: what was read before is old."""
        self.forget()
        try:
            yield
        finally:
            self.forget()

    def forget(self) -> None:
        """Everything is read anew."""
        if self._kept is not None:
            self._kept.clear()

    @property
    def is_on(self) -> bool:
        """Is anything remembered now?"""
        return self._kept is not None

    @property
    def _kept(self) -> dict[tuple[Any, ...], Any] | None:
        kept: dict[tuple[Any, ...], Any] | None = getattr(self._local, "kept", None)
        return kept
