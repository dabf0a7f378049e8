"""Files made for the tests: small, ours, and each with one thing to see."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import docx
import openpyxl
import pptx
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

JAPANESE_FONT = "HeiseiMin-W3"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pdf_pages(draw: Sequence[Callable[[Any], None]], *, password: str | None = None, title: str = "") -> bytes:
    """A PDF; each function draws one A4 page (595 × 842 points, y upwards)."""
    pdfmetrics.registerFont(UnicodeCIDFont(JAPANESE_FONT))
    out = io.BytesIO()
    encryption = StandardEncryption(password) if password else None
    page = canvas.Canvas(out, pagesize=(595, 842), encrypt=encryption, invariant=1)
    page.setTitle(title)
    for one in draw:
        one(page)
        page.showPage()
    page.save()
    return out.getvalue()


def text_page(
    lines: Sequence[str], *, x: float = 60, top: float = 780, size: float = 10, font: str = JAPANESE_FONT
) -> Callable[[Any], None]:
    """Draws lines 1.5 times their size apart; "" leaves a wide gap."""

    def draw(page: Any) -> None:
        page.setFont(font, size)
        for number, line in enumerate(lines):
            page.drawString(x, top - number * size * 1.5, line)

    return draw


def both(*drawings: Callable[[Any], None]) -> Callable[[Any], None]:
    """Several drawings on one page, in the order given."""

    def draw(page: Any) -> None:
        for one in drawings:
            one(page)

    return draw


def picture_page(page: Any) -> None:
    """A page that is one picture, as a scanner makes it."""
    page.drawInlineImage(_grey_picture(), 0, 0, 595, 842)


def _grey_picture() -> Any:
    from PIL import Image

    return Image.new("L", (40, 56), 200)


def saved(document: Any) -> bytes:
    """The bytes of a python-docx, python-pptx or openpyxl document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word(*paragraphs: str) -> bytes:
    """A Word file of plain paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def slides(*titles: str) -> bytes:
    """A PowerPoint file with one title on each slide."""
    deck = pptx.Presentation()
    for title in titles:
        deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = title
    return saved(deck)


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    """An Excel file with one sheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    return saved(book)


def changed(content: bytes, parts: Mapping[str, bytes | None], *, renamed: Mapping[str, str] | None = None) -> bytes:
    """A zip with parts replaced, added, renamed or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr((renamed or {}).get(name, name), old.read(name))
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()


def part(content: bytes, name: str) -> bytes:
    """One part of a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def raw_pdf(stream: bytes, filters: str) -> bytes:
    """A PDF of one page whose content is `stream` as it is, under the filters named."""
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        f"<< /Length {len(stream)} /Filter {filters} >>\nstream\n".encode() + stream + b"\nendstream",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return bytes(out) + f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def deflated_zeros(total: int) -> bytes:
    """`total` zero bytes, deflated piece by piece so that the test itself stays small."""
    packer = zlib.compressobj(9)
    piece = bytes(1_000_000)
    return b"".join([*(packer.compress(piece) for _ in range(total // len(piece))), packer.flush()])
