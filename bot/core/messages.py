"""Channel-neutral words: what comes in, and what goes out as data.

A `Reply` carries message keys and arguments, never finished sentences of ours. Text of a guide and people's own
words travel as they are. Platforms draw a Reply; the `Sentences` port turns keys into Japanese or English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

Argument: TypeAlias = str | int | float
Locale: TypeAlias = Literal["ja", "en"]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence to be said: its key in prompts/sentences and the arguments that fill it."""

    key: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)


class Sentences(Protocol):
    """Renders a message in a language."""

    def say(self, message: Message, *, locale: Locale) -> str:
        """Return the sentence. Raises KeyError for a key that no catalogue has."""
        ...
