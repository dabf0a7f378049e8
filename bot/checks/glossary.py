"""The glossary: its schema, and no word standing for two things."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from bot.checks.problem import Problem
from bot.checks.yaml_files import YamlFile, read_yaml
from bot.core.answering.glossary import GlossaryFile
from bot.core.messages import Message


def check_glossary(path: Path) -> Iterator[Problem]:
    """All problems of knowledge/glossary.yaml."""
    file = read_yaml(path, GlossaryFile)
    if isinstance(file, list):
        yield from file
        return
    yield from _japanese(file)
    yield from _english(file)


def _japanese(file: YamlFile[GlossaryFile]) -> Iterator[Problem]:
    """English may translate two terms; a Japanese word may not belong to two."""
    first: dict[str, str] = {}
    for number, entry in enumerate(file.content.terms):
        for kind, words in (("term", (entry.term,)), ("synonyms", entry.synonyms)):
            for word in words:
                same = unicodedata.normalize("NFKC", word).casefold().strip()
                if same in first:
                    reason = Message("check-word-twice", {"word": word, "term": entry.term, "first": first[same]})
                    yield file.problem(("terms", number, kind), reason)
                first.setdefault(same, entry.term)


def _english(file: YamlFile[GlossaryFile]) -> Iterator[Problem]:
    for number, entry in enumerate(file.content.terms):
        seen: set[str] = set()
        for word in entry.english:
            if word.casefold() in seen:
                yield file.problem(("terms", number, "english"), Message("check-english-twice", {"word": word}))
            seen.add(word.casefold())
