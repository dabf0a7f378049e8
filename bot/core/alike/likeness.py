"""How alike questions are: by their characters, and by vectors where there are any. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.japanese import normalise

_RUN = re.compile(r"[^\s\W_]+|ー+")

ALIKE = 0.5
"""From here on a coordinator is shown two questions as alike; only a press puts them together."""


def pairs_of(text: str) -> frozenset[str]:
    """The pairs of characters of a text, never across punctuation or blanks."""
    return frozenset(run[place : place + 2] for run in _RUN.findall(normalise(text)) for place in range(len(run) - 1))


def pairs_alike(one: str, other: str) -> float:
    """Dice's coefficient of the pairs of characters, from 0 to 1."""
    return dice(pairs_of(one), pairs_of(other))


def dice(first: frozenset[str], second: frozenset[str]) -> float:
    """Dice's coefficient of two sets, 0 for two empty ones."""
    return 2 * len(first & second) / (len(first) + len(second)) if first or second else 0.0


def cosine(one: Sequence[float], other: Sequence[float]) -> float:
    """Of two vectors of length 1, or 0 for one without a known word."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def likeness(one: str, other: str, vectors: tuple[Sequence[float], Sequence[float]] | None) -> float:
    """The better of the two, so that neither other words nor unknown ones hide what is alike; a vector counts less,
    because short questions of one field lie near one another."""
    by_characters = pairs_alike(one, other)
    return by_characters if vectors is None else max(by_characters, 0.65 * cosine(*vectors))
