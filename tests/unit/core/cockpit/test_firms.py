"""The list of a coordinator's firms: what of each, in which order, narrowed down by what."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.core import actions
from bot.core.cockpit.models import STAGES, WALLS, FirmList, Sift, mark_of
from bot.core.meetings.models import Stage, Wall
from bot.core.messages import PAGE, Item, Message, Place, Reply, Said
from bot.core.people import Sharing
from tests.unit.core.cockpit.house import ITO, SATO, TAKAHASHI, House, case, firm, need

OLD, OLDER = date(2026, 11, 2), date(2026, 9, 1)


def names(found: FirmList) -> list[str]:
    return [one.company.id for one in found.lines]


def titles(reply: Reply) -> list[object]:
    return [part.title for part in reply.parts if isinstance(part, Item)]


def keys(reply: Reply) -> list[str]:
    return [part.message.key for part in reply.parts if isinstance(part, Said)]


def test_stages_and_walls_are_those_of_encounters() -> None:
    assert tuple(map(str, Stage)) == STAGES
    assert tuple(map(str, Wall)) == WALLS


def test_whoever_needs_somebody_comes_first_and_nothing_else_is_counted() -> None:
    house = House(
        (firm("quiet"), firm("many"), firm("late"), firm("decides"), firm("closed", Sharing.NOTHING), firm("idle")),
        [case("1", "many", since=OLDER), case("2", "many"), case("3", "many"), case("4", "quiet", since=OLD)],
        [need("late", 4, OLD), need("decides", 0, OLD), need("late", 1, OLD)],
    )
    assert names(house.listed()) == ["decides", "late", "many", "quiet", "idle", "closed"]


def test_the_longest_waiting_of_one_kind_comes_first() -> None:
    house = House((firm("a"), firm("b")), needs_known=[need("a", 1, OLD), need("b", 1, OLDER)])
    assert names(house.listed()) == ["b", "a"]


def test_of_a_firm_that_shares_nothing_its_own_coordinator_has_the_name_alone() -> None:
    house = House(
        (firm("closed", Sharing.NOTHING), firm("new", Sharing.UNDECIDED), firm("nobodys", Sharing.NOTHING, None)),
        [case("1", "closed", wall="wall_1"), case("2", "new")],
        [need("closed", 0, OLD)],
        asked={"closed": 2, "new": 1},
    )
    found = house.listed()
    assert names(found) == ["closed", "new"]
    assert [(one.is_shared, one.cases, one.questions, one.need) for one in found.lines] == [(False, (), 0, None)] * 2
    assert house.reads == [frozenset()], "its encounters are not even read"
    reply = house.press(actions.COCKPIT_FIRMS)
    items = [part for part in reply.parts if isinstance(part, Item)][1:]
    assert [(one.title, one.details, one.offers, one.words) for one in items] == [
        (f"株式会社{id}", (Message("cockpit-not-shared"),), (), ()) for id in ("closed", "new")
    ]
    assert house.looked == []


def test_another_coordinator_is_told_nothing_of_it() -> None:
    house = House((firm("yamada", Sharing.WORDS), firm("shared", coordinator_id=None)), [case("1", "yamada")])
    assert names(house.listed(ITO)) == ["shared"]


@pytest.mark.parametrize(
    ("sift", "left"),
    [
        ({"stage": "trial"}, ["b"]),
        ({"wall": "wall_1"}, ["a"]),
        ({"days": 30}, ["b"]),
        ({"days": 14}, ["b", "a"]),
        ({"wall": "wall_1", "days": 30}, []),
        ({"owner_id": "sato"}, ["b"]),
        ({"event": mark_of("展示会")}, ["b"]),
        ({"event": mark_of("商談会")}, []),
    ],
)
def test_narrowed_down_a_firm_is_there_with_the_encounters_that_fit(sift: dict[str, Any], left: list[str]) -> None:
    house = House(
        (firm("a"), firm("b", Sharing.WORDS), firm("closed", Sharing.NOTHING)),
        [
            case("1", "a", wall="wall_1", event="展示会"),
            case("2", "b", stage="trial", wall="wall_3", since=OLDER, event="展示会"),
        ],
    )
    assert names(house.listed(**sift)) == left


def test_an_event_and_a_person_are_words() -> None:
    house = House((firm("a"),), [case("1", "a", event="展示会")])
    assert [(one.event, one.owner_id) for one in house.gathering.cases(TAKAHASHI)] == [("", "")]
    fields = [part for part in house.press(actions.COCKPIT_SIFT_FORM).parts if not isinstance(part, Said)]
    assert len(fields) == 3


def test_what_was_chosen_is_remembered_and_cleared_in_one_press() -> None:
    house = House((firm("a"), firm("b", Sharing.WORDS)), [case("1", "a", wall="wall_1"), case("2", "b")])
    sent = house.press(actions.COCKPIT_SIFT_SEND, wall="wall_1", days="14", stage="any")
    assert house.sifts == {"takahashi": Sift(wall="wall_1", days=14)}
    assert titles(sent) == [Message("cockpit-sifted"), "株式会社a"]
    narrowed = sent.parts[0]
    assert isinstance(narrowed, Item)
    assert narrowed.details == (Message("cockpit-at-wall_1"), Message("cockpit-sifted-days", {"days": 14}))
    assert titles(house.press(actions.COCKPIT_FIRMS)) == [Message("cockpit-sifted"), "株式会社a"]
    cleared = house.press(actions.COCKPIT_CLEAR)
    assert titles(cleared) == [Message("cockpit-unsifted"), "株式会社a", "株式会社b"]
    assert house.sifts == {"takahashi": Sift()}


def test_what_is_not_known_narrows_nothing_down() -> None:
    house = House((firm("a"),), [case("1", "a", event="展示会")])
    house.press(actions.COCKPIT_SIFT_SEND, wall="wall_9", days="1", stage="x", event=mark_of("展示会"), owner="sato")
    assert house.sifts == {"takahashi": Sift()}


def test_pages() -> None:
    house = House(tuple(firm(f"f{number:02}") for number in range(PAGE + 1)))
    first = house.press(actions.COCKPIT_FIRMS)
    assert len(titles(first)) == PAGE + 1
    assert [(one.action, one.reference) for one in first.offers] == [
        (actions.COCKPIT_PAGE, "2"),
        (actions.PACK, "-"),
        (actions.CHANGEOVER_FORM, "listed"),
    ]
    assert house.looked == [f"f{number:02}" for number in range(PAGE)], "only what is shown is a look"
    last = house.press(actions.COCKPIT_PAGE, "99")
    assert titles(last)[1:] == [f"株式会社f{PAGE:02}"]


@pytest.mark.parametrize("reference", ["", "0", "-1", "x"])
def test_a_page_that_is_none_is_the_first(reference: str) -> None:
    assert titles(House((firm("a"),)).press(actions.COCKPIT_PAGE, reference)) == [
        Message("cockpit-unsifted"),
        "株式会社a",
    ]


@pytest.mark.parametrize("action", [actions.COCKPIT_FIRMS, actions.COCKPIT_SIFT_FORM, actions.COCKPIT_CLEAR])
def test_it_is_for_the_coordinator_alone(action: str) -> None:
    house = House((firm("a"),), [case("1", "a")])
    assert keys(house.press(action, member=SATO)) == ["cockpit-not-yours"]
    channel = Place(conversation="C1", is_direct=False, present=frozenset({TAKAHASHI.address, SATO.address}))
    assert keys(house.press(action, place=channel)) == ["cockpit-not-yours"]
    assert house.looked == []
