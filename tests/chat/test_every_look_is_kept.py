"""Whatever is shown of another firm leaves a line in the audit log: by any press, any words, any page, any message."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.actions import ASK, HAND_OVER
from bot.core.audited import Audited, Looked, Looking
from bot.core.membership.models import SharingChoice
from bot.core.messages import Asked, Place, Pressed, Reply, Request
from bot.core.people import Member, Sharing
from bot.settings import Settings
from tests.chat.following import NEVER, Everything, drawn, offers_in, the_world
from tests.chat.marks import marks_in, texts
from tests.chat.test_other_firms import Post
from tests.chat.two_firms import World

pytestmark = pytest.mark.loopback

VIEWERS = ("sato", "ito", "takahashi", "nakamura")
"""Another firm's person, another coordinator, the firm's own coordinator, an admin."""
NAMED_ALONE = {
    "walk_start_form",
    "figures",
    "figures_send",
    "digest_settings",
    "cadence_form",
    "cadence_send",
    "catch_form",
    "catch_for_form",
    "catch_for_send",
    "digest_settings_send",
    "people_list",
    "people_list_page",
    "people_show",
    "people_form",
    "people_sift_send",
    "firm_list",
    "firm_list_page",
    "firm_show",
    "firm_form",
    "firms_assign_form",
    "firms_assign_send",
}
"""Where a firm is named and nothing is told of it: to choose it, or who belongs to it."""


@dataclass
class Kept:
    """Who was said to have looked at which firm, since it was asked last."""

    world: World
    looked: list[tuple[str, str | None]] = field(default_factory=list)
    lines: int = 0

    def since(self) -> set[tuple[str, str | None]]:
        """The looks, and the lines that other changes have written with them."""
        log = self.world.library.database.audit
        count = log.head()[0]
        new: Sequence[Audited] = [one.audited for one in log.chain() if one.number > self.lines]
        found = {*self.looked, *((one.by_id, one.company_id) for one in new)}
        self.lines, self.looked[:] = count, []
        return found


@pytest.fixture
def kept(used_data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    looked: list[tuple[str, str | None]] = []
    keep = Looking._keep

    def noting(self: Looking, viewer: Member, action: Looked, subjects: Sequence[tuple[str, str, str | None]]) -> None:
        looked.extend((viewer.id, company_id) for _kind, _id, company_id in subjects)
        keep(self, viewer, action, subjects)

    monkeypatch.setattr(Looking, "_keep", noting)
    with the_world(Settings(data_dir=used_data)) as world:
        kept = Kept(world, looked)
        kept.since()
        yield kept


def shares(world: World, sharing: Sharing) -> None:
    """The first firm chooses."""
    yamada, at = world.people["yamada"], world.clock.now()
    assert yamada.company is not None
    choice = SharingChoice(company_id=yamada.company.id, sharing=sharing, chosen_by=yamada.id, chosen_at=at)
    world.library.database.people.choose_sharing(choice)


def is_named(world: World, shown: object) -> bool:
    """Does the first firm's name stand there?"""
    company = world.people["yamada"].company
    return company is not None and any(company.name in text for text in texts(shown))


@pytest.mark.parametrize(
    ("key", "sharing"),
    [("takahashi", Sharing.OUTLINE), *((one, Sharing.WORDS) for one in VIEWERS)],
)
def test_what_is_shown_of_another_firm_is_kept(
    kept: Kept, key: str, sharing: Sharing, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = kept.world
    shares(world, sharing)
    viewer, firm = world.people[key], world.people["yamada"].company
    assert firm is not None
    missing, seen = dict[str, str](), set[str]()
    handle = world.handle

    def looked(who: str, make: Callable[[str, str, Place], Request], place: Place | None = None) -> Reply | None:
        kept.since()
        reply = handle(who, make, place)
        shown = [reply, *drawn(world, reply)]
        what = named(make)
        told = marks_in(shown) or (is_named(world, shown) and what.partition(" ")[0] not in NAMED_ALONE)
        if told:
            seen.add(what)
            if (viewer.id, firm.id) not in kept.since():
                missing[what] = str(told)
        return reply

    monkeypatch.setattr(world, "handle", looked)
    everything = Everything(world)
    everything.of(key)
    for (action, reference), values in list(everything.offers.items()):
        if action not in NEVER:
            world.presses(key, action, reference, values)
    assert missing == {}
    if key == "takahashi":
        assert len(seen) > 10


def named(make: Callable[[str, str, Place], Request]) -> str:
    """What somebody did: the action with its reference, the words, or "home"."""
    request = make("-", "-", Place(conversation="-"))
    if isinstance(request, Pressed):
        return f"{request.action} {request.reference}"
    return request.text if isinstance(request, Asked) else "home"


def test_what_is_sent_by_itself_of_another_firm_is_kept(kept: Kept) -> None:
    """Digests, questions that were handed over, reminders: a fortnight of them."""
    world, firm = kept.world, kept.world.people["yamada"].company
    assert firm is not None
    shares(world, Sharing.WORDS)
    _hand_over(world)
    post, sent = Post(), 0
    worker = world.chat.make_worker(post, is_paced=False)
    world.chat.meetings.nudges.started()
    by_address = {one.address: one for one in world.people.values()}
    told, missing = set[str](), set[str]()
    for _ in range(14 * 6):
        kept.since()
        world.clock.at += timedelta(hours=4)
        world.chat.handovers.due()
        world.chat.digests.tick()
        world.chat.meetings.nudges.tick()
        while worker.run_once():
            pass
        looks = kept.since()
        for where, reply in post.sent[sent:]:
            reader = by_address.get(where)
            is_own = reader is not None and reader.company is not None and reader.company.id == firm.id
            if reader is None or is_own or not marks_in([reply, *drawn(world, reply)]):
                continue
            told.add(reader.id)
            if (reader.id, firm.id) not in looks:
                missing.add(f"{where} {list(texts(reply))[:4]}")
        sent = len(post.sent)
    assert missing == set()
    assert world.people["takahashi"].id in told


def _hand_over(world: World) -> None:
    """Somebody of the firm takes a question to their coordinator."""
    asked = world.presses("yamada", ASK, "zqaskquestion という火星の補助金はいつまで申し込めますか")
    handed = next(offer for offer, _ in offers_in(asked) if offer.action == HAND_OVER)
    world.presses("yamada", HAND_OVER, handed.reference)
