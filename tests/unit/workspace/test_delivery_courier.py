"""Redelivery by the clock of Slack, and names that open something for a while; no socket, no waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.workspace.delivery import Timing
from bot.workspace.delivery.courier import Courier
from bot.workspace.delivery.grants import GrantRefused, Grants
from bot.workspace.delivery.transport import InteractionKind, Json, Retry, Unacknowledged
from tests.unit.workspace.delivery_host import HandClock, run


class Stubborn:
    """A way to an app that takes an event at the n-th delivery."""

    def __init__(self, takes_at: int) -> None:
        self.retries: list[Retry] = []
        self._takes_at = takes_at

    async def event(self, body: Json, retry: Retry) -> None:
        self.retries.append(retry)
        if len(self.retries) < self._takes_at:
            raise Unacknowledged("timeout")

    async def interaction(self, kind: InteractionKind, payload: Json) -> Json:
        raise NotImplementedError


@pytest.mark.parametrize(
    ("takes_at", "waited", "lost"),
    [(1, [], 0), (2, [], 0), (3, [60.0], 0), (4, [60.0, 300.0], 0), (9, [60.0, 300.0], 1)],
)
def test_an_event_comes_again_at_once_after_a_minute_and_after_five(
    takes_at: int, waited: list[float], lost: int
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async def scenario() -> None:
        way = Stubborn(takes_at)
        courier = Courier(lambda: way, Timing().retry_delays_s, sleep=sleep)
        courier.send({"event_id": "Ev1"})
        await courier.settled()
        assert slept == waited
        assert [retry.attempt for retry in way.retries] == list(range(min(takes_at, 4)))
        assert [retry.reason for retry in way.retries] == ["", "timeout", "timeout", "timeout"][: len(way.retries)]
        assert courier.lost == lost

    run(scenario)


def test_what_is_under_way_is_given_up_when_the_courier_stops() -> None:
    async def scenario() -> None:
        waiting = asyncio.Event()

        async def sleep(_: float) -> None:
            waiting.set()
            await asyncio.Event().wait()

        way = Stubborn(9)
        courier = Courier(lambda: way, (60.0,), sleep=sleep)
        courier.send({"event_id": "Ev1"})
        await waiting.wait()
        await courier.stop()
        await courier.settled()
        assert len(way.retries) == 1

    run(scenario)


def _refusal(act: Callable[[], object]) -> str:
    with pytest.raises(GrantRefused) as refused:
        act()
    return refused.value.refusal


def test_a_grant_opens_so_often_and_so_long() -> None:
    clock = HandClock(0.0)
    names = iter(["a", "b"])
    grants: Grants[int] = Grants(lifetime_s=3.0, uses=2, monotonic=clock, new_name=lambda: next(names))
    first = grants.issue(7)
    assert grants.look(first) == grants.use(first) == grants.use(first) == 7
    assert _refusal(lambda: grants.use(first)) == "spent"
    assert _refusal(lambda: grants.look(first)) == "spent"
    second = grants.issue(8)
    clock.seconds = 3.0
    assert grants.look(second) == 8
    clock.seconds = 3.1
    assert _refusal(lambda: grants.use(second)) == "expired"
    assert _refusal(lambda: grants.use("other")) == "unknown"


def test_the_oldest_grants_are_forgotten() -> None:
    numbers = iter(range(20_000))
    grants: Grants[int] = Grants(lifetime_s=3.0, uses=1, monotonic=HandClock(), new_name=lambda: str(next(numbers)))
    for number in range(10_001):
        grants.issue(number)
    assert _refusal(lambda: grants.look("0")) == "unknown"
    assert grants.look("1") == 1
