"""A digest as a workbook: its lines, the records behind them, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.bootstrap_figures import draw
from bot.core.digests.models import Line
from bot.core.digests.wording import LABELS, Reader, kind_heading, sentence, title_of
from bot.core.figures.periods import Period
from bot.core.figures.tables import Cell, Column, Export, Format, Kind, Sheet
from bot.core.messages import Message, OutgoingFile, Said
from bot.core.outgoing import XLSX

_LINES = (
    Column("why", 32),
    Column("firm", 28),
    Column("fact", 70),
    Column("since", 12),
    Column("days", 8),
    Column("working_days", 10),
    Column("records", 8),
    Column("next_thing", 18),
)
_RECORDS = (Column("line", 8), Column("why", 32), Column("firm", 28), Column("about", 28), Column("since", 12))
_RECORDS_ID = Column("id", 40)
_MEANS = ("digest-lines", "digest-records", "digest-days", "digest-firms")


def as_workbook(lines: Sequence[Line], reader: Reader) -> OutgoingFile:
    """What a digest shows: nothing that does not stand in it. Days to come are negative."""
    numbered = list(enumerate(lines, start=1))
    records = tuple(row for number, line in numbered for row in _records(number, line))
    export = Export(
        kind=Kind.FIGURES,
        period=Period(reader.today, reader.today),
        made_on=reader.today,
        reader=reader.member.name,
        sheets=(
            Sheet(
                name="digest",
                title=Message("figures-sheet-digest"),
                columns=(Column("line", 8), *_LINES),
                rows=tuple((number, *_line(line, reader)) for number, line in numbered),
            ),
            Sheet(
                name="records",
                title=Message("figures-sheet-records"),
                columns=(*_RECORDS, _RECORDS_ID),
                rows=records,
            ),
            _definitions(reader),
        ),
    )
    name = Message("digest-file", {"day": reader.today.isoformat()})
    return OutgoingFile(
        name=name,
        title=name,
        media_type=XLSX,
        make=lambda say: draw(export, Format.XLSX, say),
        in_words=(Said(Message("figures-count", {"count": len(lines)})),),
    )


def _line(line: Line, reader: Reader) -> tuple[Cell, ...]:
    fact = line.first
    return (
        kind_heading(line.kind),
        title_of(line),
        sentence(line, reader),
        fact.on,
        reader.age(fact),
        reader.working_age(fact),
        len(line.facts),
        Message(LABELS[fact.next]),
    )


def _records(number: int, line: Line) -> Iterator[tuple[Cell, ...]]:
    for fact in line.facts:
        yield (
            number,
            kind_heading(line.kind),
            title_of(line),
            fact.about if fact.firm else "",
            fact.on,
            fact.subject_id,
        )


def _definitions(reader: Reader) -> Sheet:
    rows: list[tuple[Cell, ...]] = [
        (Message("figures-term-reader"), reader.member.name),
        (Message("figures-term-as-of"), reader.today),
        *((Message(f"figures-term-{name}"), Message(f"figures-means-{name}")) for name in _MEANS),
    ]
    columns = (Column("term", 28), Column("means", 100))
    return Sheet(name="definitions", title=Message("figures-sheet-definitions"), columns=columns, rows=tuple(rows))
