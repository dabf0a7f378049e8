"""The worker that brings what is owed: claim, compose, send once, read back where in doubt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from bot.core.clock import Clock
from bot.core.deliveries.checkpoints import Checkpoint, Watch, unwatched
from bot.core.deliveries.lag import LagProbe
from bot.core.deliveries.models import (
    Delivery,
    Found,
    Outcome,
    ReadBack,
    Refused,
    Sent,
    Timing,
    Unreadable,
    Unsure,
)
from bot.core.deliveries.pacing import Pacer
from bot.core.deliveries.ports import DeliveryStore, OperatorsLog, Sender
from bot.core.owed import Addressed, Composer

_LOOK_FURTHER_BACK = timedelta(hours=1)
"""The platform's clock is not ours, and in a demonstration not even near it."""


@dataclass(frozen=True, slots=True)
class _Lease:
    """A delivery that is ours until `until`. The monotonic clock sees what a corrected clock hides, and the other way
    round a machine that slept."""

    delivery: Delivery
    token: str
    until: datetime
    taken: float


class DeliveryWorker:
    """Runs in one thread; several workers, in several processes, may share a store."""

    def __init__(
        self,
        *,
        store: DeliveryStore,
        sender: Sender,
        composers: Mapping[str, Composer],
        clock: Clock,
        real_now: Callable[[], datetime],
        monotonic: Callable[[], float],
        log: OperatorsLog,
        timing: Timing | None = None,
        pacer: Pacer | None = None,
        lag: LagProbe | None = None,
        checkpoint: Watch = unwatched,
    ) -> None:
        self._pacer, self._lag, self._passed = pacer, lag, checkpoint
        self._store, self._sender, self._composers, self._clock, self._log = store, sender, composers, clock, log
        self._real_now, self._monotonic, self._timing = real_now, monotonic, timing or Timing()

    def run_once(self, *, limit: int = 50) -> int:
        """Read back what is in doubt, then send what is due, `limit` at most; return how many were dealt with.

        Raises StorageError; whatever was being sent then is read back later.
        """
        if self._lag:
            self._lag.look()
        dealt_with = self.reconcile()
        for _ in range(limit):
            if not self._next():
                break
            dealt_with += 1
        return dealt_with

    def reconcile(self) -> int:
        """Read back every doubtful delivery past its lease and the wait; return how many became clear."""
        now = self._real_now()
        doubtful = self._store.doubtful(ended_before=now - self._timing.wait, now=now)
        return sum(self._clear_up(one) for one in doubtful)

    def _next(self) -> bool:
        # Paced before it is claimed: nobody waits with a lease in hand.
        if self._pacer and not self._pacer.has_room():
            return False
        lease = self._claim()
        if lease is None:
            return False
        try:
            addressed = self._compose(lease.delivery)
        except Exception as error:
            id, kind = lease.delivery.id, lease.delivery.owed.kind
            self._log.error("delivery_not_composed", id=id, kind=kind, exc_info=error)
            self._again(lease, Refused(reason=f"composing: {type(error).__name__}"))
            return True
        self._passed(Checkpoint.COMPOSED)
        if addressed is None:
            self._drop(lease)
        elif self._rest(lease) <= self._timing.deadline + self._timing.margin:
            self._again(lease, Refused(reason="the lease ran out before it was sent", retry_after=timedelta(0)))
        else:
            self._passed(Checkpoint.BEFORE_SEND)
            outcome = self._send(lease.delivery, addressed)
            self._passed(Checkpoint.ANSWERED)
            self._settle(lease, outcome)
        self._passed(Checkpoint.RECORDED)
        return True

    def _claim(self) -> _Lease | None:
        """Committed here, before any network: whatever happens from now on, nobody sends it without looking first."""
        self._passed(Checkpoint.BEFORE_CLAIM)
        token, taken, now = str(uuid4()), self._monotonic(), self._real_now()
        until = now + self._timing.lease
        resting = self._pacer.resting() if self._pacer else ()
        delivery = self._store.claim(token=token, now=now, until=until, resting=resting)
        if delivery is None:
            return None
        self._passed(Checkpoint.CLAIMED)
        return _Lease(delivery, token, until, taken)

    def _drop(self, lease: _Lease) -> None:
        self._passed(Checkpoint.BEFORE_DROP)
        kept = self._store.drop(lease.delivery.id, token=lease.token, trouble="no longer wanted")
        self._fenced(kept, lease.delivery)
        self._passed(Checkpoint.DROPPED)

    def _compose(self, delivery: Delivery) -> Addressed | None:
        return self._composers[delivery.owed.kind](delivery.owed)

    def _rest(self, lease: _Lease) -> timedelta:
        """What is left of a lease, by the clock that leaves less."""
        by_monotonic = self._timing.lease - timedelta(seconds=self._monotonic() - lease.taken)
        return min(lease.until - self._real_now(), by_monotonic)

    def _send(self, delivery: Delivery, addressed: Addressed) -> Outcome:
        owed = delivery.owed
        if self._pacer:
            self._pacer.count(owed.person or owed.conversation)
        try:
            return self._sender.send(
                delivery_id=delivery.id,
                person=owed.person,
                conversation=owed.conversation,
                thread=owed.thread,
                reply=addressed.reply,
                locale=addressed.locale,
            )
        except Exception as error:
            self._log.error("delivery_sender_failed", id=delivery.id, kind=owed.kind, exc_info=error)
            return Unsure(type(error).__name__)

    def _settle(self, lease: _Lease, outcome: Outcome) -> None:
        id, token = lease.delivery.id, lease.token
        if isinstance(outcome, Sent):
            self._arrived(lease.delivery, token, outcome.conversation, outcome.message)
            if self._lag:
                self._lag.accepted(lease.delivery, since=self._since(lease.delivery))
        elif isinstance(outcome, Unsure):
            kept = self._store.mark_ambiguous(id, token=token, trouble=outcome.reason)
            self._fenced(kept, lease.delivery)
            self._log.warning("delivery_ambiguous", id=id, trouble=outcome.reason)
        else:
            self._again(lease, outcome)

    def _again(self, lease: _Lease, refused: Refused) -> None:
        """Proved not sent: later again, or never."""
        delivery = lease.delivery
        if refused.is_final or delivery.attempts >= self._timing.most_attempts:
            self._bury(delivery, lease.token, refused.reason)
            return
        wait = self._timing.back_off(delivery.attempts) if refused.retry_after is None else refused.retry_after
        next_at = self._real_now() + wait
        if self._pacer and refused.retry_after:
            self._pacer.hold(delivery.owed.person or delivery.owed.conversation, refused.retry_after)
        kept = self._store.put_back(delivery.id, token=lease.token, next_at=next_at, trouble=refused.reason)
        self._fenced(kept, delivery)

    def _clear_up(self, delivery: Delivery) -> bool:
        token = delivery.lease_token or ""
        self._passed(Checkpoint.BEFORE_READ_BACK)
        seen = self._look(delivery)
        self._passed(Checkpoint.READ_BACK)
        if isinstance(seen, Found):
            self._arrived(delivery, token, seen.conversation, seen.message)
        elif isinstance(seen, Unreadable):
            later = self._real_now() + self._timing.wait
            self._store.put_off(delivery.id, token=token, next_at=later, trouble=f"unreadable: {seen.reason}")
            self._log.warning("delivery_unreadable", id=delivery.id, trouble=seen.reason)
            return False
        elif delivery.attempts >= self._timing.most_attempts:
            self._bury(delivery, token, delivery.trouble or "never arrived")
        else:
            kept = self._store.put_back(delivery.id, token=token, next_at=self._real_now(), trouble=delivery.trouble)
            self._fenced(kept, delivery)
        self._passed(Checkpoint.CLEARED_UP)
        return True

    def _look(self, delivery: Delivery) -> ReadBack:
        try:
            return self._sender.find(delivery=delivery, since=self._since(delivery))
        except Exception as error:
            self._log.error("delivery_reading_failed", id=delivery.id, exc_info=error)
            return Unreadable(type(error).__name__)

    def _since(self, delivery: Delivery) -> datetime:
        """From when on the conversation is read: generously before the attempt."""
        ended = delivery.lease_until or delivery.created_at
        return min(delivery.created_at, ended - self._timing.lease) - _LOOK_FURTHER_BACK

    def _arrived(self, delivery: Delivery, token: str, conversation: str, message: str) -> None:
        at = self._clock.now()
        kept = self._store.mark_sent(delivery.id, token=token, conversation=conversation, message=message, at=at)
        self._fenced(kept, delivery)

    def _bury(self, delivery: Delivery, token: str, reason: str) -> None:
        # Told first: killed in between, it is told again rather than never.
        self._log.error("delivery_dead", id=delivery.id, kind=delivery.owed.kind, trouble=reason)
        self._fenced(self._store.bury(delivery.id, token=token, trouble=reason), delivery)

    def _fenced(self, is_kept: bool, delivery: Delivery) -> None:
        """Losing the lease is nothing to repair: whoever has it now goes on."""
        if not is_kept:
            self._log.warning("delivery_lease_lost", id=delivery.id)
