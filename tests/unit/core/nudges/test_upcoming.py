"""What is coming, as a list and on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core import actions
from bot.core.messages import Asked, Item, Part, Place, Said
from bot.core.nudges.upcoming import MOST
from tests.unit.core.nudges.people import SATO, TANAKA, waiting
from tests.unit.core.nudges.telling import NINE, TUESDAY, items
from tests.unit.core.nudges.town_of_nudges import World


def coming() -> World:
    world = World()
    for number in range(12):
        world.wait_for(waiting("wake", TUESDAY + timedelta(days=number), subject=f"e{number:02}"))
    world.wait_for(waiting("wake", TUESDAY + timedelta(days=60), subject="far"))
    world.wait_for(waiting("wake", TUESDAY, subject="other", person="mori"))
    return world


def test_what_is_coming_is_listed_page_by_page() -> None:
    world = coming()
    first = world.service.upcoming(TANAKA)
    assert [one.title for one in items(first)] == [f"e{number:02} さん" for number in range(8)]
    assert [offer.action for one in items(first) for offer in one.offers] == [actions.MEETING_SHOW] * 8
    turn = next(offer for offer in first.offers if offer.action == actions.NUDGE_UPCOMING_PAGE)
    second = world.press(turn.action, turn.reference)
    assert [one.title for one in items(second)] == [f"e{number:02} さん" for number in range(8, 12)]
    assert world.press(actions.NUDGE_UPCOMING_PAGE, "99").parts == second.parts
    in_sheet = world.press(actions.NUDGE_UPCOMING, "1")
    assert actions.NUDGE_UPCOMING in [offer.action for offer in in_sheet.offers]


def test_closed_and_muted_ones_are_not_coming_and_late_ones_come_first() -> None:
    world = coming()
    world.closed = {"e01"}
    world.wishes.mute("tanaka", "encounter", "e02", NINE)
    world.go_to(NINE + timedelta(days=4))
    reply = world.service.upcoming(TANAKA)
    titles = [one.title for one in items(reply)]
    assert titles[0] == "e00 さん"
    assert not {"e01 さん", "e02 さん"} & set(titles)
    assert "nudge-upcoming-late" in [getattr(getattr(part, "message", None), "key", "") for part in reply.parts]


@pytest.mark.parametrize("text", ["予定", "予定。", " 予定 ", "Upcoming", "ｕｐｃｏｍｉｎｇ"])
def test_the_list_is_typed_for(text: str) -> None:
    world = coming()
    asked = Asked(id="1", address=TANAKA.address, place=Place(conversation="D1"), text=text)
    assert world.service.typed(asked, TANAKA) == world.service.upcoming(TANAKA)
    before_others = replace(asked, place=Place(conversation="C1", is_direct=False))
    beside = world.service.typed(before_others, TANAKA)
    assert beside
    assert beside.is_aside
    assert world.service.typed(replace(asked, text="予定を立てるには？"), TANAKA) is None


def test_the_page_shows_the_week_in_three_lines() -> None:
    world = coming()
    assert not [part for part in world.service.home_parts(TANAKA) if isinstance(part, Item) and part.details]
    world.go_to(NINE)
    parts = world.service.home_parts(TANAKA)
    assert [part.title for part in parts if isinstance(part, Item)][:3] == ["e00 さん", "e01 さん", "e02 さん"]
    assert not world.service.home_parts(replace(TANAKA, left_at=NINE))
    assert "cadence_form" not in str(parts)
    assert "cadence_form" in str(world.service.home_parts(SATO))


def said(parts: Sequence[Part], key: str) -> list[object]:
    messages = [part.message for part in parts if isinstance(part, Said) and part.message.key == key]
    return [one.arguments["count"] for one in messages]


def test_as_many_are_counted_as_are_listed_and_what_is_silenced_is_said() -> None:
    world = coming()
    world.closed = {"e00", "e05"}
    world.wishes.mute("tanaka", "encounter", "e02", NINE)
    first = world.service.upcoming(TANAKA)
    second = world.press(actions.NUDGE_UPCOMING_PAGE, "2")
    listed = [one.title for one in (*items(first), *items(second))]
    assert len(listed) == 9
    for page in (first, second):
        assert said(page.parts, "nudge-upcoming-count") == [9]
        assert said(page.parts, "nudge-upcoming-silent") == [1]
    assert actions.NUDGE_SETTINGS in [offer.action for offer in first.offers]


def test_of_more_than_anybody_reads_it_is_said_that_some_are_left_out() -> None:
    world = World()
    for number in range(MOST + 5):
        world.wait_for(waiting("wake", TUESDAY, subject=f"e{number:03}"))
    page = world.service.upcoming(TANAKA)
    assert said(page.parts, "nudge-upcoming-count") == said(page.parts, "nudge-upcoming-cut") == [MOST]


def test_the_page_counts_what_it_leaves_out_and_nothing_that_is_settled() -> None:
    world = coming()
    world.go_to(NINE)
    # From Tuesday to Friday: the other days of the week are off.
    assert said(world.service.home_parts(TANAKA), "nudge-home-more") == [1]
    world.closed = {"e00"}
    assert said(world.service.home_parts(TANAKA), "nudge-home-more") == []
