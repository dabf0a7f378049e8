"""When nothing has run: who is told, once, and what the page says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.messages import Fact, Message, Said
from bot.core.nudges.silence import SILENCE
from tests.unit.core.nudges.people import KATO, SATO, TANAKA
from tests.unit.core.nudges.town_of_nudges import World

LATER = timedelta(minutes=16)


def ran() -> World:
    """A world in which the tick ran at 10:00 on a Friday, and two admins."""
    world = World(TANAKA, SATO, KATO, replace(KATO, id="ito", address="U-ito", name="伊藤 誠"))
    world.service.tick()
    return world


def said(world: World) -> list[tuple[str, str]]:
    """Who was told what."""
    told = []
    for one in world.reached:
        first = one.reply.parts[0]
        assert isinstance(first, Said)
        told.append((one.person_id, first.message.key))
    return told


def test_the_process_that_comes_up_again_tells_every_admin_from_when_until_when() -> None:
    world = ran()
    world.real.advance(timedelta(hours=2))
    assert world.service.started() == 2
    world.tick()
    assert sorted(said(world)) == [("ito", "nudge-silence-over"), ("kato", "nudge-silence-over")]
    first = world.reached[0].reply.parts[0]
    assert isinstance(first, Said)
    assert first.message.arguments == {"from": "11月20日（金）10:00", "until": "11月20日（金）12:00"}


def test_it_is_told_once_whoever_notices() -> None:
    world = ran()
    world.real.advance(LATER)
    # Whoever calls it calls again at once where there was something to do.
    for told in (2, 0, 0):
        assert world.service.watch() == told
        world.deliver()
    assert sorted(said(world)) == [("ito", "nudge-silence-still"), ("kato", "nudge-silence-still")]
    assert world.service.started() == 2
    world.deliver()
    assert len(world.reached) == 2


def test_another_silence_is_told_again() -> None:
    world = ran()
    for _ in range(2):
        world.real.advance(LATER)
        world.service.watch()
        world.tick()
    assert len(said(world)) == 4


def test_a_short_pause_is_none() -> None:
    world = ran()
    world.real.advance(timedelta(minutes=14))
    assert (world.service.watch(), world.service.started()) == (0, 0)
    assert World().service.started() == World().service.watch() == 0


@pytest.mark.parametrize(
    ("last", "silent_for", "expected"),
    [
        (datetime(2026, 11, 20, 9, 0, tzinfo=UTC), timedelta(hours=10), 0),  # the night
        (datetime(2026, 11, 20, 9, 0, tzinfo=UTC), timedelta(days=3), 0),  # a weekend
        (datetime(2026, 11, 20, 9, 0, tzinfo=UTC), timedelta(days=3, hours=16), 1),
        (datetime(2026, 11, 20, 8, 20, tzinfo=UTC), timedelta(hours=1), 1),
    ],
)
def test_only_what_touched_somebodys_hours_is_told(last: datetime, silent_for: timedelta, expected: int) -> None:
    world = World(TANAKA, KATO, start=last)
    world.service.tick()
    world.real.advance(silent_for)
    assert world.service.started() == expected


def test_whoever_is_no_admin_any_more_is_not_told() -> None:
    world = ran()
    world.real.advance(LATER)
    world.service.watch()
    world.town.put(replace(KATO, roles=SATO.roles))
    world.deliver()
    assert [person for person, _ in said(world)] == ["ito"]
    assert {one.owed.kind for one in world.deliveries.rows.values()} == {SILENCE}


def test_the_page_of_coordinators_and_admins_says_when_it_ran() -> None:
    world = ran()
    for member in (SATO, KATO):
        (fact,) = world.service.heartbeat_parts(member)
        assert isinstance(fact, Fact)
        assert fact.value == Message("nudge-heartbeat", {"when": "11月20日（金）10:00"})
    assert world.service.heartbeat_parts(TANAKA) == ()
    world.real.advance(LATER)
    (fact,) = world.service.heartbeat_parts(KATO)
    assert isinstance(fact, Fact)
    assert isinstance(fact.value, Message)
    assert fact.value.key == "nudge-heartbeat-silent"
    (never,) = World().service.heartbeat_parts(KATO)
    assert isinstance(never, Fact)
    assert never.value == Message("nudge-heartbeat-never")


def test_a_tick_that_fails_is_no_sign_of_life() -> None:
    def fail(_name: str) -> None:
        raise OSError

    world = World(KATO, checkpoint=fail)
    with pytest.raises(OSError):
        world.service.tick()
    assert world.heartbeats.beats == {}
