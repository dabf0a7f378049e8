"""Nobody is shown a marked word that is not for them: not by any press, any words, any page, message or file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core import actions
from bot.core.actions import Shown
from bot.core.coaching.cards.models import GROUP_OF, Reach
from bot.core.deliveries.models import Delivery, NotFound, ReadBack, Sent
from bot.core.messages import Locale, Place, Reply
from bot.settings import Settings
from tests.chat.following import NEVER, SAYS, VIEWERS, Everything, drawn, leaks, the_world
from tests.chat.marks import marks_in, texts
from tests.chat.two_firms import World

pytestmark = pytest.mark.loopback


@dataclass
class Post:
    """A sender that keeps what it sends, by person."""

    sent: list[tuple[str, Reply]] = field(default_factory=list)

    def send(
        self, *, delivery_id: str, person: str, conversation: str, thread: str, reply: Reply, locale: Locale
    ) -> Sent:
        self.sent.append((person or conversation, reply))
        return Sent(f"D{person}", f"{len(self.sent)}.0")

    def find(self, *, delivery: Delivery, since: object) -> ReadBack:
        return NotFound()


@pytest.fixture
def world(used_data: Path) -> Iterator[World]:
    with the_world(Settings(data_dir=used_data)) as built:
        yield built


def ids_of(world: World) -> list[str]:
    """Every kind of id of the first firm's."""
    yamada = world.people["yamada"]
    assert yamada.company is not None
    walks = [one.id for one in world.walks.values()]
    return [*walks, *world.cards, "a" * 32, yamada.id, yamada.company.id]


def as_it_is(world: World) -> object:
    """The first firm's walks and cards as they are on record; what its coordinator types is left out."""
    yamada, database = world.people["yamada"], world.library.database
    assert yamada.company is not None
    walks = [one for one in database.walks.of_company(yamada.company.id) if not one.typist_id]
    cards = [one for one in database.value_cards.of_company(yamada.company.id) if one.confirmed_by]
    return walks, cards, [database.value_cards.versions(one.id) for one in cards]


def test_the_firms_own_people_are_shown_every_mark(world: World) -> None:
    """Otherwise nothing below would find anything."""
    own: set[str] = set()
    for action in ("value_show", "value_post"):
        for card in world.cards:
            own |= marks_in(world.presses("yamada", action, card))
    own |= {one for walk in world.walks.values() for one in marks_in(world.presses("yamada", "walk_show", walk.id))}
    own |= marks_in(world.presses("yamada", "meeting_show", "a" * 32))
    assert {one for one in own if one.startswith("zqwalk")} >= {f"zqwalk{name}" for name in world.walks}
    assert len([one for one in own if re.match(r"zq\d", one)]) >= 20
    assert "zqmetstepfirm" in own


@pytest.mark.parametrize("key", VIEWERS)
def test_nothing_is_shown_to_whom_it_is_not_for(world: World, key: str) -> None:
    everything = Everything(world)
    everything.of("yamada")
    everything.of("suzuki")
    assert len({action for action, _ in everything.offers}) > 50
    before, found = as_it_is(world), dict[str, set[str]]()

    def look(what: str, reply: Reply | None) -> None:
        leaked = leaks(world, key, reply) | leaks(world, key, drawn(world, reply))
        if leaked:
            found[what] = leaked

    Everything(world).of(key, look)
    for (action, reference), values in everything.offers.items():
        if action not in NEVER:
            look(f"{action} {reference}", world.presses(key, action, reference, values))
    for action in actions.SHOWN:
        for reference in ids_of(world):
            if action not in NEVER:
                look(f"{action} {reference} (any)", world.presses(key, action, reference))
    look("home again", world.opens(key))
    assert found == {}
    assert as_it_is(world) == before


def test_where_others_read_along_the_firms_own_buttons_show_nothing_of_it(world: World) -> None:
    everything = Everything(world)
    everything.of("yamada")
    present = frozenset(world.people[one].address for one in ("yamada", "sato", "takahashi"))
    place = Place(conversation="C01ZENTAI", is_direct=False, present=present)
    found: dict[str, set[str]] = {}

    def look(what: str, reply: Reply | None, shown: Shown) -> None:
        public = [reply.behind if reply and (reply.is_aside or shown in (Shown.SHEET, Shown.HOME)) else reply]
        if leaked := marks_in([*public, *drawn(world, public[0])]):
            found[what] = leaked

    for text in SAYS:
        reply = world.says("yamada", text, place)
        if reply is not None and not reply.is_aside:
            look(text, reply, Shown.SAID)
    for (action, reference), values in everything.offers.items():
        if action not in NEVER:
            look(
                f"{action} {reference}",
                world.presses("yamada", action, reference, values, place),
                actions.SHOWN[action],
            )
    assert found == {}


def test_what_is_sent_by_itself_has_nothing_of_another_firm(world: World) -> None:
    """Reminders, digests, hand-overs, what is owed: a fortnight of them."""
    post = Post()
    worker = world.chat.make_worker(post, is_paced=False)
    world.chat.meetings.nudges.started()
    for _ in range(14 * 6):
        world.clock.at += timedelta(hours=4)
        world.chat.handovers.due()
        world.chat.digests.tick()
        world.chat.meetings.nudges.tick()
        world.chat.walks.settle()
        while worker.run_once():
            pass
    by_address = {one.address: key for key, one in world.people.items()}
    found = {
        f"{by_address[where]} {number}": leaked
        for number, (where, reply) in enumerate(post.sent)
        if where in by_address
        and by_address[where] in VIEWERS
        and (leaked := leaks(world, by_address[where], reply) | leaks(world, by_address[where], drawn(world, reply)))
    }
    assert found == {}
    assert {by_address.get(where) for where, _ in post.sent} >= {"takahashi", "yamada"}


def test_looking_for_what_is_hidden_finds_as_much_as_looking_for_nothing(world: World) -> None:
    """Neither how many are found, nor their order, nor the reason tells of a word that may not be seen."""
    shown = {key: _found(world, key) for key in VIEWERS}
    database = world.library.database
    for card_id in world.cards:
        card = database.value_cards.by_id(card_id)
        assert card is not None
        hidden = {
            name: replace(entry, words="金型を交換する。夜に機械を洗う方の残業を減らす。" * 9)
            for name, entry in card.entries.items()
            if card.reach_of(GROUP_OF[name]) is Reach.FIRM
        }
        after = replace(card, entries={**card.entries, **hidden}, version=card.version + 1)
        version = replace(database.value_cards.versions(card_id)[-1], number=after.version)
        assert database.value_cards.change(card, after, version=version)
    assert {key: _found(world, key) for key in VIEWERS} == shown


def _found(world: World, key: str) -> list[list[str]]:
    looked = [text for text in SAYS if text.startswith(("探す", "find"))]
    return [list(texts(world.says(key, text))) for text in looked]
