"""延期: what moves and what stays, which days are offered, and what the reminder goes on saying."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core import actions
from bot.core.meetings.models import ChangeKind
from bot.core.messages import Field
from tests.unit.core.meetings.chat.desk import STEP, Desk, keys
from tests.unit.core.meetings.chat.reminded import said_keys, standing
from tests.unit.core.meetings.office import ITO, TANAKA


def test_what_is_put_off_beside_the_next_step_leaves_a_later_one_on_its_day() -> None:
    desk = Desk()
    desk.captured()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **{**STEP, "day": "2026-12-10"})
    desk.store.rows["e1"] = replace(desk.now(), meets_at=desk.clock.now() + timedelta(days=9))
    desk.pass_time(minutes=20)
    later = next(one for one in standing(desk, "prepare").offers if one.action == actions.MEETING_LATER_FORM)
    form = desk.press(TANAKA, later.action, later.reference)
    desk.offered(TANAKA, form, actions.MEETING_LATER_SEND, day="2026-11-26")
    step = desk.now().next_step
    assert (desk.now().postponed_until, step and step.due_on) == (date(2026, 11, 26), date(2026, 12, 10))
    desk.press(TANAKA, actions.MEETING_LATER_SEND, later.reference, day="2026-12-17")
    step = desk.now().next_step
    assert step is not None
    assert step.due_on == date(2026, 12, 17)


@pytest.mark.parametrize("minutes", [1, 30])
def test_what_was_put_off_stays_so_for_its_reader_when_a_colleague_would_like_to_talk(minutes: int) -> None:
    desk = Desk()
    desk.captured()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **{**STEP, "day": "2026-11-23"})
    desk.press(TANAKA, actions.MEETING_ASK_SEND, "e1", to="ito", note="サンプルを送る")
    desk.pass_time(days=3)
    since = desk.clock.now()
    desk.pass_time(minutes=5)
    desk.press(TANAKA, actions.MEETING_LATER_SEND, "e1", when="day", day="2026-12-02")
    assert said_keys(standing(desk, "next_step", since=since)) == ["meeting-done-postponed"]
    desk.pass_time(minutes=minutes)
    request = desk.store.requests("e1")[0]
    desk.press(ITO, actions.MEETING_TALK_SEND, request.id, note="木曜なら大丈夫です")
    assert desk.store.changes("e1")[-1].kind == ChangeKind.TALK
    after = standing(desk, "next_step", since=since)
    assert said_keys(after) == ["meeting-done-postponed"]
    assert (after.undo, after.ask) == (None, None)


@pytest.mark.parametrize(
    ("days", "offered"),
    [
        (3, ["2026-11-23"]),
        (5, ["2026-11-23"]),
        (6, ["2026-11-23", "2026-11-25"]),
        (20, ["2026-11-23", "2026-11-25", "2026-11-30"]),
    ],
)
def test_what_is_asked_before_a_meeting_is_not_put_off_to_a_day_after_it(days: int, offered: list[str]) -> None:
    desk = Desk()
    desk.captured()
    meets_at = desk.clock.now() + timedelta(days=days, hours=3)
    desk.store.rows["e1"] = replace(desk.now(), meets_at=meets_at)
    later = next(one for one in standing(desk, "prepare").offers if one.action == actions.MEETING_LATER_FORM)
    form = desk.press(TANAKA, later.action, later.reference)
    (choice,) = (part for part in form.parts if isinstance(part, Field) and part.name == "when")
    days_there = [one.value for one in choice.choices if one.value != "day"]
    assert days_there == offered
    sent = desk.offered(TANAKA, form, actions.MEETING_LATER_SEND, when=days_there[0], day="")
    assert "meeting-done-postponed" in keys(sent)
    assert desk.now().meets_at == meets_at
