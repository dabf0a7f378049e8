"""The evening of a fair: twenty cards, one press each, and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core import actions
from bot.core.meetings.catching.models import CardState
from bot.core.meetings.models import Ending, State
from bot.core.messages import PAGE, Asked, Message, Offer, Pressed, Reply, Said
from tests.unit.core.meetings.catching.hall import (
    PASTED,
    Hall,
    channel,
    direct,
    facts,
    keys,
    labels,
    offer,
    offers_of,
)
from tests.unit.core.meetings.office import ITO, MORI, TANAKA

ALL = [CardState.WAITING] * 20


@pytest.fixture
def hall(sentences: FluentSentences) -> Hall:
    return Hall(sentences)


def states(hall: Hall) -> list[CardState]:
    return [card.state for card in hall.the_list().cards]


def test_pasted_lines_become_one_list(hall: Hall) -> None:
    reply = hall.typed(PASTED)
    assert facts(reply) == {
        "event": "展示会",
        "met-on": "11月20日（金）",
        "step-for-all": Message(
            "catch-step-for-all", {"step": "お礼と次の一歩のご相談", "day": "11月24日（火）", "time": "10:00"}
        ),
    }
    assert keys(reply)[:2] == ["catch-list-head", "catch-list-kept-until"]
    assert labels(reply).count("catch-offer-keep") == 8
    assert (len(hall.the_list().cards), hall.the_list().by_id) == (20, "tanaka")
    assert hall.records() == []


def test_the_same_paste_twice_is_one_list(hall: Hall) -> None:
    assert hall.typed(PASTED) == hall.typed(PASTED)
    assert len(hall.lists.rows) == 1


def test_twenty_presses_are_enough(hall: Hall) -> None:
    reply, presses = hall.typed(PASTED), 0
    while any(label == "catch-offer-keep" for label in labels(reply)):
        presses += 1
        which = ["catch-offer-keep", "catch-offer-greeting", "catch-offer-later"][presses % 3]
        number = next(hall.the_list().waiting()).number
        reply = hall.press(offer(reply, which, number))
    assert presses == 20
    assert keys(reply)[0] == "catch-list-finished"
    assert len(hall.records()) == 13
    assert {one.ending for one in hall.records() if one.state == State.CLOSED} == {Ending.GREETING}


def test_kept_with_the_step_for_all(hall: Hall) -> None:
    reply = hall.press(offer(hall.typed(PASTED), "catch-offer-keep", 1))
    (kept,) = hall.records()
    assert (kept.partner, kept.contact, kept.event, kept.met_on) == (
        "山田製作所",
        "佐々木",
        "展示会",
        date(2026, 11, 20),
    )
    assert kept.next_step is not None
    step = kept.next_step
    assert (step.text, step.due_on, step.due_time) == ("お礼と次の一歩のご相談", date(2026, 11, 24), "10:00")
    assert "catch-card-kept" in keys(reply)
    assert offer(reply, "catch-offer-undo", 1).action == actions.CARDS_UNDO


@pytest.mark.parametrize("label", ["catch-offer-keep", "catch-offer-greeting", "catch-offer-later"])
def test_a_second_press_changes_nothing(hall: Hall, label: str) -> None:
    first = hall.typed(PASTED)
    once = hall.press(offer(first, label, 1))
    kept, standing = hall.records(), hall.the_list()
    assert hall.press(offer(first, label, 1)) == once
    assert (hall.records(), hall.the_list()) == (kept, standing)


def test_another_button_after_the_first_changes_nothing(hall: Hall) -> None:
    first = hall.typed(PASTED)
    hall.press(offer(first, "catch-offer-keep", 1))
    hall.press(offer(first, "catch-offer-greeting", 1))
    hall.press(offer(first, "catch-offer-later", 1))
    (kept,) = hall.records()
    assert kept.state == State.OPEN
    assert states(hall)[0] == CardState.KEPT


def test_two_buttons_of_one_message_at_the_same_moment(hall: Hall) -> None:
    """The second was drawn before the first was pressed."""
    first = hall.typed(PASTED)
    hall.press(offer(first, "catch-offer-keep", 1))
    hall.press(offer(first, "catch-offer-greeting", 2))
    assert states(hall)[:3] == [CardState.KEPT, CardState.GREETED, CardState.WAITING]


@pytest.mark.parametrize("label", ["catch-offer-keep", "catch-offer-greeting", "catch-offer-later"])
def test_taken_back_exactly_and_kept_again(hall: Hall, label: str) -> None:
    first = hall.typed(PASTED)
    pressed = hall.press(offer(first, label, 1))
    back = hall.press(offer(pressed, "catch-offer-undo", 1))
    assert states(hall) == ALL
    assert [one.state for one in hall.records()] == ([State.TAKEN_BACK] if label != "catch-offer-later" else [])
    hall.press(offer(back, "catch-offer-keep", 1))
    assert [one.state for one in hall.records()] == [State.OPEN]
    assert states(hall)[0] == CardState.KEPT


def test_after_ten_minutes_it_is_too_late_and_said_kindly(hall: Hall) -> None:
    pressed = hall.press(offer(hall.typed(PASTED), "catch-offer-keep", 1))
    hall.pass_time(minutes=11)
    late = hall.press(offer(pressed, "catch-offer-undo", 1))
    assert keys(late) == ["catch-undo-late"]
    assert late.behind is not None
    assert "catch-offer-undo" not in labels(late.behind)
    assert states(hall)[0] == CardState.KEPT


def test_the_step_for_all_is_changed_once(hall: Hall) -> None:
    form = hall.press(offer(hall.typed(PASTED), "catch-offer-about"))
    sent = hall.send(form, event="ものづくりフェア", step="資料を送る", day="2026-11-26", time="15:00")
    assert keys(sent) == ["catch-about-done"]
    assert sent.behind is not None
    hall.press(offer(sent.behind, "catch-offer-keep", 2))
    (kept,) = hall.records()
    assert kept.next_step is not None
    assert (kept.next_step.text, kept.next_step.due_on) == ("資料を送る", date(2026, 11, 26))


@pytest.mark.parametrize(
    ("changed", "why"),
    [({"met_on": "2026-12-01"}, "meeting-refused-day-to-come"), ({"day": "2026-11-01"}, "meeting-refused-day-gone")],
)
def test_what_cannot_be_for_all_is_said(hall: Hall, changed: dict[str, str], why: str) -> None:
    form = hall.press(offer(hall.typed(PASTED), "catch-offer-about"))
    assert keys(hall.send(form, **changed))[0] == why


def test_a_day_that_has_passed_meanwhile_becomes_the_next_one(hall: Hall) -> None:
    first = hall.typed(PASTED)
    hall.pass_time(days=10)
    hall.press(offer(first, "catch-offer-keep", 1))
    (kept,) = hall.records()
    assert kept.next_step is not None
    assert kept.next_step.due_on == date(2026, 12, 1)


def test_all_others_are_greeted_and_taken_back(hall: Hall) -> None:
    first = hall.typed(PASTED)
    reply = hall.press(offer(first, "catch-offer-keep", 1))
    rest = offer(reply, "catch-offer-rest")
    assert rest.confirm == Message("catch-rest-confirm", {"count": 19})
    done = hall.press(rest, id="rest")
    assert hall.press(rest, id="rest") == done
    assert states(hall) == [CardState.KEPT] + [CardState.GREETED] * 19
    back = next(one for one in offers_of(done) if one.action == actions.CARDS_REST_UNDO)
    hall.press(back)
    hall.press(back)
    assert states(hall) == [CardState.KEPT, *ALL[1:]]
    assert [one.state for one in hall.records()].count(State.TAKEN_BACK) == 19


def test_a_list_is_its_owners_alone(hall: Hall) -> None:
    first = hall.typed(PASTED)
    keep = offer(first, "catch-offer-keep", 1)
    assert keys(hall.press(keep, ITO)) == ["catch-not-yours"]
    assert keys(hall.press(keep, place=channel(TANAKA, ITO))) == ["catch-in-private"]
    assert hall.records() == []
    pasted = hall.type(PASTED, place=channel(TANAKA, MORI), id="a9")
    assert pasted is not None
    assert pasted.is_aside
    assert len(hall.lists.rows) == 1


def test_the_page_names_a_list_that_is_not_done(hall: Hall) -> None:
    assert hall.catching.home_parts(TANAKA) == ()
    hall.typed(PASTED)
    parts = hall.catching.home_parts(TANAKA)
    reply = Reply(parts=parts)
    assert keys(reply) == ["catch-home", "catch-home-list"]
    assert hall.catching.home_parts(ITO) == ()
    page = Pressed(
        id="x",
        address=TANAKA.address,
        place=replace(direct(TANAKA), conversation=""),
        action=actions.CARDS_OPEN,
        reference=hall.the_list().id,
    )
    assert "catch-list-head" in keys(hall.catching.handlers[actions.CARDS_OPEN](page, TANAKA))


def test_lists_are_forgotten(hall: Hall) -> None:
    first = hall.typed(PASTED)
    assert hall.catching.forget_old() == 0
    hall.clock.advance(timedelta(days=30, seconds=1))
    assert hall.catching.forget_old() == 1
    assert keys(hall.press(offer(first, "catch-offer-keep", 1))) == ["catch-list-gone"]


def test_a_list_is_deleted_and_what_was_kept_stays(hall: Hall) -> None:
    reply = hall.press(offer(hall.typed(PASTED), "catch-offer-keep", 1))
    assert keys(hall.press(offer(reply, "catch-offer-forget"))) == ["catch-list-forgotten"]
    assert len(hall.records()) == 1
    hall.typed(PASTED, id="a2")
    hall.catching.forget(TANAKA.id)
    assert hall.lists.rows == {}


@pytest.mark.parametrize("reference", ["", "x", "x:1", ":", "x:99", "x:later"])
def test_a_reference_of_nothing_is_said_to_be_gone(hall: Hall, reference: str) -> None:
    for action in (one for one in hall.catching.handlers if one.startswith("cards_")):
        assert keys(hall.press(Offer(action, reference))) == ["catch-list-gone"]


def test_a_card_that_is_not_on_the_list(hall: Hall) -> None:
    hall.typed(PASTED)
    assert keys(hall.press(Offer(actions.CARDS_KEEP, f"{hall.the_list().id}:99"))) == ["catch-list-gone"]


def test_nothing_of_a_paste_is_a_question(hall: Hall) -> None:
    asked = Asked(id="a1", address=TANAKA.address, place=direct(TANAKA), text=PASTED)
    assert hall.catching.maybe(asked, TANAKA) is None


def test_of_many_lists_the_page_says_how_many_more_there_are(hall: Hall) -> None:
    for number in range(PAGE + 2):
        hall.typed(PASTED, id=f"list{number}")
    page = Reply(parts=hall.catching.home_parts(TANAKA))
    assert keys(page).count("catch-home-list") == PAGE
    assert Said(Message("catch-home-more", {"count": 2})) in page.parts
