"""A week's report as things are now: which week, what is in it, what was done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.calendars import zone_of
from bot.core.digests.models import MONDAY
from bot.core.digests.timing import weekday_before
from bot.core.digests.unanswered.models import Moved, Report, Subject, Week, Wish
from bot.core.digests.unanswered.ports import Language, Readings, UnansweredStore
from bot.core.digests.unanswered.topics import grouped
from bot.core.digests.unanswered.wrong import wrong_guides
from bot.core.people import Member

_A_WEEK, _A_DAY = timedelta(days=7), timedelta(days=1)


def week_before(day: date, member: Member) -> Week:
    """The seven days before a day, at midnight where the reader is."""
    zone = zone_of(member.time_zone)
    start, end = (datetime.combine(one, time(0), tzinfo=zone) for one in (day - _A_WEEK, day))
    return Week(start=start, end=end, first_day=day - _A_WEEK, last_day=day - _A_DAY)


def last_week(now: datetime, member: Member, wish: Wish) -> Week:
    """The last whole week of somebody, by the weekday on which they have it; Monday where they want none."""
    here = now.astimezone(zone_of(member.time_zone)).date()
    return week_before(weekday_before(here, wish.weekly_on or MONDAY), member)


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """A report with what was done about what is in it."""

    report: Report
    on_questions: Mapping[str, Moved]
    on_guides: Mapping[str, Moved]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reporting:
    """Reads what stands."""

    readings: Readings
    store: UnansweredStore
    language: Language

    def wish(self, member: Member) -> Wish:
        """What somebody wishes; the defaults where they said nothing."""
        return self.store.wishes().get(member.id) or Wish(person_id=member.id)

    def report(self, week: Week) -> Report:
        """What was asked in a week and has no answer by now, and what was marked wrong in it."""
        questions = self.readings.unanswered(week.start, week.end)
        topics, others = grouped(
            questions,
            self.language.terms(questions),
            self.language.alike([one.text for one in questions]),
            names=self.language.naming(),
        )
        wrong = wrong_guides(self.readings.marked_wrong(week.start, week.end))
        return Report(week=week, topics=tuple(topics), others=tuple(others), wrong=tuple(wrong))

    def told(self, week: Week) -> Told:
        """The same with what was done about it."""
        return self.moved(self.report(week))

    def moved(self, report: Report) -> Told:
        """A report with what was done about it by now."""
        asked = [one.id for topic in report.topics for one in topic.questions]
        return Told(
            report=report,
            on_questions=self.store.moves(Subject.QUESTION, asked),
            on_guides=self.store.moves(Subject.GUIDE, [one.guide_id for one in report.wrong]),
        )
