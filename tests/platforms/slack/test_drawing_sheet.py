"""Sheets: a passage to read, a form to fill in."""

from __future__ import annotations

import json

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.actions import ANSWER_SEND
from bot.core.messages import Choice, Field, Message, Offer, Passage, Reply, Said
from bot.platforms.slack.drawing import SlackDrawing
from bot.workspace.blocks import validate_view
from tests.platforms.slack.markup import runs, shape

LABEL = Message("sources-heading")


@pytest.fixture
def drawing(sentences: FluentSentences) -> SlackDrawing:
    return SlackDrawing(sentences, "ja")


def test_the_quote_of_a_passage_has_a_bar_at_its_side(drawing: SlackDrawing) -> None:
    view = drawing.sheet(
        Reply(parts=(Passage("準備", "はじめに。\n目的を決めます。\nおわりに。", "目的を決めます。"),))
    )
    assert shape(view["blocks"]) == ["section+section+quote+section"]
    assert runs(view["blocks"][0]) == [
        ("準備", True), ("はじめに。", False), ("目的を決めます。", False), ("おわりに。", False),
    ]  # fmt: skip


def test_a_long_passage_loses_nothing(drawing: SlackDrawing) -> None:
    text = "前の文です。" * 400 + "引用です。" + "後の文です。" * 400
    view = drawing.sheet(Reply(parts=(Passage("準備", text, "引用です。"),)))
    assert "".join(words for block in view["blocks"] for words, _ in runs(block)) == "準備" + text
    assert "quote" in shape(view["blocks"])


def test_a_sheet_that_only_shows_has_no_way_to_send(drawing: SlackDrawing) -> None:
    view = drawing.sheet(Reply(title=Message("offer-show-passage", {"number": 1}), parts=(Said(LABEL),)))
    validate_view(view)
    assert view["title"]["text"] == "原文を見る [1]"
    assert view["close"]["text"] == "閉じる"
    assert not {"submit", "callback_id", "private_metadata"} & view.keys()


def test_a_title_that_does_not_fit_stands_in_the_sheet_too(drawing: SlackDrawing) -> None:
    view = drawing.sheet(Reply(title=Message("answer-not-in-guides"), parts=(Said(LABEL),)))
    validate_view(view)
    assert view["title"]["text"] == "申し訳ありません。入っているガイドには、お尋ね…"
    assert runs(view["blocks"][0])[0][0].endswith("見つかりませんでした。")


def form(*fields: Field) -> Reply:
    return Reply(parts=(Said(LABEL), *fields), submit=Offer(ANSWER_SEND, "h-1", Message("offer-hand-over")))


def test_a_form_asks_and_carries_what_it_is_about(drawing: SlackDrawing) -> None:
    words = Field(name="words", label=LABEL, kind="lines", hint=LABEL, initial="下書き", longest=500)
    view = drawing.sheet(form(words), private={"conversation": "D1"})
    validate_view(view)
    assert (view["callback_id"], view["submit"]["text"]) == ("answer_send", "コーディネーターに相談する")
    assert json.loads(view["private_metadata"]) == {"conversation": "D1", "reference": "h-1"}
    asked = view["blocks"][1]
    assert (asked["type"], asked["block_id"], asked["optional"]) == ("input", "words", False)
    element = asked["element"]
    assert (element["type"], element["action_id"], element["multiline"]) == ("plain_text_input", "value", True)
    assert (element["max_length"], element["initial_value"]) == (500, "下書き")


@pytest.mark.parametrize(("count", "kind"), [(2, "radio_buttons"), (6, "radio_buttons"), (7, "static_select")])
def test_few_choices_are_shown_and_many_are_a_menu(drawing: SlackDrawing, count: int, kind: str) -> None:
    choices = tuple(Choice(f"u{number}", f"{number} さん") for number in range(count))
    view = drawing.sheet(form(Field(name="who", label=LABEL, kind="choice", choices=choices, initial="u1")))
    validate_view(view)
    element = view["blocks"][1]["element"]
    assert element["type"] == kind
    assert element["initial_option"]["text"]["text"] == "1 さん"


def test_fields_where_nothing_can_be_sent_are_read_only(drawing: SlackDrawing) -> None:
    blocks = drawing.message(Reply(parts=(Field(name="a", label=LABEL, initial="記入済み"),))).blocks
    assert [run for block in blocks for run in runs(block)] == [("出典", True), ("記入済み", False)]
