"""Funded programmes, as data: who looks after one in the next fiscal year is asked before this one ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Programme:
    """A funded programme. Who looks after it next fiscal year is asked before 3/31; `fiscal_year` begins on 4/1.

    `succession`: "" not asked or not answered, "named" (`next_owner_id`), "undecided" (後任未定・部署預かり).
    """

    id: str
    name: str
    owner_id: str
    fiscal_year: int
    succession: str = ""
    next_owner_id: str | None = None
    answered_at: datetime | None = None
    ends_on: date | None = None
    """The last day, where it is not the end of the fiscal year: a coordinator leaves. Then `name` is empty."""

    @property
    def last_day(self) -> date:
        """March 31, or the day that is said."""
        return self.ends_on or date(self.fiscal_year + 1, 3, 31)


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeChoice:
    """To which programme of a fiscal year the encounters of an event of a firm count. `event_key` is what all
    spellings of the event share (`same_event_key`); "" for everything of the firm that has no choice of its own."""

    company_id: str
    event_key: str
    fiscal_year: int
    programme_id: str
    chosen_by: str
    chosen_at: datetime
