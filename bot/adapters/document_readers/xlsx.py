"""Workbooks: each sheet a page under its name; rows as 「列名: 値」, numbers and dates as people read them.

openpyxl with `read_only=True, data_only=True`: 0.5 s instead of 100 s for one cell at XFD1048576. It uses defusedxml
where that is installed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import openpyxl

from bot.adapters.document_readers.cell_values import shown
from bot.adapters.document_readers.ooxml import core_details
from bot.core.guides.characters import one_line
from bot.core.guides.models import Block, BlockKind, ExtractedDocument
from bot.core.guides.tables import is_figure, looks_like_header, named_row, table_rows
from bot.core.messages import Message

CELL_CAP = 200_000
"""Filled cells of one workbook; beyond them the rest is left out, with a warning."""
_ROW_CAP = 1_048_576
_EMPTY_ROWS_CAP = 20_000
_COLUMN_CAP = 500


def read(content: bytes, *, encoding: str | None) -> ExtractedDocument:
    """Raises whatever openpyxl raises on a damaged file."""
    del encoding
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    blocks: list[Block] = []
    left, cut = CELL_CAP, False
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for page, sheet in enumerate(sheets, start=1):
        sheet.reset_dimensions()
        rows, whole = _rows(sheet, left)
        cut = cut or not whole
        left -= sum(len(row) for row in rows)
        found = [Block(kind=kind, text=text, page=page) for kind, text in _texts(rows)]
        if found:
            blocks += [Block(kind=BlockKind.HEADING, text=one_line(sheet.title), level=1, page=page), *found]
    warnings = (Message("read-table-cut", {"cells": CELL_CAP}),) if cut else ()
    return ExtractedDocument(blocks=tuple(blocks), pages=len(sheets), details=core_details(content), warnings=warnings)


def _rows(sheet: Any, left: int) -> tuple[list[dict[int, str]], bool]:
    """The filled cells of each row by column (empty rows as {}), and whether all of them were read."""
    rows: list[dict[int, str]] = []
    empty = 0
    for cells in sheet.iter_rows(max_col=_COLUMN_CAP):
        row = {place: text for place, cell in enumerate(cells) if cell.value is not None and (text := _text(cell))}
        if not row:
            empty += 1
            if empty > _EMPTY_ROWS_CAP:
                return rows, False
            if rows and rows[-1]:
                rows.append({})
            continue
        empty = 0
        left -= len(row)
        if left < 0:
            return rows, False
        rows.append(row)
    return rows, True


def _text(cell: Any) -> str:
    return one_line(shown(cell.value, str(cell.number_format or "General")))


def _texts(rows: list[dict[int, str]]) -> Iterator[tuple[BlockKind, str]]:
    """Tables parted by empty rows; lone cells above a table are paragraphs; without a header the last one holds on."""
    header: list[str] = []
    table: list[dict[int, str]] = []
    for row in [*rows, {}]:
        if row:
            table.append(row)
            continue
        while table and len(table[0]) == 1 and (len(table) == 1 or len(table[1]) != 1 or len(table) <= 3):
            yield BlockKind.PARAGRAPH, next(iter(table.pop(0).values()))
        if table:
            header, texts = _table(table, header)
            for text in texts:
                yield BlockKind.TABLE_ROW, text
        table = []


def _table(table: list[dict[int, str]], former: list[str]) -> tuple[list[str], list[str]]:
    columns = sorted({place for row in table for place in row})
    grid = [[row.get(place, "") for place in columns] for row in table]
    if looks_like_header(grid):
        return grid[0], table_rows(grid, header=True)
    if former and len(former) == len(columns) and any(is_figure(cell) for row in grid for cell in row):
        return former, [named_row(former, row) for row in grid]
    return [], table_rows(grid, header=False)
