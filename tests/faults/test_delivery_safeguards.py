"""Each safeguard of deliveries is taken away in turn: the same scenarios then find something lost or twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.core.deliveries.models import Delivery, DeliveryState, NotFound, Outcome, ReadBack, Refused, Unreadable, Unsure
from bot.core.deliveries.service import DeliveryWorker
from tests.fakes.deliveries import FakeDeliveries
from tests.faults.delivery_scenarios import Parts, everything
from tests.faults.delivery_world import TIMING, Tally
from tests.faults.failing_platform import FaultySender


class ClaimsKeptInMemory(FakeDeliveries):
    """The claim is not committed before the network: a crash forgets it."""

    def claim(self, *, token: str, now: datetime, until: datetime, resting: Collection[str] = ()) -> Delivery | None:
        taken = super().claim(token=token, now=now, until=until, resting=resting)
        if taken:
            self.rows[taken.id] = replace(taken, state=DeliveryState.PENDING, next_at=now + timedelta(seconds=1))
        return taken

    def _is_held(self, row: Delivery, token: str) -> bool:
        return row.lease_token == token


class Unfenced(FakeDeliveries):
    """Whoever comes last is right."""

    def _is_held(self, row: Delivery, token: str) -> bool:
        return True


class NeverReadsBack(FakeDeliveries):
    """What is in doubt stays in doubt."""

    def doubtful(self, *, ended_before: datetime, now: datetime) -> Sequence[Delivery]:
        return ()


class SendsAgainBlindly(FaultySender):
    """What is in doubt is sent again."""

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        return NotFound()


class TakesUnreadableForAbsent(FaultySender):
    """What cannot be read is taken for not there."""

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        seen = super().find(delivery=delivery, since=since)
        return NotFound() if isinstance(seen, Unreadable) else seen


class SendsWithoutTime(DeliveryWorker):
    """Nobody asks how much of the lease is left."""

    def _rest(self, lease: Any) -> timedelta:
        return timedelta(days=1)


class TakesDoubtForRefusal(DeliveryWorker):
    """What may have been accepted is treated as refused."""

    def _settle(self, lease: Any, outcome: Outcome) -> None:
        super()._settle(lease, Refused(reason=outcome.reason) if isinstance(outcome, Unsure) else outcome)


REMOVED = {
    "the commit before the network": Parts(store=ClaimsKeptInMemory),
    "the fence of the lease": Parts(store=Unfenced),
    "the read-back": Parts(store=NeverReadsBack),
    "the look before sending again": Parts(sender=SendsAgainBlindly),
    "the difference between absent and unreadable": Parts(sender=TakesUnreadableForAbsent),
    "the check of the lease": Parts(worker=SendsWithoutTime),
    "the difference between refused and unsure": Parts(worker=TakesDoubtForRefusal),
    "the time that sending takes": Parts(timing=replace(TIMING, deadline=timedelta(0), margin=timedelta(0))),
    "the wait": Parts(timing=replace(TIMING, wait=timedelta(0))),
}


def test_with_every_safeguard_all_is_clean() -> None:
    assert everything(Parts()) == Tally(lost=0, twice=0, unwanted=0)


@pytest.mark.parametrize("parts", REMOVED.values(), ids=REMOVED)
def test_without_a_safeguard_something_is_lost_or_twice(parts: Parts) -> None:
    assert not everything(parts).is_clean
