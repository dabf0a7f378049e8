"""Which walks and cards were deleted, by their ids, in a small file beside the database that a restore does not
replace: what a backup brings back is deleted once more. Never a word of anybody."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot.errors import StorageError

NAME = "erased.json"


class ErasedList:
    """The list in a file. Each call may raise StorageError."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def ids(self) -> frozenset[str]:
        """All of them; none where there is no file."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return frozenset(str(one) for one in kept["erased"])
        except FileNotFoundError:
            return frozenset()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StorageError("database", f"the list of what was deleted, {self._file}, cannot be read") from error

    def add(self, ids: Iterable[str]) -> None:
        """Keep these as well; nothing is written where all are there."""
        before = self.ids()
        wanted = before | frozenset(ids)
        if wanted == before:
            return
        folder = self._file.parent
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=folder, prefix=".erased-", delete=False, encoding="utf-8") as part:
                json.dump({"version": 1, "erased": sorted(wanted)}, part)
                part.flush()
                os.fsync(part.fileno())
            Path(part.name).replace(self._file)
        except OSError as error:
            raise StorageError("database", f"{error.strerror}; check the folder of the keys") from error


def erased_in(database: Path) -> frozenset[str]:
    """What an SQLite database knows to have been deleted; nothing where it is damaged, or from before that was kept."""
    if not database.is_file():
        return frozenset()
    try:
        with closing(sqlite3.connect(database, isolation_level=None, timeout=1.0)) as connection:
            return frozenset(str(id) for (id,) in connection.execute("SELECT subject_id FROM erasure"))
    except sqlite3.Error:
        return frozenset()
