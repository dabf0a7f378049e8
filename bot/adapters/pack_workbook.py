"""The hand-over pack as a workbook: a sheet for each table, to be filtered, and printed on A4 sideways."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.adapters.exports.cells import could_be_formula
from bot.core.hand_over_packs.models import Pack, Words
from bot.core.hand_over_packs.sheets import Cell, Sheet, sheets_of
from bot.core.messages import Message, Say

_FILL = PatternFill("solid", fgColor="E8EEF4")
_LONGEST_CELL = 32_767
"""Characters: Excel's limit."""
_LONGEST_TITLE = 31
_LINE, _HIGHEST = 18.0, 409.0
"""Points: of one line, and of a row at most (Excel's limit)."""
_ON_PAPER = 190
"""Widths of columns that can still be read side by side on one page; wider sheets are printed on several."""
_SIDE_TITLES = "A:C"


def drawn_pack(pack: Pack, say: Say) -> bytes:
    """The workbook, its headings and our words in the language of `say`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator, book.properties.title = "Minori", say(Message("pack-offer"))
    heading = say(Message("pack-header", {"name": pack.owner, "day": pack.made_on.isoformat()}))
    for one in sheets_of(pack):
        page = book.create_sheet(say(Message(f"pack-sheet-{one.name}"))[:_LONGEST_TITLE])
        _fill(page, one, say)
        _lay_out(page, one, heading)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(page: Worksheet, sheet: Sheet, say: Say) -> None:
    for number, (name, width) in enumerate(sheet.columns, start=1):
        heading = _put(page, 1, number, Message(f"pack-{name}"), say)
        heading.font, heading.fill = Font(bold=True), _FILL
        page.column_dimensions[get_column_letter(number)].width = width
    for at, cells in enumerate(sheet.rows, start=2):
        lines = 1
        for number, value in enumerate(cells, start=1):
            if value is not None and value != "":
                put = _put(page, at, number, value, say)
                lines = max(lines, _lines(str(put.value), sheet.columns[number - 1][1]))
        # Not every program makes a row as high as its words by itself.
        page.row_dimensions[at].height = min(lines * _LINE, _HIGHEST)


def _lines(words: str, width: int) -> int:
    """How many lines they take in a column; a Japanese character is as wide as two others."""
    told = 0
    for line in words.split("\n"):
        units = len(line) + (len(line.encode("utf-8", "replace")) - len(line)) // 2
        told += max(1, -(-units // max(1, width - 1)))
    return told


def _lay_out(page: Worksheet, sheet: Sheet, heading: str) -> None:
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    width = sum(one for _, one in sheet.columns)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = max(1, -(-width // _ON_PAPER)), 0
    if width > _ON_PAPER:
        page.print_title_cols = _SIDE_TITLES
    header, footer = page.oddHeader, page.oddFooter
    if header is not None and footer is not None:
        header.center.text = heading.replace("&", "&&")
        footer.center.text = "&P / &N"


def _put(page: Worksheet, row: int, column: int, value: Cell, say: Say) -> Any:
    cell = page.cell(row, column)
    cell.alignment = _WRAPPED
    if isinstance(value, date):
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    elif isinstance(value, int):
        cell.value = value
    elif value is not None:
        words = "\n".join(_said(one, say) for one in value if one) if isinstance(value, tuple) else _said(value, say)
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", words)[:_LONGEST_CELL]
        # People's words are never a formula, and stay text after somebody has edited the cell.
        cell.data_type = "s"
        if could_be_formula(words):
            cell.quotePrefix = True
    return cell


_WRAPPED = Alignment(wrap_text=True, vertical="top")


def _said(words: Words, say: Say) -> str:
    return say(words) if isinstance(words, Message) else words
