"""Doing what an admin wants: shown before where several records change, done once, taken back within ten minutes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import NAMESPACE_OID, uuid5

from bot.core.audited import Audited
from bot.core.clock import Clock
from bot.core.membership.models import Changes, Edit, EditState, KeptChange, Snapshot
from bot.core.membership.ports import PeopleStore
from bot.core.membership.roster.models import COMPANY, applied, can_undo, records_of, reversed_edits
from bot.core.membership.roster.rules import after, fault_of
from bot.core.membership.roster.telling import owed_for
from bot.core.messages import Message
from bot.core.people import Member, access_roster

SET_UP = "setup"
"""The action of a line in the audit log."""
_HOURS = ("works_from", "works_until", "works_on")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it: the change as it is kept, or why not."""

    change: KeptChange | None = None
    fault: Message | None = None


class Changing:
    """`on_changed` is told afterwards of whose hours changed, so that what is planned for them follows."""

    def __init__(
        self,
        *,
        people: PeopleStore,
        clock: Clock,
        new_id: Callable[[], str],
        on_changed: Callable[[Collection[str]], object],
    ) -> None:
        self._people, self._clock, self._new_id, self._on_changed = people, clock, new_id, on_changed

    def propose(self, edits: Sequence[Edit], member: Member) -> Outcome:
        """Keep what is to be shown before it is done; a fault is found now already."""
        return self._write(self._made(edits, member, EditState.PROPOSED), member)

    def do(self, edits: Sequence[Edit], member: Member) -> Outcome:
        """At once."""
        return self._write(self._made(edits, member, EditState.DONE), member)

    def apply(self, change_id: str, member: Member) -> Outcome:
        """Do what was shown; pressed twice, it is done once."""
        shown = self._known(change_id)
        if shown is None or shown.state is EditState.UNDONE:
            return Outcome(fault=Message("roster-forgotten"))
        if shown.state is EditState.DONE:
            return Outcome(change=shown)
        return self._write(replace(shown, state=EditState.DONE, at=self._clock.now()), member)

    def undo(self, change_id: str, member: Member) -> Outcome:
        """Take a change back; it becomes a change of its own, which whoever it concerns is told of."""
        known = self._known(change_id)
        if known is None or not can_undo(known, self._clock.now()):
            return Outcome(fault=Message("roster-undo-late"))
        return self._write(self._made(reversed_edits(known.edits), member, EditState.DONE), member, undone=known.id)

    def _made(self, edits: Sequence[Edit], member: Member, state: EditState) -> KeptChange:
        return KeptChange(id=self._new_id(), by_id=member.id, at=self._clock.now(), state=state, edits=tuple(edits))

    def _known(self, id: str) -> KeptChange | None:
        return next((one for one in self._people.kept_changes() if one.id == id), None)

    def _write(self, change: KeptChange, member: Member, *, undone: str = "") -> Outcome:
        faults: list[Message] = []

        def decide(snapshot: Snapshot) -> Changes:
            decided = self._decided(change, member, undone, snapshot)
            faults[:] = [decided] if isinstance(decided, Message) else []
            return Changes() if isinstance(decided, Message) else decided

        self._people.change(decide)
        if faults:
            return Outcome(fault=faults[0])
        concerned = {one.id for one in change.edits if one.field in _HOURS}
        if concerned and change.state is EditState.DONE:
            self._on_changed(concerned)
        return Outcome(change=change)

    def _decided(self, change: KeptChange, member: Member, undone: str, snapshot: Snapshot) -> Changes | Message:
        by = next((one for one in snapshot.people if one.id == member.id), None)
        if by is None or not access_roster(by):
            return Message("roster-not-yours")
        kept = {one.id: one for one in snapshot.kept}
        if undone and (undone not in kept or not can_undo(kept[undone], change.at)):
            return Message("roster-undo-late")
        if (known := kept.get(change.id)) is not None and known.state is not EditState.PROPOSED:
            # Somebody pressed twice at the same time.
            return Changes()
        changes = applied(change.edits, snapshot, by=member.name, at=change.at)
        if changes is None:
            return Message("roster-meanwhile")
        if (fault := fault_of(snapshot, changes)) is not None:
            return fault
        if change.state is EditState.PROPOSED:
            return Changes(kept=(change,))
        owed = owed_for(change.edits, change.id, snapshot, changes)
        return replace(
            changes,
            audited=tuple(_audited(change, snapshot, changes)),
            owed=tuple(one for one in owed if one.person != member.address),
            kept=(change, *((replace(kept[undone], state=EditState.UNDONE),) if undone else ())),
        )


def _audited(change: KeptChange, snapshot: Snapshot, changes: Changes) -> list[Audited]:
    """A line for each person and firm, without what was changed."""
    firm_of = {one.id: one.company.id for one in (*snapshot.people, *after(snapshot, changes)) if one.company}
    return [
        audited(change.at, change.by_id, SET_UP, "firm" if kind == COMPANY else "person", id,
                id if kind == COMPANY else firm_of.get(id), change.id)
        for kind, id in records_of(change.edits)
    ]  # fmt: skip


def audited(
    at: datetime, by_id: str, action: str, kind: str, subject_id: str, company_id: str | None, once: str
) -> Audited:
    """A line; the same for the same change, however often it is written."""
    id = uuid5(NAMESPACE_OID, f"roster {once} {action} {kind} {subject_id}").hex
    return Audited(
        id=id, at=at, by_id=by_id, action=action, subject_kind=kind, subject_id=subject_id, company_id=company_id
    )
