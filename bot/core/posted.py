"""Messages and files of ours with the words of a walk or a card: where they stand, never what they say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.core.messages import Item, Offer, Quoted, Reply
from bot.core.reactions import own_of

ABOUT_WORDS = ("walk_", "value_", "use_")
"""How the actions begin whose replies have words of walks and cards."""
_ID = re.compile(r"^[0-9a-f]{32}(?![0-9a-f])")
_OF_CARD = re.compile(r"(?:^|:)card/([0-9a-f]{32})(?![0-9a-f])")
"""A use that was found on another firm's card, in a button's reference."""


class PostedKind(StrEnum):
    """What stands there: a message, a file, or a delivery that becomes a message; or a question on record. SHARED is a
    message of one firm's with words that another firm takes back: it stays, and says so. PAGE is somebody's page, which
    says that there is something new, until they open it."""

    MESSAGE = "message"
    FILE = "file"
    DELIVERY = "delivery"
    QUESTION = "question"
    SHARED = "shared"
    PAGE = "page"


@dataclass(frozen=True, kw_only=True, slots=True)
class Posted:
    """One of them, under the platform's names. `thread` is "" outside of a thread, or where it is not known.

    `message` is the file of a FILE, the delivery's id of a DELIVERY, the question's of a QUESTION; the `conversation`
    of a PAGE is whose it is.
    """

    kind: PostedKind
    message: str
    conversation: str = ""
    thread: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ToTakeBack:
    """One that is to go, since what it is about was deleted. `failing_since` is real time."""

    subject_id: str
    posted: Posted
    attempts: int = 0
    failing_since: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Erasure:
    """What was deleted, and what was taken back. `by_id` is who is told, "" for nobody; `left` are addresses."""

    subject_id: str
    subject_kind: str
    by_id: str
    erased_at: datetime
    messages: int = 0
    files: int = 0
    left: tuple[str, ...] = ()
    finished_at: datetime | None = None


class PostedNotes(Protocol):
    """Remembers what we posted. Each call is one transaction and raises StorageError."""

    def note(self, about: Collection[str], posted: Posted) -> None:
        """It has the words of these walks and cards; where one of them was deleted meanwhile, it is to go at once."""
        ...

    def page(self, about: Collection[str], person: str) -> None:
        """The page of somebody has the words of these walks and cards now, and of no others."""
        ...

    def forget(self, conversation: str, message: str) -> None:
        """A message has nobody's words any more."""
        ...


class NoNotes:
    """Where nothing can be taken back, such as at a terminal."""

    def note(self, about: Collection[str], posted: Posted) -> None:
        """Nothing."""

    def page(self, about: Collection[str], person: str) -> None:
        """Nothing."""

    def forget(self, conversation: str, message: str) -> None:
        """Nothing."""


def about_of(reply: Reply) -> frozenset[str]:
    """The walks and cards whose words a reply has: what it says itself, and what its buttons are about."""
    named = (*reply.about, *(one.about for one in reply.parts if isinstance(one, Quoted)))
    offers = [one for one in _offers(reply) if one.action.startswith(ABOUT_WORDS)]
    others = (id for one in offers for id in _OF_CARD.findall(one.reference))
    return frozenset(one for one in (*named, *(subject_in(offer.reference) for offer in offers), *others) if one)


def subject_in(reference: str) -> str:
    """The walk or card that a button's reference begins with, "" for none."""
    found = _ID.match(own_of(reference)[0])
    return found.group() if found else ""


def _offers(reply: Reply) -> Iterator[Offer]:
    yield from reply.offers
    for part in reply.parts:
        if isinstance(part, Item):
            yield from part.offers
