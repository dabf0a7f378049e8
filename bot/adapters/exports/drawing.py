"""One export in one of its formats."""

from __future__ import annotations

from bot.adapters.exports.calendar import calendar_of
from bot.adapters.exports.comma_values import comma_values
from bot.adapters.exports.interchange import interchange
from bot.adapters.exports.workbook import workbook
from bot.core.figures.tables import Export, Format
from bot.core.messages import Say

_DRAWN = {
    Format.XLSX: workbook,
    Format.CSV: comma_values,
    Format.ICS: calendar_of,
    Format.JSON: interchange,
}


def drawn(export: Export, format: Format, say: Say) -> bytes:
    """The bytes of the file, our words in the language of `say`."""
    return _DRAWN[format](export, say)
