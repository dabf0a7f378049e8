"""What time does: a reminder once, then somebody else, then the admins; in working hours; nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.core import actions
from bot.core.handovers.models import HandOver
from bot.core.people import Member
from tests.unit.core.handovers.desk import KATO, QUESTION, SATO, SUZUKI, TANAKA, Office, away, japan, keys, offered


def opened(*people: Member) -> tuple[Office, HandOver]:
    office = Office(*people)
    handover = office.hand_over()
    office.deliver()
    return office, handover


def test_before_the_date_nothing_happens() -> None:
    office, _ = opened()
    for moment in (japan(24, 12), japan(25, 9), japan(26, 9), japan(26, 17, 29)):
        assert office.tick(moment) == []


def test_past_the_date_the_owner_is_reminded_once_when_at_work() -> None:
    office, handover = opened()
    # The date is the end of Thursday: nobody is reminded in the evening, but on Friday morning.
    assert office.tick(japan(26, 17, 30)) == []
    assert office.tick(japan(27, 8, 59)) == []
    (reminder,) = office.tick(japan(27, 9))
    assert (reminder.to, keys(reminder.reply)[0]) == ("D-U-sato", "handover-reminder")
    assert set(offered(reminder.reply)) == {actions.ANSWER_FORM, actions.ASK_BACK_FORM, actions.REFER_FORM}
    for hour in (10, 13, 16):
        assert office.tick(japan(27, hour)) == []
    assert office.type(SATO, "回答です。", reminder) is not None
    assert keys(office.service.confirmation(office.now(handover), TANAKA)) == ["handover-taken-late"]


def test_one_working_day_later_another_is_asked_and_the_asker_told() -> None:
    office, handover = opened()
    office.tick(japan(27, 9))
    # Friday was the working day; Saturday and Sunday are none.
    assert office.tick(japan(28, 12)) == office.tick(japan(30, 8, 59)) == []
    arrived = {one.to: one.reply for one in office.tick(japan(30, 9))}
    assert keys(arrived["D-U-suzuki"])[0] == "handover-notice-reassigned"
    assert keys(arrived["C-aoi"]) == ["handover-moved-reassigned"]
    now = office.now(handover)
    assert (now.owner_id, now.reply_by, now.reminded_at) == ("suzuki", japan(2, 17, 30, month=12), None)


def test_each_is_asked_once_and_then_the_admins_and_then_there_is_peace() -> None:
    office, handover = opened()
    seen = []
    moment = japan(24, 10)
    for _ in range(24 * 40):
        moment += timedelta(hours=1)
        seen += [(one.to, keys(one.reply)[0]) for one in office.tick(moment)]
    asked = [to for to, key in seen if key == "handover-notice-reassigned"]
    assert asked == ["D-U-suzuki", "D-U-takahashi"]
    assert [to for to, key in seen if key == "handover-reminder"] == ["D-U-sato", *asked]
    assert seen[-2:] == [("D-U-kato", "handover-queue-late"), ("C-aoi", "handover-moved-escalated")] or seen[-2:] == [
        ("C-aoi", "handover-moved-escalated"),
        ("D-U-kato", "handover-queue-late"),
    ]
    now = office.now(handover)
    assert (now.owner_id, now.reply_by) == ("takahashi", None)
    last = office.town.by_id("takahashi")
    assert last is not None
    assert keys(office.press(last, actions.ANSWER_SEND, handover.id, text="お待たせしました。"))[0] == "handover-sent"


def test_an_admin_chooses_anew_without_reading_the_question() -> None:
    office, handover = opened(SATO, SUZUKI, KATO, TANAKA)
    for day in (27, 30):
        office.tick(japan(day, 9))
    office.tick(japan(3, 9, month=12))
    told = [one for one in office.tick(japan(4, 9, month=12)) if one.to == "D-U-kato"]
    assert offered(told[0].reply) == {actions.REFER_FORM: handover.id}
    form = office.press(KATO, actions.REFER_FORM, handover.id)
    assert QUESTION not in repr((told, form))
    assert keys(office.press(KATO, actions.REFER_SEND, handover.id, to="sato"))[0] == "handover-referred"
    assert (office.now(handover).owner_id, office.now(handover).passed_on) == ("sato", 2)
    assert keys(office.press(KATO, actions.REFER_SEND, handover.id, to="sato")) == ["handover-coordinators-only"]
    assert {one.to for one in office.deliver()} == {"D-U-sato", "C-aoi"}


def test_without_an_admin_nobody_claims_that_one_was_told() -> None:
    office, handover = opened(SATO, TANAKA)
    office.tick(japan(27, 9))
    (told,) = office.tick(japan(30, 9))
    assert (told.to, keys(told.reply)) == ("C-aoi", ["handover-moved-late"])
    assert office.now(handover).reply_by == japan(2, 17, 30, month=12), "its time starts anew"
    (again,) = office.tick(japan(3, 9, month=12))
    assert keys(again.reply)[0] == "handover-reminder"


def test_an_owner_who_leaves_is_followed_at_once() -> None:
    office, handover = opened()
    office.town.put(replace(SATO, left_at=office.clock.now()))
    arrived = {one.to for one in office.tick(japan(24, 11))}
    assert (office.now(handover).owner_id, arrived) == ("suzuki", {"D-U-suzuki", "C-aoi"})


def test_an_owner_who_leaves_alone_leaves_it_to_whoever_comes() -> None:
    office, handover = opened(SATO, KATO, TANAKA)
    office.town.put(replace(SATO, left_at=office.clock.now()))
    arrived = {one.to: keys(one.reply)[0] for one in office.tick(japan(24, 11))}
    assert arrived == {"D-U-kato": "handover-queue-late-unowned", "C-aoi": "handover-moved-escalated-unowned"}
    assert office.tick(japan(24, 12)) == []
    office.town.put(SUZUKI)
    assert {one.to for one in office.tick(japan(24, 13))} == {"D-U-suzuki", "C-aoi"}
    assert office.now(handover).owner_id == "suzuki"


def test_an_owner_on_leave_is_not_reminded_but_somebody_else_is_asked() -> None:
    office, handover = opened()
    office.town.put(away(SATO, japan(10, 9, month=12)))
    assert office.tick(japan(26, 16)) == []
    assert {one.to for one in office.tick(japan(27, 9))} == {"D-U-suzuki", "C-aoi"}
    assert office.now(handover).owner_id == "suzuki"


def test_after_a_long_silence_of_ours_the_owner_still_has_a_day() -> None:
    office, _ = opened()
    (reminder,) = office.tick(japan(10, 10, month=12))
    assert keys(reminder.reply)[0] == "handover-reminder"
    assert office.tick(japan(10, 16, month=12)) == []
    assert {one.to for one in office.tick(japan(11, 9, month=12))} == {"D-U-suzuki", "C-aoi"}


def test_a_reminder_overtaken_by_the_answer_is_not_sent() -> None:
    office, handover = opened()
    office.clock.advance(japan(27, 9) - office.clock.now())
    assert office.service.due() == 1
    office.press(SATO, actions.ANSWER_SEND, handover.id, text="こちらです。")
    assert [keys(one.reply)[0] for one in office.deliver()] == ["handover-answer"]


def test_two_servers_that_tick_at_once_remind_once() -> None:
    office, handover = opened()
    office.clock.advance(japan(27, 9) - office.clock.now())
    before = office.now(handover)
    first = office.store.change(before, replace(before, reminded_at=office.clock.now()))
    moves = office.service._moves
    assert first
    assert moves.remind(before, SATO) is None
    assert office.deliver() == []


@pytest.mark.parametrize("moment", [japan(23, 11), japan(21, 11)], ids=["a public holiday", "a Saturday"])
def test_nobody_is_reminded_on_a_day_off(moment: datetime) -> None:
    office = Office(start=japan(17, 10))
    office.hand_over()
    office.deliver()
    office.clock.advance(japan(19, 18) - office.clock.now())
    later = replace(SATO, works_on=frozenset({1, 2, 3, 4}))
    office.town.put(later)
    assert office.tick(moment) == []
    assert [keys(one.reply)[0] for one in office.tick(japan(24, 9))] == ["handover-reminder"]
