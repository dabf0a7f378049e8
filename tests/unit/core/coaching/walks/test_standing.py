"""What a reminder of a walk says: to whoever goes on with it, nothing once it is closed, and no word to others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core import actions
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.standing import WalkStandings
from bot.core.messages import Message, Said
from bot.core.people import Member
from bot.core.scheduled import Standing
from tests.unit.core.coaching.walks.room import ITO, MORI, SATO, TANAKA, Room, act


def told(room: Room, walk: Walk, reader: Member = TANAKA, *, ago: int = 0) -> Standing | None:
    """What is said of a walk to a reader of a message that was made `ago` minutes ago."""
    since = room.clock.now() - timedelta(minutes=ago)
    return WalkStandings(room.service).standing(walk.id, "walk", 0, reader, since)


def test_it_names_the_subject_and_how_far_it_is_and_asks_one_thing() -> None:
    room = Room()
    walk = room.say(room.started(), "薄板の縁").walk

    standing = told(room, walk)

    assert standing is not None
    assert standing.title == Message("walk-nudge-title", {"subject": "薄板の縁"})
    assert [one.action for one in standing.offers] == [
        actions.WALK_RESUME,
        actions.WALK_PAUSE_FORM,
        actions.WALK_SHOW,
    ]
    assert standing.waiting is not None


@pytest.mark.parametrize("reader", [ITO, SATO, MORI], ids=["colleague", "coordinator", "another firm"])
def test_nobody_else_is_told(reader: Member) -> None:
    room = Room()
    assert told(room, room.started(), reader) is None


def test_while_a_coordinator_types_they_are_told_and_then_whose_words_they_are() -> None:
    room = Room()
    walk = room.typed()
    room.say(walk, "薄板", SATO)
    assert told(room, walk, SATO) is not None
    assert told(room, walk, TANAKA) is None

    room.service.finish(walk.id, act=act(SATO))

    standing = told(room, walk, TANAKA)
    assert standing is not None
    assert standing.offers[0].action == actions.WALK_CONFIRM
    assert told(room, walk, SATO) is None


def test_when_all_has_been_asked_it_offers_to_finish() -> None:
    room = Room()
    walk = room.to_the_end(room.started())
    standing = told(room, walk)
    assert standing is not None
    assert standing.ask is not None
    assert standing.ask.key == "walk-nudge-finish"


@pytest.mark.parametrize(
    ("use", "key"),
    [
        ("pause", "walk-nudge-done-paused"),
        ("finish", "walk-nudge-done-finished"),
        ("unknown", "walk-nudge-done-going"),
    ],
)
def test_what_the_reader_has_done_since_is_told_in_its_place(use: str, key: str) -> None:
    room = Room()
    walk = room.say(room.started(), "薄板").walk
    room.pass_time(minutes=10)
    getattr(room.service, use)(walk.id, act=act())

    standing = told(room, walk, ago=5)

    assert standing is not None
    assert [one.message.key for one in standing.done if isinstance(one, Said)] == [key]
    assert standing.offers == ()


def test_of_a_closed_walk_nothing_is_said() -> None:
    room = Room()
    dropped, erased = room.started(), room.started()
    room.service.drop(dropped.id, act=act())
    room.service.erase(erased.id, act=act())

    assert told(room, dropped) is None
    assert told(room, erased) is None
