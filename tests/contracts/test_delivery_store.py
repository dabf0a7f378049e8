"""What every DeliveryStore must do: the database, and the fake of the worker's tests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.storage.database import open_database
from bot.adapters.storage.deliveries import DeliveryRepository, owe
from bot.adapters.storage.engine import writing
from bot.core.deliveries.models import Delivery, DeliveryState
from bot.core.owed import Owed
from tests.databases import DATABASES, MakeAddress
from tests.fakes.deliveries import WORKSPACE, FakeDeliveries

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
LEASE = timedelta(minutes=2)


@dataclass
class World:
    """A store, and the way in which features owe something."""

    store: DeliveryRepository | FakeDeliveries
    owe: Callable[[Owed], None]

    def claimed(self, token: str = "one", now: datetime = NOW) -> Delivery:
        taken = self.store.claim(token=token, now=now, until=now + LEASE)
        assert taken is not None
        return taken

    def state(self, delivery: Delivery) -> DeliveryState:
        kept = self.store.by_id(delivery.id)
        assert kept is not None
        return kept.state


@pytest.fixture(params=[*DATABASES, "fake"])
def world(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[World]:
    if request.param == "fake":
        fake = FakeDeliveries()
        yield World(fake, lambda owed: fake.owe(owed, at=NOW))
        return
    database = open_database(make_address(request.param))

    def owed_in_database(owed: Owed) -> None:
        with writing(database.engine) as connection:
            owe(connection, [owed], workspace_id=WORKSPACE, at=NOW)

    # Time is what these tests say; whose clock counts on PostgreSQL is test_delivery_clock.py's.
    store = DeliveryRepository(database.engine, workspace_id=WORKSPACE, database_clock=False)
    yield World(store, owed_in_database)
    database.close()


def owed(subject: str = "h1", occurrence: str = "0") -> Owed:
    return Owed(kind="notice", subject_id=subject, occurrence=occurrence, person="U1")


def test_the_same_message_is_owed_once(world: World) -> None:
    for _ in range(2):
        world.owe(owed())
    world.owe(owed(occurrence="1"))
    assert world.store.counts() == {"pending": 2}


def test_what_is_owed_to_a_thread_keeps_its_place(world: World) -> None:
    there = Owed(kind="answer", subject_id="h1", occurrence="t", conversation="C1", thread="17.1")
    world.owe(there)
    taken = world.claimed()
    assert (taken.owed, taken.id, taken.created_at) == (there, there.delivery_id(WORKSPACE), NOW)


def test_a_claim_takes_one_and_nobody_else_gets_it(world: World) -> None:
    world.owe(owed())
    taken = world.claimed()
    assert (taken.state, taken.attempts, taken.lease_token) == (DeliveryState.SENDING, 1, "one")
    assert taken.lease_until == NOW + LEASE
    assert world.store.claim(token="two", now=NOW + timedelta(days=1), until=NOW + timedelta(days=2)) is None


def test_the_one_due_longest_is_taken_first_and_a_later_one_is_not_due(world: World) -> None:
    world.owe(owed("h1"))
    first = world.claimed()
    world.store.put_back(first.id, token="one", next_at=NOW + timedelta(minutes=5), trouble="rate_limited")
    world.owe(owed("h2"))
    assert world.claimed("two").owed.subject_id == "h2"
    assert world.store.claim(token="three", now=NOW, until=NOW + LEASE) is None
    again = world.claimed("four", now=NOW + timedelta(minutes=5))
    assert (again.id, again.attempts, again.trouble) == (first.id, 2, "rate_limited")


def test_an_arrived_one_is_found_by_its_message(world: World) -> None:
    world.owe(owed())
    taken = world.claimed()
    assert world.store.mark_sent(taken.id, token="one", conversation="D1", message="5.1", at=NOW)
    found = world.store.by_message("D1", "5.1")
    assert found is not None
    assert (found.id, found.state, found.sent_at, found.lease_token) == (taken.id, DeliveryState.SENT, NOW, None)
    assert world.store.by_message("D2", "5.1") is None


Move = Callable[[World, str, str], bool]
MOVES: dict[str, Move] = {
    "sent": lambda world, id, token: world.store.mark_sent(id, token=token, conversation="D", message="1", at=NOW),
    "pending": lambda world, id, token: world.store.put_back(id, token=token, next_at=NOW, trouble=None),
    "ambiguous": lambda world, id, token: world.store.mark_ambiguous(id, token=token, trouble="x"),
    "dropped": lambda world, id, token: world.store.drop(id, token=token, trouble="x"),
    "dead": lambda world, id, token: world.store.bury(id, token=token, trouble="x"),
    "put off": lambda world, id, token: world.store.put_off(id, token=token, next_at=NOW, trouble="x"),
}


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
def test_only_who_holds_the_lease_changes_anything(world: World, move: Move) -> None:
    world.owe(owed())
    taken = world.claimed()
    assert not move(world, taken.id, "another")
    assert world.state(taken) == DeliveryState.SENDING
    assert move(world, taken.id, "one")


@pytest.mark.parametrize("end", ["sent", "dropped", "dead"])
@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
def test_what_has_ended_stays_ended(world: World, end: str, move: Move) -> None:
    world.owe(owed())
    taken = world.claimed()
    assert MOVES[end](world, taken.id, "one")
    assert not move(world, taken.id, "one")
    assert world.state(taken).value == end
    assert world.store.claim(token="two", now=NOW + timedelta(days=1), until=NOW + timedelta(days=2)) is None


@pytest.mark.parametrize("is_ambiguous", [False, True])
def test_a_doubtful_one_is_seen_after_its_lease_and_what_was_put_off_later(world: World, is_ambiguous: bool) -> None:
    world.owe(owed())
    taken = world.claimed()
    if is_ambiguous:
        world.store.mark_ambiguous(taken.id, token="one", trouble="timed out")
    ended = NOW + LEASE
    assert world.store.doubtful(ended_before=ended, now=ended) == []
    later = ended + timedelta(seconds=1)
    (doubtful,) = world.store.doubtful(ended_before=later, now=later)
    assert (doubtful.id, doubtful.lease_token) == (taken.id, "one")
    assert world.store.put_off(taken.id, token="one", next_at=later + timedelta(minutes=1), trouble="unreadable")
    assert world.store.doubtful(ended_before=later, now=later) == []
    assert len(world.store.doubtful(ended_before=later, now=later + timedelta(minutes=1))) == 1


def test_each_of_many_is_claimed_by_one_of_several_workers(world: World) -> None:
    for number in range(40):
        world.owe(owed(f"h{number}"))
    taken: list[str] = []

    def work(name: str) -> None:
        while one := world.store.claim(token=f"{name}-{len(taken)}", now=NOW, until=NOW + LEASE):
            taken.append(one.id)

    workers = [threading.Thread(target=work, args=(f"worker {number}",)) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=60)
    assert len(taken) == len(set(taken)) == 40


def test_those_to_whoever_rests_are_left_alone(world: World) -> None:
    world.owe(owed("h1"))
    world.owe(Owed(kind="answer", subject_id="h2", occurrence="t", conversation="C1"))
    assert world.store.claim(token="one", now=NOW, until=NOW + LEASE, resting={"U1", "C1"}) is None
    taken = world.store.claim(token="two", now=NOW, until=NOW + LEASE, resting={"U1", "U9"})
    assert taken is not None
    assert taken.owed.conversation == "C1"


def test_a_message_is_owed_to_a_person_or_into_a_conversation() -> None:
    for person, conversation in (("", ""), ("U1", "C1")):
        with pytest.raises(ValueError, match="one of the two"):
            Owed(kind="k", subject_id="s", occurrence="o", person=person, conversation=conversation)
    assert owed().delivery_id("a") != owed().delivery_id("b")
