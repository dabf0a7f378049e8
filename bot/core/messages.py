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


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of ours."""

    message: Message


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a guide or of a person, as they are. `citation` is the number of the source, 0 for none."""

    text: str
    citation: int = 0


@dataclass(frozen=True, slots=True)
class Claimed:
    """A sentence that a language model wrote; `citation` is the number of the source whose quote was checked."""

    text: str
    citation: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A citation as people see it. `edition` is an ISO date; `quote` stands verbatim in `passage`."""

    number: int
    guide: str
    title: str
    edition: str
    edition_is_known: bool
    page: int | None
    heading: str
    quote: str
    passage: str
    passage_id: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Something the person can do next: a button, a numbered line, or a typed word.

    `action` is the same word on every platform; `reference` says to what it applies; `label` is our sentence, or None
    where `text` (words of a guide) is shown instead.
    """

    action: str
    reference: str
    label: Message | None = None
    text: str = ""


Part: TypeAlias = Said | Quoted | Claimed


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """One reply: its visible state, what is said in order, the sources, and what can be done next."""

    state: str
    parts: tuple[Part, ...]
    sources: tuple[Source, ...] = ()
    offers: tuple[Offer, ...] = ()


class Sentences(Protocol):
    """Renders a message in a language."""

    def say(self, message: Message, *, locale: Locale) -> str:
        """Return the sentence. Raises KeyError for a key that no catalogue has."""
        ...
