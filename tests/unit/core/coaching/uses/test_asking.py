"""An answer that says nothing is done to anything is asked about; one that does, in whatever words, is not."""

from __future__ import annotations

import pytest
import yaml

from bot.bootstrap_uses import make_offering
from bot.core.coaching.uses.asking import function_question, tells_function
from bot.core.messages import Message
from bot.resources import prompts_folder

READER = make_offering().reader
SCRIPT = yaml.safe_load((prompts_folder() / "interviews" / "value_walk.yaml").read_text(encoding="utf-8"))
EXAMPLES = [words for one in SCRIPT["examples"].values() for words in one["function"].values()]
TOLD = [
    "色を止める",
    "味噌を仕込む",
    "お客さんの話をよく聞く",
    "reads faxes",
    "It turns faxes into orders",
    "色落ち防止",
]
NOT_TOLD = ["うん", "高い技術力", "冷やす", "高い技術力を持っています", "high performance", "it's very reliable"]


@pytest.mark.parametrize("text", [*EXAMPLES, *TOLD])
def test_what_is_done_to_something_is_not_asked_about(text: str) -> None:
    assert tells_function(text, READER)
    assert function_question(text, READER) is None


@pytest.mark.parametrize("text", NOT_TOLD)
def test_anything_else_is_asked_about_in_its_own_words(text: str) -> None:
    assert function_question(text, READER) == Message("use-ask-function", {"words": text})


def test_after_a_second_answer_that_one_is_quoted() -> None:
    assert function_question("うん\n高い技術力", READER) == Message("use-ask-function", {"words": "高い技術力"})
    assert function_question("うん\n色を止める", READER) is None
    assert function_question("👍", READER) is None
