"""The workbook: what is in it, that its formulas count what was computed, and that nobody's words are a formula."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from html import unescape
from io import BytesIO

from openpyxl import Workbook, load_workbook

from bot.adapters.exports.workbook import workbook
from bot.core.figures.records import Contact, Held, Passed
from tests.unit.adapters.exports.made import of_encounters, of_report, outline, say_en, say_ja, shared
from tests.unit.core.figures.made import MAY, asked, case, move

FORMULA = '=HYPERLINK("http://x")'


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def test_encounters_and_what_the_words_mean() -> None:
    book = opened(workbook(of_encounters(shared(), outline()), say_ja))
    assert book.sheetnames == ["出会い", "定義"]
    head, first, second = (list(row) for row in book["出会い"].iter_rows(values_only=True))
    assert (head[1], first[1], second[1]) == ("会社", "株式会社山田製作所", "佐藤食品株式会社")
    assert first[head.index("お相手")] == "丸山工業, 本社"
    met_on = first[head.index("お会いした日")]
    assert isinstance(met_on, datetime)
    assert met_on.date() == date(2026, 5, 1)
    assert second[head.index("お相手")] is None
    assert second[head.index("面談の結果")] is None
    assert second[head.index("共有の範囲")] == "日付・段階・壁まで"
    terms = [row[0] for row in book["定義"].iter_rows(values_only=True)]
    assert terms[:4] == ["ことば", "期間", "作成した方", "数えていない会社"]


def test_each_page_on_paper_says_what_it_is() -> None:
    with zipfile.ZipFile(BytesIO(workbook(of_report(Held()), say_ja))) as parts:
        page = unescape(parts.read("xl/worksheets/sheet1.xml").decode())
    header = page.partition("<oddHeader>")[2].partition("</oddHeader>")[0]
    footer = page.partition("<oddFooter>")[2].partition("</oddFooter>")[0]
    assert "支援実績" in header
    assert all(one in footer for one in ("概要", "&P / &N"))


def test_what_is_not_shared_is_nowhere_in_the_file() -> None:
    content = workbook(of_encounters(outline()), say_ja)
    with zipfile.ZipFile(BytesIO(content)) as parts:
        whole = "\n".join(parts.read(name).decode() for name in parts.namelist())
    assert not [word for word in ("丸山", "佐々木", "展示会", "検査機", "見積", "山田 健一") if word in whole]


def test_words_that_look_like_a_formula_stay_words() -> None:
    book = opened(workbook(of_encounters(shared()), say_ja))
    cell = next(one for row in book["出会い"].iter_rows() for one in row if one.value == FORMULA)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def reported() -> Held:
    visit = case("v", is_visit=True, firm="佐藤食品株式会社", company_id="sato")
    return Held(
        cases=(case("a", stage="trial"), case("b", state="closed", ended_on=date(2026, 8, 1)), visit),
        moves=(move("a", date(2026, 6, 1), "cards", "trial"),),
        contacts=(Contact(case_id="v", on=date(2026, 5, 9)), Contact(case_id="v", on=MAY)),
        passed=(Passed(case_id="a", on=MAY),),
        asked=(asked("q1", MAY, "answered"), asked("q2", MAY, "handed_over", is_answered=True)),
    )


def test_each_number_of_a_report_is_what_its_formula_counts() -> None:
    """The formulas are counted out here by other means: over the cells of the file."""
    for say in (say_ja, say_en):
        book = opened(workbook(of_report(reported()), say))
        rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
        counts = [row[1] for row in rows]
        assert counts == [_counted(book, str(row[2])) for row in rows]
        assert counts[:8] == [2, 2, 2, 1, 1, 0, 0, 1]
        assert counts[8:16] == [2, 1, 0, 0, 0, 1, 0, 0]
        assert counts[16:] == [1, 1, 1]
        assert str(rows[0][3]).startswith("=IF(B2=C2,")


def _counted(book: Workbook, formula: str) -> int:
    name, _, rest = formula.removeprefix("=COUNTA(").removeprefix("=COUNTIF(").partition("!")
    cells, _, equals = rest.removesuffix(")").partition(",")
    values = [cell.value for row in book[name.strip("'")][cells.replace("$", "")] for cell in row]
    return sum(one == equals.strip('"') for one in values) if equals else sum(one is not None for one in values)


def test_without_records_formulas_count_none() -> None:
    book = opened(workbook(of_report(Held()), say_ja))
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert {row[1] for row in rows} == {0}
    assert {_counted(book, str(row[2])) for row in rows} == {0}
