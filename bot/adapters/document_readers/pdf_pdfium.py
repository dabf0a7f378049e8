"""Pieces of text with their exact places, as pdfium reports them."""

from __future__ import annotations

import contextlib
import ctypes
import math
from dataclasses import replace
from typing import Any

from bot.adapters.document_readers.pdf_fragments import Fragment, upright

_GAP = 0.5
"""In units of the font size: a wider gap between two characters is a space even where pdfium sees none."""
_TEAR = 1.0
_MOST_CHARACTERS = 200_000


class Pdfium:
    """A document in pdfium; opened when the first page is asked for, so that most files never need it."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._document: Any = None
        self._tried = False
        self.needs_password = False

    def _open(self) -> Any:
        if not self._tried:
            self._tried = True
            import pypdfium2

            try:
                self._document = pypdfium2.PdfDocument(self._content)
            except pypdfium2.PdfiumError as error:
                self.needs_password = "password" in str(error).lower()
        return self._document

    @property
    def page_count(self) -> int:
        """0 where pdfium cannot open the file."""
        document = self._open()
        return 0 if document is None else len(document)

    def page(self, number: int) -> list[Fragment]:
        """The fragments of a page (from 0), turned upright; none where pdfium cannot read it."""
        document = self._open()
        if document is None or number >= len(document):
            return []
        import pypdfium2

        with contextlib.suppress(pypdfium2.PdfiumError):
            page = document[number]
            try:
                return upright(_fragments(page.get_textpage()))
            finally:
                page.close()
        return []


def _fragments(text_page: Any) -> list[Fragment]:
    import pypdfium2.raw as raw

    found: list[Fragment] = []
    current: Fragment | None = None
    before: Fragment | None = None
    spaced = False
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for place in range(min(text_page.count_chars(), _MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text_page, place)
        if code in {0, 10, 13, 32}:
            # Spaces that pdfium makes up from gaps have no place of their own.
            spaced = spaced or code == 32
            continue
        if not raw.FPDFText_GetLooseCharBox(text_page, place, box):
            continue
        raw.FPDFText_GetCharOrigin(text_page, place, x, y)
        # pdfium counts the angle clockwise, we count it as mathematics does.
        angle = round(-math.degrees(raw.FPDFText_GetCharAngle(text_page, place))) % 360
        # Hyphens at the end of a line come as control characters.
        glyph = _glyph("-" if code in {2, 0xFFFE} else chr(code), box, x.value, y.value, angle)
        if before is not None and _is_shadow(before, glyph):
            continue
        before = glyph
        joined = _joined(current, glyph, spaced)
        spaced = False
        if joined is None and current is not None:
            found.append(current)
        current = glyph if joined is None else joined
    if current is not None:
        found.append(current)
    return [fragment for fragment in found if fragment.text.strip()]


def _glyph(character: str, box: Any, x: float, y: float, angle: int) -> Fragment:
    across, along = abs(box.top - box.bottom), abs(box.right - box.left)
    if angle in {90, 270}:
        across, along = along, across
    return Fragment(character, x, x + along, y, max(1.0, across), angle, exact=True)


def _is_shadow(first: Fragment, second: Fragment) -> bool:
    """The same letter again on nearly the same spot: some programs print bold letters twice."""
    near = 0.2 * first.size
    return first.text == second.text and abs(second.x0 - first.x0) < near and abs(second.y - first.y) < near


def _joined(first: Fragment | None, second: Fragment, spaced: bool) -> Fragment | None:
    """Both as one fragment where the second goes on with the first on its line, else None."""
    if first is None or first.angle != second.angle:
        return None
    turn = math.radians(-first.angle)
    dx, dy = second.x0 - first.x0, second.y - first.y
    along = dx * math.cos(turn) - dy * math.sin(turn)
    across = dx * math.sin(turn) + dy * math.cos(turn)
    size = max(first.size, second.size)
    gap = along - (first.x1 - first.x0)
    if abs(across) > 0.4 * size or gap > _TEAR * size or gap < -0.8 * size:
        return None
    space = " " if spaced or gap > _GAP * size else ""
    end = first.x0 + along + (second.x1 - second.x0)
    return replace(first, text=first.text + space + second.text, x1=end)
