"""What names somebody is taken out; and a question in its asker's words is known as such."""

from __future__ import annotations

import pytest

from bot.core.entries.freeing import firm_names, freed, is_worded_as, named_in, person_names

NAMES = [*firm_names("株式会社山田製作所"), *firm_names("（有）北星"), *person_names("山田 健一")]


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("株式会社山田製作所の山田です", "〇〇の〇〇です"),
        ("山田健一と山田　健一と山田 健一", "〇〇と〇〇と〇〇"),
        ("北星さんの林さんと林の中で", "〇〇さんの〇〇さんと林の中で"),
        ("a.b@yamada.example へ、03-1234-5678 まで", "〇〇 へ、〇〇 まで"),
        ("寸法は 12-34-56 です", "寸法は 12-34-56 です"),
    ],
)
def test_names_and_addresses_are_taken_out(text: str, free: str) -> None:
    assert freed(text, names=NAMES, families=["林"]) == free


def test_what_is_left_is_named_once() -> None:
    assert named_in("株式会社山田製作所の話", NAMES) == ["株式会社山田製作所"]
    assert named_in("林の話", NAMES) == []


@pytest.mark.parametrize(
    ("question", "original", "is_same"),
    [
        ("就業規則のひな形がほしい", "就業規則のひな形がほしい", True),
        ("〇〇の就業規則のひな形がほしい", "山田製作所の就業規則のひな形がほしい", True),
        ("溶接の煙をどう減らせばよいでしょうか。教えてほしい", "当社では、溶接の煙をどう減らせばよいでしょうか", True),
        ("ｼｭｳｷﾞｮｳ規則のひな形", "シュウギョウ規則のひな形", True),
        ("会社の決まりを作るとき、手本はありますか", "就業規則のひな形がほしい", False),
        ("作業場の空気をきれいに保つには", "溶接の煙をどう減らせばよいでしょうか", False),
        ("", "就業規則", False),
        ("就業規則", "", False),
    ],
)
def test_whose_words_they_are(question: str, original: str, is_same: bool) -> None:
    assert is_worded_as(question, original) is is_same
