"""Pages of a PDF whose list of pages is lost: found by looking through the file for objects that are pages."""

from __future__ import annotations

import re
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject, IndirectObject

_OBJECT = re.compile(rb"(?<!\d)(\d{1,7}) (\d{1,5}) obj\b")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_MOST = 2_000


def salvaged_pages(reader: pypdf.PdfReader, content: bytes) -> list[Any]:
    """The page objects that can still be read, in the order they stand in the file, which is usually theirs."""
    pages: list[Any] = []
    starts = list(_OBJECT.finditer(content))
    for place, start in enumerate(starts[:100_000]):
        end = starts[place + 1].start() if place + 1 < len(starts) else len(content)
        if not _PAGE.search(content, start.end(), min(end, start.end() + 4_000)):
            continue
        try:
            reference = IndirectObject(int(start[1]), int(start[2]), reader)
            found = reader.get_object(reference)
            if isinstance(found, DictionaryObject) and found.get("/Type") == "/Page":
                page = pypdf.PageObject(reader, reference)
                # Its parent is what was lost; with a reference to it pypdf would look there for what the page lacks.
                page.update({name: value for name, value in found.items() if name != "/Parent"})
                pages.append(page)
        except MemoryError:
            raise
        except Exception:  # noqa: S112 - a page that cannot be read is one of those that are lost
            continue
        if len(pages) >= _MOST:
            break
    return pages
