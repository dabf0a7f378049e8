"""One defect of a data file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.core.messages import Message


@dataclass(frozen=True, slots=True)
class Problem:
    """Where it is and what is wrong; `line` counts from 1 and is None where only the file is known."""

    path: Path
    line: int | None
    reason: Message
