"""knowledge/fields.yaml: fields of use and social challenges, the states they suffer from, what would lessen them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.coaching.trades import Trade
from bot.core.coaching.troubles import Troubles
from bot.core.coaching.uses.grammar import FunctionReader
from bot.core.coaching.uses.models import Function
from bot.core.data_files import parse_yaml
from bot.core.english import LIGHT_WORDS, english_words, stem
from bot.core.messages import Locale
from bot.errors import DataFileError

_STRICT = ConfigDict(extra="forbid", frozen=True)


class EntryKind(StrEnum):
    """What an entry is."""

    FIELD = "field"
    CHALLENGE = "challenge"


class Words(BaseModel):
    """Something said in both languages."""

    model_config = _STRICT

    ja: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def of(self, locale: Locale) -> str:
        """It in one of them."""
        return self.ja if locale == "ja" else self.en


class SufferedState(Words):
    """A state that hurts, and functions that would lessen it."""

    helps: tuple[str, ...] = Field(min_length=1)


class FieldEntry(BaseModel):
    """A field of use or a social challenge.

    `trades` are those whose firms work there already; `words` how a town's plan speaks of a challenge; `ask` is who
    there would know; `source` names where it was taken from ("general": general knowledge, to be confirmed there).
    """

    model_config = _STRICT

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    kind: EntryKind
    name: Words
    ask: Words
    trades: tuple[Trade, ...] = ()
    words: tuple[str, ...] = ()
    source: str = Field(min_length=1)
    states: tuple[SufferedState, ...] = Field(min_length=2)


class FieldsFile(BaseModel):
    """The whole of knowledge/fields.yaml."""

    model_config = _STRICT

    version: int = Field(ge=1, le=1)
    entries: tuple[FieldEntry, ...] = Field(min_length=1)


def load_fields_file(text: str, *, path: str) -> FieldsFile:
    """Parse the file strictly. Raises DataFileError naming the entry and the reason."""
    try:
        file = FieldsFile.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DataFileError(path, "not YAML", mark.line + 1 if mark else None) from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise DataFileError(path, "; ".join(faults)) from error
    ids = [entry.id for entry in file.entries]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise DataFileError(path, f"ids used twice: {', '.join(twice)}")
    return file


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownState:
    """A state that hurts, with the functions that help read, the words of it for comparing by language, and the
    troubles that it tells."""

    state: SufferedState
    helps: tuple[Function, ...]
    words: Mapping[Locale, frozenset[str]]
    troubles: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownEntry:
    """An entry, read once for comparing."""

    entry: FieldEntry
    states: tuple[KnownState, ...]


def known_entries(file: FieldsFile, reader: FunctionReader, troubles: Troubles | None = None) -> Sequence[KnownEntry]:
    """Every entry of the file, analysed once. A help that is no function is left out (`minori check` names it)."""
    return tuple(
        KnownEntry(entry=entry, states=tuple(_known(state, reader, troubles) for state in entry.states))
        for entry in file.entries
    )


def _known(state: SufferedState, reader: FunctionReader, troubles: Troubles | None) -> KnownState:
    helps = tuple(found for words in state.helps if (found := reader.read(words)) is not None)
    words: dict[Locale, frozenset[str]] = {
        "ja": reader.tells(state.ja),
        "en": frozenset(stem(one) for one in english_words(state.en) if one not in LIGHT_WORDS),
    }
    told = troubles.told(state.ja) | troubles.told(state.en) if troubles else frozenset[str]()
    return KnownState(state=state, helps=helps, words=words, troubles=told)
