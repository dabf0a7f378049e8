"""Cursors: which part of a list a call wants, and the name of the next part."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any, TypeVar

from bot.workspace.errors import ApiError
from bot.workspace.web_api.arguments import Arguments

T = TypeVar("T")
_MARK = "next:"


def cursor_for(position: str) -> str:
    """Return the opaque name of a position."""
    return base64.b64encode(f"{_MARK}{position}".encode()).decode()


def position_of(cursor: str) -> str:
    """Return the position a cursor names, "" for none. Raises ApiError invalid_cursor."""
    if not cursor:
        return ""
    try:
        written = base64.b64decode(cursor, validate=True).decode()
    except (binascii.Error, ValueError):
        raise ApiError("invalid_cursor") from None
    if not written.startswith(_MARK):
        raise ApiError("invalid_cursor")
    return written.removeprefix(_MARK)


def limit_of(arguments: Arguments, default: int, most: int) -> int:
    """Return how many the call wants. Raises ApiError invalid_limit."""
    limit = arguments.number("limit", default, error="invalid_limit")
    if limit < 0 or limit > most:
        raise ApiError("invalid_limit")
    return limit or default


def page_of(items: Sequence[T], arguments: Arguments, *, default: int = 100) -> tuple[list[T], dict[str, Any]]:
    """Return the wanted part of a list and its `response_metadata`. Raises ApiError invalid_cursor, invalid_limit."""
    position = position_of(arguments.text("cursor"))
    if position and not position.isdigit():
        raise ApiError("invalid_cursor")
    start, limit = int(position or 0), limit_of(arguments, default, 1000)
    end = start + limit
    following = cursor_for(str(end)) if end < len(items) else ""
    return list(items[start:end]), {"next_cursor": following}
