"""What Slack makes of words: an interpreter of mrkdwn, of Markdown and of blocks that shares nothing with the drawing.

mrkdwn: https://docs.slack.dev/messaging/formatting-message-text. Markdown is read by markdown-it; Slack's own marks are
looked for in what comes out, too. Names of hosts are taken as links by their look, as eager as any client is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from markdown_it import MarkdownIt

_ANGLE = re.compile(r"<([@#!][^<>]+|[a-z][a-z0-9+.-]*:[^<>]+)>", re.IGNORECASE)
_BARE = {
    "address": re.compile(r"(?:https?|ftp|file|slack|data|javascript|vbscript|mailto|tel):[^\s\u2060]", re.IGNORECASE),
    "host": re.compile(r"\b[\w-]+(?:\.[\w-]+)*[.。](?:[^\W\d_]{2,})(?!\w)"),
    "mail": re.compile(r"[\w.+-]+@[\w-]"),
    "broadcast": re.compile(r"@(?:channel|here|everyone)\b"),
    "channel": re.compile(r"(?<![\w&])#\w"),
    "emoji": re.compile(r":[a-z0-9_+'-]+:"),
}
_PLAIN = {"inline", "paragraph_open", "paragraph_close", "text", "softbreak", "text_special"}
QUOTES = {"blockquote_open", "blockquote_close"}

PLAIN_TYPES = {"plain_text", "text"}
LAYOUT = {
    "actions", "button", "context", "divider", "header", "home", "input", "modal", "plain_text_input", "radio_buttons",
    "rich_text", "rich_text_list", "rich_text_quote", "rich_text_section", "section", "static_select",
}  # fmt: skip


def acts_in_mrkdwn(text: str) -> list[str]:
    """Everything in a message's `text` that mentions, links or may unfurl."""
    return [*(found.group() for found in _ANGLE.finditer(text)), *_found_bare(words_of_mrkdwn(text))]


def words_of_mrkdwn(text: str) -> str:
    """What somebody reads of a message's `text`: three entities, and no others."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def acts_in_markdown(text: str, *, allowed: Collection[str] = ()) -> list[str]:
    """Everything in a Markdown text that is more than words in paragraphs (and `allowed`), and what Slack would see."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = [token for top in parser.parse(text) for token in (top, *(top.children or []))]
    kinds = [token.type for token in tokens if token.type not in _PLAIN.union(allowed)]
    angles = [found.group() for found in _ANGLE.finditer(text)]
    return [*kinds, *angles, *_found_bare(words_of_markdown(text))]


def words_of_markdown(text: str) -> str:
    """What somebody reads of a Markdown text."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    lines = []
    for token in parser.parse(text):
        if token.type == "inline":
            children = token.children or []
            lines.append("".join("\n" if child.type == "softbreak" else child.content for child in children))
    return "\n".join(lines)


def acts_in_blocks(drawn: object) -> list[str]:
    """Every object of blocks or a view that is not plain: mrkdwn, links, mentions, pictures, emoji that are read."""
    return [str(found) for one in _objects(drawn) for found in _acts(one)]


def words_in_blocks(drawn: object) -> str:
    """All plain words of blocks or a view."""
    return "\n".join(str(one["text"]) for one in _objects(drawn) if one.get("type") in PLAIN_TYPES)


def shape(blocks: list[dict[str, Any]]) -> list[str]:
    """The kinds of blocks; of rich text the kinds of its paragraphs."""
    return [
        block["type"] if block["type"] != "rich_text" else "+".join(one["type"][10:] for one in block["elements"])
        for block in blocks
    ]


def runs(block: dict[str, Any]) -> list[tuple[str, bool]]:
    """The words of a rich_text block, each with whether it is bold."""
    return [
        (run["text"], run.get("style", {}).get("bold", False)) for one in block["elements"] for run in one["elements"]
    ]


def as_read(text: str) -> str:
    """Words without the joiner that keeps them from acting, and without blanks: the same for a reader."""
    kept = (one for one in text if unicodedata.category(one) not in ("Cf", "Cc"))
    return "".join("".join(kept).split())


def _acts(one: Mapping[str, Any]) -> Iterator[str]:
    kind = one.get("type")
    if kind is not None and kind not in PLAIN_TYPES | LAYOUT:
        yield f"type {kind}"
    if kind == "plain_text" and one.get("emoji") is not False:
        yield "emoji are read"
    yield from (name for name in ("url", "image_url", "slack_file", "user_id", "range") if name in one)


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        yield value
        for one in value.values():
            yield from _objects(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _objects(one)


def _found_bare(shown: str) -> list[str]:
    """Also with full-width and other look-alikes taken as the letters they stand for."""
    looked = (shown, unicodedata.normalize("NFKC", shown))
    return [found.group() for text in looked for rule in _BARE.values() for found in rule.finditer(text)]
