"""What an action says of the element that was used."""

from __future__ import annotations

import pytest

from bot.workspace.delivery.elements import action_of
from bot.workspace.errors import ApiError
from bot.workspace.records import Json


def _text(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def _choice(value: str) -> Json:
    return {"text": _text(value), "value": value}


BLOCKS: list[Json] = [
    {
        "type": "section",
        "block_id": "b1",
        "accessory": {
            "type": "static_select",
            "action_id": "pick",
            "placeholder": _text("Which?"),
            "options": [_choice("one"), _choice("two")],
        },
    },
    {"type": "input", "block_id": "b2", "element": {"type": "plain_text_input", "action_id": "typed"}},
    {
        "type": "context_actions",
        "block_id": "b3",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "rate",
                "positive_button": {"text": _text("役に立った"), "value": "up:1"},
                "negative_button": {"text": _text("違った"), "value": "down:1"},
            }
        ],
    },
    {"type": "actions", "block_id": "b4", "elements": [{"type": "datepicker", "action_id": "day"}]},
    {"type": "actions", "block_id": "b5", "elements": [{"type": "button", "action_id": "go", "value": "ref"}]},
]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (
            {"block_id": "b1", "action_id": "pick", "selected_option": _choice("two")},
            {"type": "static_select", "selected_option": _choice("two"), "placeholder": _text("Which?")},
        ),
        ({"block_id": "b2", "action_id": "typed", "value": "ねじ"}, {"type": "plain_text_input", "value": "ねじ"}),
        (
            {"block_id": "b3", "action_id": "rate", "value": "down:1"},
            {"type": "feedback_buttons", "text": _text("違った"), "value": "down:1"},
        ),
        (
            {"block_id": "b4", "action_id": "day", "selected_date": "2026-11-24"},
            {"type": "datepicker", "selected_date": "2026-11-24"},
        ),
        # What a button carries is the app's, whatever the page says.
        ({"block_id": "b5", "action_id": "go", "value": "forged", "type": "x"}, {"type": "button", "value": "ref"}),
    ],
    ids=lambda value: str(value.get("action_id", "")),
)
def test_an_action_has_the_choice_and_what_the_element_says_of_itself(chosen: Json, expected: Json) -> None:
    names = {"block_id": chosen["block_id"], "action_id": chosen["action_id"]}
    assert action_of(BLOCKS, chosen, "1.000002") == {**names, **expected, "action_ts": "1.000002"}


@pytest.mark.parametrize(
    "chosen",
    [
        {"block_id": "b1", "action_id": "go"},
        {"block_id": "none", "action_id": "go"},
        {"action_id": "go"},
        {},
        {"block_id": "b3", "action_id": "rate", "value": "forged"},
    ],
)
def test_what_is_not_there_cannot_be_used(chosen: Json) -> None:
    with pytest.raises(ApiError, match="not_found"):
        action_of(BLOCKS, chosen, "1.000002")
