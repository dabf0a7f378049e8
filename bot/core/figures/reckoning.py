"""The numbers themselves: pure functions over what is held. Each says what it counts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from bot.core.figures.intervals import Share
from bot.core.figures.periods import Period
from bot.core.figures.records import CLOSED, STAGES, WALLS, Case, Held, Move, Told
from bot.core.figures.spans import End, Span, median_days, middle

LAST_STEP = 5
"""The fifth reminder of a matter and every one after it are counted together."""
_RANK = {name: rank for rank, name in enumerate(STAGES)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Goals:
    """How meetings went, by the days on which they were held. `not_recorded`: their hour has passed, and nobody has
    said how they went; they are in no share."""

    met: int = 0
    partly: int = 0
    not_met: int = 0
    not_recorded: int = 0

    @property
    def hit(self) -> Share:
        """Goals that were met, of the meetings of which somebody said how they went."""
        return Share(self.met, self.met + self.partly + self.not_met)


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """From one stage onwards: of those that came to `stage` within the period how many have moved on to a later one,
    until today. `ended` ended before; `on_the_way` are open. `median_days`: when half of all had moved on, None where
    half have not (bot/core/figures/spans.py)."""

    stage: str
    moved: int
    ended: int
    on_the_way: int
    median_days: int | None

    @property
    def share(self) -> Share:
        """Those that moved on, of all that came."""
        return Share(self.moved, self.moved + self.ended + self.on_the_way)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stall:
    """What stands at a wall today, with its age in days since it last moved."""

    wall: str
    count: int
    median_age: float | None
    oldest: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reminder:
    """The `step`-th reminder of a matter. `open`: nothing has happened yet, it is the latest one and the encounter is
    open; these are in no share."""

    matter: str
    step: int
    acted_on: int
    passed_over: int
    open: int

    @property
    def share(self) -> Share:
        """After which the person did something with the encounter before its next reminder, of those decided."""
        return Share(self.acted_on, self.acted_on + self.passed_over)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """All numbers of some records in a period."""

    cases: int
    goals: Goals
    steps: tuple[Step, ...]
    stalls: tuple[Stall, ...]
    reminders: tuple[Reminder, ...]
    answers: Mapping[str, int]
    answered_by_person: int


class Journey(NamedTuple):
    """An encounter that came to a stage, and how it went on from there."""

    stage: str
    came_on: date
    span: Span


class Reckoning:
    """Everything about some records that is the same for every period, so that many periods cost little more."""

    def __init__(self, held: Held, *, now: datetime, today: date) -> None:
        """`today` is the reader's day at the moment `now`."""
        self._held, self._now = held, now
        self._journeys = tuple(journeys_of(held, today=today))
        self._fates = fates_of(held)
        self._stalls = tuple(stalls_of([one for one in held.cases if not one.is_visit], today=today))

    def figures(self, period: Period) -> Figures:
        """All numbers; encounters count where they began within the period."""
        asked = [one for one in self._held.asked if one.on in period]
        return Figures(
            cases=sum(one.began_on in period for one in self._held.cases if not one.is_visit),
            goals=goals_of(self._held, period, now=self._now),
            steps=tuple(steps_of(self._journeys, period)),
            stalls=self._stalls,
            reminders=tuple(reminders_of(self._fates, period)),
            answers=Counter(one.state for one in asked),
            answered_by_person=sum(one.is_answered for one in asked),
        )


def figures_of(held: Held, period: Period, *, now: datetime, today: date) -> Figures:
    """All numbers of one period."""
    return Reckoning(held, now=now, today=today).figures(period)


def goals_of(held: Held, period: Period, *, now: datetime) -> Goals:
    """How the meetings of a period went."""
    meetings = {one.id for one in held.cases if not one.is_visit}
    told = Counter(one.outcome for one in held.results if one.on in period and one.case_id in meetings)
    unsaid = sum(
        one.awaits_result and one.meets_at is not None and one.meets_at <= now and one.meets_on in period
        for one in held.cases
        if not one.is_visit
    )
    return Goals(met=told["met"], partly=told["partly"], not_met=told["not_met"], not_recorded=unsaid)


def steps_of(journeys: Iterable[Journey], period: Period) -> Iterator[Step]:
    """For each stage but the last one, how encounters went on that came to it within the period."""
    spans = defaultdict[str, list[Span]](list)
    for one in journeys:
        if one.came_on in period:
            spans[one.stage].append(one.span)
    for stage in STAGES[:-1]:
        ends = Counter(one.end for one in spans[stage])
        yield Step(
            stage=stage,
            moved=ends[End.REACHED],
            ended=ends[End.GONE],
            on_the_way=ends[End.ON_THE_WAY],
            median_days=median_days(spans[stage]),
        )


def journeys_of(held: Held, *, today: date) -> Iterator[Journey]:
    """Of each encounter the stages in which it was, counted from when it first came there."""
    moves = defaultdict[str, list[Move]](list)
    for move in held.moves:
        moves[move.case_id].append(move)
    for case in held.cases:
        if case.is_visit:
            continue
        path, known = path_of(case, moves.get(case.id, ())), set[str]()
        for place, (came_on, stage) in enumerate(path):
            if stage not in known:
                known.add(stage)
                yield Journey(stage, came_on, _span(case, path, place, today))


def path_of(case: Case, moves: Sequence[Move]) -> list[tuple[date, str]]:
    """The stages in which an encounter was, in order, each with the day on which it came there."""
    day = case.began_on
    path = [(day, moves[0].before if moves else case.stage)]
    for one in moves:
        day = max(day, one.on)
        path.append((day, one.after))
    return path


def stalls_of(cases: Sequence[Case], *, today: date) -> Iterator[Stall]:
    """What stands at each wall today, whenever it began; not what still is to be."""
    for wall in WALLS:
        ages = sorted(max(0, (today - one.since).days) for one in cases if one.wall == wall)
        yield Stall(wall=wall, count=len(ages), median_age=middle(ages), oldest=ages[-1] if ages else None)


def reminders_of(fates: Iterable[tuple[Told, str]], period: Period) -> Iterator[Reminder]:
    """The reminders sent within a period, by matter and step."""
    counts = defaultdict[tuple[str, int], Counter[str]](Counter)
    for one, fate in fates:
        if one.on in period:
            counts[one.matter, min(one.step, LAST_STEP)][fate] += 1
    for (matter, step), of_it in sorted(counts.items()):
        yield Reminder(
            matter=matter, step=step, acted_on=of_it["acted"], passed_over=of_it["passed"], open=of_it["open"]
        )


def fates_of(held: Held) -> list[tuple[Told, str]]:
    """Each reminder with what came of it. Acted on is what its person did after it, and before they were reminded of
    the same encounter again."""
    open_ones = {one.id for one in held.cases if one.state != CLOSED}
    told = defaultdict[tuple[str, str], list[Told]](list)
    for one in held.told:
        told[one.case_id, one.person_id].append(one)
    found = list[tuple[Told, str]]()
    for (case_id, _), several in told.items():
        moments = sorted(one.at for one in several)
        for one in several:
            later = bisect_right(moments, one.at)
            until = moments[later] if later < len(moments) else None
            found.append((one, _fate(one, until, is_open=case_id in open_ones)))
    return found


def _fate(one: Told, until: datetime | None, *, is_open: bool) -> str:
    if one.acted_at is not None and (until is None or one.acted_at <= until):
        return "acted"
    return "open" if until is None and is_open else "passed"


def _span(case: Case, path: Sequence[tuple[date, str]], came: int, today: date) -> Span:
    """From the first day in a stage to the first later one in a stage beyond it."""
    since, stage = path[came]
    rank = _RANK[stage]
    for on, name in path[came + 1 :]:
        if _RANK[name] > rank:
            return Span((on - since).days, End.REACHED)
    if case.state == CLOSED:
        return Span(max(0, ((case.ended_on or today) - since).days), End.GONE)
    return Span(max(0, (today - since).days), End.ON_THE_WAY)
