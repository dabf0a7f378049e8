"""Plain text: decoded, front matter taken off, then laid out as sentences."""

from __future__ import annotations

from bot.adapters.document_readers import findings, front_matter
from bot.adapters.document_readers.encodings import SMALL_MARGIN, Decoded, decode
from bot.core.guides.characters import clean
from bot.core.guides.layout import blocks_of_text
from bot.core.guides.models import ExtractedDocument
from bot.core.messages import Message


def read(content: bytes, *, encoding: str | None) -> ExtractedDocument:
    """Raises DocumentRefused for an unclear encoding, garbled text or broken front matter."""
    decoded = decode(content, encoding=encoding)
    findings.refuse_garbled(decoded.text)
    details, body = front_matter.split(clean(decoded.text))
    layout = blocks_of_text(body)
    if layout.dated and "modified" not in details:
        details["modified"] = layout.dated
    warnings = encoding_warnings(decoded)
    if layout.uncertain:
        warnings += (Message("read-order-uncertain"),)
    pages = body.count("\f") + 1 if "\f" in body else None
    return ExtractedDocument(blocks=layout.blocks, pages=pages, details=details, warnings=warnings)


def encoding_warnings(decoded: Decoded) -> tuple[Message, ...]:
    """A sentence for the person where the encoding was a close guess."""
    if decoded.margin is not None and decoded.margin < SMALL_MARGIN:
        return (Message("read-encoding-guessed", {"encoding": decoded.encoding}),)
    return ()
