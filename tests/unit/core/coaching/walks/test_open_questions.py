"""Open questions gone through one by one after a walk was finished: in order, each once, the card kept up to date."""

from __future__ import annotations

from bot.core.coaching.cards.models import CardField
from bot.core.coaching.walks.anchors import waiting
from bot.core.coaching.walks.models import Walk, WalkState
from tests.unit.core.coaching.walks.room import ITO, TANAKA, Room, act, done, refused

LEFT = (CardField.TODAY, CardField.SITUATION)


def finished(room: Room) -> Walk:
    """A walk that was finished after two answers."""
    walk = room.started()
    room.say(walk, "薄板")
    room.say(walk, "組み立ての方です。指を切る心配が減ります。")
    return done(room.service.finish(walk.id, act=act())).walk


def test_what_was_never_asked_is_known() -> None:
    room = Room()
    walk = finished(room)

    assert [one.id for one in room.service.unasked(walk)][:3] == ["situation", "function", "ladder"]


def test_a_colleague_goes_through_them_in_order_and_the_walk_is_done_again() -> None:
    room = Room()
    walk = finished(room)
    room.pass_time(days=200)

    begun = done(room.service.answer_open(walk.id, fields=LEFT, act=act(ITO)))
    first = room.service.progress(begun.walk)
    second = room.say(walk, "先月、指を切られました。", ITO).walk
    last = room.say(walk, "ヤスリで落としています。", ITO).walk

    assert (begun.walk.at, first.number, first.total) == ("situation", 1, 2)
    assert (second.at, room.service.progress(second).number) == ("today", 2)
    assert (last.at, last.state, last.round) == ("", WalkState.DONE, ())


def test_one_that_is_put_off_is_not_asked_twice_in_a_round() -> None:
    room = Room()
    walk = finished(room)
    done(room.service.answer_open(walk.id, fields=LEFT, act=act()))
    done(room.service.later(walk.id, act=act()))

    after = done(room.service.unknown(walk.id, act=act())).walk

    assert (after.state, after.round) == (WalkState.DONE, ())
    assert [one.id for one in room.service.open_questions(after)] == ["situation", "today"]


def test_pressing_twice_goes_on_and_nothing_open_is_said() -> None:
    room = Room()
    walk = finished(room)
    done(room.service.answer_open(walk.id, fields=LEFT, act=act()))

    again = done(room.service.answer_open(walk.id, fields=LEFT, act=act()))

    assert again.is_repeat
    assert refused(room.service.answer_open(finished(room).id, fields=(), act=act())) == "walk-refused-nothing-open"


def test_nobody_is_reminded_of_a_round() -> None:
    room = Room()
    walk = finished(room)

    begun = done(room.service.answer_open(walk.id, fields=LEFT, act=act())).walk

    assert waiting(begun, TANAKA.id) == ()
