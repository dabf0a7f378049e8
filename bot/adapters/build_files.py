"""The files that a build is made of: told by their hashes when it is opened, by their stamps while it serves.

A library that reads damaged files may answer wrongly or bring down the process, so it never gets to see them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

LISTING = "listing.json"
"""Written last: a build without it is not whole."""

Stamps: TypeAlias = tuple[tuple[int, int, int], ...]
"""Inode, size and time of change of each file; zeros where it is missing."""


def digests(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """SHA-256 of files by their name within the folder. Raises OSError where one cannot be read."""
    found: dict[str, str] = {}
    for name in sorted(names):
        with (folder / name).open("rb") as file:
            found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def names_within(folder: Path) -> list[str]:
    """All files below a folder, by their name within it."""
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]


def write_listing(folder: Path, listing: Mapping[str, Any]) -> None:
    """Close a build."""
    (folder / LISTING).write_text(json.dumps(listing), encoding="utf-8")


def read_listing(folder: Path) -> dict[str, Any]:
    """Raises OSError or ValueError where there is none."""
    listing: dict[str, Any] = json.loads((folder / LISTING).read_text(encoding="utf-8"))
    return listing


def stamps(folder: Path, names: Iterable[str]) -> Stamps:
    """What changes when one of the files is written to, replaced or removed. Cheap enough for each question."""
    return tuple(_stamp(folder / name) for name in names)


def _stamp(path: Path) -> tuple[int, int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0, 0
    return status.st_ino, status.st_size, status.st_mtime_ns
