"""A next step that is a meeting with the other side: its moment is the encounter's planned meeting.

What is asked before it (the goal) and after it (how it went) follows from `Encounter.meets_at`. Pure: the zone is that
of whoever has the step, in whose time its day and hour are.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, tzinfo

from bot.core.meetings.given import StepGiven, words
from bot.core.meetings.models import Encounter, NextStep


def step_of(given: StepGiven, owner_id: str) -> NextStep:
    """A next step as it is kept; a meeting is one where it is known when it is."""
    return NextStep(
        text=words(given.text),
        owner_id=owner_id,
        due_on=given.due_on,
        due_time=given.due_time,
        is_meeting=given.is_planned_meeting,
    )


def moment_of(day: date | None, at: str, zone: tzinfo) -> datetime | None:
    """The moment (UTC) of a day and an hour `HH:MM` of a zone; None where either is not said."""
    if day is None or not at:
        return None
    return datetime.combine(day, time.fromisoformat(at), tzinfo=zone).astimezone(UTC)


def is_planned(encounter: Encounter) -> bool:
    """Is the next step a meeting?"""
    return encounter.next_step is not None and encounter.next_step.is_meeting


def is_awaited(encounter: Encounter) -> bool:
    """A meeting is planned, or was, and nobody has said yet how it went. An outcome that stands beside a planned next
    step is that of the meeting before."""
    return encounter.meets_at is not None and (encounter.outcome is None or is_planned(encounter))


def has_been(encounter: Encounter, now: datetime) -> bool:
    """Is the next step a meeting whose hour has come, so that it can be told of?"""
    return is_planned(encounter) and encounter.meets_at is not None and encounter.meets_at <= now


def with_step(before: Encounter, step: NextStep | None, *, zone: tzinfo, now: datetime) -> Encounter:
    """The encounter with this next step, and with its meeting where it is one."""
    after = replace(before, next_step=step)
    is_ahead = before.meets_at is not None and before.meets_at > now
    if step is None or not step.is_meeting:
        if not is_planned(before):
            return after
        # A meeting to come is given up with its step; how one went that has been is asked all the same.
        return replace(after, meets_at=None) if is_ahead else replace(after, outcome=None)
    moment = moment_of(step.due_on, step.due_time, zone)
    is_same = is_ahead and (is_planned(before) or before.outcome is None)
    is_first = before.meets_at is None and before.outcome is None
    after = replace(after, meets_at=moment)
    return after if is_same or is_first or moment == before.meets_at else replace(after, goal="", question="", bring="")


def held(before: Encounter, *, now: datetime) -> Encounter:
    """The next step was done. Where it is a meeting it has been by now, and how it went is asked."""
    after = replace(before, next_step=None)
    if not is_planned(before) or before.meets_at is None:
        return after
    return replace(after, meets_at=min(before.meets_at, now), outcome=None)


def moved(before: Encounter, meets_at: datetime | None, *, zone: tzinfo) -> Encounter:
    """Its meeting has another time; the next step goes with it where it is that meeting."""
    after = replace(before, meets_at=meets_at)
    if before.next_step is None or not before.next_step.is_meeting:
        return after
    if meets_at is None:
        return replace(after, next_step=replace(before.next_step, is_meeting=False))
    there = meets_at.astimezone(zone)
    return replace(after, next_step=replace(before.next_step, due_on=there.date(), due_time=f"{there:%H:%M}"))
