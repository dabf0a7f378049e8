"""The words of a rich_text block as somebody typed it: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Element = Mapping[str, Any]


def rich_words(block: Element, *, bot: str, names: Mapping[str, str]) -> str:
    """Plain lines. The mention of `bot` is left out, and those of people whom `names` does not know."""
    return "\n".join(_paragraph(element, bot, names).strip("\n") for element in _elements(block))


def _paragraph(element: Element, bot: str, names: Mapping[str, str]) -> str:
    if element.get("type") != "rich_text_list":
        return "".join(_inline(one, bot, names) for one in _elements(element))
    first = element.get("offset")
    start = first + 1 if isinstance(first, int) else 1
    is_ordered = element.get("style") == "ordered"
    lines = [_paragraph(one, bot, names) for one in _elements(element)]
    return "\n".join(f"{f'{place}. ' if is_ordered else '・'}{line}" for place, line in enumerate(lines, start))


def _inline(element: Element, bot: str, names: Mapping[str, str]) -> str:
    match element.get("type"):
        case "text":
            return str(element.get("text") or "")
        case "link":
            return str(element.get("text") or element.get("url") or "")
        case "user":
            user = str(element.get("user_id") or "")
            return f"@{names[user]}" if user != bot and names.get(user) else ""
        case "broadcast":
            return f"@{element.get('range') or ''}"
        case "emoji":
            return _emoji(element)
        case "date":
            return str(element.get("fallback") or "")
        case "color":
            return str(element.get("value") or "")
    return ""


def _emoji(element: Element) -> str:
    """The character; a workspace's own emoji has none and shows by its name."""
    try:
        return "".join(chr(int(code, 16)) for code in str(element["unicode"]).split("-"))
    except (KeyError, ValueError, OverflowError):
        return f":{element.get('name') or ''}:"


def _elements(element: Element) -> list[Element]:
    found = element.get("elements")
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
