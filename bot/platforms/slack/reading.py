"""What Slack sends, read into the pieces of a request. Pure functions of the body; nothing here asks Slack anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from bot.core.messages import Locale

Body = Mapping[str, Any]


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
    """A `block_actions` body: the first button of it; `values` also hold what stands in the inputs around it."""
    raise NotImplementedError


def submitted_of(body: Body) -> Press:
    """A `view_submission` body."""
    raise NotImplementedError


def private_of(body: Body) -> Mapping[str, str]:
    """What `SlackDrawing.sheet(private=…)` was given, from any body that carries the view; {} for none."""
    raise NotImplementedError


def where_of(body: Body) -> Where:
    """Where a button stands that was pressed; the conversation is "" on the home page and in a sheet."""
    raise NotImplementedError


def where_said(event: Body) -> Where:
    """Where a message event stands."""
    raise NotImplementedError


def text_of(event: Body, *, bot: str, names: Mapping[str, str] | None = None) -> str:
    """The words of a message without Slack's marks; the mention of the bot (user id `bot`) is left out.

    `names`: user id to name, for mentions of others; one that is not known is left out.
    """
    raise NotImplementedError


def mentions_of(event: Body) -> tuple[str, ...]:
    """The user ids that a message mentions, in order, each once."""
    raise NotImplementedError


def is_said_by_person(event: Body, *, bot: str) -> bool:
    """True for a new message that a person wrote: no bot, no edit, no notice of joining or leaving."""
    raise NotImplementedError


def files_of(event: Body) -> tuple[FileDropped, ...]:
    """The files of a message."""
    raise NotImplementedError


def locale_of(user: Body) -> Locale:
    """The language of a `users.info` user (asked with `include_locale`): Japanese for ja-*, else English."""
    raise NotImplementedError
