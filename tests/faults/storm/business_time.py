"""The business clock of one world: it begins where every world begins, and nights pass at once."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.faults.storm.shifted_clock import ShiftedClock


class BusinessTime:
    """Runs beside a storm's clock. Made before the first fork of a world; all of its processes share it."""

    def __init__(self, clock: ShiftedClock, begins_at: datetime) -> None:
        self._clock, self._begins_at, self._skipped = clock, begins_at, ShiftedClock()
        self._began = clock.time()

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return self._begins_at + timedelta(seconds=self._clock.time() - self._began + self._skipped.offset)

    def jump_to(self, moment: datetime) -> None:
        """Everything up to that moment has passed, for every process of this world."""
        self._skipped.advance(moment - self.now())
