"""The first sheet of an export as CSV that Japanese Excel opens by a double click: UTF-8 with a mark, lines by CRLF."""

from __future__ import annotations

import csv
from io import StringIO

from bot.adapters.exports.cells import plain_of, quoted
from bot.core.figures.tables import Cell, Column, Export, Sheet, Tally
from bot.core.messages import Message, Say


def comma_values(export: Export, say: Say) -> bytes:
    """The table. Columns of checks, which only Excel counts, are left out."""
    sheet, written = export.sheets[0], StringIO()
    kept = [at for at, _ in enumerate(sheet.columns) if not is_check(sheet, at)]
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow([quoted(say(heading_of(sheet.columns[at]))) for at in kept])
    for row in sheet.rows:
        lines.writerow([_text(row[at], say) for at in kept])
    return written.getvalue().encode("utf-8-sig")


def heading_of(column: Column) -> Message:
    """What stands above a column."""
    return Message(f"figures-column-{column.name}")


def is_check(sheet: Sheet, at: int) -> bool:
    """Is it a column that only Excel counts?"""
    return sheet.columns[at].name == "check" or any(isinstance(row[at], Tally) for row in sheet.rows)


def _text(cell: Cell, say: Say) -> str | int | float:
    """Numbers stay numbers: a negative one is no formula."""
    plain = plain_of(cell, say)
    return quoted(plain) if isinstance(plain, str) else "" if plain is None else plain
