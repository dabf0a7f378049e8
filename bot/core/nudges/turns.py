"""In which order matters stand that are told together: the same for the same, and the one that comes first on top."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

from bot.core.nudges.cadences import Matter
from bot.core.scheduled import Scheduled

Subject = tuple[str, str]
"""Its kind and its id."""

IMPORTANCE = (
    Matter.TRIAL_DECISION,
    Matter.NEXT_STEP,
    Matter.PREPARE,
    Matter.ISSUE,
    Matter.REQUEST,
    Matter.CONFIRM,
    Matter.OUTCOME,
    Matter.SET_TIME,
    Matter.NO_NEXT_STEP,
    Matter.WAKE,
    Matter.SUCCESSION,
    Matter.WALK,
)
"""Of what comes at the same moment: what was promised for a day, what somebody waits for, one's own loose ends."""
_OF_A_DAY = frozenset({Matter.PREPARE, Matter.NEXT_STEP, Matter.ISSUE, Matter.TRIAL_DECISION})
"""What is done on or by a certain day: on that day it must not stand below the matters that a message has room for."""
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)
_RANK = {str(matter): rank for rank, matter in enumerate(IMPORTANCE)}


@dataclass(frozen=True, slots=True)
class Turn:
    """What the record knows of a subject's place: the time of its next step (`HH:MM`, "" for none), and when it was
    written down."""

    at: str = ""
    written_at: datetime = _LONG_AGO


TurnsOf: TypeAlias = Callable[[Collection[Subject]], Mapping[Subject, Turn]]
"""The turns of subjects; absent where nothing is known of one."""

UNKNOWN = Turn()


def no_turns(_subjects: Collection[Subject]) -> Mapping[Subject, Turn]:
    """Nothing is known of any."""
    return {}


def subject_of(row: Scheduled) -> Subject:
    """What a nudge is about."""
    return row.subject_kind, row.subject_id


def ordered(due: Sequence[Scheduled], day: date, turns: Mapping[Subject, Turn]) -> list[Scheduled]:
    """What has its own day today or later stands before what is late or has none. Then by when it is due, with the time
    of the step where it has one; by importance; by since when; by when it was written down; and by id. Matters of one
    subject stand together, at the place of the first of them."""

    def place(one: Scheduled) -> tuple[Any, ...]:
        has_passed = one.matter not in _OF_A_DAY or one.since < day
        return has_passed, *turn_of(one, one.due_on if has_passed else one.since, turns)

    in_turn = sorted(due, key=place)
    first = dict[Subject, int]()
    for number, one in enumerate(in_turn):
        first.setdefault(subject_of(one), number)
    return sorted(in_turn, key=lambda one: first[subject_of(one)])


def turn_of(row: Scheduled, on: date, turns: Mapping[Subject, Turn]) -> tuple[Any, ...]:
    """By what a matter that stands under a day is compared with others: what is done on that very day comes first."""
    turn = turns.get(subject_of(row), UNKNOWN)
    is_of_day = row.matter in _OF_A_DAY and row.since == on
    at = turn.at if row.matter == Matter.NEXT_STEP and is_of_day else ""
    return on, not is_of_day, at, _RANK[row.matter], row.since, turn.written_at, row.subject_id, row.matter
