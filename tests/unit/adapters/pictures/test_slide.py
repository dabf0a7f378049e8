"""The slide: native text and shapes, nothing else, and everything whole in its notes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Mm

from bot.adapters.pictures.slide import slide_pptx
from bot.adapters.pictures.slide_canvas import Area, Style, fitted
from bot.core.coaching.cards.models import CardField
from tests.fakes.cards_to_draw import FIRM, WHOLE, card, filled, sheet_of


def slide_of(content: bytes) -> Any:
    deck: Any = Presentation(io.BytesIO(content))
    assert (deck.slide_width, deck.slide_height) == (Mm(338.667), Mm(190.5))
    (slide,) = deck.slides
    return slide


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]


def test_every_fact_is_text_that_can_be_edited() -> None:
    words = texts(slide_of(slide_pptx(sheet_of(card()))))
    kept = set(WHOLE) - {CardField.EVIDENCE_KIND, CardField.LADDER, CardField.MAY_TELL, CardField.TRL, CardField.CRL}
    for fact in [*(WHOLE[name] for name in kept), *WHOLE[CardField.LADDER].splitlines(), FIRM, "▼ 94 % 減", "8 / 9"]:
        assert fact in words, fact
    assert any(WHOLE[CardField.MAY_TELL] in text for text in words)


def test_there_is_no_picture_in_it() -> None:
    content = slide_pptx(sheet_of(card()))
    kinds = {shape.shape_type for shape in slide_of(content).shapes}
    assert kinds == {MSO_SHAPE_TYPE.AUTO_SHAPE, MSO_SHAPE_TYPE.TEXT_BOX}
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert not [name for name in names if name.endswith((".jpeg", ".jpg", ".png", ".emf", ".wmf"))]


def test_the_bars_are_to_scale() -> None:
    bars = {shape.name: shape.width for shape in slide_of(slide_pptx(sheet_of(card()))).shapes}
    assert bars["これまで: bar"] / bars["これから: bar"] == pytest.approx(16, rel=0.01)


def test_japanese_has_a_typeface_of_the_theme() -> None:
    content = slide_pptx(sheet_of(card()))
    packed = zipfile.ZipFile(io.BytesIO(content))
    assert b'<a:ea typeface="Yu Gothic"/>' in packed.read("ppt/theme/theme1.xml")
    page = packed.read("ppt/slides/slide1.xml")
    assert page.count(b'<a:ea typeface="+mn-ea"/>') == page.count(b"<a:rPr ")
    assert b'lang="ja-JP"' in page


def test_what_is_cut_stands_whole_in_the_notes() -> None:
    long = "当社の加工は精度が高く、" * 160
    slide = slide_of(slide_pptx(sheet_of(filled(long))))
    assert long in slide.notes_slide.notes_text_frame.text
    assert all(len(text) < len(long) for text in texts(slide))
    assert any(text.endswith("…") for text in texts(slide))


@pytest.mark.parametrize(
    "shown", [card(), filled("長" * 2_000), filled("W" * 2_000), card({}, unknown=tuple(CardField))]
)
def test_every_shape_is_on_the_slide(shown: Any) -> None:
    for shape in slide_of(slide_pptx(sheet_of(shown))).shapes:
        assert shape.left >= 0
        assert shape.top >= 0
        assert shape.left + shape.width <= Mm(338.8)
        assert shape.top + shape.height <= Mm(190.6)


def test_text_is_made_smaller_before_it_is_cut() -> None:
    area = Area(0, 0, 50, 12)
    assert fitted("短い", area, Style(size=12, least=7)) == (12, "短い")
    smaller, whole = fitted("少し長い文" * 6, area, Style(size=12, least=7))
    assert smaller < 12
    assert whole == "少し長い文" * 6
    least, cut = fitted("とても長い文" * 60, area, Style(size=12, least=7))
    assert least == 7
    assert cut.endswith("…")


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=300), st.sampled_from(list(CardField)))
def test_no_text_breaks_the_slide(words: str, name: CardField) -> None:
    slide_of(slide_pptx(sheet_of(card({**WHOLE, name: words}))))
