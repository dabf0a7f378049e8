"""Deliveries in memory, an operator's log to look at, and clocks that a test moves."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.deliveries.models import Delivery, DeliveryState
from bot.core.owed import Owed

WORKSPACE = "local"
AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)
_DOUBTFUL = frozenset({DeliveryState.SENDING, DeliveryState.AMBIGUOUS})


class RealTime:
    """Real time for a test: nothing passes but what the test says."""

    def __init__(self, start: datetime = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)) -> None:
        self._start, self._passed = start, timedelta(0)

    def now(self) -> datetime:
        return self._start + self._passed

    def monotonic(self) -> float:
        return 1_000.0 + self._passed.total_seconds()

    def advance(self, by: timedelta) -> None:
        self._passed += by


@dataclass
class FakeLog:
    """Remembers what an operator would read."""

    lines: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)

    def warning(self, event: str, **details: Any) -> None:
        self.lines.append(("warning", event, details))

    def error(self, event: str, **details: Any) -> None:
        self.lines.append(("error", event, details))

    def events(self, level: str) -> list[str]:
        return [event for known, event, _ in self.lines if known == level]


class FakeDeliveries:
    """A DeliveryStore in memory; `owe` stands for the transaction of a feature."""

    def __init__(self) -> None:
        self.workspace = WORKSPACE
        self.rows: dict[str, Delivery] = {}
        self._lock = threading.Lock()

    def owe(self, *owed: Owed, at: datetime) -> None:
        with self._lock:
            for one in owed:
                id = one.delivery_id(WORKSPACE)
                new = Delivery(id=id, owed=one, state=DeliveryState.PENDING, created_at=at, next_at=AT_ONCE)
                self.rows.setdefault(id, new)

    def claim(self, *, token: str, now: datetime, until: datetime, resting: Collection[str] = ()) -> Delivery | None:
        with self._lock:
            due = [
                one
                for one in self.rows.values()
                if one.state == DeliveryState.PENDING
                and one.next_at <= now
                and one.owed.person not in resting
                and one.owed.conversation not in resting
            ]
            if not due:
                return None
            first = min(due, key=lambda one: (one.next_at, one.created_at, one.id))
            taken = replace(
                first,
                state=DeliveryState.SENDING,
                lease_token=token,
                lease_until=until,
                attempts=first.attempts + 1,
            )
            self.rows[first.id] = taken
            return taken

    def mark_sent(self, id: str, *, token: str, conversation: str, message: str, at: datetime) -> bool:
        there: dict[str, Any] = {"sent_conversation": conversation, "sent_message": message, "sent_at": at}
        return self._free(id, token, DeliveryState.SENT, trouble=None, **there)

    def put_back(self, id: str, *, token: str, next_at: datetime, trouble: str | None) -> bool:
        return self._free(id, token, DeliveryState.PENDING, next_at=next_at, trouble=trouble)

    def mark_ambiguous(self, id: str, *, token: str, trouble: str) -> bool:
        return self._move(id, token, state=DeliveryState.AMBIGUOUS, trouble=trouble)

    def drop(self, id: str, *, token: str, trouble: str) -> bool:
        return self._free(id, token, DeliveryState.DROPPED, trouble=trouble)

    def bury(self, id: str, *, token: str, trouble: str) -> bool:
        return self._free(id, token, DeliveryState.DEAD, trouble=trouble)

    def doubtful(self, *, ended_before: datetime, now: datetime) -> Sequence[Delivery]:
        with self._lock:
            ended = [
                one
                for one in self.rows.values()
                if one.state in _DOUBTFUL
                and one.lease_until is not None
                and one.lease_until < ended_before
                and one.next_at <= now
            ]
        return sorted(ended, key=lambda one: (one.lease_until, one.id))

    def put_off(self, id: str, *, token: str, next_at: datetime, trouble: str) -> bool:
        return self._move(id, token, state=DeliveryState.AMBIGUOUS, next_at=next_at, trouble=trouble)

    def by_message(self, conversation: str, message: str) -> Delivery | None:
        there = (conversation, message)
        return next((one for one in self.rows.values() if (one.sent_conversation, one.sent_message) == there), None)

    def by_id(self, id: str) -> Delivery | None:
        return self.rows.get(id)

    def counts(self) -> Mapping[str, int]:
        return Counter(one.state.value for one in self.rows.values())

    def _free(self, id: str, token: str, state: DeliveryState, **values: Any) -> bool:
        return self._move(id, token, state=state, lease_token=None, lease_until=None, **values)

    def _move(self, id: str, token: str, **values: Any) -> bool:
        with self._lock:
            row = self.rows.get(id)
            if row is None or not self._is_held(row, token):
                return False
            self.rows[id] = replace(row, **values)
            return True

    def _is_held(self, row: Delivery, token: str) -> bool:
        """The fence."""
        return row.lease_token == token and row.state in _DOUBTFUL
