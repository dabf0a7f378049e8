"""Lines gathered into groups: a paragraph, a heading, a list item, a row, a caption.

A group is open at its end when its last line reaches the column's edge without ending a sentence: the rest stands
somewhere else, in the next column, on the next page or below a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.core.guides.characters import width, without_stray_spaces
from bot.core.guides.lines import (
    Line,
    column_widths,
    ends_sentence,
    has_open_bracket,
    is_full,
    is_sentence_per_line,
    join_all,
)
from bot.core.guides.markers import COUNTED, HEADED, date_of, is_caption, is_source_note, mark_of

HEADING_LIMIT = 60
"""The most characters of a heading; longer ones are sentences."""
_PLAIN_HEADING_LIMIT = 42
_LARGER = 1.12


class Sort(StrEnum):
    """What a group is. COUNTED (1. ① (1)) and SHORT become headings or not when their neighbours are known."""

    BODY = "body"
    HEADING = "heading"
    COUNTED = "counted"
    SHORT = "short"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Lines that belong together. `mark`: the sort of mark they begin with; `column` and `gap`: the first line's."""

    sort: Sort
    text: str
    page: int | None
    mark: str = ""
    indent: int = 0
    size: float = 0.0
    open_end: bool = False
    gap: bool = False
    column: bool = False
    wrapped: bool = False
    cells: tuple[str, ...] = ()


def groups_of(lines: Sequence[Line]) -> list[Group]:
    """The groups in the order of the lines."""
    columns = column_widths(lines)
    result: list[Group] = []
    first = 0
    while first < len(lines):
        last = first + 1
        while last < len(lines) and _continues(lines, columns, first, last):
            last += 1
        following = lines[last] if last < len(lines) else None
        result.append(_group(lines[first:last], following, columns[last - 1]))
        first = last
    return result


def _continues(lines: Sequence[Line], columns: Sequence[int], first: int, place: int) -> bool:
    """True where line `place` goes on with the group that began at line `first`."""
    start, before, line = lines[first], lines[place - 1], lines[place]
    if line.gap or line.column or line.page != before.page or line.cells or before.cells:
        return False
    mark, start_mark = mark_of(line.text), mark_of(start.text)
    if is_source_note(line.text):
        return is_caption(start.text)
    if is_caption(start.text) or is_caption(line.text):
        return False
    if _differs_in_size(before, line):
        return False
    full = is_full(before, line.text, columns[place - 1])
    if _is_headed(start, start_mark.sort) and place - first < 4 and not (full and start_mark.sort in COUNTED):
        return _heading_goes_on(start, before, line, columns[place])
    if mark.sort and not (full and not ends_sentence(before.text) and mark.sort in {"kanji", "number"}):
        # A marked line begins something new, unless a sentence runs into it: 「…、次の\n①…」 does, rarely.
        if not full or ends_sentence(before.text) or mark.sort not in COUNTED:
            return False
        return has_open_bracket(before.text) or (start_mark.sort == "" and before.text[-1:] in "、,とのはがをに")
    if line.indent > before.indent and start_mark.sort not in {"bullet", *COUNTED} and line.indent >= 1:
        return False
    if ends_sentence(before.text):
        # A sentence may end just at the edge; a list of short sentences only looks as if it did.
        return full and (before.full is not None or not is_sentence_per_line(lines, place))
    return full or before.text.endswith(("、", ",", "，")) or (line.size > 0 and has_open_bracket(before.text))


def _differs_in_size(before: Line, line: Line) -> bool:
    return before.size > 0 and line.size > 0 and abs(before.size - line.size) > 0.08


def _is_headed(line: Line, mark: str) -> bool:
    if ends_sentence(line.text) or len(line.text) > HEADING_LIMIT:
        return False
    return mark in HEADED or mark in COUNTED or line.size >= _LARGER


def _heading_goes_on(start: Line, before: Line, line: Line, column: int) -> bool:
    """A heading broken over lines: the next is set in, or of the same larger size, or closes what is open."""
    if mark_of(line.text).sort or "。" in line.text or line.text.endswith(".") or len(line.text) > HEADING_LIMIT:
        return False
    if width(line.text) >= 0.95 * column and start.size < _LARGER:
        return False
    if start.size >= _LARGER:
        return True
    if has_open_bracket(before.text) and width(line.text) <= width(before.text) + 8:
        return True
    return line.indent > start.indent or before.text.endswith(("─", "―", "—", "－", "～", "の", "と", "、"))


def _group(lines: Sequence[Line], following: Line | None, column: int) -> Group:
    start, text = lines[0], _joined(lines)
    next_text = following.text if following else ""
    last = lines[-1]
    sort, mark = _sort(lines, text, following, column)
    counts = sort in {Sort.BODY, Sort.ITEM} or (sort is Sort.COUNTED and len(text) > HEADING_LIMIT)
    unfinished = not ends_sentence(text) and (
        is_full(last, next_text if len(lines) > 1 else "", column)
        or text.endswith(("、", "，"))
        or (len(lines) > 1 and has_open_bracket(text))
    )
    return Group(
        sort=sort,
        text=text,
        page=start.page,
        mark=mark,
        indent=start.indent,
        size=start.size,
        open_end=counts and unfinished,
        gap=start.gap,
        column=start.column,
        wrapped=len(lines) > 1,
        cells=start.cells,
    )


def _joined(lines: Sequence[Line]) -> str:
    if is_caption(lines[0].text):
        return " ".join(line.text for line in lines)
    return without_stray_spaces(join_all([line.text for line in lines]))


def _sort(lines: Sequence[Line], text: str, following: Line | None, column: int) -> tuple[Sort, str]:
    start, mark = lines[0], mark_of(text).sort
    if start.cells:
        return Sort.ROW, ""
    if is_caption(text) or is_source_note(text):
        return Sort.CAPTION, ""
    short = len(text) <= HEADING_LIMIT and not text.rstrip().endswith(("。", "．", "、", "，", "；", ";"))
    if mark in HEADED and short:
        return Sort.HEADING, mark
    if mark == "bullet":
        return Sort.ITEM, mark
    if mark in COUNTED:
        return Sort.COUNTED, mark
    if short and start.size >= _LARGER and date_of(text) is None and any(c.isalpha() for c in text):
        return Sort.HEADING, "size"
    alone = len(lines) == 1 and (start.gap or start.column) and (following is None or following.gap)
    if alone and _may_be_plain_heading(start, text, column):
        return Sort.SHORT, ""
    return Sort.BODY, ""


def _may_be_plain_heading(line: Line, text: str, column: int) -> bool:
    """A short line between blank ones, without the punctuation of a sentence."""
    if len(text) > _PLAIN_HEADING_LIMIT * (1 if width(text) > len(text) else 2) or ends_sentence(text):
        return False
    if text.endswith(("、", "，", ",")) or date_of(text) or not any(c.isalpha() for c in text):
        return False
    wrapped_column = column < 60
    return not (wrapped_column and is_full(line, "", column) and len(text) > 16)
