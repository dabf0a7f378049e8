"""The same facts as Markdown and as a workbook: people's words stay words."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.adapters.pictures.card_markdown import card_markdown, escaped
from bot.adapters.pictures.design_sheet import design_sheet
from bot.core.coaching.cards.models import CardField
from tests.fakes.cards_to_draw import FIRM, USE, WHOLE, card, filled, say_in, sheet_of


def cells(content: bytes) -> list[Any]:
    (page,) = load_workbook(io.BytesIO(content)).worksheets
    return [cell for row in page.iter_rows() for cell in row if cell.value]


def test_markdown_tells_every_fact() -> None:
    text = card_markdown(sheet_of(card())).decode()
    shown = {name: said for name, said in WHOLE.items() if name not in (CardField.EVIDENCE_KIND, CardField.LADDER)}
    for fact in [*shown.values(), *WHOLE[CardField.LADDER].splitlines(), FIRM, USE.name, USE.reason, "(3 / 4)"]:
        assert fact in text, fact
    assert text.startswith(f"# {WHOLE[CardField.SUBJECT]}\n")


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("# 見出し", r"\# 見出し"),
        ("- 項目", r"\- 項目"),
        ("1. 一番", r"1\. 一番"),
        ("[ここ](http://x.jp)", r"\[ここ\](http\://x.jp)"),
        ("![絵](x)", r"\!\[絵\](x)"),
        ("<b>太</b> & *x* _y_ `z`", r"\<b\>太\</b\> \& \*x\* \_y\_ \`z\`"),
        ("a@b.jp www.x.jp", r"a\@b.jp www\.x.jp"),
        ("一行\n===", "一行\\\n  \\==="),
        ("3.5mm と 10%", "3.5mm と 10%"),
    ],
)
def test_words_are_never_markdown(words: str, safe: str) -> None:
    assert escaped(words) == safe


def test_the_value_columns_say_until_now_and_from_now_on() -> None:
    found = {cell.coordinate: cell.value for cell in cells(design_sheet(sheet_of(card()), say_in("ja")))}
    past = [value for at, value in found.items() if at.startswith("D")]
    future = [value for at, value in found.items() if at.startswith("H")]
    assert any(WHOLE[CardField.CHANGE] in value for value in past)
    assert any(USE.name in value for value in future)
    assert any(WHOLE[CardField.TRY] in value for value in future)
    assert any(value.startswith("出どころ") and FIRM in value for value in found.values())
    assert [value for value in found.values() if value in ("資源", "ビジネスモデル", "価値")] == [
        "資源",
        "ビジネスモデル",
        "価値",
    ] * 2
    assert list(found.values()).count("（まだ書かれていません）") == 5


@pytest.mark.parametrize("words", ["=1+1", '=HYPERLINK("http://x")', "+81", "-5", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(words: str) -> None:
    content = design_sheet(sheet_of(filled(words), firm=words), say_in("ja"))
    assert {cell.data_type for cell in cells(content)} == {"s"}
    first = [cell for cell in cells(content) if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert first
    assert all(cell.quotePrefix for cell in first)


def test_an_answer_of_two_thousand_characters_is_cut_openly() -> None:
    found = cells(design_sheet(sheet_of(filled("長" * 2_000)), say_in("ja")))
    assert any("…（続きはカードに）" in cell.value for cell in found)
    assert max(len(cell.value) for cell in found if cell.row > 7) < 2_500


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300), st.sampled_from(list(CardField)))
def test_no_text_breaks_either(words: str, name: CardField) -> None:
    sheet = sheet_of(card({**WHOLE, name: words}))
    card_markdown(sheet).decode()
    cells(design_sheet(sheet, say_in("en")))


def test_what_is_long_on_one_side_leaves_no_hole_on_the_other_and_the_page_stays_one() -> None:
    page = load_workbook(io.BytesIO(design_sheet(sheet_of(filled("長い話。" * 500)), say_in("ja")))).worksheets[0]
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 1)
    assert page.max_row <= 60
    heights = {page.row_dimensions[row].height for row in range(8, 20)}
    assert len(heights) == 1, "every answer takes as many rows of one height as it has lines"


def test_an_answer_and_its_heading_stand_in_one_field_and_stay_text() -> None:
    book = load_workbook(
        io.BytesIO(design_sheet(sheet_of(card({CardField.WHO: "=1+1"})), say_in("ja"))), rich_text=True
    )
    found = [cell for row in book.worksheets[0].iter_rows() for cell in row if "=1+1" in str(cell.value)]
    assert [cell.data_type for cell in found] == ["s"]
