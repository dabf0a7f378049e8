"""The words in which Block Kit is written down here: what a JSON value may be, and how it is looked through.

The messages are Slack's own where Slack's are known ("must be less than 3001 characters", "unsupported type: x",
"missing required field: text", "invalid additional property: x", "no more than 10 items allowed"); others as plain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Fields: TypeAlias = Mapping[str, object]
# What a rule found in the fields of one object: a pointer from that object on ("" is itself), and a message.
Rule: TypeAlias = Callable[[Fields], Iterator[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class String:
    """Characters, counted as code points; a string of spaces counts as empty. `form` is a regular expression."""

    most: int | None = None
    least: int = 1
    form: str | None = None
    otherwise: str = "has a form that is not allowed"


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number from `least` to `most`."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """Any number."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values."""

    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """From `least` to `most` items of one kind; with `gaps`, null may stand for one."""

    item: Kind
    most: int | None = None
    least: int = 1
    gaps: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """An object with these fields and no others."""

    required: Mapping[str, Kind] = field(default_factory=dict)
    optional: Mapping[str, Kind] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """An object whose `type` says which record it is. A `union` tells of its failure twice, as Slack does."""

    records: Mapping[str, Record]
    union: bool = False


Kind: TypeAlias = String | Flag | Integer | Number | Choice | ListOf | Record | Typed


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where (a JSON pointer)."""

    message: str
    pointer: str

    def __str__(self) -> str:
        return f"{self.message} [json-pointer:{self.pointer}]"


def look_through(value: object, kind: Kind, pointer: str) -> Iterator[Problem]:
    """Everything about the value that its kind does not allow."""
    match kind:
        case String():
            found = _string(value, kind)
        case Flag():
            found = None if isinstance(value, bool) else "must be a boolean"
        case Integer() | Number():
            found = _number(value, kind)
        case Choice():
            known = any(type(value) is type(choice) and value == choice for choice in kind.values)
            found = None if known else f"must be one of: {', '.join(map(str, kind.values))}"
        case ListOf():
            yield from _list(value, kind, pointer)
            return
        case Record():
            yield from _record(value, kind, pointer)
            return
        case Typed():
            yield from _typed(value, kind, pointer)
            return
    if found:
        yield Problem(found, pointer)


def _string(value: object, kind: String) -> str | None:
    if not isinstance(value, str):
        return "must provide a string"
    if kind.least and len(value.strip()) < kind.least:
        return f"must be more than {kind.least - 1} characters"
    if kind.most is not None and len(value) > kind.most:
        return f"must be less than {kind.most + 1} characters"
    if kind.form is not None and not re.fullmatch(kind.form, value):
        return kind.otherwise
    return None


def _number(value: object, kind: Integer | Number) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "must provide a number"
    if isinstance(kind, Number):
        return None
    if not isinstance(value, int):
        return "must provide an integer"
    if kind.least is not None and value < kind.least:
        return f"must be more than {kind.least - 1}"
    if kind.most is not None and value > kind.most:
        return f"must be less than {kind.most + 1}"
    return None


def _list(value: object, kind: ListOf, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield Problem("must provide an array", pointer)
        return
    if len(value) < kind.least:
        yield Problem(f"must provide at least {kind.least} items", pointer)
    if kind.most is not None and len(value) > kind.most:
        yield Problem(f"no more than {kind.most} items allowed", pointer)
        return
    for place, item in enumerate(value):
        if not (kind.gaps and item is None):
            yield from look_through(item, kind.item, f"{pointer}/{place}")


def _record(value: object, kind: Record, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem("must provide an object", pointer)
        return
    missing = [name for name in kind.required if name not in value]
    for name in missing:
        yield Problem(f"missing required field: {name}", pointer)
    sound = not missing
    for name, content in value.items():
        allowed = kind.required.get(name) or kind.optional.get(name)
        if allowed is None:
            yield Problem(f"invalid additional property: {name}", pointer)
            continue
        for problem in look_through(content, allowed, f"{pointer}/{_escaped(name)}"):
            sound = False
            yield problem
    for rule in kind.rules if sound else ():
        for place, message in rule(value):
            yield Problem(message, pointer + place)


def _typed(value: object, kind: Typed, pointer: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem("must provide an object", pointer)
        return
    if "type" not in value:
        yield Problem("missing required field: type", pointer)
        return
    named = value["type"]
    record = kind.records.get(named) if isinstance(named, str) else None
    if record is None:
        yield Problem(f"unsupported type: {named}", f"{pointer}/type")
        return
    problems = list(_record({name: item for name, item in value.items() if name != "type"}, record, pointer))
    if problems and kind.union:
        yield Problem("failed to match all allowed schemas", pointer)
    yield from problems


def _escaped(name: str) -> str:
    return str(name).replace("~", "~0").replace("/", "~1")
