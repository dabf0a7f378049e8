"""Tables and data tables."""

from __future__ import annotations

from collections.abc import Iterator

from bot.workspace.blocks.rich_text import RICH_TEXT
from bot.workspace.blocks.schema import Choice, Fields, Flag, Integer, ListOf, Number, Record, String, Typed

RAW = {
    "raw_text": Record({"text": String()}),
    "raw_number": Record({"value": Number(), "text": String()}),
}
CELL = Typed({**RAW, "rich_text": RICH_TEXT})
COLUMN = Record({}, {"align": Choice(("left", "center", "right")), "is_wrapped": Flag()})

TABLE = Record(
    {"rows": ListOf(ListOf(CELL, 20), 100)},
    # null leaves a column as it is.
    {"block_id": String(255), "column_settings": ListOf(COLUMN, 20, gaps=True)},
)


def _header_and_even_rows(fields: Fields) -> Iterator[tuple[str, str]]:
    rows = fields["rows"]
    if not isinstance(rows, list):
        return
    for place, cell in enumerate(rows[0]):
        if cell["type"] == "rich_text":
            yield f"/rows/0/{place}/type", "unsupported type: rich_text"
    for place, row in enumerate(rows):
        if len(row) != len(rows[0]):
            yield f"/rows/{place}", "must have as many cells as the first row"


DATA_TABLE = Record(
    # A header and up to 100 rows.
    {"rows": ListOf(ListOf(CELL, 20), 101, least=2), "caption": String()},
    {"block_id": String(255), "page_size": Integer(1, 100), "row_header_column_index": Integer(0, 19)},
    (_header_and_even_rows,),
)
