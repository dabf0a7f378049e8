"""The words of prompts/coaching/listening/: what each list means is said there, beside the list."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.core.coaching.trades import Trade
from bot.core.data_files import parse_yaml
from bot.core.japanese import normalise
from bot.errors import DataFileError


def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(normalise(word) for word in words)


Words = Annotated[frozenset[Annotated[str, Field(min_length=1)]], Field(min_length=1), AfterValidator(_folded)]


class PraiseKind(StrEnum):
    """What is praised: a question is made for each."""

    QUALITY = "quality"
    EASE = "ease"
    SPEED = "speed"
    BREADTH = "breadth"
    ONLY = "only"
    MANNER = "manner"
    HISTORY = "history"
    ESTEEM = "esteem"
    PRIDE = "pride"


class _Lists(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1]
    own: Words
    generic: Words
    everybody: Words
    rivals: Words
    people: Words
    praise: dict[PraiseKind, Words]
    vague_things: Words
    vague_manners: Words
    earlier: Words
    costs: Words
    evidence: Words
    equipment: Words
    trades: dict[Trade, Words]

    @cached_property
    def every_trade(self) -> frozenset[str]:
        """The words of all trades together."""
        return frozenset().union(*self.trades.values())

    def trade_words(self, trade: str) -> frozenset[str]:
        """The words of a trade; of all where it is not known."""
        return next((words for name, words in self.trades.items() if name == trade), self.every_trade)


class JapaneseWords(_Lists):
    """The shape of ja.yaml."""

    own_staff: Words
    employees: Words
    own_if_bare: Words
    people_endings: Words
    bodies: Words
    body_endings: Words
    not_people: Words
    broad: Words
    segment_words: Words
    sales_things: Words
    sales_deeds: Words
    own_deeds: Words
    change_verbs: Words
    change_states: Words
    product_uses: Words
    measures: Words
    now: Words
    shares: Words
    troubles: Words
    labours: Words
    told: Words
    news: Words
    workplaces: Words
    wages: Words
    defects: Words
    gains: Words
    made_without: Words
    plights: Words
    body: Words
    witnesses: Words
    human_deeds: Words
    human_abilities: Words


class EnglishWords(_Lists):
    """The shape of en.yaml."""

    people_endings: Words
    not_people: Words
    changes: Words
    own_deeds: Words
    sales_things: Words
    told: Words
    labours: Words


Shape = TypeVar("Shape", JapaneseWords, EnglishWords)


def load_words(text: str, shape: type[Shape], *, path: str) -> Shape:
    """Read one of the files. Raises DataFileError that names the place."""
    try:
        return shape.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        raise DataFileError(path, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise DataFileError(path, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
