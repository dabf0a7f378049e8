"""Keeping a whole surface within what it holds, and saying so where something had to be left out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.messages import Message
from bot.platforms.slack.drawing import limits
from bot.platforms.slack.drawing.pen import Json, Pen
from bot.platforms.slack.drawing.rich_text import context


def drawn_within(
    room: limits.Room,
    head: Sequence[Json],
    body: Sequence[Json],
    tail: Sequence[Json],
    pen: Pen,
    *,
    items: Sequence[range] = (),
) -> list[Json]:
    """Head, body and tail. Where they are too much the body is cut first, then the tail down to half of the room.

    `items` are those blocks of the body that belong together: none is shown in part, and the reader is told how many
    are left out.
    """
    whole = [*head, *body, *tail]
    if not whole:
        return [context(pen.plain(Message("slack-nothing"), limits.PLAIN_TEXT, "text"))]
    if room.holds(whole):
        return whole
    head = limits.fitting(head, room.half().half())
    rest = room.less([_note(len(items), pen), *head])
    kept_tail = list(tail) if rest.half().holds(tail) else limits.fitting(tail, rest.half())
    kept_body, left_out = _whole_items(body, limits.fitting(body, rest.less(kept_tail)), items)
    pen.cut += [
        f"{name}: {len(blocks)} blocks > {len(kept)}"
        for name, blocks, kept in (("parts", body, kept_body), ("offers", tail, kept_tail))
        if len(kept) < len(blocks)
    ]
    return [*head, *kept_body, _note(left_out, pen), *kept_tail]


def _note(left_out: int, pen: Pen) -> Json:
    said = Message("slack-cut-items", {"count": left_out}) if left_out else Message("slack-cut")
    return context(pen.plain(said, limits.PLAIN_TEXT, "text"))


def _whole_items(body: Sequence[Json], kept: list[Json], items: Sequence[range]) -> tuple[list[Json], int]:
    """What is kept, without the beginning of an Item whose end does not fit; and how many Items are left out.

    The first one stays as far as it goes: something of it is better than nothing at all.
    """
    count = len(kept) - 1 if kept and kept[-1] is not body[len(kept) - 1] else len(kept)
    left_out = [item for item in items if item.stop > count]
    if left_out and left_out[0] is not items[0]:
        kept = kept[: left_out[0].start]
    return kept, len(left_out)
