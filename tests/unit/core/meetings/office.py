"""A firm with two people, another firm, their coordinator and an admin; encounters in memory and a clock to move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.core.clock import VirtualClock
from bot.core.meetings.given import NewEncounter, StepGiven
from bot.core.meetings.models import Encounter, Stage
from bot.core.meetings.results import Done, Missing, Refused
from bot.core.meetings.service import MeetingService
from bot.core.people import Company, Member, Role, Sharing
from tests.fakes.deliveries import FakeDeliveries
from tests.fakes.meetings import FakeEncounters, PlainWeek, plain_planner
from tests.fakes.people import FakePeople

FRIDAY = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
"""10:00 in Japan."""
TODAY = date(2026, 11, 20)
BEFORE_ALL = datetime(2026, 1, 1, tzinfo=UTC)

_MEMBER, _COORDINATOR, _ADMIN = (frozenset({role}) for role in (Role.MEMBER, Role.COORDINATOR, Role.ADMIN))
AOI = Company(id="aoi", name="あおい精機", coordinator_id="sato", sharing=Sharing.OUTLINE)
MIDORI = Company(id="midori", name="みどり食品", coordinator_id="sato", sharing=Sharing.NOTHING)
TANAKA = Member(id="tanaka", address="U-tanaka", name="田中 健", roles=_MEMBER, company=AOI, added_at=BEFORE_ALL)
ITO = Member(id="ito", address="U-ito", name="伊藤 光", roles=_MEMBER, company=AOI, added_at=BEFORE_ALL)
MORI = Member(id="mori", address="U-mori", name="森 翔", roles=_MEMBER, company=MIDORI, added_at=BEFORE_ALL)
SATO = Member(id="sato", address="U-sato", name="佐藤 花子", roles=_COORDINATOR, added_at=BEFORE_ALL)
SUZUKI = Member(id="suzuki", address="U-suzuki", name="鈴木 一郎", roles=_COORDINATOR, added_at=BEFORE_ALL)
KATO = Member(id="kato", address="U-kato", name="加藤 誠", roles=_ADMIN, added_at=BEFORE_ALL)
GUEST = Member(id="guest", address="U-guest", name="", added_at=BEFORE_ALL)
EVERYBODY = (TANAKA, ITO, MORI, SATO, SUZUKI, KATO, GUEST)

CARD = NewEncounter(
    id="e1", partner="山田製作所", contact="山田 太郎", event="展示会", met_on=TODAY - timedelta(days=1)
)


@dataclass
class Office:
    """The service with all it needs."""

    clock: VirtualClock = field(default_factory=lambda: VirtualClock(FRIDAY))
    people: FakePeople = field(default_factory=lambda: FakePeople(*EVERYBODY))
    deliveries: FakeDeliveries = field(default_factory=FakeDeliveries)

    def __post_init__(self) -> None:
        self.store = FakeEncounters(self.deliveries, self.clock)
        self.service = MeetingService(
            clock=self.clock,
            store=self.store,
            directory=self.people,
            planner=plain_planner,
            calendars=PlainWeek(),
        )

    def captured(self, by: Member = TANAKA, **fields: Any) -> Encounter:
        """An encounter as `by` wrote it down."""
        return done(self.service.capture(replace(CARD, **fields), by=by)).encounter

    def at_stage(self, stage: Stage, **fields: Any) -> Encounter:
        """One that has come as far as a stage, with all that the walls ask for, by way of the store."""
        named = {"market": "食品工場", "end_user": "検査員", "decider": "工場長"}
        one = self.captured()
        self.store.rows[one.id] = replace(one, stage=stage, **{**named, **fields})
        return self.store.rows[one.id]

    def now(self, id: str = "e1") -> Encounter:
        """The record."""
        return self.store.rows[id]

    def waits(self, person: Member | None = None) -> dict[str, date]:
        """For each matter that waits for somebody, from when on it is said."""
        return {one.matter: one.due_on for one in self.store.coming(person.id if person else "")}

    def owed(self) -> list[tuple[str, str]]:
        """What is owed to whom, in order."""
        return [(one.owed.kind, one.owed.person) for one in self.deliveries.rows.values()]

    def pass_time(self, **by: float) -> None:
        """Some time goes by."""
        self.clock.advance(timedelta(**by))


def done(result: Done | Missing | Refused) -> Done:
    """A result that has to be Done."""
    assert isinstance(result, Done), result
    return result


def refused(result: Done | Missing | Refused) -> str:
    """The sentence of a result that has to be Refused."""
    assert isinstance(result, Refused), result
    return result.message.key


def missing(result: Done | Missing | Refused) -> Missing:
    """A result that has to be Missing."""
    assert isinstance(result, Missing), result
    return result


def twice(use: Callable[[], Done | Missing | Refused]) -> Done:
    """A press and a second one, which changes nothing."""
    first, second = done(use()), done(use())
    assert not first.is_repeat
    assert second.is_repeat
    assert second.encounter == first.encounter
    return first


STEP = StepGiven(text="サンプルを送る", due_on=TODAY + timedelta(days=5), due_time="10:00")
