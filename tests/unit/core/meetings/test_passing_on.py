"""What stays when somebody leaves, what is planned anew, and which firms are the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.meetings.colleague_requests import RequestState
from bot.core.meetings.models import Stage
from bot.core.meetings.names import same_company_key
from tests.unit.core.meetings.office import (
    FRIDAY,
    ITO,
    KATO,
    MORI,
    SATO,
    STEP,
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
    made = Office()
    made.captured()
    return made


def leave(office: Office) -> int:
    left = office.service.leave(TANAKA)
    office.people.put(replace(TANAKA, left_at=FRIDAY))
    return left


def test_what_somebody_leaves_is_offered_to_the_next_and_nobodys_before(office: Office) -> None:
    office.captured(id="e2", partner="別の会社")
    assert leave(office) == 2
    assert office.owed() == []
    assert office.waits(TANAKA) == {}
    assert [one.matter for one in office.store.coming("ito")] == ["request", "request"]
    assert {one.owner_id for one in office.store.rows.values()} == {"tanaka"}
    for viewer in (ITO, SATO):
        assert {one.id for one in office.service.unowned(viewer)} == {"e1", "e2"}
    for viewer in (MORI, SUZUKI, KATO):
        assert list(office.service.unowned(viewer)) == []
    [asked] = office.store.requests("e1")
    taken = done(office.service.accept(asked.id, by=ITO)).encounter
    assert taken.owner_id == "ito"
    assert [one.id for one in office.service.unowned(ITO)] == ["e2"]
    assert office.service.leave(TANAKA) == 0
    assert [one.state for one in office.store.requests("e2")] == [RequestState.ASKED]


def test_the_words_stay_with_the_firm(office: Office) -> None:
    leave(office)
    assert (office.now().partner, office.now().contact) == ("山田製作所", "山田 太郎")


def test_a_step_of_who_left_goes_back_to_the_owner(office: Office) -> None:
    office.service.set_step("e1", STEP, by=ITO)
    asked = done(office.service.request("e1", ITO, by=TANAKA, is_whole=True)).request
    assert asked is not None
    office.people.put(replace(ITO, left_at=FRIDAY))
    assert office.service.leave(ITO) == 1
    step = office.now().next_step
    assert step is not None
    assert step.owner_id == "tanaka"
    assert office.store.all_requests[asked.id].state == RequestState.WITHDRAWN
    assert office.waits(TANAKA) == {"next_step": TODAY + 5 * DAY}
    assert list(office.store.coming("ito")) == []


def test_somebody_of_the_firm_can_look_after_what_nobody_does(office: Office) -> None:
    assert refused(office.service.adopt("e1", by=ITO)) == "meeting-refused-owned"
    leave(office)
    assert refused(office.service.adopt("e1", by=SATO)) == "meeting-refused-not-yours"
    taken = twice(lambda: office.service.adopt("e1", by=ITO)).encounter
    assert taken.owner_id == "ito"
    assert set(office.waits(ITO)) == {"no_next_step"}


def test_nobody_is_left_to_ask(office: Office) -> None:
    office.people.put(replace(ITO, left_at=FRIDAY))
    leave(office)
    assert office.store.requests("e1") == []
    assert office.store.coming() == []
    assert [one.id for one in office.service.unowned(SATO)] == ["e1"]


def test_nudges_are_planned_anew_without_a_change(office: Office) -> None:
    office.captured(id="e2", event="別の会")
    office.captured(id="e3", by=MORI)
    planned = dict(office.store.scheduled)
    office.store.scheduled = dict.fromkeys(planned, ())
    assert office.service.replan_chosen("aoi", event="展示会") == 1
    assert office.service.replan_chosen("aoi", stage=Stage.TRIAL) == 0
    assert office.service.replan_chosen("aoi", stage=Stage.CARDS) == 2
    assert office.service.replan_people("mori") == 1
    assert office.store.scheduled == planned
    office.store.scheduled = {}
    seen = list[tuple[int, int]]()
    assert office.service.replan_all(progress=lambda done, total: seen.append((done, total))) == 3
    assert seen == [(3, 3)]
    assert office.store.scheduled == planned
    assert {one.version for one in office.store.rows.values()} == {1}


def test_firms_are_the_same_by_a_word_of_the_firms_own_people(office: Office) -> None:
    office.captured(id="e2", partner="ヤマダ製作所")
    keys = [same_company_key(name) for name in ("山田製作所", "ヤマダ製作所")]
    [keep], [other] = (office.store.parties("aoi", kind="company", key=key) for key in keys)
    for by in (SATO, MORI, KATO):
        assert not office.service.merge_parties(keep, [other], by=by)
    assert len(office.store.met("aoi", partner="山田製作所")) == 1
    assert office.service.merge_parties(keep, [other], by=ITO)
    assert len(office.store.met("aoi", partner="山田製作所")) == 2
    assert not office.service.merge_parties(keep, [replace(other, company_id="midori")], by=ITO)
    assert not office.service.part_parties([other], by=MORI)
    assert office.service.part_parties([other], by=ITO)
    assert len(office.store.met("aoi", partner="山田製作所")) == 1
