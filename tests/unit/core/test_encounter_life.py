"""An encounter's life as hypothesis makes it up, against the real service, planner, tick and database.

Whatever people do and however time passes: nobody is told of what is closed, nothing is told twice, nobody is told at
night, on a holiday or on leave; what is open has exactly its nudges to come; every change is one version; taking back
restores.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.core.calendars import zone_of
from bot.core.meetings.given import NewEncounter, StepGiven
from bot.core.meetings.models import Change, ChangeKind, Encounter, Reason, Stage, State
from bot.core.meetings.results import Done, Missing, Refused
from bot.core.people import Member
from tests.unit.core.encounter_life import PEOPLE, SATO, Life, Told, template

STARTS = (
    # Before the clocks go back in New York, and after they have in Berlin.
    datetime(2026, 10, 30, 0, 0, tzinfo=UTC),
    # Before the turn of the year, when offices are closed.
    datetime(2026, 12, 25, 5, 0, tzinfo=UTC),
    # Before the clocks go forward in New York, then in Berlin; a holiday in Japan between them.
    datetime(2027, 3, 12, 12, 0, tzinfo=UTC),
    # Before five days off in a row in Japan.
    datetime(2026, 9, 18, 6, 0, tzinfo=UTC),
)
IDS = ("e1", "e2", "e3")
_ids, _people, _days = st.sampled_from(IDS), st.sampled_from([one.id for one in PEOPLE]), st.integers(0, 20)
_MATTERS = {"wake": State.SLEEPING, "confirm": State.UNCONFIRMED}


class EncounterLife(RuleBasedStateMachine):
    """Three encounters, three people in three time zones, their coordinator."""

    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.life: Life
        self.versions: dict[str, int] = {}
        self.last: tuple[Encounter | None, Change] | None = None
        self.occurrences: set[tuple[str, str]] = set()
        self.days_told: set[tuple[str, date]] = set()
        self.is_started = False

    @initialize(start=st.sampled_from(STARTS))
    def begin(self, start: datetime) -> None:
        self.life, self.is_started = Life(start, self.folder), True
        for id, person in zip(IDS, PEOPLE, strict=True):
            self.capture(id, person.id, None, "", step=False)

    def teardown(self) -> None:
        if self.is_started:
            self.life.close()

    @rule(id=_ids, by=_people, due=st.none() | _days, time=st.sampled_from(["", "10:00"]), step=st.booleans())
    def capture(self, id: str, by: str, due: int | None, time: str, step: bool) -> None:
        given = self._step(by, due, time) if step else StepGiven(text="")
        new = NewEncounter(
            id=id, partner=f"相手 {id}", next_step=given.text, due_on=given.due_on, due_time=given.due_time
        )
        self._do(id, lambda: self.life.service.capture(new, by=self.life.member(by)))

    @rule(id=_ids, member=_people)
    def write_for(self, id: str, member: str) -> None:
        new = NewEncounter(id=id, partner=f"相手 {id}")
        self._do(id, lambda: self.life.service.write_for(new, by=SATO, member=self.life.member(member)))

    @rule(id=_ids, by=_people, is_right=st.booleans())
    def confirm(self, id: str, by: str, is_right: bool) -> None:
        use = self.life.service.confirm if is_right else self.life.service.refuse
        self._do(id, lambda: use(id, by=self.life.member(by)))

    @rule(id=_ids, by=_people, ago=st.integers(0, 3), note=st.sampled_from("あいう"))
    def contact(self, id: str, by: str, ago: int, note: str) -> None:
        on = self._today(by) - timedelta(days=ago)
        self._do(id, lambda: self.life.service.contact(id, by=self.life.member(by), on=on, note=note))

    @rule(id=_ids, by=_people, due=st.none() | _days, time=st.sampled_from(["", "10:00", "15:30"]))
    def set_step(self, id: str, by: str, due: int | None, time: str) -> None:
        self._do(id, lambda: self.life.service.set_step(id, self._step(by, due, time), by=self.life.member(by)))

    @rule(id=_ids, by=_people)
    def step_done(self, id: str, by: str) -> None:
        self._do(id, lambda: self.life.service.step_done(id, by=self.life.member(by)))

    @rule(id=_ids, by=_people, days=st.integers(1, 15))
    def postpone(self, id: str, by: str, days: int) -> None:
        until = self._today(by) + timedelta(days=days)
        self._do(id, lambda: self.life.service.postpone(id, until, by=self.life.member(by)))

    @rule(id=_ids, by=_people, to=st.sampled_from([Stage.CARDS, Stage.SECOND_MEETING, Stage.SHARED_ISSUE]))
    def move_stage(self, id: str, by: str, to: Stage) -> None:
        self._do(id, lambda: self.life.service.move_stage(id, to, by=self.life.member(by)))

    @rule(id=_ids, by=_people, to=_people, is_whole=st.booleans())
    def request(self, id: str, by: str, to: str, is_whole: bool) -> None:
        service, member = self.life.service, self.life.member
        self._do(id, lambda: service.request(id, member(to), by=member(by), text="お願い", is_whole=is_whole))

    @rule(id=_ids, by=_people, answer=st.sampled_from(["accept", "talk", "withdraw"]))
    def answer(self, id: str, by: str, answer: str) -> None:
        service = self.life.service
        use = {"accept": service.accept, "talk": service.talk, "withdraw": service.withdraw}[answer]
        asked = self.life.database.encounters.requests(id)
        if asked:
            self._do(id, lambda: use(asked[-1].id, by=self.life.member(by)))

    @rule(id=_ids, by=_people, ending=st.sampled_from(["decline", "greeting", "sleep", "reopen"]))
    def end(self, id: str, by: str, ending: str) -> None:
        service, who, later = self.life.service, self.life.member(by), self._today(by) + timedelta(days=12)
        uses: dict[str, Callable[[], Done | Missing | Refused]] = {
            "decline": lambda: service.decline(id, Reason.TIMING, by=who, lesson="時期を聞く"),
            "greeting": lambda: service.greeting_only(id, by=who),
            "sleep": lambda: service.sleep(id, later, by=who),
            "reopen": lambda: service.reopen(id, by=who),
        }
        self._do(id, uses[ending])

    @precondition(lambda self: self.last is not None)
    @rule()
    def undo(self) -> None:
        before, change = self.last or (None, None)
        if change is None:
            return
        now = self._now(change.encounter_id)
        is_newest = self.life.database.encounters.changes(change.encounter_id)[-1].id == change.id
        is_in_time = self.life.clock.now() - change.at <= timedelta(minutes=10)
        result = self._do(
            change.encounter_id, lambda: self.life.service.undo(change.id, by=self.life.member(change.by_id))
        )
        after = self._now(change.encounter_id)
        is_open_to_it = is_newest and is_in_time and change.kind != ChangeKind.UNDONE
        if not is_open_to_it or now is None or after is None:
            assert isinstance(result, Refused) or (isinstance(result, Done) and result.is_repeat)
        elif before is None or before.state == State.TAKEN_BACK:
            assert (after.state, after.partner) == (State.TAKEN_BACK, "")
        else:
            assert after == replace(before, version=now.version + 1, updated_at=after.updated_at)

    @rule(id=_people, days=st.integers(1, 9))
    def go_on_leave(self, id: str, days: int) -> None:
        self.life.go_on_leave(id, days)

    @rule(hours=st.sampled_from([1, 12, 48, 120]))
    def pass_time(self, hours: int) -> None:
        for told in self.life.pass_time(hours):
            self._look_at(told)

    @rule(id=_ids, by=_people)
    def close_between_planning_and_sending(self, id: str, by: str) -> None:
        for told in self.life.pass_time(48):
            self._look_at(told)
            if {item.subject_id for item in told.bundle.items} == {id}:
                result = self._do(
                    id, lambda: self.life.service.decline(id, Reason.OTHER, by=self._owner(id), lesson="x")
                )
                if isinstance(result, Done):
                    assert not self.life.composed(told.bundle), "told about something closed"
                return

    @invariant()
    def exactly_the_right_nudges_are_to_come(self) -> None:
        if not self.is_started:
            return
        for id in IDS:
            one = self._now(id)
            assert self.life.to_come(id) == (self.life.expected(one) if one else set())

    def _look_at(self, told: Told) -> None:
        """A bundle that was just planned."""
        person, here = told.person, told.at.astimezone(zone_of(told.person.time_zone))
        assert told.bundle.day == here.date()
        assert person.works_from <= here.time() < person.works_until, f"{person.id} at {here}"
        assert self.life.calendars.days_of(person).is_working_day(here.date()), f"{person.id} on {here}"
        assert (person.id, here.date()) not in self.days_told, "more than one a day"
        self.days_told.add((person.id, here.date()))
        for item in told.bundle.items:
            assert (item.nudge_id, item.occurrence) not in self.occurrences, f"{item} twice"
            self.occurrences.add((item.nudge_id, item.occurrence))
            request = self.life.database.encounters.request(item.subject_id)
            about = self._now(request.encounter_id if request else item.subject_id)
            assert about is not None
            assert about.state == _MATTERS.get(item.matter, State.OPEN), f"{item} of {about}"
            assert item.due_on <= here.date()

    def _do(self, id: str, use: Callable[[], Done | Missing | Refused]) -> Done | Missing | Refused:
        """A use case: one version more where something was done, otherwise nothing at all."""
        before = self._now(id)
        result = use()
        after = self._now(id)
        if isinstance(result, Done) and result.change is not None:
            assert after == result.encounter
            assert after.version == (before.version if before else 0) + 1
            self.last = before, result.change
        else:
            assert after == before
        return result

    def _step(self, by: str, due: int | None, time: str) -> StepGiven:
        due_on = None if due is None else self._today(by) + timedelta(days=due)
        return StepGiven(text="見本を送る", due_on=due_on, due_time=time)

    def _owner(self, id: str) -> Member:
        one = self._now(id)
        assert one is not None
        return self.life.member(one.owner_id)

    def _today(self, by: str) -> date:
        return self.life.clock.now().astimezone(zone_of(self.life.member(by).time_zone)).date()

    def _now(self, id: str) -> Encounter | None:
        return self.life.database.encounters.by_id(id)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("life") / "data")


def test_whatever_happens_to_encounters(prepared: Path) -> None:
    EncounterLife.folder = prepared
    budget = settings(
        max_examples=15,
        phases=[Phase.explicit, Phase.generate],
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(EncounterLife, settings=budget)
