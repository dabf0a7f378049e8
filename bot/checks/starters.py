"""Questions to begin with: their schema, and none of them twice for the same role."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.adapters.sentences import LOCALES
from bot.checks.problem import Problem
from bot.checks.yaml_files import read_yaml
from bot.core.membership.starters import StartersFile
from bot.core.messages import Message


def check_starters(path: Path) -> Iterator[Problem]:
    """All problems of prompts/starters.yaml."""
    file = read_yaml(path, StartersFile)
    if isinstance(file, list):
        yield from file
        return
    for role, starters in file.content.roles.items():
        first: set[str] = set()
        for number, starter in enumerate(starters):
            for locale in LOCALES:
                question = starter.text(locale)
                if question in first:
                    reason = Message("check-question-twice", {"question": question, "first": str(role)})
                    yield file.problem(("roles", str(role), number, locale), reason)
                first.add(question)
