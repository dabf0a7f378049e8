"""The child: takes on its limits, reads one file with the one parser it needs, answers in JSON, ends.

Standard input: one line of JSON (format, encoding, limits), then the file's bytes. Standard output: the answer.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Protocol, cast

from bot.adapters.document_readers.formats import Format
from bot.adapters.document_readers.limits import hold_this_process
from bot.adapters.document_readers.protocol import encode_document, encode_refusal
from bot.core.guides.models import ExtractedDocument
from bot.errors import DocumentRefused


class FormatReader(Protocol):
    """A module of this package that reads one format."""

    def read(self, content: bytes, *, encoding: str | None) -> ExtractedDocument:
        """Raises DocumentRefused, or anything at all when the file is damaged."""
        ...


def reader_of(format_: Format) -> FormatReader:
    """The module that reads this format; only this one is imported, which keeps the child quick to start."""
    return cast(FormatReader, importlib.import_module(f"bot.adapters.document_readers.{format_.value}"))


def answer(content: bytes, *, format_: Format, encoding: str | None, missing_limits: tuple[str, ...]) -> bytes:
    """The answer for the guard; every failure becomes a refusal."""
    from bot.adapters.document_readers import findings

    try:
        document = reader_of(format_).read(content, encoding=encoding)
        findings.check(document)
        return encode_document(document, missing_limits)
    except DocumentRefused as refusal:
        return encode_refusal(refusal.key, refusal.arguments)
    except MemoryError:
        return encode_refusal("refused-too-much-memory", {})
    except Exception:
        # Parsers raise nearly everything on damaged files (KeyError, struct.error, RecursionError, …).
        return encode_refusal("refused-damaged", {})


def main() -> None:
    """Read the request, answer it."""
    # Whatever a library prints must not reach the guard: the answer has a descriptor of its own.
    pipe = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    request = json.loads(sys.stdin.buffer.readline())
    missing = hold_this_process(memory_bytes=request["memory_bytes"], cpu_s=request["cpu_s"])
    content = sys.stdin.buffer.read()
    said = answer(content, format_=Format(request["format"]), encoding=request["encoding"], missing_limits=missing)
    with os.fdopen(pipe, "wb") as out:
        out.write(said)


if __name__ == "__main__":
    main()
