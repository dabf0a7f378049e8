"""A quotation that is too long begins where a word begins, and is the sentence's own words."""

from __future__ import annotations

import pytest

from bot.core.coaching.listening.quoting import LONGEST_QUOTE, clean


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (
            "創業以来ずっと守り続けてきた伝統的な手仕事による木型の仕上げ",
            "守り続けてきた伝統的な手仕事による木型の仕上げ",
        ),
        ("県内の工場で使われている古い機械の面倒な段取り替え", "工場で使われている古い機械の面倒な段取り替え"),
        ("短い言葉", "短い言葉"),
        (
            "ドナウジョウキセンカイシャノキカイコウジョウノナカノヒトビト",
            "ウキセンカイシャノキカイコウジョウノナカノヒトビト"[-LONGEST_QUOTE:],
        ),
    ],
)
def test_what_is_too_long_begins_where_a_word_begins(words: str, quoted: str) -> None:
    assert clean(words) == quoted
    assert quoted in words
    assert len(quoted) <= LONGEST_QUOTE
