"""The LineReader put together: the parser's rules over the dictionary and the working days."""

from __future__ import annotations

from datetime import date

from bot.core.calendars import WorkingDays
from bot.core.meetings.parsing.likeness import looks_like_encounter
from bot.core.meetings.parsing.models import CardList, Caught
from bot.core.meetings.parsing.pasted import parse_lines
from bot.core.meetings.parsing.ports import NameFinder
from bot.core.meetings.parsing.reading import parse_line


class RuleLines:
    """Reads lines by rules; contacts go to no model."""

    def __init__(self, *, calendar: WorkingDays, names: NameFinder) -> None:
        self._calendar, self._names = calendar, names

    def line(self, text: str, *, on: date) -> Caught:
        """What one line says, read on a day."""
        return parse_line(text, on=on, calendar=self._calendar, names=self._names)

    def lines(self, text: str, *, on: date) -> CardList:
        """What pasted lines say, one card a line."""
        return parse_lines(text, on=on, calendar=self._calendar, names=self._names)

    def is_encounter(self, caught: Caught) -> bool:
        """Does the line tell of an encounter, and not ask something?"""
        return looks_like_encounter(caught, caught.text)
