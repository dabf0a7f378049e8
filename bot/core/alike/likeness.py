"""How alike questions are: by their characters, and by vectors where there are any. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
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
    first, second = pairs_of(one), pairs_of(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first or second else 0.0


def alike_among(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Which of many texts are alike by their characters, by their places: the same as comparing each with each, but
    only those are looked at that have a pair in common."""
    having, sizes = defaultdict[str, list[int]](list), list[int]()
    found = list[tuple[int, int]]()
    for place, text in enumerate(texts):
        pairs = pairs_of(text)
        shared = Counter(before for pair in pairs for before in having[pair])
        found += [
            (before, place)
            for before, count in sorted(shared.items())
            if 2 * count / (sizes[before] + len(pairs)) >= ALIKE
        ]
        sizes.append(len(pairs))
        for pair in pairs:
            having[pair].append(place)
    return found


def cosine(one: Sequence[float], other: Sequence[float]) -> float:
    """Of two vectors of length 1, or 0 for one without a known word."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def likeness(one: str, other: str, vectors: tuple[Sequence[float], Sequence[float]] | None) -> float:
    """The better of the two, so that neither other words nor unknown ones hide what is alike; a vector counts less,
    because short questions of one field lie near one another."""
    by_characters = pairs_alike(one, other)
    return by_characters if vectors is None else max(by_characters, 0.65 * cosine(*vectors))
