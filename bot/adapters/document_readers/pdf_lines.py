"""From places on a page to lines in reading order: columns one after the other, rows of a table kept together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.adapters.document_readers.pdf_fragments import Fragment
from bot.adapters.document_readers.pdf_tables import cells_of, table_spans
from bot.core.guides.characters import clean, one_line, stray_spaces, without_stray_spaces
from bot.core.guides.lines import Line

_SAME_LINE = 0.45
_TEAR = 1.0
_GAP_BETWEEN_LINES = 1.45
_FILLED = 0.6
_STRAY = 0.12
Row = list[Fragment]


def lines_of(pages: Sequence[Sequence[Fragment]]) -> list[list[Line]]:
    """The lines of each page, numbered from 1."""
    body = _body_size(pages)
    everywhere = stray_spaces("\n".join(clean(f.text) for page in pages for f in page)) > _STRAY
    return [_page_lines(page, number, body, everywhere) for number, page in enumerate(pages, start=1)]


def _body_size(pages: Sequence[Sequence[Fragment]]) -> float:
    """The size most letters have, to half a point."""
    letters: Counter[float] = Counter()
    for page in pages:
        for fragment in page:
            letters[round(fragment.size * 2) / 2] += len(fragment.text)
    return letters.most_common(1)[0][0] if letters else 1.0


def _page_lines(fragments: Sequence[Fragment], number: int, body: float, everywhere: bool) -> list[Line]:
    lines: list[Line] = []
    for column in _columns([_segments(row) for row in _rows(fragments)]):
        left = min(row[0].x0 for row in column)
        right = _right_edge(column)
        leading = _leading(column)
        cells = _cells(column)
        for place, row in enumerate(column):
            following = column[place + 1] if place + 1 < len(column) else None
            line = _line(row, number, body, everywhere, left, cells.get(place), _is_full(row, following, right))
            if line is None:
                continue
            above = column[place - 1][0] if place else None
            gap = above is None or above.y - row[0].y > _GAP_BETWEEN_LINES * max(leading, row[0].size)
            lines.append(_placed(line, gap=gap and bool(place or not lines), column=place == 0 and bool(lines)))
    return lines


def _placed(line: Line, *, gap: bool, column: bool) -> Line:
    return replace(line, gap=gap, column=column)


def _right_edge(column: Sequence[Row]) -> float:
    """Where the column ends: what its longer lines reach."""
    edges = sorted(row[-1].x1 for row in column)
    return edges[int(len(edges) * 0.85)] if len(edges) > 3 else edges[-1]


def _is_full(row: Row, following: Row | None, right: float) -> bool | None:
    """True where the line goes to the edge, or the next word would not have fitted; None for estimated places."""
    last = row[-1]
    if not last.exact:
        return None
    if last.x1 >= right - 1.6 * last.size:
        return True
    if following is None or not following[0].text[:1].isascii():
        return False
    word = following[0].text.split(maxsplit=1)[0] if following[0].text.split() else ""
    return last.x1 + (len(word) + 1) * 0.5 * last.size > right


def _leading(column: Sequence[Row]) -> float:
    """The usual distance between two lines."""
    distances = sorted(upper[0].y - lower[0].y for upper, lower in pairwise(column))
    return distances[len(distances) // 2] if distances else 0.0


def _cells(rows: Sequence[Row]) -> dict[int, tuple[str, ...]]:
    """Row → its cells, for rows of tables."""
    found: dict[int, tuple[str, ...]] = {}
    for first, after in table_spans(rows):
        found.update(zip(range(first, after), cells_of(rows[first:after]), strict=True))
    return found


def _line(
    row: Row, number: int, body: float, everywhere: bool, left: float, cells: tuple[str, ...] | None, full: bool | None
) -> Line | None:
    if cells is None:
        cells = tuple(part.text for part in row) if len(row) > 1 else ()
    cells = tuple(without_stray_spaces(one_line(cell), everywhere=everywhere) for cell in cells)
    parts = [without_stray_spaces(one_line(part.text), everywhere=everywhere) for part in row]
    text = " ".join(cell for cell in cells if cell) if cells else " ".join(part for part in parts if part)
    if not text:
        return None
    size = max(row, key=lambda part: len(part.text)).size
    indent = max(0, round((row[0].x0 - left) / max(1.0, size) * 2))
    return Line(
        text=one_line(text),
        page=number,
        indent=indent if indent >= 1 else 0,
        size=round(size / body, 2),
        cells=cells,
        full=full,
    )


def _rows(fragments: Sequence[Fragment]) -> list[Row]:
    """Fragments on one baseline, from the top; each row from left to right."""
    rows: list[Row] = []
    for fragment in sorted(fragments, key=lambda f: -f.y):
        for row in rows[-3:]:
            if abs(row[0].y - fragment.y) <= _SAME_LINE * max(row[0].size, fragment.size):
                row.append(fragment)
                break
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda f: f.x0) for row in rows]


def _segments(row: Row) -> Row:
    """Fragments of a row that touch, as one; only wide gaps stay."""
    result: Row = []
    for fragment in row:
        last = result[-1] if result else None
        if last is not None and fragment.x0 - last.x1 <= _TEAR * max(last.size, fragment.size):
            gap = fragment.x0 - last.x1
            glue = " " if gap > 0.25 * fragment.size and not _touch_by_space(last.text, fragment.text) else ""
            text = last.text + glue + fragment.text
            result[-1] = replace(last, text=text, x1=max(last.x1, fragment.x1), size=max(last.size, fragment.size))
        else:
            result.append(fragment)
    return result


def _touch_by_space(first: str, second: str) -> bool:
    return first.endswith(" ") or second.startswith(" ")


def _columns(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Bands of the page: rows over the whole width as they come; where a gutter runs, left column, then right."""
    gutter = _gutter(rows)
    if gutter is None:
        if rows:
            yield list(rows)
        return
    left: list[Row] = []
    right: list[Row] = []
    across: list[Row] = []
    for row in rows:
        if any(part.x0 < gutter - 1 and part.x1 > gutter + 1 for part in row):
            yield from (part for part in (left, right) if part)
            left, right = [], []
            across.append(row)
            continue
        if across:
            yield across
            across = []
        for side, parts in ((left, [p for p in row if p.x0 < gutter]), (right, [p for p in row if p.x0 >= gutter])):
            if parts:
                side.append(parts)
    yield from (part for part in (across, left, right) if part)


def _gutter(rows: Sequence[Row]) -> float | None:
    """The x that few parts cross and on both sides of which parts fill their column; None for one column or a table."""
    starts = sorted({round(part.x0) for row in rows for part in row})
    best, most = None, 0
    for x in starts:
        edge = x - 0.5
        left = [part for row in rows for part in row if part.x1 <= edge]
        right = [part for row in rows for part in row if part.x0 >= edge]
        crossing = sum(1 for row in rows for part in row if part.x0 < edge < part.x1)
        both = min(len(left), len(right))
        if both < 5 or crossing > 0.35 * len(rows) or both <= most:
            continue
        if _fills(left) and _fills(right):
            best, most = edge, both
    return best


def _fills(parts: Sequence[Fragment]) -> bool:
    """True where most parts reach over their column, as running text does and the cells of a table do not."""
    first, last = min(part.x0 for part in parts), max(part.x1 for part in parts)
    wide = sum(1 for part in parts if part.x1 - part.x0 >= _FILLED * (last - first))
    letters = sum(len(part.text) for part in parts) / len(parts)
    return wide >= 0.55 * len(parts) and letters >= 12
