"""The labelled sentences of listening are well formed, split by trade, and told apart as well as is promised."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.bench.listening import measure_listening, read_sentences
from bot.core.coaching.trades import Trade

FOLDER = Path(__file__).resolve().parent / "listening"
SECOND = read_sentences(FOLDER / "second_author.jsonl")
THIRD = read_sentences(FOLDER / "third_author.jsonl")
TUNED, UNTOUCHED = read_sentences(FOLDER / "development.jsonl"), read_sentences(FOLDER / "untouched.jsonl")


def test_the_split_is_by_trade_and_every_trade_is_there() -> None:
    tuned, untouched = {row.trade for row in TUNED}, {row.trade for row in UNTOUCHED}
    assert tuned & untouched == set()
    assert tuned | untouched == {str(trade) for trade in Trade} - {"other"}


@pytest.mark.parametrize("rows", [TUNED, UNTOUCHED], ids=["tuned", "untouched"])
def test_about_half_of_each_trade_is_specification_talk(rows: list) -> None:  # type: ignore[type-arg]
    for trade, count in Counter(row.trade for row in rows).items():
        talk = sum(row.needs_question for row in rows if row.trade == trade)
        assert count >= 40
        assert 0.35 <= talk / count <= 0.65


def test_no_sentence_is_there_twice() -> None:
    texts = Counter(row.text for row in [*TUNED, *UNTOUCHED, *SECOND, *THIRD])
    assert [text for text, count in texts.items() if count > 1] == []
    assert all(text == text.strip() and text for text in texts)


@pytest.mark.parametrize("rows", [TUNED, UNTOUCHED, SECOND, THIRD], ids=["tuned", "untouched", "second", "third"])
def test_precision_and_recall_are_at_least_nine_in_ten(rows: list) -> None:  # type: ignore[type-arg]
    figures = measure_listening(rows)[-1]
    assert figures["precision"] >= 0.9
    assert figures["recall"] >= 0.9
