"""A passage as it is searched: headings, other ways of asking and sentences, each normalised and analysed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.core.japanese import JapaneseAnalyser, normalise, sentences

_RUN = re.compile(r"[^\s\W_]+|ー+")


class UnitKind(StrEnum):
    """Where a unit of a passage comes from; only sentences are ever quoted."""

    HEADING = "h"
    ASKED = "a"
    SENTENCE = "s"


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading, a way of asking, or the n-th sentence of a passage: normalised text, word forms in order."""

    kind: UnitKind
    text: str
    forms: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PassageToIndex:
    """What an index is built from. `id` is the passage id."""

    id: str
    text: str
    heading_path: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchablePassage:
    """One analysed passage: what an index holds of it."""

    id: str
    units: tuple[Unit, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """All word forms in order, with repeats."""
        return tuple(form for unit in self.units for form in unit.forms)

    @property
    def text(self) -> str:
        """All normalised text, a unit a line."""
        return "\n".join(unit.text for unit in self.units)


def pieces_of(passage: PassageToIndex) -> list[tuple[UnitKind, str, str]]:
    """The units of a passage before analysis: kind, original text, normalised text.

    Sentences are split from the original, as answers split them.
    """
    pieces = [(UnitKind.HEADING, heading) for heading in passage.heading_path]
    pieces += [(UnitKind.ASKED, asked) for asked in passage.asked]
    pieces += [(UnitKind.SENTENCE, sentence) for sentence in sentences(passage.text)]
    return [(kind, text, normalise(text)) for kind, text in pieces]


def analyse(passage: PassageToIndex, analyser: JapaneseAnalyser) -> SearchablePassage:
    """Analyse a passage for indexing."""
    units = (
        Unit(kind, normalised, tuple(word.form for word in analyser.words(text) if word.is_searched))
        for kind, text, normalised in pieces_of(passage)
    )
    return SearchablePassage(id=passage.id, units=tuple(units))


def character_grams(text: str, size: int) -> Iterator[str]:
    """Character n-grams of a normalised text, never across punctuation or blanks."""
    for run in _RUN.findall(text):
        for start in range(len(run) - size + 1):
            yield run[start : start + size]


def index_grams(text: str) -> Sequence[str]:
    """The one- and two-character grams that are indexed, with repeats."""
    return [*character_grams(text, 1), *character_grams(text, 2)]
