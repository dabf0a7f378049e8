"""Slack names every block and every element that can be acted on; apps may leave the names out."""

from __future__ import annotations

import secrets
from typing import Any

_ACTING = frozenset(
    {
        "button",
        "channels_select",
        "checkboxes",
        "conversations_select",
        "datepicker",
        "datetimepicker",
        "email_text_input",
        "feedback_buttons",
        "file_input",
        "icon_button",
        "external_select",
        "multi_channels_select",
        "multi_conversations_select",
        "multi_external_select",
        "multi_static_select",
        "multi_users_select",
        "number_input",
        "overflow",
        "plain_text_input",
        "radio_buttons",
        "rich_text_input",
        "static_select",
        "timepicker",
        "url_text_input",
        "users_select",
        "workflow_button",
    }
)


def with_block_ids(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return copies of the blocks in which each block has a block_id and each acting element an action_id."""
    return [_named(block) for block in blocks]


def _named(block: dict[str, Any]) -> dict[str, Any]:
    named = {**block, "block_id": block.get("block_id") or secrets.token_urlsafe(4)}
    for key in ("accessory", "element"):
        if isinstance(named.get(key), dict):
            named[key] = _acting(named[key])
    if isinstance(named.get("elements"), list) and named.get("type") in ("actions", "context_actions"):
        named["elements"] = [_acting(element) for element in named["elements"]]
    if named.get("type") == "card" and isinstance(named.get("actions"), list):
        named["actions"] = [_acting(element) for element in named["actions"]]
    for key in inner_blocks(named):
        named[key] = with_block_ids(named[key])
    return named


def inner_blocks(block: dict[str, Any]) -> list[str]:
    """Return the fields of a block that hold blocks."""
    holders = ["elements"] if block.get("type") == "carousel" else ["child_blocks"]
    return [key for key in holders if isinstance(block.get(key), list)]


def _acting(element: dict[str, Any]) -> dict[str, Any]:
    if element.get("type") not in _ACTING or element.get("action_id"):
        return element
    return {**element, "action_id": secrets.token_urlsafe(4)}
