"""Sentences against the code: every key the code names exists with its arguments, and every sentence is named.

What is seen is what stands in the code: `Message("key", {…})`, exceptions that carry a key, and any string that looks
like a sister of an existing key (`guides-details-…`). A key that is put together (`f"model-fault-{fault}"`) counts as
naming every sentence that fits.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.checks.catalogues import Sentence, sentences_of
from bot.checks.problem import Problem
from bot.core.messages import Message

_KEY = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9_]+)+$")
_ROOT_OF_KEYED_ERRORS = "PersonError"

_ADDED_LATER = {"document_readers": frozenset({"file"})}
"""Folder → arguments that are added to everything said there (`document_readers/protocol.py` adds the file's name)."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A place that names a key outright; `arguments` is None where they cannot be read off the code."""

    key: str
    path: Path
    line: int
    arguments: frozenset[str] | None


@dataclass(slots=True)
class _Code:
    """What all files of the program say about keys."""

    uses: list[_Use] = field(default_factory=list)
    strings: dict[str, tuple[Path, int]] = field(default_factory=dict)
    patterns: set[str] = field(default_factory=set)


def check_keys(code: Path, sentences: Path) -> Iterator[Problem]:
    """Keys that are missing, arguments that are not given, sentences that nothing says."""
    known = sentences_of(sentences)
    seen = _read(code)
    for use in seen.uses:
        place = (use.path, use.line)
        if use.key not in known:
            yield Problem(*place, Message("check-key-missing", {"key": use.key}))
        elif use.arguments is not None:
            given = use.arguments | _ADDED_LATER.get(use.path.parent.name, frozenset())
            for argument in sorted(known[use.key].arguments - given):
                yield Problem(*place, Message("check-argument-missing", {"key": use.key, "argument": argument}))
    yield from _sisters(known, seen)
    yield from _unused(known, seen)


def _sisters(known: dict[str, Sentence], seen: _Code) -> Iterator[Problem]:
    """Strings that share two words with a key and are none: a slip of the pen in a table of keys."""
    families = {tuple(key.split("-")[:2]) for key in known if key.count("-") >= 2}
    said = known.keys() | {use.key for use in seen.uses}
    for text, place in seen.strings.items():
        if _KEY.match(text) and text not in said and tuple(text.split("-")[:2]) in families and text.count("-") >= 2:
            yield Problem(*place, Message("check-key-missing", {"key": text}))


def _unused(known: dict[str, Sentence], seen: _Code) -> Iterator[Problem]:
    put_together = [re.compile(pattern) for pattern in seen.patterns]
    referred = {name for sentence in known.values() for name in sentence.references}
    for key, sentence in known.items():
        if key in seen.strings or key in referred or any(pattern.fullmatch(key) for pattern in put_together):
            continue
        yield Problem(sentence.path, sentence.line, Message("check-key-unused", {"key": key}))


def _read(code: Path) -> _Code:
    trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(code.rglob("*.py"))}
    keyed = _keyed_classes(trees.values())
    seen = _Code()
    for file, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                seen.strings.setdefault(node.value, (file, node.lineno))
            elif isinstance(node, ast.JoinedStr):
                _pattern(node, seen)
            elif isinstance(node, ast.Call):
                seen.uses.extend(_uses(node, keyed, file))
    return seen


def _keyed_classes(trees: Iterable[ast.AST]) -> frozenset[str]:
    """`Message`, and every exception that grows from PersonError and takes its key from the caller."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    keyed = {_ROOT_OF_KEYED_ERRORS}
    while True:
        grown = {
            one.name
            for one in classes
            if one.name not in keyed
            and any(_name(parent) in keyed for parent in one.bases)
            and not any(isinstance(part, ast.FunctionDef) and part.name == "__init__" for part in one.body)
        }
        if not grown:
            return frozenset(keyed | {"Message"})
        keyed |= grown


def _uses(call: ast.Call, keyed: frozenset[str], file: Path) -> Iterator[_Use]:
    if _name(call.func) not in keyed or not call.args:
        return
    arguments = _message_arguments(call) if _name(call.func) == "Message" else None
    for key in _constants(call.args[0]):
        yield _Use(key, file, call.lineno, arguments)


def _constants(node: ast.expr) -> Iterator[str]:
    """The strings an expression can be: itself, or both sides of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def _message_arguments(call: ast.Call) -> frozenset[str] | None:
    if len(call.args) == 1 and not call.keywords:
        return frozenset()
    given = call.args[1] if len(call.args) > 1 else None
    if not isinstance(given, ast.Dict):
        return None
    names = [key.value for key in given.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
    return frozenset(names) if len(names) == len(given.keys) else None


def _pattern(node: ast.JoinedStr, seen: _Code) -> None:
    """`f"refused-{kind}"` → every key of that shape; strings with blanks are not keys."""
    fixed = [str(part.value) if isinstance(part, ast.Constant) else None for part in node.values]
    example = "".join("x" if part is None else part for part in fixed)
    if fixed[0] is not None and "-" in fixed[0] and _KEY.match(example):
        seen.patterns.add("".join("[a-z0-9_-]+" if part is None else re.escape(part) for part in fixed))


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
