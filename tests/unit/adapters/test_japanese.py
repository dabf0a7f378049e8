"""Sudachi behind the port: forms, kinds, long texts, several threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.adapters.japanese import SudachiAnalyser
from bot.core.japanese import Word, WordKind, normalise
from tests.fakes.corpus import analyser


def forms(text: str) -> list[str]:
    return [word.form for word in analyser().words(text) if word.is_searched]


def test_words_are_of_the_normalised_text_and_blanks_are_left_out() -> None:
    text = "ｺﾝﾋﾟｭｰﾀｰ　の 髙橋さん、 ISO 56002"
    words = analyser().words(text)
    assert "".join(word.surface for word in words) == normalise(text).replace(" ", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("打ち合わせを行った", "打合せを行なう"),
        ("附属の書類", "付属の書類"),
        ("サーバ", "サーバー"),
        ("meetings were planned", "Meeting PLAN"),
        ("ＰｏＣ", "poc"),
    ],
)
def test_ways_of_writing_meet_in_one_form(one: str, other: str) -> None:
    assert forms(one)[0] == forms(other)[0]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("会社を訪ねる", "会社", WordKind.NOUN),
        ("会社を訪ねる", "訪ねる", WordKind.VERB),
        ("安い部品", "安い", WordKind.ADJECTIVE),
        ("会社を訪ねる", "を", WordKind.FUNCTION),
        ("それは何ですか", "何", WordKind.LIGHT),
        ("この会社", "この", WordKind.LIGHT),
        ("the company", "the", WordKind.LIGHT),
        ("the company", "company", WordKind.NOUN),
        ("本当か?", "?", WordKind.FUNCTION),
    ],
)
def test_kinds_of_words(text: str, word: str, kind: str) -> None:
    assert [found.kind for found in analyser().words(text) if found.surface == word] == [kind]


def test_english_words_are_stemmed() -> None:
    assert [word.form for word in analyser().words("companies planned meetings")] == ["company", "plan", "meet"]


@pytest.mark.parametrize("text", ["", " \n　\t", "\u200b\ufeff"])
def test_nothing_has_no_words(text: str) -> None:
    assert analyser().words(text) == []


@pytest.mark.parametrize("text", ["。、！？（）", "★☆→←", "\x00\x01", "😀👩‍👩‍👧", "\ud7ff\ue000", "゛゜ー"])
def test_symbols_are_no_trouble(text: str) -> None:
    assert all(isinstance(word, Word) and word.surface for word in analyser().words(text))


@pytest.mark.parametrize(
    "unit",
    ["名刺を両手で渡す。", "名刺を両手で渡す", "𠮷", "a", "word and ", "あ", "ﷺ"],
    ids=["sentences", "no-end", "four-bytes", "letter", "english", "kana", "one-becomes-eighteen"],
)
def test_a_text_of_any_length_keeps_every_character(unit: str) -> None:
    text = unit * (60_000 // len(normalise(unit)))
    found = "".join(word.surface for word in analyser().words(text))
    assert found == normalise(text).replace(" ", "")


def test_a_long_text_is_cut_between_sentences_only() -> None:
    sentence = "名刺を両手で渡す。"
    once = [word.form for word in analyser().words(sentence)]
    assert [word.form for word in analyser().words(sentence * 5_000)] == once * 5_000


def test_eight_threads_ask_at_once() -> None:
    shared = SudachiAnalyser()
    texts = [f"第{number}回の出会いで名刺を{number}枚渡す。" for number in range(100)]
    expected = [analyser().words(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        rounds = [pool.submit(lambda: [shared.words(text) for text in texts]) for _ in range(8)]
        assert [done.result() for done in rounds] == [expected] * 8
