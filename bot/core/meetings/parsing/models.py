"""What was caught from a line: a proposal to correct, never yet a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal, TypeAlias

FieldName: TypeAlias = Literal["company", "person", "title", "event", "met_on", "next_step", "due_on", "due_time"]
FIELDS: tuple[FieldName, ...] = (
    "company",
    "person",
    "title",
    "event",
    "met_on",
    "next_step",
    "due_on",
    "due_time",
)

WEEKDAY_DISAGREES = "weekday-disagrees"
"""A weekday is written beside a date that falls on another; the date was taken."""
NO_SUCH_DAY = "no-such-day"
"""A date that no calendar has, such as February 30; the field stays empty."""
DAY_NOT_SAID = "day-not-said"
"""A week, a month or a season is named but no day of it; the field stays empty."""
TIME_NOT_SAID = "time-not-said"
"""A part of the day is named (朝一, 夕方) but no hour; the field stays empty."""
AFTERNOON_ASSUMED = "afternoon-assumed"
"""An hour from 1 to 5 without 午前 or 午後 was read as the afternoon: the other reading is the night."""
HALF_NOT_SAID = "half-not-said"
"""6時 without 午前 or 午後 may be either; the field stays empty."""
SEVERAL_STEPS = "several-steps"
"""More than one planned action; the date and the time are the first one's."""
SEVERAL_PEOPLE = "several-people"
"""More than one person is named; the first is taken."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Caught:
    """What a line says of an encounter. None where it is not said: nothing is invented.

    `text` is the line as typed. `words` are, for each field that was read, the words it was read from, as typed.
    `notes` are the constants of this module that a person should look at. `is_met` is true where an encounter is told
    as having happened; `is_planned` where something is planned; `is_asking` where it is a question or a request to us.
    """

    text: str
    company: str | None = None
    person: str | None = None
    title: str | None = None
    event: str | None = None
    met_on: date | None = None
    next_step: str | None = None
    due_on: date | None = None
    due_time: time | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    is_met: bool = False
    is_planned: bool = False
    is_asking: bool = False

    @property
    def is_empty(self) -> bool:
        """True where no field could be read."""
        return all(getattr(self, name) is None for name in FIELDS)


@dataclass(frozen=True, kw_only=True, slots=True)
class CardList:
    """A pasted list: what its heading says of all of them, and one card a line in the order of the lines.

    A line of which nothing could be read is a card as well, with its words in `text`: nothing is lost.
    """

    event: str | None
    met_on: date | None
    cards: tuple[Caught, ...]
