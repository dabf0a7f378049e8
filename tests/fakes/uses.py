"""What reads functions and offers uses, with the data that is shipped; built once, because reading it takes a while."""

from __future__ import annotations

from functools import cache

from bot.adapters.japanese import SudachiSpeech
from bot.adapters.sentences import FluentSentences
from bot.core.coaching.uses.fields import FieldsFile, known_entries, load_fields_file
from bot.core.coaching.uses.functions_file import FunctionsFile, load_functions_file
from bot.core.coaching.uses.grammar import FunctionReader
from bot.core.coaching.uses.offering import Offering
from bot.core.coaching.uses.vocabulary import Vocabulary
from bot.core.messages import Locale, Message, Say
from bot.resources import knowledge_folder
from tests.fakes.searching import told_otherwise


@cache
def functions_file() -> FunctionsFile:
    """knowledge/functions.yaml."""
    path = knowledge_folder() / "functions.yaml"
    return load_functions_file(path.read_text(encoding="utf-8"), path=str(path))


@cache
def fields_file() -> FieldsFile:
    """knowledge/fields.yaml."""
    path = knowledge_folder() / "fields.yaml"
    return load_fields_file(path.read_text(encoding="utf-8"), path=str(path))


@cache
def function_reader() -> FunctionReader:
    """Reads functions with Sudachi."""
    analyser = SudachiSpeech()
    return FunctionReader(analyser=analyser, vocabulary=Vocabulary(functions_file(), analyser))


@cache
def shipped_offering() -> Offering:
    """Offers what knowledge/fields.yaml knows."""
    reader = function_reader()
    troubles = told_otherwise()
    return Offering(reader=reader, entries=known_entries(fields_file(), reader, troubles), troubles=troubles)


def saying(sentences: FluentSentences, locale: Locale = "ja") -> Say:
    """Renders sentences in one language."""

    def say(message: Message) -> str:
        return sentences.say(message, locale=locale)

    return say
