"""The words around a value walk: their schema, and no word of two kinds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.problem import Problem
from bot.checks.yaml_files import read_yaml
from bot.core.coaching.walks.chat.words import Meant, WalkWordsFile
from bot.core.messages import Message


def check_walk_words(path: Path) -> Iterator[Problem]:
    """All problems of prompts/walk_words.yaml."""
    file = read_yaml(path, WalkWordsFile)
    if isinstance(file, list):
        yield from file
        return
    first: dict[str, str] = {}
    for kind in map(str, Meant):
        for place, word in enumerate(getattr(file.content, kind)):
            if first.setdefault(word, kind) != kind:
                reason = Message("check-courtesy-twice", {"word": word, "first": first[word]})
                yield file.problem((kind, place), reason)
