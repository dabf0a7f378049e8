"""Files on their way out: made when they are sent, within limits, under names that any machine takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.messages import Message, OutgoingFile, Part, Said, Say
from bot.errors import PersonError

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PDF = "application/pdf"
PNG = "image/png"
CSV = "text/csv"
MARKDOWN = "text/markdown"
ICS = "text/calendar"
JSON = "application/json"
ENDINGS: Mapping[str, str] = {
    XLSX: ".xlsx",
    PPTX: ".pptx",
    PDF: ".pdf",
    PNG: ".png",
    CSV: ".csv",
    MARKDOWN: ".md",
    ICS: ".ics",
    JSON: ".json",
}
"""What we send, and the ending of its name: people's machines open a file by it."""

LARGEST = 20_000_000
"""Bytes. Slack takes more; this is what a telephone on the way still opens."""
LONGEST_NAME = 100
"""Characters, ending included: 255 bytes is the most that file systems take."""
LONGEST_ALT_TEXT = 1_000
"""Characters; Slack's limit."""
_FORBIDDEN = frozenset('/\\:*?"<>|')


class FileNotSent(PersonError):
    """A file cannot be sent; the sentence says why and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeFile:
    """A file as it is sent. `alt_text` is "" for what is no picture."""

    name: str
    title: str
    media_type: str
    content: bytes = field(repr=False)
    alt_text: str = ""


def made(file: OutgoingFile, say: Say) -> MadeFile:
    """Make it in the reader's language. Raises FileNotSent where it is too large, and what `file.make` raises."""
    title, content = " ".join(say(file.title).split()), file.make(say)
    if len(content) > LARGEST:
        raise FileNotSent("file-too-large", file=title, limit_mb=LARGEST // 1_000_000)
    if not content:
        raise ValueError(f"a file of the type {file.media_type} is empty")
    return MadeFile(
        name=named(say(file.name), file.media_type),
        title=title,
        media_type=file.media_type,
        content=content,
        alt_text=" ".join(say(file.alt_text).split())[:LONGEST_ALT_TEXT] if file.alt_text else "",
    )


def named(words: str, media_type: str) -> str:
    """A file's name out of words: nothing in it that a file system refuses or reads as a path."""
    ending = ENDINGS[media_type]
    kept = "".join(
        " " if character in _FORBIDDEN else character
        for character in unicodedata.normalize("NFC", words)
        if unicodedata.category(character)[0] != "C"
    )
    name = " ".join(kept.split()).strip(". ")[: LONGEST_NAME - len(ending)].encode()[: 250 - len(ending)]
    return (name.decode(errors="ignore").strip(". ") or "file") + ending


def instead(file: OutgoingFile, why: Message) -> tuple[Part, ...]:
    """What is said where it could not be sent: why, and what is in it."""
    return (Said(why), *((Said(Message("file-in-words")), *file.in_words) if file.in_words else ()))
