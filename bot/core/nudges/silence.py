"""When nothing has run: admins are told once, by whoever notices first; and a line on the page says when it last ran.

A process that is dead tells nobody. Told is therefore at two places: a routine beside the tick sees that the tick
stands still, and the process that comes up again sees how long nothing ran. The moment of the last beat names the
silence, so that it is told once whoever notices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from bot.core.messages import Fact, Message, Part, Reply, Said
from bot.core.nudges.models import Preference
from bot.core.nudges.ports import Calendars, Heartbeats, NudgeStore
from bot.core.nudges.reading import Reader
from bot.core.nudges.slots import may_be_told
from bot.core.owed import Addressed, Owed
from bot.core.people import Directory, Member, Role

TICK = "nudges"
"""The name of the tick's heartbeat."""
BACK = "nudges-back"
"""Beats once when it runs again after a silence."""
SILENCE = "nudge_silence"
"""The kind of what is owed."""
TOO_LONG = timedelta(minutes=15)
_STEP = timedelta(minutes=15)
_FURTHEST = timedelta(days=14)
"""A longer silence has touched somebody's hours whatever they are."""
_STAMP = "%Y%m%dT%H%M%SZ"


class Silence:
    """Notices that nothing has run. `real_now` is real time, in which heartbeats are counted."""

    def __init__(
        self,
        *,
        store: NudgeStore,
        heartbeats: Heartbeats,
        directory: Directory,
        calendars: Calendars,
        real_now: Callable[[], datetime],
    ) -> None:
        self._store, self._heartbeats, self._directory = store, heartbeats, directory
        self._calendars, self._real_now = calendars, real_now
        self._noticed: datetime | None = None

    def started(self) -> int:
        """A process comes up: was it silent for too long, in somebody's hours? Returns how many admins are told."""
        last, now = self._heartbeats.last(TICK), self._real_now()
        if last is None or now - last < TOO_LONG:
            return 0
        self._heartbeats.beat(BACK)
        return self._tell(last, now)

    def watch(self) -> int:
        """Called beside the tick, by another thread: does it stand still? Returns how many admins are told, 0 where
        this silence was told already: whoever calls it calls again at once where there was something to do."""
        last, now = self._heartbeats.last(TICK), self._real_now()
        if last is None or now - last < TOO_LONG:
            return 0
        told, is_known = self._tell(last, now), last == self._noticed
        self._noticed = last if told else self._noticed
        return 0 if is_known else told

    def compose(self, owed: Owed) -> Addressed | None:
        """From when until when nothing ran; or since when, where it still stands still."""
        member = self._directory.by_address(owed.person)
        if member is None or member.has_left or Role.ADMIN not in member.roles:
            return None
        reader = Reader(member, self._real_now())
        begun = datetime.strptime(owed.subject_id, _STAMP).replace(tzinfo=UTC)
        last, back = self._heartbeats.last(TICK), self._heartbeats.last(BACK)
        began = {"from": reader.moment(begun)}
        if last is None or last - begun < TOO_LONG:
            said = Message("nudge-silence-still", began)
        elif back is not None and back > begun:
            said = Message("nudge-silence-over", {**began, "until": reader.moment(back)})
        else:
            said = Message("nudge-silence-back", began)
        parts: tuple[Part, ...] = (Said(said), Said(Message("nudge-silence-then")))
        return Addressed(reply=Reply(parts=parts), locale=reader.locale)

    def parts(self, member: Member) -> Iterator[Part]:
        """For the page of coordinators and admins: when it last ran."""
        if not member.has_left and member.roles & {Role.COORDINATOR, Role.ADMIN}:
            yield from self.when_last(member)

    def has_stopped(self) -> bool:
        """Has it run before, and not for too long?"""
        last = self._heartbeats.last(TICK)
        return last is not None and self._real_now() - last >= TOO_LONG

    def when_last(self, member: Member) -> Iterator[Part]:
        """When it last ran, in a reader's words."""
        last, now = self._heartbeats.last(TICK), self._real_now()
        label = Message("nudge-heartbeat-label")
        if last is None:
            yield Fact(label, Message("nudge-heartbeat-never"))
        elif now - last >= TOO_LONG:
            yield Fact(label, Message("nudge-heartbeat-silent", {"when": Reader(member, now).moment(last)}))
        else:
            yield Fact(label, Message("nudge-heartbeat", {"when": Reader(member, now).moment(last)}))

    def _tell(self, last: datetime, now: datetime) -> int:
        if not self._touches_hours(last, now):
            return 0
        admins = [one for one in self._directory.people(role=Role.ADMIN) if one.address and not one.has_left]
        subject = last.astimezone(UTC).strftime(_STAMP)
        self._store.owe(
            [Owed(kind=SILENCE, subject_id=subject, occurrence=one.id, person=one.address) for one in admins]
        )
        return len(admins)

    def _touches_hours(self, begun: datetime, end: datetime) -> bool:
        """Was there a moment in it at which anybody could have been told something?"""
        if end - begun >= _FURTHEST:
            return True
        people = [one for one in self._directory.people() if one.address and not one.has_left]
        # Many people keep the same hours: each sort of them is looked at once.
        sorts = {(one.time_zone, one.works_from, one.works_until, one.works_on): one for one in people}
        moment = begun
        while moment <= end:
            if any(self._is_working(one, moment) for one in sorts.values()):
                return True
            moment += _STEP
        return False

    def _is_working(self, member: Member, moment: datetime) -> bool:
        return may_be_told(moment, member, Preference(person_id=member.id), self._calendars.days_of(member))
