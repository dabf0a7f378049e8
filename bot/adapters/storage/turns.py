"""Whose turn it is to write, among the threads of one process.

SQLite lets those who wait for another writer sleep and look again, up to a tenth of a second later, and whoever
happens to look first goes on. With many threads that write, the inbox did not get to it for over a second, and Slack
was answered 503 (`minori bench arrivals --questions 40`). Here the next one is woken at once, and whoever goes first
waits for the one that writes, not for those that wait. Between processes SQLite's own way remains.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class WriterTurns:
    """One writer at a time."""

    def __init__(self) -> None:
        # Of those who do not go first, the one that holds `_next` alone waits for `_writing`.
        self._writing, self._next = threading.Lock(), threading.Lock()

    @contextmanager
    def turn(self, *, goes_first: bool, patience_s: float) -> Iterator[None]:
        """Wait for the turn and hold it. Raises TimeoutError after `patience_s`."""
        until = time.monotonic() + patience_s
        if goes_first:
            with _held(self._writing, until):
                yield
        else:
            with _held(self._next, until), _held(self._writing, until):
                yield


@contextmanager
def _held(lock: threading.Lock, until: float) -> Iterator[None]:
    if not lock.acquire(timeout=max(0.0, until - time.monotonic())):
        raise TimeoutError
    try:
        yield
    finally:
        lock.release()
