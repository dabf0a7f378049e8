"""Two columns on one line, as programs that keep the look of a page write them: 「left words      right words」."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.core.guides.characters import one_line, width
from bot.core.guides.lines import Line

_GUTTER = re.compile(r"[ \u3000]{2,}")
_LEAST_LINES = 6


def unzipped(lines: Sequence[Line]) -> list[Line]:
    """Left column first, then the right one, where a gutter runs down the page; else the lines as they are.

    A gutter is a place (in terminal columns, ± 3) at which the right part begins in most of the lines around.
    """
    starts: Counter[int] = Counter()
    for line in lines:
        for place in _right_starts(line):
            starts[place] += 1
    gutter = _gutter(starts, len(lines))
    if gutter is None:
        return [replace(line, text=one_line(line.text)) for line in lines]
    result: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        parts = _split_at(line, gutter)
        if parts is None:
            result += _both(left, right)
            left, right = [], []
            result.append(replace(line, text=one_line(line.text)))
            continue
        for column, text in zip((left, right), parts, strict=True):
            if text:
                column.append(replace(line, text=one_line(text), column=not column, indent=0))
    return result + _both(left, right)


def _both(left: list[Line], right: list[Line]) -> list[Line]:
    return [*left, *right]


def _right_starts(line: Line) -> list[int]:
    found = list(_GUTTER.finditer(line.text))
    return [line.indent + width(line.text[: match.end()]) for match in found] if len(found) == 1 else []


def _gutter(starts: Counter[int], total: int) -> int | None:
    """The place most right parts begin at, if there are enough of them for a column and it is not a small table."""
    best = max(starts, key=lambda place: (_near(starts, place), starts[place]), default=0)
    if _near(starts, best) < max(_LEAST_LINES, 0.4 * total) or best < 24:
        return None
    return best


def _near(starts: Counter[int], place: int) -> int:
    return sum(times for other, times in starts.items() if abs(other - place) <= 3)


def _split_at(line: Line, place: int) -> tuple[str, str] | None:
    """The two parts of a line; a part is "" where one column is empty; None where the line crosses the gutter."""
    for match in _GUTTER.finditer(line.text):
        if abs(line.indent + width(line.text[: match.end()]) - place) <= 4:
            return line.text[: match.start()], line.text[match.end() :]
    if line.indent >= place - 4:
        return "", line.text
    if line.indent + width(line.text) <= place:
        return line.text, ""
    return None
