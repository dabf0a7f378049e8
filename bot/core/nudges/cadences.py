"""Cadences: after how many days somebody is reminded of what, as data in prompts/cadences/."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from enum import StrEnum

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from bot.core.data_files import parse_yaml
from bot.core.messages import Locale
from bot.errors import DataFileError

DEFAULT = "default"
"""The cadence that names every matter; the others name what is different in them."""


class Matter(StrEnum):
    """What somebody can be reminded of (bot/core/scheduled.py says what each is counted from)."""

    CONFIRM = "confirm"
    PREPARE = "prepare"
    OUTCOME = "outcome"
    NEXT_STEP = "next_step"
    SET_TIME = "set_time"
    NO_NEXT_STEP = "no_next_step"
    WAKE = "wake"
    TRIAL_DECISION = "trial_decision"
    ISSUE = "issue"
    REQUEST = "request"
    SUCCESSION = "succession"
    WALK = "walk"


MAY_END = frozenset({Matter.PREPARE, Matter.WALK})
"""What needs no reminder once its day has passed, and a value walk, which nobody has to go on with; everything else is
asked again until it is settled."""


class Counts(StrEnum):
    """In what a step is counted."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"


class OnDayOff(StrEnum):
    """Where a step goes whose day is a day off."""

    NEXT = "next_working_day"
    PREVIOUS = "previous_working_day"


class Asks(StrEnum):
    """What a step asks for; why-now names it."""

    CONFIRM = "confirm"
    GOAL = "goal"
    OUTCOME = "outcome"
    STEP = "step"
    TIME = "time"
    THANKS = "thanks"
    NEXT_STEP = "next_step"
    DECISION = "decision"
    WAKE = "wake"
    TRIAL_AHEAD = "trial_ahead"
    TRIAL = "trial"
    ISSUE = "issue"
    REQUEST = "request"
    SUCCESSION = "succession"
    WALK = "walk"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(_Strict):
    """One reminder: due `after` days of this sort from the day the matter is counted from; negative: before it."""

    after: int = Field(ge=-250, le=250)
    counts: Counts
    on_day_off: OnDayOff
    asks: Asks
    from_time: time | None = None
    """Not before that time of its day, in the person's time zone."""
    calls_partner: bool = False
    """It asks to telephone or to visit, and moves past days on which the outside firm is closed."""

    @field_validator("from_time", mode="before")
    @classmethod
    def _is_written_out(cls, value: object) -> object:
        # YAML 1.1 reads 16:00 without quotes as a number of minutes.
        if value is not None and not isinstance(value, str | time):
            raise ValueError('write the time in quotes: "16:00"')
        return value


class Rule(_Strict):
    """The steps of a matter, the earliest first; after the last one it comes again every `repeat_every` days, counted
    as the last step is (0: it ends)."""

    steps: tuple[Step, ...] = Field(min_length=1)
    repeat_every: int = Field(ge=0, le=250)

    def step(self, number: int) -> Step:
        """The step of this number; what comes again is the last one."""
        return self.steps[min(number, len(self.steps) - 1)]


class Title(_Strict):
    """The name of a cadence for those who choose one."""

    ja: str = Field(min_length=1, max_length=60)
    en: str = Field(min_length=1, max_length=60)

    def text(self, locale: Locale) -> str:
        """The name in a language."""
        return self.ja if locale == "ja" else self.en


class CadenceFile(_Strict):
    """The whole of a file in prompts/cadences/."""

    version: int = Field(ge=1, le=1)
    title: Title
    matters: Mapping[Matter, Rule] = Field(min_length=1)

    @model_validator(mode="after")
    def _goes_on(self) -> CadenceFile:
        for matter, rule in self.matters.items():
            if not rule.repeat_every and matter not in MAY_END:
                raise ValueError(f"{matter} must not end by itself: `repeat_every` has to be 1 or more")
            order = [step.after for step in rule.steps]
            if order != sorted(order):
                raise ValueError(f"the steps of {matter} are not in order")
        return self


def load_cadence_file(text: str, *, path: str) -> CadenceFile:
    """Parse a file strictly. Raises DataFileError naming the entry and the reason."""
    try:
        return CadenceFile.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DataFileError(path, "not YAML", mark.line + 1 if mark else None) from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc'])) or '-'}: {fault['msg']}" for fault in error.errors())
        raise DataFileError(path, "; ".join(faults)) from error


class Cadences:
    """All cadences by name. Raises DataFileError where `default` is absent or does not name every matter."""

    def __init__(self, files: Mapping[str, CadenceFile]) -> None:
        missing = [str(matter) for matter in Matter if DEFAULT not in files or matter not in files[DEFAULT].matters]
        if missing:
            raise DataFileError(f"prompts/cadences/{DEFAULT}.yaml", f"matters without steps: {', '.join(missing)}")
        self._files = dict(files)

    @property
    def names(self) -> tuple[str, ...]:
        """The default first, the others by name."""
        return tuple(sorted(self._files, key=lambda name: (name != DEFAULT, name)))

    def known(self, name: str) -> str:
        """The name itself; the default's where no such cadence is there (any more)."""
        return name if name in self._files else DEFAULT

    def title(self, name: str, locale: Locale) -> str:
        """What a cadence is called."""
        return self._files[self.known(name)].title.text(locale)

    def rule(self, name: str, matter: str) -> Rule:
        """The steps of a matter in a cadence; the default's where it says nothing. Raises ValueError for no matter."""
        one = Matter(matter)
        return self._files[self.known(name)].matters.get(one) or self._files[DEFAULT].matters[one]
