"""The field's synonyms and their English, as they widen a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.data_files import parse_yaml
from bot.core.english import english_words, stem
from bot.core.japanese import JapaneseAnalyser
from bot.errors import DataFileError


class GlossaryTerm(BaseModel):
    """One entry of knowledge/glossary.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    term: str = Field(min_length=1)
    synonyms: tuple[str, ...] = ()
    english: tuple[str, ...] = ()


class GlossaryFile(BaseModel):
    """The whole of knowledge/glossary.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int = Field(ge=1, le=1)
    terms: tuple[GlossaryTerm, ...]


def load_glossary_file(text: str, *, path: str) -> GlossaryFile:
    """Parse the file strictly. Raises DataFileError naming the entry and the reason."""
    try:
        return GlossaryFile.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DataFileError(path, f"not YAML: {error}", mark.line + 1 if mark else None) from error
    except ValidationError as error:
        reasons = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
        raise DataFileError(path, reasons) from error


Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One meaning: every Japanese way of saying it as word forms, and every English one as stems."""

    term: str
    japanese: tuple[Forms, ...]
    english: tuple[Forms, ...]


class Glossary:
    """Finds the longest glossary term at a place in a question."""

    def __init__(self, entries: Sequence[GlossaryEntry]) -> None:
        self._japanese = _by_first(entries, lambda entry: entry.japanese)
        self._english = _by_first(entries, lambda entry: entry.english)

    @classmethod
    def of(cls, file: GlossaryFile, analyser: JapaneseAnalyser) -> Glossary:
        """Analyse every term of the file once."""
        return cls([_entry(term, analyser) for term in file.terms])

    def japanese_at(self, forms: Sequence[str], start: int) -> tuple[GlossaryEntry, int] | None:
        """The entry whose longest Japanese form sequence starts at `start`, and its length in words."""
        return _longest(self._japanese, forms, start)

    def english_at(self, stems: Sequence[str], start: int) -> tuple[GlossaryEntry, int] | None:
        """The same for English stems."""
        return _longest(self._english, stems, start)


_Table = dict[str, list[tuple[Forms, GlossaryEntry]]]


def _by_first(entries: Sequence[GlossaryEntry], pick: Callable[[GlossaryEntry], tuple[Forms, ...]]) -> _Table:
    table: _Table = {}
    for entry in entries:
        for forms in pick(entry):
            table.setdefault(forms[0], []).append((forms, entry))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def _longest(table: _Table, forms: Sequence[str], start: int) -> tuple[GlossaryEntry, int] | None:
    for wanted, entry in table.get(forms[start], ()):
        if tuple(forms[start : start + len(wanted)]) == wanted:
            return entry, len(wanted)
    return None


def _entry(term: GlossaryTerm, analyser: JapaneseAnalyser) -> GlossaryEntry:
    japanese = dict.fromkeys(_japanese_forms((term.term, *term.synonyms), analyser))
    english = dict.fromkeys(_english_forms(term.english))
    return GlossaryEntry(term.term, tuple(japanese), tuple(english))


def _japanese_forms(ways: Sequence[str], analyser: JapaneseAnalyser) -> Iterator[Forms]:
    for way in ways:
        forms = tuple(word.form for word in analyser.words(way) if word.is_searched)
        if forms:
            yield forms


def _english_forms(ways: Sequence[str]) -> Iterator[Forms]:
    for way in ways:
        forms = tuple(stem(word) for word in english_words(way))
        if forms:
            yield forms
