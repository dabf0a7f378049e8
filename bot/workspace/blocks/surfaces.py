"""Blocks of a message, and views: what is refused, under Slack's names for it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bot.workspace.blocks import across
from bot.workspace.blocks.composition import exactly_one, option, option_group, plain
from bot.workspace.blocks.elements import Surface
from bot.workspace.blocks.layout import blocks_on
from bot.workspace.blocks.schema import Flag, Kind, ListOf, Problem, Record, String, Typed, look_through
from bot.workspace.errors import ApiError

BLOCKS: dict[Surface, int] = {"message": 50, "modal": 100, "home": 100}
# The reference says 250 KB.
VIEW_BYTES = 250_000

CARRIED: dict[str, Kind] = {
    "private_metadata": String(3000, least=0),
    "callback_id": String(255, least=0),
    "external_id": String(255, least=0),
}


def _blocks_kind(surface: Surface) -> ListOf:
    return ListOf(blocks_on(surface), BLOCKS[surface], least=0)


VIEW = Typed(
    {
        "modal": Record(
            {"title": plain(24), "blocks": _blocks_kind("modal")},
            {**CARRIED, "submit": plain(24), "close": plain(24), "clear_on_close": Flag(), "notify_on_close": Flag()},
        ),
        # A title is shown nowhere; Slack's own samples send one.
        "home": Record({"blocks": _blocks_kind("home")}, {**CARRIED, "title": plain(24)}),
    }
)

OPTIONS = Record(
    {},
    {"options": ListOf(option(), 100, least=0), "option_groups": ListOf(option_group(), 100, least=0)},
    (exactly_one("options", "option_groups"),),
)


def validate_blocks(blocks: object, surface: Surface) -> None:
    """Raise ApiError where Slack would refuse these blocks.

    `invalid_blocks_format` for what is no array, `invalid_blocks` with every problem found, `invalid_attachments` for a
    second table in a message, `msg_blocks_too_long` for too many characters over all blocks of a message.
    """
    if not isinstance(blocks, list):
        raise ApiError("invalid_blocks_format")
    problems = list(look_through(blocks, _blocks_kind(surface), "/blocks"))
    if not problems:
        problems = list(across.repeated(blocks, "/blocks"))
    if problems:
        _refuse("invalid_blocks", problems, errors=[str(problem) for problem in problems])
    if surface == "message":
        _message_as_a_whole(blocks)


def _message_as_a_whole(blocks: list[dict[str, Any]]) -> None:
    tables = [block for block, _ in across.every_block(blocks, "") if block["type"] in across.TABLES]
    if len(tables) > 1:
        raise ApiError("invalid_attachments", messages=["[ERROR] only_one_table_allowed"])
    if across.characters([block["rows"] for block in tables]) > across.TABLE_CHARACTERS:
        raise ApiError(
            "invalid_blocks", messages=[f"[ERROR] no more than {across.TABLE_CHARACTERS} characters in a table"]
        )
    markdown = across.characters([block for block in blocks if block["type"] == "markdown"])
    if markdown > across.MARKDOWN_CHARACTERS or across.characters(blocks) > across.MESSAGE_CHARACTERS:
        raise ApiError("msg_blocks_too_long")


def validate_view(view: object) -> None:
    """Raise ApiError where Slack would refuse this modal or Home view: `view_too_large`, or `invalid_arguments`."""
    if len(json.dumps(view, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")) > VIEW_BYTES:
        raise ApiError("view_too_large")
    problems = list(look_through(view, VIEW, "/view"))
    if not problems and isinstance(view, dict):
        problems = list(across.repeated(view["blocks"], "/view/blocks"))
        if view["type"] == "modal":
            problems += across.inputs_without_submit(view)
    if problems:
        _refuse("invalid_arguments", problems)


def validate_options(answer: object) -> None:
    """Raise ApiError invalid_options where Slack could not show these options of a select with an external source."""
    problems = list(look_through(answer, OPTIONS, ""))
    if problems:
        _refuse("invalid_options", problems)


def _refuse(error: str, problems: Iterable[Problem], **extra: object) -> None:
    raise ApiError(error, messages=[f"[ERROR] {problem}" for problem in problems], **extra)
