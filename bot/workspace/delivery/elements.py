"""Where in a message or view a person acted, and what Slack's `actions` say of it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.workspace.block_ids import inner_blocks
from bot.workspace.errors import ApiError
from bot.workspace.records import Json

# What a person's choice adds to the element; everything else of an action comes from the element itself.
_CHOICES = frozenset(
    {
        "selected_option",
        "selected_options",
        "selected_user",
        "selected_users",
        "selected_conversation",
        "selected_conversations",
        "selected_channel",
        "selected_channels",
        "selected_date",
        "selected_time",
        "selected_date_time",
        "rich_text_value",
        "files",
    }
)
_FROM_ELEMENT = ("text", "value", "style", "placeholder", "initial_option", "timezone", "confirm")
_TYPED = frozenset({"plain_text_input", "email_text_input", "url_text_input", "number_input"})


def elements_of(blocks: list[Json]) -> Iterator[tuple[str, Json]]:
    """Yield every acting element with its block's id."""
    for block in blocks:
        candidates = [block.get("accessory"), block.get("element"), *_inner(block)]
        for element in candidates:
            if isinstance(element, dict) and element.get("action_id"):
                yield str(block.get("block_id")), element
        for key in inner_blocks(block):
            yield from elements_of(block[key])


def _inner(block: Json) -> list[object]:
    holders = {"actions": "elements", "context_actions": "elements", "card": "actions"}
    inner = block.get(holders.get(str(block.get("type")), ""))
    return list(inner) if isinstance(inner, list) else []


def find_element(blocks: list[Json], block_id: str, action_id: str) -> Json:
    """Return the element by its names. Raises ApiError not_found: nobody can act on what is not there."""
    for block, element in elements_of(blocks):
        if block == block_id and element["action_id"] == action_id:
            return element
    raise ApiError("not_found", messages=[f"[ERROR] no element {action_id} in block {block_id}"])


def action_of(blocks: list[Json], chosen: Json, action_ts: str) -> Json:
    """Return the action for `chosen` (block_id, action_id, what was selected or typed). Raises ApiError not_found."""
    block_id, action_id = str(chosen.get("block_id")), str(chosen.get("action_id"))
    element = find_element(blocks, block_id, action_id)
    action: Json = {"type": element["type"], "action_id": action_id, "block_id": block_id}
    action |= {key: element[key] for key in _FROM_ELEMENT if key in element}
    action |= {key: value for key, value in chosen.items() if key in _CHOICES}
    if element["type"] in _TYPED:
        action["value"] = chosen.get("value")
    if element["type"] == "feedback_buttons":
        action |= _feedback(element, chosen)
    return {**action, "action_ts": action_ts}


def _feedback(element: Json, chosen: Json) -> Json:
    for name in ("positive_button", "negative_button"):
        button = element.get(name) or {}
        if button.get("value") == chosen.get("value"):
            return {"text": button.get("text"), "value": button.get("value")}
    raise ApiError("not_found", messages=["[ERROR] no feedback button has this value"])
