"""What every HandOverStore must do: the database, and the fake of the service's tests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.storage.database import open_database
from bot.core.clock import VirtualClock
from bot.core.handovers.models import OPEN_STATES, HandOver, HandOverState, Turn, TurnKind
from bot.core.handovers.ports import HandOverStore
from bot.core.owed import Owed
from tests.databases import DATABASES, MakeAddress
from tests.fakes.deliveries import FakeDeliveries
from tests.fakes.handovers import FakeHandOvers

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
OWED = Owed(kind="handover_notice", subject_id="h1", occurrence="0", person="U1")


@dataclass
class World:
    store: HandOverStore
    owed: Callable[[], Mapping[str, int]]


@pytest.fixture(params=[*DATABASES, "fake"])
def world(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[World]:
    clock = VirtualClock(NOW)
    if request.param == "fake":
        deliveries = FakeDeliveries()
        yield World(FakeHandOvers(deliveries, clock), deliveries.counts)
        return
    database = open_database(make_address(request.param), clock=clock)
    yield World(database.handovers, database.deliveries.counts)
    assert database.check() == []
    database.close()


def handover(id: str = "h1", question_id: str = "q1", minute: int = 0) -> HandOver:
    return HandOver(
        id=id,
        question_id=question_id,
        conversation_id="C1:1.0",
        text="補助金の申請書は誰が書く？",
        locale="ja",
        created_at=NOW + timedelta(minutes=minute),
        state=HandOverState.WAITING,
        asker="U9",
        conversation="C1",
        thread="1.0",
        is_direct=False,
        owner_id="m1",
        reply_by=NOW + timedelta(days=2),
    )


def turn(id: str, kind: TurnKind = TurnKind.ASSIGNED, by: str = "", text: str = "m1") -> Turn:
    return Turn(id=id, handover_id="h1", kind=kind, by_address=by, text=text, happened_at=NOW)


def opened(world: World) -> HandOver:
    return world.store.open(handover(), turns=[turn("t1")], owed=[OWED])


def test_it_is_kept_whole_with_its_turns_and_what_is_owed(world: World) -> None:
    assert opened(world) == handover()
    assert world.store.by_id("h1") == world.store.by_question("q1") == handover()
    assert world.store.turns("h1") == [turn("t1")]
    assert world.owed() == {"pending": 1}
    assert world.store.by_id("h2") is None


def test_the_same_question_is_handed_over_once(world: World) -> None:
    opened(world)
    again = replace(handover("h2"), owner_id="m2")
    other = Owed(kind="handover_notice", subject_id="h2", occurrence="0", person="U2")
    assert world.store.open(again, turns=[turn("t2")], owed=[other]) == handover()
    assert len(world.store.turns("h1")) == 1
    assert world.owed() == {"pending": 1}


CHANGES = {
    "state": {"state": HandOverState.ANSWERED},
    "owner": {"owner_id": "m2"},
    "nobody's": {"owner_id": None},
    "reminded": {"reminded_at": NOW},
    "passed on": {"passed_on": 1},
    "date": {"reply_by": None},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_who_comes_second_changes_nothing(world: World, change: Mapping[str, object]) -> None:
    before = opened(world)
    after = replace(before, **change)  # type: ignore[arg-type]
    assert world.store.change(before, after, turns=[turn("t2")])
    late = Owed(kind="handover_notice", subject_id="h1", occurrence="late", person="U1")
    assert not world.store.change(before, replace(before, owner_id="m7"), turns=[turn("t3")], owed=[late])
    assert world.store.by_id("h1") == after
    assert [one.id for one in world.store.turns("h1")] == ["t1", "t2"]
    assert world.owed() == {"pending": 1}


def test_of_many_who_change_it_at_once_one_does(world: World) -> None:
    before, done = opened(world), list[bool]()

    def change(number: int) -> None:
        after = replace(before, state=HandOverState.ANSWERED)
        answer = turn(f"a{number}", TurnKind.ANSWERED, "U1", f"{number}")
        done.append(world.store.change(before, after, turns=[answer]))

    threads = [threading.Thread(target=change, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(done) == [False] * 7 + [True]
    assert len(world.store.turns("h1")) == 2


def test_lists_are_in_order_and_of_what_they_say(world: World) -> None:
    for number in (2, 1, 3):
        world.store.open(handover(f"h{number}", f"q{number}", number), turns=(), owed=())
    third = world.store.by_id("h3")
    assert third is not None
    world.store.change(third, replace(third, state=HandOverState.WITHDRAWN))
    assert [one.id for one in world.store.in_state(OPEN_STATES)] == ["h1", "h2"]
    assert [one.id for one in world.store.in_state({HandOverState.WITHDRAWN})] == ["h3"]
    assert [one.id for one in world.store.by_asker("U9")] == ["h1", "h2", "h3"]
    assert [one.id for one in world.store.in_place("C1", "1.0")] == ["h2", "h1"]
    assert world.store.in_place("C1", "2.0") == world.store.by_asker("U8") == []


def test_a_draft_becomes_a_turn_once(world: World) -> None:
    before = opened(world)
    draft = turn("d1", TurnKind.DRAFT, "U1", "私が書きます。")
    for _ in range(2):
        world.store.keep_draft(draft)
    assert world.store.turn("d1") == draft
    answered = replace(draft, kind=TurnKind.ANSWERED)
    assert world.store.change(before, before, turns=[answered], draft="d1")
    assert not world.store.change(before, before, turns=[replace(answered, id="x")], draft="d1")
    world.store.keep_draft(draft)
    assert [one.kind for one in world.store.turns("h1")] == [TurnKind.ASSIGNED, TurnKind.ANSWERED]
    assert not world.store.drop_draft("d1")


def test_a_dropped_draft_is_forgotten_and_cannot_be_sent(world: World) -> None:
    before = opened(world)
    world.store.keep_draft(turn("d1", TurnKind.DRAFT, "U1", "やはり送りません。"))
    assert world.store.drop_draft("d1")
    assert not world.store.drop_draft("d1")
    dropped = world.store.turn("d1")
    assert dropped is not None
    assert (dropped.kind, dropped.text) == (TurnKind.DROPPED, "")
    assert not world.store.change(before, replace(before, passed_on=1), draft="d1")
    assert world.store.by_id("h1") == before


def test_the_words_of_somebody_who_leaves_are_erased(world: World) -> None:
    before = opened(world)
    said = [
        turn("a", TurnKind.ASKED_BACK, "U1", "どの補助金ですか。"),
        turn("b", TurnKind.REPLIED, "U9", "ものづくり補助金です。"),
        turn("c", TurnKind.DRAFT, "U9", "それと"),
    ]
    world.store.change(before, before, turns=said)
    world.store.forget("U9")
    kept = world.store.by_id("h1")
    assert kept is not None
    assert kept.text == ""
    assert [one.text for one in world.store.turns("h1")] == ["m1", "どの補助金ですか。", "", ""]


def test_nothing_is_near_where_nothing_was_recorded(world: World) -> None:
    assert list(world.store.nearest("q1")) == []
