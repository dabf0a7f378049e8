"""The vocabulary of troubles: its schema, and no words twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.problem import Problem
from bot.checks.yaml_files import read_yaml
from bot.core.coaching.troubles import TroublesFile
from bot.core.messages import Message


def check_troubles(path: Path) -> Iterator[Problem]:
    """All problems of knowledge/troubles.yaml."""
    file = read_yaml(path, TroublesFile)
    if isinstance(file, list):
        yield from file
        return
    ids: set[str] = set()
    for number, trouble in enumerate(file.content.troubles):
        if trouble.id in ids:
            yield file.problem(("troubles", number, "id"), Message("check-topic-twice", {"id": trouble.id}))
        ids.add(trouble.id)
        for name, words in (("words", trouble.words), ("english", trouble.english)):
            seen: set[str] = set()
            for place, word in enumerate(words):
                if word in seen:
                    reason = Message("check-use-twice", {"word": word, "first": trouble.id})
                    yield file.problem(("troubles", number, name, place), reason)
                seen.add(word)
