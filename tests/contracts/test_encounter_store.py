"""What every EncounterStore must do: the database, and the fake of the service's tests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.adapters.storage.database import open_database
from bot.core.clock import VirtualClock
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.funding import Programme
from bot.core.meetings.issues import Issue, IssueKind
from bot.core.meetings.models import Change, ChangeKind, Encounter, NextStep, State
from bot.core.meetings.names import same_company_key
from bot.core.meetings.ports import EncounterStore
from bot.core.owed import Owed
from bot.core.scheduled import Scheduled
from tests.databases import DATABASES, MakeAddress
from tests.fakes.deliveries import FakeDeliveries
from tests.fakes.meetings import FakeEncounters

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
OWED = Owed(kind="meeting_confirm", subject_id="e1", occurrence="1", person="U1")
E1 = Encounter(
    id="e1",
    company_id="aoi",
    owner_id="tanaka",
    created_by="tanaka",
    created_at=NOW,
    updated_at=NOW,
    last_contact_on=TODAY,
    partner="株式会社山田製作所",
    contact="山田 太郎",
    event="ものづくりフェア",
    next_step=NextStep(text="サンプルを送る", owner_id="mori", due_on=date(2026, 11, 25), due_time="10:00"),
)


@dataclass
class World:
    store: EncounterStore
    owed: Callable[[], Mapping[str, int]]
    coming: Callable[[str], Sequence[Scheduled]]


@pytest.fixture(params=[*DATABASES, "fake"])
def world(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[World]:
    clock = VirtualClock(NOW)
    if request.param == "fake":
        deliveries = FakeDeliveries()
        fake = FakeEncounters(deliveries, clock)
        yield World(fake, deliveries.counts, fake.coming)
        return
    database = open_database(make_address(request.param), clock=clock)
    later = NOW + timedelta(days=400)
    yield World(database.encounters, database.deliveries.counts, lambda who: database.nudges.coming(who, until=later))
    assert database.check() == []
    database.close()


def nudge(subject_id: str = "e1", *, kind: str = "encounter", matter: str = "next_step", day: int = 25) -> Scheduled:
    due_on = date(2026, 11, day)
    due_at = datetime(2026, 11, day, tzinfo=UTC)
    return Scheduled(
        subject_kind=kind,
        subject_id=subject_id,
        matter=matter,
        person_id="tanaka",
        company_id="aoi",
        cadence="default",
        since=due_on,
        step=0,
        due_on=due_on,
        due_at=due_at,
    )


def change(number: int, before: Encounter | None = None, kind: ChangeKind = ChangeKind.CORRECTED) -> Change:
    id = f"c{number}"
    return Change(id=id, encounter_id="e1", kind=kind, by_id="tanaka", at=NOW, detail={"a": "い"}, before=before)


def add(world: World, encounter: Encounter = E1) -> Encounter:
    captured = replace(change(1, kind=ChangeKind.CAPTURED), id=f"{encounter.id}-1", encounter_id=encounter.id)
    return world.store.add(encounter, change=captured, scheduled=[nudge(encounter.id)])


def test_what_is_added_is_there_with_its_change_its_nudges_and_what_is_owed(world: World) -> None:
    captured = change(1, kind=ChangeKind.CAPTURED)
    assert world.store.add(E1, change=captured, scheduled=[nudge()], owed=[OWED]) is E1
    assert world.store.by_id("e1") == E1
    assert list(world.store.changes("e1")) == [captured]
    assert list(world.coming("tanaka")) == [nudge()]
    assert world.owed()["pending"] == 1


def test_the_same_id_again_changes_nothing(world: World) -> None:
    add(world)
    other = replace(E1, partner="ほかの会社")
    assert world.store.add(other, change=change(2), scheduled=[], owed=[OWED]) == E1
    assert world.store.by_id("e1") == E1
    assert len(world.store.changes("e1")) == 1
    assert len(world.coming("tanaka")) == 1
    assert world.owed().get("pending", 0) == 0


def test_a_change_is_stored_on_the_version_it_was_made_from_only(world: World) -> None:
    add(world)
    after = replace(E1, version=2, topic="検査機")
    assert world.store.change(E1, after, change=change(2, E1), scheduled=[nudge(day=26)], owed=[OWED])
    assert world.store.by_id("e1") == after
    assert world.store.change_by_id("c2") == change(2, E1)
    assert [one.due_on.day for one in world.coming("tanaka")] == [26]
    late = replace(E1, version=2, topic="別のこと")
    assert not world.store.change(E1, late, change=change(3, E1), scheduled=[], owed=[replace(OWED, occurrence="2")])
    assert world.store.by_id("e1") == after
    assert world.store.change_by_id("c3") is None
    assert len(world.coming("tanaka")) == 1
    assert world.owed()["pending"] == 1


def test_of_many_at_the_same_version_one_is_stored(world: World) -> None:
    add(world)
    done: list[int] = []

    def work(number: int) -> None:
        after = replace(E1, version=2, topic=str(number))
        if world.store.change(E1, after, change=change(number, E1), scheduled=[]):
            done.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2, 8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1
    now = world.store.by_id("e1")
    assert now is not None
    assert (now.topic, now.version) == (str(done[0]), 2)


def test_a_change_is_taken_back_once(world: World) -> None:
    add(world)
    second = replace(E1, version=2, topic="検査機")
    world.store.change(E1, second, change=change(2, E1), scheduled=[])
    third = replace(E1, version=3)
    undone = change(3, second, ChangeKind.UNDONE)
    assert world.store.change(second, third, change=undone, scheduled=[nudge()], undoes="c2")
    assert [one.is_undone for one in world.store.changes("e1")] == [False, True, False]
    fourth = replace(third, version=4)
    assert not world.store.change(third, fourth, change=change(4, third), scheduled=[], undoes="c2")
    assert world.store.by_id("e1") == third


def test_issues_and_requests_belong_to_the_change(world: World) -> None:
    add(world)
    issue = Issue(
        id="i1",
        encounter_id="e1",
        kind=IssueKind.LEGAL,
        text="認証",
        owner_id="tanaka",
        due_on=None,
        opened_on=TODAY,
        opened_by="mori",
    )
    asked = ColleagueRequest(
        id="r1",
        encounter_id="e1",
        from_id="tanaka",
        to_id="mori",
        text="お願いします",
        state=RequestState.ASKED,
        asked_at=NOW,
        is_whole=True,
    )
    second = replace(E1, version=2)
    nudges = [nudge("i1", kind="issue", matter="issue"), nudge("r1", kind="request", matter="request")]
    assert world.store.change(E1, second, change=change(2, E1), scheduled=nudges, issues=[issue], requests=[asked])
    assert list(world.store.issues("e1")) == [issue]
    assert list(world.store.requests("e1")) == [asked]
    assert {one.subject_id for one in world.coming("tanaka")} == {"i1", "r1"}
    assert list(world.store.asked_of("mori")) == [asked]
    closed, accepted = replace(issue, closed_on=TODAY), replace(asked, state=RequestState.ACCEPTED, answered_at=NOW)
    third = replace(E1, version=3)
    world.store.change(second, third, change=change(3, second), scheduled=[], issues=[closed], requests=[accepted])
    assert world.store.issue("i1") == closed
    assert world.store.request("r1") == accepted
    assert list(world.coming("tanaka")) == []
    assert list(world.store.asked_of("mori")) == []
    assert world.store.issue("i2") is None
    assert world.store.request("r2") is None


def test_open_issues_come_first(world: World) -> None:
    add(world)
    issues = [
        Issue(
            id=f"i{number}",
            encounter_id="e1",
            kind=IssueKind.COST,
            text="費用",
            owner_id="tanaka",
            due_on=TODAY,
            opened_on=TODAY - timedelta(days=number),
            closed_on=TODAY if number == 3 else None,
        )
        for number in (1, 2, 3)
    ]
    world.store.change(E1, replace(E1, version=2), change=change(2, E1), scheduled=[], issues=issues)
    assert [one.id for one in world.store.issues("e1")] == ["i2", "i1", "i3"]


def test_nudges_are_planned_anew_at_the_same_version_only(world: World) -> None:
    add(world)
    assert world.store.reschedule(E1, [nudge(day=27)])
    assert [one.due_on.day for one in world.coming("tanaka")] == [27]
    assert not world.store.reschedule(replace(E1, version=7), [])
    assert not world.store.reschedule(replace(E1, id="nobody"), [])
    assert len(world.coming("tanaka")) == 1
    assert world.store.by_id("e1") == E1


def test_they_are_found_by_firm_owner_state_and_event(world: World) -> None:
    asleep = replace(
        E1,
        id="e2",
        owner_id="mori",
        next_step=None,
        state=State.SLEEPING,
        last_contact_on=TODAY + timedelta(days=1),
    )
    others = [
        asleep,
        replace(E1, id="e3", state=State.CLOSED, event="", last_contact_on=TODAY - timedelta(days=1)),
        replace(E1, id="e4", state=State.TAKEN_BACK),
        replace(E1, id="e5", company_id=None, owner_id="sato", next_step=None, event=""),
        replace(E1, id="e6", company_id="midori", owner_id="kato", next_step=None),
    ]
    for one in (E1, *others):
        add(world, one)
    store = world.store
    assert [one.id for one in store.of_company("aoi")] == ["e2", "e1", "e3"]
    assert [one.id for one in store.of_company("aoi", offset=1, limit=1)] == ["e1"]
    assert [one.id for one in store.of_company("aoi", states=[State.OPEN, State.CLOSED])] == ["e1", "e3"]
    assert [one.id for one in store.of_company("aoi", owner_id="mori")] == ["e2"]
    assert [one.id for one in store.of_company(None)] == ["e5"]
    assert [one.id for one in store.of_owner("mori")] == ["e2", "e1", "e3"]
    assert [one.id for one in store.of_owner("mori", states=[State.OPEN])] == ["e1"]
    assert [one.id for one in store.of_owner("mori", limit=2)] == ["e2", "e1"]
    assert [one.id for one in store.of_event("aoi", "ものづくりフェア")] == ["e2", "e1"]
    assert [one.id for one in store.looked_after()] == ["e1", "e2", "e5", "e6"]
    assert [one.id for one in store.looked_after(after="e1", limit=2)] == ["e2", "e5"]
    assert store.count_looked_after() == 4


def test_several_are_planned_anew_in_one_piece_but_for_what_changed_meanwhile(world: World) -> None:
    others = [replace(E1, id="e2"), replace(E1, id="e3")]
    for one in (E1, *others):
        add(world, one)
    changed = replace(E1, id="e3", version=7)
    planned = [(one, [nudge(one.id, day=27)]) for one in (E1, others[0], changed, replace(E1, id="nobody"))]
    assert world.store.reschedule_all(planned) == 2
    days = {one.subject_id: one.due_on.day for one in world.coming("tanaka")}
    assert days == {"e1": 27, "e2": 27, "e3": 25}
    # The same once more changes nothing.
    assert world.store.reschedule_all(planned) == 2
    assert {one.subject_id: one.due_on.day for one in world.coming("tanaka")} == days


def test_how_it_was_at_a_version_is_read_from_the_change_that_followed(world: World) -> None:
    add(world)
    second, third = replace(E1, version=2, topic="検査機"), replace(E1, version=3, topic="治具")
    world.store.change(E1, second, change=change(2, E1), scheduled=[nudge()])
    world.store.change(second, third, change=change(3, second), scheduled=[nudge()])
    assert world.store.as_it_was("e1", 1) == E1
    assert world.store.as_it_was("e1", 2) == second
    assert world.store.as_it_was("e1", 3) is None
    assert world.store.as_it_was("e9", 1) is None
    known = world.store.change_by_id("c2")
    assert known is not None
    assert known.before == E1


def test_what_is_taken_back_leaves_no_words(world: World) -> None:
    add(world)
    second = replace(E1, version=2, topic="検査機")
    world.store.change(E1, second, change=change(2, E1), scheduled=[nudge()])
    gone = replace(E1, version=3, state=State.TAKEN_BACK, partner="", contact="", event="", next_step=None)
    assert world.store.change(second, gone, change=change(3, kind=ChangeKind.UNDONE), scheduled=[])
    changes = [world.store.change_by_id(one.id) for one in world.store.changes("e1")]
    assert [one and one.before for one in changes] == [None, None, None]
    assert world.store.as_it_was("e1", 1) is None
    assert list(world.store.parties("aoi", kind="company", key=same_company_key("山田製作所"))) == []
    assert list(world.store.of_company("aoi")) == []
    assert list(world.store.met("aoi", partner="株式会社山田製作所")) == []
    assert list(world.coming("tanaka")) == []


def test_programmes_are_kept_with_their_nudges(world: World) -> None:
    one = Programme(id="p1", name="成長支援", owner_id="tanaka", fiscal_year=2026)
    world.store.put_programme(one, scheduled=[nudge("p1", kind="programme", matter="succession")])
    world.store.put_programme(Programme(id="p2", name="海外展開", owner_id="sato", fiscal_year=2025))
    assert list(world.store.programmes(fiscal_year=2026)) == [one]
    assert world.store.programme("p1") == one
    assert world.store.programme("p3") is None
    assert len(world.coming("tanaka")) == 1
    answered = replace(one, succession="undecided", answered_at=NOW)
    world.store.put_programme(answered)
    assert world.store.programme("p1") == answered
    assert list(world.coming("tanaka")) == []


@pytest.mark.parametrize("kind", DATABASES)
def test_the_time_of_a_step_and_when_it_was_written_down_are_read_of_many(kind: str, make_address: MakeAddress) -> None:
    database = open_database(make_address(kind), clock=VirtualClock(NOW))
    captured = change(1, kind=ChangeKind.CAPTURED)
    database.encounters.add(E1, change=captured, scheduled=[])
    other = replace(E1, id="e2", next_step=None)
    database.encounters.add(other, change=replace(captured, id="c2", encounter_id="e2"), scheduled=[])
    known = {"e1": ("10:00", E1.created_at), "e2": ("", E1.created_at)}
    assert database.encounters.turns({"e1", "e2", "nowhere"}) == known
    assert database.encounters.turns(()) == {}
    database.close()
