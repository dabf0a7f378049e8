"""A firm's own people: their encounters narrowed down, what to loosen, put off together, and what each carries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core import actions
from bot.core.cockpit.models import Sift, mark_of
from bot.core.cockpit.one_firm import Met
from bot.core.cockpit.our_put_off import MOST
from bot.core.cockpit.put_off import BACK_WITHIN
from bot.core.messages import Field, Item, Message, Reply, Said
from bot.core.people import Company, Member, Role, Sharing
from tests.unit.core.cockpit.house import NOW, TAKAHASHI, House, case, firm

OWN = Company(id="own", name="株式会社own", coordinator_id="takahashi", sharing=Sharing.NOTHING)
SUZUKI = Member(id="suzuki", address="U07", name="鈴木", roles=frozenset({Role.MEMBER}), company=OWN)
KATO = replace(SUZUKI, id="kato", address="U08", name="加藤")
DAY = date(2026, 11, 30)


def met(id: str, due_on: date | None = None) -> tuple[str, Met]:
    since = date(2026, 11, 2)
    one = Met(id=id, stage="cards", wall="", since=since, last_contact_on=since, due_on=due_on, who=Message("x"))
    return "own", one


def a_house() -> House:
    return House(
        (OWN, firm("b", Sharing.WORDS)),
        [
            case("1", "own", owner_id="suzuki", wall="wall_1", event="展示会"),
            case("2", "own", owner_id="kato", stage="trial", since=date(2026, 10, 1)),
            case("3", "own", owner_id="suzuki"),
            case("4", "b", owner_id="other", event="商談会"),
        ],
        met_known=[met("1"), met("2", date(2026, 11, 10)), met("3", date(2026, 12, 10))],
        people=(SUZUKI, KATO),
    )


def said(reply: Reply) -> list[str]:
    return [one.message.key for one in reply.parts if isinstance(one, Said)]


def listed(reply: Reply) -> list[str]:
    offers = [offer for one in reply.parts if isinstance(one, Item) for offer in one.offers]
    return [one.reference for one in offers if one.action == actions.MEETING_SHOW]


def test_their_own_encounters_the_longest_standing_first_and_nobody_elses() -> None:
    reply = a_house().press(actions.COCKPIT_OURS, "1", SUZUKI)
    assert listed(reply) == ["2", "1", "3"]
    form = a_house().press(actions.COCKPIT_OURS_SIFT_FORM, "-", SUZUKI)
    choices = {one.name: [choice.value for choice in one.choices] for one in form.parts if isinstance(one, Field)}
    assert choices["event"] == ["any", mark_of("展示会")]
    assert set(choices["owner"]) == {"any", "suzuki", "kato"}
    assert set(choices) == {"stage", "wall", "days", "event", "owner"}


def test_all_five_are_combined_remembered_and_cleared_by_one_press() -> None:
    house = a_house()
    given = {"stage": "cards", "wall": "wall_1", "days": "14", "event": mark_of("展示会"), "owner": "suzuki"}
    assert listed(house.press(actions.COCKPIT_OURS_SIFT_SEND, "-", SUZUKI, **given)) == ["1"]
    assert listed(house.press(actions.COCKPIT_OURS, "1", SUZUKI)) == ["1"]
    assert len(listed(house.press(actions.COCKPIT_OURS_CLEAR, "-", SUZUKI))) == 3
    assert house.sifts["suzuki"] == Sift()


def test_where_nothing_fits_it_is_said_which_condition_to_leave() -> None:
    reply = a_house().press(actions.COCKPIT_OURS_SIFT_SEND, "-", SUZUKI, stage="trial", owner="suzuki")
    hints = [one.message for one in reply.parts if isinstance(one, Said)][1:]
    assert hints == [
        Message("cockpit-loosen", {"field": "stage", "count": 2, "of": "encounters"}),
        Message("cockpit-loosen", {"field": "owner_id", "count": 1, "of": "encounters"}),
    ]
    several = a_house().press(actions.COCKPIT_OURS_SIFT_SEND, "-", SUZUKI, stage="adoption", wall="wall_3", days="90")
    assert said(several) == ["cockpit-ours-none-fits", "cockpit-loosen-several"]


def test_what_each_colleague_carries_oneself_first() -> None:
    reply = a_house().press(actions.COCKPIT_OURS_LOAD, "1", SUZUKI)
    items = [one for one in reply.parts if isinstance(one, Item)]
    assert [one.title for one in items] == ["鈴木", "加藤"]
    assert items[0].details[0] == Message("cockpit-open", {"count": 2})
    assert Message("cockpit-ours-late", {"count": 1}) in items[1].details


def preview(house: House) -> Reply:
    return house.press(actions.COCKPIT_OURS_PUT_OFF_SHOW, "-", SUZUKI, until=DAY.isoformat())


def test_put_off_together_but_for_what_is_later_and_taken_back() -> None:
    house = a_house()
    shown = preview(house)
    assert said(shown) == ["cockpit-ours-put-off-preview", "cockpit-ours-put-off-later"]
    assert house.put_off_ids == []
    undo = house.press(shown.offers[0].action, shown.offers[0].reference, SUZUKI).offers[0]
    assert (house.put_off_ids, house.put_off_until) == (["2", "1"], DAY)
    assert said(house.press(undo.action, undo.reference, KATO)) == ["cockpit-ours-put-off-too-late"]
    house.moment = NOW + BACK_WITHIN
    house.press(undo.action, undo.reference, SUZUKI)
    house.press(undo.action, undo.reference, SUZUKI)
    assert house.taken_back == [("change of 2", "change of 1")], "the same press once more changes nothing"
    house.moment = NOW + BACK_WITHIN + timedelta(seconds=1)
    assert said(house.press(undo.action, undo.reference, SUZUKI)) == ["cockpit-ours-put-off-too-late"]


def test_something_else_than_was_looked_at_is_shown_again() -> None:
    house = a_house()
    offer = preview(house).offers[0]
    house.cases_known.append(case("9", "own"))
    house.met_known.append(met("9"))
    assert said(house.press(offer.action, offer.reference, SUZUKI))[0] == "cockpit-put-off-changed"
    assert house.put_off_ids == []


def test_no_more_at_once_than_a_press_has_time_for() -> None:
    house = a_house()
    house.cases_known = [case(str(number), "own") for number in range(MOST + 1)]
    house.met_known = [met(str(number)) for number in range(MOST + 1)]
    assert said(preview(house)) == ["cockpit-put-off-too-many"]


def test_it_is_for_a_firms_own_people() -> None:
    house = a_house()
    gone = replace(SUZUKI, left_at=NOW)
    guest = replace(SUZUKI, roles=frozenset({Role.GUEST}))
    for member in (TAKAHASHI, gone, guest):
        for action in (actions.COCKPIT_OURS, actions.COCKPIT_OURS_LOAD, actions.COCKPIT_OURS_PUT_OFF_SHOW):
            assert said(house.press(action, "1", member)) == ["cockpit-firm-not-yours"]
    assert house.reads == []
