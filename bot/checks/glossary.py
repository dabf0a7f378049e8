"""The glossary: its schema, and no word standing for two things."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from pydantic import ValidationError

from bot.checks.problem import Problem
from bot.core.answering.glossary import GlossaryFile
from bot.core.messages import Message


def check_glossary(path: Path) -> Iterator[Problem]:
    """All problems of knowledge/glossary.yaml."""
    text = ""
    try:
        text = path.read_text(encoding="utf-8")
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except FileNotFoundError:
        yield Problem(path, None, Message("check-file-missing"))
        return
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line + 1, len(text.splitlines())) if mark else None
        said = str(getattr(error, "problem", None) or error).splitlines()[0]
        yield Problem(path, line, Message("check-unreadable", {"reason": said}))
        return
    try:
        glossary = GlossaryFile.model_validate(content)
    except ValidationError as error:
        for wrong in error.errors(include_url=False, include_input=False):
            place = ".".join(str(part) for part in wrong["loc"]) or "-"
            reason = Message("check-schema", {"place": place, "reason": wrong["msg"]})
            yield Problem(path, line_of(tree, wrong["loc"]), reason)
        return
    yield from _duplicates(path, glossary, tree)


def line_of(node: yaml.Node | None, place: Sequence[int | str]) -> int | None:
    """The line, from 1, of the deepest part of a YAML tree that `place` (keys and indexes) leads to."""
    for step in place:
        following = _child(node, step)
        if following is None:
            break
        node = following
    return node.start_mark.line + 1 if node is not None else None


def _child(node: yaml.Node | None, step: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: yaml.Node = node.value[step]
        return child
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    return None


def _duplicates(path: Path, glossary: GlossaryFile, tree: yaml.Node | None) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for number, entry in enumerate(glossary.terms):
        # English may translate two terms; a Japanese word may not belong to two.
        for kind, words in (("term", (entry.term,)), ("synonyms", entry.synonyms)):
            for word in words:
                same = unicodedata.normalize("NFKC", word).casefold().strip()
                if same in first:
                    place = ("terms", number, kind)
                    reason = Message("check-word-twice", {"word": word, "term": entry.term, "first": first[same]})
                    yield Problem(path, line_of(tree, place), reason)
                first.setdefault(same, entry.term)
        yield from _english(path, number, entry.english, tree)


def _english(path: Path, number: int, words: Sequence[str], tree: yaml.Node | None) -> Iterator[Problem]:
    seen: set[str] = set()
    for word in words:
        if word.casefold() in seen:
            reason = Message("check-english-twice", {"word": word})
            yield Problem(path, line_of(tree, ("terms", number, "english")), reason)
        seen.add(word.casefold())
