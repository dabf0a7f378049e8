"""Files with one JSON object a line, read twice: looked over as a whole first, then row by row.

Nothing is said of a file with a bad line, and of a long one the first result comes at once; neither needs it in memory.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

Row = TypeVar("Row")
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


class Unreadable(Exception):
    """The file cannot be read; the text says why."""


class BadLine(Exception):
    """A line is not what was expected. `number` counts from 1."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def rows_of(file: Path, read: Callable[[str], Row]) -> Iterator[Row]:
    """The rows of a UTF-8 file, empty lines left out, once every line was seen to be good.

    `read` makes a row of a line and raises ValueError, KeyError, TypeError, AttributeError or RecursionError for a bad
    one. Raises Unreadable, and BadLine for the first, before anything is returned.
    """
    source = _opened(file)
    try:
        for _ in _rows(source, read):
            pass
    except BaseException:
        source.close()
        raise
    return _closing(source, read)


def whole(text: str) -> str:
    """The text with every half of a character (a lone surrogate), which cannot be said back, replaced by a sign."""
    return _HALF_A_CHARACTER.sub("\ufffd", text)


def check_whole(text: str) -> None:
    """Raises ValueError where half a character is in the text."""
    if _HALF_A_CHARACTER.search(text):
        raise ValueError("surrogate")


def _opened(file: Path) -> BinaryIO:
    """The file; of a pipe, which can be read once, a copy on disk."""
    try:
        source = file.open("rb")
        if source.seekable():
            return source
        with source:
            copy = tempfile.TemporaryFile()  # noqa: SIM115 - closed by rows_of
            shutil.copyfileobj(source, copy)
            return copy
    except OSError as error:
        raise Unreadable(error.strerror or "") from error


def _rows(source: BinaryIO, read: Callable[[str], Row]) -> Iterator[Row]:
    source.seek(0)
    text = io.TextIOWrapper(source, encoding="utf-8-sig")
    try:
        for number, line in enumerate(text, start=1):
            if not line.strip():
                continue
            try:
                row = read(line)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                raise BadLine(number) from error
            yield row
    except UnicodeDecodeError as error:
        raise Unreadable("UTF-8") from error
    except OSError as error:
        raise Unreadable(error.strerror or "") from error
    finally:
        text.detach()


def _closing(source: BinaryIO, read: Callable[[str], Row]) -> Iterator[Row]:
    with source:
        yield from _rows(source, read)
