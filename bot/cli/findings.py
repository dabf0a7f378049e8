"""One thing that `minori doctor` looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, in a sentence, and what to do where it is not well."""

    what: str
    is_well: bool
    text: str
    advice: str = ""
