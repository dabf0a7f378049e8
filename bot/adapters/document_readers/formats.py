"""The formats we read, how each is recognised, and by which name."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Format(StrEnum):
    """A format we read. The value names the module that reads it."""

    MARKDOWN = "markdown"
    PLAIN_TEXT = "plain_text"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    CSV = "csv"


BY_EXTENSION: Final = {
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "txt": Format.PLAIN_TEXT,
    "text": Format.PLAIN_TEXT,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
    "pdf": Format.PDF,
    "docx": Format.DOCX,
    "pptx": Format.PPTX,
    "xlsx": Format.XLSX,
    "csv": Format.CSV,
    "tsv": Format.CSV,
}
ZIPPED: Final = {Format.DOCX: "word/", Format.PPTX: "ppt/", Format.XLSX: "xl/"}
"""The folder inside the zip that tells the three apart."""

LEGACY: Final = {
    "doc": "word", "dot": "word", "xls": "excel", "xlt": "excel", "ppt": "powerpoint", "pps": "powerpoint",
}  # fmt: skip
WITH_MACROS: Final = frozenset({"docm", "dotm", "xlsm", "xltm", "xlsb", "pptm", "potm", "ppsm"})

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES: Final = (
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"{\\rtf", "rtf"),
    (_OLE, "ole"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
)


def extension_of(file_name: str) -> str:
    """The last extension in lower case without its dot, or ""."""
    return file_name.rpartition(".")[2].lower() if "." in file_name else ""


def signature_of(content: bytes) -> str:
    """What the first bytes say: pdf, zip, ole, program, picture, archive, rtf, binary or text."""
    for start, name in _SIGNATURES:
        # "MZ" may also begin a text; a program has zero bytes soon after.
        if content.startswith(start) and (start != b"MZ" or b"\0" in content[:64]):
            return name
    # Readers of PDF accept rubbish before the header, so a header within 1,024 bytes counts (ISO 32000-1, annex H).
    if b"%PDF-" in content[:1024]:
        return "pdf"
    return "binary" if _is_binary(content[:4096]) else "text"


def _is_binary(start: bytes) -> bool:
    """Zero bytes at even and odd places, or many control characters: no text in any encoding we know."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return False
    control = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in start)
    if start.count(0) == 0:
        return control > len(start) * 0.05
    even, odd = start[::2].count(0), start[1::2].count(0)
    return min(even, odd) > 0.02 * len(start) or control - start.count(0) > len(start) * 0.25


def ole_kind(content: bytes) -> str | None:
    """encrypted, word, excel or powerpoint, by the stream names of an OLE file (UTF-16), or None."""
    streams = {
        "EncryptedPackage": "encrypted",
        "WordDocument": "word",
        "Workbook": "excel",
        "PowerPoint Document": "powerpoint",
        "Book": "excel",
    }
    for name, kind in streams.items():
        if name.encode("utf-16-le") in content:
            return kind
    return None
