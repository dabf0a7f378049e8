"""What happens to a changeover. Every change is compared and set, with what it owes and its lines in the audit log: a
second press changes nothing.

Each takes the id, reads the record anew, and returns it as it is afterwards; None where it cannot be done any more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import NAMESPACE_OID, uuid5

from bot.core.audited import Audited
from bot.core.changeovers import owing
from bot.core.changeovers.models import OPEN, Changeover, State, What
from bot.core.changeovers.ports import ChangeoverStore
from bot.core.changeovers.rules import may_give, may_receive, portfolio
from bot.core.clock import Clock
from bot.core.owed import Owed
from bot.core.people import Directory, Member

SUBJECT_KIND = "changeover"
TRIES = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A changeover as it becomes. `action` goes into the audit log for each of its firms; "" for no line."""

    after: Changeover
    action: str = ""
    owed: Sequence[Owed] = ()


class Moves:
    """Changes changeovers, as far as nothing changes hands by it (`Carrying`)."""

    def __init__(self, *, store: ChangeoverStore, directory: Directory, clock: Clock) -> None:
        self._store, self._directory, self._clock = store, directory, clock

    def ask(self, id: str, *, by: Member) -> Changeover | None:
        """The receiver is asked. None where it is no longer what was looked at."""

        def decide(now: Changeover, at: datetime) -> Move | None:
            giver, receiver = self._directory.by_id(now.giver_id), self._directory.by_id(now.receiver_id)
            is_whole = giver is not None and may_give(by, giver, now.reason) and self.is_whole(now)
            if now.state is not State.PREPARED or not is_whole or not may_receive(receiver, now):
                return None
            after = replace(now.becomes(State.ASKED, at), asked_at=at)
            return Move(after=after, action="changeover_asked", owed=owing.to(receiver, owing.ASKED, after))

        return self._changed(id, decide, by.id)

    def withdraw(self, id: str, *, by: Member) -> Changeover | None:
        """Nothing is handed over; the receiver, who knows of it, is told."""

        def decide(now: Changeover, at: datetime) -> Move | None:
            if by.id not in (now.giver_id, now.started_by) or now.state not in (State.ASKED, State.ACCEPTED):
                return None
            receiver = self._directory.by_id(now.receiver_id)
            after = now.becomes(State.WITHDRAWN, at)
            return Move(after=after, action="changeover_withdrawn", owed=owing.to(receiver, owing.WITHDRAWN, after))

        return self._changed(id, decide, by.id)

    def accept(self, id: str, items: Sequence[str], *, by: Member) -> Changeover | None:
        """The receiver takes these of the items; they move on their day."""

        def decide(now: Changeover, at: datetime) -> Move | None:
            taken = tuple(one for one in now.items if one in items)
            if by.id != now.receiver_id or now.state is not State.ASKED or not taken or not may_receive(by, now):
                return None
            after = replace(now.becomes(State.ACCEPTED, at), accepted=taken)
            owed = owing.answered(after, State.ACCEPTED, self._directory)
            return Move(after=after, action="changeover_accepted", owed=owed)

        return self._changed(id, decide, by.id)

    def decline(self, id: str, word: str, *, by: Member) -> Changeover | None:
        """今回は見送る: who asked is told, with the receiver's word."""

        def decide(now: Changeover, at: datetime) -> Move | None:
            if by.id != now.receiver_id or now.state is not State.ASKED:
                return None
            after = replace(now.becomes(State.DECLINED, at), word=word)
            owed = owing.answered(after, State.DECLINED, self._directory)
            return Move(after=after, action="changeover_declined", owed=owed)

        return self._changed(id, decide, by.id)

    def remind(self, id: str) -> Changeover | None:
        """The receiver is reminded, once."""

        def decide(now: Changeover, at: datetime) -> Move | None:
            if now.state is not State.ASKED or now.reminded_at is not None:
                return None
            after = replace(now.becomes(State.ASKED, at), reminded_at=at)
            return Move(after=after, owed=owing.to(self._directory.by_id(now.receiver_id), owing.REMINDER, after))

        return self._changed(id, decide, "")

    def lapse(self, id: str) -> Changeover | None:
        """No answer came, or none can come: who asked is told, and may ask somebody else."""

        def decide(now: Changeover, at: datetime) -> Move | None:
            if now.state not in (State.ASKED, State.ACCEPTED):
                return None
            after = now.becomes(State.LAPSED, at)
            owed = owing.answered(after, State.LAPSED, self._directory)
            return Move(after=after, action="changeover_lapsed", owed=owed)

        return self._changed(id, decide, "")

    def begin(self, id: str) -> Changeover | None:
        """移管中: from here on it moves, whatever happens."""

        def decide(now: Changeover, at: datetime) -> Move | None:
            return Move(after=now.becomes(State.MOVING, at)) if now.state is State.ACCEPTED else None

        return self._changed(id, decide, "")

    def begin_return(self, id: str, *, by_id: str) -> Changeover | None:
        """It goes back, whatever happens. `by_id` is "" where the leave is over."""

        def decide(now: Changeover, at: datetime) -> Move | None:
            return Move(after=now.becomes(State.RETURNING, at)) if now.state is State.MOVED else None

        return self._changed(id, decide, by_id)

    def is_whole(self, one: Changeover) -> bool:
        """Is every firm of it still the giver's, and offered to nobody else?"""
        giver = self._directory.by_id(one.giver_id)
        if one.what is What.ENCOUNTERS or giver is None:
            return giver is not None
        known = self._store.in_state(OPEN)
        return len(portfolio(self._directory, giver, one.items, known, besides=one.id).free) == len(one.items)

    def _changed(self, id: str, decide: Callable[[Changeover, datetime], Move | None], by_id: str) -> Changeover | None:
        for _ in range(TRIES):
            now = self._store.by_id(id)
            move = decide(now, self._clock.now()) if now else None
            if now is None or move is None:
                return None
            lines = audited(move.after, move.action, firms_in(move.after), by_id=by_id) if move.action else ()
            if self._store.change(now, move.after, owed=move.owed, audited=lines):
                return move.after
        return None


def firms_in(one: Changeover) -> tuple[str, ...]:
    """The firms that it is about."""
    return one.items if one.what is What.FIRMS else (one.company_id,)


def audited(one: Changeover, action: str, company_ids: Sequence[str], *, by_id: str) -> list[Audited]:
    """A line for each firm; the same for the same step."""
    return [
        Audited(
            id=uuid5(NAMESPACE_OID, f"{SUBJECT_KIND} {one.id} {one.version} {action} {company_id}").hex,
            at=one.updated_at,
            by_id=by_id,
            action=action,
            subject_kind=SUBJECT_KIND,
            subject_id=one.id,
            company_id=company_id,
        )
        for company_id in company_ids
    ]
