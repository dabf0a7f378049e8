"""The sheet of definitions: what each number counts, so that nobody has to ask."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.figures.intervals import FEWEST
from bot.core.figures.periods import Period
from bot.core.figures.tables import Cell, Column, Kind, Sheet
from bot.core.messages import Argument, Message

_OF_KIND: dict[Kind, tuple[str, ...]] = {
    Kind.FIGURES: (
        "firms", "began", "goals", "steps", "median", "stalls", "reminders", "answers", "events", "interval", "few",
        "order",
    ),
    Kind.REPORT: (
        "firms", "visits", "questions", "cases", "moves", "hand-overs", "programme", "check", "order",
    ),
    Kind.ENCOUNTERS: ("firms", "words", "chosen", "zone", "order"),
    Kind.QUESTIONS: ("firms", "questions", "order"),
}  # fmt: skip


def definitions(kind: Kind, period: Period, *, reader: str, left_out: int, narrowed: tuple[Cell, ...] = ()) -> Sheet:
    """From when until when, for whom, what is left out, and what each number means. `narrowed`: to which programme,
    event and firm it was narrowed down."""
    days = Message("figures-period", {"first": period.first.isoformat(), "last": period.last.isoformat()})
    said: dict[str, Argument] = {"fewest": FEWEST, "count": left_out}
    rows: list[tuple[Cell, ...]] = [
        (Message("figures-term-period"), days),
        (Message("figures-term-reader"), reader),
        *((Message("figures-term-narrowed"), one) for one in narrowed),
        (Message("figures-term-left-out"), Message("figures-count", {"count": left_out})),
    ]
    return _sheet([*rows, *_meanings(_OF_KIND[kind], said)])


def glance_definitions(*, reader: str, left_out: int) -> Sheet:
    """For whom, what is left out, and what each number of the pictures of a digest means."""
    rows: list[tuple[Cell, ...]] = [
        (Message("figures-term-reader"), reader),
        (Message("figures-term-left-out"), Message("figures-count", {"count": left_out})),
    ]
    return _sheet([*rows, *_meanings(("firms", "stages", "week-ago", "stalls", "waiting", "loads"), {})])


def _meanings(names: tuple[str, ...], said: Mapping[str, Argument]) -> list[tuple[Cell, ...]]:
    return [(Message(f"figures-term-{name}"), Message(f"figures-means-{name}", said)) for name in names]


def _sheet(rows: list[tuple[Cell, ...]]) -> Sheet:
    columns = (Column("term", 28), Column("means", 100))
    return Sheet(name="definitions", title=Message("figures-sheet-definitions"), columns=columns, rows=tuple(rows))
