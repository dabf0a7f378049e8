"""What time does to changeovers: a reminder, an end of waiting, the day on which it moves, the end of a leave."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.calendars import zone_of
from bot.core.changeovers.carrying import Carrying
from bot.core.changeovers.models import UNDER_WAY, Changeover, State
from bot.core.changeovers.moves import Moves
from bot.core.changeovers.ports import Calendars, ChangeoverStore, HoursOf
from bot.core.changeovers.rules import can_have_back, may_receive
from bot.core.clock import Clock
from bot.core.people import Directory, Member

REMIND_AFTER, LAPSE_AFTER = 2, 5
"""Working days of the receiver."""
_PREPARED_FOR = timedelta(days=1)
_MOST_BATCHES = 5
"""In one tick, so that others get their turn."""


class TimeKeeping:
    """Asked at every tick; nothing happens twice."""

    def __init__(
        self,
        *,
        store: ChangeoverStore,
        moves: Moves,
        carrying: Carrying,
        directory: Directory,
        calendars: Calendars,
        hours_of: HoursOf,
        clock: Clock,
    ) -> None:
        self._store, self._moves, self._carrying = store, moves, carrying
        self._directory, self._calendars, self._hours_of, self._clock = directory, calendars, hours_of, clock

    def due(self) -> int:
        """Do what is due; returns how many changed."""
        now = self._clock.now()
        changed = sum(self._waits(one, now) for one in self._store.in_state((State.ASKED, State.ACCEPTED)))
        changed += sum(self._over(one, now) for one in self._store.in_state((State.MOVED,)) if one.until_on)
        changed += sum(self._goes_on(one) for one in self._store.in_state(UNDER_WAY))
        return changed + self._store.forget_prepared(before=now - _PREPARED_FOR)

    def _waits(self, one: Changeover, now: datetime) -> bool:
        receiver = self._directory.by_id(one.receiver_id)
        if receiver is None or not may_receive(receiver, one) or (one.state is State.ASKED and not self._is_left(one)):
            return self._moves.lapse(one.id) is not None
        if one.state is State.ACCEPTED:
            is_day = now.astimezone(zone_of(receiver.time_zone)).date() >= one.from_on
            return is_day and self._is_at_work(receiver, now) and self._moves.begin(one.id) is not None
        return self._unanswered(one, receiver, now)

    def _is_left(self, one: Changeover) -> bool:
        """Is there still anything to take over?"""
        return one.company_id != "" or any(
            firm is not None and firm.coordinator_id == one.giver_id for firm in map(self._directory.company, one.items)
        )

    def _unanswered(self, one: Changeover, receiver: Member, now: datetime) -> bool:
        if one.asked_at is None:
            return False
        zone, days = zone_of(receiver.time_zone), self._calendars.days_of(receiver)
        here, asked_on = now.astimezone(zone), one.asked_at.astimezone(zone).date()
        if here.date() > days.add_working_days(asked_on, LAPSE_AFTER):
            asker = self._directory.by_id(one.started_by)
            return (asker is None or self._is_at_work(asker, now)) and self._moves.lapse(one.id) is not None
        is_due = one.reminded_at is None and here.date() >= days.add_working_days(asked_on, REMIND_AFTER)
        return is_due and self._is_at_work(receiver, now) and self._moves.remind(one.id) is not None

    def _over(self, one: Changeover, now: datetime) -> bool:
        """The leave is over: it goes back, unless who gave it is still away, or cannot have it any more."""
        giver = self._directory.by_id(one.giver_id)
        if one.until_on is None or giver is None or not can_have_back(giver, one):
            return False
        today = now.astimezone(zone_of(giver.time_zone)).date()
        is_away = today <= one.until_on or self._calendars.is_on_leave(giver, today)
        if is_away or not self._is_at_work(giver, now):
            return False
        return self._moves.begin_return(one.id, by_id="") is not None

    def _is_at_work(self, person: Member, now: datetime) -> bool:
        """A working day of theirs, within their hours: whoever a change of hands concerns is told when it happens."""
        here, (start, end) = now.astimezone(zone_of(person.time_zone)), self._hours_of(person)
        return self._calendars.days_of(person).is_working_day(here.date()) and start <= here.time() < end

    def _goes_on(self, one: Changeover) -> bool:
        now: Changeover | None = one
        for _ in range(_MOST_BATCHES):
            now = self._carrying.go_on(one.id)
            if now is None or now.state not in UNDER_WAY:
                return True
        return now is not None and now.version > one.version
