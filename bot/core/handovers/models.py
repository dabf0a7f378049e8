"""A question that a person answers: who, until when, and what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.messages import Locale


class HandOverState(StrEnum):
    """`waiting` for the coordinator, `asked_back` waits for the asker; the other two are final."""

    WAITING = "waiting"
    ASKED_BACK = "asked_back"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


OPEN_STATES = frozenset({HandOverState.WAITING, HandOverState.ASKED_BACK})


class TurnKind(StrEnum):
    """What happened. Where an owner changes, the turn's text is the id of the new one; else it is what was written."""

    ASSIGNED = "assigned"
    """Somebody was chosen to answer."""
    PASSED = "passed"
    """The owner asked somebody else to answer; followed by NOTE where they added a word."""
    REASSIGNED = "reassigned"
    """Time ran out, and somebody else was asked."""
    ESCALATED = "escalated"
    """Time ran out, and there is nobody else: the admins were told."""
    NOTE = "note"
    ASKED_BACK = "asked_back"
    REPLIED = "replied"
    ANSWERED = "answered"
    ADDED = "added"
    """Something the coordinator added after the answer."""
    WITHDRAWN = "withdrawn"
    DRAFT = "draft"
    """Typed, and shown to the writer; a press sends it."""
    DROPPED = "dropped"
    """A draft that its writer did not send."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One step of a hand-over."""

    id: str
    handover_id: str
    kind: TurnKind
    by_address: str
    text: str
    happened_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class HandOver:
    """A question that waits for a person, or was answered by one.

    `asker`, `conversation` and `thread` are the platform's names ("" at the command line); `is_direct` where nobody
    else reads there. `owner_id` is None while it waits in the shared queue; `reply_by` is None while no time runs.
    `passed_on` counts the owners it has had before, `reminded_at` is when the present one was reminded.
    """

    id: str
    question_id: str
    conversation_id: str
    text: str
    locale: Locale
    created_at: datetime
    state: HandOverState
    asker: str = ""
    conversation: str = ""
    thread: str = ""
    is_direct: bool = True
    owner_id: str | None = None
    reply_by: datetime | None = None
    reminded_at: datetime | None = None
    passed_on: int = 0

    @property
    def is_open(self) -> bool:
        """True until it is answered or withdrawn."""
        return self.state in OPEN_STATES

    @property
    def can_be_told(self) -> bool:
        """True where the asker can be reached in the chat."""
        return bool(self.asker and self.conversation)
