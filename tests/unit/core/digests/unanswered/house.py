"""A support body with admins, a database, a clock, and questions that the guides did not answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.adapters.storage.database import Database
from bot.core.audited import Looking
from bot.core.digests.unanswered.models import Known, Marked, Term, Unanswered
from bot.core.digests.unanswered.planning import UNANSWERED
from bot.core.digests.unanswered.service import UnansweredService
from bot.core.membership.models import Changes
from bot.core.messages import Item, Message, Place, Pressed, Quoted, Reply, Said
from bot.core.owed import Addressed, Owed
from bot.core.people import Company, Member, Role
from bot.core.person_days import PersonDays
from tests.fakes.deliveries import FakeLog
from tests.unit.core.digests.test_timing import COUNTRY

YAMADA = Company(id="yamada", name="株式会社山田製作所")
NAKAMURA = Member(id="nakamura", address="U07", name="中村 直樹", roles=frozenset({Role.ADMIN}))
OGAWA = Member(id="ogawa", address="U08", name="小川 恵", roles=frozenset({Role.ADMIN, Role.COORDINATOR}), locale="en")
MEMBER = Member(id="m", address="U01", name="山田 健一", roles=frozenset({Role.MEMBER}), company=YAMADA)
SUBSIDY = Term(key="term:補助金", known=Known.FIELD, weight=3.0, names={"ja": "補助金", "en": "subsidy"})


@dataclass
class Clock:
    """A clock that stands."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


@dataclass
class Days:
    """Working days; who is away from when until when."""

    away: dict[str, tuple[date, date]] = field(default_factory=dict)

    def days_of(self, member: Member) -> PersonDays:
        return PersonDays(COUNTRY, away=self.away.get(member.id))


@dataclass
class Readings:
    """What was asked and rated, as lists."""

    asked: list[Unanswered] = field(default_factory=list)
    marks: list[Marked] = field(default_factory=list)
    fails: bool = False

    def unanswered(self, start: datetime, end: datetime) -> Sequence[Unanswered]:
        if self.fails:
            raise OSError("away")
        return [one for one in self.asked if start <= one.asked_at < end]

    def marked_wrong(self, start: datetime, end: datetime) -> Sequence[Marked]:
        return [one for one in self.marks if start <= one.marked_at < end]


class Words:
    """Every question is about subsidies."""

    def terms(self, questions: Sequence[Unanswered]) -> Mapping[str, Sequence[Term]]:
        return {one.id: [SUBSIDY] for one in questions}

    def alike(self, texts: Sequence[str]) -> Sequence[tuple[int, int]]:
        return []

    def naming(self) -> Callable[[str], bool]:
        return lambda text: False

    def freed(self, question: Unanswered) -> str:
        return question.text.replace("山田", "〇〇")


@dataclass
class House:
    """Services of as many processes as a test wants, over one database."""

    database: Database
    clock: Clock
    readings: Readings = field(default_factory=Readings)
    days: Days = field(default_factory=Days)
    log: FakeLog = field(default_factory=FakeLog)

    def settle(self, *people: Member) -> None:
        """These people come in."""
        firms = {one.company.id: one.company for one in people if one.company}
        self.database.people.change(lambda _: Changes(companies=tuple(firms.values()), people=people))

    def service(self) -> UnansweredService:
        """One process."""
        database = self.database
        return UnansweredService(
            digests=database.digests,
            store=database.unanswered,
            readings=self.readings,
            language=Words(),
            directory=database.people,
            calendars=self.days,
            hours_of=lambda member: (time(9), time(17, 30)),
            stands=lambda owed: (f"D-{owed.person}", owed.subject_id),
            clock=self.clock,
            log=self.log,
            looks=Looking(database.audit.append, now=self.clock.now),
            piece_of_work=database.memory.piece_of_work,
        )

    def owed(self, person: str = "U07") -> list[Owed]:
        """What is owed to somebody, the earliest first."""
        with self.database.engine.connect() as connection:
            found = connection.exec_driver_sql(
                "SELECT kind, subject_id, occurrence, person FROM delivery WHERE person = ? ORDER BY created_at",
                (person,),
            ).all()
        return [Owed(kind=kind, subject_id=id, occurrence=time_, person=to) for kind, id, time_, to in found]

    def told(self, person: str = "U07") -> Reply:
        """The last report of somebody as it is sent."""
        addressed = self.compose(self.owed(person)[-1])
        assert addressed is not None
        return addressed.reply

    def compose(self, owed: Owed) -> Addressed | None:
        return self.service().composers[UNANSWERED](owed)

    def press(self, action: str, reference: str, member: Member = NAKAMURA, **values: str) -> Reply:
        """Somebody presses in their own conversation."""
        pressed = Pressed(
            id="p",
            address=member.address,
            place=Place(conversation="D"),
            action=action,
            reference=reference,
            values=values,
        )
        return self.service().handlers[action](pressed, member)


def items(reply: Reply) -> list[Item]:
    """The lines of a report."""
    return [one for one in reply.parts if isinstance(one, Item)]


def offered(reply: Reply, number: int = 0) -> dict[str, str]:
    """The buttons of a line, with what they refer to."""
    return {one.action: one.reference for one in items(reply)[number].offers}


def keys(reply: Reply) -> list[str]:
    """What is said, by its keys."""
    details = [one for item in items(reply) for one in item.details if isinstance(one, Message)]
    return [*(one.message.key for one in reply.parts if isinstance(one, Said)), *(one.key for one in details)]


def quotes(reply: Reply) -> list[str]:
    """Anybody's words."""
    return [one.text for one in reply.parts if isinstance(one, Quoted)]
