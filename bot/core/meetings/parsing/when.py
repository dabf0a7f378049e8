"""Which of the days of a line is the encounter's, and which the next step's with its words and its time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.meetings.parsing.clauses import Clause
from bot.core.meetings.parsing.days import NamedDay
from bot.core.meetings.parsing.folding import Folded
from bot.core.meetings.parsing.line import Span
from bot.core.meetings.parsing.models import SEVERAL_STEPS, WEEKDAY_DISAGREES
from bot.core.meetings.parsing.steps import step_words
from bot.core.meetings.parsing.times import NamedTime


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned: its words, the day as named and as it falls, the time, and how many steps there are."""

    words: str | None = None
    day: NamedDay | None = None
    due_on: date | None = None
    time: NamedTime | None = None
    steps: int = 0


@dataclass(frozen=True, slots=True)
class When:
    """Which of the days is the encounter's and which the next step's, by the clause each stands in."""

    folded: Folded
    clauses: Sequence[Clause]
    days: Sequence[NamedDay]
    times: Sequence[NamedTime]
    is_latin: bool
    is_somebody: bool
    apart: Sequence[Span] = ()
    """Telephone numbers and the like, and names that stand by themselves: no words of a next step."""

    def met(self) -> NamedDay | None:
        """The first day in a clause that has happened; a day that can only be past anywhere else."""
        told = [day for day in self.days if self._kind(day.begin) == "met" and day.reading.met]
        if told:
            return told[0]
        told_until = max((one.end for one in self.clauses if one.kind == "met"), default=0)
        is_told = told_until > 0
        for day in self.days:
            kind = self._kind(day.begin)
            if not day.reading.met or not (day.is_past or (kind == "remark" and not day.is_nearer_ahead)):
                continue
            if is_told:
                return day if day.begin < told_until or self._stands_alone(day) else None
            return day if kind == "remark" and self.is_somebody else None
        return None

    def _stands_alone(self, day: NamedDay) -> bool:
        """The clause is nothing but the day: …とWeb会議をした（6/8）."""
        clause = next((one for one in self.clauses if one.begin <= day.begin < one.end), None)
        rest = self.folded.text[clause.begin : day.begin] + self.folded.text[day.end : clause.end] if clause else "-"
        return not rest.strip(" ()、。")

    def plan(self, on: date) -> Plan:
        """The planned clauses, with the first day and time in them."""
        planned = [one for one in self.clauses if one.kind == "planned"]
        inside = [day for day in self.days if self._kind(day.begin) == "planned"]
        met = self.met()
        day = next((one for one in inside if one is not met and (one.reading.due or one.reading.from_met)), None)
        if day is None and not planned:
            return Plan()
        due_on = _due(day, met, on) if day else None
        time = self._time_of(day, planned)
        taken = [
            Span(one.begin, one.end) for one in (day if due_on else None, time if time and time.at else None) if one
        ]
        if met and self._kind(met.begin) == "planned":
            taken.append(Span(met.begin, met.end))
        words = [
            step_words(self.folded, self._actions_from(one), one.end, taken, is_latin=self.is_latin) for one in planned
        ]
        return Plan(self._joined(planned, words), day, due_on, time, len([one for one in words if one]))

    def _actions_from(self, clause: Clause) -> int:
        """Behind the names with which a card begins: ヤマト紙器 購買課 高瀬様 段ボールの見積 11/24まで."""
        begin = clause.actions_from
        while span := next((one for one in self.apart if one.begin == begin and one.end <= clause.end), None):
            begin = span.end
            begin += len(self.folded.text[begin:]) - len(self.folded.text[begin:].lstrip())
        return begin

    def _joined(self, planned: Sequence[Clause], words: Sequence[str | None]) -> str | None:
        joined = ""
        last: Clause | None = None
        for clause, said in zip(planned, words, strict=True):
            if not said:
                continue
            between = self.folded.text[last.end : clause.begin].strip() if last else ""
            mark = re.sub(r"[。\n.;!→⇒>=-]+", "、", between)[:1] or "、"
            joined += (", " if self.is_latin else mark) + said if last else said
            last = clause
        return joined or None

    def _time_of(self, day: NamedDay | None, planned: Sequence[Clause]) -> NamedTime | None:
        """The first time behind the day, else the first in a planned clause."""
        first = min((clause.begin for clause in planned), default=0)
        inside = [one for one in self.times if one.begin >= first and self._kind(one.begin) != "met"]
        if day is None:
            return inside[0] if inside else None
        others = [one.begin for one in self.days if one.begin > day.begin and one.is_said]
        until = min(others, default=len(self.folded.text))
        behind = [one for one in inside if day.begin < one.begin < until]
        return next(
            (one for one in behind if one.at),
            behind[0]
            if behind
            else next((one for one in inside if one.begin < day.begin and self._are_near(one, day)), None),
        )

    def _are_near(self, time: NamedTime, day: NamedDay) -> bool:
        """2時から打合せ(11/26): side by side, or the day in brackets at the end."""
        between = self.folded.text[time.end : day.begin]
        return len(between) < 6 or (len(between) < 30 and between.endswith("(") and not re.search("[。\n]", between))

    def words(self, met: NamedDay | None, plan: Plan) -> Mapping[str, str]:
        """For each field the words it was read from."""
        found: dict[str, str] = {}
        if met:
            found["met_on"] = self.folded.words(met.begin, met.end)
        if plan.words:
            found["next_step"] = plan.words
        if plan.day:
            found["due_on"] = self.folded.words(plan.day.begin, plan.day.end)
        if plan.time:
            found["due_time"] = self.folded.words(plan.time.begin, plan.time.end)
        return found

    def notes(self, met: NamedDay | None, plan: Plan) -> list[str]:
        """What a person should look at."""
        notes = [note for day in self.days if not day.is_said for note in day.reading.notes]
        if met and met.reading.met and met.reading.disagrees(met.reading.met):
            notes.append(WEEKDAY_DISAGREES)
        if plan.day and plan.due_on and plan.day.reading.disagrees(plan.due_on):
            notes.append(WEEKDAY_DISAGREES)
        notes += plan.time.notes if plan.time else ()
        return [*notes, SEVERAL_STEPS] if plan.steps > 1 else notes

    def _kind(self, position: int) -> str | None:
        return next((one.kind for one in self.clauses if one.begin <= position < one.end), None)


def _due(day: NamedDay, met: NamedDay | None, on: date) -> date | None:
    if day.reading.from_met is None:
        return day.reading.due
    base = met.reading.met if met and met.reading.met else on
    try:
        return day.reading.from_met(base)
    except (ValueError, OverflowError):
        return None
