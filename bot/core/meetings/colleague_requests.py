"""What a colleague is asked to take on, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RequestState(StrEnum):
    """A request to a colleague: nothing is theirs before they accept."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    TALK = "talk"
    """相談したい: they would like to talk first."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class ColleagueRequest:
    """A next step that a colleague is asked to take on."""

    id: str
    encounter_id: str
    from_id: str
    to_id: str
    text: str
    state: RequestState
    asked_at: datetime
    answered_at: datetime | None = None
    note: str = ""
    is_whole: bool = False
    """The encounter as a whole is asked for, not its next step alone."""
