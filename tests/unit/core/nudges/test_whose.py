"""Nobody makes a nudge for somebody else without their acceptance; and none is left of what is over.

Encounters with their own service and the real planning, in a real database.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.core.clock import VirtualClock
from bot.core.meetings.issues import IssueKind
from bot.core.meetings.models import Reason, Stage
from bot.core.meetings.service import MeetingService
from bot.core.membership.models import Changes
from bot.core.nudges.planning import Planning
from bot.core.people import Member
from tests.databases import prepared_sqlite
from tests.fakes.meetings import PlainWeek
from tests.fakes.nudges import FakeCalendars, shipped_cadences
from tests.unit.core.meetings.office import (
    AOI,
    CARD,
    EVERYBODY,
    FRIDAY,
    ITO,
    MIDORI,
    SATO,
    STEP,
    SUZUKI,
    TANAKA,
    TODAY,
    done,
    refused,
)


class Firm:
    """The service of encounters over a database."""

    def __init__(self, database: Database, clock: VirtualClock) -> None:
        self.database = database
        database.people.change(lambda _: Changes(companies=(AOI, MIDORI), people=EVERYBODY))
        planning = Planning(
            cadences=shipped_cadences(),
            calendars=FakeCalendars(),
            directory=database.people,
            choices=database.nudge_wishes.choices,
            clock=clock,
        )
        self.meetings = MeetingService(
            clock=clock,
            store=database.encounters,
            directory=database.people,
            planner=planning,
            calendars=PlainWeek(),
        )

    def coming(self, member: Member) -> list[str]:
        """The matters that wait for somebody."""
        rows = self.database.nudges.coming(member.id, until=FRIDAY + timedelta(days=400))
        return sorted(row.matter for row in rows)


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    clock = VirtualClock(FRIDAY)
    database = open_database(prepared_sqlite(tmp_path / "minori.sqlite3"), clock=clock)
    yield Firm(database, clock)
    database.close()


def test_a_colleague_is_asked_and_nudged_only_after_they_accept(firm: Firm) -> None:
    done(firm.meetings.capture(CARD, by=TANAKA))
    assert firm.coming(TANAKA) == ["no_next_step"]
    assert refused(firm.meetings.set_step("e1", STEP, by=TANAKA, owner=ITO)) == "meeting-refused-ask-them"
    assert firm.coming(ITO) == []
    done(firm.meetings.set_step("e1", STEP, by=TANAKA))
    asked = done(firm.meetings.request("e1", ITO, by=TANAKA)).request
    assert asked
    assert (firm.coming(TANAKA), firm.coming(ITO)) == (["next_step"], ["request"])
    done(firm.meetings.accept(asked.id, by=ITO))
    assert (firm.coming(TANAKA), firm.coming(ITO)) == ([], ["next_step"])


def test_an_issue_under_a_colleagues_name_reminds_whoever_wrote_it(firm: Firm) -> None:
    one = done(firm.meetings.capture(CARD, by=TANAKA)).encounter
    for name in ("market", "end_user", "decider"):
        firm.meetings.name_(one.id, name, "x", by=TANAKA)
    done(firm.meetings.move_stage(one.id, Stage.JOINT_STUDY, by=TANAKA))
    due_on = TODAY + timedelta(days=9)
    done(firm.meetings.open_issue(one.id, IssueKind.COST, "見積", by=TANAKA, owner=ITO, due_on=due_on))
    assert "issue" in firm.coming(TANAKA)
    assert firm.coming(ITO) == []


def test_a_coordinator_writes_for_people_of_their_own_firms_who_confirm_it(firm: Firm) -> None:
    assert refused(firm.meetings.write_for(CARD, by=SUZUKI, member=TANAKA)) == "meeting-refused-not-your-firm"
    assert firm.coming(TANAKA) == []
    done(firm.meetings.write_for(CARD, by=SATO, member=TANAKA))
    assert firm.coming(TANAKA) == ["confirm"]
    done(firm.meetings.confirm("e1", by=TANAKA))
    assert firm.coming(TANAKA) == ["no_next_step"]


def test_nothing_is_left_of_what_is_over_and_all_of_it_is_back_when_taken_back(firm: Firm) -> None:
    done(firm.meetings.capture(CARD, by=TANAKA))
    declined = done(firm.meetings.decline("e1", Reason.PRICE, by=TANAKA))
    assert firm.coming(TANAKA) == []
    assert declined.change
    done(firm.meetings.undo(declined.change.id, by=TANAKA))
    assert firm.coming(TANAKA) == ["no_next_step"]
    done(firm.meetings.sleep("e1", TODAY + timedelta(days=90), by=TANAKA))
    assert firm.coming(TANAKA) == ["wake"]
