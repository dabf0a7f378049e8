"""How the cases of a coordinator stand at a glance: by stage with ages and a week ago, by wall."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from bot.core.figures.records import STAGES, WALLS, Case, Held, Move

BANDS = (30, 90)
"""Ages are told apart as up to 30 days, up to 90 days, and older."""
WEEK = timedelta(days=7)
Ages: TypeAlias = tuple[int, int, int]
"""How many of each band, the youngest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StageNow:
    """What is open in a stage: `ages` by the days it has been there; `week_ago` is how many were there then."""

    stage: str
    ages: Ages
    week_ago: int

    @property
    def count(self) -> int:
        """All of it."""
        return sum(self.ages)


@dataclass(frozen=True, kw_only=True, slots=True)
class WallNow:
    """What stands at a wall: `ages` by the days since it last moved; `oldest` of them, None where there is none."""

    wall: str
    ages: Ages
    oldest: int | None

    @property
    def count(self) -> int:
        """All of it."""
        return sum(self.ages)


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    """Everything at a glance on a day; `firms` is how many firms it is of."""

    on: date
    firms: int
    stages: tuple[StageNow, ...]
    walls: tuple[WallNow, ...]

    @property
    def count(self) -> int:
        """Open encounters with the outside."""
        return sum(one.count for one in self.stages)

    @property
    def week_ago(self) -> int:
        """As many were open a week before."""
        return sum(one.week_ago for one in self.stages)


def overview_of(held: Held, *, firms: int, today: date) -> Overview:
    """Everything at a glance; support visits are not in it. What sleeps by choice is open, and stands at no wall."""
    cases = [one for one in held.cases if not one.is_visit]
    moves = _by_case(held.moves)
    return Overview(
        on=today,
        firms=firms,
        stages=tuple(_stages(cases, moves, today)),
        walls=tuple(_walls(cases, today)),
    )


def stage_on(case: Case, moves: Sequence[Move], day: date) -> str:
    """The stage of a case at the end of a day; "" where it was not open then. `moves` are its own, in order."""
    if case.began_on > day or (case.ended_on is not None and case.ended_on <= day):
        return ""
    later = next((one for one in moves if one.on > day), None)
    return later.before if later is not None else case.stage


def band_of(days: int) -> int:
    """0, 1 or 2: in which band an age lies."""
    return bisect_left(BANDS, days)


def _stages(cases: Sequence[Case], moves: Mapping[str, Sequence[Move]], today: date) -> Iterator[StageNow]:
    now, then = defaultdict[str, list[int]](lambda: [0, 0, 0]), defaultdict[str, int](int)
    for case in cases:
        own = moves.get(case.id, ())
        if stage := stage_on(case, own, today):
            came = own[-1].on if own else case.began_on
            now[stage][band_of((today - came).days)] += 1
        then[stage_on(case, own, today - WEEK)] += 1
    for stage in STAGES:
        young, middling, old = now[stage]
        yield StageNow(stage=stage, ages=(young, middling, old), week_ago=then[stage])


def _walls(cases: Sequence[Case], today: date) -> Iterator[WallNow]:
    waited = defaultdict[str, list[int]](list)
    for case in cases:
        if case.wall and case.ended_on is None:
            waited[case.wall].append(max((today - case.since).days, 0))
    for wall in WALLS:
        bands = [band_of(days) for days in waited[wall]]
        ages = (bands.count(0), bands.count(1), bands.count(2))
        yield WallNow(wall=wall, ages=ages, oldest=max(waited[wall], default=None))


def _by_case(moves: Sequence[Move]) -> Mapping[str, Sequence[Move]]:
    found = defaultdict[str, list[Move]](list)
    for one in moves:
        found[one.case_id].append(one)
    return found
