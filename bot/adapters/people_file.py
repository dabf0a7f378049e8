"""A file of people as text: CSV as office programs save it, most often in CP932, sometimes in UTF-8 with a mark."""

from __future__ import annotations

from bot.adapters.document_readers.encodings import decode
from bot.core.membership.sheet import knows_heading
from bot.errors import DocumentRefused, UsageError

LARGEST_MB = 5
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx and .xls begin."""
_USUAL = ("utf-8-sig", "cp932", "euc_jp", "utf-16")


def text_of(content: bytes, *, file_name: str, encoding: str | None = None) -> str:
    """The text of the file; with `encoding`, only that one is tried. Raises UsageError and DocumentRefused."""
    if len(content) > LARGEST_MB * 1024 * 1024:
        raise UsageError("people-import-too-large", path=file_name, limit=LARGEST_MB)
    if content.startswith(_WORKBOOKS):
        raise UsageError("people-import-is-workbook", path=file_name)
    try:
        text = decode(content, encoding=encoding).text
    except DocumentRefused as error:
        text = "" if encoding else _by_its_headings(content)
        if not text:
            raise DocumentRefused(error.key, file=file_name, **error.arguments) from error
    return text if encoding or knows_heading(text) else _by_its_headings(content) or text


def _by_its_headings(content: bytes) -> str:
    """A short table holds too little text to tell its encoding by, but we know what its first line says."""
    for name in _USUAL:
        try:
            text = content.decode(name)
        except UnicodeError:
            continue
        if knows_heading(text):
            return text
    return ""
