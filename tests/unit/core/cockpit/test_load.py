"""What a coordinator carries and what is due within the hour: sums of what is shared, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.core import actions
from bot.core.cockpit.load import Coming, Load
from bot.core.messages import Fact, Message, Reply, Said
from bot.core.people import Sharing
from tests.unit.core.cockpit.house import NOW, SATO, TAKAHASHI, House, case, firm, need

SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


def a_house() -> House:
    return House(
        (firm("a"), firm("b", Sharing.WORDS), firm("closed", Sharing.NOTHING), firm("others", coordinator_id="ito")),
        [case("1", "a"), case("2", "b"), case("3", "b"), case("4", "closed"), case("5", "others")],
        [
            replace(need("a", 4, date(2026, 11, 2)), kind="overdue", count=3),
            replace(need("b", 0, SUNDAY), kind="decision"),
            replace(need("b", 0, MONDAY), kind="decision"),
            replace(need("closed", 4, SUNDAY), kind="overdue"),
        ],
        asked={"a": 1, "closed": 1, "": 2},
    )


def facts(reply: Reply) -> dict[str, object]:
    return {
        one.label.key: one.value.arguments["count"]
        for one in reply.parts
        if isinstance(one, Fact) and isinstance(one.value, Message)
    }


def test_what_is_carried_is_counted_of_what_is_shared() -> None:
    """Whoever asked, the question waits for this very coordinator."""
    load = a_house().gathering.load(TAKAHASHI, NOW)
    assert load == Load(firms=3, shared=2, open=3, overdue=3, questions=4, decisions=1)


def test_the_choice_of_a_list_does_not_change_the_load() -> None:
    house = a_house()
    house.press(actions.COCKPIT_SIFT_SEND, wall="wall_3")
    assert facts(house.press(actions.COCKPIT_LOAD))["cockpit-load-open"] == 3


def test_what_is_due_is_said_and_nothing_that_is_not() -> None:
    house = a_house()
    house.coming_known = Coming(theirs=2, digests=1)
    due = facts(house.press(actions.COCKPIT_LOAD))
    assert {key: count for key, count in due.items() if "-due-" in key} == {
        "cockpit-due-theirs": 2,
        "cockpit-due-digests": 1,
    }
    assert frozenset({"a", "b"}) in house.reads, "of firms that share alone"


def test_where_nothing_is_due_that_is_said_beside_the_heartbeat() -> None:
    said = [one.message.key for one in a_house().press(actions.COCKPIT_LOAD).parts if isinstance(one, Said)]
    assert said == ["cockpit-nothing-due", "nudge-heartbeat-never"]


def test_it_is_for_coordinators() -> None:
    reply = a_house().press(actions.COCKPIT_LOAD, member=SATO)
    assert reply.parts == (Said(Message("cockpit-not-yours")),)
