"""How much later than it was accepted a message can be read: the wait before a read-back has to be longer.

Measured now and then on a message that arrived, because nobody promises it: with a history two seconds late and a wait
of 0.3 seconds, 50 of 480 messages arrived twice (RELIABILITY: delivery).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.deliveries.models import Delivery, Found
from bot.core.deliveries.ports import OperatorsLog, Sender

_EVERY = timedelta(minutes=10)
_FIRST_LOOK = timedelta(seconds=1)
_GIVEN_UP_AFTER = 10
"""So many waits."""


@dataclass(slots=True)
class _Watched:
    """A message that arrived at `accepted`, looked for again at `look_at`."""

    delivery: Delivery
    since: datetime
    accepted: float
    look_at: float
    is_late: bool = False


class LagProbe:
    """Belongs to one worker and its thread. `latest` is the last measured lag.

    `monotonic`: real seconds. The log warns, once a message, where it is not readable after `wait`.
    """

    def __init__(self, *, sender: Sender, monotonic: Callable[[], float], log: OperatorsLog, wait: timedelta) -> None:
        self._sender, self._monotonic, self._log, self._wait = sender, monotonic, log, wait
        self._watched: _Watched | None = None
        self._begin_at = 0.0
        self.latest: timedelta | None = None

    def accepted(self, delivery: Delivery, *, since: datetime) -> None:
        """A message has just arrived; `since` as for `Sender.find`."""
        now = self._monotonic()
        if self._watched is None and now >= self._begin_at:
            self._watched = _Watched(delivery, since, now, now)
            self._begin_at = now + _EVERY.total_seconds()

    def look(self) -> None:
        """Look for the watched message, where it is time to. Raises nothing."""
        watched, now = self._watched, self._monotonic()
        if watched is None or now < watched.look_at:
            return
        passed = timedelta(seconds=now - watched.accepted)
        if self._is_readable(watched):
            self._watched, self.latest = None, passed
            if passed > self._wait:
                self._warn(watched, passed)
            return
        if passed > self._wait:
            self._warn(watched, passed)
        if passed > self._wait * _GIVEN_UP_AFTER:
            self._watched, self.latest = None, passed
        # Seldomer and seldomer, but often enough not to take the last interval for a lag beyond the wait.
        step = max(passed, _FIRST_LOOK)
        watched.look_at = now + (step if watched.is_late else min(step, self._wait / 8)).total_seconds()

    def _is_readable(self, watched: _Watched) -> bool:
        try:
            return isinstance(self._sender.find(delivery=watched.delivery, since=watched.since), Found)
        except Exception as error:
            self._log.error("delivery_reading_failed", id=watched.delivery.id, exc_info=error)
            return False

    def _warn(self, watched: _Watched, passed: timedelta) -> None:
        if not watched.is_late:
            watched.is_late = True
            seconds, wait = round(passed.total_seconds(), 1), self._wait.total_seconds()
            self._log.warning("delivery_history_lags", id=watched.delivery.id, lag_s=seconds, wait_s=wait)
