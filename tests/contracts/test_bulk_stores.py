"""What stores must do on both databases for what is done to many at once: kept, chosen together, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.adapters.storage.cockpit_readings import CockpitReadings
from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.figure_readings import FigureReadings
from bot.core.cockpit.event_plan import Kept
from bot.core.figures.periods import Period
from bot.core.figures.ports import Seen, View
from bot.core.meetings.funding import ProgrammeChoice
from bot.core.meetings.models import Change, ChangeKind, Encounter, State
from bot.core.nudges.models import CadenceChoice
from bot.core.scheduled import Scheduled
from tests.databases import DATABASES, MakeAddress

NOW = datetime(2026, 11, 16, tzinfo=UTC)
KEPT = Kept(id="k1", by_id="takahashi", at=NOW, kind="event", before=(("cadence", "aoi", "展示会", "", "", ""),))


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[Database]:
    opened = open_database(make_address(request.param))
    yield opened
    opened.close()


def choice(company_id: str, cadence: str, at: datetime = NOW, name: str = "展示会") -> CadenceChoice:
    return CadenceChoice(
        company_id=company_id, scope="event", name=name, cadence=cadence, chosen_by="takahashi", chosen_at=at
    )


def counted(company_id: str, programme_id: str, at: datetime = NOW) -> ProgrammeChoice:
    return ProgrammeChoice(
        company_id=company_id,
        event_key="展示会",
        fiscal_year=2026,
        programme_id=programme_id,
        chosen_by="takahashi",
        chosen_at=at,
    )


def test_what_was_done_is_kept_for_a_day_and_taken_back_once(database: Database) -> None:
    store = database.cockpit_changes
    store.keep(KEPT)
    store.keep(replace(KEPT, before=()))
    assert store.kept("k1") == KEPT, "the same once more changes nothing"
    assert [store.undone("k1"), store.undone("k1")] == [True, False]
    assert store.kept("k1") == replace(KEPT, is_undone=True)
    store.keep(replace(KEPT, id="k2", at=NOW + timedelta(days=2)))
    assert store.kept("k1") is None


def test_cadences_are_chosen_for_many_and_put_back_where_nobody_chose_since(database: Database) -> None:
    wishes, later = database.nudge_wishes, NOW + timedelta(minutes=1)
    wishes.put_choice(choice("aoi", "slow", NOW - timedelta(days=1)))
    wishes.put_choices([choice("aoi", "fair"), choice("beni", "fair"), choice("cha", "fair")])
    wishes.put_choice(choice("cha", "trial", later))
    wishes.put_choices(
        [choice("aoi", "slow", NOW - timedelta(days=1)), choice("cha", "slow")],
        gone=[("beni", "event", "展示会")],
        only_of=NOW,
    )
    assert {one.company_id: one.cadence for one in wishes.choices()} == {"aoi": "slow", "cha": "trial"}


def test_programmes_are_chosen_for_many_and_put_back_where_nobody_chose_since(database: Database) -> None:
    store = database.programme_choices
    store.put([counted("aoi", "p1"), counted("beni", "p1"), counted("cha", "p1")])
    store.put([counted("cha", "p2", NOW + timedelta(minutes=1))])
    store.put(
        [counted("aoi", "p0", NOW - timedelta(days=1))],
        gone=[("beni", "展示会", 2026), ("cha", "展示会", 2026)],
        only_of=NOW,
    )
    assert {one.company_id: one.programme_id for one in store.choices()} == {"aoi": "p0", "cha": "p2"}
    assert [one.company_id for one in store.choices(["cha"])] == ["cha"]


def test_numbers_know_the_programmes_chosen_for_firms_that_may_be_seen(database: Database) -> None:
    database.programme_choices.put([counted("aoi", "p1"), counted("beni", "p2")])
    day = NOW.date()
    seen = View(
        viewer_id="takahashi",
        firms={"aoi": Seen(name="青井", has_words=True)},
        names={"aoi": "青井"},
        period=Period(day, day),
        zone=UTC,
    )
    held = FigureReadings(database.engine, workspace_id=database.workspace_id).held(seen)
    assert held.programmes == {("aoi", "展示会", 2026): "p1"}


def add(database: Database, id: str, event: str, state: State = State.OPEN, due_on: date | None = None) -> None:
    one = Encounter(
        id=id,
        company_id="aoi",
        owner_id="sato",
        created_by="sato",
        created_at=NOW,
        updated_at=NOW,
        last_contact_on=NOW.date(),
        event=event,
        state=state,
    )
    change = Change(id=f"c{id}", encounter_id=id, kind=ChangeKind.CAPTURED, by_id="sato", at=NOW, detail={})
    told = Scheduled(
        subject_kind="encounter",
        subject_id=id,
        matter="no_next_step",
        person_id="sato",
        company_id="aoi",
        cadence="default",
        since=NOW.date(),
        step=0,
        due_on=due_on or NOW.date(),
        due_at=NOW,
    )
    database.encounters.add(one, change=change, scheduled=[told] if due_on else [])


def test_an_event_is_found_however_its_name_is_spelled(database: Database) -> None:
    add(database, "1", "ものづくり展 2026", due_on=date(2026, 11, 20))
    add(database, "2", "ものづくり展２０２６")
    add(database, "3", "ものづくり展2025")
    add(database, "4", "ものづくり展2026", State.CLOSED)
    add(database, "5", "ものづくり展2026", State.UNCONFIRMED)
    readings = CockpitReadings(database.engine, workspace_id=database.workspace_id)
    found, ended = readings.of_event(["aoi"], "ものづくり展2026")
    assert ([one.id for one in found], ended) == (["1", "2"], {"4": "aoi"})
    assert readings.of_event(["beni"], "ものづくり展2026") == ([], {})
    assert readings.next_due(["1", "2"]) == {"1": date(2026, 11, 20)}
    assert [one.id for one in database.encounters.of_event("aoi", "ものづくり展2026")] == ["1", "2", "5"]
