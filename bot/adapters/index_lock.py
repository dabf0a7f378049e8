"""One owner of the derived indexes at a time: Chroma's embedded client is safe in one process only."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from bot.errors import IndexesInUse, StorageError


class IndexLock:
    """An exclusive lock on a folder, let go when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        """Take the lock. Raises IndexesInUse where another process has it, StorageError where it cannot be made."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = os.open(folder / "owner.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise StorageError("indexes", f"{folder}: {error.strerror}") from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._file)
            raise IndexesInUse("indexes", "another process owns them") from error
        except OSError as error:
            os.close(self._file)
            raise StorageError("indexes", f"{folder}: {error.strerror}") from error

    def release(self) -> None:
        """Let go."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
