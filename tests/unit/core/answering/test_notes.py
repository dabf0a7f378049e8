"""What is said beside an answer."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.core.answering.models import SourcePassage
from bot.core.answering.notes import said_first, said_last
from bot.core.clock import day_of
from tests.fakes.answering import passage

DAY = date(2027, 3, 31)


def guide(name: str = "g", **details: Any) -> SourcePassage:
    return passage(name, 1, "見出し", "文です。", **details)[0]


@pytest.mark.parametrize(
    ("details", "today", "keys"),
    [
        ({"valid_until": DAY}, date(2027, 3, 31), []),
        ({"valid_until": DAY}, date(2027, 4, 1), ["answer-expired"]),
        ({"valid_from": DAY}, date(2027, 3, 30), ["answer-not-yet-valid"]),
        ({"valid_from": DAY}, date(2027, 3, 31), []),
        ({}, date(2027, 3, 31), []),
    ],
)
def test_what_is_said_first(details: dict[str, Any], today: date, keys: list[str]) -> None:
    assert [note.key for note in said_first([guide(**details)], today=today)] == keys


@pytest.mark.parametrize(
    ("details", "today", "keys"),
    [
        ({"deadline_on": DAY}, date(2027, 3, 31), ["answer-deadline"]),
        ({"deadline_on": DAY}, date(2027, 4, 1), ["answer-deadline-passed"]),
        ({"region": "みなと市", "contact": "産業課"}, DAY, ["answer-region", "answer-contact"]),
    ],
)
def test_what_is_said_last(details: dict[str, Any], today: date, keys: list[str]) -> None:
    assert [note.key for note in said_last([guide(**details)], today=today)] == keys


def test_each_guide_is_spoken_of_once() -> None:
    cited = [guide("a", contact="甲"), guide("a", contact="甲"), guide("b", contact="乙")]
    assert [note.arguments["contact"] for note in said_last(cited, today=DAY)] == ["甲", "乙"]


def test_the_day_is_japans() -> None:
    assert day_of(datetime(2027, 3, 31, 14, 59, tzinfo=UTC)) == DAY
    assert day_of(datetime(2027, 3, 31, 15, 0, tzinfo=UTC)) == date(2027, 4, 1)
