"""What holds over all blocks of a message or view together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.workspace.blocks.schema import Problem

# Undocumented; seen at 13,172 to 13,297 characters: https://github.com/slackapi/bolt-js/issues/2509
MESSAGE_CHARACTERS = 13_200
# "A cumulative limit for all markdown blocks in a single payload."
MARKDOWN_CHARACTERS = 12_000
# Over all cells of all tables of a message.
TABLE_CHARACTERS = 10_000
TABLES = ("table", "data_table")
READ = ("text", "alt_text", "title", "caption")

Blocks = list[dict[str, Any]]


def every_block(blocks: Blocks, pointer: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Each block with its pointer, those within containers, plans and carousels too."""
    for place, block in enumerate(blocks):
        here = f"{pointer}/{place}"
        yield block, here
        for name in ("child_blocks", "tasks"):
            yield from every_block(block.get(name, []), f"{here}/{name}")
        if block["type"] == "carousel":
            yield from every_block(block["elements"], f"{here}/elements")


def elements_of(block: Mapping[str, Any], pointer: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The elements that stand in a block itself, each with its pointer."""
    for name in ("accessory", "element"):
        if name in block:
            yield block[name], f"{pointer}/{name}"
    if block["type"] in {"actions", "context_actions", "card"}:
        name = "actions" if block["type"] == "card" else "elements"
        for place, element in enumerate(block.get(name, [])):
            yield element, f"{pointer}/{name}/{place}"


def repeated(blocks: Blocks, pointer: str) -> Iterator[Problem]:
    """A block_id used twice, an action_id used twice in one block, a second element that takes the focus."""
    names: set[str] = set()
    focus = False
    for block, here in every_block(blocks, pointer):
        name = block.get("block_id")
        if name in names:
            yield Problem(f'`block_id` "{name}" already exists', f"{here}/block_id")
        names |= {name} if name else set()
        actions: set[str] = set()
        for element, there in elements_of(block, here):
            action = element.get("action_id")
            if action in actions:
                yield Problem(f'`action_id` "{action}" already exists', f"{there}/action_id")
            actions |= {action} if action else set()
            if element.get("focus_on_load") and focus:
                yield Problem("only one element may have `focus_on_load`", f"{there}/focus_on_load")
            focus = focus or bool(element.get("focus_on_load"))


def inputs_without_submit(view: Mapping[str, Any]) -> Iterator[Problem]:
    """A modal with an input block has to have a submit button."""
    for block, here in every_block(view["blocks"], "/view/blocks"):
        if block["type"] == "input" and "submit" not in view:
            yield Problem("must define `submit` to use an `input` block in modals", f"{here}/input")


def characters(value: object) -> int:
    """The characters that people read in blocks: texts, titles, captions and descriptions of images."""
    if isinstance(value, list):
        return sum(characters(one) for one in value)
    if not isinstance(value, dict):
        return 0
    own = sum(len(one) for name, one in value.items() if name in READ and isinstance(one, str))
    return own + sum(characters(one) for one in value.values())
