"""Entries as values: a question and a coordinator's answer on their way into the guides, and out of them again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

LONGEST_QUESTION = 200
LONGEST_ANSWER = 600
"""Characters: an entry is one passage, and a passage is shown whole."""

FIRST_ASKED, LAST_ASKED = 20, 5
"""Working days before the last day, on which the owner is asked whether an entry is still right."""


class EntryState(StrEnum):
    """Where an entry stands. Only a `published` one is cited."""

    ASKING = "asking"
    """Its wording is the asker's own: their firm is asked."""
    DECLINED = "declined"
    """The firm does not want its wording used."""
    PROPOSED = "proposed"
    """Waits for somebody else to look at it."""
    SENT_BACK = "sent_back"
    PUBLISHED = "published"
    REPLACED = "replaced"
    """An edited entry took its place."""
    RETIRED = "retired"
    EXPIRED = "expired"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One question with its answer. `guide_id` is the same for every edition of it.

    `handover_id` is the question it comes from. `agreed_question` is the wording to which the asker's firm has agreed
    ("" for none); `agreed_by` is who said so. `note` is the word of whoever sent it back. `revises` is the published
    entry that it would take the place of, "" for none. `number` is the edition that is cited, 0 before. `asked_count`
    says how often its owner was asked before the last day (`valid_until`). `version` counts changes.
    """

    id: str
    handover_id: str
    guide_id: str
    state: EntryState
    question: str
    answer: str
    author_id: str
    owner_id: str
    valid_until: date
    made_at: datetime
    version: int = 1
    agreed_question: str = ""
    agreed_by: str = ""
    note: str = ""
    revises: str = ""
    number: int = 0
    asked_count: int = 0

    @property
    def is_under_way(self) -> bool:
        """True where somebody still has to do something before it can be cited."""
        return self.state in UNDER_WAY


UNDER_WAY = frozenset({EntryState.ASKING, EntryState.DECLINED, EntryState.PROPOSED, EntryState.SENT_BACK})


def a_year_after(day: date) -> date:
    """The same day of the next year; the 28th for a 29th of February."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
