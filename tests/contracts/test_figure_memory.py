"""What numbers keep in memory is what the records say, after whatever happened to them; on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.storage import figure_memory
from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.figure_readings import FigureReadings
from bot.core.figures.ports import View
from bot.core.figures.records import Held, Words
from bot.core.meetings.models import ChangeKind, Kind, Stage, State
from bot.core.membership.models import Changes
from bot.core.people import Company, Member
from tests.contracts.test_figure_readings import MAY, NOW, OUTLINE, ROLES, WORDS, change, encounter, keep, view
from tests.databases import DATABASES, MakeAddress


class _Clock:
    def __init__(self) -> None:
        self.moment = NOW

    def now(self) -> object:
        return self.moment


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[Database]:
    opened = open_database(make_address(request.param), clock=_Clock())  # type: ignore[arg-type]
    firms = (Company(id="yamada", name="山田製作所"), Company(id="sato", name="佐藤食品"))
    tanaka = Member(id="tanaka", address="U1", name="田中", company=firms[0], roles=ROLES, added_at=NOW, locale="ja")
    opened.people.change(lambda _: Changes(companies=firms, people=(tanaka,)))
    yield opened
    opened.close()


class Looking:
    """One that remembers, beside one that has just been started."""

    def __init__(self, database: Database) -> None:
        self.database, self.readings = database, self._new(database)

    def held(self, seen: View) -> Held:
        """What both find."""
        found = self.readings.held(replace(seen, has_words=False))
        assert found == self._new(self.database).held(replace(seen, has_words=False))
        return found

    def moved(self, id: str, number: str, kind: ChangeKind, undoes: str = "", **changed: object) -> None:
        """An encounter is another one, with what is told of that."""
        before = self.database.encounters.by_id(id)
        assert before is not None
        after = replace(before, version=before.version + 1, **changed)  # type: ignore[arg-type]
        detail = {"from": before.stage.value, "to": after.stage.value, "outcome": "met", "of": undoes}
        told = replace(change(number, kind, MAY + timedelta(days=int(number)), **detail), encounter_id=id)
        assert self.database.encounters.change(before, after, change=told, scheduled=(), undoes=undoes)

    @staticmethod
    def _new(database: Database) -> FigureReadings:
        return FigureReadings(database.engine, workspace_id=database.workspace_id)


def test_whatever_happens_the_next_look_sees_it(database: Database) -> None:
    looking, both = Looking(database), view(yamada=WORDS, sato=OUTLINE)
    keep(database, encounter("e1", "yamada"))
    keep(database, encounter("e2", "sato"))
    assert [one.id for one in looking.held(both).cases] == ["e2", "e1"]
    looking.moved("e1", "1", ChangeKind.STAGE, stage=Stage.TRIAL)
    assert [one.after for one in looking.held(both).moves] == ["trial"]
    looking.moved("e1", "2", ChangeKind.OUTCOME)
    assert len(looking.held(both).results) == 1
    looking.moved("e1", "3", ChangeKind.UNDONE, undoes="1", stage=Stage.CARDS)
    assert looking.held(both).moves == ()
    looking.moved("e2", "4", ChangeKind.OWNER, owner_id="suzuki", event="別の展示会")
    assert len(looking.held(both).passed) == 1
    keep(database, encounter("e3", "sato"))
    assert len(looking.held(both).cases) == 3
    looking.moved("e3", "5", ChangeKind.UNDONE, state=State.TAKEN_BACK)
    assert len(looking.held(both).cases) == 2


def test_each_reader_sees_their_own(database: Database) -> None:
    looking, both = Looking(database), view(yamada=WORDS, sato=WORDS)
    keep(database, encounter("e1", "yamada"), change("1", ChangeKind.OUTCOME, MAY, outcome="met"))
    keep(database, encounter("e2", "sato"))
    keep(
        database,
        encounter("v1", "sato", kind=Kind.SUPPORT_VISIT, owner_id="takahashi"),
        change("2", ChangeKind.CONTACT),
    )
    others = (
        both,
        replace(both, viewer_id="ito"),
        replace(both, zone=ZoneInfo("America/New_York")),
        view(yamada=OUTLINE, sato=replace(OUTLINE, name="佐藤フーズ")),
        view(yamada=WORDS),
        view(sato=replace(WORDS, is_own=True)),
        view(),
        both,
    )
    found = [looking.held(one) for one in others]
    assert found[0] == found[-1]
    assert found[0] != found[2] != found[3]
    assert found[3].cases[0].words is None


def test_the_zone_of_an_owner_is_that_of_now(database: Database) -> None:
    looking, seen = Looking(database), view(yamada=OUTLINE)
    keep(database, encounter("e1", "yamada"))
    assert looking.held(seen).cases[0].time_zone == "Asia/Tokyo"
    tanaka = database.people.by_id("tanaka")
    assert tanaka is not None
    database.people.change(lambda _: Changes(people=(replace(tanaka, time_zone="Europe/Berlin"),)))
    assert looking.held(seen).cases[0].time_zone == "Europe/Berlin"


def test_no_words_stay_in_memory_but_the_event(database: Database) -> None:
    looking, seen = Looking(database), view(yamada=WORDS)
    keep(database, encounter("e1", "yamada"))
    words = looking.readings.held(seen).cases[0].words
    assert words is not None
    assert words.partner == "丸山工業"
    assert looking.held(seen).cases[0].words == Words(event="展示会")
    words = looking.readings.held(seen).cases[0].words
    assert words is not None
    assert words.partner == "丸山工業"


def test_more_than_is_kept_is_read_all_the_same(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figure_memory, "AT_MOST", 1)
    looking, seen = Looking(database), view(yamada=OUTLINE)
    for id in ("e1", "e2"):
        keep(database, encounter(id, "yamada"))
        looking.held(seen)
    assert len(looking.held(seen).cases) == 2
