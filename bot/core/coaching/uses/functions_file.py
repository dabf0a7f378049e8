"""knowledge/functions.yaml as it is written: its schema, and reading it strictly."""

from __future__ import annotations

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.data_files import parse_yaml
from bot.errors import DataFileError

_STRICT = ConfigDict(extra="forbid", frozen=True)
_ID = r"^[a-z0-9_-]+$"


class VerbClass(BaseModel):
    """Verbs that do the same. `near` are classes that often help with the same trouble."""

    model_config = _STRICT

    id: str = Field(pattern=_ID)
    ja: str = Field(min_length=1)
    en: str = Field(min_length=1)
    near: tuple[str, ...] = ()
    verbs: tuple[str, ...] = Field(min_length=1)
    happens: tuple[str, ...] = ()
    """Intransitive verbs of the same change; the first belongs to the first of `verbs`."""
    english: tuple[str, ...] = Field(min_length=1)
    english_nouns: tuple[str, ...] = ()


class ObjectKind(BaseModel):
    """Things that behave alike."""

    model_config = _STRICT

    id: str = Field(pattern=_ID)
    ja: str = Field(min_length=1)
    en: str = Field(min_length=1)
    families: tuple[str, ...] = Field(min_length=1)
    """Things of two kinds have something in common where a family is the same."""
    words: tuple[str, ...] = Field(min_length=1)
    english: tuple[str, ...] = Field(min_length=1)


class Reading(BaseModel):
    """The name of a process, and the function that it stands for."""

    model_config = _STRICT

    ja: str = Field(min_length=1)
    function: str = Field(min_length=1)


class Sense(BaseModel):
    """Verbs that do something else, `means`, to things of some kinds."""

    model_config = _STRICT

    verbs: tuple[str, ...] = Field(min_length=1)
    english: tuple[str, ...] = ()
    kinds: tuple[str, ...] = Field(min_length=1)
    means: str = Field(min_length=1)


class FunctionsFile(BaseModel):
    """The whole of knowledge/functions.yaml."""

    model_config = _STRICT

    version: int = Field(ge=1, le=1)
    classes: tuple[VerbClass, ...] = Field(min_length=1)
    objects: tuple[ObjectKind, ...] = Field(min_length=1)
    senses: tuple[Sense, ...] = ()
    readings: tuple[Reading, ...] = ()
    silent: tuple[str, ...] = ()


def load_functions_file(text: str, *, path: str) -> FunctionsFile:
    """Parse the file strictly. Raises DataFileError naming the entry and the reason."""
    try:
        return FunctionsFile.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DataFileError(path, "not YAML", mark.line + 1 if mark else None) from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise DataFileError(path, "; ".join(faults)) from error
