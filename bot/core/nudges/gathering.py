"""What one person is told in one slot: everything that is due, once, the missed steps of a matter as its latest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid5

from bot.core.nudges.models import Bundle, Item, Preference
from bot.core.nudges.planning import Planning
from bot.core.nudges.ports import Days
from bot.core.nudges.slots import Slot, Slots, was_missed
from bot.core.nudges.turns import Subject, Turn, ordered, subject_of
from bot.core.owed import Owed
from bot.core.people import Member
from bot.core.scheduled import Scheduled

NUDGE = "nudge"
"""The kind of what is owed."""
MOST_SUBJECTS = 48
"""As many as a message can name; what is due beyond them stays due for the next one."""
_NAMESPACE = UUID("0d0f2b3a-52f0-5c39-8d3b-7a4f7f3c2f10")

CarriedByDigest = Callable[[str, str, str], bool]
"""Is a subject (its kind, its id) told to this person (the first argument) by a digest, so that no nudge is wanted?"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathered:
    """What follows for one person: a bundle with what is owed, or none; and how their nudges go on."""

    bundle: Bundle | None
    advanced: tuple[tuple[Scheduled, Scheduled | None], ...]
    owed: tuple[Owed, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Listener:
    """Somebody who can be told something now."""

    member: Member
    preference: Preference
    days: Days
    slot: Slot
    silent: Collection[Subject]
    """What they do not want to hear of."""
    told: Slots = ()
    """When they were told something lately."""
    due_until: date | None = None
    """What became due on a later day waits for another message; None where nothing does."""
    turns: Mapping[Subject, Turn] = field(default_factory=dict)
    """What is known of the order of what is due."""


def bundle_id(workspace_id: str, person_id: str, slot: Slot) -> str:
    """One person, day and slot is one bundle for ever."""
    return str(uuid5(_NAMESPACE, "\x1f".join((workspace_id, person_id, slot.day.isoformat(), slot.time))))


class Gathering:
    """Makes bundles of what is due."""

    def __init__(self, workspace_id: str, planning: Planning, carried_by_digest: CarriedByDigest) -> None:
        self._workspace, self._planning, self._carried = workspace_id, planning, carried_by_digest

    def gather(
        self, listener: Listener, due: Sequence[Scheduled], told: Mapping[tuple[str, str], int], now: datetime
    ) -> Gathered:
        """What a person is told now of what is due, `told` being the latest step told by nudge and series."""
        items, advanced, subjects = list[Item](), list[tuple[Scheduled, Scheduled | None]](), set[Subject]()
        for row in ordered(_in_time(due, listener.due_until), listener.slot.day, listener.turns):
            subject = subject_of(row)
            if subject not in subjects and len(subjects) >= MOST_SUBJECTS:
                break
            nudge_id = row.nudge_id(self._workspace)
            latest, following = self._walk(row, listener, now)
            advanced.append((row, following))
            is_told = told.get((nudge_id, row.series), -1) >= latest.step
            if is_told or self._is_silent(row, listener) or self._planning.is_over(row, listener.slot.day):
                continue
            late = was_missed(
                row.due_on,
                row.since,
                listener.slot.day,
                listener.preference,
                listener.days,
                told=listener.told,
            )
            subjects.add(subject)
            items.append(_item(latest, nudge_id, len(items) + 1, is_late=late))
        if not items:
            return Gathered(bundle=None, advanced=tuple(advanced), owed=())
        member, slot = listener.member, listener.slot
        bundle = Bundle(
            id=bundle_id(self._workspace, member.id, slot),
            person_id=member.id,
            day=slot.day,
            slot=slot.time,
            created_at=now,
            items=tuple(items),
        )
        owed = Owed(kind=NUDGE, subject_id=bundle.id, occurrence=slot.time, person=member.address)
        return Gathered(bundle=bundle, advanced=tuple(advanced), owed=(owed,))

    def _walk(self, row: Scheduled, listener: Listener, now: datetime) -> tuple[Scheduled, Scheduled | None]:
        """The latest step that is due, and the one after it."""
        latest = row
        for step in self._planning.steps(row, listener.member):
            if step.due_at > now:
                return latest, step
            latest = step
        return latest, None

    def _is_silent(self, row: Scheduled, listener: Listener) -> bool:
        subject = subject_of(row)
        return subject in listener.silent or self._carried(listener.member.id, *subject)


def _item(one: Scheduled, nudge_id: str, ordinal: int, *, is_late: bool) -> Item:
    return Item(
        ordinal=ordinal,
        nudge_id=nudge_id,
        occurrence=one.occurrence,
        subject_kind=one.subject_kind,
        subject_id=one.subject_id,
        matter=one.matter,
        cadence=one.cadence,
        since=one.since,
        step=one.step,
        due_on=one.due_on,
        is_late=is_late,
    )


def _in_time(due: Sequence[Scheduled], until: date | None) -> Sequence[Scheduled]:
    return due if until is None else [one for one in due if one.due_on <= until]
