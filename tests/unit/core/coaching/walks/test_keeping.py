"""Putting a walk aside and going on, its length, colleagues, the end, deleting, taking back, reminders."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.coaching.walks.models import ChangeKind, WalkLength, WalkState
from bot.core.people import Member
from tests.unit.core.coaching.walks.room import (
    AOKI,
    CHANNEL,
    ITO,
    MORI,
    SATO,
    SUZUKI,
    TANAKA,
    Room,
    act,
    done,
    refused,
)

TODAY = date(2026, 11, 20)


def test_a_walk_put_aside_for_three_weeks_goes_on_where_it_was() -> None:
    room = Room()
    walk = room.started()
    room.say(walk, "薄板")
    room.say(walk, "組み立ての方です。")

    paused = done(room.service.pause(walk.id, act=act(), until=TODAY + timedelta(days=21))).walk
    assert (paused.state, paused.paused_until) == (WalkState.PAUSED, date(2026, 12, 11))
    room.pass_time(days=24)
    resumed = done(room.service.resume(walk.id, act=act()))

    assert (resumed.walk.state, resumed.walk.at, resumed.walk.paused_until) == (WalkState.OPEN, "situation", None)
    assert resumed.walk.answers == paused.answers
    assert resumed.asking is not None


def test_while_it_is_put_aside_nobody_is_reminded_before_the_day() -> None:
    room = Room()
    walk = room.started()
    until = TODAY + timedelta(days=21)

    room.service.pause(walk.id, act=act(), until=until)

    assert [(one.since, one.not_before, one.person_id) for one in room.store.coming()] == [(until, until, "tanaka")]


def test_a_day_that_has_gone_is_no_day_to_wait_for() -> None:
    room = Room()
    assert refused(room.service.pause(room.started().id, act=act(), until=TODAY)) == "walk-refused-day-gone"


def test_an_answer_takes_up_a_walk_that_was_put_aside() -> None:
    room = Room()
    walk = room.started()
    room.service.pause(walk.id, act=act())

    assert room.say(walk, "薄板").walk.state == WalkState.OPEN


def test_it_goes_on_in_the_place_in_which_it_is_resumed() -> None:
    room = Room()
    walk = room.started()

    moved = done(room.service.resume(walk.id, act=act(here=CHANNEL))).walk

    assert (moved.conversation, moved.thread, moved.is_direct) == ("C-aoi", "1.1", False)
    assert room.service.in_place("C-aoi", "1.1", viewer=ITO) == moved
    assert room.service.in_place("C-aoi", "1.1", viewer=MORI) is None


def test_a_shorter_length_keeps_what_was_said_and_asks_less() -> None:
    room = Room()
    walk = room.started(length=WalkLength.WHOLE)
    room.say(walk, "薄板")
    room.say(walk, "班長さん")

    shorter = done(room.service.set_length(walk.id, WalkLength.TEN_MINUTES, act=act())).walk

    assert shorter.answer("listener") is not None
    assert (shorter.at, room.service.progress(shorter).total) == ("who", 10)


def test_a_longer_length_asks_what_is_left_when_the_short_one_is_through() -> None:
    room = Room()
    walk = room.to_the_end(room.started())

    done(room.service.set_length(walk.id, WalkLength.THIRTY_MINUTES, act=act()))

    assert room.now(walk).at == "pays"


def test_a_colleague_is_asked_and_goes_on_with_the_rest() -> None:
    room = Room()
    walk = room.started()
    room.say(walk, "薄板")

    done(room.service.ask_colleague(walk.id, ITO, act=act()))
    assert room.now(walk).owner_id == "tanaka"
    assert done(room.service.ask_colleague(walk.id, ITO, act=act())).is_repeat
    accepted = done(room.service.accept(walk.id, act=act(ITO))).walk

    assert (accepted.owner_id, accepted.conversation, accepted.at) == ("ito", "D-ito", "who")
    assert room.owed() == [("walk_asked", "U-ito"), ("walk_accepted", "U-tanaka")]
    assert [one.person_id for one in room.store.coming()] == ["ito"]
    assert done(room.service.accept(walk.id, act=act(ITO))).is_repeat


def test_a_colleague_who_cannot_leaves_it_where_it_was() -> None:
    room = Room()
    walk = room.started()
    room.service.ask_colleague(walk.id, ITO, act=act())

    declined = done(room.service.decline(walk.id, act=act(ITO))).walk

    assert (declined.owner_id, declined.asked_id) == ("tanaka", "")
    assert room.owed()[-1] == ("walk_declined", "U-tanaka")
    assert refused(room.service.accept(walk.id, act=act(ITO))) == "walk-refused-not-asked"


def test_whoever_was_asked_before_is_told_that_there_is_nothing_to_do() -> None:
    room = Room()
    walk = room.started()
    room.service.ask_colleague(walk.id, ITO, act=act())

    room.service.ask_colleague(walk.id, AOKI, act=act())

    assert room.owed() == [("walk_asked", "U-ito"), ("walk_withdrawn", "U-ito"), ("walk_asked", "U-aoki")]


@pytest.mark.parametrize("to", [MORI, SATO, TANAKA], ids=["another firm", "coordinator", "oneself"])
def test_nobody_else_is_asked(to: Member) -> None:
    room = Room()
    key = refused(room.service.ask_colleague(room.started().id, to, act=act()))
    assert key == "walk-refused-not-colleague"


def test_finishing_early_makes_a_card_with_what_is_known() -> None:
    room = Room()
    walk = room.started()
    room.say(walk, "薄板")
    room.service.ask_colleague(walk.id, ITO, act=act())

    finished = done(room.service.finish(walk.id, act=act()))

    assert (finished.walk.state, finished.walk.confirmed_by) == (WalkState.DONE, "tanaka")
    assert room.cards.made[walk.id][0] == finished.walk
    assert len(room.cards.made[walk.id][1]) == 1
    assert room.store.coming() == []
    assert room.owed()[-1] == ("walk_withdrawn", "U-ito")
    assert done(room.service.finish(walk.id, act=act())).is_repeat


def test_nothing_said_makes_no_card() -> None:
    room = Room()
    walk = room.started()
    room.service.unknown(walk.id, act=act())
    assert refused(room.service.finish(walk.id, act=act())) == "walk-refused-nothing-said"


def test_a_correction_after_the_end_reaches_the_card() -> None:
    room = Room()
    walk = room.to_the_end(room.started())
    room.service.finish(walk.id, act=act())

    done(room.service.correct(walk.id, "today", "何もしていません。", act=act()))

    entries = room.cards.made[walk.id][1]
    assert [one.words for field, one in entries.items() if field == "today"] == ["何もしていません。"]


def test_an_open_question_is_asked_again_when_a_finished_walk_is_resumed() -> None:
    room = Room()
    walk = room.at(room.started(), "today")
    room.service.later(walk.id, act=act())
    walk = room.to_the_end(walk)
    room.service.finish(walk.id, act=act())

    again = done(room.service.resume(walk.id, act=act()))

    assert (again.walk.state, again.walk.at) == (WalkState.OPEN, "today")


def test_a_card_that_a_crash_left_behind_is_made_later() -> None:
    room = Room()
    walk = room.started()
    room.say(walk, "薄板")
    room.cards.is_broken = True
    with pytest.raises(RuntimeError, match="no cards today"):
        room.service.finish(walk.id, act=act())
    assert room.now(walk).state == WalkState.DONE

    room.cards.is_broken = False

    assert (room.service.settle(), room.service.settle()) == (1, 0)
    assert walk.id in room.cards.made


def test_a_card_that_cannot_be_made_keeps_no_other_from_being_made() -> None:
    room = Room()
    walks = [room.started(), room.started(), room.started()]
    room.cards.is_broken = True
    for one in walks:
        room.say(one, "薄板")
        with pytest.raises(RuntimeError):
            room.service.finish(one.id, act=act())

    room.cards.is_broken, room.cards.breaks_for = False, walks[0].id
    with pytest.raises(RuntimeError, match="not this one"):
        room.service.settle()

    assert set(room.cards.made) == {walks[1].id, walks[2].id}


def test_what_a_coordinator_typed_is_nobodys_until_it_is_confirmed() -> None:
    room = Room()
    walk = room.typed()
    room.say(walk, "薄板", SATO)

    waiting = done(room.service.finish(walk.id, act=act(SATO))).walk

    assert (waiting.state, waiting.confirmed_by) == (WalkState.UNCONFIRMED, "")
    assert room.owed() == [("walk_confirm", "U-tanaka")]
    assert [one.person_id for one in room.store.coming()] == ["tanaka"]
    for by in (SATO, ITO):
        assert refused(room.service.confirm(walk.id, act=act(by))) == "walk-refused-not-yours"
        assert refused(room.service.correct(walk.id, "subject", "別の言葉", act=act(by))) == "walk-refused-not-yours"
    assert room.cards.made[walk.id][0].confirmed_by == ""

    confirmed = done(room.service.confirm(walk.id, act=act())).walk

    assert (confirmed.state, confirmed.confirmed_by) == (WalkState.DONE, "tanaka")
    assert room.owed()[-1] == ("walk_confirmed", "U-sato")
    assert not room.service.may_see(SATO, confirmed)
    assert room.cards.made[walk.id][0].confirmed_by == "tanaka"


def test_what_is_not_confirmed_is_erased_and_the_coordinator_is_told() -> None:
    room = Room()
    walk = room.typed()
    room.say(walk, "薄板", SATO)
    room.service.finish(walk.id, act=act(SATO))

    done(room.service.refuse(walk.id, act=act()))

    assert room.now(walk).is_gone
    assert room.now(walk).answers == ()
    assert room.cards.gone == [walk.id]
    # What had not reached Tanaka yet is not told any more.
    assert room.owed() == [("walk_not_kept", "U-sato")]
    assert [(one.action, one.by_id) for one in room.store.audited] == [("refused", "tanaka")]


def test_while_a_coordinator_types_they_are_reminded_and_another_sees_nothing() -> None:
    room = Room()
    walk = room.typed()

    assert [one.person_id for one in room.store.coming()] == ["sato"]
    assert room.service.walks(SATO) == [walk]
    assert room.service.walks(SUZUKI) == []


def test_deleting_leaves_no_word_and_a_line_in_the_audit_log() -> None:
    room = Room()
    walk = room.to_the_end(room.started())
    room.service.finish(walk.id, act=act())

    done(room.service.erase(walk.id, act=act()))

    assert "手を切らない薄板" not in repr(room.store.rows) + repr(room.store.history)
    assert room.cards.gone == [walk.id]
    assert room.store.coming() == []
    assert [(one.action, one.subject_id, one.company_id) for one in room.store.audited] == [("erased", walk.id, "aoi")]
    assert room.service.walks(TANAKA) == []
    assert refused(room.service.erase(walk.id, act=act())) == "walk-refused-not-found"
    assert refused(room.service.resume(walk.id, act=act())) == "walk-refused-not-found"


def test_the_last_answer_can_be_taken_back_for_ten_minutes() -> None:
    room = Room()
    walk = room.started()
    change = room.say(walk, "まちがい").change
    assert change is not None
    assert room.service.can_undo(change, by=TANAKA)
    assert not room.service.can_undo(change, by=ITO)

    back = done(room.service.undo(change.id, act=act())).walk

    assert (back.at, back.answers, back.subject) == ("subject", (), "")
    assert done(room.service.undo(change.id, act=act())).is_repeat


def test_taking_back_ends_with_the_next_change_and_after_ten_minutes() -> None:
    room = Room()
    walk = room.started()
    first = room.say(walk, "薄板").change
    second = room.say(walk, "組み立ての方です。").change
    assert first is not None
    assert second is not None

    assert refused(room.service.undo(first.id, act=act())) == "walk-refused-undo-changed"
    room.pass_time(minutes=11)
    assert refused(room.service.undo(second.id, act=act())) == "walk-refused-undo-late"


def test_a_colleague_who_was_asked_by_mistake_is_told() -> None:
    room = Room()
    walk = room.started()
    change = done(room.service.ask_colleague(walk.id, ITO, act=act())).change
    assert change is not None

    room.service.undo(change.id, act=act())

    assert room.now(walk).asked_id == ""
    assert room.owed()[-1] == ("walk_withdrawn", "U-ito")


def test_a_walk_that_was_dropped_can_be_taken_up_again() -> None:
    room = Room()
    walk = room.started()
    room.say(walk, "薄板")

    dropped = done(room.service.drop(walk.id, act=act()))
    assert dropped.walk.state == WalkState.DROPPED
    assert room.store.coming() == []

    assert done(room.service.resume(walk.id, act=act())).walk.at == "who"
    assert [one.kind for one in room.service.changes(walk)][-2:] == [ChangeKind.DROPPED, ChangeKind.RESUMED]


def test_nobody_is_reminded_who_has_left() -> None:
    room = Room()
    walk = room.started()
    room.people.leave("tanaka", room.clock.now())

    room.say(walk, "薄板", ITO)

    assert room.store.coming() == []


def test_somebody_goes_on_in_the_place_of_an_owner_who_has_left() -> None:
    room = Room()
    walk = room.started()
    room.people.leave("tanaka", room.clock.now())

    resumed = done(room.service.resume(walk.id, act=act(ITO))).walk

    assert resumed.owner_id == "ito"
    assert [one.person_id for one in room.store.coming()] == ["ito"]


def test_when_a_colleague_goes_on_with_what_a_coordinator_typed_they_are_reminded() -> None:
    room = Room()
    walk = room.typed()
    room.service.ask_colleague(walk.id, ITO, act=act(SATO))

    accepted = done(room.service.accept(walk.id, act=act(ITO))).walk
    assert [one.person_id for one in room.store.coming()] == ["ito"]
    room.say(accepted, "薄板", ITO)

    assert done(room.service.finish(walk.id, act=act(ITO))).walk.confirmed_by == "ito"
