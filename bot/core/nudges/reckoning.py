"""How the day of a nudge came about, in sentences: counted from where, by which rule, and what moved it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.messages import Argument, Message
from bot.core.nudges.cadences import Counts, OnDayOff, Rule, Step
from bot.core.nudges.models import Bundle, Item, Pace, Preference
from bot.core.nudges.planning import steps_of
from bot.core.nudges.ports import Days
from bot.core.nudges.reading import Reader
from bot.core.person_days import DayOff, OffKind

_MOST_DAYS = 10
"""Working days that are named one by one."""
_FURTHEST = 60
"""Days; what lies further apart is not counted aloud."""
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reckoning:
    """One matter of a message. `title` is the name of the cadence; `is_partner_open` asks about the outside firm."""

    item: Item
    rule: Rule
    title: str
    days: Days
    reader: Reader
    is_partner_open: Callable[[date], bool]

    def sentences(self, bundle: Bundle, preference: Preference) -> Iterator[Message]:
        """From the day that it is counted from to the day on which it was told."""
        item = self.item
        yield Message(f"nudge-since-{item.matter}", {"day": self._say(item.since)})
        yield self._rule()
        put_off = postponed_to(item)
        if put_off is not None:
            yield Message("nudge-why-put-off", {"day": self._say(put_off)})
            yield from self._moved(put_off, item.due_on, OnDayOff.NEXT)
        else:
            yield from self._counted()
        yield from self._told(bundle.day, preference)

    @property
    def _step(self) -> Step:
        return self.rule.step(self.item.step)

    @property
    def _repeats(self) -> bool:
        return self.item.step >= len(self.rule.steps)

    def _say(self, day: date) -> str:
        return self.reader.day(day)

    def _rule(self) -> Message:
        """Which step of which cadence."""
        said: dict[str, Argument] = {"title": self.title, "number": self.item.step + 1}
        is_working = "yes" if self._step.counts is Counts.WORKING_DAYS else "no"
        if self._repeats:
            return Message(
                "nudge-rule-again", {"title": self.title, "days": self.rule.repeat_every, "working": is_working}
            )
        if self._step.after == 0:
            return Message("nudge-rule-same-day", said)
        key = "nudge-rule-before" if self._step.after < 0 else "nudge-rule-after"
        return Message(key, {**said, "days": abs(self._step.after), "working": is_working})

    def _counted(self) -> Iterator[Message]:
        """The day that the rule names by the calendar as it is now, and the day that it became."""
        item, planned = self.item, self._planned(self.item.step)
        begun = self._planned(item.step - 1) if self._repeats else item.since
        counts_on = self._repeats or self._step.after > 0
        if self._step.counts is Counts.WORKING_DAYS and counts_on and (planned - begun).days <= _FURTHEST:
            yield from self._one_by_one(begun, planned)
        elif not self._repeats and (self._step.after == 0 or self._step.counts is Counts.CALENDAR_DAYS):
            yield from self._moved(item.since + timedelta(days=self._step.after), planned, self._step.on_day_off)
        if item.due_on > planned and self._step.calls_partner and not self.is_partner_open(planned):
            yield Message("nudge-why-partner", {"day": self._say(planned), "due": self._say(item.due_on)})
        elif item.due_on > planned:
            yield Message("nudge-why-passed", {"due": self._say(item.due_on)})
        elif item.due_on < planned or not counts_on:
            yield Message("nudge-why-due", {"due": self._say(item.due_on)})

    def _planned(self, number: int) -> date:
        steps = steps_of(self.rule, self.item.since, self.days)
        return next((one.on for one in steps if one.number == number), self.item.due_on)

    def _one_by_one(self, begun: date, until: date) -> Iterator[Message]:
        between = [begun + timedelta(days=number) for number in range(1, (until - begun).days + 1)]
        worked = [day for day in between if self.days.is_working_day(day)]
        if not worked or worked[-1] != until:
            return
        said: dict[str, Argument] = {"from": self._say(begun), "until": self._say(until), "count": len(worked)}
        if 1 < len(worked) <= _MOST_DAYS:
            days = self.reader.listed([self._say(day) for day in worked])
            yield Message("nudge-why-counted-days", {**said, "days": days})
        else:
            yield Message("nudge-why-counted", said)
        yield from self._left_out([off for day in between if (off := self.days.day_off(day))])

    def _left_out(self, off: Sequence[DayOff]) -> Iterator[Message]:
        """The days that were not counted, by why."""
        for kind in OffKind:
            some = [one for one in off if one.kind is kind]
            if some:
                days = "" if kind is OffKind.WEEKDAY else self.reader.listed(list(self._runs(some)))
                yield Message("nudge-why-left-out", {"kind": str(kind), "count": len(some), "days": days})

    def _runs(self, some: Sequence[DayOff]) -> Iterator[str]:
        """Days with their names; those of one name that follow each other, but for days off between, as from–until."""
        first = last = some[0]
        for one in some[1:]:
            gap = [last.day + timedelta(days=number) for number in range(1, (one.day - last.day).days)]
            if one.name != last.name or any(self.days.is_working_day(day) for day in gap):
                yield self._run(first, last)
                first = one
            last = one
        yield self._run(first, last)

    def _run(self, first: DayOff, last: DayOff) -> str:
        days = self._say(first.day) if first == last else self.reader.span(first.day, last.day)
        return self.reader.named(days, first.name)

    def _moved(self, wanted: date, on: date, direction: OnDayOff) -> Iterator[Message]:
        """A day off gives way to a working day."""
        off = self.days.day_off(wanted)
        if off is not None and on != wanted:
            kind = "firm_named" if off.kind is OffKind.FIRM and off.name else str(off.kind)
            said = {"day": self._say(wanted), "kind": kind, "name": off.name, "on": self._say(on)}
            yield Message("nudge-why-moved", {**said, "to": "before" if direction is OnDayOff.PREVIOUS else "after"})

    def _told(self, on: date, preference: Preference) -> Iterator[Message]:
        """Why it was told later than it was due: leave, a pause, one's own pace, or nobody was there to tell it."""
        due = self.item.due_on
        if on <= due:
            return
        between = [due + timedelta(days=number) for number in range((on - due).days)]
        pause = preference.paused_until
        told: dict[str, Argument] = {"day": self._say(on)}
        if not any(self.days.is_working_day(day) for day in between[:_FURTHEST]):
            yield Message("nudge-why-late-off", told)
        elif pause is not None and due < pause <= on:
            yield Message("nudge-why-late-pause", told)
        elif preference.pace is Pace.LIGHTER and not self.item.is_late:
            yield Message("nudge-why-late-pace", told)
        else:
            yield Message("nudge-why-late" if self.item.is_late else "nudge-why-late-slot", told)


def postponed_to(item: Item) -> date | None:
    """The day to which it was put off, as its occurrence says."""
    series, _, _ = item.occurrence.rpartition("-")
    _, _, day = series.partition("/")
    return date.fromisoformat(day) if day else None
