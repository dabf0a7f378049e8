"""When a digest is due: by the coordinator's choice, their working days and hours. Pure: all of it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.calendars import zone_of
from bot.core.digests.models import Digest, DigestChoice, DigestKind
from bot.core.digests.ports import Days
from bot.core.people import Member


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """A moment for one coordinator: `hours` are those in which they may be told something."""

    member: Member
    choice: DigestChoice
    now: datetime
    days: Days
    hours: tuple[time, time]

    @property
    def here(self) -> datetime:
        """The moment where they are."""
        return self.now.astimezone(zone_of(self.member.time_zone))

    def day_of(self, moment: datetime) -> date:
        """The day of a moment where they are."""
        return moment.astimezone(zone_of(self.member.time_zone)).date()

    @property
    def at(self) -> time:
        """The hour they chose, within their hours."""
        start, end = self.hours
        return start if self.choice.at >= end else max(self.choice.at, start)

    @property
    def is_open(self) -> bool:
        """May they be told something now?"""
        start, end = self.hours
        return start <= self.here.time() < end and self.days.is_working_day(self.here.date())

    def is_known_before(self, day: date) -> bool:
        """Were they here, and had they chosen so, before the hour of that day?"""
        slot = datetime.combine(day, self.at, tzinfo=zone_of(self.member.time_zone))
        moments = (self.member.added_at, self.choice.chosen_at)
        return all(one is None or one <= slot for one in moments)


def due(
    moment: Moment, planned: Sequence[Digest], *, weekly: DigestKind = DigestKind.WEEKLY
) -> tuple[DigestKind, date] | None:
    """The digest that is due now, by its day; None where none is. `planned` are those of the last weeks, `weekly` which
    kind the weekly one is.

    The weekly one belongs to its weekday, and comes on the first working day from then on; where that passed unheard,
    on the next one. On a day with a weekly one there is no daily one.
    """
    if not moment.is_open or moment.here.time() < moment.at:
        return None
    today, choice = moment.here.date(), moment.choice
    held = {(one.kind, one.day) for one in planned if not one.is_given_back}
    if choice.weekly_on is not None:
        anchor = weekday_before(today, choice.weekly_on)
        if (weekly, anchor) not in held and _comes(moment, anchor, [one for one in planned if one.kind is weekly]):
            return weekly, anchor
    had_weekly = any(
        not one.is_given_back and moment.day_of(one.created_at) == today for one in planned if one.kind is weekly
    )
    is_new = (DigestKind.DAILY, today) not in held and moment.is_known_before(today)
    return (DigestKind.DAILY, today) if choice.is_daily and is_new and not had_weekly else None


def next_weekly(moment: Moment) -> date | None:
    """The day on which the next weekly one comes, as far as their days off are known; None where they want none."""
    if moment.choice.weekly_on is None:
        return None
    today = moment.here.date()
    anchor = weekday_before(today, moment.choice.weekly_on)
    coming = [moment.days.add_working_days(anchor + timedelta(days=7 * after), 0) for after in range(60)]
    is_past = moment.here.time() >= moment.at
    return next((one for one in coming if one > today or (one == today and not is_past)), None)


def weekday_before(day: date, weekday: int) -> date:
    """The last day with this ISO weekday, up to the day itself."""
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def _comes(moment: Moment, anchor: date, weekly: Sequence[Digest]) -> bool:
    """Today is its day; or that passed, and they are used to hear weekly: then it comes late rather than never."""
    first, today = moment.days.add_working_days(anchor, 0), moment.here.date()
    return moment.is_known_before(first) and (first == today or (first < today and bool(weekly)))
