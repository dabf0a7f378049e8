"""Taking back what was posted: again and again for a day, never counted twice, and told when it is finished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from bot.core.messages import Item, Locale, Message, Offer, Quoted, Reply, Said
from bot.core.owed import Owed
from bot.core.people import Member
from bot.core.posted import Erasure, Posted, PostedKind, ToTakeBack, about_of
from bot.core.taking_back import PATIENCE, Gone, NotYet, TakingBack, Tried, composer, told

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
WALK, CARD = "a" * 32, "b" * 32
TANAKA = Member(id="tanaka", address="U1", name="田中", locale="ja")
ERASED = Erasure(subject_id=WALK, subject_kind="walk", by_id="tanaka", erased_at=NOW)
FILE = Posted(kind=PostedKind.FILE, message="F1")


def message(ts: str) -> Posted:
    return Posted(kind=PostedKind.MESSAGE, message=ts, conversation="D1")


@dataclass
class Kept:
    """A PostedStore in memory."""

    owed: dict[Posted, ToTakeBack]
    erased: Erasure = ERASED
    waits: dict[Posted, datetime] = field(default_factory=dict)
    told: list[Owed] = field(default_factory=list)

    def due(self, *, now: datetime, limit: int) -> Sequence[ToTakeBack]:
        return [one for posted, one in self.owed.items() if self.waits.get(posted, now) <= now][:limit]

    def done(self, one: ToTakeBack) -> None:
        if self.owed.pop(one.posted, None):
            self.erased = replace(self.erased, messages=self.erased.messages + 1)

    def put_off(self, one: ToTakeBack, *, next_at: datetime, failing_since: datetime) -> None:
        self.waits[one.posted] = next_at
        self.owed[one.posted] = replace(one, attempts=one.attempts + 1, failing_since=failing_since)

    def give_up(self, one: ToTakeBack, *, address: str) -> None:
        if self.owed.pop(one.posted, None):
            self.erased = replace(self.erased, left=(*self.erased.left, address))

    def through(self) -> Sequence[Erasure]:
        return [] if self.owed or self.erased.finished_at else [self.erased]

    def tell(self, erasure: Erasure, owed: Sequence[Owed]) -> None:
        self.erased = replace(erasure, finished_at=NOW)
        self.told += owed

    def erasure(self, subject_id: str) -> Erasure | None:
        return self.erased if subject_id == WALK else None


@dataclass
class Slack:
    """A Remover that does as it is told, and remembers."""

    refused: dict[str, Tried] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def take_back(self, posted: Posted, *, instead: str) -> Tried:
        self.asked.append((posted.message, instead))
        return self.refused.get(posted.message, Gone())

    def address_of(self, posted: Posted) -> str:
        return f"https://slack.example/{posted.message}"


class People:
    """One person."""

    def by_id(self, id: str) -> Member | None:
        return TANAKA if id == TANAKA.id else None

    def by_address(self, address: str) -> Member | None:
        return TANAKA if address == TANAKA.address else None


class Log:
    """What an operator is told."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def warning(self, event: str, **_: object) -> None:
        self.events.append(event)

    def error(self, event: str, **_: object) -> None:
        self.events.append(event)


class World:
    """Everything around the service, and its time."""

    def __init__(self, *posted: Posted) -> None:
        self.now, self.slack, self.log = NOW, Slack(), Log()
        self.store = Kept({one: ToTakeBack(subject_id=WALK, posted=one) for one in posted})
        self.service = TakingBack(
            store=self.store,
            remover=self.slack,
            directory=People(),  # type: ignore[arg-type]
            say=self._say,
            real_now=lambda: self.now,
            log=self.log,
        )

    def _say(self, message: Message, locale: Locale) -> str:
        return f"{message.key} {locale}"


def test_everything_is_taken_back_and_who_deleted_is_told_once() -> None:
    world = World(message("1"), message("2"), FILE)
    assert world.service.run_once() == 4
    assert world.slack.asked == [("1", "taken-back-walk ja"), ("2", "taken-back-walk ja"), ("F1", "taken-back-walk ja")]
    assert [(one.kind, one.subject_id, one.person) for one in world.store.told] == [("taken_back", WALK, "U1")]
    assert world.service.run_once() == 0


def test_what_cannot_be_taken_back_now_is_tried_again_ever_less_often() -> None:
    world = World(message("1"), message("2"))
    world.slack.refused["1"] = NotYet("internal_error")
    moments = []
    for _ in range(200):
        before = len(world.slack.asked)
        world.service.run_once()
        if len(world.slack.asked) > before:
            moments.append(world.now)
        world.now = world.store.waits[message("1")]
        if len(moments) == 12:
            break
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert gaps == sorted(gaps)
    assert gaps[0] == timedelta(seconds=5)
    assert gaps[-1] == timedelta(hours=1)
    assert not world.store.told

    world.slack.refused.clear()
    world.service.run_once()
    assert len(world.store.told) == 1
    assert world.store.erased.messages == 2


def test_after_a_day_it_is_left_and_said_where_it_is() -> None:
    world = World(message("1"))
    world.slack.refused["1"] = NotYet("cant_delete_message")
    world.service.run_once()
    world.now += PATIENCE - timedelta(seconds=1)
    world.service.run_once()
    assert not world.store.told
    world.now += PATIENCE
    world.service.run_once()

    assert world.log.events == ["not_taken_back"]
    addressed = composer(world.store, People())(world.store.told[0])  # type: ignore[arg-type]
    assert addressed is not None
    assert addressed.reply.parts[1] == Quoted("https://slack.example/1")
    assert addressed.reply.parts[0] == Said(
        Message("taken-back-left", {"subject": "walk", "left": 1, "messages": 0, "files": 0})
    )


def test_where_slack_wants_us_to_wait_nothing_else_is_tried_meanwhile() -> None:
    world = World(message("1"), message("2"))
    world.slack.refused["1"] = NotYet("ratelimited", wait_all=timedelta(seconds=30))
    world.service.run_once()
    assert [one for one, _ in world.slack.asked] == ["1"]
    assert world.store.waits[message("1")] == NOW + timedelta(seconds=30)


def test_nobody_is_told_of_what_went_with_something_else() -> None:
    world = World()
    world.store.erased = replace(ERASED, by_id="")
    assert world.service.run_once() == 1
    assert world.store.told == []


@pytest.mark.parametrize(
    ("erasure", "key"),
    [(ERASED, "taken-back-nothing"), (replace(ERASED, files=1), "taken-back-done")],
)
def test_it_is_said_that_nothing_is_left(erasure: Erasure, key: str) -> None:
    first, last = told(erasure).parts
    assert isinstance(first, Said)
    assert first.message.key == key
    assert last == Said(Message("taken-back-own"))


def test_whose_words_a_reply_has_is_read_from_its_buttons_its_quotes_and_what_it_says() -> None:
    bundle = "0f8fad5b-d9cb-469f-a165-70867728950e"
    reply = Reply(
        parts=(Quoted("一行", about=CARD), Item("棚卸し", (), (Offer("walk_resume", f"{WALK}@{bundle}"),))),
        offers=(Offer("ask", "c" * 32), Offer("value_show", f"{'d' * 32}:3"), Offer("walk_intro", "")),
        about=("e" * 32,),
    )
    assert about_of(reply) == {CARD, WALK, "d" * 32, "e" * 32}


def test_a_use_of_another_firms_card_is_about_that_card_as_well() -> None:
    tick = Offer("walk_use_tick", f"{WALK}:card/{CARD}", Message("walk-offer-use-tick"))
    field = Offer("walk_use_tick", f"{WALK}:field/kitchens", Message("walk-offer-use-tick"))
    assert about_of(Reply(parts=(Item("a", offers=(tick,)),))) == {WALK, CARD}
    assert about_of(Reply(parts=(Item("a", offers=(field,)),))) == {WALK}
