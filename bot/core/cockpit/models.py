"""The cockpit as data: open encounters, what is to be done next, by what a list is narrowed down, a firm's line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256

from bot.core.messages import Message, Offer
from bot.core.people import Company
from bot.core.spellings import same_event_key

STAGES = ("cards", "second_meeting", "shared_issue", "joint_study", "trial", "adoption", "continuing")
WALLS = ("wall_1", "wall_2", "wall_3")
AGES = (7, 14, 30, 60, 90)
"""Days, "or longer"; so many can be chosen."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """An open encounter of a firm with the outside. `wall` is "wall_1" … or "". `event` and `owner_id` are words of
    the firm, "" where its reader may not see them. `since` is the day from which its age counts."""

    id: str
    company_id: str
    stage: str
    wall: str
    since: date
    event: str = ""
    owner_id: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """Why a firm needs somebody, as its digest says it. `rank` orders the kinds of need, `on` within one; `offer` does
    the next thing. `count` is of how many matters it tells."""

    company_id: str
    rank: int
    on: date
    said: Message
    offer: Offer | None = None
    kind: str = ""
    count: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Sift:
    """By what somebody has narrowed their list down; "" and 0 for not at all. `event` is the mark of an event."""

    stage: str = ""
    wall: str = ""
    days: int = 0
    event: str = ""
    owner_id: str = ""

    @property
    def is_set(self) -> bool:
        """Is anything left out by it?"""
        return self != Sift()

    def takes(self, case: Case, today: date) -> bool:
        """Does it leave an encounter in?"""
        return (
            self.stage in ("", case.stage)
            and self.wall in ("", case.wall)
            and (today - case.since).days >= self.days
            and (not self.event or (case.event != "" and self.event == mark_of(case.event)))
            and self.owner_id in ("", case.owner_id)
        )


@lru_cache(maxsize=4096)
def mark_of(event: str) -> str:
    """What an event is known by, however it is spelled: its name can be longer than a menu takes, and is not kept
    beside a person."""
    return sha256((same_event_key(event) or event).encode()).hexdigest()[:16]


@dataclass(frozen=True, kw_only=True, slots=True)
class FirmLine:
    """A firm in the list. Of one that shares nothing there is its name, and nothing else."""

    company: Company
    is_shared: bool
    cases: tuple[Case, ...] = ()
    """Those that the list is narrowed down to."""
    questions: int = 0
    need: Need | None = None

    @property
    def walls(self) -> Mapping[str, int]:
        """How many encounters stand at each wall."""
        return Counter(one.wall for one in self.cases if one.wall)

    @property
    def oldest(self) -> date | None:
        """From when on the encounter counts that has stood longest."""
        return min((one.since for one in self.cases), default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class FirmList:
    """The list as its reader may see it. `count` is how many firms there are without narrowing down."""

    lines: tuple[FirmLine, ...]
    count: int
    sift: Sift
