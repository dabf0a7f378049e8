"""Pieces of text with their places on a page, as pypdf reports them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

from bot.core.guides.characters import width

_LATIN_WIDTH = 0.26
"""Mean width of half of a full-width character in units of the font size; Latin letters are narrower than half."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text from x0 to x1 on the baseline y (upwards), `size` high, all in points; `angle` in degrees, 0 upright.

    `exact`: x1 is measured; else it is estimated from the number of letters.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    angle: int = 0
    exact: bool = False


def by_pypdf(page: Any) -> list[Fragment]:
    """The fragments of a page, turned upright. Raises whatever pypdf raises."""
    found: list[Fragment] = []

    def visit(text: str, matrix: list[float], text_matrix: list[float], _: Any, font_size: float) -> None:
        if text.strip():
            found.append(_fragment(text, _product(text_matrix, matrix), font_size))

    page.extract_text(visitor_text=visit)
    return upright(found)


def _product(first: list[float], second: list[float]) -> list[float]:
    """first × second, as PDF multiplies matrices [a b c d e f] (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    return [
        a * second[0] + b * second[2],
        a * second[1] + b * second[3],
        c * second[0] + d * second[2],
        c * second[1] + d * second[3],
        e * second[0] + f * second[2] + second[4],
        e * second[1] + f * second[3] + second[5],
    ]


def _fragment(text: str, matrix: list[float], font_size: float) -> Fragment:
    size = max(1.0, abs(font_size) * math.hypot(matrix[2], matrix[3]))
    angle = round(math.degrees(math.atan2(matrix[1], matrix[0]))) % 360
    text = text.replace("\n", "")
    # A space before the words is pypdf's mark for a gap; the place given is that of the words.
    length = sum(size if width(c) == 2 else 2 * _LATIN_WIDTH * size for c in text.strip())
    return Fragment(text, matrix[4], matrix[4] + length, matrix[5], size, angle)


def upright(fragments: list[Fragment]) -> list[Fragment]:
    """Turned so that most of the text is upright; slanted text (stamps, watermarks) is left out."""
    letters: dict[int, int] = {}
    for fragment in fragments:
        letters[fragment.angle] = letters.get(fragment.angle, 0) + len(fragment.text)
    if not letters:
        return []
    main = max(letters, key=lambda angle: letters[angle])
    turn = math.radians(-main)
    result: list[Fragment] = []
    for fragment in fragments:
        if abs((fragment.angle - main + 180) % 360 - 180) > 5:
            if fragment.angle % 90:
                continue
            # Text along the margin keeps its words and loses its place: it comes last.
            result.append(replace(fragment, x0=0.0, x1=0.0, y=-1e5 - len(result)))
            continue
        x = fragment.x0 * math.cos(turn) - fragment.y * math.sin(turn)
        y = fragment.x0 * math.sin(turn) + fragment.y * math.cos(turn)
        result.append(replace(fragment, x0=x, x1=x + fragment.x1 - fragment.x0, y=y, angle=0))
    return result


def with_lone_letters(exact: list[Fragment], other: list[Fragment]) -> list[Fragment]:
    """`exact` with the single letters that only `other` has: pdfium passes over a text object of one glyph."""
    lone = [fragment for fragment in other if len(fragment.text.strip()) == 1]
    return exact + [letter for letter in lone if not any(_covers(fragment, letter) for fragment in exact)]


def _covers(fragment: Fragment, letter: Fragment) -> bool:
    near = 0.6 * letter.size
    return abs(fragment.y - letter.y) < near and fragment.x0 - near < letter.x0 < fragment.x1 + 0.1 * near
