"""Any order of owing, working, dying, failing and waiting: nothing twice at any moment, nothing lost at the end."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.fakes.deliveries import FakeDeliveries
from tests.faults.delivery_world import UNWANTED, World, owed
from tests.faults.failing_platform import FAULTS, CrashPoints, Killed


class DeliveryMachine(RuleBasedStateMachine):
    """Two workers share a store and a platform; either can be killed anywhere."""

    @initialize()
    def begin(self) -> None:
        self.world = World(FakeDeliveries())
        self.workers = [self.world.start(), self.world.start()]

    @rule(is_wanted=st.booleans())
    def something_is_owed(self, is_wanted: bool) -> None:
        self.world.owe(owed(len(self.world.owed), "notice" if is_wanted else UNWANTED))

    @rule(which=st.integers(0, 1), fault=st.sampled_from(FAULTS), crash_at=st.integers(0, 14))
    def a_worker_runs(self, which: int, fault: str, crash_at: int) -> None:
        points: CrashPoints = self.world.points
        points.at = points.seen + crash_at if crash_at else None
        self.world.sender.faults.append(fault)
        try:
            self.workers[which].run_once(limit=3)
        except Killed:
            self.workers[which] = self.world.start()
        points.at = None

    @rule(which=st.integers(0, 1), seconds=st.integers(0, 200))
    def a_worker_stands_still(self, which: int, seconds: int) -> None:
        other = self.workers[1 - which]

        def frozen() -> None:
            self.world.real.advance(timedelta(seconds=seconds))
            other.run_once(limit=3)

        self.world.while_composing = frozen
        self.workers[which].run_once(limit=3)
        self.world.while_composing = None

    @rule(seconds=st.integers(1, 200))
    def time_passes(self, seconds: int) -> None:
        self.world.real.advance(timedelta(seconds=seconds))

    @rule()
    def the_same_is_owed_again(self) -> None:
        if self.world.owed:
            self.world.store.owe(self.world.owed[-1], at=self.world.real.now())

    @invariant()
    def nothing_is_twice_and_nothing_unwanted_arrives(self) -> None:
        world = self.world
        for one in world.owed:
            assert world.platform.times(world.id_of(one)) <= (one.kind != UNWANTED)

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.sender.faults.clear()
            self.world.settle(rounds=2_000)
            assert self.world.tally().is_clean, self.world.store.rows


TestDeliveryMachine = DeliveryMachine.TestCase
TestDeliveryMachine.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
