"""Who lives in the region and what they say: knowledge/region.yaml."""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.coaching.cards.models import CardField
from bot.core.coaching.trades import Trade
from bot.core.data_files import parse_yaml
from bot.errors import DataFileError
from bot.resources import knowledge_folder


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Fair(_Strict):
    """An event; `day` is counted from the first day of the simulation."""

    name: str
    day: int = Field(ge=0)


class TradeWords(_Strict):
    """A trade: how its firms are called, whom they meet, what is said there. `chosen` as value cards know it."""

    id: str
    chosen: Trade
    suffixes: tuple[str, ...] = Field(min_length=1)
    partners: tuple[str, ...] = Field(min_length=1)
    topics: tuple[str, ...] = Field(min_length=1)
    steps: tuple[str, ...] = Field(min_length=1)
    issues: tuple[str, ...] = Field(min_length=1)
    named: Mapping[str, str]
    cards: tuple[Mapping[CardField, str], ...] = Field(min_length=1)


class EntryWords(_Strict):
    """What goes into the guides."""

    question: str
    answer: str


class Beyond(_Strict):
    """A question that the guides do not answer, as several firms ask it; without `answer` nobody has answered yet."""

    asks: tuple[str, ...] = Field(min_length=1)
    answer: str = ""
    entry: EntryWords | None = None


class RegionWords(_Strict):
    """The whole of knowledge/region.yaml."""

    version: int = Field(ge=1, le=1)
    team: str
    app: str
    mail: str
    surnames: tuple[str, ...] = Field(min_length=1)
    given_names: tuple[str, ...] = Field(min_length=1)
    titles: tuple[str, ...] = Field(min_length=1)
    partner_titles: tuple[str, ...] = Field(min_length=1)
    public_titles: tuple[str, ...] = Field(min_length=1)
    towns: tuple[str, ...] = Field(min_length=1)
    public: tuple[str, ...] = Field(min_length=1)
    events: tuple[Fair, ...] = Field(min_length=1)
    note: str
    support_steps: tuple[str, ...] = Field(min_length=1)
    lesson: str
    trades: tuple[TradeWords, ...] = Field(min_length=1)
    asked: tuple[str, ...] = Field(min_length=1)
    beyond: tuple[Beyond, ...] = Field(min_length=1)


def load_region() -> RegionWords:
    """Read knowledge/region.yaml. Raises DataFileError."""
    path = knowledge_folder() / "region.yaml"
    try:
        return RegionWords.model_validate(parse_yaml(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise DataFileError("knowledge/region.yaml", str(error)) from error
