"""YAML against its schema, every fault with its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from bot.checks.problem import Problem
from bot.core.messages import Message

Schema = TypeVar("Schema", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class YamlFile(Generic[Schema]):
    """A file that fits its schema, and where each part of it stands."""

    path: Path
    content: Schema
    tree: yaml.Node | None

    def problem(self, place: Sequence[int | str], reason: Message) -> Problem:
        """A problem at the part that `place` (keys and indexes) leads to."""
        return Problem(self.path, line_of(self.tree, place), reason)


def read_yaml(path: Path, schema: type[Schema]) -> YamlFile[Schema] | list[Problem]:
    """The file, or everything that is wrong with its form."""
    text = ""
    try:
        text = path.read_text(encoding="utf-8")
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except FileNotFoundError:
        return [Problem(path, None, Message("check-file-missing"))]
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line + 1, len(text.splitlines())) if mark else None
        said = str(getattr(error, "problem", None) or error).splitlines()[0]
        return [Problem(path, line, Message("check-unreadable", {"reason": said}))]
    try:
        return YamlFile(path, schema.model_validate(content), tree)
    except ValidationError as error:
        return list(_faults(path, tree, error))


def line_of(node: yaml.Node | None, place: Sequence[int | str]) -> int | None:
    """The line, from 1, of the deepest part of a YAML tree that `place` leads to."""
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


def _faults(path: Path, tree: yaml.Node | None, error: ValidationError) -> Iterator[Problem]:
    for fault in error.errors(include_url=False, include_input=False):
        place = ".".join(str(part) for part in fault["loc"]) or "-"
        reason = Message("check-schema", {"place": place, "reason": fault["msg"]})
        yield Problem(path, line_of(tree, fault["loc"]), reason)
