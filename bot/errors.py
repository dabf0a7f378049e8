"""Every exception that Minori raises on purpose, and who reads it.

MinoriError
├── PersonError            a person reads it: a message key and arguments, rendered in their language
│   ├── DocumentRefused    a file cannot become a guide; the sentence says why and what to do
│   │   ├── DetailsRefused     its front matter or options; names every problem     (core/guides/refusals.py)
│   │   └── GuidesRefused      several files; names every file and every reason     (core/guides/refusals.py)
│   ├── ImportRefused      a table of people; names every problem of every line  (core/membership/importing.py)
│   ├── GuideNotFound      no such guide or release
│   ├── FileNotSent        a file cannot be sent; the sentence says what to do   (core/outgoing.py)
│   ├── CardRefused        a value card cannot be shown or changed         (core/coaching/cards/refusals.py)
│   ├── KeysNotFit         the keys of sealed words are not there, or are other ones
│   ├── NoWorkingDay       a calendar without a working day within reach             (core/person_days.py)
│   └── UsageError         a command or a value was given that cannot be used (exit status 2)
├── DataFileError          an admin reads it: a file of prompts/ or knowledge/, the line, the reason
└── DependencyError        an operator reads it: which dependency failed and how
    ├── StorageError       the database
    ├── IndexDamaged       a derived index cannot be read; it is rebuilt
    ├── IndexesInUse       another process owns the derived indexes
    └── ModelUnavailable   the language model or the embedder did not answer usefully
        └── ChatModelUnavailable   says which way, as a sentence                  (core/answering/chat_port.py)

Adapters translate vendor errors into these. A platform turns a PersonError into its sentence and anything else
into an apology with a reference number.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Argument: TypeAlias = str | int | float


class MinoriError(Exception):
    """The root: never raised itself."""


class PersonError(MinoriError):
    """Something a person can understand and act on.

    `key` names a sentence in prompts/sentences; `args_` fills it. No sentence is ever built from anything else.
    """

    def __init__(self, key: str, /, **args: Argument) -> None:
        super().__init__(key, args)
        self.key = key
        self.arguments: Mapping[str, Argument] = args

    def __reduce__(self) -> tuple[Any, ...]:
        """An error crosses from one process to another whole."""
        return _person_error, (type(self), self.key, dict(self.arguments))


def _person_error(kind: type[PersonError], key: str, arguments: Mapping[str, Argument]) -> PersonError:
    return kind(key, **arguments)


class DocumentRefused(PersonError):
    """A file was refused; keys start with `refused-`."""


class GuideNotFound(PersonError):
    """No guide, or no release of it, has this id."""


class UsageError(PersonError):
    """The request itself cannot be used as it was given."""


class KeysNotFit(PersonError):
    """The keys of what is sealed in the database are missing, unreadable or other ones; keys start with `sealing-`."""


class DataFileError(MinoriError):
    """A data file of ours breaks its schema."""

    def __init__(self, path: str, reason: str, line: int | None = None) -> None:
        self.path, self.reason, self.line = path, reason, line
        super().__init__(f"{path}{f':{line}' if line else ''}: {reason}")


class DependencyError(MinoriError):
    """A machine or program that is not ours failed."""

    def __init__(self, dependency: str, reason: str) -> None:
        self.dependency, self.reason = dependency, reason
        super().__init__(f"{dependency}: {reason}")

    def __reduce__(self) -> tuple[Any, ...]:
        """An error crosses from one process to another whole."""
        return type(self), (self.dependency, self.reason)


class StorageError(DependencyError):
    """The database could not be read or written."""


class IndexDamaged(DependencyError):
    """A derived index is missing, damaged or answers its probe wrongly."""


class IndexesInUse(DependencyError):
    """Another process of ours owns the derived indexes; it answers through its control socket."""


class ModelUnavailable(DependencyError):
    """A language model or an embedder was slow, refused, or answered nonsense."""
