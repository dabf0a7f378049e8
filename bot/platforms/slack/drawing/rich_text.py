"""Rich text and the other blocks that hold words. No mrkdwn anywhere: Slack shows every word as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.platforms.slack.drawing import limits

Json = dict[str, Any]
Run = tuple[str, bool]
"""Words and whether they are bold. Bold is a style here, so it needs no blank around it, as *…* does."""


def runs(elements: Iterable[Run]) -> list[Json]:
    """The text elements of a line or paragraph; empty ones are left out, Slack refuses them."""
    return [_text(words, is_bold) for words, is_bold in elements if words]


def _text(words: str, is_bold: bool) -> Json:
    element: Json = {"type": "text", "text": words}
    return element | {"style": {"bold": True}} if is_bold else element


def section(*elements: Run) -> Json:
    """A paragraph."""
    return {"type": "rich_text_section", "elements": runs(elements)}


def quote(*elements: Run) -> Json:
    """A paragraph with a bar at its side."""
    return {"type": "rich_text_quote", "elements": runs(elements)}


def bullets(paragraphs: Sequence[Sequence[Run]]) -> Json:
    """A list."""
    return {
        "type": "rich_text_list",
        "style": "bullet",
        "elements": [section(*paragraph) for paragraph in paragraphs],
    }


def rich_text(*elements: Json) -> Json:
    """A block of paragraphs, lists and quotes."""
    return {"type": "rich_text", "elements": list(elements)}


def in_pieces(words: str, *, is_quote: bool = False, is_bold: bool = False, after: str = "") -> Iterator[Json]:
    """Words of any length as blocks, cut between sentences; `after` stands behind the last."""
    shape = quote if is_quote else section
    pieces = [piece.strip("\n") for piece in limits.split(words, limits.PLAIN_TEXT)]
    kept = [piece for piece in pieces if piece.strip()]
    for place, piece in enumerate(kept, start=1):
        yield rich_text(shape((piece + (after if place == len(kept) else ""), is_bold)))


def divider() -> Json:
    """A line across."""
    return {"type": "divider"}


def context(*texts: Json) -> Json:
    """Small grey words."""
    return {"type": "context", "elements": list(texts)}


def actions(buttons: Sequence[Json]) -> Iterator[Json]:
    """Buttons in rows of as many as a block takes."""
    for start in range(0, len(buttons), limits.BUTTONS_IN_A_ROW):
        yield {"type": "actions", "elements": list(buttons[start : start + limits.BUTTONS_IN_A_ROW])}
