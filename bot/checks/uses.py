"""Functions, fields of use and challenges: their schemas, no word in two places, every help a function that is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.adapters.japanese import SudachiSpeech
from bot.checks.problem import Problem
from bot.checks.yaml_files import YamlFile, read_yaml
from bot.core.coaching.uses.fields import EntryKind, FieldsFile
from bot.core.coaching.uses.functions_file import FunctionsFile
from bot.core.coaching.uses.grammar import FunctionReader
from bot.core.coaching.uses.vocabulary import Vocabulary
from bot.core.messages import Message


def check_uses(functions: Path, fields: Path) -> Iterator[Problem]:
    """All problems of knowledge/functions.yaml and knowledge/fields.yaml."""
    known, listed = read_yaml(functions, FunctionsFile), read_yaml(fields, FieldsFile)
    for file in (known, listed):
        if isinstance(file, list):
            yield from file
    if isinstance(known, list):
        return
    yield from _names(known)
    yield from _verbs(known)
    if not isinstance(listed, list):
        analyser = SudachiSpeech()
        reader = FunctionReader(analyser=analyser, vocabulary=Vocabulary(known.content, analyser))
        yield from _readings(known, reader)
        yield from _entries(listed, reader)


def _names(file: YamlFile[FunctionsFile]) -> Iterator[Problem]:
    """Ids that name a class or kind which is not there."""
    classes, kinds = {one.id for one in file.content.classes}, {one.id for one in file.content.objects}
    for number, one in enumerate(file.content.classes):
        for name in set(one.near) - classes:
            yield file.problem(("classes", number, "near"), Message("check-use-unknown", {"name": name}))
    for number, sense in enumerate(file.content.senses):
        for name in (set(sense.kinds) - kinds) | ({sense.means} - classes):
            yield file.problem(("senses", number), Message("check-use-unknown", {"name": name}))


def _verbs(file: YamlFile[FunctionsFile]) -> Iterator[Problem]:
    """A verb belongs to one class, a word of a language to its place once; a silent verb to none."""
    first: dict[str, str] = dict.fromkeys(file.content.silent, "silent")
    for number, one in enumerate(file.content.classes):
        for words in (one.verbs, one.happens):
            for place, word in enumerate(words):
                if word in first:
                    reason = Message("check-use-twice", {"word": word, "first": first[word]})
                    yield file.problem(("classes", number, "verbs", place), reason)
                first.setdefault(word, one.id)


def _readings(file: YamlFile[FunctionsFile], reader: FunctionReader) -> Iterator[Problem]:
    for number, one in enumerate(file.content.readings):
        found = reader.read(one.function)
        if found is None or not found.verb_class:
            yield file.problem(("readings", number), Message("check-use-no-function", {"words": one.function}))


def _entries(file: YamlFile[FieldsFile], reader: FunctionReader) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, entry in enumerate(file.content.entries):
        if entry.id in seen:
            yield file.problem(("entries", number, "id"), Message("check-topic-twice", {"id": entry.id}))
        seen.add(entry.id)
        if (entry.kind is EntryKind.CHALLENGE) != bool(entry.words):
            yield file.problem(("entries", number), Message("check-use-plan-words", {"id": entry.id}))
        for place, state in enumerate(entry.states):
            for help in state.helps:
                found = reader.read(help)
                if found is None or not found.verb_class:
                    where = ("entries", number, "states", place, "helps")
                    yield file.problem(where, Message("check-use-no-function", {"words": help}))
