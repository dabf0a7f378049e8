"""What a message may carry: text or Markdown, blocks, attachments, metadata; looked through before it is stored."""

from __future__ import annotations

from typing import Any

from bot.workspace.blocks import validate_blocks, validate_metadata
from bot.workspace.errors import ApiError
from bot.workspace.message_text import app_text
from bot.workspace.web_api.arguments import Arguments

LONGEST_TEXT = 40_000
LONGEST_UPDATE = 4_000  # chat.update takes less: https://docs.slack.dev/reference/methods/chat.update
LONGEST_MARKDOWN = 12_000
MOST_ATTACHMENTS = 100

Fields = dict[str, Any]


def message_fields(arguments: Arguments, *, longest: int = LONGEST_TEXT) -> Fields:
    """Return the given ones of text, blocks, attachments, metadata as fields of Message.

    Raises ApiError markdown_text_conflict, msg_too_long, invalid_blocks, invalid_metadata_format, …
    """
    fields: Fields = {}
    blocks = block_list(arguments)
    if "markdown_text" in arguments:
        if blocks or arguments.text("text"):
            raise ApiError("markdown_text_conflict")
        markdown = markdown_text(arguments)
        fields |= {"text": app_text(markdown), "blocks": [{"type": "markdown", "text": markdown}] if markdown else []}
    else:
        if "text" in arguments:
            fields["text"] = app_text(plain_text(arguments, longest))
        if blocks is not None:
            fields["blocks"] = blocks
    if "attachments" in arguments:
        fields["attachments"] = _attachments(arguments)
    if "metadata" in arguments:
        fields["metadata"] = metadata(arguments)
    for flag in ("unfurl_links", "unfurl_media"):
        if flag in arguments:
            fields[flag] = arguments.flag(flag)
    return fields


def need_something(fields: Fields) -> None:
    """Raise ApiError no_text for a message that would show nothing."""
    if not str(fields.get("text", "")).strip() and not fields.get("blocks") and not fields.get("attachments"):
        raise ApiError("no_text")


def plain_text(arguments: Arguments, longest: int) -> str:
    """Return `text`. Raises ApiError msg_too_long; lengths are in characters."""
    text = arguments.text("text")
    if len(text) > longest:
        raise ApiError("msg_too_long")
    return text


def markdown_text(arguments: Arguments) -> str:
    """Return `markdown_text`. Raises ApiError msg_too_long."""
    text = arguments.text("markdown_text")
    if len(text) > LONGEST_MARKDOWN:
        raise ApiError("msg_too_long")
    return text


def block_list(arguments: Arguments) -> list[dict[str, Any]] | None:
    """Return `blocks`, valid for a message; None if absent. Raises ApiError invalid_blocks_format, invalid_blocks, …"""
    blocks = arguments.parsed("blocks", error="invalid_blocks_format")
    if blocks is None:
        return None
    if not isinstance(blocks, list):
        raise ApiError("invalid_blocks_format")
    validate_blocks(blocks, "message")
    return blocks


def metadata(arguments: Arguments) -> dict[str, Any] | None:
    """Return `metadata`, None for an empty object. Raises ApiError invalid_metadata_format, metadata_too_large, …"""
    given = arguments.parsed("metadata", error="invalid_metadata_format")
    if given is None or given == {}:
        return None
    if not isinstance(given, dict):
        raise ApiError("invalid_metadata_format")
    validate_metadata(given)
    return given


def _attachments(arguments: Arguments) -> list[dict[str, Any]]:
    given = arguments.parsed("attachments", error="invalid_attachments")
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise ApiError("invalid_attachments")
    if len(given) > MOST_ATTACHMENTS:
        raise ApiError("too_many_attachments")
    for attachment in given:
        if attachment.get("blocks"):
            validate_blocks(attachment["blocks"], "message")
    return given
