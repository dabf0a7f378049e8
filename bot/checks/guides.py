"""Bundled guides: what every guide has to satisfy, and what we ask of our own beyond that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.checks.problem import Problem
from bot.core.guides.details import GuideOptions, read_details
from bot.core.guides.models import Block, BlockKind, ExtractedDocument
from bot.core.guides.ports import DocumentReader
from bot.core.guides.refusals import reasons_of
from bot.core.messages import Message
from bot.errors import DocumentRefused

REQUIRED = ("id", "title", "edition", "kind", "audience", "sources", "language")
"""Front matter that a bundled guide has to have; a person's own guide may leave out everything."""

_EARLY = date(1900, 1, 1)


def check_guides(folder: Path, reader: DocumentReader) -> Iterator[Problem]:
    """All problems of the bundled guides."""
    files = sorted(path for path in folder.glob("**/*") if path.is_file()) if folder.is_dir() else []
    if not files:
        yield Problem(folder, None, Message("check-file-missing"))
    first: dict[str, str] = {}
    for file in files:
        if file.suffix != ".md":
            yield Problem(file, None, Message("check-not-a-guide"))
            continue
        yield from _guide(file, reader, first)


def _guide(file: Path, reader: DocumentReader, first: dict[str, str]) -> Iterator[Problem]:
    content = file.read_bytes()
    try:
        document = reader.read(file_name=file.name, content=content)
        read = read_details(
            document=document, file_name=file.name, content=content, options=GuideOptions(), today=_EARLY
        )
    except DocumentRefused as error:
        for reason in reasons_of(error):
            line = reason.arguments.get("line")
            yield Problem(file, line if isinstance(line, int) and line else None, reason)
        return
    for key in REQUIRED:
        if not document.details.get(key):
            yield Problem(file, 1, Message("check-front-matter", {"key": key}))
    guide_id = read.details.id
    if guide_id in first:
        yield Problem(file, 1, Message("check-id-twice", {"id": guide_id, "first": first[guide_id]}))
    elif guide_id != file.stem:
        yield Problem(file, 1, Message("check-id-name", {"id": guide_id, "name": file.name}))
    first.setdefault(guide_id, file.name)
    yield from _structure(file, document)


def _structure(file: Path, document: ExtractedDocument) -> Iterator[Problem]:
    """A guide answers by its sections: there are some, and each says something."""
    blocks = document.blocks
    if not any(block.kind is BlockKind.HEADING and block.level >= 2 for block in blocks):
        yield Problem(file, None, Message("check-no-sections"))
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if block.kind is BlockKind.HEADING and (following is None or _closes(block.level, following)):
            yield Problem(file, _line_of(file, block.text), Message("check-empty-section", {"heading": block.text}))


def _closes(level: int, following: Block) -> bool:
    return following.kind is BlockKind.HEADING and following.level <= level


def _line_of(file: Path, heading: str) -> int | None:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.strip("# ").startswith(heading)), None)
