"""The count: what had to be told against what arrived. Nothing of the product is asked.

Lost: something waited, its reminder was due, the person had a whole working day on which they could be told while it
still waited, and no message named it. A duplicate: a delivery that arrived twice, or one reminder more than were due.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.simulation.ledger import ANY, Ledger, Spell, Wait
from bot.simulation.mailbox import Noted
from bot.simulation.rules import Cadence, Calendar, Due, moment
from bot.simulation.town import JAPAN, Person, Town

_DAY = timedelta(days=1)
_AT_THE_EARLIEST = timedelta(hours=1)
_MOST_A_DAY = {"lighter": 1, "normal": 1, "fuller": 3}
_OVER = ("closed", "taken_back")


@dataclass(slots=True)
class Count:
    """What was counted. `steps` are the reminders by matter and step, with how many of them were acted on."""

    nudges: int = 0
    messages: int = 0
    letters: int = 0
    unnamed: int = 0
    acted_on: int = 0
    lost: int = 0
    duplicates: int = 0
    outside_hours: int = 0
    on_holiday: int = 0
    about_closed: int = 0
    most_a_day: int = 0
    beyond_pace: int = 0
    """Days on which somebody got more messages than they want."""
    steps: dict[str, tuple[int, int]] = field(default_factory=dict)
    examples: list[str] = field(default_factory=list)

    def note(self, what: str) -> None:
        """Keep the first few of what is wrong, for whoever looks for the fault."""
        if len(self.examples) < 20:
            self.examples.append(what)


class Oracle:
    """Judges a mailbox by what people did."""

    def __init__(self, town: Town, calendar: Calendar, ledger: Ledger) -> None:
        self._town, self._calendar, self._ledger = town, calendar, ledger
        self._cadence = Cadence(calendar)
        self._told: dict[tuple[str, str, str], list[datetime]] = defaultdict(list)
        self._groups: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._latest: dict[Wait, int] = {}
        self._begun: dict[Spell, list[datetime]] = {}
        self._by_lead: dict[tuple[str, str], list[datetime]] = defaultdict(list)

    def judge(self, noted: Sequence[Noted]) -> Count:
        """Count everything. The ledger is closed."""
        count = Count()
        for one in noted:
            if one.is_nudge:
                self._read(one, count)
        deliveries = Counter(one.delivery_id for one in noted)
        count.duplicates += sum(times - 1 for times in deliveries.values())
        count.letters = sum(not one.is_nudge for one in noted)
        per_day = Counter(self._day_of(one) for one in noted if one.is_nudge)
        count.most_a_day = max(per_day.values(), default=0)
        for (address, day), messages in per_day.items():
            if messages > _MOST_A_DAY[self._town.by_address[address].pace]:
                count.beyond_pace += 1
                count.note(f"more than wanted: {address} {day} {messages}")
        for spell in self._ledger.spells:
            self._groups[spell.wait.person, spell.wait.key].add(spell.wait.group)
        for spell in self._ledger.spells:
            self._judge(spell, count)
        for together in self._together():
            self._too_many(together, count)
        return count

    def _read(self, one: Noted, count: Count) -> None:
        person = self._town.by_address[one.address]
        here = one.at.astimezone(ZoneInfo(person.zone))
        count.messages += 1
        count.nudges += len(one.told)
        count.unnamed += one.unnamed
        if not person.opens <= here.time() < person.closes:
            count.outside_hours += 1
            count.note(f"outside hours: {one.address} {here:%Y-%m-%d %H:%M}")
        if not self._calendar.works(person, here.date()):
            count.on_holiday += 1
            count.note(f"on a day off: {one.address} {here:%Y-%m-%d}")
        for key, group in one.told:
            self._told[one.address, key, group].append(one.at)
            self._by_lead[one.address, key].append(one.at)
            if self._ledger.state_at(key, one.at) in _OVER:
                count.about_closed += 1
                count.note(f"closed: {one.address} {key} {here:%Y-%m-%d %H:%M}")

    def _day_of(self, one: Noted) -> tuple[str, date]:
        return one.address, one.at.astimezone(ZoneInfo(self._town.by_address[one.address].zone)).date()

    def _judge(self, spell: Spell, count: Count) -> None:
        wait = spell.wait
        person = self._town.by_address[wait.person]
        last = spell.until.astimezone(ZoneInfo(person.zone)).date()
        known = self._latest.get(wait, -1)
        # What waits again as it did, after something was taken back, goes on where it was.
        dues = [due for due in self._cadence.dues(wait, person, spell.began, last) if due.step > known]
        told = self._about(wait)
        here = told[bisect_left(told, spell.began) : bisect_right(told, spell.until)]
        since = spell.began
        for deadline in self._deadlines(dues, spell, person):
            if not any(since < one <= deadline for one in here):
                count.lost += 1
                count.note(f"lost: {wait} by {deadline:%Y-%m-%d}, {spell.began} to {spell.until}: {here}")
            since = deadline
        begins = self._begun[spell] = [_begins(due, spell, person) for due in dues]
        for at in here:
            due = bisect_right(begins, at)
            if dues:
                step = dues[max(0, due - 1)].step
                self._latest[wait] = max(step, self._latest.get(wait, -1))
                self._step(spell, step, at, count)

    def _together(self) -> Iterator[list[Spell]]:
        """Spells that no message can tell apart: of one person, lead and heading, one beginning before another has
        ended, such as two requests to the same colleague. Most are alone."""
        of_heading: dict[tuple[str, str, str], list[Spell]] = defaultdict(list)
        for spell in self._ledger.spells:
            of_heading[spell.wait.person, spell.wait.key, spell.wait.group].append(spell)
        for spells in of_heading.values():
            together = list[Spell]()
            for spell in sorted(spells, key=lambda one: (one.began, one.until)):
                if together and spell.began >= max(one.until for one in together):
                    yield together
                    together = []
                together.append(spell)
            yield together

    def _too_many(self, together: Sequence[Spell], count: Count) -> None:
        """Each message more than were due by then."""
        wait = together[0].wait
        if len(self._groups[wait.person, wait.key]) != 1:
            # What was named alone can have been any of several.
            return
        told = self._about(wait)
        began, until = min(one.began for one in together), max(one.until for one in together)
        here = told[bisect_left(told, began) : bisect_right(told, until)]
        begins = sorted(begin for one in together for begin in self._begun[one])
        for number, at in enumerate(here, start=1):
            if number > bisect_right(begins, at):
                count.duplicates += 1
                count.note(f"once too often: {wait} {at}, {began} to {until}: {here} {begins[:5]}")

    def _about(self, wait: Wait) -> list[datetime]:
        """When something was told; where a lead had room for its name alone, that is all of it."""
        told = self._told.get((wait.person, wait.key, wait.group), [])
        named = self._told.get((wait.person, wait.key, ANY), [])
        return sorted([*told, *named]) if named else told

    def _deadlines(self, dues: Sequence[Due], spell: Spell, person: Person) -> Iterator[datetime]:
        """By when each reminder must have come, as far as it still waited then; several can share one."""
        latest: datetime | None = None
        for due in dues:
            begins = _begins(due, spell, person)
            if begins >= spell.until:
                return
            # What begins to wait today is told in an hour at the earliest: a message may have gone out before that.
            deadline = self._told_by(begins + _AT_THE_EARLIEST if begins == spell.began else begins, person)
            if deadline >= spell.until or deadline > self._ends:
                return
            if deadline != latest:
                yield deadline
            latest = deadline

    @property
    def _ends(self) -> datetime:
        return moment(self._town.last + _DAY, time(0), JAPAN)

    def _told_by(self, begins: datetime, person: Person) -> datetime:
        """The end of the first whole day on which somebody can be told."""
        day = begins.astimezone(ZoneInfo(person.zone)).date()
        while True:
            opens, closes = (moment(day, hour, person.zone) for hour in (person.opens, person.closes))
            if begins <= opens and self._calendar.hears(person, day) and not self._is_out(opens, closes):
                return closes
            day += _DAY

    def _is_out(self, opens: datetime, closes: datetime) -> bool:
        if self._town.outage is None:
            return False
        first, last = self._town.outage
        return opens < moment(last + _DAY, time(0), JAPAN) and closes > moment(first, time(0), JAPAN)

    def _step(self, spell: Spell, step: int, at: datetime, count: Count) -> None:
        """Was it acted on before the next message about it?"""
        wait = spell.wait
        acts = self._ledger.acts.get((wait.person, wait.key), [])
        told = self._by_lead[wait.person, wait.key]
        following = bisect_right(told, at)
        until = told[following] if following < len(told) else datetime.max.replace(tzinfo=at.tzinfo)
        first = bisect_right(acts, at)
        is_acted_on = first < len(acts) and acts[first] <= until
        name = f"{wait.matter} {step + 1}"
        sent, acted = count.steps.get(name, (0, 0))
        count.steps[name] = (sent + 1, acted + is_acted_on)
        count.acted_on += is_acted_on


def _begins(due: Due, spell: Spell, person: Person) -> datetime:
    return max(spell.began, moment(due.on, due.hour, person.zone))
