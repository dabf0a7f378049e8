"""A delivery and its states (RELIABILITY: no message lost, none twice).

pending ─claim→ sending ─→ sent
   ↑               ├─────→ pending     proved not accepted: tried again later
   │               ├─────→ dropped     no longer wanted
   │               ├─────→ dead        refused for good; an operator is told
   │               └─────→ ambiguous   may have been accepted: read the conversation before anything is sent again
   └──────── not found there ─┘└─ found there → sent
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from bot.core.owed import Owed


class DeliveryState(StrEnum):
    """Where a delivery stands; `sent`, `dropped` and `dead` are final."""

    PENDING = "pending"
    SENDING = "sending"
    AMBIGUOUS = "ambiguous"
    SENT = "sent"
    DROPPED = "dropped"
    DEAD = "dead"


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """One message owed, and how far it is.

    `created_at` and `sent_at` are business time; `next_at` and `lease_until` real time. `sent_message` is the
    platform's id of the message. `trouble` is for operators: a code, never what somebody said.
    """

    id: str
    owed: Owed
    state: DeliveryState
    created_at: datetime
    next_at: datetime
    attempts: int = 0
    lease_token: str | None = None
    lease_until: datetime | None = None
    sent_conversation: str | None = None
    sent_message: str | None = None
    sent_at: datetime | None = None
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """Accepted by the platform, which named the message."""

    conversation: str
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """Proved not accepted: a rate limit, an unknown conversation, refused before a byte was sent.

    `is_final`: trying again is of no use. `retry_after`: how long the platform wants us to wait.
    """

    reason: str
    is_final: bool = False
    retry_after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Unsure:
    """It may have been accepted: the connection broke, the time ran out, the server failed."""

    reason: str


Outcome: TypeAlias = Sent | Refused | Unsure
"""What came of sending."""


@dataclass(frozen=True, slots=True)
class Found:
    """The message is there."""

    conversation: str
    message: str


@dataclass(frozen=True, slots=True)
class NotFound:
    """The conversation was read whole since the attempt, and the message is not there."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The conversation could not be read; nothing is known."""

    reason: str


ReadBack: TypeAlias = Found | NotFound | Unreadable
"""What came of reading a conversation back."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Timing:
    """How long things take, in real time.

    `wait` is how much later than an attempt a conversation's history is complete; `deadline` is the longest the
    sender takes for one message.
    """

    lease: timedelta = timedelta(seconds=120)
    deadline: timedelta = timedelta(seconds=20)
    margin: timedelta = timedelta(seconds=5)
    wait: timedelta = timedelta(seconds=60)
    first_back_off: timedelta = timedelta(seconds=15)
    longest_back_off: timedelta = timedelta(hours=1)
    most_attempts: int = 30

    def __post_init__(self) -> None:
        if self.lease <= self.deadline + self.margin:
            raise ValueError("a lease must be longer than the deadline and the margin together")

    def back_off(self, attempts: int) -> timedelta:
        """How long to wait after so many attempts: doubled each time, up to the longest."""
        doubled: int = 2 ** min(max(attempts - 1, 0), 16)
        return min(self.first_back_off * doubled, self.longest_back_off)
