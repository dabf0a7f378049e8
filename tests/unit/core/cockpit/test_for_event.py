"""A cadence and a programme for everything of one event: whose firms, looked at first, taken back, never twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core import actions
from bot.core.cockpit.event_plan import Paced, Wished
from bot.core.cockpit.models import mark_of
from bot.core.cockpit.put_off import BACK_WITHIN
from bot.core.messages import Field, Item, Message, Reply, Said
from bot.core.people import Company, Member, Role, Sharing
from tests.unit.core.cockpit.house import ITO, NOW, SATO, TAKAHASHI, House, case, firm

OWN = Company(id="own", name="株式会社own", coordinator_id="takahashi", sharing=Sharing.NOTHING)
SUZUKI = Member(id="suzuki", address="U07", name="鈴木", roles=frozenset({Role.MEMBER}), company=OWN)


def a_house() -> House:
    house = House(
        (firm("a", Sharing.WORDS), firm("b", Sharing.WORDS), firm("outline"), firm("closed", Sharing.NOTHING), OWN),
        [
            case("1", "a", event="展示会"),
            case("2", "b", event="展示会 "),
            case("3", "outline", event="内覧会"),
            case("4", "closed", event="商談会"),
            case("5", "own", event="自社の会"),
        ],
    )
    house.book.paced = [
        Paced(id="1", company_id="a", now_on=date(2026, 11, 20), then_on=date(2026, 11, 18)),
        Paced(id="2", company_id="b", left="own"),
        Paced(id="3", company_id="outline"),
        Paced(id="5", company_id="own"),
    ]
    return house


def said(reply: Reply) -> list[str]:
    return [one.message.key for one in reply.parts if isinstance(one, Said)]


def fields(reply: Reply) -> dict[str, list[str]]:
    return {one.name: [choice.value for choice in one.choices] for one in reply.parts if isinstance(one, Field)}


def preview(house: House, member: Member = TAKAHASHI, event: str = "展示会", **given: str) -> Reply:
    return house.press(actions.COCKPIT_EVENT_SHOW, "-", member, event=mark_of(event), **given)


def done(house: House, **given: str) -> Reply:
    offer = preview(house, TAKAHASHI, **(given or {"cadence": "fair"})).offers[0]
    assert offer.action == actions.COCKPIT_EVENT_DO
    return house.press(offer.action, offer.reference)


def test_only_events_of_firms_that_share_their_words_can_be_chosen_and_that_is_said() -> None:
    reply = a_house().press(actions.COCKPIT_EVENT_FORM)
    assert fields(reply)["event"] == [mark_of("展示会")], "two spellings are one event"
    assert fields(reply)["programme"] == ["as_it_is", "p1"]
    assert "cockpit-event-hidden" in said(reply)


def test_it_is_looked_at_first_with_firms_days_and_what_is_left_alone() -> None:
    house = a_house()
    reply = preview(house, cadence="fair")
    assert said(reply) == ["cockpit-event-preview", "cockpit-event-left-own", "cockpit-event-hidden"]
    first = reply.parts[0]
    assert isinstance(first, Said)
    assert (first.message.arguments["count"], first.message.arguments["firms"]) == (1, 1)
    items = [one for one in reply.parts if isinstance(one, Item)]
    assert [one.title for one in items] == ["株式会社a", "株式会社b"]
    assert items[0].words[1] == Message("cockpit-event-days", {"before": "11月20日（金）", "after": "11月18日（水）"})
    assert (house.book.puts, house.audited, house.kept_changes.rows) == ([], [], {})
    assert house.book.asked == [frozenset({"a", "b"})], "nothing is read of a firm that does not share its words"


def test_what_was_looked_at_is_done_once_and_taken_back_within_ten_minutes() -> None:
    house = a_house()
    undo = done(house).offers[0]
    assert house.book.puts == [(frozenset({"a", "b"}), Wished(event="展示会", cadence="fair"))]
    assert {(one.action, one.by_id, one.company_id) for one in house.audited} == {
        ("event_chosen", "takahashi", "a"),
        ("event_chosen", "takahashi", "b"),
    }
    house.moment = NOW + BACK_WITHIN
    assert said(house.press(undo.action, undo.reference)) == ["cockpit-event-undone"]
    house.press(undo.action, undo.reference)
    assert len(house.audited) == 4, "the same press once more leaves no further line"
    assert len({one.id for one in house.audited}) == 4


def test_not_later_and_not_by_anybody_else() -> None:
    house = a_house()
    undo = done(house).offers[0]
    assert said(house.press(undo.action, undo.reference, ITO)) == ["cockpit-event-too-late"]
    house.moment = NOW + BACK_WITHIN + timedelta(seconds=1)
    assert said(house.press(undo.action, undo.reference)) == ["cockpit-event-too-late"]
    assert house.book.back == []


def test_something_else_than_was_looked_at_is_shown_again() -> None:
    house = a_house()
    offer = preview(house, cadence="fair").offers[0]
    house.book.paced[0] = replace(house.book.paced[0], now_on=date(2026, 11, 19))
    assert said(house.press(offer.action, offer.reference))[0] == "cockpit-put-off-changed"
    assert house.book.puts == []


def test_a_programme_alone_counts_everything_of_the_event() -> None:
    house = a_house()
    reply = preview(house, programme="p1")
    assert said(reply)[0] == "cockpit-event-preview-programme"
    assert said(done(house, programme="p1")) == ["cockpit-event-done-programme", "cockpit-event-back-within"]
    assert house.book.puts == [(frozenset({"a", "b"}), Wished(event="展示会", programme_id="p1"))]


def test_a_firms_own_people_choose_for_their_own_firm_and_no_programme() -> None:
    house = a_house()
    reply = house.press(actions.COCKPIT_EVENT_FORM, "-", SUZUKI)
    assert fields(reply) == {"event": [mark_of("自社の会")], "cadence": ["as_it_is", "default", "fair"]}
    offer = preview(house, SUZUKI, "自社の会", cadence="fair", programme="p1").offers[0]
    house.press(offer.action, offer.reference, SUZUKI)
    assert house.book.puts == [(frozenset({"own"}), Wished(event="自社の会", cadence="fair"))]
    assert house.audited == [], "what somebody does to their own firm is no access to another's"
    assert said(preview(house, SUZUKI, "展示会", cadence="fair"))[0] == "cockpit-event-choose"


def test_nothing_is_done_without_an_event_and_something_to_change() -> None:
    house = a_house()
    wrong: tuple[dict[str, str], ...] = ({}, {"cadence": "as_it_is"}, {"cadence": "unknown", "programme": "other"})
    for given in wrong:
        assert said(preview(house, TAKAHASHI, **given))[0] == "cockpit-event-choose"
    assert said(house.press(actions.COCKPIT_EVENT_DO, "x:fair::y"))[0] == "cockpit-event-choose"
    assert said(preview(house, event="内覧会", cadence="fair"))[0] == "cockpit-event-choose"
    assert said(house.press(actions.COCKPIT_EVENT_FORM, "-", SATO)) == ["cockpit-firm-not-yours"]
