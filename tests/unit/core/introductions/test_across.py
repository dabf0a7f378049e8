"""Firms of two coordinators: each sees their own side, and nothing by which what became of the other one is known."""

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
from bot.core.membership.models import Changes
from bot.core.people import Company, Member, Role, Sharing
from tests.unit.core.introductions.house import CAN, COORDINATOR, GIVER, NEEDER, NEEDS, PEOPLE, STRANGER, House

Branch: TypeAlias = Callable[[House], object]
# Takahashi looks after the firm that needs something, Ito after the one that can do something.
BEGINS, IS_ASKED = COORDINATOR, STRANGER


@pytest.fixture
def across(tmp_path: Path, sentences: FluentSentences) -> Iterator[House]:
    made = _across(tmp_path, sentences)
    yield made
    made.database.close()


def _across(folder: Path, sentences: FluentSentences) -> House:
    made = House(folder, sentences, is_across=True)
    assert made.one.state is State.FOUND
    return made


def _wish(house: House, part: Part) -> None:
    house.ask(part)
    house.answer(part, Answer.YES)


def _page(house: House, who: Member) -> str:
    """All that a coordinator can see of it: page, list, the matter itself, what waits and what was sent to them."""
    id = house.one.id
    seen = [house.service.home_parts(who), house.press(actions.INTRODUCTIONS, "1", who)]
    seen.append(house.press(actions.INTRODUCTION_SHOW, id, who))
    waits = house.service.worth_making(who, house.people.companies())
    messages = [(kind, said.reply if said else None) for kind, said in house.messages(who)]
    ids = {house.one.side(part).ask_id: f"ask-{part}" for part in Part}
    told = repr([seen, [one.introduction.id for one in waits], messages])
    for ask_id, name in ids.items():
        told = told.replace(ask_id, name)
    return told


def test_only_whose_firm_needs_something_knows_of_what_was_found(across: House) -> None:
    seen = _page(across, BEGINS)
    assert NEEDS in seen
    assert "introduction-not-shared" in seen
    assert not [word for word in ("山田", CAN) if word in seen]
    unseen = _page(across, IS_ASKED)
    assert "introduction-not-yours" in unseen
    assert not [word for word in ("佐藤", NEEDS, CAN, "山田") if word in unseen]


def test_the_other_coordinator_is_asked_once_the_first_firm_wishes_it_and_sees_their_own_side(across: House) -> None:
    _wish(across, Part.NEEDER)
    seen = _page(across, IS_ASKED)
    assert CAN in seen
    assert owing.REQUESTED in seen
    assert not [word for word in ("佐藤", NEEDS, "高橋") if word in seen]
    # Whoever begins cannot ask the firm of another one.
    across.press(actions.INTRODUCTION_ASK_SEND, f"{across.one.id}:giver:", BEGINS, person="p1", text="お話だけでも。")
    assert across.one.giver.asked_at is None
    across.ask(Part.GIVER)
    across.answer(Part.GIVER, Answer.YES)
    assert across.one.state is State.MADE
    for who in (BEGINS, IS_ASKED):
        made = _page(across, who)
        assert owing.TOLD in made
        assert all(name in made for name in ("山田", "佐藤"))
    across.service.tick()
    assert len(across.proposed) == 2


def test_what_a_firm_shares_with_the_region_its_other_coordinator_sees(across: House) -> None:
    across.words.shared.add("card")
    assert CAN in _page(across, BEGINS)


def _take_back_card(house: House) -> None:
    house.words.offered.clear()
    house.service.tick()


def _take_back_need(house: House) -> None:
    house.words.needed.clear()
    house.service.tick()


def _lose_person(house: House) -> None:
    house.ask(Part.GIVER)
    house.people.put(replace(PEOPLE[Part.GIVER], left_at=house.clock.now()))


def _lose_coordinator(house: House) -> None:
    house.people.put(replace(IS_ASKED, left_at=house.clock.now()))


def _share_nothing(house: House) -> None:
    firm = house.people.company(GIVER.id)
    assert firm is not None
    closed = replace(firm, sharing=Sharing.NOTHING)
    house.people.change(lambda _now: Changes(companies=(closed,)))
    house.service.tick()


DECLINED: dict[str, Branch] = {
    "the other coordinator does nothing": lambda _house: None,
    "the other coordinator puts it away": lambda house: house.press(
        actions.INTRODUCTION_AWAY_SEND, house.one.id, IS_ASKED
    ),
    "the other coordinator postpones it": lambda house: house.press(
        actions.INTRODUCTION_AWAY_SEND, house.one.id, IS_ASKED, until="2026-11-20"
    ),
    "the other firm is asked and says nothing": lambda house: house.ask(Part.GIVER),
    "the other firm refuses": lambda house: (house.ask(Part.GIVER), house.answer(Part.GIVER, Answer.NO)),
    "the other firm wants to talk": lambda house: (house.ask(Part.GIVER), house.answer(Part.GIVER, Answer.TALK)),
    "the other coordinator asks and withdraws": lambda house: (
        house.ask(Part.GIVER),
        house.press(actions.INTRODUCTION_WITHDRAW, house.one.id, IS_ASKED),
    ),
    "the other firm takes its card back": _take_back_card,
    "the other firm shares nothing any more": _share_nothing,
    "the other firm's person leaves": _lose_person,
    "the other coordinator leaves": _lose_coordinator,
}


def _lived(house: House, branch: Branch, days: int) -> list[str]:
    """What whoever began and their firm see, day by day, and when they press again."""
    _wish(house, Part.NEEDER)
    branch(house)
    seen = []
    for _ in range(days):
        house.pass_days(1)
        seen.append(_page(house, BEGINS))
    seen.append(repr(house.received(Part.NEEDER)))
    seen += [repr(house.answer(Part.NEEDER, answer)) for answer in (Answer.YES, Answer.NO)]
    seen.append(_page(house, BEGINS))
    seen.append(repr(house.press(actions.INTRODUCTION_WITHDRAW, house.one.id, BEGINS)))
    seen.append(_page(house, BEGINS))
    ask_id = house.one.needer.ask_id
    return [one.replace(ask_id, "ask").replace("ask-needer", "ask") for one in seen]


@pytest.mark.parametrize("name", DECLINED)
def test_whatever_becomes_of_the_other_side_the_first_one_sees_the_same(
    name: str, across: House, tmp_path: Path, sentences: FluentSentences
) -> None:
    (folder := tmp_path / "beside").mkdir()
    plain = _across(folder, sentences)
    try:
        expected = _lived(plain, DECLINED["the other coordinator does nothing"], 40)
        assert _lived(across, DECLINED[name], 40) == expected
    finally:
        plain.database.close()


def _asked_second(house: House, branch: Branch) -> list[str]:
    _wish(house, Part.NEEDER)
    house.ask(Part.GIVER)
    branch(house)
    seen = []
    for _ in range(40):
        house.pass_days(1)
        seen.append(_page(house, IS_ASKED))
    return [*seen, repr(house.received(Part.GIVER)).replace(house.one.giver.ask_id, "ask")]


SECOND: dict[str, Branch] = {
    "the first firm changes its mind": lambda house: house.answer(Part.NEEDER, Answer.NO),
    "the first coordinator withdraws": lambda house: house.press(actions.INTRODUCTION_WITHDRAW, house.one.id, BEGINS),
    "the first firm takes its need back": _take_back_need,
}


@pytest.mark.parametrize("name", SECOND)
def test_who_is_asked_second_and_their_coordinator_cannot_tell_either(
    name: str, across: House, tmp_path: Path, sentences: FluentSentences
) -> None:
    (folder := tmp_path / "beside").mkdir()
    plain = _across(folder, sentences)
    try:
        assert _asked_second(across, SECOND[name]) == _asked_second(plain, lambda _house: None)
    finally:
        plain.database.close()


def test_a_name_that_is_guessed_is_refused_alike_whoever_it_is(across: House) -> None:
    third = Company(id="mori", name="株式会社森木工", coordinator_id=IS_ASKED.id)
    person = Member(id="p9", address="U09", name="森 学", company=third, roles=frozenset({Role.MEMBER}))
    across.people.change(lambda _now: Changes(companies=(third,), people=(person,)))
    id = across.one.id

    def said(text: str) -> str:
        reply = across.press(actions.INTRODUCTION_ASK_SEND, f"{id}:needer:", BEGINS, person="p2", text=text)
        return repr(reply)

    right, wrong = said("山田製作所の話です。"), said("森木工の話です。")
    assert right.replace("山田製作所", "X") == wrong.replace("森木工", "X")


def test_it_moves_with_the_firm_when_it_is_handed_over(across: House) -> None:
    _wish(across, Part.NEEDER)
    across.ask(Part.GIVER)
    # Nobody looks after it for a while: it waits, and what both wish is made once somebody does.
    across.people.put(replace(IS_ASKED, left_at=across.clock.now()))
    across.pass_days(1)
    kept = across.answer(Part.GIVER, Answer.YES)
    # Nothing is said in the name of whoever has left.
    assert (IS_ASKED.name not in repr(kept), "'has_name': 0" in repr(kept)) == (True, True)
    assert across.one.state is State.OPEN
    across.hand_over(GIVER, BEGINS)
    across.pass_days(1)
    assert len(across.proposed) == 2
    assert "山田" in _page(across, BEGINS)


def test_what_one_coordinator_began_goes_on_when_one_firm_gets_another(across: House) -> None:
    across.hand_over(GIVER, BEGINS)
    across.press(actions.INTRODUCTION_ASK_SEND, f"{across.one.id}:needer:", BEGINS, person="p2", text="お話だけでも。")
    across.hand_over(NEEDER, IS_ASKED)
    across.pass_days(1)
    assert across.one.state is State.OPEN
    said = across.answer(Part.NEEDER, Answer.YES)
    # The message names the coordinator that the firm has now, and it is theirs that is told.
    assert "伊藤" in repr(said)
    assert owing.REQUESTED in _page(across, BEGINS)


def test_without_an_answer_it_closes_on_the_day_that_was_said(across: House) -> None:
    across.ask(Part.NEEDER)
    across.pass_days(31)
    assert across.one.state is State.EXPIRED
    assert "introduction-told-closed" in _page(across, BEGINS)
    late = across.answer(Part.NEEDER, Answer.YES)
    assert "introduction-closed" in repr(late)
    assert across.one.needer.answer is None


def test_a_wish_can_be_taken_back_after_the_last_day(across: House) -> None:
    _wish(across, Part.NEEDER)
    across.pass_days(40)
    across.answer(Part.NEEDER, Answer.NO)
    assert across.one.needer.answer is Answer.NO


def _question(house: House, part: Part, text: str) -> str:
    ask_id = house.one.side(part).ask_id
    return repr(house.press(actions.INTRODUCTION_QUESTION_SEND, ask_id, PEOPLE[part], text=text))


def test_a_question_goes_to_ones_own_coordinator_alone_and_comes_back_in_words_that_name_nobody(across: House) -> None:
    across.ask(Part.NEEDER)
    before = _page(across, IS_ASKED)
    for _ in range(2):
        assert "introduction-question-kept" in _question(across, Part.NEEDER, "どのくらいの量から頼めますか。")
    assert [kind for kind, _ in across.messages(BEGINS)].count(owing.QUESTION) == 1
    assert "どのくらいの量から" in _page(across, BEGINS)
    assert _page(across, IS_ASKED) == before
    reference = f"{across.one.id}:needer:1"
    # Only who looks after that side replies, and not in words that tell.
    assert across.press(actions.INTRODUCTION_REPLY_SEND, reference, IS_ASKED, text="少しから。").is_aside
    refused = across.press(actions.INTRODUCTION_REPLY_SEND, f"{reference}:", BEGINS, text="従業員12名なので少しから。")
    assert "introduction-telltale-size" in repr(refused)
    assert "introduction-reply" not in repr(across.received(Part.NEEDER))
    for _ in range(2):
        across.press(actions.INTRODUCTION_REPLY_SEND, f"{reference}:", BEGINS, text="少しから相談できるとのことです。")
    replies = [said for kind, said in across.received(Part.NEEDER) if kind == owing.REPLY]
    assert len(replies) == 1
    assert "少しから相談できる" in repr(replies)


def test_a_question_says_the_same_whatever_became_of_the_other_side(
    across: House, tmp_path: Path, sentences: FluentSentences
) -> None:
    (folder := tmp_path / "beside").mkdir()
    plain = _across(folder, sentences)
    try:
        for house in (across, plain):
            _wish(house, Part.NEEDER)
        across.ask(Part.GIVER)
        across.answer(Part.GIVER, Answer.NO)
        _take_back_card(across)
        assert _question(across, Part.NEEDER, "費用は？") == _question(plain, Part.NEEDER, "費用は？")
        assert [kind for kind, _ in across.messages(BEGINS)] == [kind for kind, _ in plain.messages(BEGINS)]
    finally:
        plain.database.close()


def test_who_was_not_asked_and_who_asks_too_often_is_told_so(across: House) -> None:
    across.ask(Part.NEEDER)
    ask_id = across.one.needer.ask_id
    stranger = across.press(actions.INTRODUCTION_QUESTION_SEND, ask_id, PEOPLE[Part.GIVER], text="どなたですか。")
    assert "introduction-not-asked" in repr(stranger)
    for number in range(5):
        _question(across, Part.NEEDER, f"質問{number}")
    assert "introduction-question-many" in _question(across, Part.NEEDER, "もう一つ")
    assert len(across.one.needer.questions) == 5


def test_what_is_shared_no_more_is_never_made_however_late_the_wish_comes(across: House) -> None:
    _wish(across, Part.NEEDER)
    across.ask(Part.GIVER)
    _share_nothing(across)
    across.answer(Part.GIVER, Answer.YES)
    across.pass_days(2)
    assert across.one.state is State.ENDED
    assert not across.proposed
    for part in Part:
        assert owing.MADE not in {kind for kind, _ in across.received(part)}
