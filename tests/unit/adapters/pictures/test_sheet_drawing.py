"""The A4 page: its words can be read out of it, nothing in them is code, and no answer breaks it."""

from __future__ import annotations

import io
import subprocess
import sys
from hashlib import sha256
from typing import Any

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.adapters.pictures.sheet_drawing import sheet_pdf, sheet_png
from bot.core.coaching.cards.models import CardField, Reach
from tests.fakes.cards_to_draw import FIRM, WHOLE, card, filled, sheet_of

CUT = "（続きはカードに）"


def page_of(pdf: bytes) -> Any:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) == 1
    return pages[0]


def words_of(pdf: bytes) -> str:
    """What stands on the page, without spaces and line ends."""
    return "".join(page_of(pdf).extract_text().split()).replace("\u200b", "")


def test_every_fact_can_be_read_out_of_the_page() -> None:
    words = words_of(sheet_pdf(sheet_of(card())))
    facts = [said for name, said in WHOLE.items() if name not in (CardField.EVIDENCE_KIND, CardField.LADDER)]
    for fact in [*facts, *WHOLE[CardField.LADDER].splitlines(), FIRM, "お客様の試し", "3/4", "8/9", "94%減"]:
        assert "".join(fact.split()) in words, fact
    assert CUT not in words


def test_the_page_says_who_may_read_it() -> None:
    assert "秘社内限り" in words_of(sheet_pdf(sheet_of(card())))
    shared = words_of(sheet_pdf(sheet_of(card(), audience=Reach.REGION)))
    assert "地域で共有" in shared
    assert "秘" not in shared


def test_the_page_is_a4_with_its_fonts_inside_and_its_title_outside() -> None:
    reader = pypdf.PdfReader(io.BytesIO(sheet_pdf(sheet_of(card()))))
    page: Any = reader.pages[0]
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert described
    assert all("/FontFile2" in one or "/FontFile3" in one for one in described)
    assert reader.metadata is not None
    assert reader.metadata.title == WHOLE[CardField.SUBJECT]
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"].startswith("ja")


def test_the_picture_is_the_page_at_150_dots_an_inch() -> None:
    picture = Image.open(io.BytesIO(sheet_png(sheet_of(card()))))
    assert picture.size == (1240, 1754)
    shades = picture.convert("L").histogram()
    assert sum(shades[:64]) > 10_000
    assert shades[255] > sum(shades) / 2


def test_the_same_card_gives_the_same_bytes_in_another_process_too() -> None:
    code = (
        "from hashlib import sha256; from tests.fakes.cards_to_draw import card, sheet_of\n"
        "from bot.adapters.pictures.sheet_drawing import sheet_pdf, sheet_png\n"
        "print(sha256(sheet_pdf(sheet_of(card())) + sheet_png(sheet_of(card()))).hexdigest())"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    ours = sha256(sheet_pdf(sheet_of(card())) + sheet_png(sheet_of(card()))).hexdigest()
    assert ran.stdout.strip() == ours


@pytest.mark.parametrize(
    "words",
    ['#panic("x")', '#read("/etc/passwd")', "*太字* _斜体_ `code` $x^2$ <label> @ref \\ // /* */", "#let x = 1; [#x]"],
)
def test_words_are_never_markup_or_code(words: str) -> None:
    assert "".join(words.split()) in words_of(sheet_pdf(sheet_of(card({**WHOLE, CardField.TODAY: words}))))


@pytest.mark.parametrize(
    "words",
    ["当社の加工は精度が高く、" * 170, "長" * 2_000, "W" * 2_000, "word " * 400, "行\n" * 1_000, "「」、。（）" * 300],
    ids=["prose", "kanji", "run", "english", "lines", "marks"],
)
def test_two_thousand_characters_everywhere_are_cut_openly_on_one_page(words: str) -> None:
    pdf = sheet_pdf(sheet_of(filled(words[:2_000]), firm=words[:200]))
    assert CUT in words_of(pdf)


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_card_of_which_nothing_is_known_is_a_page_that_says_so(locale: Any) -> None:
    words = words_of(sheet_pdf(sheet_of(card({}, unknown=tuple(CardField), uses=()), locale=locale)))
    assert words.count("まだ分かっていません" if locale == "ja" else "Notknownyet") >= 10


def test_a_card_with_a_name_alone_is_a_page() -> None:
    assert "折り曲げ" in words_of(sheet_pdf(sheet_of(card({CardField.SUBJECT: "折り曲げ"}, uses=()))))


@pytest.mark.parametrize(
    "change",
    ["0円から0円に", "1円から100億円に増える", "0%から5%に", "2〜3人から1人に", "-5度から20度に", "検査が10分に縮まる"],
)
def test_every_kind_of_change_can_be_drawn(change: str) -> None:
    page_of(sheet_pdf(sheet_of(card({**WHOLE, CardField.CHANGE: change}))))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400), st.sampled_from(list(CardField)))
def test_no_text_breaks_the_page(words: str, name: CardField) -> None:
    page_of(sheet_pdf(sheet_of(card({**WHOLE, name: words}))))


def test_every_heading_stands_on_the_page() -> None:
    """What is added to a sheet and forgotten on the page is found here."""
    sheet = sheet_of(card())
    drawn = words_of(sheet_pdf(sheet))
    assert [fact.label for fact in sheet.told if "".join(fact.label.split()) not in drawn] == []
