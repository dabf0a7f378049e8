"""Words to the other side, to be copied: thanks and follow-ups as mail, telephone notes or letter. Nothing is sent.

The words are data (prompts/drafts/). A line is left out where something that it names is not known; of several
versions of a line the first one that can be filled is taken, so that nothing empty is ever left standing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias, get_args

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.core.data_files import parse_yaml
from bot.core.messages import Locale
from bot.errors import DataFileError

Purpose: TypeAlias = Literal["thanks", "follow_up"]
Form: TypeAlias = Literal["mail", "telephone", "letter"]
Politeness: TypeAlias = Literal["polite", "very_polite"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
FORMS: tuple[Form, ...] = get_args(Form)
LEVELS: tuple[Politeness, ...] = get_args(Politeness)

SLOTS = frozenset({"partner", "contact", "title", "event", "day", "topic", "will", "plan", "due", "firm", "sender"})
"""What a line may name."""
_SLOT = re.compile(r"\{([^{}]*)\}")


def _known_slots(line: str) -> str:
    strangers = sorted(set(_SLOT.findall(line)) - SLOTS)
    if strangers or line.count("{") != len(_SLOT.findall(line)):
        raise ValueError(f"no such slot: {', '.join(strangers) or line}")
    return line


_Text: TypeAlias = Annotated[str, AfterValidator(_known_slots)]
_Line: TypeAlias = _Text | Annotated[list[_Text], Field(min_length=1)]


class DraftText(BaseModel):
    """One draft in one language: its lines, and the subject of a mail."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    subject: _Line | None = None
    lines: list[_Line] = Field(min_length=1)


class _Languages(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    ja: DraftText
    en: DraftText


class _Levels(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    polite: _Languages
    very_polite: _Languages


class DraftFile(BaseModel):
    """The whole of a file in prompts/drafts/: one purpose, three forms, two levels of politeness, two languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1]
    purpose: Purpose
    mail: _Levels
    telephone: _Levels
    letter: _Levels

    def text(self, form: Form, level: Politeness, locale: Locale) -> DraftText:
        """The draft of this form, level and language."""
        levels: _Levels = getattr(self, form)
        languages: _Languages = getattr(levels, level)
        return languages.ja if locale == "ja" else languages.en


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished draft; `subject` is "" for everything but a mail."""

    subject: str
    text: str


class Drafts:
    """All drafts there are."""

    def __init__(self, files: Sequence[DraftFile]) -> None:
        self._files = {one.purpose: one for one in files}

    def draft(
        self, purpose: Purpose, form: Form, level: Politeness, *, locale: Locale, known: Mapping[str, str]
    ) -> Draft:
        """Fill one with what is known; `known` has SLOTS as keys, and "" or no key for what is not known.

        Raises KeyError for a purpose that no file has.
        """
        template = self._files[purpose].text(form, level, locale)
        filled = {name: " ".join(value.split()) for name, value in known.items() if value.strip()}
        subject = next(_filled([template.subject], filled), "") if template.subject else ""
        return Draft(subject, "\n".join(_without_gaps(_filled(template.lines, filled))))


def load_drafts(texts: Mapping[str, str]) -> Drafts:
    """Read the files strictly, by path. Raises DataFileError."""
    files = [_load(text, path) for path, text in texts.items()]
    absent = set(PURPOSES) - {one.purpose for one in files}
    if absent:
        raise DataFileError("prompts/drafts", f"no file for {', '.join(sorted(absent))}")
    return Drafts(files)


def _load(text: str, path: str) -> DraftFile:
    try:
        return DraftFile.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        raise DataFileError(path, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise DataFileError(path, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def _filled(lines: Sequence[str | list[str]], known: Mapping[str, str]) -> Iterator[str]:
    for line in lines:
        versions = [line] if isinstance(line, str) else line
        fit = next((one for one in versions if set(_SLOT.findall(one)) <= known.keys()), None)
        if fit is not None:
            yield _SLOT.sub(lambda found: known[found.group(1)], fit)


def _without_gaps(lines: Iterator[str]) -> Iterator[str]:
    """Where lines were left out, no two empty ones stand together, and none first."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line
