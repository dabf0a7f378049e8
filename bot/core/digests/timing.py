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
        return self._within(self.choice.at)

    @property
    def daily_at(self) -> time:
        """The same of the daily one."""
        return self._within(self.choice.of(DigestKind.DAILY).at)

    @property
    def is_open(self) -> bool:
        """May they be told something now?"""
        start, end = self.hours
        return start <= self.here.time() < end and self.days.is_working_day(self.here.date())

    @property
    def daily_is_another(self) -> bool:
        """Has the daily one an hour or firms of its own?"""
        return self.daily_at != self.at or self.choice.of(DigestKind.DAILY).firms_wanted != self.choice.firms_wanted

    def is_known_before(self, day: date, at: time) -> bool:
        """Were they here, and had they chosen so, before an hour of that day?"""
        slot = datetime.combine(day, at, tzinfo=zone_of(self.member.time_zone))
        moments = (self.member.added_at, self.choice.chosen_at)
        return all(one is None or one <= slot for one in moments)

    def _within(self, at: time) -> time:
        start, end = self.hours
        return start if at >= end else max(at, start)


def due(
    moment: Moment, planned: Sequence[Digest], *, weekly: DigestKind = DigestKind.WEEKLY
) -> tuple[DigestKind, date] | None:
    """The digest that is due now, by its day; None where none is. `planned` are those of the last weeks, `weekly` which
    kind the weekly one is.

    The weekly one belongs to its weekday, and comes on the first working day from then on; where that passed unheard,
    on the next one. On a day with a weekly one there is no daily one, unless this has an hour or firms of its own.
    """
    if not moment.is_open:
        return None
    anchor = weekly_to_come(moment, planned, weekly=weekly)
    if anchor is not None and moment.here.time() >= moment.at:
        return weekly, anchor
    if not _is_daily_due(moment, planned):
        return None
    had_weekly = any(
        not one.is_given_back and moment.day_of(one.created_at) == moment.here.date()
        for one in planned
        if one.kind is weekly
    )
    is_told_anyway = had_weekly or anchor is not None
    return (DigestKind.DAILY, moment.here.date()) if moment.daily_is_another or not is_told_anyway else None


def weekly_to_come(moment: Moment, planned: Sequence[Digest], *, weekly: DigestKind = DigestKind.WEEKLY) -> date | None:
    """The day of the weekly digest that comes today and was not planned yet; None where there is none."""
    if moment.choice.weekly_on is None:
        return None
    anchor = weekday_before(moment.here.date(), moment.choice.weekly_on)
    of_kind = [one for one in planned if one.kind is weekly]
    is_held = any(one.day == anchor and not one.is_given_back for one in of_kind)
    return anchor if not is_held and _comes(moment, anchor, of_kind) else None


def _is_daily_due(moment: Moment, planned: Sequence[Digest]) -> bool:
    """Is it a day and past the hour of the daily one, which was not planned yet?"""
    today, choice = moment.here.date(), moment.choice
    if not choice.is_daily or today.isoweekday() not in choice.daily_on or moment.here.time() < moment.daily_at:
        return False
    is_held = any((one.kind, one.day) == (DigestKind.DAILY, today) and not one.is_given_back for one in planned)
    return not is_held and moment.is_known_before(today, moment.daily_at)


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
    return moment.is_known_before(first, moment.at) and (first == today or (first < today and bool(weekly)))
