"""What comes of a use case: done, refused with a sentence, or something is to be named first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Change, Encounter, Stage
from bot.core.messages import Message


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """The encounter as it stands now. `change` is None where it stood so already: a second press changes nothing.

    `counts_from` is the day from which reminders count now, after a real contact. `asks_next`: nothing follows yet,
    so that the next step or an ending is to be asked for.
    """

    encounter: Encounter
    change: Change | None = None
    issue: Issue | None = None
    request: ColleagueRequest | None = None
    counts_from: date | None = None
    asks_next: bool = False

    @property
    def is_repeat(self) -> bool:
        """Nothing was changed."""
        return self.change is None


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """Nothing was changed, and why; with the encounter as it stands where the presser may see it."""

    message: Message
    encounter: Encounter | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Missing:
    """A stage needs these named first; ask for the first one. Of `total` that it needs, the others are named.

    `names` are fields of Encounter: market, end_user, decider, measure, decision_on, payer, in the order of asking.
    """

    encounter: Encounter
    to: Stage
    names: tuple[str, ...]
    total: int

    @property
    def number(self) -> int:
        """Which of `total` is asked for now, from 1."""
        return self.total - len(self.names) + 1


Result: TypeAlias = Done | Refused
StageResult: TypeAlias = Done | Missing | Refused
