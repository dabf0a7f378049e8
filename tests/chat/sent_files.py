"""The files that a message carries, held against what is written."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from html import unescape
from io import BytesIO

from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from bot.core.outgoing import PDF, XLSX
from bot.workspace.records import File
from tests.chat.transcripts import SentFile


def check_files(wanted: Sequence[SentFile], sent: Sequence[File]) -> None:
    """Each file is one that is written, in order, and the other way round."""
    assert len(wanted) == len(sent), f"files {[one.name for one in sent]}"
    for want, file in zip(wanted, sent, strict=True):
        assert want.name in file.name, f"a file {file.name!r}"
        assert want.title in file.title, f"a file's title {file.title!r}"
        if file.mimetype == XLSX:
            _check_workbook(want, file)
        elif file.mimetype == PDF:
            _check_pages(want, file)
        else:
            assert [*want.sheets, *want.rows] == [], f"{file.name} is no workbook"
            assert not [text for text in want.lacks if text.encode() in file.content], f"{want.lacks} in {file.name}"


def _check_pages(want: SentFile, file: File) -> None:
    assert [*want.sheets, *want.rows] == [], f"{file.name} is no workbook"
    text = text_of_pages(file.content)
    for words in want.says:
        assert _plain(words) in text, f"{words!r} is not in {file.name}: {text}"
    for words in want.lacks:
        assert _plain(words) not in text, f"{words!r} is in {file.name}"


def text_of_pages(pdf: bytes) -> str:
    """The text of a PDF and what is said about it as a document, without spaces and line breaks."""
    reader = PdfReader(BytesIO(pdf))
    pages = [page.extract_text() for page in reader.pages]
    return _plain("".join([*pages, *map(str, (reader.metadata or {}).values()), *map(str, _titles(reader))]))


def _titles(reader: PdfReader) -> list[str]:
    return [str(one.get("/Title", "")) for one in reader.outline if isinstance(one, dict)]


def _plain(words: str) -> str:
    return "".join(words.replace("\u200b", "").split())


def _check_workbook(want: SentFile, file: File) -> None:
    book = load_workbook(BytesIO(file.content))
    if want.sheets:
        assert book.sheetnames == want.sheets, f"sheets {book.sheetnames}"
    rows = _rows(book)
    for cells in want.rows:
        assert any(_in_order(cells, row) for row in rows), f"no row with {cells}:\n" + "\n".join(map(str, rows))
    whole = everything_in(file.content)
    for text in want.lacks:
        assert text not in whole, f"{text!r} is in {file.name}"


def _rows(book: Workbook) -> list[list[str]]:
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: object) -> str:
    """A day without the time that a cell's date has."""
    return "" if cell is None else str(cell).removesuffix(" 00:00:00")


def _in_order(cells: Sequence[str], row: Sequence[str]) -> bool:
    left = iter(row)
    return all(any(cell == found for found in left) for cell in cells)


def everything_in(workbook: bytes) -> str:
    """All parts of a workbook as text: what is in none of them is nowhere in it. Letters may be written as numbers."""
    with zipfile.ZipFile(BytesIO(workbook)) as parts:
        return "\n".join(unescape(parts.read(name).decode("utf-8")) for name in parts.namelist())
