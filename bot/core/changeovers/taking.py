"""引き受ける: a coordinator takes over firms of somebody who has left. Nobody is asked: the first who presses has them,
with all that hangs on them, as where they had been asked and accepted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.calendars import zone_of
from bot.core.changeovers.carrying import Carrying
from bot.core.changeovers.models import Changeover, Reason, State, What
from bot.core.changeovers.ports import ChangeoverStore
from bot.core.changeovers.rules import firms_of, may_receive
from bot.core.clock import Clock
from bot.core.people import Directory, Member

_PROMISED = (State.ACCEPTED, State.MOVING)
"""Somebody has them already, though not all has moved. Whoever was merely asked has not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Taking:
    """Takes over; the record is that of a changeover which its receiver began."""

    store: ChangeoverStore
    carrying: Carrying
    directory: Directory
    clock: Clock
    new_id: Callable[[], str]

    def __call__(self, gone: Member, company_ids: Sequence[str], *, by: Member) -> Sequence[str]:
        """The ids of those of the firms that are theirs by it, or on their way to them. Raises StorageError."""
        if not gone.has_left:
            return ()
        promised = {id: one.receiver_id for one in self.store.in_state(_PROMISED) for id in one.accepted}
        theirs = [id for id in company_ids if promised.get(id) == by.id]
        offered = {firm.id for firm in firms_of(self.directory, gone)}
        free = tuple(id for id in company_ids if id in offered and id not in promised)
        one = self._begun(gone, free, by)
        if not free or not may_receive(by, one):
            return theirs
        self.store.add(one)
        after = self.carrying.go_on(one.id) or one
        return [*theirs, *(after.accepted if after.state is State.MOVING else after.moved)]

    def _begun(self, gone: Member, items: tuple[str, ...], by: Member) -> Changeover:
        now = self.clock.now()
        return Changeover(
            id=self.new_id(),
            what=What.FIRMS,
            giver_id=gone.id,
            receiver_id=by.id,
            started_by=by.id,
            items=items,
            accepted=items,
            reason=Reason.OTHER,
            from_on=now.astimezone(zone_of(by.time_zone)).date(),
            made_at=now,
            updated_at=now,
            asked_at=now,
            state=State.MOVING,
        )
