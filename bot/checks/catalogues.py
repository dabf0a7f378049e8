"""Sentences: every catalogue parses, no key twice, and Japanese and English have the same keys and arguments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import ast, visitor

from bot.adapters.sentences import LOCALES, parse_catalogue
from bot.checks.problem import Problem
from bot.core.messages import Message
from bot.errors import DataFileError


@dataclass(frozen=True, slots=True)
class Sentence:
    """One entry of a catalogue: where it stands and what it refers to."""

    key: str
    path: Path
    line: int
    has_text: bool
    arguments: frozenset[str]
    references: frozenset[str]
    functions: frozenset[str]


def check_catalogues(folder: Path) -> Iterator[Problem]:
    """All problems inside the catalogues of `folder` (`ja/`, `en/`)."""
    read: dict[str, dict[str, Sentence]] = {}
    for locale in LOCALES:
        read[locale] = {}
        for file in sorted((folder / locale).glob("*.ftl")):
            yield from _take_in(file, read[locale])
    for locale in LOCALES:
        yield from _inside(read[locale])
        for other in LOCALES:
            if other != locale:
                yield from _against(read[locale], read[other], other)


def sentences_of(folder: Path) -> dict[str, Sentence]:
    """Every sentence that can be read, from all languages; broken files are `check_catalogues`' business."""
    found: dict[str, Sentence] = {}
    for locale in LOCALES:
        for file in sorted((folder / locale).glob("*.ftl")):
            list(_take_in(file, found))
    return {key: sentence for key, sentence in found.items() if not key.startswith("-")}


def _take_in(file: Path, into: dict[str, Sentence]) -> Iterator[Problem]:
    try:
        resource = parse_catalogue(file)
    except DataFileError as error:
        yield Problem(file, error.line, Message("check-unreadable", {"reason": error.reason}))
        return
    text = file.read_text(encoding="utf-8")
    for entry in resource.body:
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        sentence = _sentence(entry, file, text)
        if sentence.key in into:
            first = into[sentence.key]
            where = f"{first.path.name}:{first.line}"
            yield Problem(file, sentence.line, Message("check-key-twice", {"key": sentence.key, "first": where}))
        else:
            into[sentence.key] = sentence


def _sentence(entry: ast.Message | ast.Term, file: Path, text: str) -> Sentence:
    seen = _Collector()
    seen.visit(entry)
    start = entry.id.span.start if entry.id.span else 0
    return Sentence(
        key=f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name,
        path=file,
        line=text.count("\n", 0, start) + 1,
        has_text=entry.value is not None,
        arguments=frozenset(seen.arguments),
        references=frozenset(seen.references),
        functions=frozenset(seen.functions),
    )


class _Collector(visitor.Visitor):
    """Gathers what an entry refers to; the names of the methods are Fluent's."""

    def __init__(self) -> None:
        self.arguments: set[str] = set()
        self.references: set[str] = set()
        self.functions: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.arguments.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.references.add(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:
        self.functions.add(node.id.name)
        self.generic_visit(node)


def _inside(sentences: dict[str, Sentence]) -> Iterator[Problem]:
    for sentence in sentences.values():
        place = (sentence.path, sentence.line)
        if not sentence.has_text:
            yield Problem(*place, Message("check-no-text", {"key": sentence.key}))
        for absent in sorted(sentence.references - sentences.keys()):
            yield Problem(*place, Message("check-reference", {"key": sentence.key, "reference": absent}))
        # Numbers are written by the adapter; dates come as finished text.
        for function in sorted(sentence.functions):
            yield Problem(*place, Message("check-function", {"key": sentence.key, "function": function}))


def _against(sentences: dict[str, Sentence], others: dict[str, Sentence], other: str) -> Iterator[Problem]:
    for key, sentence in sentences.items():
        place = (sentence.path, sentence.line)
        if key.startswith("-"):
            continue
        if key not in others:
            yield Problem(*place, Message("check-no-translation", {"key": key, "language": other}))
            continue
        for argument in sorted(sentence.arguments - others[key].arguments):
            arguments = {"key": key, "argument": argument, "language": other}
            yield Problem(*place, Message("check-argument-untranslated", arguments))
