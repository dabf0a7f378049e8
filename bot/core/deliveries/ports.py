"""What deliveries need of the outside: where they are stored, and who sends."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.core.deliveries.models import Delivery, Outcome, ReadBack, Unreadable
from bot.core.messages import Locale, Reply


class DeliveryStore(Protocol):
    """Deliveries on record. Each call is one committed transaction and raises StorageError.

    Every change of a claimed delivery is fenced by its lease token: it returns False, and changes nothing, where
    somebody else has taken it meanwhile. All moments are real time unless they are said to be business time.
    """

    def claim(self, *, token: str, now: datetime, until: datetime, resting: Collection[str] = ()) -> Delivery | None:
        """Take the pending delivery that has been due longest, for `until`; None where none is due.

        Those to a person or a conversation in `resting` are left alone.
        """
        ...

    def mark_sent(self, id: str, *, token: str, conversation: str, message: str, at: datetime) -> bool:
        """It arrived. `at` is business time."""
        ...

    def put_back(self, id: str, *, token: str, next_at: datetime, trouble: str | None) -> bool:
        """It did not arrive and is pending again, due at `next_at`."""
        ...

    def mark_ambiguous(self, id: str, *, token: str, trouble: str) -> bool:
        """It may have arrived. The lease stays, so that `doubtful` knows when it ended."""
        ...

    def drop(self, id: str, *, token: str, trouble: str) -> bool:
        """It is no longer wanted."""
        ...

    def bury(self, id: str, *, token: str, trouble: str) -> bool:
        """It will not be tried again; an operator must look."""
        ...

    def doubtful(self, *, ended_before: datetime, now: datetime) -> Sequence[Delivery]:
        """Sending or ambiguous ones whose lease ended before that moment, those put off until later left out."""
        ...

    def put_off(self, id: str, *, token: str, next_at: datetime, trouble: str) -> bool:
        """A doubtful one could not be read back; look again at `next_at`."""
        ...

    def by_message(self, conversation: str, message: str) -> Delivery | None:
        """Which delivery a message of ours in the chat is."""
        ...

    def counts(self) -> Mapping[str, int]:
        """How many deliveries stand in each state that has any."""
        ...


class Sender(Protocol):
    """Brings a message to a chat platform and looks whether it is there. Blocks; asked by one thread at a time."""

    def send(
        self, *, delivery_id: str, person: str, conversation: str, thread: str, reply: Reply, locale: Locale
    ) -> Outcome:
        """Send once, within `Timing.deadline`, without trying again, marked with the delivery's id.

        `person` is the address of somebody, to whom it goes directly; "" where `conversation` is named. Should raise
        nothing: what it raises counts as unsure.
        """
        ...

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        """Look for the message marked with the delivery's id where it belongs. Raises nothing.

        NotFound only where everything since `since` (the platform's time) was read.
        """
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """A conversation with deliveries in it, or a thread of one, and since when: the platform's time, generously."""

    conversation: str
    thread: str
    since: datetime


class TwinStore(Protocol):
    """What the sweep needs of the deliveries on record. Each call is one transaction and raises StorageError."""

    def recent_places(self, *, since: datetime) -> Sequence[Place]:
        """Where messages arrived since then (business time)."""
        ...

    def note_twin(self, id: str, *, conversation: str, kept: str, removed: str, at: datetime) -> None:
        """Count a message that stood there twice, once however often it is said; the delivery is the kept one."""
        ...

    def twins(self) -> int:
        """How many were ever counted."""
        ...


class TwinRemover(Protocol):
    """Finds messages of ours that stand there twice, and removes them. Blocks; asked by one thread. Raises nothing."""

    def twins(self, place: Place) -> Mapping[str, Sequence[str]] | Unreadable:
        """The messages of every delivery that stands there more than once, by its id, the earliest first."""
        ...

    def remove(self, place: Place, message: str) -> bool:
        """Remove a message; False where that was not possible now."""
        ...


class OperatorsLog(Protocol):
    """The program's log: an event's name with ids and codes, never what anybody said. A structlog logger is one."""

    def warning(self, event: str, **details: Any) -> Any:
        """Worth knowing; goes on by itself."""
        ...

    def error(self, event: str, **details: Any) -> Any:
        """Somebody has to look. `exc_info` may be among the details."""
        ...
