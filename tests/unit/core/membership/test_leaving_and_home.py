"""Leaving, coming back, and the page of a person."""

from __future__ import annotations

import pytest

from bot.adapters.sentences import FluentSentences
from bot.bootstrap import load_starters
from bot.core.actions import ASK, LEAVE, REJOIN, SHARE
from bot.core.clock import VirtualClock
from bot.core.membership.models import Erased
from bot.core.membership.service import MembershipService
from bot.core.messages import Item, Message, Reply, Said
from bot.core.people import Member
from tests.fakes.membership import AT, SATO, FrontDesk, can_be_said, facts, keys
from tests.fakes.people import FakePeople


@pytest.fixture
def desk() -> FrontDesk:
    return FrontDesk()


def test_leaving_withdraws_and_erases_and_says_how_much(desk: FrontDesk, sentences: FluentSentences) -> None:
    desk.people.questions["U0SATO"], desk.people.ratings["U0SATO"] = 3, 2
    before = desk.member()
    reply = desk.press(LEAVE, "p1")
    assert isinstance(reply.parts[0], Said)
    assert reply.parts[0].message == Message("leave-done", {"questions": 3, "ratings": 2})
    assert desk.withdrawn == [before]
    assert desk.member().left_at == AT
    can_be_said(reply, sentences)
    again = desk.press(LEAVE, "p1")
    assert keys(again.parts) == ["leave-has-left"]
    assert desk.withdrawn == [before], "nothing is withdrawn twice"
    assert again == desk.service.has_left(desk.member())


def test_nothing_is_erased_where_withdrawing_failed() -> None:
    def fail(member: Member) -> None:
        raise RuntimeError("no")

    people = FakePeople(SATO)
    service = MembershipService(people=people, clock=VirtualClock(AT), starters=load_starters(), on_leaving=fail)
    with pytest.raises(RuntimeError):
        service.leave(member=SATO)
    assert people.people() == [SATO]


def test_a_withdrawal_is_for_oneself_whatever_the_button_says(desk: FrontDesk) -> None:
    desk.press(LEAVE, "p3")
    assert (desk.member("p1").has_left, desk.member("p3").has_left) == (True, False)


def test_coming_back(desk: FrontDesk, sentences: FluentSentences) -> None:
    assert desk.service.leave(member=desk.member()) == Erased()
    assert desk.greeted() == []
    reply = desk.press(REJOIN, "")
    assert keys(reply.parts) == ["leave-rejoined"]
    can_be_said(reply, sentences)
    assert not desk.member().has_left
    assert desk.press(REJOIN, "") == reply


@pytest.mark.parametrize("id", ["p1", "p2", "g1"])
def test_the_page_says_what_can_be_done_and_how_to_begin(desk: FrontDesk, id: str, sentences: FluentSentences) -> None:
    member = desk.member(id)
    parts = tuple(desk.service.home_parts(member))
    can_be_said(Reply(parts=parts), sentences)
    said = keys(parts)
    assert ("home-can-answer" in said) is (id == "p2")
    assert ("home-company" in said) is (id == "p1")
    assert ("home-is-guest" in said) is (id == "g1")
    asks = [offer.reference for part in parts if isinstance(part, Item) for offer in part.offers if offer.action == ASK]
    assert asks == list(desk.service.starters(member))
    assert len(asks) == 3
    assert all(any(letter > "\u3000" for letter in one) for one in asks) is (id != "g1"), "in the person's language"
    (leave,) = [offer for part in parts if isinstance(part, Item) for offer in part.offers if offer.action == LEAVE]
    assert leave.confirm is not None


def test_the_page_shows_what_the_firm_shares(desk: FrontDesk) -> None:
    assert facts(Reply(parts=tuple(desk.service.home_parts(desk.member())))) == {
        "sharing-fact-choice": "sharing-is-undecided"
    }
    desk.press(SHARE, "f1:words", "p3")
    assert facts(Reply(parts=tuple(desk.service.home_parts(desk.member())))) == {
        "sharing-fact-choice": "sharing-is-words",
        "sharing-fact-by": "田中 恵",
        "sharing-fact-on": "2026-11-20",
    }


def test_the_page_of_who_left_has_the_way_back_and_nothing_else(desk: FrontDesk, sentences: FluentSentences) -> None:
    desk.service.leave(member=desk.member())
    (item,) = desk.service.home_parts(desk.member())
    assert isinstance(item, Item)
    assert [offer.action for offer in item.offers] == [REJOIN]
    can_be_said(Reply(parts=(item,)), sentences)
