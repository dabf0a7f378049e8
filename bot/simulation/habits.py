"""What people of a simulation do, how often, and in which words: knowledge/simulation.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Annotated, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.core.data_files import parse_yaml
from bot.core.meetings.models import Stage
from bot.core.nudges.cadences import Asks
from bot.errors import DataFileError
from bot.resources import knowledge_folder

Share = Annotated[float, Field(ge=0, le=1)]
Range = tuple[int, int]
_One = TypeVar("_One")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TownHabits(_Strict):
    """How many people there are, where and when they work."""

    people_per_firm: Range
    firms_per_coordinator: int = Field(ge=1)
    abroad: Share
    late_hours: Share
    lighter: Share
    fuller: Share
    on_leave: Share
    closed_in_august: Share
    working_saturdays: Share
    partner_days_off: Share


class CapturingHabits(_Strict):
    """How encounters are written down."""

    at_fairs: Share
    cards: Range
    greeting: Share
    later: Share
    with_step: Share
    visits: Share
    written_for: Share


class AnsweringHabits(_Strict):
    """How people answer reminders."""

    by_reminder: tuple[Share, ...] = Field(min_length=1)
    another_day: Share
    twice: Share
    on_old_message: Share
    take_back: Share
    ask_why: Share
    stop: Share
    go_on: Share
    name_wall: Share
    issue: Share
    set_hour: Share

    def acts(self, reminder: int) -> float:
        """The share that acts on this reminder of the same thing, from 0."""
        return self.by_reminder[min(reminder, len(self.by_reminder) - 1)]


class Trouble(_Strict):
    """What goes wrong in sending, as shares of everything that is sent; and the days of the outage."""

    too_fast: Share
    server_error: Share
    dropped: Share
    unreadable: Share
    outage_days: int = Field(ge=0)


class Words(_Strict):
    """What people type."""

    surnames: tuple[str, ...] = Field(min_length=1)
    given_names: tuple[str, ...] = Field(min_length=1)
    places: tuple[str, ...] = Field(min_length=1)
    trades: tuple[str, ...] = Field(min_length=1)
    events: tuple[str, ...] = Field(min_length=1)
    steps: tuple[str, ...] = Field(min_length=1)
    named: Mapping[str, str]
    lesson: str
    issue: str
    note: str


class Habits(_Strict):
    """The whole of knowledge/simulation.yaml."""

    version: int = Field(ge=1, le=1)
    town: TownHabits
    capturing: CapturingHabits
    answering: AnsweringHabits
    choices: Mapping[Asks, Mapping[str, Share]]
    forward: Mapping[Stage, Share]
    trouble: Trouble
    words: Words

    @model_validator(mode="after")
    def _says_all(self) -> Habits:
        # Planned meetings come from calendar files, which nobody drops here; nor does anybody take a value walk.
        said = {*map(str, self.choices), *map(str, self.forward), str(Asks.GOAL), str(Asks.OUTCOME), str(Asks.WALK)}
        missing = sorted({*map(str, Asks), *map(str, Stage)} - said)
        if missing:
            raise ValueError(f"not said: {', '.join(missing)}")
        return self


def load_habits() -> Habits:
    """Read knowledge/simulation.yaml. Raises DataFileError."""
    path = knowledge_folder() / "simulation.yaml"
    try:
        return Habits.model_validate(parse_yaml(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise DataFileError("knowledge/simulation.yaml", str(error)) from error


def drawn(choices: Mapping[_One, float], chance: Random) -> _One:
    """One of several by their weights."""
    return chance.choices(list(choices), weights=list(choices.values()))[0]
