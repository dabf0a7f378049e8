"""Cutting a long text where it hurts least, and packing the pieces into passages of a readable size."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from bot.core.japanese import sentence_spans

Span: TypeAlias = tuple[int, int]

READABLE = (250, 600)
"""The size of a passage, in characters, that reads well in an answer."""

# Costs have no unit; only their order matters. A passage costs PASSAGE, and up to 10 more for a size off READABLE.
_PASSAGE = 3.0
_TOO_SHORT, _TOO_LONG = 1 / 25, 1 / 10
SENTENCE_CUT, COMMA_CUT, CHARACTER_CUT = 5.0, 20.0, 40.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """What is never divided further. `joint` stands before it inside a passage; `cut_cost` is that of a cut there."""

    text: str
    joint: str
    page: int | None
    cut_cost: float


def pack(pieces: Sequence[Piece], *, limit: int) -> Iterator[Sequence[Piece]]:
    """Divide pieces, in order, into passages of at most `limit` characters at the least total cost.

    Every piece must itself fit the limit. Gives nothing for no pieces.
    """
    best = [0.0] + [float("inf")] * len(pieces)
    starts = [0] * (len(pieces) + 1)
    for end in range(1, len(pieces) + 1):
        length = 0
        for start in range(end - 1, -1, -1):
            length += len(pieces[start].text)
            if length > limit:
                break
            cut = pieces[start].cut_cost if start else 0.0
            cost = best[start] + cut + _size_cost(length)
            if cost < best[end]:
                best[end], starts[end] = cost, start
            length += len(pieces[start].joint)
    cuts = [len(pieces)]
    while cuts[-1]:
        cuts.append(starts[cuts[-1]])
    cuts.reverse()
    for start, end in pairwise(cuts):
        yield pieces[start:end]


def divide(text: str, *, limit: int, keep_whole: bool, is_row: bool = False) -> Iterator[tuple[str, float]]:
    """Give the parts of a text, each at most `limit` characters, and the cost of a cut before each.

    A paragraph (`keep_whole=False`) is divided into sentences even where it fits; an item or a row only where it
    does not. Joined, the parts are the text again.
    """
    if keep_whole and len(text) <= limit:
        yield text, 0.0
        return
    steps: list[tuple[Callable[[str], Sequence[int]], float]] = [
        (_sentence_starts, SENTENCE_CUT),
        (_comma_starts, COMMA_CUT),
        (lambda part: range(0, len(part), limit), CHARACTER_CUT),
    ]
    yield from _divide(text, [(_cell_starts, SENTENCE_CUT), *steps] if is_row else steps, limit, 0.0)


def _divide(
    text: str, steps: Sequence[tuple[Callable[[str], Sequence[int]], float]], limit: int, cost: float
) -> Iterator[tuple[str, float]]:
    (starts_of, step_cost), *finer = steps
    starts = [0, *(start for start in starts_of(text) if start > 0)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part, part_cost = text[start:end], step_cost if start else cost
        if len(part) > limit and finer:
            yield from _divide(part, finer, limit, part_cost)
        else:
            yield part, part_cost


def _size_cost(length: int) -> float:
    shortest, longest = READABLE
    off = (shortest - length) * _TOO_SHORT if length < shortest else max(0, length - longest) * _TOO_LONG
    return _PASSAGE + off


def _sentence_starts(text: str) -> Sequence[int]:
    return [start for start, _ in sentence_spans(text)]


def _comma_starts(text: str) -> Sequence[int]:
    return [found.end() for found in re.finditer(r"[、，；;][ 　]?|,[ 　]", text) if found.end() < len(text)]


def _cell_starts(text: str) -> Sequence[int]:
    return [found.end() for found in re.finditer(" / ", text)]
