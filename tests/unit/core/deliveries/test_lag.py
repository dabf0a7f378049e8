"""How late the history is, measured on messages that arrived."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.core.deliveries.lag import LagProbe
from bot.core.deliveries.models import Delivery, DeliveryState, Found, NotFound, Outcome, ReadBack, Sent, Unreadable
from bot.core.messages import Locale, Reply
from bot.core.owed import Owed
from tests.fakes.deliveries import FakeLog, RealTime

WAIT = timedelta(seconds=60)


class Late:
    """A history that shows a message some time after it was accepted."""

    def __init__(self, real: RealTime, lag: timedelta) -> None:
        self.real, self.lag, self.looked = real, lag, 0
        self.readable_at = real.now() + lag
        self.fails = False

    def send(
        self, *, delivery_id: str, person: str, conversation: str, thread: str, reply: Reply, locale: Locale
    ) -> Outcome:
        return Sent("D1", "1")

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        self.looked += 1
        if self.fails:
            raise ConnectionResetError
        if self.looked == 2:
            return Unreadable("ratelimited")
        return Found("D1", "1") if self.real.now() >= self.readable_at else NotFound()


def delivery(at: datetime) -> Delivery:
    owed = Owed(kind="k", subject_id="s", occurrence="0", person="U1")
    return Delivery(id="d1", owed=owed, state=DeliveryState.SENDING, created_at=at, next_at=at)


def measured(lag: timedelta, *, fails: bool = False) -> tuple[LagProbe, Late, FakeLog]:
    real, log = RealTime(), FakeLog()
    late = Late(real, lag)
    late.fails = fails
    probe = LagProbe(sender=late, monotonic=real.monotonic, log=log, wait=WAIT)
    probe.accepted(delivery(real.now()), since=real.now())
    for _ in range(3_000):
        probe.look()
        real.advance(timedelta(seconds=0.5))
    return probe, late, log


@pytest.mark.parametrize("seconds", [0, 3, 40])
def test_a_history_within_the_wait_is_measured_and_nothing_is_said(seconds: int) -> None:
    probe, late, log = measured(timedelta(seconds=seconds))
    assert probe.latest is not None
    assert timedelta(seconds=seconds) <= probe.latest <= timedelta(seconds=2 * seconds + 1)
    assert log.lines == []
    assert late.looked <= 12


def test_a_history_later_than_the_wait_is_warned_of_once() -> None:
    _, _, log = measured(timedelta(seconds=200))
    (line,) = log.lines
    assert line[:2] == ("warning", "delivery_history_lags")
    assert line[2]["lag_s"] > line[2]["wait_s"] == 60


def test_a_message_that_is_never_seen_is_given_up() -> None:
    probe, late, log = measured(timedelta(days=1))
    assert probe.latest is not None
    assert probe.latest > 10 * WAIT
    assert log.events("warning") == ["delivery_history_lags"]
    looked = late.looked
    probe.look()
    assert late.looked == looked


def test_only_one_in_ten_minutes_is_watched() -> None:
    real, log = RealTime(), FakeLog()
    late = Late(real, timedelta(0))
    probe = LagProbe(sender=late, monotonic=real.monotonic, log=log, wait=WAIT)
    for _ in range(60):
        probe.accepted(delivery(real.now()), since=real.now())
        probe.look()
        probe.look()
        real.advance(timedelta(seconds=20))
    # The second look is refused and repeated.
    assert late.looked == 3


def test_trouble_with_looking_troubles_nobody() -> None:
    _, _, log = measured(timedelta(0), fails=True)
    assert set(log.events("error")) == {"delivery_reading_failed"}
