"""Blocks within blocks: named, and their elements found, as those of any block."""

from __future__ import annotations

from typing import Any

from bot.workspace.block_ids import with_block_ids
from bot.workspace.blocks import validate_blocks
from bot.workspace.delivery.elements import elements_of

BUTTON = {"type": "button", "text": {"type": "plain_text", "text": "x"}}
ROW: dict[str, Any] = {"type": "actions", "elements": [{**BUTTON, "action_id": "row"}]}
CARD: dict[str, Any] = {"type": "card", "title": {"type": "mrkdwn", "text": "x"}, "actions": [BUTTON]}
BLOCKS: list[dict[str, Any]] = [
    {"type": "container", "title": {"type": "plain_text", "text": "x"}, "child_blocks": [ROW, {"type": "divider"}]},
    {"type": "carousel", "elements": [CARD, CARD]},
    CARD,
]


def test_every_inner_block_and_element_has_a_name_and_is_found() -> None:
    validate_blocks(BLOCKS, "message")
    named = with_block_ids(BLOCKS)
    found = list(elements_of(named))
    assert [element["type"] for _, element in found] == ["button"] * 4
    assert found[0][1]["action_id"] == "row"
    assert len({(block_id, element["action_id"]) for block_id, element in found}) == 4
    assert found[0][0] == named[0]["child_blocks"][0]["block_id"]
    assert "block_id" not in CARD
