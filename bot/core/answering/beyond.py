"""Questions that the bundled guides do not answer, and whom to ask instead: knowledge/beyond.yaml.

They are indexed beside the passages as competitors; `acceptance` weighs them.
"""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.answering.searchable import PassageToIndex
from bot.core.data_files import parse_yaml
from bot.core.messages import Locale
from bot.errors import DataFileError

PREFIX = "beyond:"
"""Starts the id of an indexed topic; no passage id can start so, because a guide's id holds no colon."""


class BeyondTopic(BaseModel):
    """One topic: its name, whom to ask (both by language), and how people ask."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    ja: str = Field(min_length=1)
    en: str = Field(min_length=1)
    ask_at: Mapping[Locale, str] = {}
    questions: tuple[str, ...] = Field(min_length=1)


class BeyondFile(BaseModel):
    """The whole of knowledge/beyond.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int = Field(ge=1, le=1)
    topics: tuple[BeyondTopic, ...]


def load_beyond_file(text: str, *, path: str) -> BeyondFile:
    """Parse the file strictly. Raises DataFileError naming the entry and the reason."""
    try:
        file = BeyondFile.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DataFileError(path, "not YAML", mark.line + 1 if mark else None) from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise DataFileError(path, "; ".join(faults)) from error
    ids = [topic.id for topic in file.topics]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise DataFileError(path, f"ids used twice: {', '.join(twice)}")
    return file


def to_index(topic: BeyondTopic) -> PassageToIndex:
    """A topic as it is indexed: ways of asking without any text to quote."""
    return PassageToIndex(id=PREFIX + topic.id, text="", asked=topic.questions)


def topic_id(passage_id: str) -> str | None:
    """The topic of an indexed id, or None where it is a passage."""
    return passage_id.removeprefix(PREFIX) if passage_id.startswith(PREFIX) else None
