"""CSV and TSV: encoding, delimiter and header found out; one row is one sentence of 「列名: 値」."""

from __future__ import annotations

import csv
import io
from collections import Counter

from bot.adapters.document_readers import findings
from bot.adapters.document_readers.encodings import decode
from bot.adapters.document_readers.plain_text import encoding_warnings
from bot.core.guides.characters import clean, one_line
from bot.core.guides.models import Block, BlockKind, ExtractedDocument
from bot.core.guides.tables import table_rows
from bot.core.messages import Message

CELL_CAP = 200_000
_DELIMITERS = ",\t;"
_LONGEST_FIELD = 1_000_000


def read(content: bytes, *, encoding: str | None) -> ExtractedDocument:
    """Raises DocumentRefused for an unclear encoding."""
    decoded = decode(content, encoding=encoding)
    findings.refuse_garbled(decoded.text)
    text = clean(decoded.text)
    csv.field_size_limit(_LONGEST_FIELD)
    rows: list[list[str]] = []
    cells, cut = 0, False
    for row in csv.reader(io.StringIO(text), delimiter=_delimiter(text)):
        cells += len(row)
        if cells > CELL_CAP:
            cut = True
            break
        rows.append([one_line(cell) for cell in row])
    warnings = encoding_warnings(decoded)
    if cut:
        warnings += (Message("read-table-cut", {"cells": CELL_CAP}),)
    blocks = tuple(Block(kind=BlockKind.TABLE_ROW, text=row) for row in table_rows(rows))
    return ExtractedDocument(blocks=blocks, warnings=warnings)


def _delimiter(text: str) -> str:
    """The delimiter that tears the first lines into the same number of parts, more than one, most often."""
    lines = [line for line in text.split("\n")[:50] if line.strip()]
    best, most = ",", 0
    for delimiter in _DELIMITERS:
        parts = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
        number, times = max(parts.items(), key=lambda pair: (pair[0] > 1, pair[1]), default=(1, 0))
        if number > 1 and times > most:
            best, most = delimiter, times
    return best
