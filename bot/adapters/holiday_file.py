"""Tables of holidays: the one that comes with Minori, and the government's file, CSV in CP932 or UTF-8."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.core.calendars import CalendarFile, load_calendar_file
from bot.core.holiday_sheet import knows_headings
from bot.errors import UsageError
from bot.resources import knowledge_folder

LARGEST_MB = 1
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx and .xls begin."""
_USUAL = ("utf-8-sig", "cp932", "utf-16")


@cache
def shipped_calendar() -> CalendarFile:
    """The table that comes with Minori, read once. Raises DataFileError."""
    path = knowledge_folder() / "calendars" / "japan.yaml"
    return load_calendar_file(path.read_text(encoding="utf-8"), path="knowledge/calendars/japan.yaml")


def text_of(path: Path) -> str:
    """The text of the government's file. Raises UsageError where it cannot be read or is of another kind."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError("calendar-load-unreadable", path=str(path), reason=error.strerror or "") from error
    if len(content) > LARGEST_MB * 1024 * 1024:
        raise UsageError("calendar-load-too-large", path=path.name, limit=LARGEST_MB)
    if content.startswith(_WORKBOOKS):
        raise UsageError("calendar-load-is-workbook", path=path.name)
    texts = [text for text in (_decoded(content, encoding) for encoding in _USUAL) if text is not None]
    if not texts:
        raise UsageError("calendar-load-encoding", path=path.name)
    return next(filter(knows_headings, texts), texts[0])


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None
