"""A calendar file: meetings with the outside, before and after; internal ones are left out and counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.meetings.catching.models import CardState
from bot.core.meetings.catching.ports import Attendee, CalendarEvent
from bot.core.meetings.models import Outcome, State
from bot.core.messages import Message, Reply
from bot.core.people import Member
from tests.unit.core.meetings.catching.hall import Hall, channel, keys, labels, offer, quoted
from tests.unit.core.meetings.office import FRIDAY, GUEST, ITO, TANAKA

OWN = replace(TANAKA, email="tanaka@aoi.example")
ME, COLLEAGUE = Attendee(mail="tanaka@aoi.example", name="田中 健"), Attendee(mail="ito@aoi.example", name="伊藤 光")
OUTSIDE = Attendee(mail="sasaki@maruyama.example", name="佐々木 一郎")


@pytest.fixture
def hall(sentences: FluentSentences) -> Hall:
    hall = Hall(sentences)
    hall.people.put(OWN)
    return hall


def event(uid: str = "u1", days: float = 3, **fields: object) -> CalendarEvent:
    plain = CalendarEvent(
        uid=uid,
        starts_at=FRIDAY + timedelta(days=days),
        starts_on=None,
        summary="丸山工業 打ち合わせ",
        organizer=ME,
        attendees=(ME, OUTSIDE),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def dropped(hall: Hall, *events: CalendarEvent, member: Member = OWN, id: str = "f1") -> Reply:
    hall.files.events_of["予定.ics"] = events
    reply = hall.drop("予定.ics", member, id=id)
    assert reply is not None
    return reply


def test_a_meeting_to_come_is_kept_with_its_moment(hall: Hall) -> None:
    reply = dropped(hall, event(location="本社 3階"))
    assert hall.records() == []
    hall.press(offer(reply, "catch-offer-plan"), OWN)
    (kept,) = hall.records()
    assert (kept.partner, kept.contact, kept.topic) == ("丸山工業", "佐々木 一郎", "丸山工業 打ち合わせ")
    assert kept.meets_at == FRIDAY + timedelta(days=3)
    assert kept.meets_at.tzinfo == UTC
    assert kept.event == "本社 3階"
    assert "prepare" in hall.waits(OWN)


def test_addresses_are_kept_nowhere(hall: Hall) -> None:
    reply = dropped(hall, event(), event("u2", organizer=OUTSIDE, summary="打ち合わせ"))
    hall.press(offer(reply, "catch-offer-plan"), OWN)
    assert "example" not in f"{hall.lists.rows} {hall.records()}"


def test_after_a_meeting_it_asks_how_it_went(hall: Hall) -> None:
    reply = dropped(hall, event(days=-2))
    assert "catch-offer-plan" not in labels(reply)
    form = hall.press(offer(reply, "catch-offer-outcome"), OWN)
    assert hall.records() == []
    assert keys(hall.send(form, OWN))[0] == "catch-outcome-choose"
    sent = hall.send(form, OWN, outcome="partly", learned="価格", step="見積もりを送る", day="2026-11-25", time="10:00")
    (kept,) = hall.records()
    assert (kept.outcome, kept.learned, kept.met_on) == (Outcome.PARTLY, "価格", date(2026, 11, 18))
    assert kept.next_step is not None
    assert kept.next_step.text == "見積もりを送る"
    assert quoted(sent) == [f"card {kept.id} open"]
    assert sent.behind is not None
    assert "catch-date-kept" in keys(sent.behind)
    hall.send(form, OWN, outcome="partly", learned="価格")
    assert len(hall.records()) == 1


def test_internal_declined_cancelled_and_far_ones_are_counted(hall: Hall) -> None:
    declined = replace(ME, has_declined=True)
    reply = dropped(
        hall,
        event(),
        event("in", summary="営業会議", attendees=(ME, COLLEAGUE)),
        event("in2", summary="あおい精機 全体会議", attendees=(ME, COLLEAGUE)),
        event("dec", attendees=(declined, OUTSIDE)),
        event("can", is_cancelled=True),
        event("far", days=300),
        event("old", days=-15),
    )
    assert len(hall.the_list().cards) == 1
    left_out = Message("catch-dates-left-out", {"internal": 2, "cancelled": 2, "elsewhen": 2})
    assert any(getattr(part, "message", None) == left_out for part in reply.parts)


def test_a_firm_in_the_title_is_from_outside_without_any_guest(hall: Hall) -> None:
    reply = dropped(hall, event(organizer=None, attendees=(), summary="山田製作所 田中部長 訪問"))
    hall.press(offer(reply, "catch-offer-plan"), OWN)
    (kept,) = hall.records()
    assert (kept.partner, kept.contact) == ("山田製作所", "田中")


def test_where_the_own_address_is_not_known_guests_of_several_firms_are_from_outside(hall: Hall) -> None:
    nameless = replace(OWN, email="")
    hall.people.put(nameless)
    dropped(hall, event(summary="会議", attendees=(ME, OUTSIDE)), event("u2", summary="会議", attendees=(COLLEAGUE,)),
            member=nameless)  # fmt: skip
    assert [card.uid for card in hall.the_list().cards] == ["u1"]


def test_at_a_provider_of_addresses_everybody_else_is_from_outside(hall: Hall) -> None:
    alone = replace(OWN, email="tanaka@gmail.com")
    other = Attendee(mail="sasaki@gmail.com", name="佐々木")
    dropped(hall, event(summary="会議", organizer=None, attendees=(other,)), member=alone)
    assert [card.contact for card in hall.the_list().cards] == ["佐々木"]


def test_the_same_meeting_in_two_files_is_one_encounter(hall: Hall) -> None:
    hall.press(offer(dropped(hall, event()), "catch-offer-plan"), OWN)
    again = dropped(hall, event(), id="f2")
    assert "catch-offer-plan" not in labels(again)
    assert "catch-date-kept" in keys(again)
    assert len(hall.records()) == 1


def test_a_meeting_that_was_moved_is_moved_by_a_press(hall: Hall) -> None:
    hall.press(offer(dropped(hall, event()), "catch-offer-plan"), OWN)
    moved = dropped(hall, event(days=5), id="f2")
    assert "catch-date-moved" in keys(moved)
    (before,) = hall.records()
    done = hall.press(offer(moved, "catch-offer-move"), OWN)
    (after,) = hall.records()
    assert (before.meets_at, after.meets_at) == (FRIDAY + timedelta(days=3), FRIDAY + timedelta(days=5))
    hall.press(offer(done, "catch-offer-undo"), OWN)
    assert hall.records()[0].meets_at == FRIDAY + timedelta(days=3)


def test_taken_back_it_can_be_kept_from_the_next_file(hall: Hall) -> None:
    kept = hall.press(offer(dropped(hall, event()), "catch-offer-plan"), OWN)
    hall.press(offer(kept, "catch-offer-undo"), OWN)
    assert hall.records()[0].state == State.TAKEN_BACK
    hall.press(offer(dropped(hall, event(), id="f2"), "catch-offer-plan"), OWN)
    assert [one.state for one in hall.records()] == [State.OPEN]


def test_a_whole_day_is_a_day_without_an_hour(hall: Hall) -> None:
    day = date(2026, 11, 26)
    reply = dropped(hall, event(starts_at=None, starts_on=day, summary="山田製作所 工場見学"))
    hall.press(offer(reply, "catch-offer-plan"), OWN)
    (kept,) = hall.records()
    assert kept.meets_at is None
    assert kept.next_step is not None
    assert (kept.next_step.due_on, kept.next_step.due_time) == (day, "")


def test_nobody_named_is_put_right_first(hall: Hall) -> None:
    guests = (ME, OUTSIDE, Attendee(mail="x@other.example"))
    reply = dropped(hall, event(summary="オンライン会議", location="https://meet.example/x", attendees=guests))
    assert labels(reply)[:2] == ["catch-offer-fix", "catch-offer-leave-out"]
    form = hall.press(offer(reply, "catch-offer-fix"), OWN)
    sent = hall.send(form, OWN, company="丸山工業")
    assert sent.behind is not None
    hall.press(offer(sent.behind, "catch-offer-plan"), OWN)
    assert [one.partner for one in hall.records()] == ["丸山工業"]


def test_a_meeting_is_left_out_and_taken_up_again(hall: Hall) -> None:
    reply = hall.press(offer(dropped(hall, event()), "catch-offer-leave-out"), OWN)
    assert "catch-date-left" in keys(reply)
    assert hall.records() == []
    back = hall.press(offer(reply, "catch-offer-undo"), OWN)
    assert offer(back, "catch-offer-plan")
    assert hall.the_list().cards[0].state == CardState.WAITING


def test_nothing_from_outside_is_said_with_its_counts(hall: Hall) -> None:
    reply = dropped(hall, event(summary="営業会議", attendees=(ME, COLLEAGUE)))
    assert keys(reply) == ["catch-dates-none"]
    assert hall.lists.rows == {}


def test_a_file_that_is_none_and_a_guest(hall: Hall) -> None:
    told = hall.drop("壊れ.ics", OWN)
    assert told is not None
    assert keys(told) == ["catch-file-unread"]
    guest = hall.drop("予定.ics", GUEST)
    assert guest is not None
    assert keys(guest) == ["meeting-refused-guest"]
    shared = hall.drop("予定.ics", OWN, place=channel(OWN, ITO))
    assert shared is not None
    assert keys(shared) == ["catch-file-in-private"]


def test_today_is_to_come_until_it_has_begun(hall: Hall) -> None:
    now = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
    reply = dropped(hall, event(starts_at=now + timedelta(hours=1)), event("u2", starts_at=now - timedelta(hours=1)))
    assert [label for label in labels(reply) if label in ("catch-offer-plan", "catch-offer-outcome")] == [
        "catch-offer-plan",
        "catch-offer-outcome",
    ]
