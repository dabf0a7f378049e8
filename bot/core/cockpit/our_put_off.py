"""自社の出会いをまとめて延期する: the encounters of one's own firm, as its list is narrowed down, are put off until a
day; looked at first, and taken back within ten minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Protocol

from bot.core import actions
from bot.core.clock import Clock
from bot.core.cockpit.event_plan import Kept, KeptStore
from bot.core.cockpit.gathering import day_of
from bot.core.cockpit.our_firm import OurFirm, Ours
from bot.core.cockpit.ports import SiftStore
from bot.core.cockpit.put_off import BACK_WITHIN, UNTIL
from bot.core.messages import Field, Item, Message, Offer, Part, Pressed, Reply, Said
from bot.core.people import Member

OUR_PUT_OFF = "our_put_off"
MOST = 50
"""Encounters at once: each is a change of its own, and more take longer than a press may."""
_SHOWN = 20
_TITLE = Message("cockpit-put-off-title")


class Postponing(Protocol):
    """Putting off encounters of one's own firm, as each of them is put off by itself. Raises StorageError."""

    def postpone(self, member: Member, encounter_ids: Sequence[str], until: date) -> Sequence[str]:
        """Put these off; the ids of the changes, of those that could be."""
        ...

    def take_back_changes(self, member: Member, change_ids: Sequence[str]) -> int:
        """As they were; returns of how many, without those that somebody has changed since."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class OurPlan:
    """What would be put off until a day; `later` are left alone, because their next step is on a later day."""

    until: date
    moved: tuple[Ours, ...]
    later: int

    @property
    def mark(self) -> str:
        """What was looked at: other encounters or days have another mark."""
        seen = [f"{one.case.id} {one.met.due_on}" for one in self.moved]
        return sha256("\n".join([self.until.isoformat(), *seen]).encode()).hexdigest()[:16]


class OurPuttingOff:
    """The handlers."""

    def __init__(
        self, *, ours: OurFirm, store: SiftStore, postponing: Postponing, kept: KeptStore, clock: Clock
    ) -> None:
        self._ours, self._store, self._postponing = ours, store, postponing
        self._kept, self._clock = kept, clock

    def form(self, _pressed: Pressed, member: Member) -> Reply:
        """Until when?"""
        return self._form(member)

    def preview(self, pressed: Pressed, member: Member) -> Reply:
        """What would be put off: how many, with whom, and the day before and after."""
        until = self._day(pressed.values.get(UNTIL, ""), member)
        return self._preview(member, until) if until else self._form(member, Message("cockpit-put-off-past"))

    def do(self, pressed: Pressed, member: Member) -> Reply:
        """`until:mark`: put off what was looked at; where that is something else by now, it is shown again."""
        words, _, mark = pressed.reference.partition(":")
        until, now = self._day(words, member), self._clock.now()
        if until is None:
            return self._form(member, Message("cockpit-put-off-past"))
        plan = self._plan(member, until)
        if plan.mark != mark or not 0 < len(plan.moved) <= MOST:
            return self._preview(member, until, Message("cockpit-put-off-changed"))
        changes = self._postponing.postpone(member, [one.case.id for one in plan.moved], until)
        id = sha256(f"{member.id} {now.isoformat()} {plan.mark}".encode()).hexdigest()[:32]
        before = tuple((one,) for one in changes)
        self._kept.keep(Kept(id=id, by_id=member.id, at=now, kind=OUR_PUT_OFF, before=before))
        day = self._ours.reader(member).day(until)
        undo = Offer(actions.COCKPIT_OURS_PUT_OFF_UNDO, id, Message("cockpit-offer-undo"))
        return _said(Message("cockpit-put-off-done", {"count": len(changes), "day": day}), undo)

    def undo(self, pressed: Pressed, member: Member) -> Reply:
        """Within ten minutes; the same once more changes nothing."""
        kept, now = self._kept.kept(pressed.reference), self._clock.now()
        is_ours = kept is not None and kept.by_id == member.id and kept.kind == OUR_PUT_OFF
        if kept is None or not is_ours or not timedelta(0) <= now - kept.at <= BACK_WITHIN:
            return Reply(parts=(Said(Message("cockpit-ours-put-off-too-late")),), is_aside=True)
        if kept.is_undone:
            return _said(Message("cockpit-ours-put-off-undone", {"count": len(kept.before), "left": 0}))
        count = self._postponing.take_back_changes(member, [one[0] for one in kept.before])
        self._kept.undone(kept.id)
        left = len(kept.before) - count
        return _said(Message("cockpit-ours-put-off-undone", {"count": count, "left": left}))

    def _plan(self, member: Member, until: date) -> OurPlan:
        listed = self._ours.listed(member, self._store.sift_of(member.id))
        moved = tuple(one for one in listed if one.met.due_on is None or one.met.due_on < until)
        return OurPlan(until=until, moved=moved, later=len(listed) - len(moved))

    def _preview(self, member: Member, until: date, fault: Message | None = None) -> Reply:
        plan, reader = self._plan(member, until), self._ours.reader(member)
        parts: list[Part] = [Said(fault)] if fault else []
        if not plan.moved:
            return Reply(title=_TITLE, parts=(*parts, Said(Message("cockpit-put-off-none"))), offers=(_back(),))
        if len(plan.moved) > MOST:
            many = Message("cockpit-put-off-too-many", {"count": len(plan.moved), "most": MOST})
            return Reply(title=_TITLE, parts=(*parts, Said(many)), offers=(_back(),))
        day = reader.day(until)
        parts.append(Said(Message("cockpit-ours-put-off-preview", {"count": len(plan.moved), "day": day})))
        if plan.later:
            parts.append(Said(Message("cockpit-ours-put-off-later", {"count": plan.later})))
        for one in plan.moved[:_SHOWN]:
            due = reader.day(one.met.due_on) if one.met.due_on else "–"
            title = one.met.who or Message(f"meeting-stage-{one.case.stage}")
            parts.append(Item(title, (Message("cockpit-ours-put-off-days", {"before": due, "after": day}),)))
        if len(plan.moved) > _SHOWN:
            parts.append(Said(Message("cockpit-more", {"count": len(plan.moved) - _SHOWN})))
        reference = f"{until.isoformat()}:{plan.mark}"
        do = Offer(actions.COCKPIT_OURS_PUT_OFF, reference, Message("cockpit-offer-do-put-off"), is_main=True)
        return Reply(title=_TITLE, parts=tuple(parts), offers=(do, _back()))

    def _form(self, member: Member, fault: Message | None = None) -> Reply:
        parts: list[Part] = [Said(fault)] if fault else []
        parts.append(Said(Message("cockpit-ours-put-off-intro")))
        tomorrow_week = day_of(self._clock.now(), member) + timedelta(days=7)
        label = Message("cockpit-put-off-until")
        parts.append(Field(name=UNTIL, label=label, kind="date", initial=tomorrow_week.isoformat()))
        submit = Offer(actions.COCKPIT_OURS_PUT_OFF_SHOW, "-", Message("cockpit-put-off-submit"), is_main=True)
        return Reply(title=_TITLE, parts=tuple(parts), submit=submit)

    def _day(self, words: str, member: Member) -> date | None:
        """A day to come; None for anything else."""
        try:
            day = date.fromisoformat(words)
        except ValueError:
            return None
        return day if day > day_of(self._clock.now(), member) else None


def _said(said: Message, *offers: Offer) -> Reply:
    return Reply(title=_TITLE, parts=(Said(said),), offers=(*offers, _back()))


def _back() -> Offer:
    return Offer(actions.COCKPIT_OURS, "1", Message("cockpit-offer-back-ours"))
