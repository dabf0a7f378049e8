"""A note about somebody, as it can be said to them."""

from __future__ import annotations

import pytest

from bot.core.meetings.addressing import in_full, said_to
from bot.core.messages import Locale


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("サンプルを送る", "サンプルを送る"),
        ("田中さんにサンプルを送る", "サンプルを送る"),
        ("丸山工業の田中部長へ見積もりを送る", "見積もりを送る"),
        ("田中太郎様と打ち合わせ", "打ち合わせ"),
        ("丸山工業に見積もりを送る", "見積もりを送る"),
        ("株式会社丸山工業を訪問", "貴社を訪問"),
        ("丸山工業に訪問", "貴社に訪問"),
        ("田中さんの上司と面談", ""),
        ("田中さんは検査にお困り", ""),
        ("", ""),
    ],
)
def test_nobody_is_spoken_of_to_their_face(note: str, said: str) -> None:
    assert said_to(note, contact="田中 太郎", partner="株式会社丸山工業", locale="ja") == said_to(
        said, contact="", partner="", locale="ja"
    )


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("send a sample to Mr. Smith", "send a sample to you"),
        ("send Ann Smith of Acme a sample", "send you a sample"),
        ("visit Acme", "visit your company"),
        ("check Ms. Smith's drawing", "check your drawing"),
        ("send a sample", "send a sample"),
    ],
)
def test_in_english_it_is_you(note: str, said: str) -> None:
    assert said_to(note, contact="Ann Smith", partner="Acme", locale="en") == said


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_name_of_one_character_takes_nothing_else_away(locale: Locale) -> None:
    assert said_to("林業の資料を送る", contact="林", partner="", locale=locale) == "林業の資料を送る"


@pytest.mark.parametrize(
    ("firm", "full"),
    [
        ("（株）諏訪メッキ", "株式会社諏訪メッキ"),
        ("三州瓦㈱", "三州瓦株式会社"),
        ("(有)マルヤマ", "有限会社マルヤマ"),
        ("ソラノネ（同）", "ソラノネ合同会社"),
        ("Ｋテクノ（東京）", "Ｋテクノ（東京）"),
    ],
)
def test_a_firm_is_written_to_with_its_whole_name(firm: str, full: str) -> None:
    assert in_full(firm) == full
