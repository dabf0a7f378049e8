"""Value walks with everything real around them: database, listener, cards, planner, tick and composer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.adapters.storage.database import Database
from bot.adapters.storage.tables import metadata
from bot.bootstrap import open_library
from bot.bootstrap_coaching import make_walk_service, walks_beside
from bot.bootstrap_meetings import Meetings, make_meetings
from bot.core.clock import VirtualClock
from bot.core.coaching.cards.models import CardField
from bot.core.coaching.walks.given import NewWalk
from bot.core.coaching.walks.models import Walk, WalkLength
from bot.core.coaching.walks.results import Act, Done, Here, Result
from bot.core.coaching.walks.service import WalkService
from bot.core.membership.models import Changes
from bot.core.messages import Item, Message
from bot.core.owed import Owed
from bot.core.people import Company, Member, Role
from bot.settings import Settings
from tests.databases import prepared_sqlite

FRIDAY = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
AOI = Company(id="aoi", name="あおい精機", coordinator_id="sato")
TANAKA = Member(
    id="tanaka", address="U-tanaka", name="田中", roles=frozenset({Role.MEMBER}), company=AOI, added_at=LONG_AGO
)
_ESCAPED = re.compile(r"\\+u([0-9a-f]{4})")
HERE = Here(conversation="D-tanaka", is_direct=True, present=(TANAKA,))


@dataclass
class Town:
    """One firm with one person, and time that passes."""

    clock: VirtualClock
    service: WalkService
    meetings: Meetings
    database: Database
    number: int = 0

    def act(self) -> Act:
        """Something that Tanaka does."""
        self.number += 1
        return Act(by=TANAKA, here=HERE, request_id=f"r{self.number}")

    def told(self, days: int) -> list[tuple[str, list[object]]]:
        """What Tanaka is told in so many days: the day, and the titles in each message as it is sent."""
        found = []
        for _ in range(days * 24):
            self.clock.advance(timedelta(hours=1))
            if self.meetings.nudges.tick():
                found.append((f"{self.clock.now():%m-%d}", self._titles()))
        return found

    def _titles(self) -> list[object]:
        bundle = self.database.nudges.bundles_of("tanaka", (self.clock.now() + timedelta(hours=9)).date())[-1]
        owed = Owed(kind="nudge", subject_id=bundle.id, occurrence=bundle.slot, person="U-tanaka")
        composed = self.meetings.composers["nudge"](owed)
        return [part.title for part in composed.reply.parts if isinstance(part, Item)] if composed else []


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    clock = VirtualClock(FRIDAY)
    prepared_sqlite(tmp_path / "minori.sqlite3")
    with open_library(Settings(data_dir=tmp_path), clock=clock) as library:
        library.database.people.change(lambda _: Changes(companies=(AOI,), people=(TANAKA,)))
        service = make_walk_service(library)
        meetings = make_meetings(library, beside=walks_beside(library, service))
        meetings.nudges.started()
        yield Town(clock, service, meetings, library.database)


def begun(town: Town, length: WalkLength = WalkLength.TEN_MINUTES) -> Walk:
    new = NewWalk(length=length, locale="ja", trade="metalworking", subject="手を切らない薄板")
    return done(town.service.start(new, act=town.act())).walk


def done(result: Result) -> Done:
    assert isinstance(result, Done), result
    return result


def test_a_walk_that_stands_still_is_told_of_twice_on_working_days_and_names_its_subject(town: Town) -> None:
    begun(town)

    told = town.told(60)

    title = Message("walk-nudge-title", {"subject": "手を切らない薄板"})
    # Monday the 23rd is a holiday; the second and the seventh working day after Friday.
    assert told == [("11-25", [title]), ("12-02", [title])]


def test_one_that_was_put_aside_for_three_weeks_is_told_of_on_that_day(town: Town) -> None:
    walk = begun(town)
    town.service.pause(walk.id, act=town.act(), until=FRIDAY.date() + timedelta(days=21))

    assert [day for day, _ in town.told(60)] == ["12-11", "12-22"]


def test_a_finished_walk_is_told_of_no_more(town: Town) -> None:
    walk = begun(town)
    done(town.service.finish(walk.id, act=town.act()))

    assert town.told(30) == []


def test_a_whole_walk_of_good_answers_fills_the_card_and_is_asked_nothing_about(town: Town) -> None:
    walk = begun(town, WalkLength.WHOLE)
    asked = []
    while (asking := town.service.asking(walk)) is not None:
        if asking.follow_up is not None and asking.follow_up.message is not None:
            asked.append(asking.question.id)
        assert asking.example is not None
        words = {"date": "2026-12-18", "choice": next((one.value for one in asking.question.choices), "")}
        said = words.get(asking.question.kind, asking.example.ja)
        walk = done(town.service.answer(walk.id, said, act=town.act())).walk
    done(town.service.finish(walk.id, act=town.act()))

    assert asked == []
    assert set(town.service.facts(walk)) == set(CardField)
    card = town.database.value_cards.by_walk(walk.id)
    assert card is not None
    assert card.entry(CardField.SUBJECT).words == "手を切らない薄板"
    assert card.confirmed_by == "tanaka"


def test_an_erased_walk_is_nowhere_in_the_database_nor_its_card(town: Town) -> None:
    walk = begun(town)
    done(town.service.answer(walk.id, "厨房機器を組み立てる方です。板の縁で指を切る心配が減ります。", act=town.act()))
    done(town.service.finish(walk.id, act=town.act()))
    assert "手を切らない薄板" in everything(town)

    done(town.service.erase(walk.id, act=town.act()))

    assert "手を切らない薄板" not in everything(town)
    assert "厨房機器" not in everything(town)


def test_an_erased_walk_is_not_in_the_files_of_the_database(town: Town, tmp_path: Path) -> None:
    walk = begun(town)
    words = "zirkon-7781 を組み立てる方です。指を切る心配が減ります。"
    done(town.service.answer(walk.id, words, act=town.act()))
    done(town.service.finish(walk.id, act=town.act()))
    sealed = raw(town, "SELECT body FROM value_walk")
    assert sealed
    assert all(one[:40] in files(tmp_path) for one in sealed)
    assert b"zirkon-7781" not in files(tmp_path)

    done(town.service.erase(walk.id, act=town.act()))
    town.service.settle()

    assert b"zirkon-7781" not in files(tmp_path)
    assert not any(one[:40] in files(tmp_path) for one in sealed)


def raw(town: Town, statement: str) -> list[bytes]:
    """As the database has it."""
    with town.database.engine.connect() as connection:
        return [bytes(one) for one in connection.exec_driver_sql(statement).scalars()]


def files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("minori.sqlite3*")))


def everything(town: Town) -> str:
    """All that the database holds but the script itself, whose examples these words are, JSON undone."""
    tables = [table for table in metadata.sorted_tables if table.name != "value_walk_script"]
    with town.database.engine.connect() as connection:
        rows = [tuple(row) for table in tables for row in connection.execute(select(table))]
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), repr(rows))
