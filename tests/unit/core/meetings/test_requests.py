"""Asking a colleague: nothing is theirs before they accept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from tests.unit.core.meetings.office import (
    GUEST,
    ITO,
    MORI,
    SATO,
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
    made.captured(next_step=STEP.text, due_on=STEP.due_on, due_time=STEP.due_time)
    return made


def ask(office: Office, *, is_whole: bool = False, text: str = "よろしくお願いします") -> ColleagueRequest:
    request = done(office.service.request("e1", ITO, by=TANAKA, text=text, is_whole=is_whole)).request
    assert request is not None
    return request


def test_a_colleague_is_asked_and_nothing_is_theirs_yet(office: Office) -> None:
    asked = twice(lambda: office.service.request("e1", ITO, by=TANAKA, text="よろしくお願いします"))
    assert asked.request is not None
    assert asked.request.state == RequestState.ASKED
    assert office.owed() == [("meeting_request", "U-ito")]
    assert office.waits(ITO) == {"request": TODAY}
    assert office.waits(TANAKA) == {"next_step": TODAY + 5 * DAY}
    assert asked.encounter.next_step is not None
    assert asked.encounter.next_step.owner_id == "tanaka"


def test_only_with_their_acceptance_the_step_is_theirs(office: Office) -> None:
    request = ask(office)
    for by in (TANAKA, MORI, SATO):
        assert refused(office.service.accept(request.id, by=by)) == "meeting-refused-not-found"
    accepted = twice(lambda: office.service.accept(request.id, by=ITO))
    assert accepted.encounter.next_step is not None
    assert (accepted.encounter.next_step.owner_id, accepted.encounter.owner_id) == ("ito", "tanaka")
    assert accepted.encounter.next_step.text == STEP.text
    assert office.waits(ITO) == {"next_step": TODAY + 5 * DAY}
    assert office.waits(TANAKA) == {}
    assert office.owed()[1:] == [("meeting_request_accepted", "U-tanaka")]
    assert refused(office.service.withdraw(request.id, by=TANAKA)) == "meeting-refused-request-accepted"


def test_who_would_like_to_talk_can_still_accept(office: Office) -> None:
    request = ask(office)
    talks = twice(lambda: office.service.talk(request.id, by=ITO, note="来週なら"))
    assert talks.request is not None
    assert (talks.request.state, talks.request.note) == (RequestState.TALK, "来週なら")
    assert office.waits(ITO) == {}
    assert office.owed()[1:] == [("meeting_request_talk", "U-tanaka")]
    assert done(office.service.accept(request.id, by=ITO)).encounter.next_step is not None
    assert office.waits(ITO) == {"next_step": TODAY + 5 * DAY}


def test_what_is_withdrawn_asks_nothing_any_more(office: Office) -> None:
    request = ask(office)
    twice(lambda: office.service.withdraw(request.id, by=TANAKA))
    assert office.waits(ITO) == {}
    assert office.owed()[1:] == [("meeting_request_withdrawn", "U-ito")]
    assert refused(office.service.accept(request.id, by=ITO)) == "meeting-refused-request-withdrawn"
    assert refused(office.service.talk(request.id, by=ITO)) == "meeting-refused-request-withdrawn"


def test_only_colleagues_of_the_firm_can_be_asked(office: Office) -> None:
    assert [one.id for one in office.service.colleagues(office.now(), besides="tanaka")] == ["ito"]
    for to in (MORI, SATO, GUEST, TANAKA):
        key = refused(office.service.request("e1", to, by=TANAKA, text="お願い"))
        assert key == "meeting-refused-not-colleague"
    assert office.owed() == []
    assert office.waits() == {"next_step": TODAY + 5 * DAY}


def test_where_there_is_no_step_the_words_are_the_step(office: Office) -> None:
    office.service.step_done("e1", by=TANAKA)
    empty = office.service.request("e1", ITO, by=TANAKA)
    assert refused(empty) == "meeting-refused-step-empty"
    step = done(office.service.accept(ask(office, text="見積もりを出す").id, by=ITO)).encounter.next_step
    assert step is not None
    assert (step.text, step.owner_id, step.due_on) == ("見積もりを出す", "ito", None)
    assert office.waits(ITO) == {"set_time": TODAY}


def test_the_whole_encounter_is_handed_over_by_request_too(office: Office) -> None:
    request = ask(office, is_whole=True)
    assert office.now().owner_id == "tanaka"
    taken = done(office.service.accept(request.id, by=ITO)).encounter
    assert taken.next_step is not None
    assert (taken.owner_id, taken.next_step.owner_id) == ("ito", "ito")
    assert office.waits(TANAKA) == {}


def test_what_is_closed_asks_nobody_and_says_so(office: Office) -> None:
    request = ask(office)
    done(office.service.greeting_only("e1", by=TANAKA))
    assert office.store.all_requests[request.id].state == RequestState.WITHDRAWN
    assert office.waits() == {}
    assert office.owed()[1:] == [("meeting_request_withdrawn", "U-ito")]
