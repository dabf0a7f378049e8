"""Lines as a page has them, and how two of them become one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.guides.characters import is_japanese, width

SENTENCE_ENDS = "。．.!?！？…‥"
_CLOSING = "」』）)】］]〉》”’\"'*"
_OPENERS, _CLOSERS = "「『（(【［[〈《", "」』）)】］]〉》"
_BLANKS = " \u3000"
_LONGEST_WORD = 60
_FULL = 0.86
_NARROWEST = 24
"""Columns narrower than twelve full-width characters are lists of words, verse or addresses, not wrapped text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of a page in reading order.

    `gap`: a blank line or a wide gap stands before it. `indent`: columns of white space before it.
    `size`: height of its letters relative to the body of the document, 0 where unknown.
    `cells`: its parts where wide gaps tear it into two or more. `column`: True where a new column starts.
    `full`: whether it reaches the edge of its column, None where only its own length can tell.
    """

    text: str
    page: int | None = None
    gap: bool = False
    indent: int = 0
    size: float = 0.0
    cells: tuple[str, ...] = ()
    column: bool = False
    full: bool | None = None


def ends_sentence(text: str) -> bool:
    """True where the text may stop: 。 or another end, closing brackets after it included."""
    text = text.rstrip()
    bare = text.rstrip(_CLOSING)
    if bare and bare[-1] in SENTENCE_ENDS:
        return True
    # 「…した」 alone on a line ends too; a closing bracket in the middle of a sentence does not tell.
    return text.endswith(("。", "」")) and bare != text and text.count("「") == text.count("」") and text[0] == "「"


def has_open_bracket(text: str) -> bool:
    """True where a bracket is opened and not closed again."""
    depth = 0
    for character in text:
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS and depth:
            depth -= 1
    return depth > 0


def join(first: str, second: str) -> str:
    """Two lines of one sentence: Japanese without a space, Latin with one, hyphenated words whole again."""
    return join_all([first, second])


def join_all(texts: Sequence[str]) -> str:
    """All lines of one paragraph as running text."""
    parts: list[str] = []
    for text in texts:
        if parts and text:
            dropped, glue = _seam(parts[-1], text.lstrip(_BLANKS))
            parts[-1] = parts[-1].rstrip(_BLANKS)
            parts[-1] = parts[-1][: len(parts[-1]) - dropped] + glue
            text = text.lstrip(_BLANKS)
        if text:
            parts.append(text)
    return "".join(parts)


def _seam(first: str, second: str) -> tuple[int, str]:
    """Between two lines: how many characters the first loses at its end, and what stands between them."""
    tail = first.rstrip(_BLANKS)[-_LONGEST_WORD:]
    if re.search(r"[A-Za-z]-$", tail) and second[:1].islower():
        # A word that already holds a hyphen (state-of-the-art) was broken at its own hyphen.
        return (0, "") if "-" in tail.rsplit(maxsplit=1)[-1][:-1] else (1, "")
    if tail.endswith(("\u2010", "\u2011", "-", "/")) and re.match(r"[A-Za-z0-9]", second) and re.search(r"\w.$", tail):
        return 0, ""
    if is_japanese(tail[-1:]) or is_japanese(second[:1]):
        return 0, ""
    return 0, " "


def is_sentence_per_line(lines: Sequence[Line], place: int) -> bool:
    """True where most of the lines near one end a sentence: each was written on a line of its own."""
    around = lines[max(0, place - 6) : place + 7]
    return sum(1 for line in around if ends_sentence(line.text)) > 0.6 * len(around)


def column_widths(lines: Sequence[Line]) -> list[int]:
    """For each line the width of the column it stands in, in terminal columns: what the wide ones around it reach.

    The narrower of what stands before and after, since a page of one column may be followed by a page of two.
    """
    own = [width(line.text) for line in lines]
    result = []
    for place in range(len(lines)):
        before, after = sorted(own[max(0, place - 11) : place + 1]), sorted(own[place : place + 12])
        sides = [side[int(len(side) * 0.75)] for side in (before, after) if len(side) >= 5]
        result.append(min(sides) if sides else max(own))
    return result


def is_full(line: Line, following: str, column: int) -> bool:
    """True where the line reaches the column's edge, so that its break was the typesetter's and not the writer's."""
    if line.full is not None:
        return line.full
    if column < _NARROWEST:
        return False
    reach = width(line.text)
    if reach >= _FULL * column:
        return True
    word = re.match(r"[!-~]+", following)
    return bool(word) and reach + 1 + len(word.group() if word else "") > column
