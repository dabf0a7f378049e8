"""Three questions to begin with, for each role and in both languages: prompts/starters.yaml."""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.core.data_files import parse_yaml
from bot.core.messages import Locale
from bot.core.people import Role
from bot.errors import DataFileError

HOW_MANY = 3
LONGEST = 75
"""Characters: what fits on a button of every chat platform."""


class Starter(BaseModel):
    """A question in both languages; the bundled guides answer both."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ja: str = Field(min_length=1, max_length=LONGEST)
    en: str = Field(min_length=1, max_length=LONGEST)

    def text(self, locale: Locale) -> str:
        """The question in a language."""
        return self.ja if locale == "ja" else self.en


class StartersFile(BaseModel):
    """The whole of prompts/starters.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int = Field(ge=1, le=1)
    roles: Mapping[Role, tuple[Starter, ...]]

    @model_validator(mode="after")
    def _complete(self) -> StartersFile:
        missing = [str(role) for role in Role if role not in self.roles]
        if missing:
            raise ValueError(f"roles without starters: {', '.join(missing)}")
        uneven = [str(role) for role, starters in self.roles.items() if len(starters) != HOW_MANY]
        if uneven:
            raise ValueError(f"roles that do not have {HOW_MANY} starters: {', '.join(uneven)}")
        return self


def load_starters_file(text: str, *, path: str) -> StartersFile:
    """Parse the file strictly. Raises DataFileError naming the entry and the reason."""
    try:
        return StartersFile.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DataFileError(path, "not YAML", mark.line + 1 if mark else None) from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc'])) or '-'}: {fault['msg']}" for fault in error.errors())
        raise DataFileError(path, "; ".join(faults)) from error
