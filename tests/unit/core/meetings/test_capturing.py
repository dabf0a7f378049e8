"""Writing encounters down: whose they are, what is refused, what a second press does, what waits from then on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.meetings.given import WORDS_AT_MOST, NewEncounter
from bot.core.meetings.models import ChangeKind, Ending, Kind, State, Wall
from tests.unit.core.meetings.office import (
    CARD,
    FRIDAY,
    GUEST,
    ITO,
    KATO,
    MORI,
    SATO,
    SUZUKI,
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
    return Office()


def test_a_capture_is_the_firms_and_waits_for_a_next_step(office: Office) -> None:
    captured = twice(lambda: office.service.capture(CARD, by=TANAKA))
    one = captured.encounter
    assert (one.company_id, one.owner_id, one.created_by, one.state) == ("aoi", "tanaka", "tanaka", State.OPEN)
    assert (one.last_contact_on, one.since, one.version) == (TODAY - DAY, TODAY, 1)
    assert one.wall == Wall.CARDS
    assert captured.asks_next
    assert office.waits(TANAKA) == {"no_next_step": TODAY}
    assert [change.kind for change in office.store.changes("e1")] == [ChangeKind.CAPTURED]


def test_with_a_whole_next_step_only_that_waits(office: Office) -> None:
    one = office.captured(next_step=" サンプルを送る ", due_on=TODAY + 5 * DAY, due_time="10:00")
    assert one.next_step is not None
    assert one.next_step.text == "サンプルを送る"
    assert one.wall is None
    assert office.waits() == {"next_step": TODAY + 5 * DAY}


@pytest.mark.parametrize(("due_on", "due_time"), [(None, ""), (TODAY + DAY, ""), (None, "10:00")])
def test_a_step_without_day_or_time_waits_for_them(office: Office, due_on: object, due_time: str) -> None:
    one = office.captured(next_step="送る", due_on=due_on, due_time=due_time)
    assert one.wall == Wall.CARDS
    assert office.waits() == {"set_time": TODAY}


def test_a_planned_meeting_waits_for_a_goal_and_an_outcome_and_not_for_a_step(office: Office) -> None:
    office.captured(met_on=None, meets_at=FRIDAY + 7 * DAY)
    assert office.waits() == {"prepare": TODAY + 7 * DAY, "outcome": TODAY + 7 * DAY}
    office.captured(id="e2", met_on=None, meets_at=FRIDAY + 7 * DAY, goal="試作の約束")
    assert [one.matter for one in office.store.scheduled["e2"]] == ["outcome"]


def test_a_greeting_is_closed_at_once_and_asks_nothing(office: Office) -> None:
    captured = done(office.service.capture(replace(CARD, is_greeting=True), by=TANAKA))
    assert (captured.encounter.state, captured.encounter.ending) == (State.CLOSED, Ending.GREETING)
    assert not captured.asks_next
    assert office.waits() == {}


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"partner": " ", "contact": ""}, "meeting-refused-nobody"),
        ({"met_on": TODAY + DAY}, "meeting-refused-day-to-come"),
        ({"next_step": "送る", "due_on": TODAY - DAY}, "meeting-refused-day-gone"),
        ({"next_step": "送る", "due_time": "25:00"}, "meeting-refused-time"),
        ({"next_step": "送る", "due_time": "１０:00"}, "meeting-refused-time"),
    ],
)
def test_what_cannot_be_is_refused(office: Office, fields: dict[str, object], key: str) -> None:
    assert refused(office.service.capture(replace(CARD, **fields), by=TANAKA)) == key  # type: ignore[arg-type]
    assert office.store.rows == {}


@pytest.mark.parametrize("by", [GUEST, KATO, replace(TANAKA, left_at=FRIDAY)])
def test_who_owns_nothing_records_nothing(office: Office, by: object) -> None:
    assert refused(office.service.capture(CARD, by=by)) == "meeting-refused-guest"  # type: ignore[arg-type]


def test_an_id_of_another_firm_shows_nothing_of_it(office: Office) -> None:
    office.captured()
    assert refused(office.service.capture(CARD, by=MORI)) == "meeting-refused-not-found"
    assert office.now().company_id == "aoi"


def test_words_are_kept_as_they_are_but_not_without_end(office: Office) -> None:
    one = office.captured(topic="  新しい\x00検査\ud800機 " + "長" * 3_000)
    assert one.topic.startswith("新しい検査機 長")
    assert len(one.topic) == WORDS_AT_MOST
    assert one.topic.endswith("…")


def test_a_support_visit_is_its_coordinators_own_and_at_no_wall(office: Office) -> None:
    new = NewEncounter(id="v1", kind=Kind.SUPPORT_VISIT, company_id="aoi", topic="検査機の相談", met_on=TODAY)
    one = done(office.service.capture(new, by=SATO)).encounter
    assert (one.company_id, one.owner_id, one.wall) == ("aoi", "sato", None)
    assert office.waits() == {}
    assert office.service.may_change(SATO, one)
    assert not office.service.may_change(TANAKA, one)
    assert refused(office.service.correct("v1", by=TANAKA, topic="別")) == "meeting-refused-not-found"
    elsewhere = replace(new, id="v2", company_id="nowhere")
    assert refused(office.service.capture(elsewhere, by=SATO)) == "meeting-refused-not-your-firm"
    assert refused(office.service.capture(replace(new, id="v3"), by=SUZUKI)) == "meeting-refused-not-your-firm"


def test_what_a_coordinator_writes_for_somebody_counts_once_they_confirm(office: Office) -> None:
    written = twice(lambda: office.service.write_for(CARD, by=SATO, member=TANAKA)).encounter
    assert (written.state, written.owner_id, written.confirm_by) == (State.UNCONFIRMED, "tanaka", "tanaka")
    assert office.owed() == [("meeting_confirm", "U-tanaka")]
    assert office.waits() == {"confirm": TODAY}
    assert refused(office.service.confirm("e1", by=ITO)) == "meeting-refused-not-yours"
    assert refused(office.service.contact("e1", by=TANAKA, on=TODAY)) == "meeting-refused-unconfirmed"
    done(office.service.correct("e1", by=TANAKA, contact="山田 次郎"))
    confirmed = twice(lambda: office.service.confirm("e1", by=TANAKA))
    assert (confirmed.encounter.state, confirmed.encounter.contact) == (State.OPEN, "山田 次郎")
    assert office.waits() == {"no_next_step": TODAY}
    assert office.service.sharing(SATO, confirmed.encounter) == "outline"


def test_what_is_not_confirmed_is_erased_and_the_coordinator_told(office: Office) -> None:
    office.service.write_for(CARD, by=SATO, member=TANAKA)
    done(office.service.correct("e1", by=TANAKA, topic="秘密の相談"))
    one = done(office.service.refuse("e1", by=TANAKA)).encounter
    assert (one.state, one.partner, one.contact, one.topic) == (State.TAKEN_BACK, "", "", "")
    assert all(change.before is None for change in office.store.history if change.encounter_id == "e1")
    assert office.owed() == [("meeting_confirm", "U-tanaka"), ("meeting_not_kept", "U-sato")]
    assert office.waits() == {}
    assert refused(office.service.confirm("e1", by=TANAKA)) == "meeting-refused-not-found"


def test_nobody_writes_for_people_of_firms_they_do_not_coordinate(office: Office) -> None:
    for by, member in ((SUZUKI, TANAKA), (ITO, TANAKA), (KATO, TANAKA), (SATO, SUZUKI), (SATO, GUEST)):
        assert refused(office.service.write_for(CARD, by=by, member=member)) == "meeting-refused-not-your-firm"
    assert office.store.rows == {}


def test_a_correction_says_which_fields_and_moves_the_day_it_counts_from(office: Office) -> None:
    office.captured()
    day = TODAY - 3 * DAY
    corrected = twice(lambda: office.service.correct("e1", by=ITO, partner=" 山田製作所 本社", met_on=day))
    assert (corrected.encounter.partner, corrected.encounter.last_contact_on) == ("山田製作所 本社", day)
    assert corrected.change is not None
    assert corrected.change.detail == {"fields": "met_on partner"}
    assert refused(office.service.correct("e1", by=ITO, met_on=TODAY + DAY)) == "meeting-refused-day-to-come"
    assert refused(office.service.correct("e1", by=MORI, topic="x")) == "meeting-refused-not-found"
    assert refused(office.service.correct("e1", by=SATO, topic="x")) == "meeting-refused-not-yours"


def test_an_encounter_can_have_a_cadence_of_its_own(office: Office) -> None:
    office.captured()
    twice(lambda: office.service.set_cadence("e1", "slow", by=TANAKA))
    assert [one.cadence for one in office.store.coming()] == ["slow"]
