"""The hourly sweep: a message that stands in the chat twice all the same is removed, and counted. The count is 0.

What could still make one is a process that stands still for longer than its lease and the wait together, between its
look at the lease and the socket (docs/reliability.md).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.core.clock import Clock
from bot.core.deliveries.models import Unreadable
from bot.core.deliveries.ports import OperatorsLog, Place, TwinRemover, TwinStore

_EVERY = timedelta(hours=1)
_LOOK_BACK = timedelta(hours=3)
"""Each message is so looked at about three times."""
_AT_ONCE = 15
"""Conversations a minute: Slack lets a history be read about fifty times a minute, and others read as well."""


class TwinSweep:
    """Called every minute; reads a few conversations each time. Belongs to one thread."""

    def __init__(
        self,
        *,
        store: TwinStore,
        remover: TwinRemover,
        clock: Clock,
        monotonic: Callable[[], float],
        log: OperatorsLog,
    ) -> None:
        self._store, self._remover, self._clock, self._log = store, remover, clock, log
        self._monotonic, self._begin_at = monotonic, 0.0
        self._left: deque[Place] = deque()

    def run_once(self) -> int:
        """Look at the next conversations, and return how many messages were removed. Raises StorageError."""
        now = self._monotonic()
        if not self._left and now >= self._begin_at:
            self._begin_at = now + _EVERY.total_seconds()
            self._left.extend(self._store.recent_places(since=self._clock.now() - _LOOK_BACK))
        removed = 0
        for _ in range(min(_AT_ONCE, len(self._left))):
            removed += self._look(self._left.popleft())
        return removed

    def _look(self, place: Place) -> int:
        seen = self._remover.twins(place)
        if isinstance(seen, Unreadable):
            # The next sweep looks again.
            self._log.warning("delivery_twins_unreadable", trouble=seen.reason)
            return 0
        return sum(self._remove(place, id, messages) for id, messages in seen.items())

    def _remove(self, place: Place, id: str, messages: Sequence[str]) -> int:
        """The first one stays. Counted first: killed in between, the next sweep finds it again and counts it once."""
        kept, *later = messages
        for message in later:
            at = self._clock.now()
            self._store.note_twin(id, conversation=place.conversation, kept=kept, removed=message, at=at)
            self._log.error("delivery_twin", id=id)
            self._remover.remove(place, message)
        return len(later)
