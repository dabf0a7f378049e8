"""Real time, and an offset that every process of a storm shares: leases run out without anybody waiting."""

from __future__ import annotations

import mmap
import struct
import time
from datetime import UTC, datetime, timedelta

_SIZE = struct.calcsize("d")


class ShiftedClock:
    """Made before the first fork. Only the process that leads the storm moves it."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, _SIZE)
        self._shared[:_SIZE] = struct.pack("d", 0.0)

    @property
    def offset(self) -> float:
        """Seconds ahead of real time."""
        ahead: float = struct.unpack("d", self._shared[:_SIZE])[0]
        return ahead

    def advance(self, by: timedelta) -> None:
        """Move everybody's time."""
        self._shared[:_SIZE] = struct.pack("d", self.offset + by.total_seconds())

    def time(self) -> float:
        """Unix seconds."""
        return time.time() + self.offset

    def monotonic(self) -> float:
        """Monotonic seconds."""
        return time.monotonic() + self.offset

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.fromtimestamp(self.time(), UTC)
