"""The rules put together: reads what people type about encounters, with the holidays that are known at that moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from bot.core.calendars import WorkingDays
from bot.core.meetings.parsing.coming import coming
from bot.core.meetings.parsing.likeness import looks_like_encounter
from bot.core.meetings.parsing.models import CardList, Caught
from bot.core.meetings.parsing.pasted import parse_lines
from bot.core.meetings.parsing.ports import NameFinder
from bot.core.meetings.parsing.reading import parse_line


class LineRules:
    """`working_days` is asked each time."""

    def __init__(self, working_days: Callable[[], WorkingDays], names: NameFinder) -> None:
        self._working_days, self._names = working_days, names

    def line(self, text: str, *, on: date) -> Caught:
        """What one line says, read on a day."""
        return parse_line(text, on=on, calendar=self._working_days(), names=self._names)

    def lines(self, text: str, *, on: date) -> CardList:
        """What pasted lines say, one card a line."""
        return parse_lines(text, on=on, calendar=self._working_days(), names=self._names)

    def coming(self, text: str, *, on: date) -> tuple[date | None, time | None]:
        """The one day to come that a text names, and its time."""
        return coming(text, on=on, calendar=self._working_days())

    def is_encounter(self, caught: Caught) -> bool:
        """Does the line tell of an encounter, and not ask something?"""
        return looks_like_encounter(caught, caught.text)
