"""A chat platform that fails in every way, workers that are killed at every step, and a count of what came of it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.clock import VirtualClock
from bot.core.deliveries.models import (
    Delivery,
    DeliveryState,
    Found,
    NotFound,
    Outcome,
    ReadBack,
    Refused,
    Sent,
    Timing,
    Unreadable,
    Unsure,
)
from bot.core.deliveries.ports import DeliveryStore
from bot.core.deliveries.service import DeliveryWorker
from bot.core.messages import Locale, Message, Reply, Said
from bot.core.owed import Addressed, Owed
from tests.fakes.deliveries import FakeLog, RealTime

OWED_AT = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
TIMING = Timing(
    lease=timedelta(seconds=40),
    deadline=timedelta(seconds=20),
    margin=timedelta(seconds=5),
    wait=timedelta(seconds=60),
)
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
UNWANTED = "unwanted"


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


class CrashingStore:
    """A store whose every call can be the last thing a process does, before or after it is committed."""

    def __init__(self, store: DeliveryStore, points: CrashPoints) -> None:
        self._store, self._points = store, points

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._store, name)

        def crashing(*arguments: Any, **named: Any) -> Any:
            self._points.here(f"before {name}")
            result = call(*arguments, **named)
            self._points.here(f"after {name}")
            return result

        return crashing


@dataclass(frozen=True)
class Tally:
    """What came of everything that was owed."""

    lost: int
    twice: int
    unwanted: int

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.twice or self.unwanted)


def owed(number: int, kind: str = "notice") -> Owed:
    return Owed(kind=kind, subject_id=f"h{number}", occurrence="0", person=f"U{number}")


class World:
    """One store, one platform, and workers that come after each other."""

    def __init__(
        self,
        store: Any,
        *,
        faults: Iterable[str] = (),
        crash_at: int | None = None,
        worker: type[DeliveryWorker] = DeliveryWorker,
        sender: type[FaultySender] = FaultySender,
        timing: Timing = TIMING,
    ) -> None:
        self.store, self.timing, self._worker = store, timing, worker
        self.real, self.log, self.points = RealTime(OWED_AT), FakeLog(), CrashPoints(crash_at)
        self.platform = Platform(self.real)
        self.sender = sender(self.platform, self.points, faults)
        self.owed: list[Owed] = []
        self.unwanted: set[str] = set()
        self.while_composing: Callable[[], None] | None = None

    def owe(self, *owed: Owed) -> None:
        self.owed += owed
        self.store.owe(*owed, at=OWED_AT)

    def compose(self, one: Owed) -> Addressed | None:
        self.points.here("composing")
        if self.while_composing:
            thaw, self.while_composing = self.while_composing, None
            thaw()
        if one.kind == UNWANTED or one.subject_id in self.unwanted:
            return None
        return Addressed(reply=Reply(parts=(Said(Message("handover-notice")),)), locale="ja")

    def start(self) -> DeliveryWorker:
        """A fresh process over the same store."""
        store: Any = CrashingStore(self.store, self.points)
        return self._worker(
            store=store,
            sender=self.sender,
            composers={"notice": self.compose, UNWANTED: self.compose},
            clock=VirtualClock(OWED_AT),
            real_now=self.real.now,
            monotonic=self.real.monotonic,
            log=self.log,
            timing=self.timing,
        )

    def settle(self, rounds: int = 30) -> None:
        """Workers run, die and are started again, until everything has come to an end or no more time is left."""
        worker = self.start()
        for _ in range(rounds):
            try:
                worker.run_once()
            except Killed:
                worker = self.start()
            if all(state in _ENDS for state in self.states()):
                return
            self.real.advance(timedelta(seconds=20))

    def id_of(self, one: Owed) -> str:
        return one.delivery_id(self.store.workspace)

    def states(self) -> Iterator[DeliveryState]:
        for one in self.owed:
            kept = self.store.by_id(self.id_of(one))
            assert kept is not None
            yield kept.state

    def tally(self) -> Tally:
        """Lost: neither arrived nor given up before an operator's eyes, or said to have arrived and not there."""
        lost = twice = unwanted = 0
        buried = Counter(details["id"] for _, event, details in self.log.lines if event == "delivery_dead")
        for one, state in zip(self.owed, self.states(), strict=True):
            id = self.id_of(one)
            times = self.platform.times(id)
            twice += times > 1
            if one.kind == UNWANTED or one.subject_id in self.unwanted:
                unwanted += times > 0
                lost += state != DeliveryState.DROPPED
            elif state == DeliveryState.DEAD:
                lost += buried[id] == 0
            else:
                lost += times == 0 or state != DeliveryState.SENT
        return Tally(lost, twice, unwanted)


_ENDS = frozenset({DeliveryState.SENT, DeliveryState.DROPPED, DeliveryState.DEAD})
