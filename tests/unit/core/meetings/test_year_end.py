"""Who looks after what next year, and the hand-over pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.core.clock import VirtualClock
from bot.core.meetings.funding import Programme
from bot.core.meetings.issues import IssueKind
from bot.core.meetings.models import ChangeKind, Kind, Stage
from bot.core.meetings.programmes import Answered, AnsweredResult, fiscal_year_of
from tests.unit.core.meetings.office import (
    CARD,
    FRIDAY,
    ITO,
    KATO,
    MORI,
    SATO,
    STEP,
    SUZUKI,
    TANAKA,
    Office,
    done,
)

ENDS = date(2027, 3, 31)
SUPPORT = Programme(id="p1", name="成長支援事業", owner_id="sato", fiscal_year=2026)


@pytest.fixture
def office() -> Office:
    made = Office()
    made.service.put_programme(SUPPORT)
    return made


def answered(result: AnsweredResult) -> Answered:
    assert isinstance(result, Answered), result
    return result


def test_the_owner_is_asked_and_nobody_else(office: Office) -> None:
    [nudge] = office.store.coming()
    assert (nudge.matter, nudge.person_id, nudge.since) == ("succession", "sato", ENDS)
    assert office.service.asked_from(SUPPORT) == date(2027, 3, 3)
    assert list(office.service.successions(SATO)) == []
    later = Office(clock=VirtualClock(datetime(2027, 3, 3, 1, 0, tzinfo=UTC)))
    later.service.put_programme(SUPPORT)
    assert list(later.service.successions(SATO)) == [SUPPORT]
    assert list(later.service.successions(SUZUKI)) == []


@pytest.mark.parametrize(("named", "word"), [(SUZUKI, "named"), (None, "undecided")])
def test_an_answer_ends_the_asking_and_can_be_taken_back(office: Office, named: object, word: str) -> None:
    service = office.service
    told = answered(service.succession("p1", by=SATO, next_owner=named)).programme  # type: ignore[arg-type]
    assert (told.succession, told.answered_at) == (word, FRIDAY)
    assert office.store.coming() == []
    assert answered(service.succession("p1", by=SATO, next_owner=named)).is_repeat  # type: ignore[arg-type]
    assert service.put_programme(SUPPORT) == told
    assert list(service.successions(SATO)) == [told]
    assert answered(service.ask_again("p1", by=SATO)).programme == SUPPORT
    assert answered(service.ask_again("p1", by=SATO)).is_repeat
    assert len(office.store.coming()) == 1


def test_only_its_owner_or_an_admin_answers(office: Office) -> None:
    service = office.service
    for by in (SUZUKI, TANAKA, replace(SATO, left_at=FRIDAY)):
        assert not isinstance(service.succession("p1", by=by, next_owner=None), Answered)
        assert not isinstance(service.ask_again("p1", by=by), Answered)
    gone = replace(SUZUKI, left_at=FRIDAY)
    assert not isinstance(service.succession("p1", by=SATO, next_owner=gone), Answered)
    assert not isinstance(service.succession("nothing", by=SATO, next_owner=None), Answered)
    assert isinstance(service.succession("p1", by=KATO, next_owner=SUZUKI), Answered)


def test_a_coordinator_who_leaves_is_asked_before_their_last_day(office: Office) -> None:
    on = date(2026, 12, 18)
    first, again = office.service.leaves(SUZUKI, on), office.service.leaves(SUZUKI, on)
    assert first == again
    assert (first.name, first.last_day, first.fiscal_year) == ("", on, 2026)
    assert office.service.asked_from(first) == date(2026, 11, 20)
    assert list(office.service.successions(SUZUKI)) == [first]
    assert [one.since for one in office.store.coming("suzuki")] == [on]


def test_a_fiscal_year_begins_in_april() -> None:
    assert [fiscal_year_of(day) for day in (date(2027, 3, 31), date(2027, 4, 1))] == [2026, 2027]


def test_a_pack_has_what_each_firm_shares(office: Office) -> None:
    office.at_stage(Stage.JOINT_STUDY, decider="")
    service = office.service
    service.set_step("e1", STEP, by=ITO)
    service.open_issue("e1", IssueKind.LEGAL, "認証", by=TANAKA)
    service.decline(office.captured(id="e2").id, "price", by=TANAKA)  # type: ignore[arg-type]
    office.captured(by=MORI, id="e3")
    visit = replace(CARD, id="v1", kind=Kind.SUPPORT_VISIT, company_id="aoi", topic="訪問", partner="")
    done(service.capture(visit, by=SATO))
    rows = {row.encounter.id: row for row in service.pack_rows(SATO, "aoi")}
    assert set(rows) == {"e1", "v1"}
    outline = rows["e1"]
    assert (outline.has_words, outline.owner, outline.step_owner, outline.issues) == (False, "", "", ())
    shown = repr(outline)
    for word in ("山田", "展示会", "サンプル", "工場", "検査", "認証", "田中", "伊藤"):
        assert word not in shown, word
    assert outline.encounter.wall == office.now().wall
    assert outline.encounter.stage == Stage.JOINT_STUDY
    assert outline.encounter.next_step is not None
    assert outline.encounter.next_step.due_on == STEP.due_on
    assert rows["v1"].has_words


def test_a_pack_of_a_firms_own_person_has_the_words_and_the_history(office: Office) -> None:
    office.at_stage(Stage.JOINT_STUDY)
    service = office.service
    service.open_issue("e1", IssueKind.LEGAL, "認証", by=TANAKA)
    mistaken = done(service.set_step("e1", STEP, by=TANAKA)).change
    assert mistaken is not None
    service.undo(mistaken.id, by=TANAKA)
    office.captured(by=ITO, id="e2")
    [row] = service.own_pack_rows(TANAKA)
    assert (row.company, row.encounter.partner, row.owner) == ("あおい精機", "山田製作所", "田中 健")
    assert [issue.text for issue in row.issues] == ["認証"]
    kinds = [line.change.kind for line in row.history]
    assert kinds == ["captured", "issue_opened", "undone"]
    assert {line.on for line in row.history} == {FRIDAY.date()}
    assert {line.by for line in row.history} == {"田中 健"}
    assert all(line.change.before is None for line in row.history)
    assert service.own_pack_rows(KATO) == service.pack_rows(KATO, "aoi") == []
    assert {one.encounter.id for one in service.pack_rows(TANAKA, "aoi")} == {"e1", "e2"}


def test_a_packs_history_is_what_a_coordinator_sees_of_an_outline_anyway(office: Office) -> None:
    office.at_stage(Stage.JOINT_STUDY)
    office.service.contact("e1", by=TANAKA, on=FRIDAY.date(), what="met", note="秘密の話")
    [row] = office.service.pack_rows(SATO, "aoi")
    kinds = {line.change.kind for line in row.history}
    assert kinds <= {ChangeKind.CAPTURED, ChangeKind.CONTACT, ChangeKind.STAGE}
    assert ChangeKind.CONTACT in kinds
    assert "秘密" not in repr(row)


def test_what_has_ended_is_told_where_words_are_shared(office: Office) -> None:
    office.captured(id="e2")
    done(office.service.decline("e2", "price", by=TANAKA))  # type: ignore[arg-type]
    assert office.service.ended_rows(SATO, "aoi") == []
    [row] = office.service.ended_rows(TANAKA, "aoi")
    assert (row.encounter.id, str(row.encounter.reason), row.history) == ("e2", "price", ())


def test_a_pack_says_whose_answer_a_request_waits_for(office: Office) -> None:
    office.captured()
    office.service.set_step("e1", STEP, by=TANAKA)
    office.service.request("e1", to=ITO, text="お願いします", by=TANAKA)
    [row] = office.service.pack_rows(TANAKA, "aoi")
    assert [(one.to_id, one.text) for one in row.requests] == [("ito", "お願いします")]
    [outline] = office.service.pack_rows(SATO, "aoi")
    assert outline.requests == ()
