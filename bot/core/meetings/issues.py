"""Open issues before implementation, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class IssueKind(StrEnum):
    """The kinds of issues before implementation: 技術 調達 法規 体制 費用 販路."""

    TECHNICAL = "technical"
    PROCUREMENT = "procurement"
    LEGAL = "legal"
    ORGANISATION = "organisation"
    COST = "cost"
    SALES = "sales"


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """One open issue before implementation; `due_on` and `owner_id` where they are known."""

    id: str
    encounter_id: str
    kind: IssueKind
    text: str
    owner_id: str
    due_on: date | None
    opened_on: date
    closed_on: date | None = None
    opened_by: str = ""
    """Reminded in the owner's place where the owner has not taken it on."""

    def age_days(self, on: date) -> int:
        """How many days it has been open, until it was closed or until `on`."""
        return ((self.closed_on or on) - self.opened_on).days
