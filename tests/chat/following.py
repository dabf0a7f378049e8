"""Following every button that shows something, and what somebody should not have been shown on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.bootstrap import open_application, open_library
from bot.core.messages import Field, Item, Offer, Reply, chosen_of
from bot.demo import load_demo, seed_people
from bot.settings import Settings
from tests.chat.marks import MARK, allowed, files_in, marks_in, texts_of
from tests.chat.two_firms import Clock, World, told

VIEWERS = ("sato", "ito", "takahashi", "nakamura", "abe", "clark")
"""Another firm's person and its coordinator, the firm's own coordinator, an admin, a guest, somebody who left."""
SAYS = (
    "価値カード",
    "棚卸し",
    "続き",
    "予定",
    "数字",
    "引き継ぎ資料",
    "ヘルプ",
    "こんにちは",
    "設定",
    "ダイジェスト",
    "探す",
    "探す 金型を交換する",
    "探す 夜に機械を洗う方の残業を減らす",
    "探す 年に200時間",
    "探す 三社で測りました",
    "探す 病院の検査室",
    "探す 衛生の規則",
    "find cards change the die",
    "いまの状況を教えてください",
    "実証シートには何を書きますか？",
    "昨日、展示会で丸山工業の佐々木さんと名刺交換。検査機の話。来週水曜10時に見積もりを送る",
)
_SHOWS = re.compile(
    r"(_form|_show|_more|_text|_history|_compare|_edit|_pick|_post|_firm|_page|_why|_upcoming|_matrix)$"
)
_LOOKS = {"walk_intro", "turn_page", "figures", "digest_settings", "digest_pictures", "digest_export", "walk_resume"}
"""What shows something and changes nothing."""
NEVER = {"leave", "rejoin"}
_PLENTY = 4_000


@dataclass
class Everything:
    """What the firm's own people are offered, by following every button that shows something."""

    world: World
    offers: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)

    def of(self, key: str, look: Callable[[str, Reply | None], None] = lambda *_: None) -> None:
        """Whatever somebody can reach; `look` is asked about each reply on the way."""
        waiting = [("home", self.world.opens(key))]
        waiting += [(text, self.world.says(key, text)) for text in SAYS if text != "続き"]
        seen: set[tuple[str, str]] = set()
        while waiting:
            what, reply = waiting.pop()
            look(f"{key}: {what}", reply)
            for offer, values in offers_in(reply):
                pair = (offer.action, offer.reference)
                self.offers.setdefault(pair, values)
                if pair not in seen and (_SHOWS.search(offer.action) or offer.action in _LOOKS):
                    seen.add(pair)
                    waiting.append((" ".join(pair), self.world.presses(key, *pair)))
            assert len(seen) < _PLENTY


def offers_in(reply: Reply | None) -> Iterator[tuple[Offer, Mapping[str, str]]]:
    """What can be pressed, with what a form would be filled in with."""
    if reply is None:
        return
    values = {one.name: _filled(one) for one in reply.parts if isinstance(one, Field)}
    for part in reply.parts:
        if isinstance(part, Item):
            yield from ((offer, {}) for offer in part.offers)
    yield from ((offer, {}) for offer in reply.offers)
    if reply.submit is not None:
        yield reply.submit, values
    yield from offers_in(reply.behind)


def _filled(one: Field) -> str:
    """What somebody else would fill in: nothing marked."""
    if one.choices:
        wanted = [value for value in chosen_of(one.initial) if not MARK.search(value)] if one.initial else []
        return (wanted or [one.choices[-1].value])[0]
    return {"date": "2026-12-01", "time": "10:00"}.get(one.kind, "試し")


@contextmanager
def the_world(settings: Settings) -> Iterator[World]:
    """Two firms over a data folder with guides."""
    clock = Clock()
    with open_library(settings, clock=clock) as library:
        seed_people(library, load_demo())
        with open_application(library) as application:
            yield told(application, clock)


def leaks(world: World, key: str, shown: object) -> set[str]:
    """The marks that somebody should not have been shown."""
    may = allowed(world, key)
    return {one for one in marks_in(shown) if not may(one)}


def drawn(world: World, reply: Reply | None) -> list[str]:
    """Every text of the files of a reply, and their names."""
    found: list[str] = []
    for file in files_in(reply):
        found += [world.said(file.name), world.said(file.title), *texts_of(file.make(world.said))]
    return found
