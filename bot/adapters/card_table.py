"""Participant lists as people have them: a workbook, a table as text (CP932 most often), electronic business cards."""

from __future__ import annotations

from collections.abc import Sequence

from bot.adapters.document_readers.formats import extension_of
from bot.adapters.guarded_rows import read_guarded
from bot.core.meetings.catching.ports import Table

_VCARD = ("vcf", "vcard")


class GuardedCardTables:
    """The TableFiles port. Safe to share between threads: it keeps nothing between files."""

    def tables(self, *, file_name: str, content: bytes) -> Sequence[Table]:
        """Every table that can be seen. Raises DocumentRefused with the reason and what to do."""
        is_vcard = extension_of(file_name) in _VCARD
        found = read_guarded(
            reader="cards",
            arguments=["vcard" if is_vcard else "table"],
            file_name=file_name,
            content=content,
            # To the guard it is a text: nothing that is no text goes in.
            as_name="cards.txt" if is_vcard else file_name,
        )
        return [Table(title=one.name, rows=one.rows) for one in found]
