"""Until both sides wish it, what one of them sees is the same, whatever became of the other one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core import actions
from bot.core.introductions import owing
from bot.core.introductions.models import Answer, Part, State
from bot.core.people import Member
from tests.unit.core.introductions.house import CAN, COORDINATOR, NEEDS, PEOPLE, STRANGER, House

Branch: TypeAlias = Callable[[House], object]


@pytest.fixture
def house(tmp_path: Path, sentences: FluentSentences) -> Iterator[House]:
    made = House(tmp_path, sentences)
    yield made
    made.database.close()


def _unshare(house: House) -> None:
    house.words.offered.clear()
    house.service.tick()


def _refuse(house: House) -> None:
    house.ask(Part.GIVER)
    house.answer(Part.GIVER, Answer.NO)


def _talk(house: House) -> None:
    house.ask(Part.GIVER)
    house.answer(Part.GIVER, Answer.TALK)


def _nothing(_house: House) -> None:
    return None


FIRST: dict[str, Branch] = {
    "the other side is never asked": _nothing,
    "the other side says nothing": lambda house: house.ask(Part.GIVER),
    "the other side refuses": _refuse,
    "the other side wants to talk": _talk,
    "the coordinator withdraws": lambda house: house.withdraw(),
    "the other side takes its card back": _unshare,
    "the other side leaves": lambda house: house.people.put(_left(house)),
}


def _left(house: House) -> Member:
    return replace(PEOPLE[Part.GIVER], left_at=house.clock.now())


def _as_first(house: House, branch: Branch) -> list[object]:
    """Everything the side sees that is asked first: it wishes it, waits, changes its mind and back."""
    house.ask(Part.NEEDER)
    seen: list[object] = [house.answer(Part.NEEDER, Answer.TALK), house.answer(Part.NEEDER, Answer.YES)]
    branch(house)
    house.pass_days(12)
    seen += [house.answer(Part.NEEDER, Answer.YES), house.answer(Part.NEEDER, Answer.NO)]
    house.pass_days(2)
    return [*seen, _without_ids(house, Part.NEEDER)]


def _without_ids(house: House, part: Part) -> str:
    return repr(house.received(part)).replace(house.one.side(part).ask_id, "ask")


@pytest.mark.parametrize("name", FIRST)
def test_the_side_that_is_asked_first_cannot_tell(
    name: str, house: House, tmp_path: Path, sentences: FluentSentences
) -> None:
    (folder := tmp_path / "beside").mkdir()
    plain = House(folder, sentences)
    try:
        expected, ask_id = _as_first(plain, _nothing), plain.one.side(Part.NEEDER).ask_id
        seen = _as_first(house, FIRST[name])
        mine = house.one.side(Part.NEEDER).ask_id
        assert repr(seen).replace(mine, "ask") == repr(expected).replace(ask_id, "ask")
        assert len(house.received(Part.NEEDER)) == 1
    finally:
        plain.database.close()


SECOND: dict[str, Branch] = {
    "the first one refuses after all": lambda house: house.answer(Part.GIVER, Answer.NO),
    "the first one wants to talk after all": lambda house: house.answer(Part.GIVER, Answer.TALK),
    "the coordinator withdraws": lambda house: house.withdraw(),
    "the first one takes its card back": _unshare,
}


def _as_second(house: House, branch: Branch) -> str:
    """The side that is asked after the other one wished it: it is reminded, and wishes it as well."""
    house.ask(Part.GIVER)
    house.answer(Part.GIVER, Answer.YES)
    house.ask(Part.NEEDER)
    first = _without_ids(house, Part.NEEDER)
    branch(house)
    house.pass_days(12)
    later = _without_ids(house, Part.NEEDER)
    pressed = [house.answer(Part.NEEDER, Answer.TALK), house.answer(Part.NEEDER, Answer.NO)]
    return repr([first, later, pressed]).replace(house.one.side(Part.NEEDER).ask_id, "ask")


@pytest.mark.parametrize("name", SECOND)
def test_the_side_that_is_asked_second_cannot_tell(
    name: str, house: House, tmp_path: Path, sentences: FluentSentences
) -> None:
    (folder := tmp_path / "beside").mkdir()
    plain = House(folder, sentences)
    try:
        assert _as_second(house, SECOND[name]) == _as_second(plain, _nothing)
        assert owing.REMINDER in {kind for kind, _ in house.received(Part.NEEDER)}
        # It wishes it: the press shows the same, and nothing of the other side follows.
        mine, theirs = house.answer(Part.NEEDER, Answer.YES), plain.answer(Part.NEEDER, Answer.YES)
        ids = house.one.side(Part.NEEDER).ask_id, plain.one.side(Part.NEEDER).ask_id
        assert repr(mine).replace(ids[0], "ask") == repr(theirs).replace(ids[1], "ask")
        assert house.one.state is not State.MADE
        assert owing.MADE not in {kind for kind, _ in house.received(Part.NEEDER)}
        assert plain.one.state is State.MADE
    finally:
        plain.database.close()


def test_nothing_of_the_other_side_is_in_what_a_side_sees(house: House) -> None:
    seen = _as_second(house, _nothing)
    assert not [word for word in ("山田", "製作所", "yamada", "p1", CAN, NEEDS) if word in seen]


def test_both_hear_of_each_other_once_however_often_it_is_pressed(house: House) -> None:
    house.ask(Part.GIVER)
    house.answer(Part.GIVER, Answer.YES)
    for _ in range(3):
        house.ask(Part.NEEDER)
        house.answer(Part.NEEDER, Answer.YES)
        house.service.tick()
    assert house.one.state is State.DONE
    assert len(house.proposed) == len(set(house.proposed)) == 2
    for part in Part:
        made = [reply for kind, reply in house.received(part) if kind == owing.MADE]
        assert len(made) == 1
        assert PEOPLE[part.other].name in repr(made)
    asked = [one.action for one in house.database.audit.lines(subject_id=house.one.id)]
    expected = ["sounded_out", "answered_yes", "sounded_out", "introduced", "introduced", "proposed", "proposed"]
    assert asked == expected
    # Told already: the answer stays.
    assert house.answer(Part.GIVER, Answer.NO).is_aside
    assert house.one.giver.answer is Answer.YES


def test_the_second_side_is_not_asked_before_the_first_one_wishes_it(house: House) -> None:
    house.ask(Part.GIVER)
    house.ask(Part.NEEDER)
    house.answer(Part.GIVER, Answer.TALK)
    house.ask(Part.NEEDER)
    assert house.one.needer.asked_at is None


def test_who_looks_after_one_firm_alone_or_was_not_asked_does_nothing(house: House) -> None:
    id = house.one.id
    for action in (actions.INTRODUCTION_SHOW, actions.INTRODUCTION_ASK_FORM, actions.INTRODUCTION_WITHDRAW):
        reply = house.press(action, f"{id}:giver", STRANGER)
        assert reply.is_aside
        assert "山田" not in repr(reply)
    house.ask(Part.NEEDER)
    ask_id = house.one.needer.ask_id
    assert house.press(actions.INTRODUCTION_YES, ask_id, PEOPLE[Part.GIVER]).is_aside
    assert house.one.needer.answer is None


def test_put_away_is_not_found_again_and_waits_again_from_its_day(house: House) -> None:
    id = house.one.id
    assert len(house.service.worth_making(COORDINATOR, house.people.companies())) == 1
    house.press(actions.INTRODUCTION_AWAY_SEND, id, COORDINATOR, until="2026-11-18")
    house.service.look()
    assert not house.service.worth_making(COORDINATOR, house.people.companies())
    house.pass_days(2)
    assert len(house.service.worth_making(COORDINATOR, house.people.companies())) == 1
    house.press(actions.INTRODUCTION_AWAY_SEND, id, COORDINATOR)
    house.pass_days(60)
    house.service.look()
    assert not house.service.worth_making(COORDINATOR, house.people.companies())


def test_what_nobody_has_touched_is_forgotten_with_its_words(house: House) -> None:
    id = house.one.id
    _unshare(house)
    house.service.look()
    assert house.database.introductions.by_id(id) is None
