"""The composition root of numbers and exports: joined with the database and with the files that are drawn."""

from __future__ import annotations

from uuid import uuid4

from bot.adapters.storage.figure_readings import FigureReadings
from bot.bootstrap import Library
from bot.core.figures.pressing import FigureDesk
from bot.core.figures.service import FigureService
from bot.core.figures.tables import Export, Format
from bot.core.messages import Say


def make_figures(library: Library) -> FigureService:
    """Join it."""
    database = library.database
    readings = FigureReadings(database.engine, workspace_id=database.workspace_id)
    return FigureService(
        records=readings,
        audit=database.audit,
        directory=database.people,
        clock=library.clock,
        new_id=lambda: uuid4().hex,
        piece_of_work=database.memory.piece_of_work,
    )


def make_figure_desk(library: Library) -> FigureDesk:
    """The sheets and buttons in front of it."""
    return FigureDesk(service=make_figures(library), draw=draw)


def draw(export: Export, format: Format, say: Say) -> bytes:
    """An export as a file."""
    # Imported here: few ask for one, and everything starts without it.
    from bot.adapters.exports.drawing import drawn

    return drawn(export, format, say)
