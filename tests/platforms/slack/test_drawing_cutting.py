"""Words cut to a limit: whole letters, whole sentences where there are any."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms.slack.drawing import limits
from bot.platforms.slack.drawing.untrusted import literal

LETTERS = st.sampled_from("あ漢。、 \n\ta<&>*`@\U00020bb7👨\u200d\u0301\u3164\ue000")
WORDS = st.one_of(
    st.text(LETTERS, max_size=400),
    st.text(max_size=400),
    st.builds(lambda word, times: word * times, st.text(LETTERS, min_size=1, max_size=8), st.integers(1, 60)),
)
UNHURRIED = settings(deadline=None)


@UNHURRIED
@given(WORDS.map(literal), st.integers(2, 60))
def test_clipped_words_are_within_the_limit_and_a_beginning(text: str, most: int) -> None:
    clipped = limits.clip(text, most)
    assert limits.length(clipped) <= most
    assert text.startswith(clipped.removesuffix("…").rstrip())


@UNHURRIED
@given(WORDS.map(literal), st.integers(2, 60))
def test_pieces_are_within_the_limit_and_together_the_text(text: str, most: int) -> None:
    pieces = limits.split(text, most)
    assert all(0 < limits.length(piece) <= most for piece in pieces)
    assert "".join(pieces) == text


def test_text_is_cut_after_a_sentence() -> None:
    assert limits.split("一つ目の文です。二つ目の文です。三つ目。", 18) == [
        "一つ目の文です。二つ目の文です。",
        "三つ目。",
    ]


def test_text_without_an_end_is_cut_after_a_comma_or_anywhere() -> None:
    assert limits.split("ながい文が、つづいて", 8) == ["ながい文が、", "つづいて"]
    assert limits.split("ああああああ", 4) == ["ああああ", "ああ"]


def test_a_mark_stays_with_its_letter() -> None:
    assert limits.split("あいか\u3099", 3) == ["あい", "か\u3099"]
    assert limits.clip("葛\U000e0100城市の案内", 4).startswith("葛\U000e0100…")


def test_an_entity_of_the_notice_stays_whole() -> None:
    assert limits.clip_bytes("ab&amp;cd", 8) == "ab…"
