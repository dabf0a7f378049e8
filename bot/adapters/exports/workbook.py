"""An export as a workbook. Numbers of a summary stand beside the formula that counts the records behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from bot.adapters.exports.cells import could_be_formula
from bot.adapters.exports.comma_values import heading_of
from bot.core.figures.tables import Cell, Export, Sheet, Tally
from bot.core.messages import Message, Say

_FILL = PatternFill("solid", fgColor="E8EEF4")
_LONGEST_TITLE = 31
_A4 = "9"
_WRAPPED = "definitions"


def workbook(export: Export, say: Say) -> bytes:
    """The bytes of it: written row by row, so that ten thousand rows need no more memory than a few."""
    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title = "Minori", say(export.title)
    titles = {sheet.name: say(sheet.title)[:_LONGEST_TITLE] for sheet in export.sheets}
    for sheet in export.sheets:
        page = book.create_sheet(titles[sheet.name])
        _lay_out(page, sheet)
        # On paper each page says what it is; an ampersand is a sign of its own there.
        page.oddHeader.left.text = say(export.title).replace("&", "&&")
        page.oddFooter.center.text = f"{titles[sheet.name].replace('&', '&&')}  &P / &N"
        page.append([_heading(page, say(heading_of(column))) for column in sheet.columns])
        for number, row in enumerate(sheet.rows, start=2):
            page.append(list(_cells(page, sheet, row, number, say, _Counting(export, titles))))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


class _Counting:
    """Writes the formulas that count rows of other sheets."""

    def __init__(self, export: Export, titles: Mapping[str, str]) -> None:
        self._sheets, self._titles = {sheet.name: sheet for sheet in export.sheets}, titles

    def formula(self, tally: Tally, say: Say) -> str:
        """COUNTA of all rows, or COUNTIF of those with a cell."""
        sheet = self._sheets[tally.sheet]
        names = [column.name for column in sheet.columns]
        letter = get_column_letter(names.index(tally.column) + 1 if tally.column else 1)
        place = self._titles[tally.sheet].replace("'", "''")
        cells = f"'{place}'!${letter}$2:${letter}${max(2, len(sheet.rows) + 1)}"
        if not tally.column:
            return f"=COUNTA({cells})"
        equals = say(tally.equals) if isinstance(tally.equals, Message) else tally.equals
        return f"=COUNTIF({cells},{_text_in_formula(equals)})"


def _lay_out(page: Any, sheet: Sheet) -> None:
    for number, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    page.print_title_rows = "1:1"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0


def _heading(page: Any, text: str) -> Any:
    cell = WriteOnlyCell(page, value=text)
    cell.font, cell.fill = Font(bold=True), _FILL
    return cell


def _cells(page: Any, sheet: Sheet, row: tuple[Cell, ...], number: int, say: Say, counting: _Counting) -> Iterator[Any]:
    for column, value in zip(sheet.columns, row, strict=True):
        if isinstance(value, Tally):
            yield counting.formula(value, say)
        elif column.name == "check":
            yield _check(sheet, number, say)
        elif isinstance(value, str | Message):
            yield _words(page, say(value) if isinstance(value, Message) else value, is_wrapped=sheet.name == _WRAPPED)
        elif isinstance(value, float) and column.is_share:
            yield _formatted(page, value, "0.0%")
        elif isinstance(value, date):
            yield _formatted(page, value, "yyyy-mm-dd")
        else:
            yield value


def _check(sheet: Sheet, number: int, say: Say) -> str:
    names = [column.name for column in sheet.columns]
    count, counted = (f"{get_column_letter(names.index(name) + 1)}{number}" for name in ("count", "counted"))
    alike, other = (_text_in_formula(say(Message(key))) for key in ("figures-check-alike", "figures-check-other"))
    return f"=IF({count}={counted},{alike},{other})"


def _words(page: Any, text: str, *, is_wrapped: bool) -> Any:
    """People's words are never a formula."""
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)
    if not (is_wrapped or could_be_formula(clean)):
        return clean
    cell = WriteOnlyCell(page, value=clean)
    cell.data_type = "s"
    # Shown as text also after somebody has edited the cell.
    cell.quotePrefix = could_be_formula(clean)
    if is_wrapped:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _formatted(page: Any, value: Any, form: str) -> Any:
    cell = WriteOnlyCell(page, value=value)
    cell.number_format = form
    return cell


def _text_in_formula(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
