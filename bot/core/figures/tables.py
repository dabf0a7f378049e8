"""Exports as data: sheets of cells with our words still as messages. The same on paper, in Excel, CSV and JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from bot.core.figures.periods import Period
from bot.core.figures.records import Case
from bot.core.messages import Message


class Kind(StrEnum):
    """What can be exported."""

    ENCOUNTERS = "encounters"
    FIGURES = "figures"
    REPORT = "report"
    QUESTIONS = "questions"


class Format(StrEnum):
    """In which form."""

    XLSX = "xlsx"
    CSV = "csv"
    ICS = "ics"
    JSON = "json"


FORMATS: Mapping[Kind, tuple[Format, ...]] = {
    Kind.ENCOUNTERS: (Format.XLSX, Format.CSV, Format.ICS, Format.JSON),
    Kind.FIGURES: (Format.XLSX, Format.CSV, Format.JSON),
    Kind.REPORT: (Format.XLSX, Format.CSV, Format.JSON),
    Kind.QUESTIONS: (Format.XLSX, Format.CSV, Format.JSON),
}
"""Only encounters have days and hours that a calendar shows."""


_IN_TITLE = 20
"""So many characters of a name stand in a title: a file's name is cut at a hundred (bot/core/outgoing.py)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """How many rows of a sheet of the same export there are; with `column` and `equals`, those with that cell. Excel
    counts it by itself, so that a reader can check a number; other formats leave it out."""

    sheet: str
    column: str = ""
    equals: str | Message = ""


Cell: TypeAlias = str | int | float | date | Message | Tally | None


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is what machines read, `figures-column-<name>` its heading. `width` in characters."""

    name: str
    width: int = 14
    is_share: bool = False
    """A share of 1, shown as a percentage."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """Rows of cells, one for each column."""

    name: str
    title: Message
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """Everything that one file holds; the first sheet is the one that CSV has. `cases` are those of a calendar and of
    the models of the government interoperability framework, for encounters alone. `firm_ids`: whose data is in it;
    `of`: the names of the programme, event and firm that it is narrowed down to."""

    kind: Kind
    period: Period
    made_on: date
    reader: str
    sheets: tuple[Sheet, ...]
    cases: tuple[Case, ...] = ()
    firm_ids: frozenset[str] = frozenset()
    of: tuple[str, ...] = ()

    @property
    def title(self) -> Message:
        """What it is, of which days, and to what it is narrowed down: the files of two programmes have two names."""
        days = {"first": self.period.first.isoformat(), "last": self.period.last.isoformat()}
        if not self.of:
            return Message(f"figures-title-{self.kind}", days)
        return Message(f"figures-title-{self.kind}-of", {"of": " ".join(one[:_IN_TITLE] for one in self.of), **days})
