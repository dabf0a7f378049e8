"""Every block, and the surfaces it may stand on (the reference's "Available in surfaces")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bot.workspace.blocks.composition import (
    IMAGE,
    IMAGE_SOURCE,
    SECURE_ADDRESS,
    WEB_ADDRESS,
    at_least_one,
    exactly_one,
    plain,
    text,
)
from bot.workspace.blocks.elements import BUTTONS, Surface, elements
from bot.workspace.blocks.rich_text import RICH_TEXT
from bot.workspace.blocks.schema import Choice, Fields, Flag, Kind, ListOf, Record, String, Typed
from bot.workspace.blocks.tables import DATA_TABLE, TABLE

EVERYWHERE: tuple[Surface, ...] = ("message", "modal", "home")
SURFACES: dict[str, tuple[Surface, ...]] = {
    **dict.fromkeys(
        ("actions", "context", "divider", "header", "image", "input", "rich_text", "section", "video"), EVERYWHERE
    ),
    **dict.fromkeys(("card", "carousel", "container"), ("message", "home")),
    **dict.fromkeys(
        ("call", "context_actions", "data_table", "file", "markdown", "plan", "table", "task_card"), ("message",)
    ),
    "alert": ("modal",),
}
IN_CONTAINERS = (
    "actions", "context", "divider", "file", "header", "image", "input", "rich_text", "section", "table", "video",
)  # fmt: skip

NAMED: dict[str, Kind] = {"block_id": String(255)}
PICTURE = Typed({"image": IMAGE})
RICH = Typed({"rich_text": RICH_TEXT})
STATUS = Choice(("pending", "in_progress", "complete", "error"))
# The page's address in a task card's sources; its `type` is "url".
SOURCE = Typed({"url": Record({"url": WEB_ADDRESS, "text": String()})})
TASK_CARD = Record(
    {"task_id": String(), "title": String(), "status": STATUS},
    {**NAMED, "details": RICH, "output": RICH, "sources": ListOf(SOURCE)},
)
CARD = Record(
    {},
    {
        **NAMED,
        "hero_image": PICTURE,
        "icon": PICTURE,
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "actions": ListOf(Typed({"button": BUTTONS["button"]})),
    },
    (at_least_one("hero_image", "title", "actions", "body"),),
)


def _header_divider_or_collapsible(fields: Fields) -> Iterator[tuple[str, str]]:
    if fields.get("is_collapsible") and fields.get("has_header_divider"):
        yield "/has_header_divider", "must not be true where is_collapsible is true"
    if fields.get("default_collapsed") and not fields.get("is_collapsible"):
        yield "/default_collapsed", "must not be true where is_collapsible is not true"


# The blocks that are the same on every surface they stand on.
STEADY = {
    "divider": Record({}, NAMED),
    "header": Record({"text": plain(150)}, NAMED),
    "image": Record(
        {"alt_text": String(2000)},
        {**NAMED, **IMAGE_SOURCE, "title": plain(2000)},
        (exactly_one("image_url", "slack_file"),),
    ),
    "context": Record({"elements": ListOf(Typed({"image": IMAGE, **text(3000).records}), 10)}, NAMED),
    "context_actions": Record(
        {"elements": ListOf(Typed({name: BUTTONS[name] for name in ("feedback_buttons", "icon_button")}), 5)}, NAMED
    ),
    "rich_text": RICH_TEXT,
    "markdown": Record({"text": String(12_000)}, NAMED),
    "video": Record(
        {"alt_text": String(2000), "title": plain(200), "thumbnail_url": WEB_ADDRESS, "video_url": SECURE_ADDRESS},
        {
            **NAMED,
            "title_url": SECURE_ADDRESS,
            "description": plain(200),
            "author_name": String(50),
            "provider_name": String(),
            "provider_icon_url": WEB_ADDRESS,
        },
    ),
    "file": Record({"external_id": String(), "source": Choice(("remote",))}, NAMED),
    "call": Record({"call_id": String()}, NAMED),
    "table": TABLE,
    "data_table": DATA_TABLE,
    "task_card": TASK_CARD,
    "plan": Record({"title": String()}, {**NAMED, "tasks": ListOf(Typed({"task_card": TASK_CARD}))}),
    "alert": Record(
        {"text": text(3000)}, {**NAMED, "level": Choice(("default", "info", "warning", "error", "success"))}
    ),
    "card": CARD,
    "carousel": Record({"elements": ListOf(Typed({"card": CARD}), 10)}, NAMED),
}


def _holding(surface: Surface) -> dict[str, Record]:
    """The blocks that hold elements: which ones depends on the surface."""
    return {
        "section": Record(
            {},
            {
                **NAMED,
                "text": text(3000),
                "fields": ListOf(text(2000), 10),
                "accessory": elements("section", surface),
                "expand": Flag(),
            },
            (at_least_one("text", "fields"),),
        ),
        "actions": Record({"elements": ListOf(elements("actions", surface), 25)}, NAMED),
        "input": Record(
            {"label": plain(2000), "element": elements("input", surface)},
            {**NAMED, "hint": plain(2000), "optional": Flag(), "dispatch_action": Flag()},
        ),
    }


@cache
def blocks_on(surface: Surface) -> Typed:
    """Every block that may stand on a surface."""
    known = {**STEADY, **_holding(surface)}
    allowed = {name: record for name, record in known.items() if surface in SURFACES[name]}
    if surface in SURFACES["container"]:
        children = {name: record for name, record in allowed.items() if name in IN_CONTAINERS}
        allowed["container"] = _container(children)
    return Typed(allowed)


def _container(children: dict[str, Record]) -> Record:
    return Record(
        {"child_blocks": ListOf(Typed(children), 10)},
        {
            **NAMED,
            "title": plain(150),
            "rich_text_title": RICH,
            "subtitle": text(150),
            "width": Choice(("narrow", "standard", "wide", "full")),
            "icon": PICTURE,
            "is_collapsible": Flag(),
            "default_collapsed": Flag(),
            "has_header_divider": Flag(),
        },
        (at_least_one("title", "rich_text_title"), _header_divider_or_collapsible),
    )
