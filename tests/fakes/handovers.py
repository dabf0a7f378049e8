"""Hand-overs in memory; what they owe goes into a FakeDeliveries."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.core.clock import Clock
from bot.core.handovers.models import HandOver, HandOverState, Turn, TurnKind
from bot.core.owed import Owed
from tests.fakes.deliveries import FakeDeliveries

_COMPARED = ("state", "owner_id", "reminded_at", "passed_on", "reply_by")
_OF_ASKERS = frozenset({TurnKind.REPLIED, TurnKind.DRAFT, TurnKind.DROPPED})


@dataclass
class FakeHandOvers:
    """A HandOverStore in memory."""

    deliveries: FakeDeliveries
    clock: Clock
    rows: dict[str, HandOver] = field(default_factory=dict)
    steps: list[Turn] = field(default_factory=list)
    near: dict[str, Sequence[str]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def open(self, handover: HandOver, *, turns: Sequence[Turn], owed: Sequence[Owed]) -> HandOver:
        with self.lock:
            known = self.by_question(handover.question_id)
            if known is None:
                self.rows[handover.id] = handover
                self._follow(turns, owed)
            return known or handover

    def change(
        self,
        before: HandOver,
        after: HandOver,
        *,
        turns: Sequence[Turn] = (),
        owed: Sequence[Owed] = (),
        draft: str = "",
    ) -> bool:
        with self.lock:
            kept = self.rows.get(before.id)
            if kept is None or any(getattr(kept, name) != getattr(before, name) for name in _COMPARED):
                return False
            if draft:
                known = self.turn(draft)
                if known is None or known.kind != TurnKind.DRAFT:
                    return False
                self.steps.remove(known)
            self.rows[after.id] = after
            self._follow(turns, owed)
            return True

    def by_id(self, id: str) -> HandOver | None:
        return self.rows.get(id)

    def by_question(self, question_id: str) -> HandOver | None:
        return next((one for one in self.rows.values() if one.question_id == question_id), None)

    def in_state(self, states: Collection[HandOverState]) -> Sequence[HandOver]:
        return self._oldest(one for one in self.rows.values() if one.state in states)

    def by_asker(self, address: str) -> Sequence[HandOver]:
        return self._oldest(one for one in self.rows.values() if one.asker == address)

    def in_place(self, conversation: str, thread: str) -> Sequence[HandOver]:
        there = [one for one in self.rows.values() if (one.conversation, one.thread) == (conversation, thread)]
        return list(reversed(self._oldest(one for one in there if one.is_open)))

    def turns(self, handover_id: str) -> Sequence[Turn]:
        return [one for one in self.steps if one.handover_id == handover_id]

    def keep_draft(self, turn: Turn) -> None:
        with self.lock:
            if self.turn(turn.id) is None:
                self.steps.append(turn)

    def turn(self, id: str) -> Turn | None:
        return next((one for one in self.steps if one.id == id), None)

    def drop_draft(self, id: str) -> bool:
        with self.lock:
            known = self.turn(id)
            if known is None or known.kind != TurnKind.DRAFT:
                return False
            self.steps[self.steps.index(known)] = replace(known, kind=TurnKind.DROPPED, text="")
            return True

    def nearest(self, question_id: str) -> Sequence[str]:
        return self.near.get(question_id, ())

    def forget(self, address: str) -> None:
        with self.lock:
            self.rows = {id: replace(one, text="") if one.asker == address else one for id, one in self.rows.items()}
            self.steps = [
                replace(one, text="") if one.by_address == address and one.kind in _OF_ASKERS else one
                for one in self.steps
            ]

    def _follow(self, turns: Sequence[Turn], owed: Sequence[Owed]) -> None:
        self.steps.extend(turns)
        self.deliveries.owe(*owed, at=self.clock.now())

    def _oldest(self, some: Iterable[HandOver]) -> list[HandOver]:
        return sorted(some, key=lambda one: (one.created_at, one.id))
