"""The habits of the people of `minori simulate`: their schema."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.problem import Problem
from bot.checks.yaml_files import read_yaml
from bot.simulation.habits import Habits


def check_simulation(path: Path) -> Iterator[Problem]:
    """All problems of knowledge/simulation.yaml."""
    file = read_yaml(path, Habits)
    if isinstance(file, list):
        yield from file
