"""What happened to a firm's encounters, read a page at a time on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.storage.cockpit_readings import CockpitReadings
from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import writing
from bot.adapters.storage.nudges import reschedule
from bot.core.meetings.models import Change, ChangeKind, Encounter, Kind, State
from bot.core.scheduled import Scheduled
from tests.databases import DATABASES, MakeAddress

NOW = datetime(2026, 11, 16, tzinfo=UTC)


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[Database]:
    opened = open_database(make_address(request.param))
    yield opened
    opened.close()


def _add(database: Database, id: str, company_id: str, *, kind: Kind = Kind.MEETING, state: State = State.OPEN) -> None:
    at = NOW - timedelta(days=int(id))
    one = Encounter(
        id=id,
        company_id=company_id,
        owner_id="sato",
        created_by="sato",
        created_at=at,
        updated_at=at,
        last_contact_on=at.date(),
        kind=kind,
        state=state,
    )
    captured = Change(id=f"{id}-1", encounter_id=id, kind=ChangeKind.CAPTURED, by_id="sato", at=at, detail={})
    database.encounters.add(one, change=captured, scheduled=())


def test_the_last_thing_first_of_this_firm_alone_and_nothing_that_was_taken_back(database: Database) -> None:
    _add(database, "1", "a")
    _add(database, "2", "a", state=State.CLOSED)
    _add(database, "3", "a", state=State.TAKEN_BACK)
    _add(database, "4", "a", kind=Kind.SUPPORT_VISIT)
    _add(database, "5", "b")
    _add(database, "6", "a", state=State.UNCONFIRMED)
    readings = CockpitReadings(database.engine, workspace_id=database.workspace_id)
    count, rows = readings.changes("a")
    assert (count, [(one.encounter_id, one.kind, one.by_id) for one in rows]) == (
        2,
        [("1", "captured", "sato"), ("2", "captured", "sato")],
    )
    assert [one.encounter_id for one in readings.changes("a", offset=1, limit=1)[1]] == ["2"]
    assert readings.changes("a", kinds={"contact"}) == (0, [])
    assert readings.changes("nobody") == (0, [])


def test_what_is_due_of_somebody_and_of_some_firms(database: Database) -> None:
    def waits(subject: str, person_id: str, company_id: str) -> Scheduled:
        return Scheduled(
            subject_kind="encounter",
            subject_id=subject,
            matter="next_step",
            person_id=person_id,
            company_id=company_id,
            cadence="default",
            since=NOW.date(),
            step=0,
            due_on=NOW.date(),
            due_at=NOW,
        )

    readings = CockpitReadings(database.engine, workspace_id=database.workspace_id)
    with writing(database.engine) as connection:
        for subject, person_id, firm in (("1", "sato", "a"), ("2", "sato", "b"), ("3", "takahashi", "b")):
            scheduled = [waits(subject, person_id, firm)]
            reschedule(connection, root_id=subject, scheduled=scheduled, workspace_id=database.workspace_id)
    assert readings.due("takahashi", ["a"], until=NOW) == (1, 1)
    assert readings.due("takahashi", [], until=NOW) == (1, 0)
    assert readings.due("takahashi", ["a", "b"], until=NOW - timedelta(seconds=1)) == (0, 0)
