"""Thanks, "noted", "later", a greeting, "what can you do", "not that": no questions, and still they deserve an answer.

The words are data (prompts/courtesies.yaml). Only a message that is nothing else is taken as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.data_files import parse_yaml
from bot.errors import DataFileError

Courtesy: TypeAlias = Literal["thanks", "noted", "later", "greeting", "help", "missed"]

_NOT_WORDS = re.compile(r"[\W_]+|ー+$")
_SHORTCODE = re.compile(r":[a-z0-9_+'-]+:(?::skin-tone-\d:)?")
_NAMED = re.compile(r"^(?:minori|実り|みのり)(?:さん|様)?|(?:minori|実り|みのり)?(?:さん|様)?$")


class CourtesyFile(BaseModel):
    """The shape of prompts/courtesies.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1]
    thanks: list[str] = Field(min_length=1)
    noted: list[str] = Field(min_length=1)
    later: list[str] = Field(min_length=1)
    greeting: list[str] = Field(min_length=1)
    help: list[str] = Field(min_length=1)
    missed: list[str] = Field(min_length=1)
    thanks_signs: list[str] = Field(min_length=1)


class Courtesies:
    """Knows the words. Built from the data file."""

    def __init__(self, words: Mapping[Courtesy, list[str]], *, thanks_signs: Sequence[str] = ()) -> None:
        self._kinds: dict[str, Courtesy] = {_key(word): kind for kind, said in words.items() for word in said}
        self._thanks_signs = tuple(thanks_signs)

    def kind_of(self, text: str) -> Courtesy | None:
        """What kind of courtesy a message is, or None where it says anything else, or nothing at all.

        A thumb is thanks; any other sign alone (「？」) asks how this works, for there is no word to look for.
        """
        key = _key(text)
        if not key and text.strip():
            return "thanks" if any(sign in text for sign in self._thanks_signs) else "help"
        return self._kinds.get(key) or self._kinds.get(_NAMED.sub("", key))


def load_courtesies(text: str, *, path: str) -> Courtesies:
    """Read the data file. Raises DataFileError."""
    try:
        file = CourtesyFile.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        raise DataFileError(path, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise DataFileError(path, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    kinds: tuple[Courtesy, ...] = get_args(Courtesy)
    said: dict[Courtesy, list[str]] = {kind: getattr(file, kind) for kind in kinds}
    return Courtesies(said, thanks_signs=file.thanks_signs)


def has_words(text: str) -> bool:
    """False for a message of nothing but marks and emoji."""
    return bool(_key(text))


def _key(text: str) -> str:
    without = _SHORTCODE.sub(" ", unicodedata.normalize("NFKC", text).lower())
    return _NOT_WORDS.sub("", without)
