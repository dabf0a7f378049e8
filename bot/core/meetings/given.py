"""What people give: an encounter to be written down, a next step, corrections. Words are trimmed, never rewritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from bot.core.meetings.models import Kind
from bot.core.meetings.parties import Joining

WORDS_AT_MOST = 2_000
"""Characters of one field; what is longer is cut, and ends with an ellipsis."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewEncounter:
    """An encounter as somebody gives it. `id` comes from the request, so that a second press is the same encounter.

    `company_id` is said for a support visit only: the firm visited. Everything else belongs to the firm of who gives
    it. `met_on` is a day that has come, `meets_at` (UTC) a planned meeting. Empty means not said. With `is_greeting`
    it is closed at once as ご挨拶のみ. `is_meeting`: the next step is a meeting, where it has a day and a time.
    `joins`: who is the same as somebody met before, as was said with it.
    """

    id: str
    kind: Kind = Kind.MEETING
    company_id: str | None = None
    partner: str = ""
    contact: str = ""
    title: str = ""
    event: str = ""
    topic: str = ""
    met_on: date | None = None
    meets_at: datetime | None = None
    next_step: str = ""
    due_on: date | None = None
    due_time: str = ""
    is_meeting: bool = False
    goal: str = ""
    question: str = ""
    bring: str = ""
    programme_id: str | None = None
    is_greeting: bool = False
    joins: tuple[Joining, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class StepGiven:
    """A next step in somebody's words; `due_time` is `HH:MM`, "" where it is not said.

    `is_meeting`: it is a meeting with the other side, where it has a day and a time."""

    text: str
    due_on: date | None = None
    due_time: str = ""
    is_meeting: bool = False

    @property
    def is_planned_meeting(self) -> bool:
        """A meeting of which it is known when it is."""
        return self.is_meeting and self.due_on is not None and self.due_time != ""


class Corrections(TypedDict, total=False):
    """What can be corrected of an encounter; what is not named stays as it is."""

    partner: str
    contact: str
    title: str
    event: str
    topic: str
    met_on: date | None
    meets_at: datetime | None
    programme_id: str | None
    learned: str


def words(text: str) -> str:
    """Somebody's own words as they are kept: trimmed, at most WORDS_AT_MOST characters, without what no database
    takes (U+0000, halves of surrogate pairs)."""
    kept = text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8").strip()
    return kept if len(kept) <= WORDS_AT_MOST else kept[: WORDS_AT_MOST - 1] + "…"


def is_time(text: str) -> bool:
    """Is it `HH:MM` of a day?"""
    hours, _, minutes = text.partition(":")
    is_shaped = len(hours) == 2 and len(minutes) == 2 and text.isascii() and (hours + minutes).isdigit()
    return is_shaped and int(hours) < 24 and int(minutes) < 60
