"""Stages forward and back, what the walls ask for one at a time, open issues."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.meetings.issues import IssueKind
from bot.core.meetings.models import ChangeKind, Stage, Wall
from tests.unit.core.meetings.office import (
    FRIDAY,
    ITO,
    SATO,
    STEP,
    TANAKA,
    TODAY,
    Office,
    done,
    missing,
    refused,
    twice,
)

DAY = timedelta(days=1)


@pytest.fixture
def office() -> Office:
    made = Office()
    made.captured()
    return made


def test_each_change_of_stage_has_its_date_and_person(office: Office) -> None:
    twice(lambda: office.service.move_stage("e1", Stage.SHARED_ISSUE, by=ITO))
    twice(lambda: office.service.move_stage("e1", Stage.SECOND_MEETING, by=TANAKA))
    moves = [change for change in office.store.changes("e1") if change.kind == ChangeKind.STAGE]
    assert [(one.by_id, one.detail["from"], one.detail["to"]) for one in moves] == [
        ("ito", "cards", "shared_issue"),
        ("tanaka", "shared_issue", "second_meeting"),
    ]


def test_a_development_names_market_user_and_decider_one_at_a_time(office: Office) -> None:
    service, to = office.service, Stage.JOINT_STUDY
    asked = missing(service.move_stage("e1", to, by=TANAKA))
    assert (asked.names, asked.number, asked.total) == (("market", "end_user", "decider"), 1, 3)
    assert office.now().version == 1
    asked = missing(service.name_("e1", "market", "食品工場", by=TANAKA, to=to))
    assert (asked.names, asked.number) == (("end_user", "decider"), 2)
    again = missing(service.name_("e1", "market", "食品工場", by=TANAKA, to=to))
    assert (again.names, office.now().version) == (asked.names, 2)
    assert missing(service.name_("e1", "end_user", "検査員", by=TANAKA, to=to)).number == 3
    moved = done(service.name_("e1", "decider", "工場長", by=TANAKA, to=to))
    assert (moved.encounter.stage, moved.encounter.decider, moved.encounter.version) == (to, "工場長", 4)
    assert done(service.name_("e1", "decider", "工場長", by=TANAKA, to=to)).is_repeat


def test_a_trial_asks_for_six_and_opens_with_its_decision_to_come(office: Office) -> None:
    service, to = office.service, Stage.TRIAL
    asked = missing(service.move_stage("e1", to, by=TANAKA))
    assert (len(asked.names), asked.total) == (6, 6)
    for name, value in (("market", "食品"), ("end_user", "検査員"), ("decider", "工場長"), ("measure", "不良率 1%")):
        asked = missing(service.name_("e1", name, value, by=TANAKA, to=to))
    assert asked.names == ("decision_on", "payer")
    assert refused(service.name_("e1", "decision_on", TODAY - DAY, by=TANAKA, to=to)) == "meeting-refused-day-gone"
    assert refused(service.name_("e1", "decision_on", "年内", by=TANAKA, to=to)) == "meeting-refused-named-empty"
    missing(service.name_("e1", "decision_on", TODAY + 60 * DAY, by=TANAKA, to=to))
    assert office.now().stage == Stage.CARDS
    moved = done(service.name_("e1", "payer", "本社 品質部", by=TANAKA, to=to)).encounter
    assert moved.stage == Stage.TRIAL
    assert office.waits()["trial_decision"] == TODAY + 60 * DAY


def test_back_is_always_open(office: Office) -> None:
    office.at_stage(Stage.TRIAL, market="")
    assert office.now().wall == Wall.TRIAL
    back = done(office.service.move_stage("e1", Stage.JOINT_STUDY, by=TANAKA)).encounter
    assert (back.stage, back.wall) == (Stage.JOINT_STUDY, Wall.DEVELOPMENT)
    assert "trial_decision" not in office.waits()


def test_without_a_stage_in_mind_a_name_is_just_kept(office: Office) -> None:
    named = done(office.service.name_("e1", "market", " 食品工場 ", by=TANAKA))
    assert (named.encounter.market, named.encounter.stage) == ("食品工場", Stage.CARDS)
    assert refused(office.service.name_("e1", "market", "  ", by=TANAKA)) == "meeting-refused-named-empty"
    with pytest.raises(ValueError, match="colour"):
        office.service.name_("e1", "colour", "赤", by=TANAKA)


def test_issues_are_kept_from_the_joint_study_on_with_their_age(office: Office) -> None:
    service = office.service
    early = service.open_issue("e1", IssueKind.LEGAL, "認証", by=TANAKA)
    assert refused(early) == "meeting-refused-issue-early"
    office.at_stage(Stage.JOINT_STUDY)
    due_on = TODAY + 7 * DAY
    opened = twice(lambda: service.open_issue("e1", IssueKind.LEGAL, " 認証 ", by=TANAKA, due_on=due_on))
    assert opened.issue is not None
    assert (opened.issue.text, opened.issue.owner_id) == ("認証", "tanaka")
    assert office.waits(TANAKA)["issue"] == due_on
    office.pass_time(days=9)
    issue = office.store.all_issues[opened.issue.id]
    assert issue.age_days(TODAY + 9 * DAY) == 9
    closed = twice(lambda: service.close_issue(issue.id, by=ITO))
    assert closed.issue is not None
    assert closed.issue.age_days(TODAY + 30 * DAY) == 9
    assert "issue" not in office.waits()
    anew = done(service.open_issue("e1", IssueKind.LEGAL, "認証", by=TANAKA))
    assert not anew.is_repeat
    assert refused(service.close_issue("nothing", by=ITO)) == "meeting-refused-not-found"
    assert refused(service.open_issue("e1", IssueKind.COST, " ", by=ITO)) == "meeting-refused-issue-empty"
    assert refused(service.close_issue(issue.id, by=SATO)) == "meeting-refused-not-yours"


def test_nobody_is_reminded_of_an_issue_that_a_colleague_wrote_under_their_name(office: Office) -> None:
    office.at_stage(Stage.JOINT_STUDY)
    service, due_on = office.service, TODAY + 7 * DAY
    opened = done(service.open_issue("e1", IssueKind.COST, "費用", by=TANAKA, owner=ITO, due_on=due_on))
    assert opened.issue is not None
    assert opened.issue.owner_id == "ito"
    assert "issue" not in office.waits(ITO)
    assert office.waits(TANAKA)["issue"] == due_on
    asked = done(service.request("e1", ITO, by=TANAKA, text="費用の確認")).request
    assert asked is not None
    service.accept(asked.id, by=ITO)
    assert office.waits(ITO)["issue"] == due_on
    assert "issue" not in office.waits(TANAKA)


def test_an_issue_of_somebody_who_left_is_its_encounters_owners(office: Office) -> None:
    office.at_stage(Stage.JOINT_STUDY)
    done(office.service.open_issue("e1", IssueKind.COST, "費用", by=ITO, due_on=TODAY + 7 * DAY))
    assert "issue" in office.waits(ITO)
    office.people.put(replace(ITO, left_at=FRIDAY))
    office.service.leave(ITO)
    office.service.contact("e1", by=TANAKA, on=TODAY)
    assert "issue" in office.waits(TANAKA)
    assert office.waits(ITO) == {}


def test_a_whole_step_leaves_the_first_wall_for_the_second(office: Office) -> None:
    office.at_stage(Stage.JOINT_STUDY, decider="")
    assert office.now().wall == Wall.DEVELOPMENT
    office.service.set_step("e1", STEP, by=TANAKA)
    assert office.now().wall == Wall.DEVELOPMENT
    assert done(office.service.name_("e1", "decider", "工場長", by=TANAKA)).encounter.wall is None


def test_a_trial_names_its_measure_from_whichever_side_it_is_opened(office: Office) -> None:
    office.at_stage(Stage.ADOPTION)
    asked = missing(office.service.move_stage("e1", Stage.TRIAL, by=TANAKA))
    assert asked.names == ("measure", "decision_on", "payer")
    assert office.now().stage == Stage.ADOPTION
    missing(office.service.name_("e1", "measure", "不良率 1%", by=TANAKA, to=Stage.TRIAL))
    missing(office.service.name_("e1", "decision_on", TODAY + DAY, by=TANAKA, to=Stage.TRIAL))
    assert done(office.service.name_("e1", "payer", "品質部", by=TANAKA, to=Stage.TRIAL)).encounter.stage == Stage.TRIAL


def test_a_day_of_decision_that_has_gone_by_opens_no_trial(office: Office) -> None:
    office.at_stage(Stage.JOINT_STUDY, measure="不良率 1%", decision_on=TODAY - DAY, payer="品質部")
    asked = missing(office.service.move_stage("e1", Stage.TRIAL, by=TANAKA))
    assert (asked.names, asked.number, asked.total) == (("decision_on",), 6, 6)
    moved = done(office.service.name_("e1", "decision_on", TODAY, by=TANAKA, to=Stage.TRIAL)).encounter
    assert (moved.stage, moved.decision_on) == (Stage.TRIAL, TODAY)
    again = office.service.name_("e1", "decision_on", TODAY, by=TANAKA, to=Stage.TRIAL)
    assert done(again).is_repeat


def test_an_issue_is_not_due_on_a_day_gone_by(office: Office) -> None:
    office.at_stage(Stage.JOINT_STUDY)
    gone = office.service.open_issue("e1", IssueKind.LEGAL, "認証", by=TANAKA, due_on=TODAY - DAY)
    assert refused(gone) == "meeting-refused-day-gone"
    assert not office.store.issues("e1")
