"""What was read within one piece of work is not read again: one press, one message, sees one picture of the records.

A press looks up the same encounter dozens of times. Nothing is remembered beyond the piece of work, nor for another
thread; and whatever is written there is forgotten at once. All that is read in it until then is one snapshot.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection

Value = TypeVar("Value")
Key: TypeAlias = tuple[Any, ...]


class _Work:
    """A piece of work under way: what was read in it, and the snapshot in which it was."""

    def __init__(self) -> None:
        self.kept: dict[Key, Any] = {}
        self.open = ExitStack()
        self.snapshot: Connection | None = None

    def forget(self, keys: Collection[Key] | None) -> None:
        """Look anew: at these, or at everything."""
        self.snapshot = None
        self.open.close()
        if keys is None:
            self.kept.clear()
        for key in keys or ():
            self.kept.pop(key, None)


class Memory:
    """What one database has been read for, thread by thread."""

    def __init__(self) -> None:
        self._local = threading.local()

    @contextmanager
    def piece_of_work(self) -> Iterator[None]:
        """Remember until it ends; within another one, until that ends."""
        if self._work is not None:
            yield
            return
        self._local.work = _Work()
        try:
            yield
        finally:
            self.forget()
            self._local.work = None

    def once(self, key: Key, read: Callable[[], Value]) -> Value:
        """What was read under this key, or is read now; outside of a piece of work always read."""
        work = self._work
        if work is None:
            return read()
        if key not in work.kept:
            work.kept[key] = read()
        value: Value = work.kept[key]
        return value

    def knows(self, key: Key) -> bool:
        """Was it read already?"""
        return self._work is not None and key in self._work.kept

    def keep(self, key: Key, value: object) -> None:
        """It was read together with others."""
        if self._work is not None:
            self._work.kept[key] = value

    @contextmanager
    def held(self, snapshot: Callable[[], AbstractContextManager[Connection]]) -> Iterator[Connection]:
        """The snapshot of the piece of work, opened with its first look; outside of one, a snapshot of this look."""
        work = self._work
        if work is None:
            with snapshot() as connection:
                yield connection
            return
        if work.snapshot is None:
            work.snapshot = work.open.enter_context(snapshot())
        try:
            yield work.snapshot
        except BaseException:
            # After an error in it PostgreSQL answers nothing more in a transaction.
            work.forget(None)
            raise

    @contextmanager
    def written(self, keys: Collection[Key] | None) -> Iterator[None]:
        """Something is written meanwhile, or could not be: what was read of it before is old. `keys` say of what, where
        that is known; what cannot be written is no reason to trust anything."""
        self.forget(keys)
        try:
            yield
        except BaseException:
            self.forget()
            raise
        self.forget(keys)

    def forget(self, keys: Collection[Key] | None = None) -> None:
        """These are read anew, or everything; in a new snapshot."""
        if self._work is not None:
            self._work.forget(keys)

    @property
    def is_on(self) -> bool:
        """Is anything remembered now?"""
        return self._work is not None

    @property
    def _work(self) -> _Work | None:
        work: _Work | None = getattr(self._local, "work", None)
        return work
