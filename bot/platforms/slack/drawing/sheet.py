"""A reply beside the conversation, for one person alone: a modal, with a form where there are fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby

from bot.core.messages import Field, Message, Reply
from bot.platforms.slack.drawing import limits
from bot.platforms.slack.drawing.ends import drawn_offers, drawn_sources
from bot.platforms.slack.drawing.fields import drawn_fields
from bot.platforms.slack.drawing.page import drawn_within
from bot.platforms.slack.drawing.parts import drawn_body
from bot.platforms.slack.drawing.pen import Json, Pen
from bot.platforms.slack.drawing.rich_text import context, in_pieces


def drawn_sheet(reply: Reply, pen: Pen, private: Mapping[str, str]) -> Json:
    """The modal. Raises ValueError where `private`, a reference or a field's name cannot be carried."""
    submit = reply.submit
    title = pen.words(reply.title or Message("slack-sheet-title"))
    head = [] if limits.length(title) <= limits.VIEW_TITLE else list(in_pieces(title, is_bold=True))
    head += list(in_pieces(pen.words(Message(f"state-{reply.state}")), is_bold=True)) if reply.state else []
    tail = [*drawn_sources(reply, pen), *drawn_offers(reply, pen)]
    if submit is not None and submit.confirm is not None:
        tail.append(context(pen.plain(submit.confirm, limits.PLAIN_TEXT, "confirm", keeps_lines=True)))
    body, items = _parts(reply, pen)
    view: Json = {
        "type": "modal",
        "title": pen.plain(title, limits.VIEW_TITLE, "title"),
        "close": pen.plain(
            Message("slack-sheet-close") if submit is None else Message("slack-sheet-cancel"),
            limits.VIEW_TITLE,
            "close",
        ),
        "blocks": drawn_within(limits.VIEW, head, body, tail, pen, items=items),
    }
    if submit is not None:
        view["submit"] = pen.plain(pen.label(submit), limits.VIEW_TITLE, "submit")
        view["callback_id"] = submit.action
        private = {**private, "reference": submit.reference}
    if private:
        view["private_metadata"] = _carried(private)
    return view


def opening_sheet(pen: Pen) -> Json:
    """A modal that says it is being filled."""
    return {
        "type": "modal",
        "title": pen.plain(Message("slack-sheet-title"), limits.VIEW_TITLE, "title"),
        "close": pen.plain(Message("slack-sheet-close"), limits.VIEW_TITLE, "close"),
        "blocks": [context(pen.plain(Message("slack-sheet-opening"), limits.PLAIN_TEXT, "text"))],
    }


def _carried(private: Mapping[str, str]) -> str:
    carried = json.dumps(private, ensure_ascii=False, separators=(",", ":"))
    if limits.length(carried) > limits.PRIVATE_METADATA:
        raise ValueError(f"a sheet carries {limits.length(carried)} characters, more than {limits.PRIVATE_METADATA}")
    return carried


def _parts(reply: Reply, pen: Pen) -> tuple[list[Json], list[range]]:
    """Fields to be filled in where the sheet can be sent; the others as they are, in order. As `drawn_body`."""
    names = [part.name for part in reply.parts if isinstance(part, Field)]
    if len(set(names)) < len(names):
        raise ValueError("two fields of a form have the same name")
    if reply.submit is None:
        return drawn_body(reply.parts, pen)
    blocks: list[Json] = []
    items: list[range] = []
    for is_field, run in groupby(reply.parts, key=lambda part: isinstance(part, Field)):
        if is_field:
            blocks += [one for part in run if isinstance(part, Field) for one in drawn_fields(part, pen)]
            continue
        more, within = drawn_body(run, pen)
        items += [range(len(blocks) + item.start, len(blocks) + item.stop) for item in within]
        blocks += more
    return blocks, items
