"""The child's side of card_table.py: rows of a workbook, of a table as text, of electronic business cards."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import openpyxl
from openpyxl.utils.cell import coordinate_to_tuple

from bot.adapters.document_readers.cell_values import shown
from bot.adapters.document_readers.encodings import decode
from bot.adapters.guarded_rows import Rows
from bot.adapters.vcards import card_rows
from bot.core.meetings.catching.tables import knows_heading
from bot.errors import DocumentRefused

ROWS, COLUMNS, SHEETS = 3_000, 100, 20
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_DELIMITERS = ",\t;"
_USUAL = ("utf-8-sig", "cp932", "euc_jp", "utf-16")


def read(content: bytes, *, arguments: Sequence[str]) -> Iterable[Rows]:
    """Raises DocumentRefused, or whatever openpyxl raises on a damaged file."""
    format_, kind = arguments
    if kind == "vcard":
        return [Rows("", tuple(card_rows(content)))]
    if format_ == "xlsx":
        return list(_sheets(content))
    return [Rows("", tuple(_lines(_text(content))))]


def _sheets(content: bytes) -> Iterator[Rows]:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for sheet in [one for one in book.worksheets if one.sheet_state == "visible"][:SHEETS]:
            sheet.reset_dimensions()
            path = str(getattr(sheet, "_worksheet_path", ""))
            rows = [[_shown(cell) for cell in row] for row in sheet.iter_rows(max_row=ROWS, max_col=COLUMNS)]
            _fill(rows, _merged(archive, path))
            yield Rows(str(sheet.title), tuple(_trimmed(row) for row in rows))


def _trimmed(row: Sequence[str]) -> tuple[str, ...]:
    """Without the empty cells at its end."""
    filled = [place for place, cell in enumerate(row) if cell]
    return tuple(row[: filled[-1] + 1]) if filled else ()


def _shown(cell: Any) -> str:
    return "" if cell.value is None else shown(cell.value, str(cell.number_format or "General"))


def _merged(archive: zipfile.ZipFile, path: str) -> list[str]:
    """The ranges of merged cells, which openpyxl leaves out where it reads row by row."""
    try:
        return [found.decode() for found in _MERGED.findall(archive.read(path.lstrip("/")))]
    except KeyError:
        return []


def _fill(rows: list[list[str]], ranges: Iterable[str]) -> None:
    """What stands in a merged cell holds for every row and column of it."""
    for one in ranges:
        first, _, last = one.partition(":")
        (top, left), (bottom, right) = coordinate_to_tuple(first), coordinate_to_tuple(last)
        if top > len(rows) or left > len(rows[top - 1]):
            continue
        words = rows[top - 1][left - 1]
        for row in rows[top - 1 : bottom]:
            for place in range(left - 1, min(right, len(row))):
                row[place] = row[place] or words


def _text(content: bytes) -> str:
    """A short table holds too little text to tell its encoding by, but we know what its header says."""
    try:
        text = decode(content).text
    except DocumentRefused:
        guessed = _by_its_header(content)
        if guessed is None:
            raise
        return guessed
    return text if _has_header(text) else _by_its_header(content) or text


def _by_its_header(content: bytes) -> str | None:
    for name in _USUAL:
        try:
            text = content.decode(name)
        except UnicodeError:
            continue
        if _has_header(text):
            return text
    return None


def _has_header(text: str) -> bool:
    lines = text.splitlines()[:20]
    return any(knows_heading(line.replace('"', "").split(one)) >= 2 for line in lines for one in _DELIMITERS)


def _lines(text: str) -> Iterator[tuple[str, ...]]:
    text = text.removeprefix("\ufeff")
    csv.field_size_limit(100_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    for number, row in enumerate(reader):
        if number >= ROWS:
            return
        yield tuple(row[:COLUMNS])


def _delimiter(text: str) -> str:
    """The one with which some line heads most of our columns; else the one that parts the first lines most."""
    lines = text.splitlines()[:20]
    return max(
        _DELIMITERS,
        key=lambda one: (
            max((knows_heading(line.replace('"', "").split(one)) for line in lines), default=0),
            sum(line.count(one) for line in lines),
            one == ",",
        ),
    )
