"""What every NudgeStore and WishStore must do: the database, and the fakes of the service's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.adapters.storage.database import open_database
from bot.adapters.storage.engine import writing
from bot.adapters.storage.nudges import reschedule
from bot.core.clock import VirtualClock
from bot.core.nudges.models import Bundle, CadenceChoice, Item, Pace, Preference
from bot.core.nudges.ports import NudgeStore, WishStore
from bot.core.owed import Owed
from bot.core.scheduled import Scheduled
from tests.databases import DATABASES, MakeAddress
from tests.fakes.deliveries import FakeDeliveries
from tests.fakes.nudges import FakeNudges, FakeWishes

NOW = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@dataclass
class World:
    store: NudgeStore
    wishes: WishStore
    owed: Callable[[], Mapping[str, int]]
    put: Callable[[str, Sequence[Scheduled]], None]


@pytest.fixture(params=[*DATABASES, "fake"])
def world(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[World]:
    clock = VirtualClock(NOW)
    if request.param == "fake":
        deliveries = FakeDeliveries()
        fake = FakeNudges(deliveries, clock)
        yield World(
            fake, FakeWishes(), deliveries.counts, lambda root, some: fake.reschedule(root_id=root, scheduled=some)
        )
        return
    database = open_database(make_address(request.param), clock=clock)

    def put(root_id: str, scheduled: Sequence[Scheduled]) -> None:
        with writing(database.engine) as connection:
            reschedule(connection, root_id=root_id, scheduled=scheduled, workspace_id=database.workspace_id)

    yield World(database.nudges, database.nudge_wishes, database.deliveries.counts, put)
    assert database.check() == []
    database.close()


def scheduled(subject: str = "e1", person: str = "m1", *, step: int = 0, day: int = 0) -> Scheduled:
    on = TODAY + timedelta(days=day)
    return Scheduled(
        subject_kind="encounter",
        subject_id=subject,
        matter="no_next_step",
        person_id=person,
        company_id="aoi",
        cadence="default",
        since=TODAY,
        step=step,
        due_on=on,
        due_at=NOW + timedelta(days=day),
        partner="山田製作所",
    )


def bundle(world: World, *told: Scheduled, id: str = "b1", slot: str = "09:00") -> Bundle:
    items = tuple(
        Item(
            ordinal=number,
            nudge_id=one.nudge_id(world.store.workspace_id),
            occurrence=one.occurrence,
            subject_kind=one.subject_kind,
            subject_id=one.subject_id,
            matter=one.matter,
            cadence=one.cadence,
            since=one.since,
            step=one.step,
            due_on=one.due_on,
            is_late=number == 1,
        )
        for number, one in enumerate(told, start=1)
    )
    return Bundle(id=id, person_id=told[0].person_id, day=TODAY, slot=slot, created_at=NOW, items=items)


def owed(id: str = "b1") -> Owed:
    return Owed(kind="nudge", subject_id=id, occurrence="09:00", person="U1")


def tell(world: World, one: Scheduled, following: Scheduled | None, id: str = "b1", slot: str = "09:00") -> bool:
    made = bundle(world, one, id=id, slot=slot)
    return world.store.plan([made], advanced=[(one, following)], owed=[owed(id)]) == [made]


def test_what_is_to_come_is_replaced_as_a_whole(world: World) -> None:
    world.put("e1", [scheduled(), replace(scheduled("i1"), subject_kind="issue", matter="issue")])
    world.put("e2", [scheduled("e2")])
    world.put("e1", [scheduled(day=3)])
    coming = world.store.coming("m1", until=NOW + timedelta(days=9))
    assert list(coming) == [scheduled("e2"), scheduled(day=3)]
    world.put("e1", [])
    assert list(world.store.coming("m1", until=NOW + timedelta(days=9))) == [scheduled("e2")]


def test_what_has_gone_on_stays_where_it_is(world: World) -> None:
    world.put("e1", [scheduled(step=2, day=5)])
    world.put("e1", [scheduled(step=0)])
    assert list(world.store.coming("m1", until=NOW + timedelta(days=9))) == [scheduled(step=2, day=5)]


def test_what_is_due_is_not_put_off_by_what_is_written_down_meanwhile(world: World) -> None:
    due, eased = scheduled(day=-1), replace(scheduled(), is_eased=True)
    world.put("e1", [due])
    world.put("e1", [eased])
    assert list(world.store.coming("m1", until=NOW + timedelta(days=9))) == [due]
    # A day off that was added moves it all the same; and nothing comes later than it would.
    world.put("e1", [scheduled(day=1)])
    assert list(world.store.coming("m1", until=NOW + timedelta(days=9))) == [scheduled(day=1)]
    world.put("e1", [eased])
    assert list(world.store.coming("m1", until=NOW + timedelta(days=9))) == [scheduled()]


@pytest.mark.parametrize("change", [{"since": TODAY + timedelta(days=1)}, {"cadence": "slow"}, {"not_before": TODAY}])
def test_another_count_begins_anew(world: World, change: Mapping[str, object]) -> None:
    world.put("e1", [scheduled(step=2, day=5)])
    anew = replace(scheduled(step=0), **change)  # type: ignore[arg-type]
    world.put("e1", [anew])
    assert list(world.store.coming("m1", until=NOW + timedelta(days=9))) == [anew]


def test_what_moves_to_another_encounter_is_there_once(world: World) -> None:
    world.put("e1", [scheduled("i1")])
    world.put("e2", [scheduled("i1", day=1)])
    world.put("e1", [])
    assert list(world.store.coming("m1", until=NOW + timedelta(days=9))) == [scheduled("i1", day=1)]


def test_who_has_something_due(world: World) -> None:
    world.put("e1", [scheduled(), scheduled(person="m2")])
    world.put("e2", [scheduled("e2", "m3", day=1), scheduled("e2", day=-1)])
    assert sorted(world.store.people_due(at=NOW)) == ["m1", "m2"]
    due = world.store.due(["m1", "m3"], at=NOW)
    assert [one.subject_id for one in due["m1"]] == ["e2", "e1"]
    assert not due.get("m3")
    assert not world.store.due([], at=NOW)


def test_a_bundle_is_kept_with_what_follows(world: World) -> None:
    first, second = scheduled(), scheduled("e2")
    world.put("e1", [first])
    world.put("e2", [second])
    made = bundle(world, first, second)
    advanced = [(first, scheduled(step=1, day=1)), (second, None)]
    assert list(world.store.plan([made], advanced=advanced, owed=[owed()])) == [made]
    assert world.store.bundle("b1") == made
    assert list(world.store.bundles_of("m1", TODAY)) == list(world.store.told("encounter", "e2")) == [made]
    assert list(world.store.coming("m1", until=NOW + timedelta(days=9))) == [scheduled(step=1, day=1)]
    assert world.owed() == {"pending": 1}
    assert world.store.slots_told(["m1", "m2"], since=TODAY)["m1"] == {(TODAY, "09:00")}
    assert not world.store.slots_told(["m1"], since=TODAY + timedelta(days=1)).get("m1")


def test_the_same_bundle_again_changes_nothing(world: World) -> None:
    world.put("e1", [scheduled()])
    assert tell(world, scheduled(), scheduled(step=1, day=1))
    world.put("e2", [scheduled("e2")])
    assert not tell(world, scheduled("e2"), None)
    assert list(world.store.coming("m1", until=NOW)) == [scheduled("e2")]
    assert world.owed() == {"pending": 1}


def test_the_same_occurrence_is_told_once(world: World) -> None:
    world.put("e1", [scheduled()])
    assert tell(world, scheduled(), scheduled(step=1, day=1))
    world.put("e1", [])
    world.put("e1", [scheduled()])
    assert not tell(world, scheduled(), scheduled(step=1, day=1), id="b2", slot="13:00")
    assert world.store.bundle("b2") is None
    assert world.owed() == {"pending": 1}


@pytest.mark.parametrize("now", [[], [scheduled(step=1)], [replace(scheduled(), cadence="slow")]])
def test_a_bundle_about_what_has_changed_is_left_out(world: World, now: Sequence[Scheduled]) -> None:
    world.put("e1", now)
    world.put("e2", [scheduled("e2")])
    made = bundle(world, scheduled(), scheduled("e2"))
    advanced = [(scheduled(), None), (scheduled("e2"), None)]
    assert not world.store.plan([made], advanced=advanced, owed=[owed()])
    assert world.store.bundle("b1") is None
    assert len(world.store.coming("m1", until=NOW)) == len(now) + 1
    assert world.owed() == {}


def test_one_bundle_left_out_keeps_no_other_back(world: World) -> None:
    mine, theirs = scheduled(), scheduled(person="m2")
    world.put("e1", [theirs])
    bundles = [bundle(world, mine), bundle(world, theirs, id="b2")]
    kept = world.store.plan(bundles, advanced=[(mine, None), (theirs, None)], owed=[owed(), owed("b2")])
    assert [one.id for one in kept] == ["b2"]
    assert world.owed() == {"pending": 1}


def test_what_is_passed_over_in_silence_goes_on(world: World) -> None:
    world.put("e1", [scheduled()])
    assert not world.store.plan([], advanced=[(scheduled(), scheduled(step=1, day=1))], owed=[])
    assert list(world.store.coming("m1", until=NOW + timedelta(days=9))) == [scheduled(step=1, day=1)]


def test_the_latest_step_told_of_each_count(world: World) -> None:
    world.put("e1", [scheduled()])
    one, two = scheduled(), scheduled(step=3, day=1)
    assert tell(world, one, two)
    assert tell(world, two, scheduled(step=4, day=2), id="b2", slot="13:00")
    id = one.nudge_id(world.store.workspace_id)
    assert world.store.steps_told([id, "other"]) == {(id, one.series): 3}
    put_off = replace(scheduled(), not_before=TODAY)
    assert (id, put_off.series) not in world.store.steps_told([id])


def test_what_was_given_back_is_due_again(world: World) -> None:
    world.put("e1", [scheduled()])
    assert tell(world, scheduled(), scheduled(step=1, day=1))
    made = world.store.bundle("b1")
    assert made
    assert world.store.give_back(made)
    assert list(world.store.coming("m1", until=NOW)) == [scheduled()]
    assert world.store.steps_told([made.items[0].nudge_id]) == {}
    assert not world.store.give_back(made)
    assert (TODAY, "09:00") in world.store.slots_told(["m1"], since=TODAY)["m1"]
    assert not world.store.slots_told(["m1"], since=TODAY, given_back=False).get("m1")
    assert tell(world, scheduled(), scheduled(step=1, day=1), id="b2", slot="13:00")


@pytest.mark.parametrize("now", [[], [replace(scheduled(), since=TODAY + timedelta(days=1), step=1)]])
def test_what_has_changed_since_is_not_given_back(world: World, now: Sequence[Scheduled]) -> None:
    world.put("e1", [scheduled()])
    assert tell(world, scheduled(), scheduled(step=1, day=1))
    world.put("e1", now)
    made = world.store.bundle("b1")
    assert made
    assert world.store.give_back(made)
    assert list(world.store.coming("m1", until=NOW + timedelta(days=9))) == list(now)


def test_what_is_owed_is_owed_once(world: World) -> None:
    world.store.owe([owed(), owed("b2")])
    world.store.owe([owed()])
    assert world.owed() == {"pending": 2}


def test_wishes(world: World) -> None:
    assert world.wishes.preference("m1") == Preference(person_id="m1")
    assert world.wishes.preferences(["m1"]) == {}
    wish = Preference(
        person_id="m1", pace=Pace.FULLER, times=(time(9, 15), time(13)), paused_until=TODAY + timedelta(days=3)
    )
    world.wishes.put_preference(wish, NOW)
    assert world.wishes.preference("m1") == wish
    world.wishes.put_preference(replace(wish, pace=Pace.LIGHTER, paused_until=None), NOW)
    assert world.wishes.preferences(["m1", "m2"]) == {"m1": replace(wish, pace=Pace.LIGHTER, paused_until=None)}


def test_muting(world: World) -> None:
    world.wishes.mute("m1", "encounter", "e1", NOW)
    world.wishes.mute("m1", "encounter", "e2", NOW + timedelta(hours=1))
    world.wishes.mute("m1", "encounter", "e1", NOW + timedelta(hours=2))
    assert list(world.wishes.muted("m1")) == [("encounter", "e2"), ("encounter", "e1")]
    assert world.wishes.mutes(["m1", "m2"]) == {"m1": {("encounter", "e1"), ("encounter", "e2")}}
    world.wishes.unmute("m1", "encounter", "e2")
    world.wishes.unmute("m2", "encounter", "e1")
    assert list(world.wishes.muted("m1")) == [("encounter", "e1")]


def test_cadences_that_were_chosen(world: World) -> None:
    first = CadenceChoice(
        company_id="aoi", scope="stage", name="trial", cadence="trial", chosen_by="sato", chosen_at=NOW
    )
    other = replace(first, company_id="midori", scope="event", name="展示会")
    for one in (first, other, replace(first, cadence="slow")):
        world.wishes.put_choice(one)
    assert list(world.wishes.choices("aoi")) == [replace(first, cadence="slow")]
    assert list(world.wishes.choices()) == [replace(first, cadence="slow"), other]
