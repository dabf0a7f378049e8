"""A reply as a Slack message, a sheet (modal), the home page, or text that streams. Drawing never fails on words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.messages import Locale, Message, Part, Reply, Sentences

Block = dict[str, Any]
View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One message: `text` for notices and screen readers, `blocks` for people's eyes.

    `cut` names what did not fit ("parts: 12", "offers: 3"), for the log; the message itself says it too.
    """

    text: str
    blocks: list[Block]
    cut: tuple[str, ...] = ()


class SlackDrawing:
    """Draws replies in one language."""

    def __init__(self, sentences: Sentences, locale: Locale) -> None:
        self._sentences, self._locale = sentences, locale

    def message(self, reply: Reply) -> Drawn:
        """The whole reply as one message."""
        raise NotImplementedError

    def sheet(self, reply: Reply, *, private: Mapping[str, str] | None = None) -> View:
        """The reply as a modal; a form where it has fields and a `submit`.

        `callback_id` is the submit's action. `private` comes back with what is sent, beside the reference
        (`reading.submitted_of`).
        """
        raise NotImplementedError

    def opening_sheet(self) -> View:
        """What is shown in the moment until a sheet can be filled; needs no database."""
        raise NotImplementedError

    def home(self, reply: Reply) -> View:
        """The reply as somebody's home page."""
        raise NotImplementedError

    def stream(self, part: Part) -> str:
        """One part as it comes: standard Markdown, ending with an empty line; nothing in it can act."""
        raise NotImplementedError

    def stream_note(self, message: Message) -> str:
        """A sentence of ours in a stream."""
        raise NotImplementedError

    def say(self, message: Message) -> str:
        """A sentence of ours as plain words that cannot act: a status, a `text` without blocks, an apology."""
        raise NotImplementedError
