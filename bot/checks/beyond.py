"""Topics beyond the guides: their schema, every topic in both languages, no way of asking in two topics."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from bot.adapters.sentences import LOCALES
from bot.checks.problem import Problem
from bot.checks.yaml_files import YamlFile, read_yaml
from bot.core.answering.beyond import BeyondFile
from bot.core.messages import Message


def check_beyond(path: Path) -> Iterator[Problem]:
    """All problems of knowledge/beyond.yaml."""
    file = read_yaml(path, BeyondFile)
    if isinstance(file, list):
        yield from file
        return
    yield from _topics(file)
    yield from _questions(file)


def _topics(file: YamlFile[BeyondFile]) -> Iterator[Problem]:
    first: set[str] = set()
    for number, topic in enumerate(file.content.topics):
        if topic.id in first:
            yield file.problem(("topics", number, "id"), Message("check-topic-twice", {"id": topic.id}))
        first.add(topic.id)
        if topic.ask_at and set(topic.ask_at) != set(LOCALES):
            yield file.problem(("topics", number, "ask_at"), Message("check-topic-language", {"id": topic.id}))


def _questions(file: YamlFile[BeyondFile]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for number, topic in enumerate(file.content.topics):
        for place, question in enumerate(topic.questions):
            same = unicodedata.normalize("NFKC", question).casefold().strip()
            if same in first:
                reason = Message("check-question-twice", {"question": question, "first": first[same]})
                yield file.problem(("topics", number, "questions", place), reason)
            first.setdefault(same, topic.id)
