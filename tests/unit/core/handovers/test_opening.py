"""Who is asked, by when, and what they and the asker read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.core import actions
from bot.core.calendar_entries import CalendarEntry, Scope
from bot.core.handovers.models import HandOver, HandOverState
from bot.core.messages import Fact, Message, Said
from bot.core.people import Member, Role
from tests.unit.core.handovers.desk import (
    COORDINATOR,
    KATO,
    MORI,
    QUESTION,
    SATO,
    SUZUKI,
    TAKAHASHI,
    TANAKA,
    TUESDAY,
    Office,
    away,
    japan,
    keys,
    offered,
    quoted,
)


def test_the_firms_coordinator_is_asked_with_two_working_days() -> None:
    office = Office()
    handover = office.hand_over(TANAKA)
    assert (handover.owner_id, handover.reply_by) == ("sato", japan(26, 17, 30))
    (notice,) = office.deliver()
    assert (notice.to, notice.locale, quoted(notice.reply)) == ("D-U-sato", "ja", [QUESTION])
    assert keys(notice.reply)[0] == "handover-notice"
    assert offered(notice.reply) == dict.fromkeys(
        (actions.ANSWER_FORM, actions.ASK_BACK_FORM, actions.REFER_FORM), handover.id
    )


def test_working_days_leave_out_the_holiday_and_count_from_the_next_day_after_hours() -> None:
    # Friday the 20th, 18:30: Monday is a holiday, so it counts as come on Tuesday.
    office = Office(start=japan(20, 18, 30))
    assert office.hand_over().reply_by == japan(26, 17, 30)
    # Mori's firm has no coordinator; whoever has least to do is asked.
    assert office.hand_over(MORI, 2).owner_id == "suzuki"
    assert office.hand_over(MORI, 3).owner_id == "takahashi"


def test_two_working_days_end_when_the_owner_stops_working() -> None:
    early = replace(SATO, works_until=SATO.works_until.replace(hour=15, minute=0), works_on=frozenset({2, 3, 5}))
    office = Office(early, TANAKA)
    assert office.hand_over().reply_by == japan(27, 15)


OUT = {
    "on leave": away(SATO, japan(30, 9)),
    "gone": replace(SATO, left_at=japan(1, 9)),
    "not in the chat yet": replace(SATO, address=""),
    "no coordinator any more": replace(SATO, roles=frozenset({Role.MEMBER})),
}


@pytest.mark.parametrize("sato", OUT.values(), ids=OUT)
def test_somebody_who_cannot_answer_is_not_asked(sato: Member) -> None:
    office = Office()
    office.town.put(sato)
    assert office.hand_over(TANAKA).owner_id == "suzuki"


def test_nobody_is_asked_their_own_question() -> None:
    office = Office()
    asker = replace(SATO, company=TANAKA.company)
    office.town.put(asker)
    assert office.hand_over(asker).owner_id == "suzuki"
    alone = Office(asker)
    assert alone.hand_over(asker).owner_id is None


def test_the_same_question_is_handed_over_once() -> None:
    office = Office()
    first = office.hand_over()
    assert office.hand_over() == first
    assert len(office.deliver()) == 1


def test_what_the_guides_had_and_where_the_answer_goes_is_shown() -> None:
    office = Office()
    office.store.near["q1"] = ["実証の進め方 > 契約", "自治体との実証"]
    office.hand_over()
    (notice,) = office.deliver()
    facts = {part.label.key: part.value for part in notice.reply.parts if isinstance(part, Fact)}
    assert facts["handover-label-nearest"] == "実証の進め方 > 契約 / 自治体との実証"
    assert facts["handover-label-goes-to"] == Message("handover-goes-to-shared")
    assert facts["handover-label-asker"] == Message("handover-who", {"name": "田中 健", "company": "あおい精機"})
    assert facts["handover-label-by"] == Message("handover-by", {"when": "11月26日（木）17:30"})


def test_each_reads_in_their_language_and_at_their_place() -> None:
    london = replace(SATO, time_zone="Europe/London", locale="en")
    office = Office(london, replace(TANAKA, time_zone="Asia/Bangkok"))
    handover = office.hand_over()
    (notice,) = office.deliver()
    assert notice.locale == "en"
    facts = {part.label.key: part.value for part in notice.reply.parts if isinstance(part, Fact)}
    assert facts["handover-label-by"] == Message("handover-by", {"when": "Thu 26 Nov, 17:30"})
    (said,) = office.service.confirmation(handover, office.town.known["tanaka"]).parts
    assert isinstance(said, Said)
    assert said.message.arguments["when"] == "11月27日（金）00:30"


def test_the_asker_sees_who_answers_from_the_record() -> None:
    office = Office()
    handover = office.hand_over()
    seen = office.service.confirmation(handover, TANAKA)
    assert (seen.state, keys(seen)) == ("handed_over", ["handover-taken"])
    assert offered(seen) == {actions.WITHDRAW: handover.id}


def test_without_a_coordinator_it_waits_and_every_admin_is_told_without_a_word_of_it() -> None:
    office = Office(KATO, replace(KATO, id="kato2", address="U-kato2"), TANAKA)
    handover = office.hand_over()
    assert (handover.owner_id, handover.reply_by) == (None, None)
    told = office.deliver()
    assert {one.to for one in told} == {"D-U-kato", "D-U-kato2"}
    for one in told:
        assert keys(one.reply) == ["handover-queue-opened", "handover-queue-opened-then"]
        assert (quoted(one.reply), offered(one.reply)) == ([], {})
        assert QUESTION not in repr(one.reply)
    assert keys(office.service.confirmation(handover, TANAKA)) == ["handover-taken-queue"]


def test_what_waits_is_given_to_the_first_coordinator_who_comes_and_the_asker_is_told() -> None:
    office = Office(KATO, TANAKA)
    handover = office.hand_over()
    assert office.tick(japan(24, 12)) != []
    assert office.tick(japan(24, 13)) == []
    office.town.put(SUZUKI)
    arrived = {one.to: one for one in office.tick(japan(25, 9))}
    assert office.now(handover).owner_id == "suzuki"
    assert keys(arrived["C-aoi"].reply) == ["handover-moved-assigned"]
    assert arrived["C-aoi"].thread == "1.5"
    assert keys(arrived["D-U-suzuki"].reply)[0] == "handover-notice"
    assert office.now(handover).reply_by == japan(27, 17, 30)


def test_a_hand_over_from_the_command_line_is_adopted_answered_and_goes_nowhere() -> None:
    office = Office()
    bare = HandOver(
        id="cli",
        question_id="q",
        conversation_id="cli-1",
        text=QUESTION,
        locale="ja",
        created_at=office.clock.now(),
        state=HandOverState.WAITING,
    )
    office.store.open(bare, turns=(), owed=())
    (notice,) = office.tick()
    owner = office.town.by_address(notice.to.removeprefix("D-"))
    assert owner is not None
    assert keys(office.press(owner, actions.ASK_BACK_SEND, "cli", text="何の補助金?")) == [
        "handover-asked-back-nowhere"
    ]
    answered = office.press(owner, actions.ANSWER_SEND, "cli", text="商工課です。")
    assert keys(answered)[0] == "handover-sent-nowhere"
    assert office.deliver() == []
    assert office.now(bare).state == HandOverState.ANSWERED


def test_a_coordinator_sees_what_waits_and_an_asker_what_is_theirs() -> None:
    office = Office()
    handover = office.hand_over()
    office.clock.advance(japan(26, 10) - office.clock.now())
    waiting = office.service.home_parts(SATO)
    assert waiting[0].message == Message("handover-home-waiting", {"count": 1})  # type: ignore[union-attr]
    assert waiting[1].details[1:] == (  # type: ignore[union-attr]
        Message("handover-home-age-days", {"days": 2}),
        Message("handover-home-by", {"when": "11月26日（木）17:30"}),
    )
    assert [offer.action for offer in waiting[1].offers] == [  # type: ignore[union-attr]
        actions.ANSWER_FORM,
        actions.REFER_FORM,
    ]
    mine = office.service.home_parts(TANAKA)
    assert mine[1].offers[0].reference == handover.id  # type: ignore[union-attr]
    assert [one.message.key for one in office.service.home_parts(TAKAHASHI)] == [  # type: ignore[union-attr]
        "handover-home-none"
    ]
    assert office.service.home_parts(MORI) == []


def test_a_long_list_says_how_much_more_there_is() -> None:
    office = Office(replace(SATO, roles=COORDINATOR), TANAKA)
    for number in range(12):
        office.hand_over(TANAKA, number)
    parts = office.service.home_parts(SATO)
    assert len(parts) == 12
    assert parts[-1].message == Message("handover-home-more", {"count": 2})  # type: ignore[union-attr]


def leave(first: int, last: int) -> CalendarEntry:
    return CalendarEntry(
        id="leave",
        scope=Scope.PERSON,
        scope_id="sato",
        from_on=date(2026, 11, first),
        until_on=date(2026, 11, last),
        added_at=TUESDAY,
    )


def test_days_of_leave_are_not_counted() -> None:
    office = Office()
    office.calendars.add(leave(25, 26))
    handover = office.hand_over(TANAKA)
    assert (handover.owner_id, handover.reply_by) == ("sato", japan(30, 17, 30))


def test_somebody_on_leave_today_is_not_asked() -> None:
    office = Office()
    office.calendars.add(leave(24, 24))
    assert office.hand_over(TANAKA).owner_id == "suzuki"
