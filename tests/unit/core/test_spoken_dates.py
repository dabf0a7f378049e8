"""Dates as people say them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.messages import Locale
from bot.core.spoken_dates import spoken_day, spoken_moment

MOMENT = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("locale", "time_zone", "words"),
    [
        ("ja", "Asia/Tokyo", "11月26日（木）17:00"),
        ("en", "Asia/Tokyo", "Thu 26 Nov, 17:00"),
        ("ja", "America/Los_Angeles", "11月26日（木）00:00"),
        ("en", "Pacific/Kiritimati", "Thu 26 Nov, 22:00"),
        ("ja", "no such zone", "11月26日（木）17:00"),
    ],
)
def test_a_moment_at_the_readers_place(locale: Locale, time_zone: str, words: str) -> None:
    assert spoken_moment(MOMENT, locale=locale, time_zone=time_zone) == words


def test_the_day_turns_at_the_readers_place() -> None:
    late = MOMENT.replace(hour=20)
    assert spoken_day(late, locale="ja", time_zone="Asia/Tokyo") == "11月27日（金）"
    assert spoken_day(late, locale="en", time_zone="UTC") == "Thu 26 Nov"


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        spoken_moment(datetime(2026, 11, 26), locale="ja", time_zone="Asia/Tokyo")  # noqa: DTZ001
