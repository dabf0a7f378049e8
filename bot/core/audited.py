"""What is kept of a deletion: who, when, what was done to which record of which firm. Never a word of anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Audited:
    """One line of the audit log, stored in the transaction of the fact itself. `action` is such as "erased"."""

    id: str
    at: datetime
    by_id: str
    action: str
    subject_kind: str
    subject_id: str
    company_id: str | None
