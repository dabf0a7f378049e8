"""Presses of one message, one after the other."""

from __future__ import annotations

import asyncio
from weakref import WeakValueDictionary


class Turns:
    """A lock for each surface that presses change: a message, or somebody's page. Used in the event loop only.

    Two buttons of one message pressed within a second are worked on in two tasks. Each reply says how things stood when
    it was made; were the older one written last, the message would go on showing what is no longer so. A lock is held
    from the request to the end of the drawing, and forgotten when nobody holds it or waits for it. Presses that two
    processes take are not put in order.
    """

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    def of(self, conversation: str, surface: str) -> asyncio.Lock:
        """The lock of a message by its timestamp, or of a page by whose it is."""
        lock = self._locks.get((conversation, surface))
        if lock is None:
            lock = self._locks[conversation, surface] = asyncio.Lock()
        return lock
