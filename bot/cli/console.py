"""What every command shares: settings, language, output, progress, and how errors become sentences and a status."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot.bootstrap import make_sentences
from bot.core.guides.refusals import DetailsRefused, GuidesRefused
from bot.core.japanese import is_japanese
from bot.core.messages import Locale, Message, Sentences
from bot.errors import DataFileError, DependencyError, PersonError, UsageError
from bot.platforms.terminal.drawing import Drawing, plain
from bot.settings import Settings, default_locale

FAILED = 1
WRONG_USE = 2


class CommandFailed(Exception):
    """A command ends with this status; what there was to say has been said."""

    def __init__(self, status: int = FAILED) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Terminal:
    """The terminal of one command. Results go to standard output, everything else to standard error."""

    settings: Settings
    sentences: Sentences

    @property
    def locale(self) -> Locale:
        return self.settings.locale

    def locale_of(self, question: str) -> Locale:
        """The language of a reply: as set, else that of the question where it tells."""
        if "locale" in self.settings.model_fields_set:
            return self.settings.locale
        return "ja" if is_japanese(question) else "en" if any(map(str.isalpha, question)) else self.settings.locale

    def drawing(self, locale: Locale | None = None) -> Drawing:
        return Drawing(self.sentences, locale or self.locale)

    def text(self, key: str, **arguments: str | int | float) -> str:
        return self.message(Message(key, arguments))

    def message(self, message: Message) -> str:
        """A sentence of ours; names of files and titles of guides in it may hold anything."""
        return plain(self.sentences.say(message, locale=self.locale))

    def out(self, text: str = "") -> None:
        """A line of the result."""
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    def note(self, text: str) -> None:
        """A line beside the result."""
        sys.stderr.write(text + "\n")
        sys.stderr.flush()

    def json(self, value: Mapping[str, Any]) -> None:
        """One JSON line on standard output."""
        line = json.dumps(value, ensure_ascii=False)
        # Line ends to some readers of lines, though not to JSON.
        for mark in "\x85\u2028\u2029":
            line = line.replace(mark, f"\\u{ord(mark):04x}")
        self.out(line)

    @contextmanager
    def progress(self, key: str, **arguments: str | int) -> Iterator[Callable[[int, int], None]]:
        """A progress bar on standard error, where that is a terminal; called with done and total."""
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task(self.text(key, **arguments), total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)


def say_error(error: Exception, *, locale: Locale | None = None) -> int:
    """Say on standard error, in the person's language, what went wrong and what to do; return the exit status."""
    sentences, spoken = make_sentences(), locale or language()

    def say(message: Message) -> str:
        return plain(sentences.say(message, locale=spoken))

    if isinstance(error, GuidesRefused | DetailsRefused):
        _say_refusals(error, say)
        return FAILED
    sys.stderr.write(say(sentence_of(error)) + "\n")
    return WRONG_USE if isinstance(error, UsageError) else FAILED


def sentence_of(error: Exception) -> Message:
    """What a person is told about an error."""
    if isinstance(error, PersonError):
        return Message(error.key, error.arguments)
    if isinstance(error, DataFileError):
        return Message("error-data-file", {"problem": str(error)})
    if isinstance(error, DependencyError):
        return Message("error-dependency", {"dependency": error.dependency, "reason": error.reason})
    return Message("error-unexpected", {"kind": type(error).__name__})


def _say_refusals(error: GuidesRefused | DetailsRefused, say: Callable[[Message], str]) -> None:
    sys.stderr.write(say(Message(error.key, error.arguments)) + "\n")
    if isinstance(error, DetailsRefused):
        for problem in error.problems:
            sys.stderr.write(f"  - {say(problem)}\n")
        return
    for refusal in error.refusals:
        for reason in refusal.reasons:
            sys.stderr.write(f"  - {refusal.file_name}: {say(reason)}\n")


def language() -> Locale:
    """The language before the settings are known, or when they are wrong."""
    wanted = os.environ.get("MINORI_LOCALE", "").lower()
    return "en" if wanted == "en" else "ja" if wanted == "ja" else default_locale(os.environ)
