"""The workspace's clock: real time, moved forward by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.workspace.clock import JAPAN, WorkspaceClock
from tests.unit.workspace.clients import HandClock


def _at(moment: datetime, *holidays: date) -> WorkspaceClock:
    return WorkspaceClock(frozenset(holidays), real=HandClock(moment.timestamp()))


def test_it_goes_with_real_time_and_keeps_its_lead() -> None:
    real = HandClock(1_800_000_000.0)
    clock = WorkspaceClock(real=real)
    clock.advance(timedelta(hours=1))
    real.seconds += 5
    assert clock.timestamp() == 1_800_003_605.0
    assert clock.offset == timedelta(hours=1)
    assert clock.now() == datetime.fromtimestamp(1_800_003_605.0, UTC)


def test_it_never_goes_back() -> None:
    clock = _at(datetime(2026, 5, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="forward"):
        clock.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="forward"):
        clock.move_to(datetime(2026, 4, 30, tzinfo=UTC))
    with pytest.raises(ValueError, match="time zone"):
        clock.move_to(datetime(2026, 6, 1))  # noqa: DTZ001
    assert clock.offset == timedelta(0)


def test_it_moves_to_a_moment() -> None:
    clock = _at(datetime(2026, 5, 1, tzinfo=UTC))
    there = datetime(2026, 5, 2, 9, tzinfo=JAPAN)
    assert clock.move_to(there) == there == clock.now()


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 11, 19, 8, tzinfo=JAPAN), datetime(2026, 11, 20, 9, tzinfo=JAPAN)),  # Thursday to Friday
        (datetime(2026, 11, 20, 8, tzinfo=JAPAN), datetime(2026, 11, 24, 9, tzinfo=JAPAN)),  # over a long weekend
        (datetime(2026, 11, 22, 23, 59, tzinfo=JAPAN), datetime(2026, 11, 24, 9, tzinfo=JAPAN)),
        # In Japan it is Thursday already while it is Wednesday in UTC.
        (datetime(2026, 11, 18, 16, tzinfo=UTC), datetime(2026, 11, 20, 9, tzinfo=JAPAN)),
    ],
)
def test_the_next_working_day_leaves_out_weekends_and_holidays(now: datetime, expected: datetime) -> None:
    clock = _at(now, date(2026, 11, 23))
    assert clock.next_working_day() == expected
    assert clock.now() == now


def test_the_hour_of_the_working_day_can_be_chosen() -> None:
    assert _at(datetime(2026, 11, 19, 8, tzinfo=JAPAN)).next_working_day(13).hour == 13
