"""The parts of a reply as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.core.messages import Claimed, Fact, Field, Headed, Item, Message, Part, Passage, Quoted, Said
from bot.platforms.slack.drawing import limits
from bot.platforms.slack.drawing.pen import Json, Pen
from bot.platforms.slack.drawing.rich_text import actions, bullets, context, in_pieces, rich_text, section
from bot.platforms.slack.drawing.untrusted import literal

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
    """A heading of ours: a header on a page, a bold line in a message."""
    if is_large:
        yield {"type": "header", "text": pen.plain(message, limits.HEADER, "heading")}
    else:
        yield from in_pieces(pen.words(message), is_bold=True)


def _facts(facts: Sequence[Fact], pen: Pen) -> Iterator[Json]:
    lines = []
    for fact in facts:
        label, value = pen.words(fact.label), pen.words(fact.value)
        if limits.length(label) + limits.length(value) <= limits.PLAIN_TEXT:
            lines.append(section((label, True), (_BESIDE + value, False)))
            continue
        yield from _paragraphs(lines)
        lines = []
        yield from in_pieces(label, is_bold=True)
        yield from in_pieces(value)
    yield from _paragraphs(lines)


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
    """A passage under its heading. The quote is bold; one that has to be cut is shown in pieces, without."""
    yield from in_pieces(literal(part.heading), is_bold=True)
    text, quoted = literal(part.text), literal(part.quote)
    before, found, after = text.partition(quoted) if quoted else (text, "", "")
    if not found or limits.length(text) > limits.PLAIN_TEXT:
        yield from in_pieces(text)
    else:
        yield rich_text(section((before, False), (found, True), (after, False)))


def _item(part: Item, pen: Pen) -> Iterator[Json]:
    yield from in_pieces(pen.words(part.title), is_bold=True)
    details = [one for one in (pen.words(detail) for detail in part.details) if one.strip()]
    if details:
        yield context(pen.plain("\n".join(details), limits.PLAIN_TEXT, "details", keeps_lines=True))
    yield from actions([pen.button(offer) for offer in part.offers])


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
            yield from (pen.words(line) for line in (part.title, *part.details))
        elif isinstance(part, Field):
            yield pen.words(part.label)
        else:
            yield literal(part.text) + mark(part.citation)
