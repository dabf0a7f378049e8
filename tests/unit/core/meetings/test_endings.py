"""Endings, sleep and beginning again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.meetings.models import Ending, Reason, Stage, State, Wall
from tests.unit.core.meetings.office import ITO, STEP, TANAKA, TODAY, Office, done, refused, twice

DAY = timedelta(days=1)


@pytest.fixture
def office() -> Office:
    made = Office()
    made.captured()
    return made


def test_to_leave_it_takes_a_reason_and_nothing_waits_any_more(office: Office) -> None:
    left = twice(lambda: office.service.decline("e1", Reason.PRICE, by=ITO)).encounter
    assert (left.state, left.ending, left.reason, left.wall) == (State.CLOSED, Ending.DECLINED, Reason.PRICE, None)
    assert left.ended_at is not None
    assert office.waits() == {}


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage.rank >= Stage.SHARED_ISSUE.rank])
def test_from_the_shared_issue_on_it_takes_a_lesson(office: Office, stage: Stage) -> None:
    office.at_stage(stage)
    assert refused(office.service.decline("e1", Reason.PRICE, by=ITO, lesson=" ")) == "meeting-refused-lesson"
    assert refused(office.service.greeting_only("e1", by=ITO)) == "meeting-refused-more-than-greeting"
    left = twice(lambda: office.service.decline("e1", Reason.PRICE, by=ITO, lesson="先に\n価格を聞く "))
    assert left.encounter.lesson == "先に 価格を聞く"


def test_a_greeting_takes_nothing(office: Office) -> None:
    left = twice(lambda: office.service.greeting_only("e1", by=ITO)).encounter
    assert (left.ending, left.reason, left.lesson) == (Ending.GREETING, None, "")
    assert refused(office.service.decline("e1", Reason.PRICE, by=ITO)) == "meeting-refused-closed"


def test_what_sleeps_waits_for_its_waking_only(office: Office) -> None:
    office.service.set_step("e1", STEP, by=TANAKA)
    office.service.postpone("e1", TODAY + 2 * DAY, by=TANAKA)
    asleep = twice(lambda: office.service.sleep("e1", TODAY + 90 * DAY, by=TANAKA)).encounter
    assert (asleep.state, asleep.wakes_on, asleep.wall) == (State.SLEEPING, TODAY + 90 * DAY, None)
    assert office.waits() == {"wake": TODAY + 90 * DAY}
    done(office.service.postpone("e1", TODAY + 99 * DAY, by=TANAKA))
    assert office.waits() == {"wake": TODAY + 99 * DAY}
    for day in (TODAY, TODAY - DAY):
        assert refused(office.service.sleep("e1", day, by=TANAKA)) == "meeting-refused-day-not-to-come"


def test_steady_business_is_an_ending_too(office: Office) -> None:
    assert refused(office.service.achieve("e1", by=TANAKA)) == "meeting-refused-not-continuing"
    office.at_stage(Stage.CONTINUING)
    reached = twice(lambda: office.service.achieve("e1", by=TANAKA)).encounter
    assert reached.ending == Ending.ACHIEVED
    assert office.waits() == {}


def test_what_begins_again_counts_from_today(office: Office) -> None:
    office.at_stage(Stage.SHARED_ISSUE)
    office.service.decline("e1", Reason.TIMING, by=TANAKA, lesson="来期に")
    office.pass_time(days=40)
    again = twice(lambda: office.service.reopen("e1", by=ITO))
    one = again.encounter
    assert (one.state, one.ending, one.reason, one.lesson, one.ended_at) == (State.OPEN, None, None, "", None)
    assert (one.stage, one.wall, again.counts_from) == (Stage.SHARED_ISSUE, Wall.CARDS, TODAY + 40 * DAY)
    assert again.asks_next
    assert office.waits() == {"no_next_step": TODAY + 40 * DAY}
