"""A digest is planned once whoever plans it, and says what is true when it is sent."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.bootstrap_digest_export import as_workbook
from bot.core.digests.gathering import Gathering
from bot.core.digests.models import DigestChoice, Dismissal, Line, LineKind, Scope
from bot.core.digests.ports import Pictures, Question, no_pictures
from bot.core.digests.service import DigestService
from bot.core.membership.models import Changes
from bot.core.messages import Item, Locale, Message, OutgoingFile, Reply, Said
from bot.core.owed import Addressed, Owed
from bot.core.people import Member
from bot.core.person_days import PersonDays
from tests.databases import prepared_sqlite
from tests.fakes.deliveries import FakeLog
from tests.unit.core.digests.house import IS_WORKING_DAY, ITO, TAKAHASHI, FakeRecords, at, firm, matter
from tests.unit.core.digests.test_timing import COUNTRY

MONDAY = date(2026, 11, 16)


@dataclass
class _Clock:
    moment: datetime

    def now(self) -> datetime:
        return self.moment


@dataclass
class _Days:
    away: dict[str, tuple[date, date]] = field(default_factory=dict)

    def days_of(self, member: object) -> PersonDays:
        return PersonDays(COUNTRY, away=self.away.get(getattr(member, "id", "")))


@dataclass
class House:
    """A database, what is on record of firms, a clock; services of as many processes as a test wants."""

    database: Database
    clock: _Clock
    records: FakeRecords = field(default_factory=FakeRecords)
    days: _Days = field(default_factory=_Days)
    log: FakeLog = field(default_factory=FakeLog)
    pictures: Pictures = no_pictures
    stands_at: tuple[str, str] | None = None

    def service(self) -> DigestService:
        directory = self.database.people
        gathering = Gathering(records=self.records, directory=directory, is_working_day=IS_WORKING_DAY)
        return DigestService(
            store=self.database.digests,
            gathering=gathering,
            directory=directory,
            calendars=self.days,
            hours_of=lambda member: (time(9), time(17, 30)),
            stands=lambda owed: self.stands_at,
            clock=self.clock,
            log=self.log,
            as_file=as_workbook,
            pictures=self.pictures,
        )

    def compose(self, owed: Owed) -> Addressed | None:
        return self.service().composers["digest"](owed)

    def owed(self) -> list[Owed]:
        """What is owed to Takahashi, the earliest first."""
        with self.database.engine.connect() as connection:
            rows = connection.exec_driver_sql(
                "SELECT kind, subject_id, occurrence, person FROM delivery WHERE person = 'U05' ORDER BY created_at"
            )
            return [Owed(kind=a, subject_id=b, occurrence=c, person=d) for a, b, c, d in rows]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    clock = _Clock(at(MONDAY))
    database = open_database(prepared_sqlite(tmp_path / "data" / "minori.sqlite3"), clock=clock)
    people = tuple(replace(one, added_at=at(date(2026, 4, 1))) for one in (TAKAHASHI, ITO))
    database.people.change(lambda _: Changes(companies=(firm("yamada"),), people=people))
    database.digests.put_choice(DigestChoice(person_id="ito", weekly_on=None, is_daily=False), at(date(2026, 4, 1)))
    yield House(database, clock)
    database.close()


def question(id: str = "q1") -> Question:
    return Question(id=id, asked_at=at(date(2026, 11, 13)), mark="0", company_id="yamada")


def said(addressed: Addressed | None) -> list[str]:
    """The keys of its sentences."""
    assert addressed is not None
    reply: Reply = addressed.reply
    words = [part.message for part in reply.parts if isinstance(part, Said)]
    words += [one for part in reply.parts if isinstance(part, Item) for one in part.words if isinstance(one, Message)]
    return [one.key for one in words]


def test_many_processes_plan_one_digest(house: House) -> None:
    house.records.asked = [question()]
    assert [house.service().tick() for _ in range(3)] == [1, 0, 0]
    assert len(house.owed()) == 1
    assert said(house.compose(house.owed()[0])) == ["digest-question"]
    lines = house.database.audit.lines()
    assert [(one.by_id, one.action, one.company_id) for one in lines] == [("takahashi", "told", "yamada")]


def test_what_was_settled_before_it_is_sent_is_not_said(house: House) -> None:
    house.records.asked = [question(), question("q2")]
    house.service().tick()
    house.records.asked = [question("q2")]
    assert said(house.compose(house.owed()[0])) == ["digest-settled", "digest-question"]
    house.records.asked = []
    assert said(house.compose(house.owed()[0])) == ["digest-all-settled"]


def test_an_empty_week_is_said_and_an_empty_day_is_not(house: House) -> None:
    assert house.service().tick() == 1
    assert said(house.compose(house.owed()[0])) == ["digest-empty-week"]
    house.clock.moment = at(MONDAY + timedelta(days=1))
    assert house.service().tick() == 0
    house.records.asked = [question()]
    house.clock.moment += timedelta(hours=1)
    assert house.service().tick() == 0
    house.clock.moment = at(MONDAY + timedelta(days=2))
    assert house.service().tick() == 1
    assert len(house.owed()) == 2


def test_a_day_tells_only_what_is_new_and_needs_somebody(house: House) -> None:
    house.records.asked = [question()]
    house.service().tick()
    house.clock.moment = at(MONDAY + timedelta(days=1))
    house.records.asked = [question(), question("q2")]
    house.records.heard = {"yamada": at(date(2026, 1, 5))}
    assert house.service().tick() == 1
    assert said(house.compose(house.owed()[1])) == ["digest-question"]
    assert said(house.compose(house.owed()[1])).count("digest-silent") == 0


def choose(house: House, **wished: Any) -> None:
    house.database.digests.put_choice(DigestChoice(person_id="takahashi", **wished), at(date(2026, 4, 1)))


def of_firm(id: str, company_id: str) -> Question:
    return replace(question(id), company_id=company_id)


def test_what_the_weekly_one_says_later_that_day_the_daily_one_does_not(house: House) -> None:
    house.database.people.change(lambda _: Changes(companies=(firm("suzuki"),)))
    chosen = {"scope": Scope.CHOSEN, "firm_ids": ("yamada",), "daily_scope": Scope.ALL}
    choose(house, at=time(13), daily_at=time(9), **chosen)
    # Questions are theirs, of whichever firm: both digests would say them.
    house.records.asked = [of_firm("q1", "yamada"), of_firm("q2", "suzuki"), replace(question("q3"), company_id=None)]
    house.records.known = [matter("e1", wall="wall_2"), matter("e2", company_id="suzuki", wall="wall_2")]
    assert house.service().tick() == 1
    house.clock.moment = at(MONDAY, 13)
    assert house.service().tick() == 1
    daily, weekly = (house.database.digests.by_id(one.subject_id) for one in house.owed())
    assert daily is not None
    assert weekly is not None
    assert {id for _, id, _ in daily.keys} == {"e2"}
    assert {id for _, id, _ in weekly.keys} == {"e1", "q1", "q2", "q3"}


def test_what_the_weekly_one_said_that_morning_the_daily_one_does_not(house: House) -> None:
    choose(house, daily_at=time(15))
    house.records.asked = [question()]
    assert house.service().tick() == 1
    house.records.asked = [question(), question("q2")]
    house.clock.moment = at(MONDAY, 15)
    assert house.service().tick() == 1
    daily = house.database.digests.by_id(house.owed()[1].subject_id)
    assert daily is not None
    assert {id for _, id, _ in daily.keys} == {"q2"}
    house.clock.moment = at(MONDAY, 16)
    assert house.service().tick() == 0


def test_a_daily_one_of_firms_of_its_own_is_drawn_anew_by_these(house: House) -> None:
    house.database.people.change(lambda _: Changes(companies=(firm("suzuki"),)))
    choose(house, weekly_on=None, scope=Scope.CHOSEN, firm_ids=("yamada",), daily_scope=Scope.ALL)
    house.stands_at = ("D05", "1.0")
    house.records.known = [matter("e2", company_id="suzuki", wall="wall_2")]
    service = house.service()
    assert service.tick() == 1
    assert said(house.compose(house.owed()[0])) == ["digest-wall_2"]
    written = list[Reply]()

    def rewrite(conversation: str, message: str, reply: Reply, locale: Locale) -> bool:
        written.append(reply)
        return True

    assert service.refresh(rewrite) == 0
    house.records.known = []
    assert service.refresh(rewrite) == 1
    assert "digest-all-settled" in [part.message.key for part in written[0].parts if isinstance(part, Said)]


def test_a_day_is_told_in_five_lines_and_the_way_to_the_rest(house: House) -> None:
    house.service().tick()
    house.clock.moment = at(MONDAY + timedelta(days=1))
    house.records.asked = [question(f"q{number}") for number in range(1, 13)]
    assert house.service().tick() == 1
    addressed = house.compose(house.owed()[1])
    assert said(addressed) == ["digest-question"] * 5
    assert addressed is not None
    rest = [part.title for part in addressed.reply.parts if isinstance(part, Item) and not part.words]
    assert rest == [Message("digest-rest", {"count": 7})]


def test_nobody_on_leave_is_told_and_what_came_too_late_comes_again(house: House) -> None:
    house.records.asked = [question()]
    house.service().tick()
    house.days.away["takahashi"] = (MONDAY, MONDAY + timedelta(days=2))
    assert house.compose(house.owed()[0]) is None
    house.clock.moment = at(MONDAY + timedelta(days=1))
    assert house.service().tick() == 0
    house.clock.moment = at(MONDAY + timedelta(days=2))
    assert house.service().tick() == 1
    first, second = house.owed()
    assert house.compose(first) is None
    assert said(house.compose(second)) == ["digest-question"]


def test_what_was_put_away_stays_out_until_the_fact_is_another_one(house: House) -> None:
    house.records.known = [matter(wall="wall_1", since=date(2026, 11, 2))]
    service = house.service()
    lines = service.preview(TAKAHASHI, house.clock.now()).lines
    put_away = [Dismissal(key=key, dismissed_at=house.clock.now()) for line in lines for key in line.keys]
    house.database.digests.dismiss("takahashi", put_away)
    assert [one.kind for one in lines] == [LineKind.WALL_1]
    assert service.preview(TAKAHASHI, at(date(2026, 11, 30))).lines == ()
    house.records.known = [matter(wall="wall_1", since=date(2026, 11, 17))]
    assert len(service.preview(TAKAHASHI, at(date(2026, 11, 30))).lines) == 1


def test_what_was_postponed_comes_on_its_day(house: House) -> None:
    house.records.asked = [question()]
    key = (LineKind.QUESTION, "q1", "0")
    until = Dismissal(key=key, dismissed_at=house.clock.now(), until=date(2026, 11, 20))
    house.database.digests.dismiss("takahashi", [until])
    seen = [house.service().preview(TAKAHASHI, at(date(2026, 11, day))).lines for day in (19, 20)]
    assert [len(lines) for lines in seen] == [0, 1]


def test_what_it_carries_needs_no_reminder_that_day(house: House) -> None:
    house.records.known = [matter("e1", wall="wall_1")]
    service = house.service()
    assert not service.carries("takahashi", "encounter", "e1")
    service.tick()
    assert service.carries("takahashi", "encounter", "e1")
    assert not service.carries("takahashi", "issue", "e1")
    assert not service.carries("ito", "encounter", "e1")
    house.clock.moment = at(MONDAY + timedelta(days=1))
    assert not service.carries("takahashi", "encounter", "e1")


def test_records_that_cannot_be_read_keep_nobody_else_from_theirs(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.database.digests.put_choice(DigestChoice(person_id="ito"), at(date(2026, 4, 1)))

    def questions(member: object) -> list[Question]:
        if member == house.database.people.by_id("ito"):
            raise ValueError
        return []

    monkeypatch.setattr(house.records, "questions", questions)
    assert house.service().tick() == 1
    assert len(house.owed()) == 1


def test_what_is_only_counted_comes_as_a_reminder(house: House) -> None:
    days = [date(2026, 10, 1) + timedelta(days=one) for one in range(9)]
    house.records.known = [
        matter(f"e{number}", stage="trial", decision_on=day) for number, day in enumerate(days, start=1)
    ]
    service = house.service()
    service.tick()
    assert [service.carries("takahashi", "encounter", f"e{one}") for one in (1, 8, 9)] == [True, True, False]


PICTURE = OutgoingFile(
    name=Message("chart-standing-title"),
    title=Message("chart-standing-title"),
    media_type="image/png",
    make=lambda _say: b"",
    alt_text=Message("chart-standing-title"),
)


def files_of(house: House, owed: Owed) -> tuple[OutgoingFile, ...]:
    addressed = house.compose(owed)
    assert addressed is not None
    return addressed.reply.files


def test_pictures_of_the_firms_and_lines_go_with_a_weekly_digest_alone(house: House) -> None:
    looked_at: list[tuple[str, list[str], list[LineKind]]] = []

    def pictures(member: Member, ids: Collection[str], lines: Sequence[Line], _now: datetime) -> list[OutgoingFile]:
        looked_at.append((member.id, list(ids), [one.kind for one in lines]))
        return [PICTURE]

    house.pictures, house.records.asked = pictures, [question()]
    house.service().tick()
    assert files_of(house, house.owed()[0]) == (PICTURE,)
    assert looked_at == [("takahashi", ["yamada"], [LineKind.QUESTION])]
    house.records.asked.append(question("q2"))
    house.clock.moment = at(MONDAY + timedelta(days=1))
    house.service().tick()
    assert files_of(house, house.owed()[1]) == ()
    assert len(looked_at) == 1


def test_an_empty_week_is_one_line_without_pictures(house: House) -> None:
    house.pictures = lambda *_: [PICTURE]
    house.service().tick()
    assert files_of(house, house.owed()[0]) == ()


def test_a_digest_whose_pictures_fail_goes_without_them(house: House) -> None:
    def broken(*_: object) -> list[OutgoingFile]:
        raise RuntimeError

    house.pictures, house.records.asked = broken, [question()]
    house.service().tick()
    assert files_of(house, house.owed()[0]) == ()
    assert said(house.compose(house.owed()[0])) == ["digest-question"]
    assert house.log.events("error")[:1] == ["digest_without_pictures"]


def test_what_somebody_else_settled_is_drawn_anew_where_it_stands_and_once(house: House) -> None:
    written: list[tuple[str, str, list[str]]] = []

    def rewrite(conversation: str, message: str, reply: Reply, locale: str) -> bool:
        written.append((conversation, message, said(Addressed(reply=reply, locale="ja"))))
        return len(written) > 1

    house.stands_at = ("D1", "1.1")
    house.records.asked = [question(), question("q2")]
    house.service().tick()
    service = house.service()
    assert service.refresh(rewrite) == 0
    house.records.asked = [question("q2")]
    # Slack could not be reached at first.
    assert [service.refresh(rewrite) for _ in range(3)] == [0, 1, 0]
    assert written == [("D1", "1.1", ["digest-settled", "digest-question"])] * 2
    house.records.asked = [question(), question("q2")]
    assert service.refresh(rewrite) == 1
    assert written[-1][2].count("digest-question") == 1 + 1


def test_a_digest_that_was_not_sent_or_is_long_past_is_left(house: House) -> None:
    house.records.asked = [question()]
    house.service().tick()
    house.records.asked = []
    assert house.service().refresh(lambda *_: True) == 0
    house.stands_at = ("D1", "1.1")
    house.clock.moment = at(MONDAY + timedelta(days=8))
    assert house.service().refresh(lambda *_: True) == 0
    house.clock.moment = at(MONDAY + timedelta(days=6))
    assert house.service().refresh(lambda *_: True) == 1
