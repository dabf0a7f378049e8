"""Prompts for a language model as strict data: what a file may hold, and filling it in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Template
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.data_files import parse_yaml
from bot.errors import DataFileError

_VARIABLE = re.compile(r"\$\{(\w+)\}")


class Prompt(BaseModel):
    """One file of prompts/models. `system` and `user` may hold variables written ${name}."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    version: int = Field(ge=1)
    system: str = Field(min_length=1)
    user: str = Field(min_length=1)

    @classmethod
    def parse(cls, text: str, *, path: str, variables: frozenset[str]) -> Self:
        """Read a prompt file. `variables` are the names its user fills; the file must use each and no other.

        Raises DataFileError for anything unknown, missing or of the wrong type, all of it named at once.
        """
        try:
            prompt = cls.model_validate(parse_yaml(text))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            raise DataFileError(path, "not YAML", mark.line + 1 if mark else None) from error
        except ValidationError as error:
            faults = (f"{'.'.join(map(str, fault['loc'])) or 'file'}: {fault['msg']}" for fault in error.errors())
            raise DataFileError(path, "; ".join(faults)) from error
        prompt._check_variables(path, variables)
        return prompt

    def _check_variables(self, path: str, expected: frozenset[str]) -> None:
        used = set(_VARIABLE.findall(self.system + self.user))
        faults = [f"unknown variable ${{{name}}}" for name in sorted(used - expected)]
        faults += [f"missing variable ${{{name}}}" for name in sorted(expected - used)]
        if self._has_stray_dollar():
            faults.append("a $ that starts no ${variable}; write $$ for a dollar")
        if faults:
            raise DataFileError(path, "; ".join(faults))

    def _has_stray_dollar(self) -> bool:
        return "$" in _VARIABLE.sub("", self.system + self.user).replace("$$", "")

    def fill(self, values: Mapping[str, str]) -> tuple[str, str]:
        """Return the system and the user text. What is filled in is never read as a template itself.

        Raises KeyError naming every variable that has no value.
        """
        missing = sorted(set(_VARIABLE.findall(self.system + self.user)) - set(values))
        if missing:
            raise KeyError(", ".join(missing))
        return Template(self.system).substitute(values), Template(self.user).substitute(values)
