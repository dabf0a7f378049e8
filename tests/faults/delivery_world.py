"""Workers that come after each other over one store and one failing platform, and a count of what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.clock import VirtualClock
from bot.core.deliveries.models import (
    DeliveryState,
    Timing,
)
from bot.core.deliveries.ports import DeliveryStore
from bot.core.deliveries.service import DeliveryWorker
from bot.core.messages import Message, Reply, Said
from bot.core.owed import Addressed, Owed
from tests.fakes.deliveries import FakeLog, RealTime
from tests.faults.failing_platform import CrashPoints, FaultySender, Killed, Platform

OWED_AT = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
TIMING = Timing(
    lease=timedelta(seconds=40),
    deadline=timedelta(seconds=20),
    margin=timedelta(seconds=5),
    wait=timedelta(seconds=60),
)
UNWANTED = "unwanted"


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
