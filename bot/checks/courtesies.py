"""The words of courtesy: their schema, and no word of two kinds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.problem import Problem
from bot.checks.yaml_files import read_yaml
from bot.core.courtesies import CourtesyFile
from bot.core.messages import Message


def check_courtesies(path: Path) -> Iterator[Problem]:
    """All problems of prompts/courtesies.yaml."""
    file = read_yaml(path, CourtesyFile)
    if isinstance(file, list):
        yield from file
        return
    first: dict[str, str] = {}
    for kind in ("thanks", "noted", "later", "greeting", "help", "missed"):
        for place, word in enumerate(getattr(file.content, kind)):
            if first.setdefault(word, kind) != kind:
                reason = Message("check-courtesy-twice", {"word": word, "first": first[word]})
                yield file.problem((kind, place), reason)
