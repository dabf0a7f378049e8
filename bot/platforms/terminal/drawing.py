"""A reply drawn as plain text for a terminal: the state first, then what is said, sources, what can be done next."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from bot.core.actions import ASK, HAND_OVER
from bot.core.answering.models import SourcePassage
from bot.core.messages import (
    Claimed,
    Fact,
    Field,
    Headed,
    Item,
    Locale,
    Message,
    Part,
    Passage,
    Quoted,
    Reply,
    Said,
    Sentences,
    Source,
)

_CONTROLS = {"Cc", "Cf", "Co", "Cs"}
MARKS = ("《", "》")
"""What a quote stands between where a passage is shown."""


def plain(text: str) -> str:
    """Text of a guide, a model or a person without anything a terminal would act on; a tab becomes a blank."""
    return "".join(
        character
        for character in text.replace("\t", " ")
        if character == "\n" or unicodedata.category(character) not in _CONTROLS
    )


class Drawing:
    """Draws replies in one language."""

    def __init__(self, sentences: Sentences, locale: Locale) -> None:
        self._sentences, self._locale = sentences, locale

    def say(self, key: str, **arguments: str | int) -> str:
        """One sentence of ours."""
        return self.said(Message(key, arguments))

    def said(self, message: Message) -> str:
        """A sentence of ours may carry a guide's title or contact."""
        return plain(self._sentences.say(message, locale=self._locale))

    def text(self, reply: Reply) -> str:
        """What the reply says, without sources and offers: the `text` of `--json`."""
        return "\n".join(self._part(part) for part in reply.parts)

    def reply(self, reply: Reply, *, with_commands: bool = False, came_before: bool = False) -> str:
        """The whole reply. `with_commands` says what to type next in a conversation.

        `came_before` leaves out the claims, and the warnings before them, that were shown while they came.
        """
        claims = [place for place, part in enumerate(reply.parts) if isinstance(part, Claimed)]
        parts = reply.parts[claims[-1] + 1 :] if came_before and claims else reply.parts
        blocks = [f"■ {self.say(f'state-{reply.state}')}", "\n".join(self._part(part) for part in parts)]
        blocks += ["\n".join(self._sources(reply.sources, shows_quotes=bool(claims)))] if reply.sources else []
        blocks += ["\n".join(self._offers(reply, with_commands))]
        return "\n\n".join(block for block in blocks if block)

    def part(self, part: Part) -> str:
        """One part as it comes."""
        return self._part(part)

    def _part(self, part: Part) -> str:
        if isinstance(part, Said | Headed):
            return self.said(part.message)
        if isinstance(part, Fact):
            return f"{self.said(part.label)}: {self._worded(part.value)}"
        if isinstance(part, Passage):
            return "\n".join(plain(line) for line in (part.heading, part.text) if line)
        if isinstance(part, Item):
            return "\n".join(self._worded(line) for line in (part.title, *part.details, *part.words))
        if isinstance(part, Field):
            return f"{self.said(part.label)}: {plain(part.initial)}"
        mark = f" [{part.citation}]" if part.citation else ""
        if isinstance(part, Quoted):
            lines = plain(part.text).split("\n")
            return "\n".join(f"  {line}" for line in lines) + mark
        return f"- {plain(part.text)}{mark}"

    def _worded(self, value: Message | str) -> str:
        return plain(value) if isinstance(value, str) else self.said(value)

    def _sources(self, sources: Sequence[Source], shows_quotes: bool) -> Iterator[str]:
        """With a model's claims, the sentence each was checked against stands under its source."""
        yield self.say("sources-heading")
        for source in sources:
            yield f"[{source.number}] {self.source(source)}"
            if shows_quotes:
                yield from (f"    > {line}" for line in plain(source.quote).split("\n"))

    def source(self, source: Source) -> str:
        """One source on a line: title, edition, page, heading; or whose answer it is, of when, to what."""
        if source.answered_by:
            return f"{self._worded(source.called)} / {plain(source.heading or source.title)}"
        edition = "source-edition" if source.edition_is_known else "source-edition-unknown"
        parts = [self._worded(source.called), self.say(edition, date=source.edition)]
        parts += [self.say("source-page", page=source.page)] if source.page else []
        parts += [plain(source.heading)] if source.heading else []
        return " / ".join(parts)

    def _offers(self, reply: Reply, with_commands: bool) -> Iterator[str]:
        offers = reply.offers
        asks = [offer for offer in offers if offer.action == ASK]
        if asks:
            if reply.sources:
                yield self.say("follow-ups-heading")
            for number, offer in enumerate(asks, start=1):
                yield f"  {number}. {plain(offer.text)}"
        if with_commands:
            if any(offer.action == HAND_OVER for offer in offers):
                yield self.say("chat-how-to-hand-over")
            if any(offer.action not in (ASK, HAND_OVER) for offer in offers):
                yield self.say("chat-how-to-open")
        elif any(offer.action == HAND_OVER for offer in offers):
            yield self.say("ask-how-to-hand-over")

    def passage(self, source: Source, around: Sequence[SourcePassage]) -> str:
        """A passage between its neighbours, the quote marked."""
        opening, closing = MARKS
        blocks = [self.source(source)]
        for passage in around:
            text = passage.text
            if passage.id == source.passage_id:
                text = text.replace(source.quote, f"{opening}{source.quote}{closing}", 1)
            heading = plain(passage.heading)
            body = "\n".join(f"  {line}" for line in plain(text).split("\n"))
            blocks.append(f"[{heading}]\n{body}" if heading else body)
        return "\n\n".join(blocks)
