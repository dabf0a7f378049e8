"""PDF: pypdf first, since it stops itself on bombs; pdfium for pages that pypdf cannot read well.

pypdf opens the file (password, properties, limits on streams) and reads each page. pdfium reads a page again when
pypdf fails on it, finds nothing, finds garbled text, or finds text side by side, for which exact places are needed.
"""

from __future__ import annotations

import io
import time
import warnings
from collections.abc import Sequence
from typing import Any

import pypdf
from pypdf.errors import LimitReachedError, PyPdfError

from bot.adapters.document_readers import findings
from bot.adapters.document_readers.pdf_fragments import Fragment, by_pypdf
from bot.adapters.document_readers.pdf_lines import lines_of, stands_side_by_side
from bot.adapters.document_readers.pdf_pdfium import Pdfium
from bot.adapters.document_readers.titles import is_junk_title
from bot.core.guides.characters import one_line
from bot.core.guides.layout import blocks_of_pages
from bot.core.guides.models import ExtractedDocument
from bot.core.messages import Message
from bot.errors import DocumentRefused

_PYPDF_BUDGET_S = 8.0
"""Processor time after which the remaining pages go to pdfium, ten times quicker, to stay below the child's limit."""
_SCANNED_LETTERS = 25
"""Fewer letters a page than this, and pictures: a scan with at most a stamp or a page number as text."""


def read(content: bytes, *, encoding: str | None) -> ExtractedDocument:
    """Raises DocumentRefused for a password, a bomb, damage, pictures only."""
    del encoding
    warnings.simplefilter("ignore")
    reader = _open(content)
    pdfium = Pdfium(content)
    count = _page_count(reader, pdfium)
    fragments = [_page(reader, pdfium, number) for number in range(count)]
    pictures = [not page and _has_pictures(reader, number) for number, page in enumerate(fragments)]
    _refuse_without_text(reader, fragments, pictures)
    layout = blocks_of_pages(lines_of(fragments))
    notes = _missing_pages([number for number, is_picture in enumerate(pictures, start=1) if is_picture])
    if layout.uncertain:
        notes += (Message("read-order-uncertain"),)
    return ExtractedDocument(blocks=layout.blocks, pages=count, details=_details(reader), warnings=notes)


def _open(content: bytes) -> pypdf.PdfReader | None:
    """The reader, or None where only pdfium may be able to open the file. Raises DocumentRefused."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentRefused("refused-password")
    except DocumentRefused:
        raise
    except LimitReachedError as error:
        raise DocumentRefused("refused-bomb", limit_mb=100) from error
    except MemoryError:
        raise
    except Exception:
        # Damaged files raise nearly anything here; pdfium repairs some of them.
        return None
    return reader


def _page_count(reader: pypdf.PdfReader | None, pdfium: Pdfium) -> int:
    if reader is not None:
        try:
            if count := len(reader.pages):
                return count
        except (PyPdfError, KeyError, TypeError, ValueError, AttributeError, RecursionError):
            pass
    if pdfium.page_count:
        return pdfium.page_count
    raise DocumentRefused("refused-password" if pdfium.needs_password else "refused-damaged")


def _page(reader: pypdf.PdfReader | None, pdfium: Pdfium, number: int) -> list[Fragment]:
    first: list[Fragment] = []
    if reader is not None and time.process_time() < _PYPDF_BUDGET_S:
        first = _by_pypdf(reader, number)
        if first and not _is_garbled(first) and not stands_side_by_side(first):
            return first
    second = pdfium.page(number)
    if second and (not first or (not _is_garbled(second) and _letters(second) >= 0.6 * _letters(first))):
        return second
    return first or second


def _by_pypdf(reader: pypdf.PdfReader, number: int) -> list[Fragment]:
    try:
        return by_pypdf(reader.pages[number])
    except LimitReachedError as error:
        raise DocumentRefused("refused-bomb", limit_mb=100) from error
    except MemoryError:
        raise
    except Exception:
        return []


def _is_garbled(fragments: Sequence[Fragment]) -> bool:
    text = "\n".join(fragment.text for fragment in fragments)
    control = sum(1 for character in text if character < " " and character not in "\t\n\r")
    return control > 0.05 * len(text) or findings.garbled_at(text) > 0


def _letters(fragments: Sequence[Fragment]) -> int:
    return sum(len(fragment.text.replace(" ", "")) for fragment in fragments)


def _has_pictures(reader: pypdf.PdfReader | None, number: int) -> bool:
    """True where the page draws a picture, a form or anything else; False for a blank page."""
    if reader is None:
        return True
    try:
        page = reader.pages[number]
        resources: Any = page.get("/Resources", {}).get_object()
        content = page.get_contents()
        drawn = b"" if content is None else content.get_data()
        return bool(resources.get("/XObject")) or b"BI" in drawn or drawn.count(b"\n") > 20
    except Exception:
        return True


def _refuse_without_text(
    reader: pypdf.PdfReader | None, fragments: Sequence[Sequence[Fragment]], pictures: Sequence[bool]
) -> None:
    letters = sum(_letters(page) for page in fragments)
    if not letters:
        raise DocumentRefused("refused-pictures-only" if any(pictures) else "refused-no-text")
    if letters < _SCANNED_LETTERS * len(fragments):
        # A stamp on each scanned page is no text either; a slide with few words has no picture over all of it.
        scans = sum(1 for number, page in enumerate(fragments) if _letters(page) < 10 and _has_pictures(reader, number))
        if scans > 0.8 * len(fragments) and letters < 10 * len(fragments):
            raise DocumentRefused("refused-pictures-only")


def _missing_pages(numbers: Sequence[int]) -> tuple[Message, ...]:
    """「2–4, 7」: the pages that hold only pictures."""
    if not numbers:
        return ()
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    shown = ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in spans)
    return (Message("read-pages-without-text", {"pages": shown, "count": len(numbers)}),)


def _details(reader: pypdf.PdfReader | None) -> dict[str, str | list[str]]:
    """`title` and `modified` of the document information; both are wrong or broken often enough to be optional."""
    details: dict[str, str | list[str]] = {}
    if reader is None:
        return details
    try:
        information = reader.metadata
        title = one_line(str((information.title if information else "") or ""))
        if not is_junk_title(title) and not findings.garbled_at(title):
            details["title"] = title
        if information and (changed := information.modification_date or information.creation_date):
            details["modified"] = changed.date().isoformat()
    except Exception:
        return details
    return details
