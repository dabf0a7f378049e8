"""One trial: work is made, workers are killed or stopped over it under one fault, and the rest is brought to an end."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from bot.core.deliveries.models import DeliveryState
from tests.faults.storm.children import UNHARMED, Blow, Child, MoreToDo, Switch, await_end, await_stop, fork, go_on
from tests.faults.storm.place import Place
from tests.faults.storm.scenario import Scenario

Fault = Sequence[tuple[str, Mapping[str, Any]]]
POST, READ = "chat.postMessage", "conversations.history"
LAG_S = 70.0
"""Past the lease, within lease and wait."""
_SLOW_S = 1.3
FAULTS: Mapping[str, Fault] = {
    "none": (),
    "429": (("rate_limit", {"method": POST, "times": 2, "retry_after": 1}),),
    "500": (("server_error", {"method": POST, "times": 2}),),
    "accepted, then dropped": (("lose_response", {"method": POST, "times": 2}),),
    "dropped before": (("accept_then_hang_up", {"method": POST, "times": 2}),),
    "slow past the deadline": (("delay", {"method": POST, "seconds": _SLOW_S, "times": 1}),),
    "lagging history": (("lag_history", {"seconds": LAG_S}), ("lose_response", {"method": POST, "times": 2})),
    "unreadable history": (
        ("lose_response", {"method": POST, "times": 2}),
        ("server_error", {"method": READ, "times": 2}),
    ),
}
_OPEN = frozenset({DeliveryState.PENDING.value, DeliveryState.SENDING.value, DeliveryState.AMBIGUOUS.value})
_MOST_ROUNDS = 12
_A_STEP = timedelta(seconds=41)
"""Past a lease, short of lease and wait: whoever does not wait is seen."""


@dataclass(frozen=True)
class Trial:
    """What happens in one world. `shift`: how much time passes while a stopped one stands still. `closes`: whether a
    subject is closed in the middle as well; one always is before the first worker comes. `at_once`: nothing is planned
    before, those who work plan as well. `overnight`: between planning and sending a night passes."""

    fault: str
    blow: Blow
    workers: int = 1
    group: str = ""
    shift: timedelta = timedelta(0)
    closes: bool = True
    at_once: bool = False
    overnight: bool = False

    @property
    def owed(self) -> int:
        return 3 if self.workers == 1 else 8


@dataclass
class Tally:
    """What came of trials. `strays`: messages of ours that nobody was to get at all; they count as twice."""

    kills: int = 0
    stops: int = 0
    owed: int = 0
    lost: int = 0
    twice: int = 0
    closed: int = 0
    errors: int = 0

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.twice or self.closed or self.errors)

    def add(self, other: Tally) -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


@dataclass
class World:
    """A trial that has been carried out, to be counted when the storm is over."""

    trial: Trial
    owed: Mapping[str, Any]
    closed: Mapping[str, float]
    tally: Tally
    tenant: str = ""
    hit: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)


class Run:
    """Carries out one trial at a place that has a tenant of its own."""

    def __init__(self, scenario: Scenario, place: Place, trial: Trial) -> None:
        place = replace(place, closes=trial.closes, overnight=trial.overnight)
        self._scenario, self._place, self._trial = scenario, place, trial
        owed = scenario.owed(place, trial.owed)
        self.world = World(trial, owed, place.closed, Tally(owed=scenario.number_owed(owed)), place.tenant)

    def carry_out(self) -> World:
        """Everything from the planning to the end; the receiving side is counted later."""
        place, trial = self._place, self._trial
        if self._scenario.begin:
            self._made(self._begun, self._scenario.begin_points)
        self._scenario.outage(place)
        if not trial.at_once:
            self._made(self._planned, self._scenario.plan_points)
        self._close(0)
        if trial.overnight:
            self._scenario.night(place)
        for name, arguments in FAULTS[trial.fault]:
            place.side.fault(name, **arguments)
        if trial.blow.stops:
            self._with_a_stopped_one()
        else:
            self._first_round()
        if trial.fault.startswith("slow"):
            # What the platform still does by its own, real clock must not be outrun by ours.
            _wait_until(time.monotonic() + _SLOW_S)
        if trial.closes:
            self._close(1)
        self._settle()
        place.side.fault("clear")
        if self._scenario.afterwards:
            self._together([UNHARMED], self._done_afterwards)
        return self.world

    def _close(self, which: int) -> None:
        """Close subjects; what had been closed when this returns must not be heard of any more."""
        if close := self._scenario.close:
            self._together([UNHARMED], lambda _: close(self._place, which))
        for subject in self._scenario.closing(self._trial.owed)[which]:
            self._place.close_subject(subject)

    def _made(self, make: Callable[[Switch], None], points: Collection[str]) -> None:
        """Make the work, where somebody dies of it first, and then to its end."""
        if self._trial.blow.point in points and not self._trial.blow.stops:
            self._together([self._trial.blow] * self._trial.workers, make)
        self._together([UNHARMED], make)

    def _begun(self, switch: Switch) -> None:
        assert self._scenario.begin
        self._place.broken()
        self._scenario.begin(self._place, switch, self._trial.owed)

    def _done_afterwards(self, _: Switch) -> None:
        assert self._scenario.afterwards
        self._place.broken()
        self._scenario.afterwards(self._place)

    def _planned(self, switch: Switch) -> None:
        self._place.broken()
        self._scenario.plan(self._place, switch, self._trial.owed)

    def _driven(self, switch: Switch) -> None:
        self._place.broken()
        self._scenario.drive(self._place, switch)

    def _first_round(self) -> None:
        trial = self._trial
        blow, made = trial.blow, {*self._scenario.begin_points}
        if not trial.at_once:
            made |= {*self._scenario.plan_points}
        if blow.point in made:
            blow = UNHARMED
        elif blow.point in self._scenario.second_round:
            blow = Blow(self._scenario.lead_up)
        self._together([blow] * trial.workers, self._driven)
        if trial.blow.point in self._scenario.second_round:
            self._place.advance(self._place.timing.lease + self._place.timing.wait + timedelta(seconds=1))
            self._together([trial.blow] * trial.workers, self._driven)

    def _with_a_stopped_one(self) -> None:
        """One stands still; time passes; others do the work; it goes on."""
        stopped = fork(self._driven, self._trial.blow)
        if await_stop(stopped):
            self.world.tally.stops += 1
            self.world.hit.add(stopped.blow.point)
            self._place.advance(self._trial.shift)
            self._together([UNHARMED] * max(1, self._trial.workers - 1), self._driven)
            go_on(stopped)
        self._end(stopped)

    def _settle(self) -> None:
        """Time passes and a worker comes by, until nothing is open."""
        for _ in range(_MOST_ROUNDS):
            self._place.advance(_A_STEP)
            child = fork(self._driven_to_the_end)
            self._end(child)
            if not child.has_more_to_do:
                return
        self.world.said.append("something is still open")
        self.world.tally.errors += 1

    def _driven_to_the_end(self, switch: Switch) -> None:
        self._driven(switch)
        database = self._place.open()
        is_open = bool(_OPEN & set(database.deliveries.counts()))
        database.close()
        if is_open:
            raise MoreToDo

    def _together(self, blows: Sequence[Blow], work: Callable[[Switch], None]) -> None:
        for child in [fork(work, blow) for blow in blows]:
            self._end(child)

    def _end(self, child: Child) -> None:
        await_end(child)
        self.world.tally.kills += child.was_killed
        if child.was_killed and child.blow.point:
            self.world.hit.add(child.blow.point)
        if child.has_failed:
            self.world.tally.errors += 1
            self.world.said.append(child.said.decode(errors="replace"))


def tenant_place(place: Place, tenant: str) -> Place:
    """The same place for another tenant; its name ends with a number that is its own."""
    return replace(place, tenant=tenant, closed={})


def _wait_until(moment: float) -> None:
    while (left := moment - time.monotonic()) > 0:
        time.sleep(left)
