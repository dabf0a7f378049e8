"""Cells of a workbook that is written row by row: each is made once for its column, and holds one row after another.

openpyxl looks the style of a cell up whenever it is set, which took more time than everything else about a cell. A row
is written when it is appended, so that a cell is free again then.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.styles import Alignment

from bot.adapters.exports.cells import could_be_formula

LONGEST_CELL = 32_767
"""Characters: Excel's limit."""
WRAPPED = Alignment(wrap_text=True, vertical="top")


class ReusedCells:
    """The cells of one sheet; `is_wrapped`: long words break into lines, and all stand at the top of their row. Every
    cell that is given out is appended before the next row is asked for."""

    def __init__(self, page: Any, *, is_wrapped: bool) -> None:
        self._page, self._is_wrapped = page, is_wrapped
        self._made: dict[tuple[int, str, bool], Any] = {}

    def words(self, column: int, text: str) -> Any:
        """People's words: never a formula, and text after somebody has edited the cell as well."""
        clean = ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST_CELL]
        cell = self._cell(column, "", is_quoted=could_be_formula(clean))
        cell.value = clean
        cell.data_type = "s"
        return cell

    def number(self, column: int, value: float) -> Any:
        """A number as it is."""
        return self._with(value, column, "")

    def formatted(self, column: int, value: float, form: str) -> Any:
        """A number in a format of Excel's."""
        return self._with(value, column, form)

    def day(self, column: int, value: date) -> Any:
        """A day."""
        return self._with(value, column, "yyyy-mm-dd")

    def _with(self, value: float | date, column: int, form: str) -> Any:
        cell = self._cell(column, form, is_quoted=False)
        cell.value = value
        return cell

    def _cell(self, column: int, form: str, *, is_quoted: bool) -> Any:
        key = (column, form, is_quoted)
        if key not in self._made:
            self._made[key] = self._new(form, is_quoted=is_quoted)
        return self._made[key]

    def _new(self, form: str, *, is_quoted: bool) -> Any:
        cell = WriteOnlyCell(self._page)
        if self._is_wrapped:
            cell.alignment = WRAPPED
        if form:
            cell.number_format = form
        if is_quoted:
            cell.quotePrefix = True
        return cell
