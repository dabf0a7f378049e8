"""The value columns of a 経営デザインシート (Cabinet Office, 2018) as a workbook: what the card says of until now, and
from now on. Resources, business model and the way there are for the firm to write; they stand there empty."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.adapters.pictures.plain_words import plain
from bot.core.coaching.cards.sheet import CardSheet, Scale, Told
from bot.core.coaching.cards.speech import cut_at_boundary
from bot.core.messages import Message, Say

_WIDTHS = (3, 18, 18, 46, 3, 18, 18, 46, 3)
"""Characters; the value columns are the fourth and the eighth."""
_PAST, _FUTURE = 2, 6
_TOP = 8
"""The first row of the columns' contents."""
_FIRST = ("=", "+", "-", "@", "\t", "\r")
_STEPS = (600, 400, 300, 220, 160, 120, 90, 60)
"""Characters of an answer: the most at which everything stands on one page."""
_FEWEST, _MOST_ROWS = 12, 40
_TYPEFACE = "Yu Gothic"
_LINE = 15.5
"""Points."""
_TINT, _EMPTY = PatternFill("solid", fgColor="F6F2F6"), PatternFill("solid", fgColor="FAFAFA")
_HEAD = PatternFill("solid", fgColor="4A154B")
_EDGE = Border(*(Side(style="thin", color="B8B8BB"),) * 4)


def design_sheet(sheet: CardSheet, say: Say) -> bytes:
    """The workbook: one sheet, A4 sideways, cells of text and never a formula."""
    book = Workbook()
    book.properties.creator, book.properties.title = "Minori", say(Message("sheet-design-title"))
    page = book.worksheets[0]
    page.title = say(Message("sheet-design-tab"))
    for number, width in enumerate(_WIDTHS, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    _draw_head(page, sheet, say)
    past, future = _fitted(_past(sheet), _future(sheet), sheet.labels["cut"])
    rows = max(_FEWEST, _height(past), _height(future))
    for first, heading, facts in ((_PAST, "past", past), (_FUTURE, "future", future)):
        _draw_side(page, first, sheet.labels[heading], rows, say)
        _draw_values(page, first + 2, facts, rows)
    for row in range(_TOP, _TOP + rows):
        page.row_dimensions[row].height = _LINE
    _draw_foot(page, _TOP + rows + 1, sheet, say)
    _for_print(page)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _draw_head(page: Worksheet, sheet: CardSheet, say: Say) -> None:
    _put(page, 1, 2, say(Message("sheet-design-title"))).font = _font(bold=True, size=16, color="4A154B")
    _put(page, 2, 2, _heading(sheet)).font = _font(bold=True, size=11)
    _put(page, 3, 2, f"{sheet.sharing}　{sheet.dated}").font = _font(size=9, color="5C5B5E")
    _put(page, 4, 2, say(Message("sheet-design-note"))).font = _font(size=9, color="5C5B5E")
    for row in (1, 2, 3, 4):
        page.merge_cells(start_row=row, start_column=2, end_row=row, end_column=8)
        page.cell(row, 2).alignment = Alignment(wrap_text=True, vertical="center")
    page.row_dimensions[1].height, page.row_dimensions[2].height = 24, 30


def _heading(sheet: CardSheet) -> str:
    firm, title = " ".join(plain(sheet.firm).split()), " ".join(plain(sheet.title).split())
    return f"{cut_at_boundary(firm, 70)}　{cut_at_boundary(title, 90)}"


def _draw_side(page: Worksheet, first: int, heading: str, rows: int, say: Say) -> None:
    """The three columns of one time; the first two empty, with a word that they wait."""
    page.merge_cells(start_row=6, start_column=first, end_row=6, end_column=first + 2)
    top = _put(page, 6, first, heading)
    top.font, top.fill = _font(bold=True, color="FFFFFF"), _HEAD
    top.alignment = Alignment(horizontal="center", vertical="center")
    page.row_dimensions[6].height = page.row_dimensions[7].height = 1.4 * _LINE
    for column, key in enumerate(("sheet-design-resources", "sheet-design-model", "sheet-design-value"), start=first):
        cell = _put(page, 7, column, say(Message(key)))
        cell.font, cell.fill, cell.border = _font(bold=True), _TINT, _EDGE
        cell.alignment = Alignment(horizontal="center", vertical="center")
    for column in (first, first + 1):
        page.merge_cells(start_row=_TOP, start_column=column, end_row=_TOP + rows - 1, end_column=column)
        for row in range(_TOP, _TOP + rows):
            page.cell(row, column).border = _EDGE
        empty = _put(page, _TOP, column, say(Message("sheet-design-empty")))
        empty.font, empty.fill = _font(size=9, color="8A888D"), _EMPTY


def _draw_values(page: Worksheet, column: int, facts: Sequence[Told], rows: int) -> None:
    """One below the other, each as many rows high as it has lines, and what is left as one empty field: each side for
    itself, so that a long answer on one leaves no hole on the other."""
    row = _TOP
    for fact in facts:
        last = row + _lines(fact) - 1
        _draw_value(page, row, last, column, fact)
        row = last + 1
    if row < _TOP + rows:
        _draw_value(page, row, _TOP + rows - 1, column, None)


def _draw_value(page: Worksheet, first: int, last: int, column: int, fact: Told | None) -> None:
    if last > first:
        page.merge_cells(start_row=first, start_column=column, end_row=last, end_column=column)
    cell = _put(page, first, column, "")
    for row in range(first, last + 1):
        page.cell(row, column).border = _EDGE
    if fact is None:
        return
    colour = "1D1C1D" if fact.is_known else "5C5B5E"
    label = InlineFont(rFont=_TYPEFACE, sz=9, b=True, color=Color(rgb="FF4A154B"))
    said = InlineFont(rFont=_TYPEFACE, sz=10, i=not fact.is_known, color=Color(rgb=f"FF{colour}"))
    # Text of several looks is never read as a formula.
    cell.value = CellRichText(TextBlock(label, f"{_clean(plain(fact.label))}\n"), TextBlock(said, _clean(fact.words)))


def _fitted(past: Sequence[Told], future: Sequence[Told], mark: str) -> tuple[Sequence[Told], Sequence[Told]]:
    """Both sides with so much of each answer that they stand on one page: all of it, or as much as each can have."""
    for most in _STEPS:
        fitted = [_cut(fact, most, mark) for fact in past], [_cut(fact, most, mark) for fact in future]
        if max(map(_height, fitted)) <= _MOST_ROWS:
            break
    return fitted


def _cut(fact: Told, most: int, mark: str) -> Told:
    words = plain(fact.words)
    shown = cut_at_boundary(words, most)
    return replace(fact, words=shown if shown == words else f"{shown.removesuffix('…')}{mark}")


def _height(facts: Sequence[Told]) -> int:
    return sum(map(_lines, facts))


def _lines(fact: Told) -> int:
    """Rows that an answer takes with its heading."""
    room = _WIDTHS[3] - 4
    return 1 + sum(max(1, math.ceil(_length(line) / room)) for line in fact.words.split("\n"))


def _draw_foot(page: Worksheet, row: int, sheet: CardSheet, say: Say) -> None:
    page.merge_cells(start_row=row, start_column=2, end_row=row, end_column=8)
    _put(page, row, 2, say(Message("sheet-design-transition"))).font = _font(bold=True)
    page.merge_cells(start_row=row + 1, start_column=2, end_row=row + 1, end_column=8)
    empty = _put(page, row + 1, 2, say(Message("sheet-design-empty")))
    empty.font, empty.fill, empty.border = _font(size=9, color="8A888D"), _EMPTY, _EDGE
    page.row_dimensions[row + 1].height = 4 * _LINE
    title, firm = (cut_at_boundary(" ".join(plain(one).split()), 80) for one in (sheet.title, sheet.firm))
    source = {"title": title, "firm": firm, "dated": sheet.dated}
    page.merge_cells(start_row=row + 3, start_column=2, end_row=row + 3, end_column=8)
    _put(page, row + 3, 2, say(Message("sheet-design-source", source))).font = _font(size=9, color="5C5B5E")
    page.row_dimensions[row + 3].height = 2 * _LINE


def _past(sheet: CardSheet) -> list[Told]:
    """The value that the firm gives today."""
    change = sheet.change
    changed = Told(label=change.label, words=change.words, is_known=change.is_known) if change else None
    facts = (sheet.who, sheet.function, changed, sheet.evidence, _graded(sheet.grade))
    return [fact for fact in facts if fact is not None]


def _graded(scale: Scale | None) -> Told | None:
    if scale is None:
        return None
    shown = f"{scale.shown} ({scale.level} / {scale.levels})" if scale.level else scale.shown
    return Told(label=scale.label, words=shown, is_known=scale.level > 0)


def _future(sheet: CardSheet) -> list[Told]:
    """The value that it may give: for what, where else, and the first step to it."""
    purpose = [Told(label=sheet.labels["aim"], words=sheet.ladder[-1])] if len(sheet.ladder) > 1 else []
    uses = [
        Told(label=sheet.labels["uses"], words="\n".join(part for part in (use.name, use.reason, use.source) if part))
        for use in sheet.uses
    ]
    tries = (sheet.try_what, sheet.try_with, sheet.try_by, sheet.try_cap)
    return [*purpose, *uses, *(fact for fact in (sheet.challenge, *tries) if fact is not None)]


def _length(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in line)


def _for_print(page: Worksheet) -> None:
    page.sheet_view.showGridLines = False
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 1
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.4, bottom=0.4)


def _font(*, size: float = 10, color: str = "1D1C1D", bold: bool = False, italic: bool = False) -> Font:
    return Font(name=_TYPEFACE, size=size, color=color, bold=bold, italic=italic)


def _put(page: Worksheet, row: int, column: int, words: str) -> Any:
    cell = page.cell(row, column)
    cell.alignment, cell.font = Alignment(wrap_text=True, vertical="top"), _font()
    cell.value = _clean(plain(words))
    # People's words are never a formula, not even when somebody edits the cell.
    cell.data_type = "s"
    if str(cell.value).startswith(_FIRST):
        cell.quotePrefix = True
    return cell


def _clean(words: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", words)
