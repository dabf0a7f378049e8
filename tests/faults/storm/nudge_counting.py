"""Which encounters people were told of, read from the messages in their conversations; against when they were to be.

A message says of which day it is, and names each encounter by its outside firm, whose name is that encounter's alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tests.faults.storm.nudge_world import BACK_AGAIN, Meeting, address
from tests.faults.storm.place import BEGINS_AT
from tests.faults.storm.receiving import Received
from tests.faults.storm.trials import World

_NAME = re.compile(r"W(\d+)E\d+Z")
_DAY = re.compile(r"(\d+)月(\d+)日[^、。]{0,6}のお知らせです")


@dataclass(frozen=True, slots=True)
class Told:
    """A message: of which day it is, and what it tells."""

    at: float
    person: str
    day: date
    names: frozenset[str]


def count(worlds: Sequence[World], received: Iterable[Received]) -> int:
    """Complete every world's tally; returns how many messages belong to no world."""
    told, strays = defaultdict[str, list[Told]](list), 0
    known = {world.tenant.rpartition("-")[2] for world in worlds}
    for one in received:
        numbers, day = set(_NAME.findall(one.text)), _DAY.search(one.text)
        if len(numbers) != 1 or not numbers <= known or day is None:
            strays += 1
            continue
        names = frozenset(match.group() for match in _NAME.finditer(one.text))
        on = date(BEGINS_AT.year, int(day[1]), int(day[2]))
        told[numbers.pop()].append(Told(one.at, one.person, on, names))
    for world in worlds:
        _count(world, told[world.tenant.rpartition("-")[2]])
    return strays


def _count(world: World, told: Sequence[Told]) -> None:
    """One world: each person once a day at most, and each encounter on its days."""
    # Everybody here is told at nine, at the usual pace: a day has one slot.
    slots = Counter((one.person, one.day) for one in told)
    world.tally.twice += sum(times - 1 for times in slots.values())
    for meeting in world.owed.values():
        _count_meeting(world, meeting, [one for one in told if meeting.name in one.names])


def _count_meeting(world: World, meeting: Meeting, told: Sequence[Told]) -> None:
    settled_at = world.closed.get(meeting.key)
    after = [one for one in told if settled_at is not None and one.at > settled_at and one.day not in meeting.second]
    world.tally.closed += len(after)
    if any(one.person != address(world.tenant, meeting.person) for one in told):
        world.tally.errors += 1
        world.said.append(f"{meeting.key} was told to somebody else")
    before, again = [[one for one in told if (one.day >= BACK_AGAIN) is is_late] for is_late in (False, True)]
    for days, times in ((meeting.first, before), (meeting.second, again)):
        world.tally.lost += bool(days) and not any(one.day in days for one in times)
        world.tally.twice += max(0, len(times) - 1)
        if settled_at is None and any(one.day not in days for one in times):
            world.tally.errors += 1
            world.said.append(f"{meeting.key} was told on {[str(one.day) for one in times]}")
