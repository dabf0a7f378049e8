"""Keeping a whole surface within what it holds, and saying so where something had to be left out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.messages import Message
from bot.platforms.slack.drawing import limits
from bot.platforms.slack.drawing.pen import Json, Pen
from bot.platforms.slack.drawing.rich_text import context


def drawn_within(
    room: limits.Room, head: Sequence[Json], body: Sequence[Json], tail: Sequence[Json], pen: Pen
) -> list[Json]:
    """Head, body and tail. Where they are too much the body is cut first, then the tail down to half of the room."""
    whole = [*head, *body, *tail]
    if not whole:
        return [context(pen.plain(Message("slack-nothing"), limits.PLAIN_TEXT, "text"))]
    if room.holds(whole):
        return whole
    note = context(pen.plain(Message("slack-cut"), limits.PLAIN_TEXT, "text"))
    head = limits.fitting(head, room.half().half())
    rest = room.less([note, *head])
    kept_tail = list(tail) if rest.half().holds(tail) else limits.fitting(tail, rest.half())
    kept_body = limits.fitting(body, rest.less(kept_tail))
    pen.cut += [
        f"{name}: {len(blocks)} blocks > {len(kept)}"
        for name, blocks, kept in (("parts", body, kept_body), ("offers", tail, kept_tail))
        if len(kept) < len(blocks)
    ]
    return [*head, *kept_body, note, *kept_tail]
