"""May somebody be told something at this moment, and in which of their slots. Pure: all of it is given.

Everything is compared as clocks on the wall show it there: a time that is left out in spring has passed when the clock
shows more, and one that comes twice in autumn is the same slot both times.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.calendars import zone_of
from bot.core.nudges.models import DEFAULT_TIMES, Pace, Preference
from bot.core.nudges.ports import Days
from bot.core.people import Member

MOST_A_DAY: dict[Pace, int] = {Pace.LIGHTER: 1, Pace.NORMAL: 1, Pace.FULLER: 3}
"""Messages to one person on one day."""
DAYTIME = (time(7, 0), time(21, 0))
"""Outside of this nobody is told anything, whatever hours are on record."""
OFFICE_HOURS = (time(9, 0), time(17, 30))
"""For somebody whose hours on record leave nothing of the day."""
_ONE_DAY = timedelta(days=1)
_LOOK_BACK = 31
"""Days; whatever waited for longer is late."""

Slots = Collection[tuple[date, str]]
"""Days and times (`HH:MM`) at which somebody was told something."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A day of a person and a time (`HH:MM`) of theirs; one message at most belongs to it."""

    day: date
    time: str


def slot_at(moment: datetime, member: Member, preference: Preference, days: Days, *, told: Slots = ()) -> Slot | None:
    """The slot in which somebody can be told something now; None where they cannot.

    A slot can be used until the end of the hours of its day, so that what an outage kept from 9:00 comes at 11:00.
    `told` are the slots that are used already.
    """
    here = moment.astimezone(zone_of(member.time_zone))
    day, wall = here.date(), here.time().replace(tzinfo=None)
    start, end = hours_of(member)
    if not start <= wall < end or not is_told_on(day, preference, days):
        return None
    begun = [one for one in times_of(member, preference) if one <= wall]
    if not begun:
        return None
    slot = Slot(day, f"{begun[-1]:%H:%M}")
    used = [time_ for on, time_ in told if on == day]
    is_free = len(used) < MOST_A_DAY[preference.pace] and all(one < slot.time for one in used)
    return slot if is_free else None


def missed_until(moment: datetime, member: Member, preference: Preference, days: Days, heard: Slots) -> date | None:
    """At the lighter pace the first working day of a week can be missed: that day, up to which something must have been
    due to be told at this moment all the same. None at another pace, and where they `heard` of us this week."""
    if preference.pace is not Pace.LIGHTER:
        return None
    zone = zone_of(member.time_zone)
    day = moment.astimezone(zone).date()
    monday = day - timedelta(days=day.weekday())
    if any(monday <= on <= day for on, _ in heard):
        return None
    # Whoever was away until this week has its first day then, whatever is known of it by now.
    back = member.away_until.astimezone(zone).date() if member.away_until else monday
    begun = max(monday, min(back, day))
    return next((one for one in _days(begun, day) if is_open(one, preference, days)), day)


def may_be_told(moment: datetime, member: Member, preference: Preference, days: Days) -> bool:
    """Is this moment within somebody's hours, on a day on which they work and want to hear of us?"""
    here = moment.astimezone(zone_of(member.time_zone))
    start, end = hours_of(member)
    return start <= here.time() < end and is_open(here.date(), preference, days)


def hours_of(member: Member) -> tuple[time, time]:
    """From when until when somebody may be told something: their hours, as far as they are by day."""
    start, end = max(member.works_from, DAYTIME[0]), min(member.works_until, DAYTIME[1])
    return (start, end) if start < end else OFFICE_HOURS


def times_of(member: Member, preference: Preference) -> tuple[time, ...]:
    """The times of somebody's slots, in order: as many as their pace has; one outside of their hours is at its edge."""
    start, end = hours_of(member)
    wanted = preference.times or DEFAULT_TIMES[preference.pace]
    within = sorted({start if one >= end else max(one, start) for one in wanted})
    return tuple(within[: MOST_A_DAY[preference.pace]])


def is_told_on(day: date, preference: Preference, days: Days) -> bool:
    """Does somebody hear of us on that day: a working day, not paused; at the lighter pace the first of a week."""
    if not is_open(day, preference, days):
        return False
    monday = day - timedelta(days=day.weekday())
    return preference.pace is not Pace.LIGHTER or not any(is_open(one, preference, days) for one in _days(monday, day))


def is_open(day: date, preference: Preference, days: Days) -> bool:
    """Is it a day on which they can hear of us, whatever their pace is?"""
    is_paused = preference.paused_until is not None and day < preference.paused_until
    return days.is_working_day(day) and not is_paused


def was_missed(due_on: date, since: date, day: date, preference: Preference, days: Days, *, told: Slots = ()) -> bool:
    """Is what was due on `due_on` late on `day`: did a day pass on which it should have been told, or was it put off by
    a day off? What happened on its very day (`since`) may have happened after the last slot, and is not late; nor is
    what came up on a day on which something was `told` already."""
    if due_on >= day:
        return False
    if (day - due_on).days > _LOOK_BACK or not is_open(due_on, preference, days):
        return True
    first = due_on + _ONE_DAY if due_on == since else due_on
    used = {on for on, _ in told}
    return any(is_told_on(one, preference, days) for one in _days(first, day) if one not in used)


def _days(first: date, end: date) -> Iterator[date]:
    while first < end:
        yield first
        first += _ONE_DAY
