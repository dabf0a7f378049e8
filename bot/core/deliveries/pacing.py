"""How fast messages go out: a burst of three hundred at nine o'clock is spread, and nobody holds a lease meanwhile.

Slack takes about one message a second in each conversation and a few a second in a workspace
(https://docs.slack.dev/apis/web-api/rate-limits/). Whoever comes too fast is refused, and the refusals cost as much.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """The longest and the shortest time between two messages of a workspace (drawn anew each time, so that several
    processes do not march in step), the time between two in the same conversation, and how much of a pause may be
    made up for."""

    shortest: timedelta = timedelta(seconds=0.25)
    longest: timedelta = timedelta(seconds=0.33)
    conversation: timedelta = timedelta(seconds=1)
    made_up_for: timedelta = timedelta(seconds=1)


class Pacer:
    """Asked before a delivery is claimed. One for all workers of a process; safe between threads.

    `monotonic`: real seconds. `draw`: a number from 0 to 1, anew each time.
    """

    def __init__(self, *, monotonic: Callable[[], float], draw: Callable[[], float], pace: Pace | None = None) -> None:
        self._monotonic, self._draw, self._pace = monotonic, draw, pace or Pace()
        self._next = 0.0
        self._rests_until: dict[str, float] = {}
        self._lock = threading.Lock()

    def has_room(self) -> bool:
        """May one more go out now? Where not, nothing is to be claimed."""
        with self._lock:
            return self._monotonic() >= self._next

    def resting(self) -> Collection[str]:
        """The people and conversations that have just had a message."""
        with self._lock:
            now = self._monotonic()
            self._rests_until = {to: until for to, until in self._rests_until.items() if until > now}
            return frozenset(self._rests_until)

    def count(self, address: str) -> None:
        """One goes out to this person or conversation."""
        with self._lock:
            now, pace = self._monotonic(), self._pace
            between = pace.shortest + (pace.longest - pace.shortest) * self._draw()
            made_up = now - pace.made_up_for.total_seconds()
            self._next = max(self._next, made_up) + between.total_seconds()
            self._rests_until[address] = now + pace.conversation.total_seconds()

    def hold(self, address: str, rest: timedelta) -> None:
        """The platform asked for a pause there."""
        with self._lock:
            until = self._monotonic() + rest.total_seconds()
            self._rests_until[address] = max(until, self._rests_until.get(address, 0.0))
