"""English words and their stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.english import LIGHT_WORDS, english_words, stem


@pytest.mark.parametrize(
    "family",
    [
        ("meeting", "meetings"),
        ("plan", "plans", "planned", "planning"),
        ("company", "companies"),
        ("box", "boxes"),
        ("process", "processes"),
        ("change", "changes", "changed", "changing"),
        ("trial-sheet", "trial-sheets"),
    ],
)
def test_inflections_of_a_word_meet(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize("word", ["", "a", "gas", "bus", "status", "analysis", "glass", "sing", "red", "価値", "b2b"])
def test_words_that_only_look_inflected_stay(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(("one", "other"), [("meeting", "method"), ("plan", "plant"), ("sale", "salt")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,6})?", fullmatch=True))
def test_a_stem_is_a_beginning_of_its_word_or_ends_in_y(word: str) -> None:
    found = stem(word)
    assert found
    assert len(found) <= len(word)
    assert word.startswith(found) or (found.endswith("y") and word.startswith(found[:-1]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What is a Trial Sheet?", ["what", "is", "a", "trial", "sheet"]),
        ("the firm's follow-up", ["the", "firm", "follow-up"]),
        ("the firm’s B2B", ["the", "firm", "b2b"]),
        ("don't -- stop", ["don't", "stop"]),
        ("", []),
        ("!?… ★", []),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert english_words(text) == words


def test_light_words_can_be_met() -> None:
    assert all(english_words(word) == [word] for word in LIGHT_WORDS)
