"""Long lists: whole entries are shown, and the reader is told how many are not."""

from __future__ import annotations

import json
from dataclasses import replace

from bot.adapters.sentences import FluentSentences
from bot.core.actions import ANSWER_SEND, HAND_OVER
from bot.core.messages import PAGE, Field, Item, Message, Offer, Reply, Said
from bot.platforms.slack.drawing import SlackDrawing
from bot.workspace.blocks import validate_blocks, validate_view

NOTE = Message("sources-heading")


def listed(count: int, *, buttons: int = 3) -> Reply:
    """A list whose entries have details and buttons, as meetings have."""
    offers = tuple(Offer(HAND_OVER, f"q{number}", NOTE) for number in range(buttons))
    return Reply(parts=(Said(NOTE), *(Item(f"{number}社目", ("11/27 10:00",), offers) for number in range(count))))


def test_of_a_long_list_whole_entries_are_shown_and_the_others_counted(sentences: FluentSentences) -> None:
    drawn = SlackDrawing(sentences, "ja").message(listed(20))
    validate_blocks(drawn.blocks, "message")
    assert [block["type"] for block in drawn.blocks[-4:]] == ["rich_text", "context", "actions", "context"]
    shown = [block for block in drawn.blocks if block["type"] == "actions"]
    assert (len(drawn.blocks), len(shown), {len(row["elements"]) for row in shown}) == (50, 16, {3})
    assert drawn.blocks[-1]["elements"][0]["text"] == "長いため、残りの 4 件はここには表示していません。"
    assert drawn.cut == ("parts: 61 blocks > 49",)


def test_an_entry_is_not_shown_without_its_buttons(sentences: FluentSentences) -> None:
    parts = (Said(NOTE), Said(NOTE), *listed(20).parts)
    drawn = SlackDrawing(sentences, "ja").message(Reply(parts=parts))
    assert drawn.blocks[-2]["type"] == "actions"
    assert "残りの 5 件" in drawn.blocks[-1]["elements"][0]["text"]


def test_a_page_of_a_list_fits_a_message_and_more_a_page_and_a_sheet(sentences: FluentSentences) -> None:
    drawing = SlackDrawing(sentences, "ja")
    assert drawing.message(listed(PAGE, buttons=6)).cut == ()
    for view in (drawing.home(listed(20)), drawing.sheet(listed(20))):
        assert sum(block["type"] == "actions" for block in view["blocks"]) == 20
        assert "残りの" not in json.dumps(view, ensure_ascii=False)
    assert "残りの 8 件" in json.dumps(drawing.home(listed(40))["blocks"][-1], ensure_ascii=False)


def test_in_a_form_the_entries_are_counted_too(sentences: FluentSentences) -> None:
    reply = replace(listed(40), submit=Offer(ANSWER_SEND, "h", NOTE))
    asked = replace(reply, parts=(Field(name="a", label=NOTE), *reply.parts))
    view = SlackDrawing(sentences, "ja").sheet(asked)
    validate_view(view)
    assert view["blocks"][0]["type"] == "input"
    assert "残りの 8 件" in view["blocks"][-1]["elements"][0]["text"]
