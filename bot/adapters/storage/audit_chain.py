"""Is the audit log as it was written? What the database alone cannot say, that its end is missing, is told by a note of
the last line that lies with the keys, apart from the database."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile

from bot.adapters.storage.audit import BEGINNING, AuditLog, hash_of
from bot.errors import StorageError

NAME = "audit-head.json"


class FaultKind(StrEnum):
    """What is wrong at a line."""

    ALTERED = "altered"
    MISSING = "missing"
    REWRITTEN = "rewritten"
    """It does not follow from the one before, which was exchanged or written anew."""
    CUT_OFF = "cut-off"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """`number` is the line at which it shows."""

    kind: FaultKind
    number: int


class AuditChain:
    """The log of a workspace beside the note of its last line. `file` None: there is no note."""

    def __init__(self, log: AuditLog, *, workspace_id: str, file: Path | None) -> None:
        self._log, self._workspace, self._file = log, workspace_id, file

    def faults(self) -> list[Fault]:
        """Everything that is not as it was written; [] for a whole log. Raises StorageError."""
        found, number, previous = list[Fault](), 0, BEGINNING
        for line in self._log.chain():
            own = hash_of(line.audited, number=line.number, previous=line.previous, workspace_id=self._workspace)
            if own != line.hash:
                found.append(Fault(kind=FaultKind.ALTERED, number=line.number))
            elif line.number != number + 1:
                found.append(Fault(kind=FaultKind.MISSING, number=number + 1))
            elif line.previous != previous:
                found.append(Fault(kind=FaultKind.REWRITTEN, number=line.number))
            number, previous = line.number, line.hash
        noted = self._noted()
        if noted is not None and not self._has(noted):
            found.append(Fault(kind=FaultKind.CUT_OFF, number=noted[0]))
        return found

    def note(self, *, anew: bool = False) -> bool:
        """Note the last line. Where the one that was noted is not there any more, nothing is noted and False returned,
        unless somebody says that what is there counts from now on (`anew`)."""
        if self._file is None:
            return True
        noted, head = self._noted(), self._log.head()
        if not anew and noted is not None and not self._has(noted):
            return False
        if noted != head:
            self._write(head)
        return True

    def _has(self, noted: tuple[int, str]) -> bool:
        number, its_hash = noted
        return number == 0 or self._log.hash_at(number) == its_hash

    def _noted(self) -> tuple[int, str] | None:
        one = self._notes().get(self._workspace)
        return (int(one["number"]), str(one["hash"])) if one else None

    def _notes(self) -> dict[str, dict[str, int | str]]:
        if self._file is None:
            return {}
        try:
            kept: dict[str, dict[str, int | str]] = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise StorageError("audit", f"the note of the last line, {self._file}, cannot be read") from error
        return kept

    def _write(self, head: tuple[int, str]) -> None:
        if self._file is None:
            return
        notes = self._notes() | {self._workspace: {"number": head[0], "hash": head[1]}}
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder = self._file.parent
            with NamedTemporaryFile("w", dir=folder, prefix=".audit-", delete=False, encoding="utf-8") as part:
                json.dump(notes, part)
                part.flush()
                os.fsync(part.fileno())
            Path(part.name).replace(self._file)
        except OSError as error:
            raise StorageError("audit", f"{error.strerror}; check the folder of the keys") from error
