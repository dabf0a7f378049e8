"""CSV for Japanese Excel: its mark, its line ends, and cells that nobody's program counts out."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from bot.adapters.exports.cells import quoted
from bot.adapters.exports.comma_values import comma_values
from bot.core.figures.records import Held
from tests.unit.adapters.exports.made import of_encounters, of_report, outline, say_ja, shared
from tests.unit.core.figures.made import case


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_it_is_read_back_as_it_was() -> None:
    content = comma_values(of_encounters(shared(), outline()), say_ja)
    head, first, second = rows(content)
    assert first[head.index("お相手")] == "丸山工業, 本社"
    assert first[head.index("話題")] == "検査機；画像\n二行目"
    assert first[head.index("お会いした日")] == "2026-05-01"
    assert second[head.index("お相手")] == ""
    assert content.count(b"\r\n") == 3


def test_what_could_be_a_formula_is_quoted() -> None:
    head, first = rows(comma_values(of_encounters(shared()), say_ja))
    assert first[head.index("目標")] == '\'=HYPERLINK("http://x")'
    assert not [cell for cell in first if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize(
    "text", ["=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＋1", "－1", "＠x", "\u3000=1"]
)
def test_every_beginning_of_a_formula(text: str) -> None:
    assert quoted(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "山田", "1-2", "a=b", "2026-05-01"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert quoted(text) == text


def test_a_report_has_no_columns_that_only_excel_can_count() -> None:
    head, *rest = rows(comma_values(of_report(Held(cases=(case("a"),))), say_ja))
    assert head == ["項目", "件数"]
    assert ["支援した会社", "1"] in rest
