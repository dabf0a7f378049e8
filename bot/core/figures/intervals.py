"""How much a share of few says: Wilson's interval, and from how many on a percentage is said at all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import sqrt

FEWEST = 20
"""A share of fewer is not said as a percentage. A rule of ours: at 20 the interval of one half is 0.299 to 0.701, forty
points wide; of fewer it is wider, and tells a good share from a bad one no more."""
Z_95 = 1.959963984540054
"""The 0.975 quantile of the standard normal distribution: 95 of 100 intervals hold the true share."""


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `of`. Raises ValueError for what no share can be."""

    hits: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.hits <= self.of:
            raise ValueError("a share is between nothing and all")

    @property
    def is_small(self) -> bool:
        """Too few to say."""
        return self.of < FEWEST

    @property
    def percent(self) -> int | None:
        """The nearest whole number of a hundred, a half upwards; None of none."""
        if not self.of:
            return None
        return int((Decimal(100 * self.hits) / self.of).quantize(Decimal(1), ROUND_HALF_UP))

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval as shares of 1; None of none."""
        return wilson(self.hits, self.of) if self.of else None


def wilson(hits: int, of: int, *, z: float = Z_95) -> tuple[float, float]:
    """The score interval without continuity correction: the shares p at which |hits/of - p| = z·sqrt(p(1-p)/of).

    (p̂ + z²/2n ± z·sqrt(p̂(1-p̂)/n + z²/4n²)) / (1 + z²/n), from E. B. Wilson, "Probable inference, the law of
    succession, and statistical inference", Journal of the American Statistical Association 22 (1927), 209-212; method 3
    of R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
    857-872, whose values the tests hold it to. Raises ValueError for none.
    """
    if of <= 0 or not 0 <= hits <= of:
        raise ValueError("an interval needs a share of some")
    share, square = hits / of, z * z
    middle = share + square / (2 * of)
    half = z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    scale = 1 + square / of
    low = 0.0 if hits == 0 else max(0.0, (middle - half) / scale)
    high = 1.0 if hits == of else min(1.0, (middle + half) / scale)
    return low, high
