"""The reader of encounter lines put together: the dictionary and the working days, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.adapters.japanese import SudachiNames
from bot.bootstrap import load_working_days
from bot.core.meetings.parsing.models import Caught
from bot.core.meetings.parsing.reading import parse_line


def make_line_reader() -> Callable[[str, date], Caught]:
    """Read a line typed on a day. Opens no database. Raises DataFileError."""
    calendar, names = load_working_days(), SudachiNames()

    def read(text: str, on: date) -> Caught:
        return parse_line(text, on=on, calendar=calendar, names=names)

    return read
