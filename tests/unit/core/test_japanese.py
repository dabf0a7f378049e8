"""Normalisation, the way back to the original, and sentence ends."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.japanese import find_original, normalise, normalise_with_spans, sentence_spans, sentences
from bot.core.kanji_variants import VARIANTS


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("ｺﾝﾋﾟｭｰﾀｰ", "コンピューター"),
        ("デ−タ", "データ"),
        ("髙橋・﨑山", "高橋・崎山"),
        ("ＩＳＯ　５６００２", "iso 56002"),
        ("価値を\n言葉に する", "価値を言葉にする"),
        ("どうする？", "どうする?"),
        ("A、B。", "a,b."),
        ("目に\u200b見えない", "目に見えない"),
        ("国際經濟", "国際経済"),
    ],
)
def test_what_is_compared(written: str, compared: str) -> None:
    assert normalise(written) == compared


def test_variants_are_one_step_and_change_something() -> None:
    assert all(len(old) == len(new) == 1 and old != new for old, new in VARIANTS.items())
    assert not set(VARIANTS.values()) & set(VARIANTS)


@given(st.text(alphabet="あアｱﾞ゙ー−髙 \nA1。「」", max_size=40))
def test_normalising_twice_changes_nothing_and_spans_cover_their_source(text: str) -> None:
    normalised = normalise_with_spans(text)
    assert len(normalised.text) == len(normalised.spans)
    assert normalise(normalised.text) == normalised.text
    for (start, end), following in itertools.pairwise(normalised.spans):
        assert 0 <= start < end <= len(text)
        assert start <= following[0]


def test_a_quote_is_found_in_the_words_of_the_original() -> None:
    text = "まず、価値を\n言葉に　する。ﾊﾟﾝ屋の例。"
    span = find_original(text, "価値を言葉にする｡パン屋")
    assert span is not None
    assert text[slice(*span)] == "価値を\n言葉に　する。ﾊﾟﾝ屋"
    assert find_original(text, "価値を言葉にしない") is None
    assert find_original(text, "  ") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("これは価値だ。本当か？はい！", ["これは価値だ。", "本当か？", "はい！"]),
        ("「そうだ。」と言った。次。", ["「そうだ。」と言った。", "次。"]),
        ("彼は言う。「そうだ。」私は聞く。", ["彼は言う。", "「そうだ。」", "私は聞く。"]),
        ("注（ここを見る。）も読む。", ["注（ここを見る。）も読む。"]),
        ("一行目\n二行目", ["一行目", "二行目"]),
        ("値は３．５です．次です．", ["値は３．５です．", "次です．"]),
        ("The U.S. Army came. Next one.", ["The U.S. Army came.", "Next one."]),
        ("閉じない「括弧。次の文。", ["閉じない「括弧。", "次の文。"]),
        ("えっ！？終わり", ["えっ！？", "終わり"]),
    ],
)
def test_sentence_ends(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet="あ。「」（）！\n A.b1", max_size=60))
def test_no_character_is_lost_between_sentences(text: str) -> None:
    spans = sentence_spans(text)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
