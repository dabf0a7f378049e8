"""Two firms, their coordinator, and what each of the firms sees of an introduction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.adapters.sentences import FluentSentences
from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.tables import delivery
from bot.bootstrap_introductions import make_telltales
from bot.core import actions
from bot.core.audited import no_looks
from bot.core.clock import VirtualClock
from bot.core.introductions import telling
from bot.core.introductions.desk import Desk
from bot.core.introductions.looking import Looking
from bot.core.introductions.models import Answer, Common, Introduction, Part, Place, Source, Told, pair_id
from bot.core.introductions.moves import Moves
from bot.core.introductions.service import IntroductionService
from bot.core.introductions.sounding import Drafting
from bot.core.membership.models import Changes
from bot.core.messages import Message, Pressed, Reply, Said
from bot.core.messages import Part as Shown
from bot.core.messages import Place as Where
from bot.core.owed import Addressed, Owed
from bot.core.people import Company, Member, Role, Sharing, access_coordinating
from tests.databases import prepared_sqlite
from tests.fakes.people import FakePeople

START = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
COORDINATOR = Member(id="takahashi", address="U05", name="高橋 由美", roles=frozenset({Role.COORDINATOR}))
STRANGER = Member(id="ito", address="U06", name="伊藤 誠", roles=frozenset({Role.COORDINATOR}))


def firm(id: str, name: str, *, trade: str = "", sharing: Sharing = Sharing.OUTLINE) -> Company:
    """A firm that the coordinator looks after."""
    return Company(id=id, name=name, coordinator_id=COORDINATOR.id, sharing=sharing, trade=trade)


GIVER, NEEDER = firm("yamada", "株式会社山田製作所"), firm("sato", "有限会社佐藤食品")
PEOPLE = {
    Part.GIVER: Member(id="p1", address="U01", name="山田 健一", roles=frozenset({Role.MEMBER}), company=GIVER),
    Part.NEEDER: Member(id="p2", address="U04", name="佐藤 浩", roles=frozenset({Role.MEMBER}), company=NEEDER),
}
CAN, NEEDS = "組み立てる人がけがをしない", "仕込み場で指を切る人がいる"


@dataclass
class Words:
    """What firms say; a test changes it."""

    offered: list[Told] = field(default_factory=list)
    needed: list[Told] = field(default_factory=list)

    shared: set[str] = field(default_factory=set)
    """Cards that reach the region."""

    def offers(self, viewer: Member, companies: Sequence[Company]) -> Sequence[Told]:
        return self._seen(self.offered, viewer, companies)

    def needs(self, viewer: Member, companies: Sequence[Company]) -> Sequence[Told]:
        return self._seen(self.needed, viewer, companies)

    def _seen(self, told: Sequence[Told], viewer: Member, companies: Sequence[Company]) -> Sequence[Told]:
        own = {one.id for one in companies if access_coordinating(viewer, one)}
        some = [one for one in told if one.company_id in {firm.id for firm in companies}]
        return [one for one in some if one.company_id in own or one.place.id in self.shared]

    def stamp(self) -> str:
        return repr((self.offered, self.needed))


class Alike:
    """Everything has the trouble of injuries in common."""

    def common(self, offer: str, need: str) -> Common | None:
        return Common(score=1.0, offer_quote=offer, need_quote=need, troubles=("injury",))

    def words(self, text: str) -> Collection[str]:
        return text.split()


class Weekdays:
    """Monday to Friday."""

    def days_of(self, member: Member) -> Weekdays:
        return self

    def is_working_day(self, day: date) -> bool:
        return day.isoweekday() <= 5

    def add_working_days(self, day: date, days: int) -> date:
        while days:
            day += timedelta(days=1)
            days -= self.is_working_day(day)
        return day


class House:
    """Everything joined over a database of its own."""

    def __init__(self, folder: Path, sentences: FluentSentences, *, is_across: bool = False) -> None:
        self.clock = VirtualClock(START)
        self.database: Database = open_database(prepared_sqlite(folder / "minori.sqlite3"), clock=self.clock)
        self.people = FakePeople(COORDINATOR, STRANGER, *PEOPLE.values())
        if is_across:
            # The one that can do something is another coordinator's.
            self.hand_over(GIVER, STRANGER)
        self.words = Words(
            [Told(company_id="yamada", place=Place(source=Source.CARD, id="card", field="ladder"), text=CAN)],
            [Told(company_id="sato", place=Place(source=Source.CARD, id="need", field="challenge"), text=NEEDS)],
        )
        self.proposed: list[str] = []
        store = self.database.introductions
        looking = Looking(store=store, directory=self.people, words=self.words, new_matching=Alike, clock=self.clock)
        desk = Desk(
            store=store,
            directory=self.people,
            looking=looking,
            moves=Moves(
                store=store, directory=self.people, clock=self.clock, stands=lambda one: self.service.stands(one)
            ),
            words=self.words,
            drafting=Drafting(lambda _id, _locale: "けがや事故", lambda trade, _locale: trade),
            telltales=make_telltales(),
            telling_words=_no_words,
            sentences=sentences,
            looks=no_looks,
            clock=self.clock,
        )
        self.service = IntroductionService(
            desk,
            calendars=Weekdays(),
            hours_of=lambda _member: (time(9), time(17, 30)),
            shared_parts=_shared,
            proposes=lambda one, part, _by, _person, _other: self.proposed.append(one.side(part).ask_id),
        )
        self.service.look()

    @property
    def one(self) -> Introduction:
        """The only introduction."""
        found = self.database.introductions.by_id(pair_id("yamada", "sato"))
        assert found is not None
        return found

    def press(self, action: str, reference: str, by: Member, **values: str) -> Reply:
        """A press in somebody's own conversation."""
        pressed = Pressed(
            id="1",
            address=by.address,
            place=Where(conversation="D1"),
            action=action,
            reference=reference,
            values=values,
        )
        return self.service.handlers[action](pressed, by)

    def ask(self, part: Part) -> Reply:
        """Its coordinator sounds a side out, in the same words every time."""
        person, firm = PEOPLE[part], self.people.company(self.one.side(part).company_id)
        by = STRANGER if firm is not None and firm.coordinator_id == STRANGER.id else COORDINATOR
        reference = f"{self.one.id}:{part}:"
        return self.press(
            actions.INTRODUCTION_ASK_SEND, reference, by, person=person.id, text="お話だけでもいかがですか。"
        )

    def hand_over(self, firm: Company, to: Member) -> None:
        """A firm gets another coordinator."""
        given = replace(firm, coordinator_id=to.id)
        self.people.change(lambda _now: Changes(companies=(given,)))

    def answer(self, part: Part, answer: Answer) -> Reply:
        """A firm answers."""
        action = next(action for action, said in telling.ANSWERS.items() if said is answer)
        return self.press(action, self.one.side(part).ask_id, PEOPLE[part])

    def withdraw(self) -> Reply:
        """The coordinator lets it be."""
        return self.press(actions.INTRODUCTION_WITHDRAW, self.one.id, COORDINATOR)

    def pass_days(self, days: int) -> None:
        """Time passes, tick by tick."""
        for _ in range(days):
            self.clock.advance(timedelta(days=1))
            self.service.tick()

    def received(self, part: Part) -> list[tuple[str, object]]:
        """Every message that a firm's person was owed, with what it says now."""
        found = self._owed(PEOPLE[part])
        assert all(owed.subject_id == self.one.side(part).ask_id for owed, _ in found)
        return [(owed.kind, said) for owed, said in found]

    def messages(self, who: Member) -> list[tuple[str, Addressed | None]]:
        """Every message that a coordinator was owed, with what it says now."""
        return [(owed.kind, said) for owed, said in self._owed(who)]

    def _owed(self, person: Member) -> list[tuple[Owed, Addressed | None]]:
        wanted = select(delivery.c.kind, delivery.c.subject_id, delivery.c.occurrence, delivery.c.person)
        with self.database.engine.connect() as connection:
            rows = connection.execute(wanted.order_by(delivery.c.kind)).all()
        found = [
            Owed(kind=row.kind, subject_id=row.subject_id, occurrence=row.occurrence, person=row.person) for row in rows
        ]
        theirs = [one for one in found if one.person == person.address]
        return [(one, self.service.composers[one.kind](one)) for one in theirs]


def _no_words(_text: str) -> Collection[str]:
    return ()


def _shared(_viewer: Member, card_id: str) -> Sequence[Shown]:
    return (Said(Message("value-card-title", {"name": card_id})),)
