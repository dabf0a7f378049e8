"""When a nudge is due: from what waits and somebody's working days alone, the same for the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile

from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.nudges.cadences import Cadences, Counts, OnDayOff, Rule, Step
from bot.core.nudges.models import CadenceChoice
from bot.core.nudges.ports import Calendars, Days
from bot.core.nudges.slots import hours_of
from bot.core.people import Directory, Member
from bot.core.scheduled import Scheduled, Waiting
from bot.core.spellings import same_event_key
from bot.errors import PersonError

MOST_DAYS_OFF = 400
"""How far a working day is looked for; somebody without any is told when there is one again."""
AT_THE_EARLIEST = timedelta(hours=1)
"""Nobody is asked what follows while they are still writing down what was."""
_LAST_HALF_HOUR = timedelta(minutes=30)
_ONE_DAY = timedelta(days=1)

ChoicesOf = Callable[[str], Sequence[CadenceChoice]]
"""The cadences that were chosen for a firm."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A step and the day on which it is due."""

    number: int
    on: date


class Planning:
    """The `Planner` of nudges, and what comes after a step that was told."""

    def __init__(
        self, *, cadences: Cadences, calendars: Calendars, directory: Directory, choices: ChoicesOf, clock: Clock
    ) -> None:
        self._cadences, self._calendars, self._directory = cadences, calendars, directory
        self._choices, self._clock = choices, clock

    def __call__(self, waiting: Sequence[Waiting]) -> Sequence[Scheduled]:
        """The nudges to come of what waits; none for somebody who is not there or has left."""
        people = {id: self._directory.by_id(id) for id in {one.person_id for one in waiting}}
        firms = {one.company_id for one in waiting if one.company_id and not one.cadence}
        choices = {firm: self._choices(firm) for firm in firms}
        planned = []
        for one in waiting:
            member = people[one.person_id]
            if member is not None and not member.has_left:
                first = self._first(one, member, choices.get(one.company_id or "", ()))
                planned += [] if self.is_over(first, first.due_on) else [first]
        return planned

    def is_over(self, one: Scheduled, day: date) -> bool:
        """Has its day ended the matter (`repeat_every` 0, and no step after it)? After a meeting nobody is asked what
        it is for."""
        rule = self._cadences.rule(one.cadence, one.matter)
        return day > one.since and rule.repeat_every == 0 and rule.steps[-1].after <= 0

    def asks(self, one: Waiting, step: int) -> str:
        """What the cadence of something that waits asks for at a step (`Asks`)."""
        choices = self._choices(one.company_id) if one.company_id and not one.cadence else ()
        return str(self._cadences.rule(chosen(one, choices), one.matter).step(step).asks)

    def following(self, told: Scheduled, member: Member) -> Scheduled | None:
        """The next step of the same count; None where the matter ends."""
        return next((one for one in self.steps(told, member) if one.step > told.step), None)

    def steps(self, one: Scheduled, member: Member) -> Iterator[Scheduled]:
        """This step as it is, and those that follow, each with its day."""
        yield one
        rule, days = self._cadences.rule(one.cadence, one.matter), self._calendars.days_of(member)
        for planned in steps_of(rule, one.since, days):
            if planned.number <= one.step:
                continue
            on = self._open(rule.step(planned.number), one, planned.on, days)
            on = max(on, one.due_on, _working(one.not_before, days) if one.not_before else on)
            yield replace(one, step=planned.number, due_on=on, due_at=_due_at(rule.step(planned.number), on, member))

    def _first(self, one: Waiting, member: Member, choices: Sequence[CadenceChoice]) -> Scheduled:
        cadence = self._cadences.known(chosen(one, choices))
        rule, days = self._cadences.rule(cadence, one.matter), self._calendars.days_of(member)
        today = self._clock.now().astimezone(zone_of(member.time_zone)).date()
        first = _first_step(rule, one, today, days)
        scheduled = Scheduled(
            subject_kind=one.subject_kind,
            subject_id=one.subject_id,
            matter=one.matter,
            person_id=one.person_id,
            company_id=one.company_id,
            cadence=cadence,
            since=one.since,
            step=first.number,
            due_on=first.on,
            due_at=self._clock.now(),
            not_before=one.not_before,
            partner=one.partner,
        )
        step = rule.step(first.number)
        on = self._open(step, scheduled, first.on, days)
        naturally = _due_at(step, on, member)
        on, due_at = self._not_at_once(on, naturally, member, days)
        return replace(scheduled, due_on=on, due_at=due_at, is_eased=due_at != naturally)

    def _not_at_once(self, on: date, due_at: datetime, member: Member, days: Days) -> tuple[date, datetime]:
        """What is planned today for today comes in an hour at the earliest; where that is after hours, on the next
        working day."""
        now, zone = self._clock.now(), zone_of(member.time_zone)
        if now.astimezone(zone).date() != on:
            return on, due_at
        later = max(due_at, now + AT_THE_EARLIEST)
        if later < datetime.combine(on, hours_of(member)[1], tzinfo=zone):
            return on, later
        following = _working(on + _ONE_DAY, days)
        return following, datetime.combine(following, time(0), tzinfo=zone).astimezone(UTC)

    def _open(self, step: Step, one: Scheduled, on: date, days: Days) -> date:
        """The day itself, or the first working day after it on which the outside firm can be reached."""
        if not step.calls_partner or not one.partner:
            return on
        day = on
        for _ in range(MOST_DAYS_OFF):
            if self._calendars.partner_is_open(one.company_id, one.partner, day):
                return day
            day = _working(day + _ONE_DAY, days)
        return on


def chosen(one: Waiting, choices: Sequence[CadenceChoice]) -> str:
    """The name of the cadence: the encounter's own, else what was chosen for the event, for the stage, else ""."""
    choice = choice_for(one.event, one.stage, choices) if choices and not one.cadence else None
    return one.cadence or (choice.cadence if choice else "")


def choice_for(event: str, stage: str, choices: Sequence[CadenceChoice]) -> CadenceChoice | None:
    """What was chosen for an event, however its name is spelled, else for a stage; of several the latest."""
    key = same_event_key(event)
    of_event = [one for one in choices if key and one.scope == "event" and same_event_key(one.name) == key]
    of_stage = [one for one in choices if one.scope == "stage" and one.name == stage]
    return max(of_event or of_stage, key=lambda one: one.chosen_at, default=None)


def steps_of(rule: Rule, since: date, days: Days) -> Iterator[Planned]:
    """Every step with its day, in order, no day before an earlier one's; without an end where the rule has none."""
    latest, number = date.min, 0
    for step in rule.steps:
        latest = max(latest, day_of_step(step, since, days))
        yield Planned(number, latest)
        number += 1
    last = rule.steps[-1]
    again = last.model_copy(update={"after": rule.repeat_every, "on_day_off": OnDayOff.NEXT})
    while rule.repeat_every and latest < date.max - timedelta(days=2 * MOST_DAYS_OFF):
        latest = day_of_step(again, latest, days)
        yield Planned(number, latest)
        number += 1


def day_of_step(step: Step, since: date, days: Days) -> date:
    """The day on which a step is due; a working day, wherever there is one within reach."""
    if step.counts is Counts.CALENDAR_DAYS or step.after == 0:
        day = since + timedelta(days=step.after)
        return _working(day, days) if step.on_day_off is OnDayOff.NEXT else _working_before(day, days)
    if step.after < 0:
        day = since
        for _ in range(-step.after):
            day = _working_before(day - _ONE_DAY, days)
        return day
    try:
        return days.add_working_days(since, step.after)
    except PersonError:
        return since + timedelta(days=step.after)


def _first_step(rule: Rule, one: Waiting, today: date, days: Days) -> Planned:
    """The step to begin with: the first one to come; or, where some days have passed or it was put off, the latest of
    those, on the first working day from today on. What was put off to a day comes on it, however early that is."""
    opens = _working(max(today, one.not_before or today), days)
    passed = list(takewhile(lambda planned: planned.on <= opens, steps_of(rule, one.since, days)))
    if not passed:
        first = next(iter(steps_of(rule, one.since, days)))
        return Planned(first.number, opens) if one.comes_back else first
    on = opens if one.not_before or passed[-1].on < today else passed[-1].on
    return Planned(passed[-1].number, on)


def _due_at(step: Step, on: date, member: Member) -> datetime:
    """From when on a step may be told: the beginning of its day there, or the time of day it names, within hours."""
    zone, from_time = zone_of(member.time_zone), time(0)
    if step.from_time is not None:
        latest = datetime.combine(on, member.works_until) - _LAST_HALF_HOUR
        from_time = min(step.from_time, latest.time()) if latest.date() == on else step.from_time
    return datetime.combine(on, from_time, tzinfo=zone).astimezone(UTC)


def _working(day: date, days: Days) -> date:
    """The day itself, or the first working day after it."""
    try:
        return days.add_working_days(day, 0)
    except PersonError:
        return day


def _working_before(day: date, days: Days) -> date:
    """The day itself, or the last working day before it."""
    for back in range(MOST_DAYS_OFF):
        if days.is_working_day(day - timedelta(days=back)):
            return day - timedelta(days=back)
    return day
