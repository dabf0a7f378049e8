"""A reader of a tiny format, so that tests of the service say in one string what a file holds."""

from __future__ import annotations

from bot.core.guides.models import Block, BlockKind, ExtractedDocument
from bot.errors import DocumentRefused


class FakeDocumentReader:
    """`key: value` lines up to an empty line, then `# heading` lines and paragraphs. "DAMAGED" is refused.

    `read_files` remembers which files were read.
    """

    def __init__(self) -> None:
        self.read_files: list[str] = []
        self.suffix = ""

    def read(self, *, file_name: str, content: bytes) -> ExtractedDocument:
        self.read_files.append(file_name)
        text = content.decode("utf-8")
        if "DAMAGED" in text:
            raise DocumentRefused("refused-damaged", name=file_name)
        head, _, body = text.partition("\n\n")
        details: dict[str, str | list[str]] = {}
        for line in head.splitlines():
            key, _, value = line.partition(": ")
            details[key] = value
        blocks = [_block(line, self.suffix) for line in body.splitlines() if line]
        return ExtractedDocument(blocks=tuple(blocks), pages=1, details=details)


def _block(line: str, suffix: str) -> Block:
    if line.startswith("# "):
        return Block(kind=BlockKind.HEADING, text=line[2:], level=1, page=1)
    return Block(kind=BlockKind.PARAGRAPH, text=line + suffix, page=1)
