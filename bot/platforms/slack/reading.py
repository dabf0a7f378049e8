"""What Slack sends, read into the pieces of a request. Pure functions of the body; nothing here asks Slack anything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from bot.core.messages import Locale
from bot.platforms.slack.rich_words import rich_words

Body = Mapping[str, Any]

_ENTITY = re.compile(r"<([^<>]+)>")
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_FURTHER_MENU = re.compile(r"~\d+$")
"""What follows a field's name in the block_id of its second and further menus (drawing/fields.py)."""
_SAID = {"", "file_share", "me_message", "thread_broadcast"}
"""Subtypes of a message that are somebody's own words; all others are edits, notices and the like."""


class Press(NamedTuple):
    """A button that was pressed, or a form that was sent: the core's action, its reference, what the fields hold."""

    action: str
    reference: str
    values: Mapping[str, str]


class Where(NamedTuple):
    """Where something stands. `thread` is the root's timestamp ("" outside of one); `message` its own ("" for none)."""

    conversation: str
    message: str
    thread: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FileDropped:
    """A file of a message; `url` needs the bot's token. `size` in bytes."""

    id: str
    name: str
    size: int
    url: str


def pressed_of(body: Body) -> Press:
    """A `block_actions` body: the first element of it; `values` also hold what stands in the inputs around it.

    Raises ValueError for a body without one.
    """
    elements = _list(body, "actions")
    if not elements:
        raise ValueError("no action in the body")
    element = elements[0]
    name = str(element.get("action_id") or "")
    reference = element.get("value") or _map(element, "selected_option").get("value") or ""
    return Press(name.rpartition(".")[0] or name, str(reference), _values(_map(body, "state")))


def submitted_of(body: Body) -> Press:
    """A `view_submission` body."""
    view = _map(body, "view")
    reference = _metadata(view).get("reference", "")
    return Press(str(view.get("callback_id") or ""), reference, _values(_map(view, "state")))


def private_of(body: Body) -> Mapping[str, str]:
    """What `SlackDrawing.sheet(private=…)` was given, from any body that carries the view; {} for none."""
    return {name: value for name, value in _metadata(_map(body, "view")).items() if name != "reference"}


def where_of(body: Body) -> Where:
    """Where a button stands that was pressed; all is "" on the home page and in a sheet."""
    container, message = _map(body, "container"), _map(body, "message")
    conversation = container.get("channel_id") or _map(body, "channel").get("id")
    timestamp = container.get("message_ts") or message.get("ts")
    thread = container.get("thread_ts") or message.get("thread_ts")
    return Where(str(conversation or ""), str(timestamp or ""), str(thread or ""))


def where_said(event: Body) -> Where:
    """Where a message event stands."""
    return Where(*(str(event.get(name) or "") for name in ("channel", "ts", "thread_ts")))


def text_of(event: Body, *, bot: str, names: Mapping[str, str] | None = None) -> str:
    """The words of a message without Slack's marks; the mention of the bot (user id `bot`) is left out.

    `names`: user id to name, for mentions of others; where neither it nor Slack gives a name, the mention is left out.
    What was typed in the composer comes as rich text too: there bold words carry no marks and emoji are characters.
    """
    known = names or {}
    blocks = _list(event, "blocks")
    if len(blocks) == 1 and blocks[0].get("type") == "rich_text":
        text = rich_words(blocks[0], bot=bot, names=known)
    else:
        text = _ENTITY.sub(lambda found: _entity(found.group(1), bot, known), str(event.get("text") or ""))
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return "\n".join(line.strip(" ") for line in text.strip().split("\n"))


def mentions_of(event: Body) -> tuple[str, ...]:
    """The user ids that a message mentions, in order, each once."""
    return tuple(dict.fromkeys(_MENTION.findall(str(event.get("text") or ""))))


def is_said_by_person(event: Body, *, bot: str) -> bool:
    """True for a new message that a person wrote: no bot, no edit, no notice of joining or leaving."""
    if event.get("type") not in ("message", "app_mention") or str(event.get("subtype") or "") not in _SAID:
        return False
    return not event.get("bot_id") and not event.get("hidden") and event.get("user") not in (None, "", bot)


def files_of(event: Body) -> tuple[FileDropped, ...]:
    """The files of a message that can be fetched; one that Slack only names (deleted, elsewhere) is left out."""
    return tuple(_files(event))


def locale_of(user: Body) -> Locale:
    """The language of a `users.info` user (asked with `include_locale`): Japanese for ja-*, else English.

    Without a locale (it was not asked for, or not given): Japanese.
    """
    locale = str(user.get("locale") or "ja")
    return "ja" if locale.lower().startswith("ja") else "en"


def _files(event: Body) -> Iterator[FileDropped]:
    for file in _list(event, "files"):
        url = file.get("url_private_download") or file.get("url_private")
        if url and file.get("id"):
            size = file.get("size")
            name = str(file.get("name") or file.get("title") or file["id"])
            yield FileDropped(id=str(file["id"]), name=name, size=size if isinstance(size, int) else 0, url=str(url))


def _entity(inside: str, bot: str, names: Mapping[str, str]) -> str:
    """Words for what stands between < and >: https://docs.slack.dev/messaging/formatting-message-text."""
    head, _, label = inside.partition("|")
    if head.startswith("@"):
        name = "" if head[1:] == bot else names.get(head[1:]) or label
        return f"@{name.removeprefix('@')}" if name else ""
    if head.startswith("#"):
        return f"#{label}" if label else ""
    if head.startswith("!"):
        return label or (f"@{head[1:]}" if head in ("!here", "!channel", "!everyone") else "")
    return label or head.removeprefix("mailto:").removeprefix("tel:")


def _values(state: Body) -> dict[str, str]:
    """What the inputs hold, by block_id; "" for an empty one, and several choices joined by commas. The second and
    further menus of one field ("firms~1") are part of it."""
    held: dict[str, str] = {}
    for name, elements in _map(state, "values").items():
        field = _FURTHER_MENU.sub("", str(name))
        for element in elements.values() if isinstance(elements, Mapping) else ():
            if isinstance(element, Mapping):
                more = _value(element)
                held[field] = ",".join(one for one in (held[field], more) if one) if field in held else more
    return held


def _value(element: Body) -> str:
    for name in ("value", "selected_date", "selected_time", "selected_user", "selected_conversation"):
        if element.get(name):
            return str(element[name])
    chosen = [str(option.get("value") or "") for option in _list(element, "selected_options")]
    return ",".join(chosen) or str(_map(element, "selected_option").get("value") or "")


def _metadata(view: Body) -> dict[str, str]:
    """The view's private_metadata; {} where it is none of ours."""
    try:
        carried = json.loads(view.get("private_metadata") or "{}")
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in carried.items()} if isinstance(carried, dict) else {}


def _map(body: Body, name: str) -> Body:
    """A part of the body; an empty one where Slack sends null or nothing."""
    found = body.get(name)
    return found if isinstance(found, Mapping) else {}


def _list(body: Body, name: str) -> list[Body]:
    found = body.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
