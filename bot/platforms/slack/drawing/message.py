"""A reply as a Slack message, a sheet (modal), the home page, or text that streams.

Drawing never fails on words, however many: it keeps to the limits and says what it cut. It refuses, by ValueError, only
what no surface can carry: a reference, a field's name or `private` that is too long.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.messages import Headed, Locale, Message, Part, Quoted, Reply, Sentences
from bot.platforms.slack.drawing import limits, sheet
from bot.platforms.slack.drawing.ends import cited, drawn_offers, drawn_sources
from bot.platforms.slack.drawing.page import drawn_within
from bot.platforms.slack.drawing.parts import drawn_body, told
from bot.platforms.slack.drawing.pen import Json, Pen
from bot.platforms.slack.drawing.rich_text import divider, in_pieces
from bot.platforms.slack.drawing.untrusted import inert, markdown


@dataclass(frozen=True, slots=True)
class Drawn:
    """One message: `text` for notices and screen readers, `blocks` for people's eyes.

    `cut` names what did not fit ("parts: 60 blocks > 41"), for the log; the message itself says it too.
    """

    text: str
    blocks: list[Json]
    cut: tuple[str, ...] = ()


class SlackDrawing:
    """Draws replies in one language, but for those that have their own. May be used by several threads."""

    def __init__(self, sentences: Sentences, locale: Locale) -> None:
        self._sentences, self._locale = sentences, locale

    def _pen(self, locale: Locale | None = None) -> Pen:
        return Pen(self._sentences, locale or self._locale)

    def message(self, reply: Reply) -> Drawn:
        """The whole reply as one message: its state, what is said, the sources, what can be done next."""
        pen = self._pen(reply.locale)
        head = [block for line in self._opening(reply, pen) for block in in_pieces(line, is_bold=True)]
        body, items = drawn_body(reply.parts, pen)
        tail = [*drawn_sources(reply, pen), *drawn_offers(reply, pen)]
        blocks = drawn_within(limits.MESSAGE, head, body, tail, pen, items=items)
        return Drawn(self._fallback(reply, pen), blocks, tuple(pen.cut))

    def sheet(self, reply: Reply, *, private: Mapping[str, str] | None = None) -> Json:
        """The reply as a modal; a form where it has fields and a `submit`.

        `callback_id` is the submit's action. `private` comes back with what is sent (`reading.private_of`), beside the
        reference.
        """
        return sheet.drawn_sheet(reply, self._pen(reply.locale), private or {})

    def opening_sheet(self) -> Json:
        """What is shown in the moment until a sheet can be filled; needs no database."""
        return sheet.opening_sheet(self._pen())

    def home(self, reply: Reply) -> Json:
        """The reply as somebody's home page."""
        pen = self._pen(reply.locale)
        title = reply.title
        head = [{"type": "header", "text": pen.plain(title, limits.HEADER, "title")}] if title else []
        body, items = drawn_body(reply.parts, pen, has_large_headings=True)
        if body[:1] == [divider()]:
            body, items = body[1:], [range(item.start - 1, item.stop - 1) for item in items]
        tail = [*drawn_sources(reply, pen), *drawn_offers(reply, pen)]
        return {"type": "home", "blocks": drawn_within(limits.VIEW, head, body, tail, pen, items=items)}

    def stream(self, part: Part) -> str:
        """One part as it comes: standard Markdown, ending with an empty line; nothing in it can act."""
        lines = [line for line in "\n".join(told([part], self._pen())).split("\n") if line.strip()]
        if isinstance(part, Quoted):
            return "".join(f"> {markdown(line)}\n" for line in lines) + "\n"
        if isinstance(part, Headed):
            return "".join(f"**{markdown(line.strip())}**\n" for line in lines) + "\n"
        return "".join(f"{markdown(line)}\n" for line in lines) + "\n"

    def stream_note(self, message: Message) -> str:
        """A sentence of ours in a stream."""
        return markdown(self._pen().words(message)) + "\n\n"

    def say(self, message: Message) -> str:
        """A sentence of ours in words that cannot act: a status, a `text` without blocks, an apology."""
        return limits.clip_bytes(inert(self._pen().words(message)), limits.FALLBACK_BYTES)

    def _opening(self, reply: Reply, pen: Pen) -> list[str]:
        title = [pen.words(reply.title)] if reply.title else []
        return ([pen.words(Message(f"state-{reply.state}"))] if reply.state else []) + title

    def _fallback(self, reply: Reply, pen: Pen) -> str:
        sources = [f"[{source.number}] {cited(source, pen)}" for source in reply.sources]
        lines = [*self._opening(reply, pen), *told(reply.parts, pen), *sources]
        text = "\n".join(line for line in lines if line.strip()) or pen.words(Message("slack-nothing"))
        return limits.clip_bytes(inert(text), limits.FALLBACK_BYTES)
