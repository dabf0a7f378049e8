"""取り消す: within ten minutes, the newest change, by whoever made it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.meetings.colleague_requests import RequestState
from bot.core.meetings.issues import IssueKind
from bot.core.meetings.models import ChangeKind, Stage, State
from bot.core.meetings.results import Done, Missing, Refused
from tests.unit.core.meetings.office import (
    CARD,
    ITO,
    MORI,
    STEP,
    TANAKA,
    TODAY,
    Office,
    done,
    refused,
    twice,
)

DAY = timedelta(days=1)


@pytest.fixture
def office() -> Office:
    made = Office()
    made.captured()
    return made


def change_of(result: Done | Missing | Refused) -> str:
    change = done(result).change
    assert change is not None
    return change.id


_USES: dict[str, Callable[[Office], Done | Missing | Refused]] = {
    "step": lambda office: office.service.set_step("e1", STEP, by=TANAKA),
    "greeting": lambda office: office.service.greeting_only("e1", by=TANAKA),
    "sleep": lambda office: office.service.sleep("e1", TODAY + 30 * DAY, by=TANAKA),
    "stage": lambda office: office.service.move_stage("e1", Stage.SECOND_MEETING, by=TANAKA),
    "contact": lambda office: office.service.contact("e1", by=TANAKA, on=TODAY, note="電話"),
    "postpone": lambda office: office.service.postpone("e1", TODAY + 9 * DAY, by=TANAKA),
    "correct": lambda office: office.service.correct("e1", by=TANAKA, partner="別の会社"),
    "prepare": lambda office: office.service.prepare("e1", by=TANAKA, goal="約束"),
    "name": lambda office: office.service.name_("e1", "market", "食品", by=TANAKA),
}


@pytest.mark.parametrize("use", _USES.values(), ids=_USES)
def test_what_was_is_again_and_the_history_keeps_both(
    office: Office, use: Callable[[Office], Done | Missing | Refused]
) -> None:
    before, waits = office.now(), office.waits()
    change_id = change_of(use(office))
    office.pass_time(minutes=10)
    back = twice(lambda: office.service.undo(change_id, by=TANAKA)).encounter
    assert back == replace(before, version=3, updated_at=office.clock.now())
    assert office.waits() == waits
    changes = office.store.changes("e1")
    assert [one.is_undone for one in changes] == [False, True, False]
    assert (changes[-1].kind, changes[-1].detail["of"]) == (ChangeKind.UNDONE, change_id)
    again = changes[-1].id
    assert refused(office.service.undo(again, by=TANAKA)) == "meeting-refused-undo-changed"


def test_after_ten_minutes_it_is_too_late(office: Office) -> None:
    change_id = change_of(office.service.set_step("e1", STEP, by=TANAKA))
    change = office.store.change_by_id(change_id)
    assert change is not None
    office.pass_time(minutes=10)
    assert office.service.can_undo(change, by=TANAKA)
    office.pass_time(seconds=1)
    assert not office.service.can_undo(change, by=TANAKA)
    assert refused(office.service.undo(change_id, by=TANAKA)) == "meeting-refused-undo-late"
    assert office.now().next_step is not None


def test_only_the_newest_and_only_by_whoever_made_it(office: Office) -> None:
    first = change_of(office.service.set_step("e1", STEP, by=TANAKA))
    for by in (ITO, MORI):
        assert refused(office.service.undo(first, by=by)) == "meeting-refused-not-found"
    office.service.contact("e1", by=ITO, on=TODAY)
    assert refused(office.service.undo(first, by=TANAKA)) == "meeting-refused-undo-changed"
    assert refused(office.service.undo("nothing", by=TANAKA)) == "meeting-refused-not-found"


def test_a_capture_is_erased_and_can_be_made_again(office: Office) -> None:
    first = office.store.changes("e1")[0].id
    back = twice(lambda: office.service.undo(first, by=TANAKA)).encounter
    assert (back.state, back.partner, back.contact, back.event) == (State.TAKEN_BACK, "", "", "")
    assert all(change.before is None for change in office.store.history if change.encounter_id == "e1")
    assert office.waits() == {}
    assert office.service.sharing(TANAKA, back) == "nothing"
    again = done(office.service.capture(CARD, by=TANAKA)).encounter
    assert (again.state, again.partner, again.version) == (State.OPEN, "山田製作所", 3)
    assert office.waits() == {"no_next_step": TODAY}
    newest = office.store.changes("e1")[-1]
    assert newest.before is None
    assert done(office.service.undo(newest.id, by=TANAKA)).encounter.state == State.TAKEN_BACK


def test_a_request_made_by_it_is_withdrawn_and_the_colleague_told(office: Office) -> None:
    asked = done(office.service.request("e1", ITO, by=TANAKA, text="送る"))
    assert asked.change is not None
    assert asked.request is not None
    done(office.service.undo(asked.change.id, by=TANAKA))
    assert office.store.all_requests[asked.request.id].state == RequestState.WITHDRAWN
    assert office.owed() == [("meeting_request", "U-ito"), ("meeting_request_withdrawn", "U-ito")]
    assert office.waits(ITO) == {}


def test_an_acceptance_that_is_taken_back_is_asked_again_and_the_asker_told(office: Office) -> None:
    asked = done(office.service.request("e1", ITO, by=TANAKA, text="送る", is_whole=True)).request
    assert asked is not None
    accepted = change_of(office.service.accept(asked.id, by=ITO))
    back = done(office.service.undo(accepted, by=ITO)).encounter
    assert back.owner_id == "tanaka"
    assert office.store.all_requests[asked.id].state == RequestState.ASKED
    assert office.waits(ITO) == {"request": TODAY}
    assert office.owed()[1:] == [
        ("meeting_request_accepted", "U-tanaka"),
        ("meeting_request_returned", "U-tanaka"),
    ]


def test_a_closing_that_is_taken_back_asks_the_colleague_again(office: Office) -> None:
    asked = done(office.service.request("e1", ITO, by=TANAKA, text="送る")).request
    assert asked is not None
    closed = change_of(office.service.greeting_only("e1", by=TANAKA))
    done(office.service.undo(closed, by=TANAKA))
    assert office.store.all_requests[asked.id].state == RequestState.ASKED
    assert [kind for kind, _ in office.owed()] == ["meeting_request", "meeting_request_withdrawn", "meeting_request"]


def test_issues_go_back_as_well(office: Office) -> None:
    office.at_stage(Stage.JOINT_STUDY)
    opened = done(office.service.open_issue("e1", IssueKind.COST, "費用", by=TANAKA, due_on=TODAY + DAY))
    assert opened.issue is not None
    assert opened.change is not None
    closed = change_of(office.service.close_issue(opened.issue.id, by=TANAKA))
    done(office.service.undo(closed, by=TANAKA))
    assert office.store.all_issues[opened.issue.id].closed_on is None
    assert "issue" in office.waits()
    other = done(office.service.open_issue("e1", IssueKind.LEGAL, "認証", by=TANAKA, due_on=TODAY + DAY))
    assert other.issue is not None
    assert other.change is not None
    done(office.service.undo(other.change.id, by=TANAKA))
    assert office.store.all_issues[other.issue.id].closed_on == TODAY
    assert len([one for one in office.store.coming() if one.matter == "issue"]) == 1
