"""The page, and the messages that are owed: from the record as it is, for whom it concerns."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core import actions
from bot.core.meetings.given import NewEncounter
from bot.core.meetings.models import Kind
from bot.core.membership.models import Changes
from bot.core.messages import Headed, Item, Message, Part, Place, Reply
from bot.core.owed import Owed
from bot.core.people import Member, Sharing
from tests.unit.core.meetings.chat.desk import Desk, all_offers, keys, offers, quoted, sharing, words
from tests.unit.core.meetings.office import AOI, FRIDAY, GUEST, ITO, KATO, MORI, SATO, SUZUKI, TANAKA

FIRMS_MORE = Message("meeting-home-firms-more", {"count": 8})
STEP = {"step": "サンプルを送る", "day": "2026-11-25", "time": "10:00"}


def page(desk: Desk, member: Member, number: int = 1) -> Reply:
    parts: tuple[Part, ...] = tuple(desk.chat.home_parts(member, page=number))
    return Reply(parts=parts)


def titles(reply: Reply) -> list[str]:
    return [
        str(part.title.arguments.get("partner", part.title.key)) if isinstance(part.title, Message) else part.title
        for part in reply.parts
        if isinstance(part, Item)
    ]


def test_an_empty_page_offers_to_note_the_first() -> None:
    desk = Desk()
    shown = page(desk, TANAKA)
    assert keys(shown)[:2] == ["meeting-home", "meeting-home-none"]
    assert list(offers(shown)) == [actions.CATCH_FORM]
    assert page(desk, GUEST).parts == page(desk, KATO).parts == ()


def test_late_ones_come_first_then_walls_then_those_on_their_way() -> None:
    desk = Desk()
    for number, partner in enumerate(("壁", "順調", "遅れ", "休み")):
        desk.captured(id=f"e{number}", partner=partner)
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **{**STEP, "day": "2026-12-25"})
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e2", **STEP)
    desk.press(TANAKA, actions.MEETING_SLEEP_SEND, "e3", when="day", day="2027-02-01")
    desk.pass_time(days=7)
    shown = page(desk, TANAKA)
    assert titles(shown)[:4] == ["遅れ", "壁", "順調", "休み"]
    assert "meeting-home-late" in keys(shown)


def test_a_long_list_is_turned() -> None:
    desk = Desk()
    for number in range(11):
        desk.captured(id=f"e{number}", partner=f"会社{number}")
    first, second = page(desk, TANAKA), page(desk, TANAKA, 2)
    assert (len(titles(first)), len(titles(second))) == (9, 4)
    turns = [one.reference for one in all_offers(first) if one.action == actions.TURN_PAGE]
    assert turns == ["encounters:2"]
    assert [one.reference for one in all_offers(second) if one.action == actions.TURN_PAGE] == ["encounters:1"]
    assert titles(page(desk, TANAKA, 99)) == titles(second)


def test_a_coordinator_counts_what_a_firm_shares() -> None:
    desk = Desk()
    desk.captured()
    shown = page(desk, SATO)
    assert "meeting-count-cards" in keys(shown)
    assert "meeting-count-wall_1" in keys(shown)
    assert titles(shown)[-1] == "あおい精機"
    assert "山田" not in words(shown)
    sharing(desk, Sharing.NOTHING)
    assert not [part for part in page(desk, SATO).parts if isinstance(part, Headed) and "firms" in part.message.key]


def test_a_coordinator_of_many_firms_sees_how_many_more_there_are_and_turns_to_them() -> None:
    desk = Desk()
    firms = [replace(AOI, id=f"firm-{number:02}", name=f"会社{number:02}") for number in range(10)]
    desk.people.change(lambda _: Changes(companies=tuple(firms)))
    shown = page(desk, SATO)
    more = next(part for part in shown.parts if isinstance(part, Item) and part.title == FIRMS_MORE)
    (offer,) = more.offers
    first = desk.press(SATO, offer.action, offer.reference)
    assert len(titles(first)) == 8
    after = next(one for one in first.offers if one.reference == ":2")
    others = desk.press(SATO, after.action, after.reference)
    assert titles(others) == ["会社07", "会社08", "会社09"]
    assert keys(desk.press(TANAKA, offer.action, offer.reference)) == ["meeting-not-found"]


def composed(desk: Desk, kind: str, subject: str, to: Member) -> Reply | None:
    addressed = desk.chat.composers[kind](Owed(kind=kind, subject_id=subject, occurrence="1", person=to.address))
    return addressed.reply if addressed else None


def test_what_a_coordinator_wrote_is_asked_until_it_is_confirmed() -> None:
    desk = Desk()
    desk.service.write_for(NewEncounter(id="e1", partner="山田製作所"), by=SATO, member=TANAKA)
    asked = composed(desk, "meeting_confirm", "e1", TANAKA)
    assert asked is not None
    assert list(offers(asked)) == [
        actions.MEETING_CONFIRM,
        actions.MEETING_CORRECT_FORM,
        actions.MEETING_REFUSE,
    ]
    assert SATO.name in words(asked)
    assert composed(desk, "meeting_confirm", "e1", ITO) is None
    desk.offered(TANAKA, asked, actions.MEETING_REFUSE)
    assert composed(desk, "meeting_confirm", "e1", TANAKA) is None
    told = composed(desk, "meeting_not_kept", "e1", SATO)
    assert told is not None
    assert "山田" not in words(told)


def test_a_request_and_what_comes_of_it() -> None:
    desk = Desk()
    desk.captured()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **STEP)
    desk.press(TANAKA, actions.MEETING_ASK_SEND, "e1", to="ito", note="サンプルを送っていただけますか")
    (request,) = desk.store.requests("e1")
    asked = composed(desk, "meeting_request", request.id, ITO)
    assert asked is not None
    assert quoted(asked) == ["サンプルを送っていただけますか"]
    assert list(offers(asked))[:2] == [actions.MEETING_ACCEPT, actions.MEETING_TALK_FORM]
    assert composed(desk, "meeting_request", request.id, TANAKA) is None
    assert composed(desk, "meeting_request_talk", request.id, TANAKA) is None
    desk.press(ITO, actions.MEETING_TALK_SEND, request.id, note="日程のこと")
    talks = composed(desk, "meeting_request_talk", request.id, TANAKA)
    assert talks is not None
    assert quoted(talks) == ["日程のこと"]
    assert composed(desk, "meeting_request", request.id, ITO) is None
    desk.press(ITO, actions.MEETING_ACCEPT, request.id)
    assert composed(desk, "meeting_request_talk", request.id, TANAKA) is None
    assert composed(desk, "meeting_request_accepted", request.id, TANAKA) is not None
    assert composed(desk, "meeting_request_withdrawn", request.id, ITO) is None
    assert composed(desk, "meeting_request_returned", request.id, TANAKA) is None


def test_a_withdrawn_request_asks_for_nothing_more() -> None:
    desk = Desk()
    desk.captured()
    desk.press(TANAKA, actions.MEETING_ASK_SEND, "e1", to="ito", note="見積もり")
    (request,) = desk.store.requests("e1")
    desk.press(TANAKA, actions.MEETING_TAKE_BACK, request.id)
    assert composed(desk, "meeting_request", request.id, ITO) is None
    told = composed(desk, "meeting_request_withdrawn", request.id, ITO)
    assert told is not None
    assert "見積もり" not in words(told)
    assert composed(desk, "meeting_request", "nothing", ITO) is None


def test_a_coordinator_opens_what_a_firm_shares_one_by_one() -> None:
    desk = Desk()
    for number in range(10):
        desk.captured(id=f"e{number}")
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e3", **STEP)
    listed = desk.offered(SATO, page(desk, SATO), actions.MEETING_FIRM)
    assert "山田" not in words(listed)
    assert "サンプル" not in words(listed)
    assert {"meeting-stage-cards", "meeting-firm-last", "meeting-at-wall_1"} <= set(keys(listed))
    assert [one.reference for one in listed.offers] == ["aoi:2"]
    last = desk.press(SATO, actions.MEETING_FIRM, "aoi:2")
    assert "meeting-due" in keys(last)
    (first, *_) = [one for one in all_offers(listed) if one.action == actions.MEETING_SHOW]
    assert "meeting-outline" in keys(desk.press(SATO, first.action, first.reference))
    sharing(desk, Sharing.WORDS)
    assert "山田" in words(desk.press(SATO, actions.MEETING_FIRM, "aoi:1"))


def test_nobody_else_opens_the_encounters_of_a_firm() -> None:
    desk = Desk()
    desk.captured()
    for member in (TANAKA, MORI, SUZUKI, KATO, GUEST):
        assert keys(desk.press(member, actions.MEETING_FIRM, "aoi:1")) == ["meeting-not-found"]
    room = Place(conversation="C1", is_direct=False, present=frozenset({SATO.address, TANAKA.address}))
    assert keys(desk.press_in(room, SATO, actions.MEETING_FIRM, "aoi:1")) == ["meeting-not-here"]
    sharing(desk, Sharing.UNDECIDED)
    assert keys(desk.press(SATO, actions.MEETING_FIRM, "aoi:1")) == ["meeting-not-found"]


def test_a_support_visit_says_what_it_is_and_does_not_move_before_it_has_a_step() -> None:
    desk = Desk()
    desk.captured(SATO, kind=Kind.SUPPORT_VISIT, company_id="aoi", event="")
    shown = page(desk, SATO)
    assert {"meeting-kind-support_visit", "meeting-at-wall_1"} <= set(keys(shown))
    assert "meeting-stands-moving" not in keys(shown)
    card = keys(desk.press(SATO, actions.MEETING_SHOW, "e1"))
    assert {"meeting-label-kind", "meeting-kind-support_visit", "meeting-label-met-on"} <= set(card)
    assert "meeting-label-met" not in card
    desk.press(SATO, actions.MEETING_STEP_SEND, "e1", **STEP)
    assert "サンプルを送る" in words(page(desk, SATO))


def test_a_meeting_that_is_planned_stands_on_the_page_with_its_time() -> None:
    desk = Desk()
    desk.captured(meets_at=FRIDAY + timedelta(days=5))
    assert "meeting-detail-meets" in keys(page(desk, TANAKA))
    desk.pass_time(days=6)
    assert "meeting-detail-meets" not in keys(page(desk, TANAKA))


def test_what_waits_for_one_person_says_so_to_colleagues_and_asks_that_person() -> None:
    desk = Desk()
    desk.service.write_for(NewEncounter(id="e1", partner="山田製作所"), by=SATO, member=TANAKA)
    assert keys(desk.press(ITO, actions.MEETING_CONFIRM, "e1")) == ["meeting-state-unconfirmed"]
    assert "meeting-confirm-then" in keys(desk.press(TANAKA, actions.MEETING_SHOW, "e1"))
    assert "meeting-state-unconfirmed" in keys(desk.press(ITO, actions.MEETING_SHOW, "e1"))
