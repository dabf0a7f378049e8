"""Putting off several at once: looked at first, what was looked at and nothing else, taken back within ten minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core import actions
from bot.core.cockpit.put_off import BACK_WITHIN, MOST
from bot.core.messages import Item, Message, Reply, Said
from bot.core.people import Sharing
from tests.unit.core.cockpit.house import NOW, SATO, House, case, firm, need

DAY = date(2026, 11, 30)


def a_house() -> House:
    return House(
        (firm("a"), firm("b"), firm("closed", Sharing.NOTHING)),
        [
            case("1", "a", wall="wall_1"),
            case("2", "a", wall="wall_1"),
            case("3", "b", wall="wall_2"),
            case("4", "closed", wall="wall_1"),
            case("5", "b"),
        ],
        [need("a", 1, DAY), need("b", 2, DAY)],
    )


def said(reply: Reply) -> list[str]:
    return [one.message.key for one in reply.parts if isinstance(one, Said)]


def preview(house: House, day: str = DAY.isoformat()) -> Reply:
    return house.press(actions.COCKPIT_PUT_OFF_SHOW, "-", until=day)


def done(house: House) -> Reply:
    return house.press(actions.COCKPIT_PUT_OFF, preview(house).offers[0].reference)


def test_it_is_looked_at_first_with_counts_and_names() -> None:
    house = a_house()
    reply = preview(house)
    first = reply.parts[0]
    assert isinstance(first, Said)
    assert (first.message.arguments["count"], first.message.arguments["firms"]) == (3, 2)
    assert [(one.title, one.details) for one in reply.parts if isinstance(one, Item)] == [
        ("株式会社a", (Message("cockpit-matters", {"count": 2}),)),
        ("株式会社b", (Message("cockpit-matters", {"count": 1}),)),
    ]
    assert (house.put_off_ids, house.audited) == ([], [])


def test_what_the_list_is_narrowed_down_to_is_put_off_and_nothing_else() -> None:
    house = a_house()
    house.press(actions.COCKPIT_SIFT_SEND, wall="wall_1")
    assert said(done(house)) == ["cockpit-put-off-done"]
    assert (house.put_off_ids, house.put_off_until) == (["1", "2"], DAY)
    assert [(one.action, one.by_id, one.company_id) for one in house.audited] == [("put_off", "takahashi", "a")]


def test_something_else_than_was_looked_at_is_shown_again() -> None:
    house = a_house()
    seen = preview(house).offers[0].reference
    house.cases_known.append(case("6", "b", wall="wall_1"))
    assert said(house.press(actions.COCKPIT_PUT_OFF, seen))[0] == "cockpit-put-off-changed"
    assert house.put_off_ids == []


def test_it_is_taken_back_within_ten_minutes_and_both_are_in_the_audit_log() -> None:
    house = a_house()
    undo = done(house).offers[0]
    assert undo.action == actions.COCKPIT_PUT_OFF_UNDO
    house.moment = NOW + BACK_WITHIN
    assert said(house.press(undo.action, undo.reference)) == ["cockpit-put-off-undone"]
    assert house.put_off_until is None
    assert [(one.action, one.company_id) for one in house.audited] == [
        ("put_off", "a"),
        ("put_off", "b"),
        ("put_off_undone", "a"),
        ("put_off_undone", "b"),
    ]
    assert len({one.id for one in house.audited}) == 4
    house.press(undo.action, undo.reference)
    assert len(house.audited) == 4, "the same press once more changes nothing"


@pytest.mark.parametrize("late", [BACK_WITHIN + timedelta(seconds=1), timedelta(seconds=-1)])
def test_not_later(late: timedelta) -> None:
    house = a_house()
    undo = done(house).offers[0]
    house.moment = NOW + late
    assert said(house.press(undo.action, undo.reference)) == ["cockpit-put-off-too-late"]
    assert house.put_off_until == DAY


@pytest.mark.parametrize("day", ["", "x", "2026-11-16", "2026-11-01"])
def test_a_day_that_is_not_to_come(day: str) -> None:
    assert said(preview(a_house(), day))[0] == "cockpit-put-off-past"
    assert said(a_house().press(actions.COCKPIT_PUT_OFF, f"{day}:x"))[0] == "cockpit-put-off-past"


def test_where_there_is_nothing() -> None:
    house = replace(a_house(), cases_known=[])
    assert said(preview(house)) == ["cockpit-put-off-none"]
    assert said(house.press(actions.COCKPIT_PUT_OFF_UNDO, "x")) == ["cockpit-put-off-too-late"]


def test_it_is_for_coordinators() -> None:
    house = a_house()
    for action in (actions.COCKPIT_PUT_OFF_SHOW, actions.COCKPIT_PUT_OFF, actions.COCKPIT_PUT_OFF_UNDO):
        assert said(house.press(action, member=SATO)) == ["cockpit-not-yours"]


def test_no_more_at_once_than_a_press_has_time_for() -> None:
    house = a_house()
    house.cases_known = [case(str(number), "a", wall="wall_1") for number in range(MOST)]
    assert said(done(house)) == ["cockpit-put-off-done"]
    more = replace(a_house(), cases_known=[*house.cases_known, case("more", "a", wall="wall_1")])
    assert said(preview(more)) == ["cockpit-put-off-too-many"]
    assert more.put_off_ids == []
