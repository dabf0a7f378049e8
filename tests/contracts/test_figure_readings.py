"""What numbers are read through, on both databases: whose records, without which words, with what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import insert_once, writing
from bot.adapters.storage.figure_readings import FigureReadings
from bot.adapters.storage.tables import bundle, bundle_item, delivery, question
from bot.core.figures.periods import Period, fiscal_year
from bot.core.figures.ports import Seen, View
from bot.core.figures.records import Contact, Held, Move, Passed, Result, Told
from bot.core.meetings.funding import Programme
from bot.core.meetings.models import Change, ChangeKind, Encounter, Kind, NextStep, Outcome, Stage, State
from bot.core.membership.models import Changes
from bot.core.people import Company, Member, Role
from tests.databases import DATABASES, MakeAddress

NOW = datetime(2026, 11, 16, 0, 0, tzinfo=UTC)
MAY = datetime(2026, 5, 1, 20, 0, tzinfo=UTC)
"""The 2nd in Japan."""
WORDS = Seen(name="山田製作所", has_words=True)
OUTLINE = Seen(name="佐藤食品", has_words=False)
ROLES = frozenset({Role.MEMBER})


class _Clock:
    def now(self) -> datetime:
        return NOW


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[Database]:
    opened = open_database(make_address(request.param), clock=_Clock())
    firms = tuple(
        Company(id=id, name=name) for id, name in (("yamada", "山田製作所"), ("sato", "佐藤食品"), ("ito", "伊藤"))
    )
    tanaka = Member(id="tanaka", address="U1", name="田中", company=firms[0], roles=ROLES, added_at=NOW, locale="ja")
    opened.people.change(lambda _: Changes(companies=firms, people=(tanaka,)))
    yield opened
    opened.close()


def view(**firms: Seen) -> View:
    return View(
        viewer_id="takahashi",
        firms=firms,
        names={"yamada": "山田製作所", "sato": "佐藤食品", "ito": "伊藤"},
        period=fiscal_year(2026),
        zone=ZoneInfo("Asia/Tokyo"),
    )


def encounter(id: str, company_id: str | None, **changed: object) -> Encounter:
    values: dict[str, object] = {
        "owner_id": "tanaka",
        "created_by": "tanaka",
        "created_at": MAY,
        "updated_at": MAY,
        "last_contact_on": date(2026, 5, 2),
        "partner": "丸山工業",
        "event": "展示会",
    }
    return Encounter(id=id, company_id=company_id, **(values | changed))  # type: ignore[arg-type]


def keep(database: Database, one: Encounter, *changes: Change) -> None:
    captured = Change(
        id=f"{one.id}-0", encounter_id=one.id, kind=ChangeKind.CAPTURED, by_id="tanaka", at=MAY, detail={}
    )
    database.encounters.add(one, change=captured, scheduled=())
    before = one
    for change in changes:
        after = replace(before, version=before.version + 1)
        assert database.encounters.change(before, after, change=replace(change, encounter_id=one.id), scheduled=())
        before = after


def change(id: str, kind: ChangeKind, at: datetime = MAY, by: str = "tanaka", **detail: str) -> Change:
    return Change(id=id, encounter_id="", kind=kind, by_id=by, at=at, detail=detail)


def held(database: Database, seen: View) -> Held:
    return FigureReadings(database.engine, workspace_id=database.workspace_id).held(seen)


def test_each_firm_as_far_as_it_shares_and_nothing_of_others(database: Database) -> None:
    for id in ("yamada", "sato", "ito"):
        keep(database, encounter(f"e-{id}", id))
    keep(database, encounter("e-none", None))
    found = {one.id: one for one in held(database, view(yamada=WORDS, sato=OUTLINE)).cases}
    assert set(found) == {"e-yamada", "e-sato"}
    assert found["e-sato"].words is None
    words = found["e-yamada"].words
    assert words is not None
    assert (words.partner, words.owner, found["e-yamada"].event) == ("丸山工業", "田中", "展示会")
    assert (found["e-sato"].began_on, found["e-sato"].firm) == (date(2026, 5, 2), "佐藤食品")
    assert held(database, view()).cases == ()


def test_visits_are_their_coordinators_own(database: Database) -> None:
    keep(database, encounter("own", "ito", kind=Kind.SUPPORT_VISIT, owner_id="takahashi"))
    keep(database, encounter("other", "yamada", kind=Kind.SUPPORT_VISIT, owner_id="suzuki"))
    keep(database, encounter("hidden", "ito", kind=Kind.SUPPORT_VISIT, owner_id="suzuki"))
    found = {one.id: one for one in held(database, view(yamada=WORDS)).cases}
    assert set(found) == {"own", "other"}
    assert (found["own"].firm, found["own"].words is not None, found["own"].is_visit) == ("伊藤", True, True)
    of_firm = replace(view(yamada=replace(WORDS, is_own=True)), viewer_id="tanaka")
    assert held(database, of_firm).cases == ()


@pytest.mark.parametrize("state", [State.UNCONFIRMED, State.TAKEN_BACK])
def test_what_is_not_confirmed_or_was_taken_back_does_not_count(database: Database, state: State) -> None:
    keep(database, encounter("e", "yamada", state=state))
    assert held(database, view(yamada=WORDS)) == Held()


def test_what_an_encounter_has_is_as_it_was_written(database: Database) -> None:
    step = NextStep(text="訪問", owner_id="tanaka", due_on=date(2026, 11, 20), due_time="10:00", is_meeting=True)
    meets_at = datetime(2026, 11, 15, 16, 0, tzinfo=UTC)
    one = encounter(
        "e",
        "yamada",
        stage=Stage.TRIAL,
        outcome=Outcome.PARTLY,
        meets_at=meets_at,
        met_on=date(2026, 4, 30),
        next_step=step,
        programme_id="p1",
    )
    keep(database, one)
    (found,) = held(database, view(yamada=OUTLINE)).cases
    assert (found.stage, found.wall, found.outcome, found.programme_id) == ("trial", "wall_3", "partly", "p1")
    assert (found.began_on, found.meets_on, found.awaits_result) == (date(2026, 4, 30), date(2026, 11, 16), True)
    assert (found.step_on, found.step_time) == (date(2026, 11, 20), "10:00")


def test_changes_are_told_with_their_days_and_not_what_was_taken_back(database: Database) -> None:
    later = MAY + timedelta(days=10)
    keep(
        database,
        encounter("e", "yamada"),
        change("1", ChangeKind.STAGE, at=MAY - timedelta(days=400), **{"from": "cards", "to": "second_meeting"}),
        change("2", ChangeKind.OUTCOME, later, outcome="met", on="2026-05-11"),
        change("3", ChangeKind.OWNER, later),
        change("4", ChangeKind.CONTACT, later, on="2026-05-10"),
    )
    keep(
        database,
        encounter("v", "yamada", kind=Kind.SUPPORT_VISIT, owner_id="takahashi"),
        change("5", ChangeKind.CONTACT, later, on="2026-05-10"),
    )
    keep(database, encounter("x", "ito"), change("6", ChangeKind.OWNER, later))
    found = held(database, view(yamada=OUTLINE))
    moved_on = (MAY - timedelta(days=400)).astimezone(ZoneInfo("Asia/Tokyo")).date()
    assert found.moves == (Move(case_id="e", on=moved_on, before="cards", after="second_meeting"),)
    assert found.results == (Result(case_id="e", on=date(2026, 5, 11), outcome="met"),)
    assert found.passed == (Passed(case_id="e", on=date(2026, 5, 12)),)
    assert found.contacts == (Contact(case_id="v", on=date(2026, 5, 10)),)
    before = replace(view(yamada=OUTLINE), period=Period(date(2027, 1, 1), date(2027, 3, 31)))
    assert (held(database, before).results, held(database, before).moves) == ((), found.moves)


def test_a_change_that_was_undone_is_none(database: Database) -> None:
    one = encounter("e", "yamada")
    keep(database, one, change("1", ChangeKind.OWNER))
    now = database.encounters.by_id("e")
    assert now is not None
    undone = change("2", ChangeKind.UNDONE, of="1")
    after = replace(now, version=now.version + 1)
    assert database.encounters.change(now, after, change=replace(undone, encounter_id="e"), scheduled=(), undoes="1")
    assert held(database, view(yamada=OUTLINE)).passed == ()


def put(database: Database, table: object, **values: object) -> None:
    with writing(database.engine) as connection:
        insert_once(connection, table, {"workspace_id": database.workspace_id, **values})  # type: ignore[arg-type]


def tell(database: Database, id: str, at: datetime, subject: tuple[str, str], state: str = "sent") -> None:
    put(database, bundle, id=id, person_id="tanaka", day=at.date(), slot="09:00", created_at=at)
    put(
        database,
        bundle_item,
        bundle_id=id,
        ordinal=0,
        nudge_id=f"n-{id}",
        occurrence=id,
        subject_kind=subject[0],
        subject_id=subject[1],
        matter="next_step",
        cadence="default",
        since=at.date(),
        step=1,
        due_on=at.date(),
        is_late=False,
    )
    put(
        database,
        delivery,
        id=f"d-{id}",
        kind="nudge",
        subject_id=id,
        occurrence="09:00",
        person="U1",
        conversation="",
        thread="",
        state=state,
        created_at=at,
        next_at=at,
        attempts=1,
    )


def test_reminders_that_were_sent_and_what_was_done_after_them(database: Database) -> None:
    later = MAY + timedelta(days=3)
    others = change("1", ChangeKind.STEP_DONE, MAY + timedelta(days=2), by="sato")
    keep(database, encounter("e", "yamada"), others, change("2", ChangeKind.STEP_DONE, later))
    keep(database, encounter("x", "ito"))
    told_at = MAY + timedelta(hours=1)
    tell(database, "b1", told_at, ("encounter", "e"))
    tell(database, "b2", MAY + timedelta(days=1), ("encounter", "e"), state="dead")
    tell(database, "b3", MAY + timedelta(days=2), ("encounter", "x"))
    tell(database, "b4", MAY + timedelta(days=2), ("programme", "p1"))
    found = held(database, view(yamada=OUTLINE))
    assert found.told == (
        Told(
            case_id="e",
            person_id="tanaka",
            at=told_at,
            on=date(2026, 5, 2),
            matter="next_step",
            step=2,
            acted_at=later,
        ),
    )


def test_questions_of_a_firms_people_without_their_words(database: Database) -> None:
    for id, asker in (("q1", "U1"), ("q2", "U9")):
        put(
            database,
            question,
            id=id,
            conversation_id="c",
            asked_at=MAY,
            locale="ja",
            text="就業規則",
            state="answered",
            answer={},
            duration_ms=1,
            asker=asker,
        )
    (one,) = held(database, view(yamada=OUTLINE)).asked
    assert (one.id, one.company_id, one.firm, one.on, one.state) == (
        "q1",
        "yamada",
        "佐藤食品",
        date(2026, 5, 2),
        "answered",
    )
    assert "就業規則" not in repr(one)
    assert held(database, view(sato=OUTLINE)).asked == ()


def test_events_and_programmes(database: Database) -> None:
    keep(database, encounter("a", "yamada"))
    keep(database, encounter("b", "yamada", event="商談会", created_at=NOW))
    keep(database, encounter("c", "ito", event="見本市"))
    readings = FigureReadings(database.engine, workspace_id=database.workspace_id)
    assert readings.events(["yamada", "sato"]) == ["商談会", "展示会"]
    for year, name in ((2026, "伴走支援"), (2025, "古い事業"), (2026, "")):
        one = Programme(id=f"{year}{name}", name=name, owner_id="takahashi", fiscal_year=year)
        database.encounters.put_programme(one, scheduled=())
    assert [(one.name, one.period) for one in readings.programmes([2026])] == [("伴走支援", fiscal_year(2026))]
