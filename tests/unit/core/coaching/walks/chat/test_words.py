"""Messages that are no answer are told by the whole of them."""

from __future__ import annotations

import pytest

from bot.bootstrap_walks import load_words
from bot.core.coaching.walks.chat.words import Meant, is_wordless, load_walk_words
from bot.errors import DataFileError
from bot.resources import prompts_folder

WORDS = load_words()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("価値の棚卸しを始めたい", Meant.START),
        ("棚卸し。", Meant.START),
        ("技術の説明を手伝って！", Meant.START),
        ("Start a value walk", Meant.START),
        ("Ｍｉｎｏｒｉさん、続き", Meant.RESUME),
        ("わからない", Meant.UNKNOWN),
        ("あとで…", Meant.LATER),
        ("どう答えればいいですか？", Meant.HINT),
        ("戻る", Meant.BACK),
        ("今日はここまで", Meant.PAUSE),
        ("少し待ってください、日報を見ます", Meant.WAIT),
        ("現場に聞いてみます", Meant.WAIT),
        ("Let me check with our people", Meant.WAIT),
        ("価値の棚卸しがしたいです", Meant.START),
        ("わかんねえなあ", Meant.UNKNOWN),
        ("わからんな", Meant.UNKNOWN),
        ("一個前に戻りたいです", Meant.BACK),
        ("やり直したいです", Meant.AGAIN),
        ("間違えました。", Meant.AGAIN),
        ("ここまでのお答え", Meant.SHOW),
        ("dunno", Meant.UNKNOWN),
        ("さあ、それは社長でないと", None),
        ("やり直しが月に三回", None),
        ("目で確認しています", None),
        ("棚卸しの時間が減った方です", None),
        ("わからないことが減ったと言われました", None),
        ("少し待ってくださいと言われることがなくなり、窓口の方が、お客様をお待たせしなくなりました。", None),
        ("👍", None),
        ("", None),
    ],
)
def test_only_a_message_that_is_nothing_else_is_taken_as_one(text: str, meant: Meant | None) -> None:
    assert WORDS.meant(text) == meant


def test_marks_alone_have_no_words() -> None:
    assert is_wordless("👍 :+1:")
    assert not is_wordless("はい")


@pytest.mark.parametrize(
    "change", [("version: 1", "version: 2"), ("resume:", "resumes:"), ("start:", "start: [")], ids=lambda one: one[1]
)
def test_a_slip_in_the_file_is_named(change: tuple[str, str]) -> None:
    text = (prompts_folder() / "walk_words.yaml").read_text(encoding="utf-8").replace(*change, 1)
    with pytest.raises(DataFileError, match=r"walk_words\.yaml"):
        load_walk_words(text, path="prompts/walk_words.yaml")
