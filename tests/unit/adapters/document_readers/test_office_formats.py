"""Word, PowerPoint and Excel through the guard."""

from __future__ import annotations

from datetime import date, datetime

import docx
import openpyxl
import pptx
from docx.oxml import parse_xml
from pptx.util import Cm

from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.core.guides.models import ExtractedDocument
from tests.unit.adapters.document_readers import made_files as made

READER = GuardedDocumentReader()


def shapes(document: ExtractedDocument) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in document.blocks]


def raw_paragraph(inside: str) -> object:
    return parse_xml(f"<w:p {_SPACES}>{inside}</w:p>")


_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def test_word_in_document_order() -> None:
    document = docx.Document()
    document.core_properties.title = "試作の手引"
    document.core_properties.modified = datetime(2026, 4, 1)  # noqa: DTZ001 - python-docx takes naive times
    document.add_heading("試作の手引", 0)
    document.add_heading("決めること", 1)
    document.add_paragraph("約束は、日付を決めてから始める。")
    document.add_paragraph("日付", style="List Bullet")
    document.add_paragraph("担当", style="List Number")
    document.add_paragraph("支払う人", style="List Number")
    table = document.add_table(3, 3)
    for row, cells in enumerate([["項目", "上限", "備考"], ["費用", "10万円", "社長"], ["期限", "二週間", "工場長"]]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.add_paragraph("表のあとの文です。")
    found = READER.read(file_name="手引.docx", content=made.saved(document))
    assert found.details == {"title": "試作の手引", "modified": "2026-04-01"}
    assert shapes(found) == [
        ("heading", 1, "試作の手引"),
        ("heading", 1, "決めること"),
        ("paragraph", 0, "約束は、日付を決めてから始める。"),
        ("list_item", 1, "日付"),
        ("list_item", 1, "1. 担当"),
        ("list_item", 1, "2. 支払う人"),
        ("table_row", 0, "項目: 費用 / 上限: 10万円 / 備考: 社長"),
        ("table_row", 0, "項目: 期限 / 上限: 二週間 / 備考: 工場長"),
        ("paragraph", 0, "表のあとの文です。"),
    ]


def test_word_leaves_out_what_was_deleted_and_keeps_boxes_and_formulas() -> None:
    document = docx.Document()
    body = document.element.body
    inside = [
        "<w:r><w:t>残る文</w:t></w:r><w:del><w:r><w:delText>消した文</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>と足した文。</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠した文</w:t></w:r>",
        "<w:r><w:t>式は</w:t></w:r><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
        "</m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
        "<w:r><w:t>です。</w:t></w:r>",
        "<w:hyperlink><w:r><w:t>窓口の案内</w:t></w:r></w:hyperlink><w:r><w:t>を見る。</w:t></w:r>",
        "<w:r><w:t>箱の前。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent><w:p><w:r>"
        "<w:t>箱の中。</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>"
        "<w:r><w:t>箱の中。</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        "<w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>段落の見出し</w:t></w:r>",
    ]
    for place, one in enumerate(inside):
        body.insert(place, raw_paragraph(one))
    found = READER.read(file_name="版.docx", content=made.saved(document))
    assert shapes(found) == [
        ("paragraph", 0, "残る文と足した文。"),
        ("paragraph", 0, "式は(1)/(2)x^2です。"),
        ("paragraph", 0, "窓口の案内を見る。"),
        ("paragraph", 0, "箱の前。"),
        ("paragraph", 0, "箱の中。"),
        ("heading", 2, "段落の見出し"),
    ]


def test_word_tables_with_merged_and_nested_cells() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    texts = [["区分", "名称", "数量"], ["試作", "A", "3"], ["試作", "B", "4"]]
    for row, cells in enumerate(texts):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(2, 0).text = ""
    table.cell(1, 0).merge(table.cell(2, 0))
    inner = table.cell(2, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内の左", "内の右"
    found = READER.read(file_name="表.docx", content=made.saved(document))
    assert [text for _, _, text in shapes(found)] == [
        "区分: 試作 / 名称: A / 数量: 3",
        "名称: B / 数量: 4",
        "内の左: 内の右",
    ]


def test_a_word_file_without_styles_gets_headings_from_bold_and_marks() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("決めること").bold = True
    document.add_paragraph("約束は、日付を決めてから始める。")
    document.add_paragraph("第2章 試す")
    document.add_paragraph("・小さく試す")
    found = READER.read(file_name="無地.docx", content=made.saved(document))
    assert shapes(found) == [
        ("heading", 2, "決めること"),
        ("paragraph", 0, "約束は、日付を決めてから始める。"),
        ("heading", 1, "第2章 試す"),
        ("list_item", 1, "小さく試す"),
    ]


def test_slides_in_the_order_of_the_eye() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    for left, top, text in ((12, 10, "右下"), (2, 10, "左下"), (2, 5, "左上")):
        box = slide.shapes.add_textbox(Cm(left), Cm(top), Cm(5), Cm(2))
        box.text_frame.text = text
    slide.shapes.title.text = "試作の約束"
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Cm(2), Cm(14), Cm(4), Cm(1)).text_frame.text = "組の中"
    slide.notes_slide.notes_text_frame.text = "話すときの覚え。"
    second = deck.slides.add_slide(deck.slide_layouts[1])
    second.shapes.title.text = "決めること"
    second.placeholders[1].text_frame.text = "日付"
    deeper = second.placeholders[1].text_frame.add_paragraph()
    deeper.text, deeper.level = "曜日", 1
    table = second.shapes.add_table(2, 2, Cm(2), Cm(12), Cm(10), Cm(3)).table
    for row, cells in enumerate([["項目", "金額"], ["費用", "10万円"]]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    found = READER.read(file_name="講演.pptx", content=made.saved(deck))
    assert found.pages == 2
    assert "title" not in found.details
    assert [(block.page, block.kind.value, block.level, block.text) for block in found.blocks] == [
        (1, "heading", 1, "試作の約束"),
        (1, "paragraph", 0, "左上"),
        (1, "paragraph", 0, "左下"),
        (1, "paragraph", 0, "右下"),
        (1, "paragraph", 0, "組の中"),
        (1, "paragraph", 0, "話すときの覚え。"),
        (2, "heading", 1, "決めること"),
        (2, "list_item", 1, "日付"),
        (2, "list_item", 2, "曜日"),
        (2, "table_row", 0, "項目: 費用 / 金額: 10万円"),
    ]


def test_sheets_as_people_see_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "試作一覧"
    rows: list[list[object]] = [
        ["令和8年度の試作"],
        [],
        ["名称", "費用", "割合", "開始", "済"],
        ["A", 1234567, 0.25, date(2026, 4, 1), True],
        [],
        ["B", 3.0, 0.5, date(2026, 5, 2), False],
    ]
    for row in rows:
        sheet.append(row)
    sheet["B4"].number_format = "#,##0"
    sheet["C4"].number_format = sheet["C6"].number_format = "0%"
    sheet["D6"].number_format = 'yyyy"年"m"月"d"日"'
    book.create_sheet("空")
    hidden = book.create_sheet("秘密")
    hidden.append(["見せない"])
    hidden.sheet_state = "hidden"
    book.properties.title = "Book1"
    found = READER.read(file_name="一覧.xlsx", content=made.saved(book))
    assert found.pages == 2
    assert "title" not in found.details
    assert shapes(found) == [
        ("heading", 1, "試作一覧"),
        ("paragraph", 0, "令和8年度の試作"),
        ("table_row", 0, "名称: A / 費用: 1,234,567 / 割合: 25% / 開始: 2026/04/01 / 済: TRUE"),
        ("table_row", 0, "名称: B / 費用: 3 / 割合: 50% / 開始: 2026年5月2日 / 済: FALSE"),
    ]
    assert {block.page for block in found.blocks} == {1}
