"""The median where some are still on the way, against published values."""

from __future__ import annotations

import pytest

from bot.core.figures.spans import End, Span, median_days, middle


def spans(reached: str, on_the_way: str = "", gone: str = "") -> list[Span]:
    ends = ((reached, End.REACHED), (on_the_way, End.ON_THE_WAY), (gone, End.GONE))
    return [Span(int(day), end) for days, end in ends for day in days.split()]


def test_the_median_of_a_published_study() -> None:
    """Weeks of remission of 21 children with 6-MP and of 21 without (E. J. Freireich and others, Blood 21 (1963), 699):
    the medians by Kaplan and Meier are 23 and 8."""
    with_drug = spans("6 6 6 7 10 13 16 22 23", "6 9 10 11 17 19 20 25 32 32 34 35")
    placebo = spans("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23")
    assert (median_days(with_drug), median_days(placebo)) == (23, 8)


def test_those_on_the_way_make_it_longer_than_those_that_arrived() -> None:
    assert median_days(spans("2 4 6")) == 4
    assert median_days(spans("2 4 6", "5 9 9")) == 6


def test_half_that_never_arrive_have_no_median() -> None:
    assert median_days(spans("2 4", "10 10 10")) is None
    assert median_days(spans("2", "", "1 3")) is None
    assert median_days([]) is None


def test_whoever_went_otherwise_is_never_thought_to_arrive() -> None:
    """Of four one went on the first day: three quarters are left, and two of three of them are one half of all."""
    assert median_days(spans("3 5 7", "", "1")) == 5
    # As if they were on the way, it would be sooner said than is true.
    assert median_days(spans("3 5", "", "1 1")) == 5
    assert median_days(spans("3", "", "1 1")) is None


@pytest.mark.parametrize(("days", "wanted"), [([], None), ([3], 3.0), ([5, 1], 3.0), ([9, 1, 2], 2.0)])
def test_the_middle_of_numbers(days: list[int], wanted: float | None) -> None:
    assert middle(days) == wanted
