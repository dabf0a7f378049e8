"""What is typed for something else, and answers that begin with the same words: told apart by the whole message."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.bootstrap_walks import load_words
from bot.core.courtesies import load_courtesies
from bot.resources import prompts_folder

_FILE = Path(__file__).parents[5] / "data" / "walk_commands.yaml"
WRITTEN = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
WORDS = load_words()
COURTESIES = load_courtesies((prompts_folder() / "courtesies.yaml").read_text(encoding="utf-8"), path="courtesies.yaml")


def test_at_least_thirty_of_each_were_written() -> None:
    assert min(len(WRITTEN["commands"]), len(WRITTEN["answers"])) >= 30


@pytest.mark.parametrize("text", WRITTEN["commands"])
def test_a_wish_is_no_answer(text: str) -> None:
    assert WORDS.wishes.wish_of(text) is not None or COURTESIES.kind_of(text) == "help"


@pytest.mark.parametrize("text", WRITTEN["answers"])
def test_an_answer_that_begins_with_its_words_is_one(text: str) -> None:
    assert WORDS.wishes.wish_of(text) is None
    assert COURTESIES.kind_of(text) is None
    assert WORDS.meant(text) is None
