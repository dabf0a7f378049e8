"""A chat platform that fails in every way, and the places in which a worker can be killed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.deliveries.models import Delivery, Found, NotFound, Outcome, ReadBack, Refused, Sent, Unreadable, Unsure
from bot.core.messages import Locale, Reply
from tests.fakes.deliveries import RealTime

LAG = timedelta(seconds=70)
"""How much later than it was accepted a message is in the history: past the lease, within lease and wait."""

FAULTS = (
    "none",
    "answer_lost",
    "hung_up_before",
    "rate_limited",
    "failed_but_accepted",
    "failed",
    "channel_not_found",
    "slow",
    "raises_after",
    "unreadable_after",
)


class Killed(BaseException):
    """The process is gone: nothing that follows in it happens."""


@dataclass
class CrashPoints:
    """Kills once, at the place with this number; counts the places otherwise."""

    at: int | None = None
    seen: int = 0
    names: list[str] = field(default_factory=list)

    def here(self, name: str) -> None:
        self.seen += 1
        self.names.append(name)
        if self.seen == self.at:
            raise Killed(name)


@dataclass
class Platform:
    """What was accepted, and when everybody can read it."""

    real: RealTime
    lag: timedelta = LAG
    accepted: list[tuple[str, str, str, datetime]] = field(default_factory=list)

    def accept(self, delivery_id: str, conversation: str) -> Sent:
        message = f"{len(self.accepted) + 1}.0"
        self.accepted.append((delivery_id, conversation, message, self.real.now() + self.lag))
        return Sent(conversation, message)

    def history(self, delivery_id: str) -> Found | NotFound:
        for id, conversation, message, readable_at in self.accepted:
            if id == delivery_id and readable_at <= self.real.now():
                return Found(conversation, message)
        return NotFound()

    def times(self, delivery_id: str) -> int:
        return sum(id == delivery_id for id, *_ in self.accepted)


class FaultySender:
    """A Sender whose faults come from a queue; none are left, all goes well."""

    def __init__(self, platform: Platform, points: CrashPoints, faults: Iterable[str] = ()) -> None:
        self.platform, self._points, self.faults = platform, points, deque(faults)
        self.unreadable = 0
        self.frozen_after: Callable[[], None] | None = None

    def send(
        self, *, delivery_id: str, person: str, conversation: str, thread: str, reply: Reply, locale: Locale
    ) -> Outcome:
        self._points.here("before the request")
        outcome = self._sent(self.faults.popleft() if self.faults else "none", delivery_id, conversation or person)
        if self.frozen_after:
            thaw, self.frozen_after = self.frozen_after, None
            thaw()
        self._points.here("after the request")
        return outcome

    def _sent(self, fault: str, id: str, conversation: str) -> Outcome:
        real, accept = self.platform.real, self.platform.accept
        real.advance(timedelta(seconds=19 if fault in {"slow", "answer_lost"} else 0.2))
        if fault == "hung_up_before" or fault == "failed":
            return Unsure(fault)
        if fault == "rate_limited":
            return Refused(reason=fault, retry_after=timedelta(seconds=30))
        if fault == "channel_not_found":
            return Refused(reason=fault, is_final=True)
        sent = accept(id, conversation)
        if fault == "raises_after":
            raise ConnectionResetError
        self.unreadable = 2 if fault == "unreadable_after" else self.unreadable
        is_heard = fault in {"none", "slow"}
        return sent if is_heard else Unsure(fault)

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        self._points.here("before reading back")
        if self.unreadable:
            self.unreadable -= 1
            return Unreadable("ratelimited")
        seen = self.platform.history(delivery.id)
        self._points.here("after reading back")
        return seen
