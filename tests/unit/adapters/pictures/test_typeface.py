"""Which characters can be drawn, and what becomes of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.pictures import typeface
from bot.adapters.pictures.typeface import GETA, characters, drawable, require
from bot.errors import DataFileError


def decoded(codec: str) -> set[str]:
    """Every single character that a Japanese encoding knows, private ones left out."""
    found = set()
    for first in range(0x81, 0xFD):
        for second in range(0x40, 0xFD):
            text = bytes([first, second]).decode(codec, errors="ignore")
            if len(text) == 1 and text > "\x9f" and not 0xE000 <= ord(text) <= 0xF8FF:
                found.add(text)
    return found


def test_every_character_of_japanese_office_files_can_be_drawn() -> None:
    assert not {one for one in decoded("cp932") if ord(one) not in characters()}


def test_of_jis_x_0213_only_two_brackets_are_missing() -> None:
    assert {one for one in decoded("shift_jis_2004") if ord(one) not in characters()} == {"⦅", "⦆"}


@pytest.mark.parametrize("name", ["髙橋", "山﨑", "𠮷田", "渡邉", "齋藤", "葛\U000e0100飾", "Dvořák", "５㎜≒φ5"])
def test_names_and_units_are_drawn_as_they_are(name: str) -> None:
    assert drawable(name).text == name
    assert drawable(name).replaced == ()


def test_what_is_missing_becomes_a_geta_and_is_named_once() -> None:
    drawn = drawable("よし😀とても😀よい\ue001")
    assert drawn.text == f"よし{GETA}とても{GETA}よい{GETA}"
    assert drawn.replaced == ("😀", "\ue001")


def test_a_shape_of_a_kanji_that_is_missing_is_drawn_in_its_usual_shape() -> None:
    drawn = drawable("一\U000e01ef丁目")
    assert drawn.text == "一丁目"
    assert drawn.replaced == ("一\U000e01ef",)


def test_kanji_are_not_normalised_away_but_letters_with_marks_are_composed() -> None:
    assert drawable("\ufa19社").text == "\ufa19社"
    assert drawable("か\u3099").text == "が"


def test_what_cannot_be_seen_is_dropped() -> None:
    assert drawable("a\u202eb\x00c\u200bd\ud800e").text == "abcde"


def test_a_long_run_without_spaces_may_break() -> None:
    assert "\u200b" in drawable("https://example.jp/" + "a" * 80).text
    assert "\u200b" not in drawable("普通の文です。" * 20).text


def test_a_missing_glyph_in_words_of_ours_is_an_error_that_names_it() -> None:
    with pytest.raises(DataFileError, match=r"😀 \(U\+1F600\)"):
        require("まだ😀")


def test_a_missing_font_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(typeface, "FONTS", tmp_path)
    characters.cache_clear()
    try:
        with pytest.raises(DataFileError, match="missing or damaged"):
            characters()
    finally:
        monkeypatch.undo()
        characters.cache_clear()


def test_every_font_comes_with_its_licence() -> None:
    for licence in ("OFL-NotoSansJP.txt", "OFL-BIZUDPGothic.txt"):
        text = (typeface.FONTS / licence).read_text(encoding="utf-8")
        assert "SIL Open Font License" in text
        assert text.startswith("Copyright")
