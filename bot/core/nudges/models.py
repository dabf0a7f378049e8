"""Nudges as data: cadences, what has been told, what people wish."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class Pace(StrEnum):
    """How often somebody wants to hear of us."""

    LIGHTER = "lighter"
    """On the first working day of a week."""
    NORMAL = "normal"
    """Once a working day."""
    FULLER = "fuller"
    """Up to three times a working day."""


DEFAULT_TIMES: dict[Pace, tuple[time, ...]] = {
    Pace.LIGHTER: (time(9, 0),),
    Pace.NORMAL: (time(9, 0),),
    Pace.FULLER: (time(9, 0), time(13, 0), time(16, 30)),
}
"""Labelled as defaults: no controlled study of the follow-up of business cards is known (METHODS: after a meeting)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Preference:
    """What somebody wishes. `times` are in their time zone, within their hours; `paused_until` is the first day on
    which they want to hear of us again."""

    person_id: str
    pace: Pace = Pace.NORMAL
    times: tuple[time, ...] = DEFAULT_TIMES[Pace.NORMAL]
    paused_until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One matter in a bundle: which step of it was told. `is_late`: its day had passed, because we were not running
    or because steps were missed; the missed ones are told as this one."""

    ordinal: int
    nudge_id: str
    occurrence: str
    subject_kind: str
    subject_id: str
    matter: str
    cadence: str
    since: date
    step: int
    due_on: date
    is_late: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundle:
    """One message to one person with several matters in it. `slot` is `HH:MM` in the person's time zone.

    One person, day and slot is one bundle for ever.
    """

    id: str
    person_id: str
    day: date
    slot: str
    created_at: datetime
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CadenceChoice:
    """A cadence that a coordinator chose: for an event, or for a stage, of a firm."""

    company_id: str
    scope: str
    """"event" or "stage"."""
    name: str
    """Which event, which stage."""
    cadence: str
    chosen_by: str
    chosen_at: datetime
