"""The tick: who has something due and can be told now. A process killed at any moment loses nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.core.nudges.gathering import Gathered, Gathering, Listener
from bot.core.nudges.models import Pace, Preference
from bot.core.nudges.ports import Calendars, Days, NudgeStore, OperatorsLog, WishStore
from bot.core.nudges.slots import Slot, Slots, missed_until, slot_at
from bot.core.nudges.turns import Subject, TurnsOf, no_turns, subject_of
from bot.core.people import Directory, Member
from bot.core.scheduled import Scheduled

PEOPLE_AT_ONCE = 200
"""Of so many people everything is planned in one transaction."""
LOOK_BACK = timedelta(days=8)
"""So far back it is seen on which days somebody was told something."""


class Checkpoint(StrEnum):
    """Points of a tick at which a process can die, in order."""

    TICK_BEGUN = "tick-begun"
    PEOPLE_READ = "people-read"
    LISTENERS_READ = "listeners-read"
    DUE_READ = "due-read"
    BEFORE_PLAN = "before-plan"
    PLANNED = "planned"
    TICK_ENDED = "tick-ended"


def no_checkpoint(_name: str) -> None:
    """Nothing happens there."""


class Ticking:
    """Plans what people are told."""

    def __init__(
        self,
        *,
        store: NudgeStore,
        wishes: WishStore,
        directory: Directory,
        calendars: Calendars,
        gathering: Gathering,
        log: OperatorsLog,
        turns_of: TurnsOf = no_turns,
        checkpoint: Callable[[str], None] = no_checkpoint,
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._turns_of, self._piece_of_work = turns_of, piece_of_work
        self._store, self._wishes, self._directory = store, wishes, directory
        self._calendars, self._gathering, self._log, self._checkpoint = calendars, gathering, log, checkpoint

    def plan(self, now: datetime) -> int:
        """Plan what can be told now; return how many messages that makes. Raises StorageError."""
        self._checkpoint(Checkpoint.TICK_BEGUN)
        waiting = self._store.people_due(at=now)
        self._checkpoint(Checkpoint.PEOPLE_READ)
        planned = 0
        if waiting:
            with self._piece_of_work():
                listeners = self._listeners(waiting, now)
            self._checkpoint(Checkpoint.LISTENERS_READ)
            for start in range(0, len(listeners), PEOPLE_AT_ONCE):
                planned += self._plan(listeners[start : start + PEOPLE_AT_ONCE], now)
        self._checkpoint(Checkpoint.TICK_ENDED)
        return planned

    def _listeners(self, person_ids: Sequence[str], now: datetime) -> list[Listener]:
        """Those of them who can be told something at this moment."""
        wanted = set(person_ids)
        people = [one for one in self._directory.people() if one.id in wanted and one.address and not one.has_left]
        preferences = self._wishes.preferences([one.id for one in people])
        able = [one for one in people if self._can_hear(one, _of(preferences, one), now)]
        if not able:
            return []
        ids = [one.id for one in able]
        since = (now - LOOK_BACK).date()
        used, told = (self._store.slots_told(ids, since=since, given_back=one) for one in (True, False))
        silent = self._wishes.mutes(ids)
        listeners = []
        for one in able:
            days, muted = self._calendars.days_of(one), silent.get(one.id, ())
            wish, heard = _of(preferences, one), told.get(one.id, ())
            slot, until = _slot(now, one, wish, days, used=used.get(one.id, ()), heard=heard)
            if slot is not None:
                listener = Listener(member=one, preference=wish, days=days, slot=slot, silent=muted, told=heard)
                listeners.append(replace(listener, due_until=until))
        return listeners

    def _can_hear(self, member: Member, preference: Preference, now: datetime) -> bool:
        slot, _ = _slot(now, member, preference, self._calendars.days_of(member))
        return slot is not None

    def _plan(self, listeners: Sequence[Listener], now: datetime) -> int:
        due = self._store.due([one.member.id for one in listeners], at=now)
        nudge_ids = [row.nudge_id(self._store.workspace_id) for rows in due.values() for row in rows]
        told = self._store.steps_told(nudge_ids)
        turns = self._turns_of(_several(due))
        self._checkpoint(Checkpoint.DUE_READ)
        listeners = [replace(one, turns=turns) for one in listeners]
        gathered = [self._gather(one, due.get(one.member.id, ()), told, now) for one in listeners]
        self._checkpoint(Checkpoint.BEFORE_PLAN)
        stored = self._keep([one for one in gathered if one])
        self._checkpoint(Checkpoint.PLANNED)
        return stored

    def _gather(
        self, listener: Listener, due: Sequence[Scheduled], told: Mapping[tuple[str, str], int], now: datetime
    ) -> Gathered | None:
        """One person's rows that cannot be read keep nobody else from hearing of theirs."""
        try:
            return self._gathering.gather(listener, due, told, now)
        except Exception as error:
            self._log.error("nudges_not_gathered", person_id=listener.member.id, exc_info=error)
            return None

    def _keep(self, gathered: Sequence[Gathered]) -> int:
        advanced = [move for one in gathered for move in one.advanced]
        if not advanced:
            return 0
        bundles = [one.bundle for one in gathered if one.bundle]
        owed = [message for one in gathered for message in one.owed]
        return len(self._store.plan(bundles, advanced=advanced, owed=owed))


def _slot(
    now: datetime, member: Member, preference: Preference, days: Days, *, used: Slots = (), heard: Slots = ()
) -> tuple[Slot | None, date | None]:
    """The slot of this moment; and where it is one only for what was missed, up to which day that was due."""
    slot = slot_at(now, member, preference, days, told=used)
    until = None if slot else missed_until(now, member, preference, days, heard)
    if until is None:
        return slot, None
    return slot_at(now, member, replace(preference, pace=Pace.NORMAL), days, told=used), until


def _of(preferences: Mapping[str, Preference], member: Member) -> Preference:
    return preferences.get(member.id) or Preference(person_id=member.id)


def _several(due: Mapping[str, Sequence[Scheduled]]) -> set[Subject]:
    """What is told together with something else: only there is there an order."""
    of_people = ({subject_of(row) for row in rows} for rows in due.values())
    return {one for subjects in of_people if len(subjects) > 1 for one in subjects}
