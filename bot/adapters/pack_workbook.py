"""The hand-over pack as a workbook: a sheet for each table, to be filtered, and printed on A4 sideways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from bot.adapters.exports.reused_cells import WRAPPED, ReusedCells
from bot.core.hand_over_packs.models import Pack, Words
from bot.core.hand_over_packs.sheets import Cell, Sheet, sheets_of
from bot.core.messages import Message, Say

_FILL = PatternFill("solid", fgColor="E8EEF4")
_LONGEST_TITLE = 31
_A4 = "9"
_LINE, _HIGHEST = 18.0, 409.0
"""Points: of one line, and of a row at most (Excel's limit)."""
_ON_PAPER = 190
"""Widths of columns that can still be read side by side on one page; wider sheets are printed on several."""
_SIDE_TITLES = "A:C"


def drawn_pack(pack: Pack, say: Say) -> bytes:
    """The workbook, its headings and our words in the language of `say`; written row by row."""
    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title = "Minori", say(Message("pack-offer"))
    heading = say(Message("pack-header", {"name": pack.owner, "day": pack.made_on.isoformat()}))
    once = _saying_once(say)
    for one in sheets_of(pack):
        page = book.create_sheet(say(Message(f"pack-sheet-{one.name}"))[:_LONGEST_TITLE])
        _lay_out(page, one, heading)
        _fill(page, one, once)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _saying_once(say: Say) -> Say:
    """Sentences without anything put into them are the same in thousands of rows."""
    said = dict[str, str]()

    def once(message: Message) -> str:
        if message.arguments:
            return say(message)
        if message.key not in said:
            said[message.key] = say(message)
        return said[message.key]

    return once


def _fill(page: Any, sheet: Sheet, say: Say) -> None:
    page.append([_heading(page, say(Message(f"pack-{name}"))) for name, _ in sheet.columns])
    cells = ReusedCells(page, is_wrapped=True)
    for at, row in enumerate(sheet.rows, start=2):
        put = list(_cells(cells, row, say))
        widths = (width for _, width in sheet.columns)
        lines = (_lines(str(one.value), width) for one, width in zip(put, widths, strict=True) if one is not None)
        # Not every program makes a row as high as its words by itself.
        page.row_dimensions[at].height = min(max(lines, default=1) * _LINE, _HIGHEST)
        page.append(put)
        del page.row_dimensions[at]


def _lines(words: str, width: int) -> int:
    """How many lines they take in a column; a Japanese character is as wide as two others."""
    told = 0
    for line in words.split("\n"):
        units = len(line) + (len(line.encode("utf-8", "replace")) - len(line)) // 2
        told += max(1, -(-units // max(1, width - 1)))
    return told


def _lay_out(page: Any, sheet: Sheet, heading: str) -> None:
    for number, (_, width) in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    page.print_title_rows = "1:1"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    whole = sum(width for _, width in sheet.columns)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = max(1, -(-whole // _ON_PAPER)), 0
    if whole > _ON_PAPER:
        page.print_title_cols = _SIDE_TITLES
    page.oddHeader.center.text = heading.replace("&", "&&")
    page.oddFooter.center.text = "&P / &N"


def _heading(page: Any, text: str) -> Any:
    cell = WriteOnlyCell(page, value=text)
    cell.font, cell.fill, cell.alignment = Font(bold=True), _FILL, WRAPPED
    return cell


def _cells(cells: ReusedCells, row: tuple[Cell, ...], say: Say) -> Iterator[Any]:
    for column, value in enumerate(row):
        if value is None or value == "":
            yield None
        elif isinstance(value, date):
            yield cells.day(column, value)
        elif isinstance(value, int):
            yield cells.number(column, value)
        elif isinstance(value, tuple):
            yield cells.words(column, "\n".join(_said(one, say) for one in value if one))
        else:
            yield cells.words(column, _said(value, say))


def _said(words: Words, say: Say) -> str:
    return say(words) if isinstance(words, Message) else words
