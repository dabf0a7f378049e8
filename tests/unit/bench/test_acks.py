"""The measurement of acknowledgements runs both systems under the same load and says what each did."""

from __future__ import annotations

import pytest

from bot.bench.acks import measure_acks


@pytest.mark.loopback
def test_both_systems_are_measured_under_the_same_load() -> None:
    rows = measure_acks(waiting=8, count=4, per_second=50)
    measured, ratios = rows[:4], rows[4:]
    assert [(row["system"], row["kind"], row["count"]) for row in measured] == [
        ("minori", "event", 4),
        ("minori", "button", 4),
        ("plain_app", "event", 4),
        ("plain_app", "button", 4),
    ]
    missed = {(row["system"], row["kind"]): row["missed"] for row in measured}
    # Eight questions wait in five listener threads: no button gets through. Events are acknowledged by Bolt itself.
    assert missed == {
        ("minori", "event"): 0,
        ("minori", "button"): 0,
        ("plain_app", "event"): 0,
        ("plain_app", "button"): 4,
    }
    assert [(row["kind"], row["is_at_least"]) for row in ratios] == [("event", False), ("button", True)]
