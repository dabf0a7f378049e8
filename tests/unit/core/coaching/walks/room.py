"""A firm with three people, another firm, coordinators; walks in memory, a listener to play with, a clock to move."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.core.clock import VirtualClock
from bot.core.coaching.walks.given import NewWalk
from bot.core.coaching.walks.models import Walk, WalkLength
from bot.core.coaching.walks.reading import DayIn, no_day
from bot.core.coaching.walks.results import Act, Done, Here, Refused, Result
from bot.core.coaching.walks.service import WalkService
from bot.core.coaching.walks.shelf import ScriptShelf
from bot.core.people import Company, Member, Role
from bot.resources import prompts_folder
from tests.fakes.deliveries import FakeDeliveries
from tests.fakes.meetings import plain_planner
from tests.fakes.people import FakePeople
from tests.fakes.walks import EagerListener, FakeWalks, RememberedCards

FRIDAY = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
"""10:00 in Japan."""
BEFORE_ALL = datetime(2026, 1, 1, tzinfo=UTC)
_MEMBER, _COORDINATOR, _ADMIN = (frozenset({role}) for role in (Role.MEMBER, Role.COORDINATOR, Role.ADMIN))
AOI = Company(id="aoi", name="あおい精機", coordinator_id="sato", trade="metalworking")
MIDORI = Company(id="midori", name="みどり味噌", coordinator_id="suzuki")
TANAKA = Member(id="tanaka", address="U-tanaka", name="田中 健", roles=_MEMBER, company=AOI, added_at=BEFORE_ALL)
ITO = Member(id="ito", address="U-ito", name="伊藤 光", roles=_MEMBER, company=AOI, added_at=BEFORE_ALL)
AOKI = Member(id="aoki", address="U-aoki", name="青木 修", roles=_MEMBER, company=AOI, added_at=BEFORE_ALL)
MORI = Member(id="mori", address="U-mori", name="森 翔", roles=_MEMBER, company=MIDORI, added_at=BEFORE_ALL)
SATO = Member(id="sato", address="U-sato", name="佐藤 花子", roles=_COORDINATOR, added_at=BEFORE_ALL)
SUZUKI = Member(id="suzuki", address="U-suzuki", name="鈴木 一郎", roles=_COORDINATOR, added_at=BEFORE_ALL)
KATO = Member(id="kato", address="U-kato", name="加藤 誠", roles=_ADMIN, company=AOI, added_at=BEFORE_ALL)
GUEST = Member(id="guest", address="U-guest", name="", added_at=BEFORE_ALL)
EVERYBODY = (TANAKA, ITO, AOKI, MORI, SATO, SUZUKI, KATO, GUEST)

SCRIPT = (prompts_folder() / "interviews" / "value_walk.yaml").read_text(encoding="utf-8")
TEN = NewWalk(length=WalkLength.TEN_MINUTES, locale="ja")
CHANNEL = Here(conversation="C-aoi", thread="1.1", is_direct=False, present=(TANAKA, ITO))
_NUMBERS = count(1)


def direct(by: Member) -> Here:
    """Somebody's direct conversation with Minori."""
    return Here(conversation=f"D-{by.id}", thread="", is_direct=True, present=(by,))


def act(by: Member = TANAKA, *, request: str = "", here: Here | None = None) -> Act:
    """Something somebody does; a request of its own each time, unless it is said which."""
    return Act(by=by, here=here or direct(by), request_id=request or f"r{next(_NUMBERS)}")


@dataclass
class Room:
    """The service with all it needs."""

    clock: VirtualClock = field(default_factory=lambda: VirtualClock(FRIDAY))
    people: FakePeople = field(default_factory=lambda: FakePeople(*EVERYBODY))
    deliveries: FakeDeliveries = field(default_factory=FakeDeliveries)
    listener: EagerListener = field(default_factory=EagerListener)
    cards: RememberedCards = field(default_factory=RememberedCards)
    day_in: DayIn = no_day

    def __post_init__(self) -> None:
        self.store = FakeWalks(self.deliveries, self.clock)
        self.service = self.with_script(SCRIPT)

    def with_script(self, text: str) -> WalkService:
        """The service as it is after a start with this script, over the same records."""
        return WalkService(
            clock=self.clock,
            store=self.store,
            directory=self.people,
            planner=plain_planner,
            scripts=ScriptShelf(text, store=self.store),
            listening=self.listener,
            cards=self.cards,
            trades=self.people,
            day_in=self.day_in,
        )

    def started(self, by: Member = TANAKA, **fields: Any) -> Walk:
        """A walk as `by` began it."""
        return done(self.service.start(replace(TEN, **fields), act=act(by))).walk

    def typed(self, **fields: Any) -> Walk:
        """A walk that Sato types while Tanaka talks."""
        return self.started(SATO, owner_id="tanaka", **fields)

    def say(self, walk: Walk, text: str, by: Member = TANAKA, **more: Any) -> Done:
        """An answer that is taken."""
        return done(self.service.answer(walk.id, text, act=act(by), **more))

    def at(self, walk: Walk, question: str, by: Member = TANAKA) -> Walk:
        """The walk at a question."""
        return done(self.service.go_to(walk.id, question, act=act(by))).walk

    def now(self, walk: Walk) -> Walk:
        """The record."""
        return self.store.rows[walk.id]

    def to_the_end(self, walk: Walk, by: Member = TANAKA) -> Walk:
        """Every question answered in one go, by the example of its trade."""
        script = self.service.script_of(walk)
        while (asking := self.service.asking(self.now(walk))) is not None:
            example = script.example(asking.question.id, walk.trade)
            choices, is_date = asking.question.choices, asking.question.kind == "date"
            text = choices[0].value if choices else "2026-12-01" if is_date else example.ja if example else "はい"
            self.say(walk, text, by)
        return self.now(walk)

    def owed(self) -> list[tuple[str, str]]:
        """What is owed to whom, in order."""
        return [(one.owed.kind, one.owed.person) for one in self.deliveries.rows.values()]

    def pass_time(self, **by: float) -> None:
        """Some time goes by."""
        self.clock.advance(timedelta(**by))


def done(result: Result) -> Done:
    """A result that has to be Done."""
    assert isinstance(result, Done), result
    return result


def refused(result: Result) -> str:
    """The sentence of a result that has to be Refused."""
    assert isinstance(result, Refused), result
    return result.message.key
