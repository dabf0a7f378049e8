"""PDF through the guard: order, joining, tables, turned pages, what is missing."""

from __future__ import annotations

from typing import Any

from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.core.guides.models import BlockKind
from tests.unit.adapters.document_readers import made_files as made
from tests.unit.core.guides.test_layout_columns import PARAGRAPHS, WIDTH, wrapped

READER = GuardedDocumentReader()
BODY = "約束の日付は、相手の都合と自分の都合を並べて書き、両方が空いている日の中から、いちばん近い日を選ぶ。"


def lines_of(text: str, width: int) -> list[str]:
    return [text[place : place + width] for place in range(0, len(text), width)]


def read(*pages: Any, title: str = "") -> Any:
    return READER.read(file_name="手引.pdf", content=made.pdf_pages(pages, title=title))


def texts(document: Any) -> list[str]:
    return [block.text for block in document.blocks]


def test_wrapped_lines_become_sentences_and_larger_ones_headings() -> None:
    page = made.both(made.text_page(["試作の手引"], size=18), made.text_page(lines_of(BODY, 24), top=740))
    document = read(page, title="試作の手引")
    assert [(b.kind, b.page, b.text) for b in document.blocks] == [
        (BlockKind.HEADING, 1, "試作の手引"),
        (BlockKind.PARAGRAPH, 1, BODY),
    ]
    assert document.details["title"] == "試作の手引"
    assert document.pages == 1


def test_two_columns_whatever_the_order_they_were_drawn_in() -> None:
    lines = wrapped()
    half = (len(lines) + 1) // 2
    left, right = made.text_page(lines[:half], x=60), made.text_page(lines[half:], x=60 + WIDTH * 10 + 40)
    for page in (made.both(left, right), made.both(right, left)):
        assert "".join(texts(read(page))) == "".join(PARAGRAPHS)


def test_a_table_without_lines_stays_a_table_also_with_cells_missing() -> None:
    def draw(page: Any) -> None:
        page.setFont(made.JAPANESE_FONT, 10)
        rows = [("名称", "費用", "期限"), ("試作A", "10万円", ""), ("試作B", "", "五月"), ("試作C", "3万円", "六月")]
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.drawString(60 + 150 * column, 780 - 22 * number, cell)

    assert texts(read(draw)) == [
        "名称: 試作A / 費用: 10万円",
        "名称: 試作B / 期限: 五月",
        "名称: 試作C / 費用: 3万円 / 期限: 六月",
    ]


def test_running_heads_go_and_sentences_cross_pages() -> None:
    lines = lines_of(BODY * 4, 24)
    pages = [
        made.both(
            made.text_page(["試作の手引 令和8年版"], top=820),
            made.text_page(lines[place : place + 6], top=780),
            made.text_page([f"- {number} -"], x=290, top=30),
        )
        for number, place in enumerate(range(0, len(lines), 6), start=1)
    ]
    document = read(*pages)
    assert "".join(texts(document)) == BODY * 4
    assert document.blocks[0].page == 1


def test_turned_pages_read_the_same() -> None:
    def turned(page: Any) -> None:
        page.translate(595, 0)
        page.rotate(90)
        made.text_page(lines_of(BODY, 24), top=500)(page)

    def laid_on_its_side(page: Any) -> None:
        page.setPageRotation(90)
        turned(page)

    assert texts(read(turned)) == [BODY]
    assert texts(read(laid_on_its_side)) == [BODY]


def test_pages_of_pictures_are_named() -> None:
    page = made.text_page(lines_of(BODY, 24))
    document = read(page, made.picture_page, made.picture_page, page, made.picture_page)
    assert document.pages == 5
    assert {block.page for block in document.blocks} == {1, 4}
    (warning,) = document.warnings
    assert (warning.key, warning.arguments["pages"], warning.arguments["count"]) == (
        "read-pages-without-text",
        "2–3, 5",
        3,
    )


def test_a_stamp_across_the_page_is_left_out() -> None:
    def stamped(page: Any) -> None:
        made.text_page(lines_of(BODY, 24))(page)
        page.translate(200, 300)
        page.rotate(45)
        page.drawString(0, 0, "見本")

    assert texts(read(stamped)) == [BODY]


def test_letters_spaced_apart_are_closed_up() -> None:
    def spaced(page: Any) -> None:
        page.setFont(made.JAPANESE_FONT, 10)
        for number, line in enumerate(lines_of(BODY, 24)):
            for place, letter in enumerate(line):
                page.drawString(60 + place * 16, 780 - 15 * number, letter)

    assert "".join(texts(read(spaced))) == BODY


def test_a_document_whose_list_of_pages_is_lost_is_read_with_a_warning() -> None:
    content = made.pdf_pages([made.text_page(lines_of(BODY, 24))])
    damaged = content.replace(b"/Type /Pages", b"/Type /Lost!").replace(b"/Kids [", b"/Kidz [")
    document = READER.read(file_name="傷.pdf", content=damaged)
    assert texts(document) == [BODY]
    assert [(warning.key, warning.arguments["count"]) for warning in document.warnings] == [("read-damaged-in-part", 1)]
