"""Calendars: their schema, days in order, nothing after the day up to which they are known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.problem import Problem
from bot.checks.yaml_files import read_yaml
from bot.core.calendars import CalendarFile
from bot.core.messages import Message


def check_calendars(folder: Path) -> Iterator[Problem]:
    """All problems of knowledge/calendars/; Japan's has to be there."""
    japan = folder / "japan.yaml"
    for path in sorted({japan, *(one for one in folder.glob("*") if one.is_file())}):
        if path.suffix != ".yaml":
            yield Problem(path, None, Message("check-stranger"))
            continue
        file = read_yaml(path, CalendarFile)
        if isinstance(file, list):
            yield from file
