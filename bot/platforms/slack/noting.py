"""The menu of a message: what somebody wrote, read for whoever wants to make something of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.platforms.slack import reading
from bot.platforms.slack.drawing.untrusted import JOINER
from bot.platforms.slack.rich_words import rich_words

Body = Mapping[str, Any]
MOST_NAMES = 20
"""So many people of one message are asked after by name."""


def named_in(body: Body) -> tuple[str, ...]:
    """The user ids that are worth a name: who wrote the message, and whom it mentions."""
    message = _map(body, "message")
    found = [str(message.get("user") or ""), *reading.mentions_of(message), *_users(message.get("blocks"))]
    return tuple(one for one in dict.fromkeys(found) if one)[:MOST_NAMES]


def noted_of(body: Body, *, bot: str, url: str, names: Mapping[str, str]) -> reading.Press:
    """A `message_action` body as a press. `url` is the workspace's; `names`: user id to name."""
    message = _map(body, "message")
    where, by = reading.where_of(body), str(message.get("user") or "")
    said_by = names.get(by) or message.get("username") or _map(message, "bot_profile").get("name") or ""
    values = {
        "text": words_of(message, bot=bot, names=names),
        "by": by,
        "by_name": str(said_by),
        "said_at": _moment(where.message),
        "permalink": _permalink(url, where),
    }
    return reading.Press(str(body.get("callback_id") or ""), "", values)


def words_of(message: Body, *, bot: str, names: Mapping[str, str]) -> str:
    """What stands in a message: as it was typed; else what its blocks say, else what is attached to it."""
    text = reading.text_of(message, bot=bot, names=names)
    if not text:
        lines = [*_block_lines(message, bot, names), *_attached_lines(message)]
        text = "\n".join(line for line in lines if line.strip())
    return text.replace(JOINER, "").strip()


def _block_lines(message: Body, bot: str, names: Mapping[str, str]) -> Iterator[str]:
    for block in _list(message.get("blocks")):
        if block.get("type") == "rich_text":
            yield rich_words(block, bot=bot, names=names)
            continue
        held = [block, *_list(block.get("fields")), *_list(block.get("elements"))]
        for one in held:
            found = one.get("text")
            words = found.get("text") if isinstance(found, Mapping) else found
            if isinstance(words, str) and one.get("type") != "button":
                yield reading.text_of({"text": words}, bot=bot, names=names)


def _attached_lines(message: Body) -> Iterator[str]:
    for one in _list(message.get("attachments")):
        yield str(one.get("text") or one.get("fallback") or "")
    for one in _list(message.get("files")):
        yield str(one.get("title") or one.get("name") or "")


def _users(value: object) -> Iterator[str]:
    """Who is mentioned in rich text, however deep."""
    if isinstance(value, Mapping):
        if value.get("type") == "user":
            yield str(value.get("user_id") or "")
        for one in value.values():
            yield from _users(one)
    elif isinstance(value, list):
        for one in value:
            yield from _users(one)


def _moment(timestamp: str) -> str:
    """When it was said, in ISO; "" where Slack does not say."""
    try:
        return datetime.fromtimestamp(int(timestamp.partition(".")[0]), UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def _permalink(url: str, where: reading.Where) -> str:
    """The address of a message, as `chat.getPermalink` gives it; "" where the workspace's own is not known."""
    if not (url and where.conversation and where.message):
        return ""
    address = f"{url.rstrip('/')}/archives/{where.conversation}/p{where.message.replace('.', '')}"
    if where.thread and where.thread != where.message:
        address += f"?thread_ts={where.thread}&cid={where.conversation}"
    return address


def _map(body: Body, name: str) -> Body:
    found = body.get(name)
    return found if isinstance(found, Mapping) else {}


def _list(value: object) -> list[Body]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
