"""After a deletion: every message and file of ours with the deleted words is taken back, and who deleted is told.

Taking back twice is as good as once: what is gone counts as done. So nothing is leased; a process that ends in between
leaves the rest on record, and the next one goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias

from bot.core.deliveries.ports import OperatorsLog
from bot.core.messages import Locale, Message, Quoted, Reply, Said
from bot.core.owed import Addressed, Owed
from bot.core.people import Directory
from bot.core.posted import Erasure, Posted, PostedKind, ToTakeBack

TAKEN_BACK = "taken_back"
"""To who deleted: it is done, or what is left."""
PATIENCE = timedelta(days=1)
"""For how long something is tried again."""
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=5), timedelta(hours=1)
_AT_A_TIME = 20
_BOTH: tuple[Locale, ...] = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Gone:
    """It is there no more, or says nothing any more."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """It could not be taken back now. `wait_all` is how long the platform wants nothing of us at all."""

    reason: str
    wait_all: timedelta | None = None


Tried: TypeAlias = Gone | NotYet


class Remover(Protocol):
    """Takes messages and files of ours away. Blocks; asked by one thread. Raises nothing."""

    def take_back(self, posted: Posted, *, instead: str) -> Tried:
        """Remove it; of a PAGE, of what is SHARED, and of what people answered, only the words: it says `instead`."""
        ...

    def address_of(self, posted: Posted) -> str:
        """Where a person finds it; "" where that is not known."""
        ...


class PostedStore(Protocol):
    """What is to be taken back. Each call is one transaction and raises StorageError; moments are real time."""

    def due(self, *, now: datetime, limit: int) -> Sequence[ToTakeBack]:
        """What is owed now: replies before what they stand under."""
        ...

    def done(self, one: ToTakeBack) -> None:
        """It is gone, and counted."""
        ...

    def put_off(self, one: ToTakeBack, *, next_at: datetime, failing_since: datetime) -> None:
        """Once more, at `next_at`."""
        ...

    def give_up(self, one: ToTakeBack, *, address: str) -> None:
        """It stays where it is."""
        ...

    def through(self) -> Sequence[Erasure]:
        """Those with nothing left to take back of which nobody was told yet."""
        ...

    def tell(self, erasure: Erasure, owed: Sequence[Owed]) -> None:
        """It is finished, and this is owed for it."""
        ...

    def erasure(self, subject_id: str) -> Erasure | None:
        """What became of a deletion."""
        ...


class TakingBack:
    """Runs in one thread; several processes may share a store."""

    def __init__(
        self,
        *,
        store: PostedStore,
        remover: Remover,
        directory: Directory,
        say: Callable[[Message, Locale], str],
        real_now: Callable[[], datetime],
        log: OperatorsLog,
    ) -> None:
        self._store, self._remover, self._directory, self._say = store, remover, directory, say
        self._real_now, self._log = real_now, log

    def run_once(self) -> int:
        """Take back what is due, then tell who is to be told; return how much was done. Raises StorageError."""
        count = 0
        for one in self._store.due(now=self._real_now(), limit=_AT_A_TIME):
            tried = self._remover.take_back(one.posted, instead=self._instead(one))
            if isinstance(tried, Gone):
                self._store.done(one)
                count += 1
                continue
            self._again(one, tried)
            if tried.wait_all is not None:
                break
        for erasure in self._store.through():
            self._store.tell(erasure, self._owed(erasure))
            count += 1
        return count

    def _again(self, one: ToTakeBack, tried: NotYet) -> None:
        now = self._real_now()
        since = one.failing_since or now
        if now - since >= PATIENCE:
            self._log.error("not_taken_back", subject=one.subject_id, kind=str(one.posted.kind), reason=tried.reason)
            self._store.give_up(one, address=self._remover.address_of(one.posted))
            return
        wait = tried.wait_all or min(_FIRST_WAIT * 2 ** min(one.attempts, 12), _LONGEST_WAIT)
        self._store.put_off(one, next_at=now + wait, failing_since=since)

    def _instead(self, one: ToTakeBack) -> str:
        if one.posted.kind is PostedKind.SHARED:
            # Whoever reads it there may read either language.
            return "\n".join(self._say(Message("taken-back-shared"), locale) for locale in _BOTH)
        if one.posted.kind is PostedKind.PAGE:
            return "\n".join(self._say(Message("taken-back-page"), locale) for locale in _BOTH)
        erasure = self._store.erasure(one.subject_id)
        key = "taken-back-card" if erasure and erasure.subject_kind != "walk" else "taken-back-walk"
        member = self._directory.by_id(erasure.by_id) if erasure and erasure.by_id else None
        return self._say(Message(key), (member.locale if member else None) or "ja")

    def _owed(self, erasure: Erasure) -> tuple[Owed, ...]:
        member = self._directory.by_id(erasure.by_id) if erasure.by_id else None
        if member is None or member.has_left or not member.address:
            return ()
        once = erasure.erased_at.isoformat()
        return (Owed(kind=TAKEN_BACK, subject_id=erasure.subject_id, occurrence=once, person=member.address),)


def composer(store: PostedStore, directory: Directory) -> Callable[[Owed], Addressed | None]:
    """Says that it is finished, and what is left."""

    def compose(owed: Owed) -> Addressed | None:
        erasure, member = store.erasure(owed.subject_id), directory.by_address(owed.person)
        if erasure is None or member is None:
            return None
        return Addressed(reply=told(erasure), locale=member.locale or "ja")

    return compose


def told(erasure: Erasure) -> Reply:
    """What was taken back; what is left, with where it stands."""
    counts = {"messages": erasure.messages, "files": erasure.files}
    subject = "walk" if erasure.subject_kind == "walk" else "card"
    if not erasure.left:
        key = "taken-back-done" if erasure.messages + erasure.files else "taken-back-nothing"
        return Reply(parts=(Said(Message(key, {"subject": subject, **counts})), Said(Message("taken-back-own"))))
    left = Message("taken-back-left", {"subject": subject, "left": len(erasure.left), **counts})
    places = tuple(Quoted(one) for one in erasure.left if one)
    return Reply(parts=(Said(left), *places, Said(Message("taken-back-own"))))


__all__ = ["TAKEN_BACK", "Gone", "NotYet", "PostedKind", "PostedStore", "Remover", "TakingBack", "composer", "told"]
