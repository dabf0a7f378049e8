"""The data files of listening: read strictly, and every fault is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.japanese import SudachiSpeech
from bot.core.coaching.listening.lexicon import EnglishWords, JapaneseWords, PraiseKind, load_words
from bot.core.coaching.trades import Trade
from bot.errors import DataFileError

FOLDER = Path(__file__).resolve().parents[5] / "prompts" / "coaching" / "listening"
ENGLISH = (FOLDER / "en.yaml").read_text(encoding="utf-8")


def test_every_trade_has_words_in_both_languages() -> None:
    japanese = load_words((FOLDER / "ja.yaml").read_text(encoding="utf-8"), JapaneseWords, path="ja.yaml")
    english = load_words(ENGLISH, EnglishWords, path="en.yaml")
    for words in (japanese, english):
        assert set(words.trades) == set(Trade) - {Trade.OTHER}
        assert set(words.praise) == set(PraiseKind)
        assert words.trade_words("food") == words.trades[Trade.FOOD]
        assert words.trade_words("other") == words.trade_words("") == words.every_trade


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("version: 1", "version: 2", "version"),
        ("own: [we", "ours: [we", "own"),
        ("rivals: [competitor", "rivals: [1, competitor", "rivals"),
        ("  food: [", "  foods: [", "trades"),
        ("own: [we", "own: [we, [", "en.yaml"),
    ],
)
def test_a_fault_names_its_place(old: str, new: str, said: str) -> None:
    with pytest.raises(DataFileError, match=said):
        load_words(ENGLISH.replace(old, new), EnglishWords, path="en.yaml")


def test_a_word_knows_its_place_and_whether_it_says_that_one_can() -> None:
    text = "看護師さんが外せる、 食べる、付ける、できる"
    words = SudachiSpeech().spoken_words(text)
    assert "".join(text[word.begin : word.end] for word in words) == text.replace(" ", "")
    assert [word.surface for word in words if word.is_ability] == ["外せる", "できる"]
    assert [word.surface for word in words if word.joins] == ["が"]
