"""Rows of a file of somebody's, read by a child process with hard limits (document_readers/guard.py).

The guard looks at the file, starts the child and listens; the child reads with the one module it needs and answers in
blocks: a heading for each table, then a block for each row, its cells as JSON. What the child says is not believed:
cells are cleaned again here.

Child: python -m bot.adapters.guarded_rows {cards|calendar} ARGUMENT…
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.adapters.document_readers.limits import Limits, hold_this_process
from bot.adapters.document_readers.protocol import encode_document, encode_refusal
from bot.core.guides.characters import one_line
from bot.core.guides.models import Block, BlockKind, ExtractedDocument
from bot.errors import DocumentRefused

_MODULES = {"cards": "bot.adapters.card_rows", "calendar": "bot.adapters.calendar_rows"}
_LIMITS = Limits(file_bytes=10_000_000, wall_s=20.0, cpu_s=10)
_LONGEST_CELL = 1_000


@dataclass(frozen=True, slots=True)
class Rows:
    """One table: its name, and the cells of each row."""

    name: str
    rows: tuple[tuple[str, ...], ...]


class RowReader(Protocol):
    """A module that reads one kind of file, in the child."""

    def read(self, content: bytes, *, arguments: Sequence[str]) -> Iterable[Rows]:
        """Raises DocumentRefused, or anything at all when the file is damaged."""
        ...


def read_guarded(*, reader: str, arguments: Sequence[str], file_name: str, content: bytes, as_name: str) -> list[Rows]:
    """The tables of a file. `as_name` is the name by which the guard knows the kind. Raises DocumentRefused."""
    child = (sys.executable, "-P", "-m", "bot.adapters.guarded_rows", reader, *arguments)
    try:
        document = GuardedDocumentReader(limits=_LIMITS, child=child).read(file_name=as_name, content=content)
        return _tables(document)
    except DocumentRefused as error:
        raise DocumentRefused(error.key, **{**error.arguments, "file": file_name}) from error


def _tables(document: ExtractedDocument) -> list[Rows]:
    tables: list[Rows] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            tables.append(Rows(_cells(block.text)[0], ()))
        elif tables:
            last = tables.pop()
            tables.append(Rows(last.name, (*last.rows, _cells(block.text))))
    return tables


def _cells(text: str) -> tuple[str, ...]:
    try:
        read = json.loads(text)
    except ValueError as error:
        raise DocumentRefused("refused-stopped") from error
    if not isinstance(read, list):
        raise DocumentRefused("refused-stopped")
    return tuple(one_line(str(cell))[:_LONGEST_CELL] for cell in read)


def _answer(reader: str, content: bytes, arguments: Sequence[str], missing: tuple[str, ...]) -> bytes:
    try:
        module = cast(RowReader, importlib.import_module(_MODULES[reader]))
        blocks: list[Block] = []
        for table in module.read(content, arguments=arguments):
            blocks.append(Block(kind=BlockKind.HEADING, text=json.dumps([table.name]), level=1))
            blocks += [Block(kind=BlockKind.TABLE_ROW, text=json.dumps(row)) for row in table.rows]
        return encode_document(ExtractedDocument(blocks=tuple(blocks)), missing)
    except DocumentRefused as refusal:
        return encode_refusal(refusal.key, refusal.arguments)
    except MemoryError:
        return encode_refusal("refused-too-much-memory", {})
    except Exception:
        # Readers raise nearly everything on damaged files.
        return encode_refusal("refused-damaged", {})


def main() -> None:
    """Read the request, answer it."""
    # Whatever a library prints must not reach the guard: the answer has a descriptor of its own.
    pipe = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    request = json.loads(sys.stdin.buffer.readline())
    missing = hold_this_process(memory_bytes=request["memory_bytes"], cpu_s=request["cpu_s"])
    said = _answer(sys.argv[1], sys.stdin.buffer.read(), [request["format"], *sys.argv[2:]], missing)
    with os.fdopen(pipe, "wb") as out:
        out.write(said)


if __name__ == "__main__":
    main()
