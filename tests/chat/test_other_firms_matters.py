"""Questions, hand-overs, digests, changeovers, weeks of questions and introductions of one firm: by no press of anybody
else is a marked word shown to whom it is not for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core import actions
from bot.core.coaching.cards.models import FieldGroup, Reach
from bot.core.membership.models import Changes
from bot.core.messages import Reply
from bot.settings import Settings
from tests.chat.following import NEVER, VIEWERS, Everything, drawn, the_world
from tests.chat.marked_words import CARDS, mark
from tests.chat.marks import allowed, marks_in
from tests.chat.other_matters import ANSWERED, QUESTION, WORD, go_on
from tests.chat.two_firms import World

pytestmark = pytest.mark.loopback
THEIRS = {"takahashi": {QUESTION, ANSWERED, WORD}, "ito": {WORD}}
"""What coordinators read beside a firm's cards: questions that were handed to them, and words to each other."""
MARKS = [mark(card, group, reach) for card in range(CARDS) for group in FieldGroup for reach in Reach]


@pytest.fixture
def world(used_data: Path) -> Iterator[World]:
    with the_world(Settings(data_dir=used_data)) as built:
        yield built


def speak_english(world: World, *keys: str) -> None:
    """These people's Minori speaks English from now on."""
    ids = {world.people[key].id for key in keys if world.people[key].id}

    def change(_: object) -> Changes:
        return Changes(people=tuple(replace(one, locale="en") for one in store.people() if one.id in ids))

    store = world.library.database.people
    store.change(change)
    for member in store.people():
        key = member.address[3:].lower()
        if key in world.people:
            world.people[key] = member


def leaked(world: World, key: str, reply: Reply | None) -> set[str]:
    """The marks that somebody should not have been shown. On a printed page a day may follow a mark without a space."""
    may: Callable[[str], bool] = allowed(world, key)
    read = [one for one in MARKS if may(one)]
    shown = marks_in(reply) | marks_in(drawn(world, reply))
    theirs = THEIRS.get(key, set())
    return {one for one in shown if not (may(one) or one in theirs or any(one.startswith(full) for full in read))}


def pressed_all(world: World, key: str, ids: dict[str, str]) -> dict[str, set[str]]:
    """Every action word with every id, alone and with a page."""
    found: dict[str, set[str]] = {}
    for action in actions.SHOWN:
        for what, id in ids.items():
            for reference in (id, f"{id}:1") if action not in NEVER else ():
                if seen := leaked(world, key, world.presses(key, action, reference)):
                    found[f"{action} {what}"] = seen
    return found


def test_its_own_people_and_who_was_asked_read_it(world: World) -> None:
    """Otherwise nothing below would find anything."""
    ids = go_on(world)
    read: dict[str, set[str]] = {}
    for key in ("yamada", "takahashi", "ito"):
        read[key] = set()
        for action in ("answer_form", "changeover_list", "changeover_look", "digest_more"):
            for id in ids.values():
                read[key] |= marks_in(world.presses(key, action, id))
        read[key] |= marks_in(world.opens(key))
    assert QUESTION in read["takahashi"]
    assert len(ids) >= 8


@pytest.mark.parametrize("key", VIEWERS)
def test_nobody_else_is_shown_any_of_it(world: World, key: str) -> None:
    """In English; in Japanese the same people follow everything in test_other_firms.py."""
    ids = go_on(world)
    speak_english(world, *VIEWERS)
    followed: dict[str, set[str]] = {}

    def look(what: str, reply: Reply | None) -> None:
        if seen := leaked(world, key, reply):
            followed[what] = seen

    Everything(world).of(key, look)
    assert {**followed, **pressed_all(world, key, ids)} == {}
