"""Messages that are no answer: to begin, to go on, not known, a hint. The words are data (prompts/walk_words.yaml).

Only a message that is nothing else is taken as one, so that whoever answers is never interrupted by a word in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.coaching.walks.chat.choosing import MeantWords
from bot.core.coaching.walks.chat.wishes import Wishes, WishWords
from bot.core.data_files import parse_yaml
from bot.errors import DataFileError

_NOT_WORDS = re.compile(r"[\W_]+|ー+$")
_SHORTCODE = re.compile(r":[a-z0-9_+'-]+:(?::skin-tone-\d:)?")
_SOFTENED = re.compile(r"(?:です)?(?:なあ|なぁ|な|ねえ|ねぇ|ね|よ|わ|けど)?$")
"""What speech puts behind a word: 「わからんなあ」, 「戻りたいです」."""
_ADDRESSED = re.compile(r"^(?:minori|実り|みのり)(?:さん|様)?")


_SHORT = 30
"""Characters of a message that may be nothing but a request for time."""


class Meant(StrEnum):
    """What such a message wants."""

    START = "start"
    RESUME = "resume"
    UNKNOWN = "unknown"
    LATER = "later"
    HINT = "hint"
    BACK = "back"
    AS_IS = "as_is"
    AGAIN = "again"
    """An answer was wrong, or everything is to begin anew."""
    SHOW = "show"
    PAUSE = "pause"
    WAIT = "wait"
    """Nothing: people among themselves, or somebody who needs time."""
    END = "end"
    """There is no more to say."""
    WHO_SEES = "who_sees"
    BARE = "bare"
    """Yes or no, without a word more."""
    CROSS = "cross"
    """Anger."""


class WalkWordsFile(BaseModel):
    """The shape of prompts/walk_words.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1]
    start: list[str] = Field(min_length=1)
    resume: list[str] = Field(min_length=1)
    unknown: list[str] = Field(min_length=1)
    later: list[str] = Field(min_length=1)
    hint: list[str] = Field(min_length=1)
    back: list[str] = Field(min_length=1)
    as_is: list[str] = Field(min_length=1)
    again: list[str] = Field(min_length=1)
    show: list[str] = Field(min_length=1)
    pause: list[str] = Field(min_length=1)
    wait: list[str] = Field(min_length=1)
    wait_begins: list[str] = Field(min_length=1)
    wait_ends: list[str] = Field(min_length=1)
    end: list[str] = Field(min_length=1)
    who_sees: list[str] = Field(min_length=1)
    bare: list[str] = Field(min_length=1)
    cross: list[str] = Field(min_length=1)
    wishes: WishWords
    choices: dict[str, dict[str, list[str]]]


class WalkWords:
    """Knows the words."""

    def __init__(self, file: WalkWordsFile) -> None:
        self._meant = {_key(word): meant for meant in Meant for word in getattr(file, str(meant))}
        self._begins = tuple(_key(word) for word in file.wait_begins)
        self._ends = tuple(_key(word) for word in file.wait_ends)
        self.wishes = Wishes(file.wishes)
        self.choices: Mapping[str, MeantWords] = file.choices
        """Words that mean a choice, by question and value."""

    def meant(self, text: str) -> Meant | None:
        """What a message wants where it is nothing but that; None for anything else, a message without a word too."""
        key = _key(text)
        said = (key, _ADDRESSED.sub("", key), _SOFTENED.sub("", key))
        meant = next((found for one in said if (found := self._meant.get(one)) is not None), None)
        asks_for_time = len(key) <= _SHORT and (key.startswith(self._begins) or key.endswith(self._ends))
        return meant or (Meant.WAIT if asks_for_time else None)


def load_walk_words(text: str, *, path: str) -> WalkWords:
    """Read the data file. Raises DataFileError."""
    try:
        return WalkWords(WalkWordsFile.model_validate(parse_yaml(text)))
    except yaml.YAMLError as error:
        raise DataFileError(path, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise DataFileError(path, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def is_wordless(text: str) -> bool:
    """True for a message of nothing but marks and emoji."""
    return not _key(text)


def _key(text: str) -> str:
    without = _SHORTCODE.sub(" ", unicodedata.normalize("NFKC", text).lower())
    return _NOT_WORDS.sub("", without)
