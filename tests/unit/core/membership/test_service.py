"""The welcome and the sharing choice: said once, kept, and sayable in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.actions import ASK, SHARE, SHARE_FORM
from bot.core.messages import Field, Message, Offer
from bot.core.people import Role, Sharing
from tests.fakes.membership import AT, FrontDesk, can_be_said, facts, keys


@pytest.fixture
def desk() -> FrontDesk:
    return FrontDesk()


def test_the_welcome_comes_once(desk: FrontDesk, sentences: FluentSentences) -> None:
    stale = desk.member()
    reply, _ = desk.greeted()
    said = keys(reply.parts)
    assert said[:2] == ["welcome-hello", "welcome-added-to"]
    assert said[-1] == "welcome-try"
    assert list(facts(reply).values()) == ["welcome-kept", "welcome-readers", "welcome-leaving"]
    assert [(offer.action, offer.reference) for offer in reply.offers] == [
        (ASK, "展示会で名刺を交換した相手に、次に何をすればよいですか")
    ]
    can_be_said(reply, sentences)
    assert desk.service.greet(stale, locale="ja") == 0, "somebody else was quicker"
    assert desk.service.greet(desk.member(), locale="ja") == 0
    assert desk.member().welcomed_at == AT


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"company": None, "added_by": "", "roles": frozenset({Role.GUEST})}, "welcome-guest"),
        ({"company": None, "added_by": "", "roles": frozenset({Role.ADMIN})}, "welcome-by-settings"),
        ({"company": None, "roles": frozenset({Role.COORDINATOR})}, "welcome-added"),
        ({"added_by": ""}, "welcome-of"),
        ({"added_by": "山田 健一", "name": "山田 健一"}, "welcome-of"),
    ],
)
def test_the_welcome_says_how_somebody_came(desk: FrontDesk, changes: dict[str, object], key: str) -> None:
    desk.people.put(replace(desk.member(), **changes))  # type: ignore[arg-type]  # any field
    assert keys(desk.greeted()[0].parts)[1] == key


def test_the_firm_is_asked_once_and_in_private(desk: FrontDesk, sentences: FluentSentences) -> None:
    welcome, question = desk.greeted()
    assert keys(welcome.parts)[0] == "welcome-hello"
    assert keys(question.parts)[:2] == ["sharing-ask", "sharing-coordinator"]
    assert [offer.reference for offer in question.offers] == ["f1:outline", "f1:words", "f1:nothing"]
    assert [offer.is_main for offer in question.offers] == [True, False, False]
    can_be_said(question, sentences)
    (only,) = desk.greeted("p3")
    assert keys(only.parts)[0] == "welcome-hello", "the next of the same firm is not asked again"


def test_what_is_owed_is_no_longer_said_where_it_is_not_wanted_any_more(desk: FrontDesk) -> None:
    desk.service.greet(desk.member(), locale="ja")
    desk.press(SHARE, "f1:outline")
    welcome, question = desk.people.owed
    assert desk.service.composers[question.kind](question) is None, "the firm has chosen meanwhile"
    desk.service.leave(member=desk.member())
    assert desk.service.composers[welcome.kind](welcome) is None, "the person has left meanwhile"


def test_whoever_we_know_no_language_of_is_greeted_in_that_of_the_platform(desk: FrontDesk) -> None:
    desk.service.greet(desk.member("g1"), locale="en")
    (owed,) = desk.people.owed
    addressed = desk.service.composers[owed.kind](owed)
    assert addressed is not None
    assert addressed.locale == "en"


def test_neither_guests_nor_coordinators_are_asked_what_a_firm_shares(desk: FrontDesk) -> None:
    for id in ("g1", "p2"):
        assert [keys(reply.parts)[0] for reply in desk.greeted(id)] == ["welcome-hello"]


def test_a_choice_is_kept_with_who_made_it_and_when(desk: FrontDesk, sentences: FluentSentences) -> None:
    reply = desk.press(SHARE, "f1:outline")
    assert facts(reply) == {
        "sharing-fact-choice": "sharing-is-outline",
        "sharing-fact-by": "佐藤 一郎",
        "sharing-fact-on": "2026-11-20",
    }
    assert [(offer.action, offer.reference) for offer in reply.offers] == [(SHARE_FORM, "f1")]
    can_be_said(reply, sentences)
    desk.clock.advance(timedelta(days=3))
    assert desk.press(SHARE, "f1:outline", "p3") == reply, "the same again is the choice of who made it first"
    changed = desk.press(SHARE, "f1", "p3", values={"sharing": "nothing"})
    assert facts(changed)["sharing-fact-by"] == "田中 恵"
    assert [(one.sharing, one.chosen_by) for one in desk.people.sharing_choices("f1")] == [
        (Sharing.OUTLINE, "p1"),
        (Sharing.NOTHING, "p3"),
    ]


@pytest.mark.parametrize("reference", ["f1:everything", "f1:undecided", "f1", "f2:words", "", ":"])
def test_what_is_no_choice_changes_nothing(desk: FrontDesk, reference: str) -> None:
    assert keys(desk.press(SHARE, reference).parts) == ["sharing-not-yours"]
    assert desk.people.sharing_choices("f1") == []


@pytest.mark.parametrize("id", ["p2", "g1"])
def test_nobody_else_chooses_for_a_firm(desk: FrontDesk, id: str, sentences: FluentSentences) -> None:
    for action, reference in ((SHARE, "f1:words"), (SHARE_FORM, "f1")):
        reply = desk.press(action, reference, id)
        assert keys(reply.parts) == ["sharing-not-yours"]
        can_be_said(reply, sentences)
    assert desk.people.sharing_choices("f1") == []


def test_somebody_who_left_the_firm_no_longer_chooses(desk: FrontDesk) -> None:
    desk.service.leave(member=desk.member())
    assert keys(desk.press(SHARE, "f1:words").parts) == ["sharing-not-yours"]


def test_the_form_shows_what_counts_now(desk: FrontDesk, sentences: FluentSentences) -> None:
    def initial() -> str:
        form = desk.press(SHARE_FORM, "f1")
        can_be_said(form, sentences)
        assert form.submit == Offer(SHARE, "f1", Message("sharing-submit"))
        (field,) = [part for part in form.parts if isinstance(part, Field)]
        assert [choice.value for choice in field.choices] == ["outline", "words", "nothing"]
        return field.initial

    assert initial() == "outline", "what is offered first"
    desk.press(SHARE, "f1:words")
    assert initial() == "words"
