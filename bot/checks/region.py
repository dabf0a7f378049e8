"""Who lives in the region of the demonstration: its schema."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.problem import Problem
from bot.checks.yaml_files import read_yaml
from bot.simulation.region.words import RegionWords


def check_region(path: Path) -> Iterator[Problem]:
    """All problems of knowledge/region.yaml."""
    file = read_yaml(path, RegionWords)
    if isinstance(file, list):
        yield from file
