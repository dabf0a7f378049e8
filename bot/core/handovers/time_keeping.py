"""What time does to hand-overs: a reminder, somebody else, the admins. Asked at every tick; nothing happens twice."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.clock import Clock
from bot.core.handovers.models import OPEN_STATES, HandOver, HandOverState, TurnKind
from bot.core.handovers.moves import Moves
from bot.core.handovers.owners import Owners
from bot.core.handovers.ports import HandOverStore
from bot.core.people import Member

_ASKED = frozenset({TurnKind.ASSIGNED, TurnKind.PASSED, TurnKind.REASSIGNED})


class TimeKeeping:
    """Looks at every open hand-over."""

    def __init__(
        self,
        *,
        store: HandOverStore,
        owners: Owners,
        moves: Moves,
        clock: Clock,
        rests: Callable[[str], bool] = lambda _id: False,
    ) -> None:
        """`rests` says of a question that it is answered with another one, for which time runs."""
        self._store, self._owners, self._moves, self._clock = store, owners, moves, clock
        self._rests = rests

    def due(self) -> int:
        """Do what is due now; return how many hand-overs changed."""
        return sum(self._look_at(one) is not None for one in self._store.in_state(OPEN_STATES))

    def _look_at(self, handover: HandOver) -> HandOver | None:
        owner = self._owners.of(handover)
        if handover.owner_id is None:
            found = self._owners.choose(self._owners.asker(handover))
            return self._moves.adopt(handover, found) if found else None
        if owner is None or not self._owners.is_able(owner):
            return self._somebody_else(handover)
        if handover.state != HandOverState.WAITING or handover.reply_by is None:
            return None
        if self._clock.now() < handover.reply_by or self._rests(handover.id):
            return None
        return self._late(handover, owner)

    def _late(self, handover: HandOver, owner: Member) -> HandOver | None:
        if self._owners.is_away(owner):
            return self._somebody_else(handover)
        if handover.reminded_at is None:
            return self._moves.remind(handover, owner) if self._owners.is_at_work(owner) else None
        is_over = self._owners.has_had_a_day(owner, handover.reminded_at)
        return self._somebody_else(handover) if is_over else None

    def _somebody_else(self, handover: HandOver) -> HandOver | None:
        """In turn: nobody who was asked before."""
        asked = {turn.text for turn in self._store.turns(handover.id) if turn.kind in _ASKED}
        following = self._owners.choose(self._owners.asker(handover), besides=asked)
        return self._moves.reassign(handover, following) if following else self._moves.escalate(handover)
