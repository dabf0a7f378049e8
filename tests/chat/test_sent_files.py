"""What a transcript says of a file is held against all of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from bot.core.outgoing import CSV, XLSX
from bot.workspace.records import File
from tests.chat.sent_files import check_files
from tests.chat.transcripts import SentFile


def _sent(name: str = "引き継ぎ資料.xlsx", mimetype: str = XLSX) -> File:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "進行中"
    sheet.append(["会社", "段階", "期日"])
    sheet.append(["あおい精機", "再面談", date(2026, 11, 20)])
    header = sheet.oddHeader
    if header is not None:
        header.center.text = "佐藤 様"
    content = BytesIO()
    book.save(content)
    return File(id="F1", name=name, mimetype=mimetype, user="U1", title="資料", content=content.getvalue())


WRITTEN = SentFile(
    name="引き継ぎ", title="資料", sheets=["進行中"], rows=[["あおい精機", "2026-11-20"]], lacks=["田中"]
)


def test_a_file_as_it_is_written() -> None:
    check_files([WRITTEN], [_sent()])
    check_files([SentFile(name="a")], [File(id="F2", name="a.csv", mimetype=CSV, user="U1", content=b"x")])


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"name": "別"}, "a file"),
        ({"title": "別"}, "title"),
        ({"sheets": ["進行中", "経過"]}, "sheets"),
        ({"rows": [["2026-11-20", "あおい精機"]]}, "no row"),
        ({"rows": [["あおい"]]}, "no row"),
        ({"lacks": ["再面談"]}, "is in"),
        ({"lacks": ["佐藤"]}, "is in"),
    ],
)
def test_what_is_not_as_written_is_noticed(changes: dict[str, object], complaint: str) -> None:
    wanted = SentFile.model_validate({**WRITTEN.model_dump(), **changes})
    with pytest.raises(AssertionError, match=complaint):
        check_files([wanted], [_sent()])


@pytest.mark.parametrize("count", [0, 2])
def test_a_file_too_many_or_too_few_is_noticed(count: int) -> None:
    with pytest.raises(AssertionError, match="files"):
        check_files([WRITTEN] * count, [_sent()])


def test_a_table_has_no_rows_to_look_at_and_its_words_count() -> None:
    table = File(id="F2", name="a.csv", mimetype=CSV, user="U1", content="田中".encode())
    for wanted in (SentFile(name="a", rows=[["x"]]), SentFile(name="a", lacks=["田中"])):
        with pytest.raises(AssertionError, match=r"a\.csv"):
            check_files([wanted], [table])
