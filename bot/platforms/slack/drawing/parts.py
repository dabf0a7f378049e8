"""The parts of a reply as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.core.messages import Claimed, Fact, Field, Headed, Item, Message, Part, Passage, Quoted, Said
from bot.platforms.slack.drawing import limits
from bot.platforms.slack.drawing.pen import Json, Pen
from bot.platforms.slack.drawing.rich_text import (
    actions,
    bullets,
    context,
    divider,
    in_pieces,
    quote,
    rich_text,
    section,
)
from bot.platforms.slack.drawing.untrusted import literal

_LONGEST_LINE = 76
"""Columns that read well on one line, or two of a phone's: 38 Japanese letters."""
_LONGEST_BESIDE_BUTTON = 300
_BESIDE = "\u2003"
"""EM SPACE between the label of a fact and its value."""


def drawn_parts(parts: Iterable[Part], pen: Pen, *, has_large_headings: bool = False) -> Iterator[Json]:
    """The blocks of all parts. Facts in a row stand line under line, and claims as a list."""
    for kind, run in groupby(parts, key=type):
        group = list(run)
        if kind is Fact:
            yield from _facts([part for part in group if isinstance(part, Fact)], pen)
        elif kind is Claimed and len(group) > 1:
            yield from _claims([part for part in group if isinstance(part, Claimed)])
        else:
            for part in group:
                yield from _part(part, pen, has_large_headings)


def drawn_body(parts: Iterable[Part], pen: Pen, *, has_large_headings: bool = False) -> tuple[list[Json], list[range]]:
    """The same as a list, and which of the blocks each Item takes: one is shown whole or not at all."""
    blocks: list[Json] = []
    items: list[range] = []
    for kind, run in groupby(parts, key=type):
        for group in ([part] for part in run) if kind is Item else (list(run),):
            start = len(blocks)
            blocks += drawn_parts(group, pen, has_large_headings=has_large_headings)
            items += [range(start, len(blocks))] if kind is Item else []
    return blocks, items


def _part(part: Part, pen: Pen, has_large_headings: bool) -> Iterator[Json]:
    if isinstance(part, Said):
        yield from in_pieces(pen.words(part.message))
    elif isinstance(part, Quoted):
        yield from in_pieces(literal(part.text), is_quote=True, after=mark(part.citation))
    elif isinstance(part, Claimed):
        yield from in_pieces(literal(part.text), after=mark(part.citation))
    elif isinstance(part, Headed):
        yield from heading(part.message, pen, is_large=has_large_headings)
    elif isinstance(part, Passage):
        yield from _passage(part)
    elif isinstance(part, Item):
        yield from _item(part, pen)
    elif isinstance(part, Fact):
        yield from _facts([part], pen)
    else:
        yield from field(part, pen)


def mark(citation: int) -> str:
    """The number of a source behind the words that stand in it."""
    return f" [{citation}]" if citation else ""


def heading(message: Message, pen: Pen, *, is_large: bool) -> Iterator[Json]:
    """A heading of ours: below a line across on a page, in bold in a message."""
    if is_large:
        yield divider()
        yield {"type": "header", "text": pen.plain(message, limits.HEADER, "heading")}
    else:
        yield from in_pieces(pen.words(message), is_bold=True)


def _facts(facts: Sequence[Fact], pen: Pen) -> Iterator[Json]:
    """Short ones line under line; where one is long, each value below its label."""
    told = [(pen.words(fact.label), pen.words(fact.value)) for fact in facts]
    if all(_is_short(label + value) for label, value in told):
        yield from _paragraphs([section((label, True), (_BESIDE + value, False)) for label, value in told])
        return
    for label, value in told:
        if limits.length(label) + limits.length(value) < limits.PLAIN_TEXT:
            yield rich_text(section((label, True), (f"\n{value}", False)))
        else:
            yield from in_pieces(label, is_bold=True)
            yield from in_pieces(value)


def _is_short(words: str) -> bool:
    return limits.width(words) <= _LONGEST_LINE and "\n" not in words


def _claims(claims: Sequence[Claimed]) -> Iterator[Json]:
    paragraphs = []
    for claim in claims:
        pieces = limits.split(literal(claim.text), limits.PLAIN_TEXT) or [""]
        pieces[-1] += mark(claim.citation)
        paragraphs += [[(piece, False)] for piece in pieces if piece]
    for start in range(0, len(paragraphs), 5):
        yield rich_text(bullets(paragraphs[start : start + 5]))


def _paragraphs(lines: Sequence[Json]) -> Iterator[Json]:
    """Lines close under one another; a block takes ten, so that a long table can be cut between blocks."""
    for start in range(0, len(lines), 10):
        yield rich_text(*lines[start : start + 10])


def _passage(part: Passage) -> Iterator[Json]:
    """A passage under its heading, the quote in it with a bar at its side. A long one takes several blocks."""
    heading, text, quoted = (literal(one).strip("\n") for one in (part.heading, part.text, part.quote))
    before, found, after = text.partition(quoted) if quoted else (text, "", "")
    around = [(section, before.strip("\n")), (quote, found), (section, after.strip("\n"))]
    kept = [(shape, piece) for shape, piece in around if piece.strip()]
    if limits.length(heading) + limits.length(text) > limits.PLAIN_TEXT:
        yield from in_pieces(heading, is_bold=True)
        for shape, piece in kept:
            yield from in_pieces(piece, is_quote=shape is quote)
        return
    elements = [section((heading, True))] if heading.strip() else []
    elements += [shape((piece, False)) for shape, piece in kept]
    if elements:
        yield rich_text(*elements)


def _item(part: Item, pen: Pen) -> Iterator[Json]:
    """A title, small grey details, what it says, buttons. A title alone with one button has it at its side."""
    title, details = pen.words(part.title).strip(), _details(part, pen)
    is_alone = not details and not part.words and len(part.offers) == 1
    if title and is_alone and limits.length(title) <= _LONGEST_BESIDE_BUTTON:
        text = pen.plain(title, limits.PLAIN_TEXT, "title", keeps_lines=True)
        yield {"type": "section", "text": text, "accessory": pen.button(part.offers[0])}
        return
    yield from in_pieces(title, is_bold=True)
    if details:
        yield context(pen.plain(details, limits.PLAIN_TEXT, "details", keeps_lines=True))
    yield from in_pieces("\n".join(pen.words(one) for one in part.words))
    yield from actions([pen.button(offer) for offer in part.offers])


def _details(part: Item, pen: Pen) -> str:
    """Short ones on one line, others each on its own."""
    details = [one for one in (pen.words(detail).strip() for detail in part.details) if one]
    return (" / " if _is_short("".join(details)) else "\n").join(details)


def field(part: Field, pen: Pen) -> Iterator[Json]:
    """A field where nothing can be filled in: its label and what it holds."""
    yield from in_pieces(pen.words(part.label), is_bold=True)
    yield from in_pieces(literal(part.initial))


def told(parts: Iterable[Part], pen: Pen) -> Iterator[str]:
    """The parts as plain lines, for notices and screen readers."""
    for part in parts:
        if isinstance(part, Said | Headed):
            yield pen.words(part.message)
        elif isinstance(part, Fact):
            yield f"{pen.words(part.label)} {pen.words(part.value)}"
        elif isinstance(part, Passage):
            yield from (literal(line) for line in (part.heading, part.text) if line)
        elif isinstance(part, Item):
            yield from (pen.words(line) for line in (part.title, *part.details, *part.words))
        elif isinstance(part, Field):
            yield pen.words(part.label)
        else:
            yield literal(part.text) + mark(part.citation)
