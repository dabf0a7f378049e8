"""Wilson's interval against published values, and what is said of few."""

from __future__ import annotations

import pytest

from bot.core.figures.intervals import FEWEST, Share, wilson


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        # R. G. Newcombe (1998), Statistics in Medicine 17, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_intervals_are_the_published_ones(hits: int, of: int, low: float, high: float) -> None:
    found = wilson(hits, of)
    assert (round(found[0], 4), round(found[1], 4)) == (low, high)


@pytest.mark.parametrize(("hits", "of"), [(0, 1), (1, 1), (3, 5), (50, 100), (999, 1000)])
def test_it_solves_the_equation_that_it_is_the_answer_to(hits: int, of: int) -> None:
    z = 1.959963984540054
    for bound in wilson(hits, of):
        if 0 < bound < 1:
            assert abs(hits / of - bound) == pytest.approx(z * (bound * (1 - bound) / of) ** 0.5)


def test_both_sides_are_alike() -> None:
    low, high = wilson(3, 17)
    assert wilson(14, 17) == pytest.approx((1 - high, 1 - low))
    assert wilson(0, 7)[0] == 0.0
    assert wilson(7, 7)[1] == 1.0


@pytest.mark.parametrize(("hits", "of"), [(1, 0), (0, 0), (-1, 5), (6, 5)])
def test_what_is_no_share_has_no_interval(hits: int, of: int) -> None:
    with pytest.raises(ValueError):
        wilson(hits, of)


def test_a_share_of_few_is_small_and_one_half_is_rounded_up() -> None:
    assert Share(3, 5).is_small
    assert Share(10, FEWEST - 1).is_small
    assert not Share(10, FEWEST).is_small
    assert (Share(1, 200).percent, Share(25, 200).percent, Share(2, 3).percent) == (1, 13, 67)
    assert (Share(0, 0).percent, Share(0, 0).interval) == (None, None)
    with pytest.raises(ValueError):
        Share(2, 1)


def test_the_rule_of_twenty_is_what_it_says() -> None:
    low, high = wilson(10, 20)
    assert (round(low, 3), round(high, 3)) == (0.299, 0.701)
    low, high = wilson(9, 19)
    assert high - low > 0.4
