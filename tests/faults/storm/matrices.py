"""Which trials a storm has: faults × points × workers, workers that stand still, and random moments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count

from bot.core.deliveries.checkpoints import Checkpoint
from bot.core.nudges.ticking import Checkpoint as Tick
from tests.faults.storm.children import Blow
from tests.faults.storm.deliveries import DELIVERIES
from tests.faults.storm.nudges import GIVING_BACK, NUDGES
from tests.faults.storm.place import TIMING
from tests.faults.storm.trials import FAULTS, Trial

LONG = TIMING.lease + TIMING.wait + timedelta(seconds=1)
_PAST_THE_LEASE = TIMING.lease + timedelta(seconds=5)
# Where a worker stands still. Just before the socket it may do so until the wait is over and no longer: the hole that
# remains, and that docs/reliability.md tells of.
STOPS: Mapping[str, timedelta] = {
    "claimed": LONG,
    "composed": LONG,
    "before-send": _PAST_THE_LEASE,
    "answered-before-record": LONG,
    "recorded": LONG,
}
TICK_STOPS = (Tick.PEOPLE_READ, Tick.LISTENERS_READ, Tick.DUE_READ, Tick.BEFORE_PLAN, Tick.PLANNED)
"""Where a tick stands still while others tick and send."""
_FAULTS_OF_TICKS = ("none", "accepted, then dropped")
_FAULTS_OF_STOPS = ("none", "429")
_MADE = {*NUDGES.begin_points, *NUDGES.plan_points}
_ONLY_PLANNED_BEFORE = {Checkpoint.BEFORE_DROP, "dropping", Checkpoint.DROPPED}


def of_deliveries() -> Iterator[Trial]:
    """Every fault × every point × one worker and four; workers that stand still; random moments."""
    numbers = count()
    for fault in FAULTS:
        for group, points in DELIVERIES.groups.items():
            for point in points:
                number = next(numbers)
                for workers in (1, 4):
                    yield Trial(fault, Blow(str(point), nth=1 + number % 2 * (workers == 1)), workers, group)
        for point, shift in STOPS.items():
            for workers in (1, 4):
                yield Trial(fault, Blow(point, stops=True), workers, "stopped", shift)
        for workers in (1, 4):
            for _ in range(5):
                yield Trial(fault, Blow(within_s=0.2), workers, "at random")


def of_nudges() -> Iterator[Trial]:
    """Every point of the worker under every fault, every point of capturing and ticking under some; one process and
    four that tick and send. In turn: planned before; planned by those who also send; a night between the two."""
    numbers = count()
    for fault in FAULTS:
        for group, points in NUDGES.groups.items():
            for point in points:
                number = next(numbers)
                if point in _MADE and fault not in _FAULTS_OF_TICKS:
                    continue
                # Both numbers where nothing else goes wrong; otherwise in turn, from fault to fault.
                for workers in (1, 4) if fault in _FAULTS_OF_TICKS else (4,) if number % 2 else (1,):
                    yield _in_turn(Trial(fault, Blow(str(point)), workers, group), number + workers)
        if fault in _FAULTS_OF_STOPS:
            yield from _stops(fault, (1, 4) if fault == "none" else (1,))
        yield Trial(fault, Blow(within_s=0.3), 4, "at random", at_once=True)
        yield Trial(fault, Blow(within_s=0.3), 4, "at random", overnight=True)


def _in_turn(trial: Trial, number: int) -> Trial:
    """A point of the tick is passed by whoever plans, a bundle whose matters are all closed was planned before, and one
    is given back only after a night."""
    point = trial.blow.point
    if point == GIVING_BACK:
        return replace(trial, overnight=True)
    if point in NUDGES.begin_points or point in _ONLY_PLANNED_BEFORE:
        return trial
    if point in NUDGES.plan_points:
        return replace(trial, at_once=number % 2 == 0)
    return replace(trial, at_once=number % 3 == 0, overnight=number % 3 == 1)


def _stops(fault: str, numbers: Sequence[int]) -> Iterator[Trial]:
    for workers in numbers:
        for number, (point, shift) in enumerate(STOPS.items()):
            at_once = (number + workers) % 2 == 0
            yield Trial(fault, Blow(point, stops=True), workers, "stopped", shift, at_once=at_once)
        for point in TICK_STOPS:
            yield Trial(fault, Blow(point, stops=True), workers, "stopped", LONG, at_once=True)
            yield Trial(fault, Blow(point, stops=True), workers, "stopped", LONG, overnight=True)


def short_of_deliveries(lane: str) -> Iterator[Trial]:
    """What is always run: every group and fault on SQLite, a few trials on PostgreSQL."""
    numbers = count()
    for fault in FAULTS:
        for group, points in DELIVERIES.groups.items():
            for point in points:
                number = next(numbers)
                if (lane == "sqlite" and number % 17 == 0) or (lane != "sqlite" and number % 71 == 0):
                    yield Trial(fault, Blow(str(point)), 4 if number % 2 == 0 else 1, group)
    stops = list(STOPS.items()) if lane == "sqlite" else [("answered-before-record", LONG)]
    for point, shift in stops:
        yield Trial("429", Blow(point, stops=True), 1, "stopped", shift)
    yield Trial("none", Blow(within_s=0.2), 4, "at random")


def short_of_nudges(lane: str) -> Iterator[Trial]:
    """What is always run: each group of places on SQLite, and a few trials on PostgreSQL."""
    yield Trial("none", Blow("planning"), 4, "planning", at_once=True)
    yield Trial("accepted, then dropped", Blow("answered-before-record"), 1, "sending", at_once=True)
    yield Trial("none", Blow(Tick.LISTENERS_READ, stops=True), 1, "stopped", LONG, overnight=True)
    if lane == "sqlite":
        yield Trial("none", Blow("capturing"), 1, "capturing")
        yield Trial("none", Blow(Tick.DUE_READ), 1, "ticking")
        yield Trial("429", Blow("composed"), 1, "claiming")
        yield Trial("none", Blow("dropping"), 1, "dropping")
        yield Trial("500", Blow("recorded"), 1, "recording", overnight=True)
        yield Trial("lagging history", Blow("read-back"), 1, "reading back")
        yield Trial("none", Blow(GIVING_BACK), 1, "after hours", overnight=True)
        yield Trial("none", Blow(Tick.BEFORE_PLAN, stops=True), 1, "stopped", LONG, at_once=True)
        yield Trial("none", Blow(within_s=0.3), 1, "at random", at_once=True)
