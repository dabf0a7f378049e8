"""The words of listening: their schemas, and no word in two lists that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.problem import Problem
from bot.checks.yaml_files import YamlFile, read_yaml
from bot.core.coaching.listening.lexicon import EnglishWords, JapaneseWords, Shape
from bot.core.messages import Message

_EXCLUSIVE = ("own", "generic", "everybody", "rivals", "people")
"""A word for somebody is a word for one kind of somebody."""


def check_listening(folder: Path) -> Iterator[Problem]:
    """All problems of prompts/coaching/listening/; both languages have to be there."""
    yield from _problems(read_yaml(folder / "ja.yaml", JapaneseWords))
    yield from _problems(read_yaml(folder / "en.yaml", EnglishWords))


def _problems(file: YamlFile[Shape] | list[Problem]) -> Iterator[Problem]:
    if isinstance(file, list):
        yield from file
        return
    first: dict[str, str] = {}
    for kind in _EXCLUSIVE:
        for word in sorted(getattr(file.content, kind)):
            if first.setdefault(word, kind) != kind:
                yield file.problem((kind,), Message("check-courtesy-twice", {"word": word, "first": first[word]}))
    praised: dict[str, str] = {}
    for praise, words in file.content.praise.items():
        for word in sorted(words):
            if praised.setdefault(word, praise) != praise:
                reason = Message("check-courtesy-twice", {"word": word, "first": praised[word]})
                yield file.problem(("praise", praise), reason)
