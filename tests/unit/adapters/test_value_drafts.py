"""A draft by a language model is shown only as a sentence or two of plain words that says no number of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.adapters.value_drafts import DRAFT_VARIABLES, ModelDrafts, is_showable
from bot.core.answering.chat_port import ChatModelUnavailable, ModelFault
from bot.core.answering.prompts import Prompt
from bot.resources import prompts_folder

WORDS = "付け外しが、1台40分から5分になりました。"
PROMPT = Prompt.parse(
    (prompts_folder() / "models" / "value_draft.yaml").read_text(encoding="utf-8"),
    path="value_draft.yaml",
    variables=DRAFT_VARIABLES,
)


class Scripted:
    """A model that says one thing, or fails."""

    def __init__(self, *pieces: str, fails: bool = False) -> None:
        self.pieces, self.fails = pieces, fails
        self.asked: list[str] = []

    def stream(self, *, system: str, user: str) -> Iterator[str]:
        self.asked += [system, user]
        yield from self.pieces
        if self.fails:
            raise ChatModelUnavailable(ModelFault.BUSY, "503")


def drafted(model: Scripted) -> str:
    return ModelDrafts(model, PROMPT).draft(question="何が変わりますか", words=WORDS, locale="ja")


def test_the_pieces_are_one_draft_and_the_answer_is_data_in_the_prompt() -> None:
    model = Scripted("夜の当番の方が、", "40分を5分で終えられます。")
    assert drafted(model) == "夜の当番の方が、40分を5分で終えられます。"
    assert f'"{WORDS}"' in model.asked[1]


def test_a_model_that_fails_drafts_nothing() -> None:
    assert drafted(Scripted("夜の", fails=True)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NONE",
        "３割早くなります。",
        "60分が5分になります。",
        "<https://example.com|見る>",
        "*早く* 帰れます。",
        "あ" * 301,
    ],
)
def test_what_says_too_much_is_not_shown(text: str) -> None:
    assert not is_showable(text, WORDS)
