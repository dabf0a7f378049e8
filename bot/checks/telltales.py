"""By what a small town knows whom words are about: the schema of the file, and that every sign can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.problem import Problem
from bot.checks.yaml_files import read_yaml
from bot.core.introductions.telltales import TelltalesFile


def check_telltales(path: Path) -> Iterator[Problem]:
    """All problems of knowledge/telltales.yaml."""
    file = read_yaml(path, TelltalesFile)
    if isinstance(file, list):
        yield from file
