"""Days off in the chat: who may enter what, what is shown, taken back and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core import actions
from bot.core.absences.desk import AbsenceDesk, own_days_offer
from bot.core.absences.service import AbsenceService
from bot.core.calendar_entries import Scope
from bot.core.clock import VirtualClock
from bot.core.messages import Field, Headed, Item, Message, Offer, Place, Pressed, Reply, Said
from bot.core.people import Company, Member, Role
from bot.errors import UsageError
from tests.fakes.calendars import FakeCalendars, calendar_file, work_calendars
from tests.fakes.people import FakePeople

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
FIRM, OTHER = Company(id="f1", name="山田製作所"), Company(id="f2", name="みどり食品")
MEMBER = frozenset({Role.MEMBER})
SATO = Member(id="p1", address="U1", name="佐藤 一郎", company=FIRM, roles=MEMBER, locale="ja")
TANAKA = replace(SATO, id="p2", name="田中 恵", locale="en")
ELSEWHERE = replace(SATO, id="p3", company=OTHER)
SUZUKI = Member(id="p4", address="U4", name="鈴木 花子", roles=frozenset({Role.COORDINATOR}))
KATO = Member(id="p5", address="U5", name="加藤 誠", roles=frozenset({Role.ADMIN}))
GUEST = Member(id="p6", address="U6", name="客")
ON_PAGE, IN_MESSAGE = Place(conversation=""), Place(conversation="D1")
LEAVE = {"from": "2026-11-25", "until": "2026-11-27"}


class Desk:
    """The desk with a clock and a store."""

    def __init__(self, at: datetime = AT) -> None:
        self.clock, self.store = VirtualClock(at), FakeCalendars()
        self.calendars = work_calendars(
            calendar_file({date(2026, 11, 23)}), clock=self.clock, store=self.store, directory=FakePeople(SATO)
        )
        self.desk = AbsenceDesk(AbsenceService(store=self.store, calendars=self.calendars, clock=self.clock))

    def press(
        self, member: Member, action: str, reference: str, place: Place = ON_PAGE, values: dict[str, str] | None = None
    ) -> Reply:
        pressed = Pressed(
            id="e", address=member.address, place=place, action=action, reference=reference, values=values or {}
        )
        return self.desk.handlers[action](pressed, member)

    def enter(self, member: Member, scope: str, **values: str) -> Reply:
        return self.press(member, actions.ABSENCE_SEND, scope, values=values)

    def page(self, member: Member) -> list[Item]:
        return [part for part in self.desk.home_parts(member) if isinstance(part, Item)]


def keys(reply: Reply) -> list[str]:
    found = [part.message.key for part in reply.parts if isinstance(part, Said | Headed)]
    return found + [
        part.title.key for part in reply.parts if isinstance(part, Item) and isinstance(part.title, Message)
    ]


def offers(reply: Reply) -> dict[str, Offer]:
    inside = [offer for part in reply.parts if isinstance(part, Item) for offer in part.offers]
    return {offer.action: offer for offer in (*reply.offers, *inside)}


def fields(reply: Reply) -> dict[str, Field]:
    return {part.name: part for part in reply.parts if isinstance(part, Field)}


def titles(parts: list[Item]) -> list[str]:
    return [part.title.key if isinstance(part.title, Message) else part.title for part in parts]


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        (SATO, ["calendar-company", "calendar-own", "calendar-partner"]),
        (SUZUKI, ["calendar-own", "calendar-partner"]),
        (KATO, ["calendar-own"]),
        (GUEST, []),
        (replace(SATO, left_at=AT), []),
    ],
)
def test_everybody_has_their_own_calendars_on_the_page(member: Member, expected: list[str]) -> None:
    assert sorted(titles(Desk().page(member))) == expected


def test_leave_is_entered_counted_shown_and_taken_back() -> None:
    desk = Desk()
    form = desk.press(SATO, actions.ABSENCE_FORM, "person")
    assert [field.kind for field in fields(form).values()] == ["date", "date"]
    assert form.submit is not None
    done = desk.press(SATO, form.submit.action, form.submit.reference, values=LEAVE)
    assert keys(done)[-1] == "calendar-added"
    assert desk.calendars.days_of(SATO).next_working_day(date(2026, 11, 24)) == date(2026, 11, 30)
    assert desk.calendars.days_of(TANAKA).next_working_day(date(2026, 11, 24)) == date(2026, 11, 25)
    (own,) = [item for item in desk.page(SATO) if item.title == Message("calendar-own")]
    (shown,) = own.details
    assert isinstance(shown, Message)
    assert (shown.arguments["first"], shown.arguments["last"]) == ("11月25日（水）", "11月27日（金）")
    removed = desk.press(SATO, actions.ABSENCE_REMOVE, offers(done)[actions.ABSENCE_REMOVE].reference)
    assert "calendar-removed" in keys(removed)
    assert desk.calendars.days_of(SATO).is_working_day(date(2026, 11, 25))


def test_what_was_taken_back_can_be_brought_back_for_ten_minutes() -> None:
    desk = Desk()
    id = offers(desk.enter(SATO, "person", **LEAVE))[actions.ABSENCE_REMOVE].reference
    removed = desk.press(SATO, actions.ABSENCE_REMOVE, id)
    desk.clock.advance(timedelta(minutes=10))
    back = offers(removed)[actions.ABSENCE_RESTORE].reference
    assert "calendar-restored" in keys(desk.press(SATO, actions.ABSENCE_RESTORE, back))
    assert not desk.calendars.days_of(SATO).is_working_day(date(2026, 11, 25))
    desk.press(SATO, actions.ABSENCE_REMOVE, id)
    desk.clock.advance(timedelta(minutes=11))
    assert keys(desk.press(SATO, actions.ABSENCE_RESTORE, back)) == ["calendar-restore-late"]
    assert desk.calendars.days_of(SATO).is_working_day(date(2026, 11, 25))


def test_every_press_may_come_twice() -> None:
    desk = Desk()
    assert desk.enter(SATO, "person", **LEAVE) == desk.enter(SATO, "person", **LEAVE)
    assert len(desk.store.entries()) == 1
    id = desk.store.entries()[0].id
    for action in (actions.ABSENCE_REMOVE, actions.ABSENCE_RESTORE):
        assert desk.press(SATO, action, id) == desk.press(SATO, action, id)
    assert len(desk.store.entries()) == 1


def test_the_firm_has_days_off_every_year_and_working_saturdays() -> None:
    desk = Desk()
    desk.enter(SATO, "company", **{"from": "2026-12-29", "until": "2027-01-05", "yearly": "yearly", "kind": "off"})
    desk.enter(TANAKA, "company", **{"from": "2026-11-28", "kind": "working", "name": "棚卸し", "yearly": "once"})
    days = desk.calendars.days_of(SATO)
    assert [days.is_working_day(date(2028, 1, day)) for day in (5, 6)] == [False, True]
    assert days.is_working_day(date(2026, 11, 28))
    listed = desk.press(SATO, actions.ABSENCE_SHOW, "company")
    assert keys(listed)[1:] == ["calendar-entry-day", "calendar-entry-yearly-range"]


def test_an_outside_firms_days_are_kept_for_the_firm_that_knows_them() -> None:
    desk = Desk()
    desk.enter(SATO, "partner", partner="大空商会", weekdays="3,6,7")
    assert not desk.calendars.partner_is_open("f1", "大空商会", date(2026, 11, 25))
    assert desk.calendars.partner_is_open("f2", "大空商会", date(2026, 11, 25))
    desk.enter(SUZUKI, "partner", partner="大空商会", weekdays="4")
    assert not desk.calendars.partner_is_open("f2", "大空商会", date(2026, 11, 26)), "of a coordinator, for everybody"
    assert desk.calendars.partner_is_open("f1", "大空商会", date(2026, 11, 26)), "the firm knows better"
    shown = repr([desk.press(one, actions.ABSENCE_SHOW, "partner") for one in (ELSEWHERE, SUZUKI)])
    assert "水・土・日" not in shown, "whom a firm knows is its own matter"


@pytest.mark.parametrize("member", [ELSEWHERE, SUZUKI, KATO, GUEST, replace(SATO, id="p9", left_at=AT)])
def test_nobody_changes_the_days_of_others(member: Member) -> None:
    desk = Desk()
    ids = [
        offers(desk.enter(SATO, scope, **values))[actions.ABSENCE_REMOVE].reference
        for scope, values in (
            ("person", LEAVE),
            ("company", {"from": "2026-11-25"}),
            ("partner", {"partner": "大空商会", "weekdays": "3"}),
        )
    ]
    for id in ids:
        for action in (actions.ABSENCE_REMOVE, actions.ABSENCE_RESTORE):
            assert keys(desk.press(member, action, id)) in (["calendar-not-yours"], ["calendar-firm-only"])
    assert len(desk.store.entries()) == 3
    if member.company != OTHER:
        for action in (actions.ABSENCE_SHOW, actions.ABSENCE_FORM, actions.ABSENCE_SEND):
            assert keys(desk.press(member, action, "company", values=LEAVE)) == ["calendar-firm-only"]
    assert not any("2026-11-25" in repr(item) or "11月25日" in repr(item) for item in desk.page(member))


@pytest.mark.parametrize(
    ("scope", "values", "fault"),
    [
        ("person", {"from": "2026-11-25", "until": "2026-11-20"}, "calendar-fault-order"),
        ("person", {"from": ""}, "calendar-fault-no-day"),
        ("person", {"from": "tomorrow"}, "calendar-day-wrong"),
        ("company", {"from": "2026-01-01", "until": "2026-12-31", "yearly": "yearly"}, "calendar-fault-long"),
        ("partner", {"partner": " ", "weekdays": "3"}, "calendar-fault-partner"),
        ("partner", {"partner": "大空商会"}, "calendar-fault-no-day"),
        ("partner", {"partner": "大空商会", "weekdays": "3", "from": "2026-11-25"}, "calendar-fault-both"),
    ],
)
def test_what_cannot_be_kept_is_asked_for_again_with_what_was_typed(
    scope: str, values: dict[str, str], fault: str
) -> None:
    desk = Desk()
    again = desk.enter(SATO, scope, **values)
    assert keys(again) == [fault]
    assert again.submit is not None
    assert {name: fields(again)[name].initial for name in values} == values
    assert desk.store.entries() == []


def test_a_long_list_is_turned() -> None:
    desk = Desk()
    for day in range(1, 12):
        desk.enter(SATO, "person", **{"from": f"2026-12-{day:02}"})
    first = desk.press(SATO, actions.ABSENCE_SHOW, "person")
    (own,) = [item for item in desk.page(SATO) if item.title == Message("calendar-own")]
    assert own.details[-1] == Message("calendar-home-more", {"count": 9})
    more = first.offers[-1]
    assert (more.action, more.reference, more.label) == (
        actions.ABSENCE_SHOW,
        "person:8",
        Message("calendar-offer-more", {"count": 3}),
    )
    second = desk.press(SATO, more.action, more.reference)
    assert (len(keys(first)), len(keys(second))) == (9, 4)


def test_what_is_over_is_listed_no_more() -> None:
    desk = Desk()
    desk.enter(SATO, "person", **LEAVE)
    desk.clock.advance(timedelta(days=30))
    assert keys(desk.press(SATO, actions.ABSENCE_SHOW, "person"))[1:] == ["calendar-home-none"]


def test_a_message_behind_the_sheet_stays_and_the_page_is_drawn_again() -> None:
    desk = Desk()
    values = {"from": "2026-12-01"}
    from_message = desk.press(SATO, actions.ABSENCE_SEND, "person", IN_MESSAGE, values)
    assert (from_message.is_aside, from_message.behind) == (True, None)
    from_page = desk.press(SATO, actions.ABSENCE_SEND, "person", ON_PAGE, values)
    assert (from_page.is_aside, from_page.behind) == (False, Reply())


def test_admins_hear_that_the_holidays_end() -> None:
    late = Desk(datetime(2027, 10, 3, tzinfo=UTC))
    said = [part for part in late.desk.home_parts(KATO) if isinstance(part, Said)]
    assert said == [Said(Message("calendar-home-ends-soon", {"until": "2027-12-31"}))]
    assert not [part for part in late.desk.home_parts(SATO) if isinstance(part, Said)]
    assert not [part for part in Desk().desk.home_parts(KATO) if isinstance(part, Said)]


def test_a_press_of_nowhere_is_refused() -> None:
    assert own_days_offer().reference == Scope.PERSON.value
    desk = Desk()
    with pytest.raises(UsageError):
        desk.press(SATO, actions.ABSENCE_SHOW, "everybody")
    assert keys(desk.press(SATO, actions.ABSENCE_REMOVE, "nothing")) == ["calendar-gone"]
    assert keys(desk.press(SATO, actions.ABSENCE_RESTORE, "nothing")) == ["calendar-restore-late"]
