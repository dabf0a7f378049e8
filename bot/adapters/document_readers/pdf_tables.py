"""Tables without lines: rows whose parts stand below each other, also where cells are missing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.adapters.document_readers.pdf_fragments import Fragment

_SLACK = 2.0
"""Points by which parts of one column may miss each other."""
Row = list[Fragment]


def table_spans(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Runs [first, after) of rows that make a table: they begin and end with a torn row and hold at least two."""
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(rows):
        if len(rows[place]) < 2:
            place += 1
            continue
        end = last = place + 1
        while end < len(rows) and (len(rows[end]) > 1 or end - last < 2) and not _is_far(rows[end - 1], rows[end]):
            end += 1
            if len(rows[end - 1]) > 1:
                last = end
        if last - place > 1:
            spans.append((place, last))
        place = last
    return spans


def _is_far(upper: Row, lower: Row) -> bool:
    return upper[0].y - lower[0].y > 5 * max(upper[0].size, lower[0].size)


def cells_of(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """The cells of each row by column, "" where one is missing; lines of a wrapped cell become one."""
    columns = _columns(rows)
    grid: list[list[str]] = []
    pitch = _pitch(rows)
    for place, row in enumerate(rows):
        cells = [""] * len(columns)
        for part in row:
            column = _column_of(part, columns)
            cells[column] = f"{cells[column]} {part.text}".strip()
        goes_on = bool(grid) and not cells[0] and rows[place - 1][0].y - row[0].y < 0.75 * pitch
        if goes_on and all(grid[-1][column] for column, cell in enumerate(cells) if cell):
            grid[-1] = [f"{upper} {lower}".strip() for upper, lower in zip(grid[-1], cells, strict=True)]
            grid.append([""] * len(columns))
        else:
            grid.append(cells)
    return [tuple(cells) for cells in grid]


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Left and right edges: parts that overlap share a column; parts over several columns do not decide."""
    torn = [row for row in rows if len(row) > 1]
    parts = sorted((part for row in torn for part in row), key=lambda part: part.x1 - part.x0)
    columns: list[tuple[float, float]] = []
    for part in parts:
        touched = [edges for edges in columns if part.x0 < edges[1] - _SLACK and part.x1 > edges[0] + _SLACK]
        if len(touched) > 1:
            continue
        if touched:
            columns.remove(touched[0])
            columns.append((min(part.x0, touched[0][0]), max(part.x1, touched[0][1])))
        else:
            columns.append((part.x0, part.x1))
    return sorted(columns)


def _column_of(part: Fragment, columns: Sequence[tuple[float, float]]) -> int:
    """The column that the part shares most of itself with; the nearest where it shares none."""

    def shared(edges: tuple[float, float]) -> float:
        return min(part.x1, edges[1]) - max(part.x0, edges[0])

    return max(range(len(columns)), key=lambda place: (shared(columns[place]), -abs(part.x0 - columns[place][0])))


def _pitch(rows: Sequence[Row]) -> float:
    """The usual distance between rows that have a first cell; large, so that nothing is merged, for one such row."""
    left = min(part.x0 for row in rows for part in row)
    tops = [row[0].y for row in rows if row[0].x0 < left + row[0].size]
    distances = sorted(upper - lower for upper, lower in pairwise(tops))
    return distances[len(distances) // 2] if distances else 0.0
