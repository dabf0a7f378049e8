"""Block Kit: every limit at its edge."""

from __future__ import annotations

from typing import Any

import pytest

from bot.workspace.blocks import Surface, validate_blocks, validate_view
from tests.unit.workspace.test_blocks import MESSAGES, examples, refusal, view_refusal


def at(root: Any, pointer: str) -> tuple[Any, Any]:
    """The holder and the key that a pointer leads to."""
    steps = [int(step) if step.isdigit() else step for step in pointer.split("/")[1:]]
    for step in steps[:-1]:
        root = root[step]
    return root, steps[-1]


# Where, and how many characters may stand there: https://docs.slack.dev/reference/block-kit
CHARACTERS = [
    ("section", "/block_id", 255),
    ("section", "/text/text", 3000),
    ("section-plain", "/text/text", 3000),
    ("section-fields", "/fields/0/text", 2000),
    ("section-image", "/accessory/alt_text", 2000),
    ("header", "/text/text", 150),
    ("image", "/alt_text", 2000),
    ("image", "/title/text", 2000),
    ("context", "/elements/1/text", 3000),
    ("actions", "/elements/0/text/text", 75),
    ("actions", "/elements/0/value", 2000),
    ("actions", "/elements/0/action_id", 255),
    ("actions", "/elements/0/accessibility_label", 75),
    ("actions", "/elements/0/confirm/title/text", 100),
    ("actions", "/elements/0/confirm/text/text", 300),
    ("actions", "/elements/0/confirm/confirm/text", 30),
    ("actions", "/elements/0/confirm/deny/text", 30),
    ("actions", "/elements/3/placeholder/text", 150),
    ("actions", "/elements/6/options/1/text/text", 75),
    ("actions", "/elements/6/options/1/value", 150),
    ("actions", "/elements/6/options/1/description/text", 75),
    ("actions-menus", "/elements/1/option_groups/0/label/text", 75),
    ("context-actions", "/elements/0/positive_button/text/text", 75),
    ("context-actions", "/elements/0/positive_button/value", 2000),
    ("input-in-message", "/label/text", 2000),
    ("input-in-message", "/hint/text", 2000),
    ("markdown", "/text", 12_000),
    ("video", "/title/text", 200),
    ("video", "/description/text", 200),
    ("video", "/author_name", 50),
    ("card", "/title/text", 150),
    ("card", "/subtitle/text", 150),
    ("card", "/body/text", 200),
    ("container", "/title/text", 150),
    ("container", "/subtitle/text", 150),
]


@pytest.mark.parametrize(("name", "pointer", "most"), CHARACTERS)
def test_characters_up_to_the_limit_and_not_one_more(name: str, pointer: str, most: int) -> None:
    block = examples("messages")[name]
    holder, key = at(block, pointer)
    holder[key] = "字" * most
    validate_blocks([block], "message")
    holder[key] += "字"
    said = f"[ERROR] must be less than {most + 1} characters [json-pointer:/blocks/0{pointer}]"
    assert said in refusal([block]).messages


@pytest.mark.parametrize(
    ("pointer", "most"),
    [
        ("/title/text", 24),
        ("/submit/text", 24),
        ("/close/text", 24),
        ("/private_metadata", 3000),
        ("/callback_id", 255),
        ("/external_id", 255),
    ],
)
def test_characters_of_a_view(pointer: str, most: int) -> None:
    view = examples("views")["modal"]
    holder, key = at(view, pointer)
    holder[key] = "字" * most
    validate_view(view)
    holder[key] += "字"
    said = f"[ERROR] must be less than {most + 1} characters [json-pointer:/view{pointer}]"
    assert view_refusal(view).messages == (said,)


ITEMS = [
    ("section-fields", "/fields", 10),
    ("context", "/elements", 10),
    ("actions", "/elements", 25),
    ("context-actions", "/elements", 5),
    ("actions-menus", "/elements/0/options", 100),
    ("actions-menus", "/elements/1/option_groups", 100),
    ("actions-menus", "/elements/1/option_groups/0/options", 100),
    ("actions-choices", "/elements/0/options", 10),
    ("actions-choices", "/elements/1/options", 10),
    ("actions", "/elements/6/options", 5),
    ("table", "/rows", 100),
    ("table", "/rows/0", 20),
    ("table", "/column_settings", 20),
    ("data-table", "/rows", 101),
    ("carousel", "/elements", 10),
    ("container", "/child_blocks", 10),
]


@pytest.mark.parametrize(("name", "pointer", "most"), ITEMS)
def test_items_up_to_the_limit_and_not_one_more(name: str, pointer: str, most: int) -> None:
    block = examples("messages")[name]
    holder, key = at(block, pointer)
    items = holder[key]
    items.extend(_another(items[-1]) for _ in range(most - len(items)))
    validate_blocks([block], "message")
    items.append(_another(items[-1]))
    said = f"[ERROR] no more than {most} items allowed [json-pointer:/blocks/0{pointer}]"
    assert refusal([block]).messages == (said,)


def _another(item: Any) -> Any:
    """Like it, and without a name that may stand only once."""
    return {name: one for name, one in item.items() if name != "action_id"} if isinstance(item, dict) else item


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_blocks_of_a_surface(surface: Surface, most: int) -> None:
    validate_blocks([{"type": "divider"}] * most, surface)
    error = refusal([{"type": "divider"}] * (most + 1), surface)
    assert error.messages == (f"[ERROR] no more than {most} items allowed [json-pointer:/blocks]",)


@pytest.mark.parametrize("blocks", [None, {}, "[]", 1])
def test_what_is_no_array_has_no_format(blocks: object) -> None:
    assert refusal(blocks).error == "invalid_blocks_format"


def section(characters: int) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": "字" * characters}}


def test_all_blocks_of_a_message_together() -> None:
    validate_blocks([*[section(3000)] * 4, section(1200)], "message")
    assert refusal([*[section(3000)] * 4, section(1201)]).error == "msg_blocks_too_long"
    validate_blocks([section(3000)] * 50, "home")


def test_all_markdown_of_a_message_together() -> None:
    validate_blocks([{"type": "markdown", "text": "a" * 6000}] * 2, "message")
    assert refusal([{"type": "markdown", "text": "a" * 6001}] * 2).error == "msg_blocks_too_long"


def test_a_message_has_one_table_of_ten_thousand_characters() -> None:
    table = {"type": "table", "rows": [[{"type": "raw_text", "text": "a" * 2500}] * 4]}
    validate_blocks([table], "message")
    assert refusal([table, MESSAGES["data-table"]]).error == "invalid_attachments"
    table["rows"] = [[{"type": "raw_text", "text": "a" * 2501}] * 4]
    assert refusal([table]).error == "invalid_blocks"


def test_a_view_of_more_than_250_kilobytes() -> None:
    blocks = [section(2500)] * 40
    assert view_refusal({"type": "home", "blocks": blocks}).error == "view_too_large"
