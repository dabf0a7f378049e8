"""What putting questions together needs of the outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.owed import Owed
from bot.core.people import Member


@dataclass(frozen=True, kw_only=True, slots=True)
class Handed:
    """A question that was handed over. `who` is its asker with their firm; `answer` what its owner answered, "" before.

    `is_open` until it is answered or withdrawn.
    """

    id: str
    text: str
    owner_id: str
    who: str
    is_open: bool
    answer: str = ""


class Queue(Protocol):
    """Questions that were handed over."""

    def of_owner(self, owner_id: str) -> Sequence[Handed]:
        """The open ones that somebody is to answer, oldest first."""
        ...

    def by_id(self, id: str) -> Handed | None:
        """One of them."""
        ...

    def answer(self, id: str, text: str) -> bool:
        """Its owner's answer reaches its asker where they asked; False where it is open no more."""
        ...

    def names_somebody(self, text: str, of_id: str) -> bool:
        """Does a text name the asker of that question, or a firm?"""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Join:
    """`id` is answered together with `head_id`."""

    id: str
    head_id: str
    by_id: str
    joined_at: datetime


class JoinStore(Protocol):
    """Which questions are answered together. Each call is one transaction and raises StorageError."""

    def join(self, joins: Sequence[Join]) -> None:
        """Keep them; one that is kept already stays as it is."""
        ...

    def all(self) -> Sequence[Join]:
        """Every one that is kept."""
        ...

    def of_head(self, head_id: str) -> Sequence[Join]:
        """What is answered together with a question."""
        ...

    def head_of(self, id: str) -> str:
        """With which one it is answered; "" for none."""
        ...

    def apart(self, ids: Sequence[str], *, owed: Sequence[Owed] = ()) -> None:
        """They stand alone again, and somebody is told where that is owed."""
        ...


class Vectors(Protocol):
    """Vectors of questions, made on this machine."""

    def __call__(self, texts: Sequence[str]) -> Mapping[str, Sequence[float]]:
        """One of length 1 for each text; empty where there are none."""
        ...


class People(Protocol):
    """Who there is (bot/core/people.py: Directory)."""

    def by_id(self, id: str) -> Member | None: ...

    def by_address(self, address: str) -> Member | None: ...


class LookedAt(Protocol):
    """Is told that somebody is shown the words of a question. Raises StorageError."""

    def __call__(self, id: str, by: Member, /) -> None:
        """Keep it."""
        ...
