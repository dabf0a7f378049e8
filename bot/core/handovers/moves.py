"""Every change of a hand-over: compared and set, with what it owes, in one transaction.

Each returns the hand-over as it is afterwards, or None where somebody else was quicker and nothing was changed.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from bot.core.clock import Clock
from bot.core.handovers import owing
from bot.core.handovers.models import HandOver, HandOverState, Turn, TurnKind
from bot.core.handovers.owners import Owners
from bot.core.handovers.ports import HandOverStore
from bot.core.owed import Owed
from bot.core.people import Member


class Moves:
    """What can happen to a hand-over."""

    def __init__(self, *, store: HandOverStore, owners: Owners, clock: Clock) -> None:
        self._store, self._owners, self._clock = store, owners, clock

    def open(self, new: HandOver, asker: Member) -> HandOver:
        """Store it under the name of who is to answer; the record it has, where it is stored already."""
        owner = self._owners.choose(asker)
        if owner is None:
            return self._store.open(new, turns=(), owed=self._told_to_admins(new, "opened"))
        owned = replace(new, owner_id=owner.id, reply_by=self._owners.reply_by(owner))
        turn = self._turn(new, TurnKind.ASSIGNED, "", owner.id)
        return self._store.open(owned, turns=[turn], owed=[owing.notice(owned, owner)])

    def answer(self, before: HandOver, owner: Member, text: str, draft: str = "") -> HandOver | None:
        """The owner's answer goes to the asker."""
        turn = self._turn(before, TurnKind.ANSWERED, owner.address, text, draft)
        after = replace(before, state=HandOverState.ANSWERED)
        owed = owing.to_asker(owing.ANSWER, before, turn)
        return self._changed(before, after, [turn], owed, draft)

    def add(self, before: HandOver, owner: Member, text: str, draft: str) -> HandOver | None:
        """Something to add to an answer that was given."""
        turn = self._turn(before, TurnKind.ADDED, owner.address, text, draft)
        return self._changed(before, before, [turn], owing.to_asker(owing.ANSWER, before, turn), draft)

    def ask_back(self, before: HandOver, owner: Member, text: str, draft: str = "") -> HandOver | None:
        """The owner's question goes to the asker; meanwhile no time runs."""
        turn = self._turn(before, TurnKind.ASKED_BACK, owner.address, text, draft)
        after = replace(before, state=HandOverState.ASKED_BACK, reply_by=None, reminded_at=None)
        return self._changed(before, after, [turn], owing.to_asker(owing.ASK_BACK, before, turn), draft)

    def reply(self, before: HandOver, asker: Member, text: str, draft: str) -> HandOver | None:
        """What the asker says goes to the owner, who has as long as at first."""
        turn = self._turn(before, TurnKind.REPLIED, asker.address, text, draft)
        owner = self._owners.of(before)
        by = self._owners.reply_by(owner) if owner else None
        after = replace(before, state=HandOverState.WAITING, reply_by=by, reminded_at=None)
        owed = [owing.reply(after, owner, turn)] if owner and self._owners.is_able(owner) else []
        return self._changed(before, after, [turn], owed, draft)

    def withdraw(self, before: HandOver, by: Member) -> HandOver | None:
        """The asker no longer needs an answer."""
        turn = self._turn(before, TurnKind.WITHDRAWN, by.address, "")
        after = replace(before, state=HandOverState.WITHDRAWN, reply_by=None)
        owner = self._owners.of(before)
        owed = [owing.withdrawn(after, owner)] if owner and self._owners.is_able(owner) else []
        return self._changed(before, after, [turn], owed)

    def pass_on(self, before: HandOver, by: Member, to: Member, note: str) -> HandOver | None:
        """Somebody else answers, because the owner or an admin asked them."""
        notes = [self._turn(before, TurnKind.NOTE, by.address, note)] if note else []
        return self._given(before, to, self._turn(before, TurnKind.PASSED, by.address, to.id), notes)

    def adopt(self, before: HandOver, owner: Member) -> HandOver | None:
        """Somebody is found for what nobody owned."""
        return self._given(before, owner, self._turn(before, TurnKind.ASSIGNED, "", owner.id))

    def reassign(self, before: HandOver, owner: Member) -> HandOver | None:
        """Somebody else is asked, because no answer came."""
        return self._given(before, owner, self._turn(before, TurnKind.REASSIGNED, "", owner.id))

    def remind(self, before: HandOver, owner: Member) -> HandOver | None:
        """The owner is reminded, once."""
        after = replace(before, reminded_at=self._clock.now())
        return self._changed(before, after, [], [owing.reminder(before, owner)])

    def escalate(self, before: HandOver) -> HandOver | None:
        """No answer came, and there is nobody else: admins and asker are told, and the owner keeps it if able.

        Where there is no admin either, the owner's time starts anew.
        """
        owner = self._owners.of(before)
        kept = owner if self._owners.is_able(owner) else None
        owed = self._told_to_admins(before, "late")
        by = self._owners.reply_by(kept) if kept and not owed else None
        after = replace(before, owner_id=kept.id if kept else None, reply_by=by, reminded_at=None)
        turn = self._turn(before, TurnKind.ESCALATED, "", "admins" if owed else "")
        return self._changed(before, after, [turn], [*owed, *owing.to_asker(owing.MOVED, before, turn)])

    def _given(self, before: HandOver, owner: Member, turn: Turn, turns: list[Turn] | None = None) -> HandOver | None:
        by, count = self._owners.reply_by(owner), before.passed_on + 1
        after = replace(
            before,
            state=HandOverState.WAITING,
            owner_id=owner.id,
            reply_by=by,
            reminded_at=None,
            passed_on=count,
        )
        owed = [owing.notice(after, owner), *owing.to_asker(owing.MOVED, after, turn)]
        return self._changed(before, after, [*(turns or ()), turn], owed)

    def _told_to_admins(self, handover: HandOver, why: str) -> list[Owed]:
        return [owing.queue(handover, admin, why) for admin in self._owners.admins()]

    def _turn(self, handover: HandOver, kind: TurnKind, by_address: str, text: str, id: str = "") -> Turn:
        """A step; one that was a draft keeps the draft's id."""
        return Turn(
            id=id or uuid4().hex,
            handover_id=handover.id,
            kind=kind,
            by_address=by_address,
            text=text,
            happened_at=self._clock.now(),
        )

    def _changed(
        self, before: HandOver, after: HandOver, turns: list[Turn], owed: list[Owed], draft: str = ""
    ) -> HandOver | None:
        is_done = self._store.change(before, after, turns=turns, owed=owed, draft=draft)
        return after if is_done else None
