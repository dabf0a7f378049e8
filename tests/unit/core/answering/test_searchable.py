"""A passage as it is searched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.answering.searchable import (
    PassageToIndex,
    UnitKind,
    analyse,
    character_grams,
    index_grams,
    pieces_of,
)
from bot.core.japanese import normalise
from tests.fakes.corpus import PASSAGES, analyser


def test_units_are_headings_then_ways_of_asking_then_sentences() -> None:
    passage = analyse(PASSAGES[0], analyser())
    assert [(unit.kind, unit.text) for unit in passage.units] == [
        (UnitKind.HEADING, "出会いの準備"),
        (UnitKind.HEADING, "会う前に目的を書く"),
        (UnitKind.ASKED, "会う前に何をすればよいか"),
        (UnitKind.SENTENCE, "出会いの目的を一文で書く."),
        (UnitKind.SENTENCE, "相手の会社の仕事を三つ調べる."),
    ]
    assert passage.units[3].forms == ("出会い", "目的", "1", "文", "書く")
    assert passage.forms == tuple(form for unit in passage.units for form in unit.forms)
    assert passage.text.split("\n") == [unit.text for unit in passage.units]


def test_sentences_are_split_before_they_are_normalised() -> None:
    passage = PassageToIndex(id="a@1/1", text="一行目\n二行目。ＡＢＣ社です。")
    assert pieces_of(passage) == [
        (UnitKind.SENTENCE, "一行目", "一行目"),
        (UnitKind.SENTENCE, "二行目。", "二行目."),
        (UnitKind.SENTENCE, "ＡＢＣ社です。", "abc社です."),
    ]


@pytest.mark.parametrize("text", ["", " \n ", "\u200b"])
def test_a_passage_without_text_has_no_words(text: str) -> None:
    assert analyse(PassageToIndex(id="a@1/1", text=text), analyser()).forms == ()


@pytest.mark.parametrize(
    ("text", "size", "grams"),
    [
        ("名刺交換", 2, ["名刺", "刺交", "交換"]),
        ("名刺,交換", 2, ["名刺", "交換"]),
        ("名刺 交換", 3, []),
        ("abc", 2, ["ab", "bc"]),
        ("データー", 2, ["デー", "ータ", "ター"]),
        ("a_b", 1, ["a", "b"]),
        ("名", 2, []),
        ("", 1, []),
        ("!?。", 1, []),
    ],
)
def test_grams_never_cross_punctuation_or_blanks(text: str, size: int, grams: list[str]) -> None:
    assert list(character_grams(text, size)) == grams


@given(st.text(max_size=60), st.integers(1, 3))
def test_grams_are_pieces_of_the_text(text: str, size: int) -> None:
    grams = list(character_grams(text, size))
    assert all(len(gram) == size and gram in text and not set(gram) & set(" \n_.,") for gram in grams)


@given(st.text(alphabet="名刺を渡す。データ ABC1\n", max_size=60))
def test_one_and_two_characters_are_indexed(text: str) -> None:
    normalised = normalise(text)
    found = index_grams(normalised)
    assert sorted(found) == sorted([*character_grams(normalised, 1), *character_grams(normalised, 2)])
