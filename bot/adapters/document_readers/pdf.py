"""PDF: pypdf first, since it stops itself on bombs; then pdfium, which knows exact places.

pypdf opens the file (password, properties, limits on streams) and reads each page. What pypdf has read without harm
is read again by pdfium: columns and tables need exact places. pypdf's reading is kept where pdfium's is garbled or
lacks words, pdfium's where pypdf fails, finds nothing or finds garbled text.
"""

from __future__ import annotations

import io
import time
import warnings
from collections.abc import Sequence
from typing import Any

import pypdf
from pypdf.errors import LimitReachedError

from bot.adapters.document_readers import findings
from bot.adapters.document_readers.pdf_fragments import Fragment, by_pypdf, with_lone_letters
from bot.adapters.document_readers.pdf_lines import lines_of
from bot.adapters.document_readers.pdf_pdfium import Pdfium
from bot.adapters.document_readers.pdf_salvage import salvaged_pages
from bot.adapters.document_readers.titles import is_junk_title
from bot.core.guides.characters import one_line
from bot.core.guides.layout import blocks_of_pages
from bot.core.guides.models import ExtractedDocument
from bot.core.messages import Message
from bot.errors import DocumentRefused

_PYPDF_BUDGET_S = 8.0
"""Processor time after which the remaining pages go to pdfium, ten times quicker, to stay below the child's limit."""
_SAME_WORDS = 0.8
_SCANNED_LETTERS = 25
"""Fewer letters a page than this, and pictures: a scan with at most a stamp or a page number as text."""


def read(content: bytes, *, encoding: str | None) -> ExtractedDocument:
    """Raises DocumentRefused for a password, a bomb, damage, pictures only."""
    del encoding
    warnings.simplefilter("ignore")
    reader = _open(content)
    pdfium = Pdfium(content)
    pages, lost = _pages(reader, pdfium, content)
    fragments = [_by_pypdf(page) if lost else _page(page, pdfium, number) for number, page in enumerate(pages)]
    if lost:
        # Fonts were lost with the rest; pages that need them cannot be told apart from nonsense.
        fragments = [[] if _is_garbled(found) else found for found in fragments]
    pictures = [not found and _has_pictures(pages[number]) for number, found in enumerate(fragments)]
    _refuse_without_text(pages, fragments, pictures)
    layout = blocks_of_pages(lines_of(fragments))
    notes = (
        () if lost else _missing_pages([number for number, is_picture in enumerate(pictures, start=1) if is_picture])
    )
    if lost:
        notes += (Message("read-damaged-in-part", {"count": sum(1 for found in fragments if found)}),)
    return ExtractedDocument(blocks=layout.blocks, pages=len(pages), details=_details(reader), warnings=notes)


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


def _pages(reader: pypdf.PdfReader | None, pdfium: Pdfium, content: bytes) -> tuple[list[Any], bool]:
    """The pages for pypdf (None where only pdfium sees it), and whether some may be lost. Raises DocumentRefused."""
    if reader is not None:
        try:
            if pages := list(reader.pages):
                return pages, False
        except (MemoryError, LimitReachedError):
            raise
        except Exception:
            pages = []
        # The tree of pages is damaged. pdfium may repair it; else the pages are looked for by hand.
        if not pdfium.page_count or not any(pdfium.page(number) for number in range(min(3, pdfium.page_count))):
            pages = salvaged_pages(reader, content)
        if pages:
            return pages, True
    if pdfium.page_count:
        return [None] * pdfium.page_count, False
    raise DocumentRefused("refused-password" if pdfium.needs_password else "refused-damaged")


def _page(page: Any, pdfium: Pdfium, number: int) -> list[Fragment]:
    first: list[Fragment] = []
    if page is not None and time.process_time() < _PYPDF_BUDGET_S:
        first = _by_pypdf(page)
    second = pdfium.page(number)
    if not first or not second:
        return first or second
    if _is_garbled(first):
        return second
    if _is_garbled(second) or _letters(second) < _SAME_WORDS * _letters(first):
        return first
    return with_lone_letters(second, first)


def _by_pypdf(page: Any) -> list[Fragment]:
    try:
        # Unpacked once by itself: while it looks for text, pypdf passes over a page that is too large.
        if (content := page.get_contents()) is not None:
            content.get_data()
        return by_pypdf(page)
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


def _has_pictures(page: Any) -> bool:
    """True where the page draws a picture, a form or many lines; False for a blank page."""
    if page is None:
        return True
    try:
        resources: Any = page.get("/Resources", {}).get_object()
        content = page.get_contents()
        drawn = b"" if content is None else content.get_data()
        return bool(resources.get("/XObject")) or b"BI" in drawn or drawn.count(b"\n") > 20
    except Exception:
        return True


def _refuse_without_text(
    pages: Sequence[Any], fragments: Sequence[Sequence[Fragment]], pictures: Sequence[bool]
) -> None:
    letters = sum(_letters(page) for page in fragments)
    if not letters:
        raise DocumentRefused("refused-pictures-only" if any(pictures) else "refused-no-text")
    if letters < _SCANNED_LETTERS * len(fragments):
        # A stamp or a number on each scanned page is no text either; a slide with few words has more than that.
        scans = sum(
            1 for page, found in zip(pages, fragments, strict=True) if _letters(found) < 10 and _has_pictures(page)
        )
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
