"""What we owe somebody in the chat: written down by a feature together with its reason, composed when it is sent.

A feature stores `Owed` in the transaction of the fact it follows from; deliveries bring it to the person once. What is
said comes from what is true at that moment, so that nothing arrives about something already closed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID, uuid5

from bot.core.messages import Locale, Reply

_NAMESPACE = UUID("6c1f0f1e-7a3c-5b1d-9f0a-0d8f5b8f6a11")


@dataclass(frozen=True, kw_only=True, slots=True)
class Owed:
    """One message owed: of which kind, about what, and which time of several it is (`occurrence`).

    It goes to a `person` (their address; it arrives in their direct conversation) or into a `conversation`, there
    into `thread` ("" outside of one). The same kind, subject and occurrence are owed once only.
    """

    kind: str
    subject_id: str
    occurrence: str
    person: str = ""
    conversation: str = ""
    thread: str = ""

    def __post_init__(self) -> None:
        if bool(self.person) == bool(self.conversation):
            raise ValueError("a message is owed to a person or into a conversation: one of the two")

    def delivery_id(self, workspace_id: str) -> str:
        """The id of its delivery: the same wherever and whenever it is asked for."""
        return str(uuid5(_NAMESPACE, "\x1f".join((workspace_id, self.kind, self.subject_id, self.occurrence))))


@dataclass(frozen=True, kw_only=True, slots=True)
class Addressed:
    """What is to be said, in the reader's language."""

    reply: Reply
    locale: Locale


Composer: TypeAlias = Callable[[Owed], Addressed | None]
"""Says what is owed from what is true now; None where it is no longer wanted."""
