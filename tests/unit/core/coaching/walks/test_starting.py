"""How a walk begins, who may begin it, and that it stays on its script."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.coaching.cards.models import SubjectKind
from bot.core.coaching.walks.models import WalkLength, WalkState
from bot.core.coaching.walks.results import Here
from bot.core.people import Member
from tests.unit.core.coaching.walks.room import (
    CHANNEL,
    GUEST,
    ITO,
    KATO,
    MIDORI,
    MORI,
    SATO,
    SCRIPT,
    SUZUKI,
    TANAKA,
    TEN,
    Room,
    act,
    done,
    refused,
)


def test_the_first_question_is_asked_with_an_example_of_the_trade() -> None:
    room = Room()

    begun = done(room.service.start(TEN, act=act()))

    assert begun.asking is not None
    assert begun.asking.question.id == "subject"
    assert begun.asking.example is not None
    assert begun.asking.example.ja == "手を切らない薄板"
    assert (begun.asking.progress.answered, begun.asking.progress.number) == (0, 1)
    assert begun.walk.trade == "metalworking"


def test_a_subject_that_was_named_already_is_not_asked_for_again() -> None:
    room = Room()

    walk = room.started(subject="薄板の縁")

    assert walk.subject == "薄板の縁"
    assert walk.at == "who"
    assert room.service.progress(walk).answered == 1


def test_the_same_request_is_the_same_walk() -> None:
    room = Room()

    first = done(room.service.start(TEN, act=act(request="x")))
    second = done(room.service.start(TEN, act=act(request="x")))

    assert second.is_repeat
    assert second.walk == first.walk
    assert len(room.store.rows) == 1


def test_the_words_of_a_question_fit_the_kind_of_the_subject() -> None:
    room = Room()

    begun = done(room.service.start(replace(TEN, subject_kind=SubjectKind.SERVICE), act=act()))

    assert begun.asking is not None
    assert "ご対応" in begun.asking.text.ja


def test_a_trade_is_asked_for_once() -> None:
    room = Room()

    assert refused(room.service.start(TEN, act=act(MORI))) == "walk-refused-trade"
    walk = room.started(MORI, trade="food")

    assert walk.trade == "food"
    assert room.people.company("midori") == replace(MIDORI, trade="food")
    assert room.started(MORI, trade="plastics").trade == "food"


@pytest.mark.parametrize("by", [GUEST, SATO, KATO], ids=["guest", "coordinator", "admin"])
def test_who_is_no_member_of_a_firm_begins_no_walk_of_their_own(by: Member) -> None:
    assert refused(Room().service.start(TEN, act=act(by))) == "walk-refused-guest"


def test_a_walk_is_held_in_a_channel_of_the_firms_own_people_alone() -> None:
    room = Room()
    with_outsider = replace(CHANNEL, present=(TANAKA, SATO))
    unknown = replace(CHANNEL, present=None)

    assert refused(room.service.start(TEN, act=act(here=with_outsider))) == "walk-refused-outsiders"
    assert refused(room.service.start(TEN, act=act(here=unknown))) == "walk-refused-presence-unknown"
    assert done(room.service.start(TEN, act=act(here=CHANNEL))).walk.conversation == "C-aoi"


def test_somebody_from_outside_who_joins_later_ends_it_there() -> None:
    room = Room()
    walk = done(room.service.start(TEN, act=act(here=CHANNEL))).walk
    joined = Here(conversation="C-aoi", thread="1.1", is_direct=False, present=(TANAKA, ITO, GUEST))

    assert refused(room.service.answer(walk.id, "薄板", act=act(here=joined))) == "walk-refused-outsiders"
    assert room.now(walk).answers == ()


def test_a_coordinator_types_for_somebody_of_a_firm_of_theirs_alone() -> None:
    room = Room()

    walk = room.typed()

    assert (walk.owner_id, walk.typist_id, walk.is_typed) == ("tanaka", "sato", True)
    assert refused(room.service.start(replace(TEN, owner_id="tanaka"), act=act(SUZUKI))) == (
        "walk-refused-not-your-firm"
    )
    assert refused(room.service.start(replace(TEN, owner_id="tanaka"), act=act(ITO))) == "walk-refused-not-your-firm"
    assert refused(room.service.start(replace(TEN, owner_id="kato"), act=act(SATO))) == "walk-refused-not-your-firm"


def test_another_firm_is_told_of_nothing() -> None:
    room = Room()
    walk = room.started()

    assert room.service.walk(walk.id, viewer=MORI) is None
    assert room.service.walks(MORI) == []
    assert refused(room.service.answer(walk.id, "x", act=act(MORI))) == "walk-refused-not-found"
    assert refused(room.service.erase(walk.id, act=act(MORI))) == "walk-refused-not-found"


def test_a_running_walk_stays_on_its_script_whatever_becomes_of_the_file() -> None:
    room = Room()
    walk = room.started()
    changed = SCRIPT.replace("version: 4\n", "version: 5\n", 1).replace("いつもの呼び名で", "ふだんの名前で")
    after = room.with_script(changed)

    old = after.asking(walk)
    new = done(after.start(TEN, act=act())).asking

    assert old is not None
    assert new is not None
    assert "いつもの呼び名で" in old.text.ja
    assert "ふだんの名前で" in new.text.ja
    assert (walk.script_version, after.script_of(walk).version) == (4, 4)
    assert done(after.answer(walk.id, "薄板", act=act())).walk.script == walk.script


def test_starting_again_keeps_the_old_walk_and_can_be_taken_back() -> None:
    room = Room()
    old = room.started()
    room.say(old, "薄板の縁")

    new = done(room.service.start_again(old.id, TEN, act=act(request="again"))).walk
    repeated = done(room.service.start_again(old.id, TEN, act=act(request="again")))

    assert repeated.is_repeat
    assert room.now(old).state == WalkState.DROPPED
    assert room.now(old).answer("subject") is not None
    assert new.follows == old.id
    assert new.answers == ()

    dropped = room.store.changes(old.id)[-1]
    back = done(room.service.undo(dropped.id, act=act())).walk

    assert (back.state, back.at) == (WalkState.OPEN, "who")
    assert room.now(new).state == WalkState.DROPPED


def test_a_length_is_of_how_many_questions_it_says() -> None:
    room = Room()
    totals = [room.service.progress(room.started(length=length)).total for length in WalkLength]

    assert totals == [10, 18, 30]
