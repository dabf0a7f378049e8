"""How long it takes until something happens, when for some it has not happened yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum
from fractions import Fraction
from typing import NamedTuple


class End(Enum):
    """How a span ended."""

    REACHED = "reached"
    GONE = "gone"
    """It ended otherwise, and can no longer be reached."""
    ON_THE_WAY = "on_the_way"
    """Right-censored: so far it has not been reached."""

    # There is one of each: counting tens of thousands, hashing their names would be most of the work.
    __hash__ = object.__hash__


class Span(NamedTuple):
    """So many days until it ended, or until today."""

    days: int
    end: End


def median_days(spans: Sequence[Span]) -> int | None:
    """After how many days half of all have reached it; None while that has not happened (or never will).

    The first day on which the cumulative incidence is at least one half: at each day on which some reach it,
    S · reached/at risk is added, where S is the share that neither reached it nor went otherwise before, and whoever is
    on the way leaves those at risk after their day (O. O. Aalen and S. Johansen, Scandinavian Journal of Statistics 5
    (1978), 141-150). Where nobody goes otherwise this is the median of E. L. Kaplan and P. Meier, Journal of the
    American Statistical Association 53 (1958), 457-481. Whoever went otherwise is counted as never reaching it.
    """
    at_risk, left, reached = len(spans), Fraction(1), Fraction(0)
    ends = Counter((one.days, one.end) for one in spans)
    for day in sorted({one.days for one in spans}):
        now, gone, waiting = (ends[day, end] for end in (End.REACHED, End.GONE, End.ON_THE_WAY))
        reached += left * Fraction(now, at_risk)
        if reached >= Fraction(1, 2):
            return day
        left *= 1 - Fraction(now + gone, at_risk)
        at_risk -= now + gone + waiting
    return None


def middle(days: Sequence[int]) -> float | None:
    """The median of numbers; of an even count the mean of the two in the middle; None of none."""
    if not days:
        return None
    ordered, half = sorted(days), len(days) // 2
    return float(ordered[half]) if len(days) % 2 else (ordered[half - 1] + ordered[half]) / 2
