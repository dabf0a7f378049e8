"""What stands below what is said: the sources, and what can be done next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.actions import ASK, SHOW_ADVICE, SHOW_PASSAGE
from bot.core.messages import Claimed, Message, Offer, Reply, Source
from bot.platforms.slack.drawing import limits
from bot.platforms.slack.drawing.pen import Json, Pen
from bot.platforms.slack.drawing.rich_text import actions, context, quote, rich_text, section
from bot.platforms.slack.drawing.untrusted import literal, one_line

_LONGEST_SOURCE = 400
_MOST_PASSAGE_BUTTONS = 5
_PASSAGES = frozenset({SHOW_PASSAGE, SHOW_ADVICE})


def drawn_sources(reply: Reply, pen: Pen) -> Iterator[Json]:
    """The sources as a small list. Under a model's claims each comes with the sentence it was checked against."""
    if not reply.sources:
        return
    title = pen.words(Message("sources-heading"))
    if any(isinstance(part, Claimed) for part in reply.parts):
        for place, source in enumerate(reply.sources):
            lines = [section((title, True))] if place == 0 else []
            quoted = pen.clipped(literal(source.quote), limits.PLAIN_TEXT, "quote")
            yield rich_text(*lines, section((_line(source, pen), False)), quote((quoted, False)))
    else:
        lines_said = "\n".join([title, *(_line(source, pen) for source in reply.sources)])
        yield context(pen.plain(lines_said, limits.PLAIN_TEXT, "sources", keeps_lines=True))
    buttons = [offer for offer in reply.offers if offer.action in _PASSAGES][:_MOST_PASSAGE_BUTTONS]
    yield from actions([pen.button(offer) for offer in buttons])


def _line(source: Source, pen: Pen) -> str:
    return f"[{source.number}] " + pen.clipped(cited(source, pen), _LONGEST_SOURCE, "source")


def cited(source: Source, pen: Pen) -> str:
    """One source on a line: title, edition, page, heading; or whose answer it is, of when, to what."""
    if source.answered_by:
        return " / ".join(one_line(words) for words in (pen.words(source.called), source.heading or source.title))
    edition = "source-edition" if source.edition_is_known else "source-edition-unknown"
    parts = [one_line(pen.words(source.called)), pen.words(Message(edition, {"date": source.edition}))]
    parts += [pen.words(Message("source-page", {"page": source.page}))] if source.page else []
    parts += [one_line(source.heading)] if source.heading else []
    return " / ".join(parts)


def drawn_offers(reply: Reply, pen: Pen) -> Iterator[Json]:
    """Questions to go on with, then everything else; the passages have their buttons at the sources."""
    asks = [offer for offer in reply.offers if _is_question(offer)]
    if asks and reply.sources:
        yield context(pen.plain(Message("follow-ups-heading"), limits.PLAIN_TEXT, "heading"))
    yield from actions([pen.button(offer) for offer in asks])
    yield from actions([pen.button(offer) for offer in _others(reply)])


def _others(reply: Reply) -> Sequence[Offer]:
    at_sources = _PASSAGES if reply.sources else frozenset()
    return [offer for offer in reply.offers if not _is_question(offer) and offer.action not in at_sources]


def _is_question(offer: Offer) -> bool:
    """A question in its own words; under a label of ours it is one of the things that can be done."""
    return offer.action == ASK and offer.label is None
