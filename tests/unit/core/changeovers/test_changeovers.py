"""Nothing moves before the receiver accepts; then all of it moves at once; and it can come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.bootstrap import open_library
from bot.core import actions
from bot.core.changeovers import owing
from bot.core.changeovers.models import State
from bot.core.clock import VirtualClock
from bot.core.membership.models import Changes
from bot.core.messages import Field, Item
from bot.core.people import Member, Role
from bot.settings import Settings
from tests.databases import DATABASES, MakeAddress
from tests.unit.core.changeovers.house import (
    ADMIN,
    GIVER,
    MATE,
    MUTE_FIRM,
    OPEN_FIRM,
    OTHER,
    RECEIVER,
    SECRET,
    SHY,
    SHY_FIRM,
    STAFF,
    START,
    House,
    words,
)

GIVERS, RECEIVERS = ["giver"] * 3, ["receiver"] * 3


@pytest.fixture(params=DATABASES)
def house(request: pytest.FixtureRequest, make_address: MakeAddress, tmp_path: Path) -> Iterator[House]:
    address, clock = make_address(request.param), VirtualClock(START)
    url = None if isinstance(address, Path) else SecretStr(address)
    data_dir = address.parent if isinstance(address, Path) else tmp_path / "data"
    with open_library(Settings(data_dir=data_dir, database_url=url), clock=clock) as library:
        yield House(library, clock)


def test_nothing_moves_before_the_receiver_accepts_and_then_all_of_it_does(house: House) -> None:
    house.visit("v-open", OPEN_FIRM)
    house.visit("v-shy", SHY_FIRM)
    house.question("q", STAFF)
    house.question("of-another", STAFF, OTHER)
    one = house.asked()
    assert (one.state, house.coordinators(), house.owner_of("q")) == (State.ASKED, GIVERS, "giver")
    one = house.accept(one)
    assert (one.state, house.coordinators()) == (State.MOVED, RECEIVERS)
    assert (house.owner_of("q"), house.owner_of("of-another")) == ("receiver", "other")
    owners = {id: encounter.owner_id for id in ("v-open", "v-shy") if (encounter := house.meetings_of(id))}
    assert owners == {"v-open": "receiver", "v-shy": "giver"}
    assert house.told(owing.FIRM_TOLD) == ["UM", "US", "UY"]
    assert house.audited("changeover_moved") == ["mute", "open", "shy"]


def test_pressed_again_nothing_happens_again(house: House) -> None:
    one = house.accept(house.asked())
    told = house.database.deliveries.counts()
    house.accept(one)
    house.press(actions.CHANGEOVER_ASK, one.id, GIVER)
    house.press(actions.CHANGEOVER_WITHDRAW, one.id, GIVER)
    house.pass_days(1)
    assert (house.one(one.id), house.database.deliveries.counts()) == (one, told)
    assert house.told(owing.ASKED) == ["UR"]


def test_of_several_some_are_accepted(house: House) -> None:
    one = house.asked()
    house.press(actions.CHANGEOVER_SOME_SEND, one.id, RECEIVER, items="open,strange")
    assert house.coordinators() == ["receiver", "giver", "giver"]
    assert house.one(one.id).moved == ("open",)


def test_of_two_hundred_firms_each_can_be_chosen_by_name(house: House) -> None:
    many = tuple(replace(MUTE_FIRM, id=f"many-{number:03}", name=f"第{number:03}工業") for number in range(200))
    house.database.people.change(lambda _: Changes(companies=many))
    form = house.press(actions.CHANGEOVER_FORM, "all", GIVER)
    menu = next(part for part in form.parts if isinstance(part, Field) and part.name == "items")
    assert [one.value for one in menu.choices if one.value.startswith("many")] == [one.id for one in many]
    one = house.accept(house.asked(scope="chosen", items="many-199,many-003"))
    assert sorted(one.moved) == ["many-003", "many-199"]
    one = house.asked()
    some = house.press(actions.CHANGEOVER_SOME_FORM, one.id, RECEIVER)
    assert [len(part.choices) for part in some.parts if isinstance(part, Field)] == [201]


def test_the_receiver_sees_names_and_numbers_and_after_declining_nothing(house: House) -> None:
    house.met("e")
    house.visit("v", OPEN_FIRM)
    house.question("q", STAFF)
    one = house.asked()
    before = words(house.press(actions.CHANGEOVER_LOOK, f"{one.id}:1", RECEIVER))
    assert "あおい" in before
    assert "'encounters': 1" in before
    assert SECRET not in before
    assert "丸山" not in before
    assert house.packed == []
    house.press(actions.CHANGEOVER_DECLINE_SEND, one.id, RECEIVER, word="来月なら")
    after = house.press(actions.CHANGEOVER_DECLINE_FORM, one.id, RECEIVER)
    look = house.press(actions.CHANGEOVER_LOOK, f"{one.id}:1", RECEIVER)
    assert "あおい" not in words(after) + words(look)
    assert look.is_aside
    assert (house.coordinators(), house.packed) == (GIVERS, [])
    assert "来月なら" in words(house.press(actions.CHANGEOVER_ASK, one.id, GIVER))


def test_of_a_firm_that_shares_nothing_no_number_is_told(house: House) -> None:
    house.met("e", replace(STAFF, company=MUTE_FIRM, id="mute-one"))
    one = house.asked()
    shown = house.press(actions.CHANGEOVER_LOOK, f"{one.id}:1", RECEIVER)
    details = {part.title: part.details for part in shown.parts if isinstance(part, Item)}
    assert details["株式会社むくち"] == ()
    assert details["株式会社あおい"]


@pytest.mark.parametrize("who", [OTHER, STAFF, ADMIN])
def test_it_is_nobody_elses_business(house: House, who: Member) -> None:
    one = house.asked()
    for action in house.service.handlers.keys() - {actions.CHANGEOVER_LIST, actions.CHANGEOVER_FORM}:
        reply = house.press(action, one.id, who, items="open", word="x")
        assert "あおい" not in words(reply), action
    assert house.one(one.id) == one


def test_it_is_withdrawn_before_it_moves(house: House) -> None:
    one = house.asked()
    house.press(actions.CHANGEOVER_WITHDRAW, one.id, GIVER)
    one = house.accept(one)
    assert (one.state, house.coordinators(), house.told(owing.WITHDRAWN)) == (State.WITHDRAWN, GIVERS, ["UR"])


def test_what_is_accepted_for_a_later_day_moves_on_it(house: House) -> None:
    one = house.asked(first="2026-11-20")
    assert house.accept(one).state is State.ACCEPTED
    house.pass_days(3)
    assert house.coordinators() == GIVERS
    house.pass_days(1)
    assert (house.one(one.id).state, house.coordinators()) == (State.MOVED, RECEIVERS)


def test_nobody_answers_one_reminder_and_it_comes_back(house: House) -> None:
    one = house.asked()
    house.pass_days(1)
    assert house.told(owing.REMINDER) == []
    house.pass_days(4)
    assert (house.told(owing.REMINDER), house.one(one.id).state) == (["UR"], State.ASKED)
    house.pass_days(5)
    assert (house.one(one.id).state, house.told(owing.ANSWERED)) == (State.LAPSED, ["UG"])
    again = house.asked(reference=f"again:{one.id}", to=OTHER)
    assert house.accept(again, by=OTHER).state is State.MOVED


def test_after_a_leave_it_comes_back_by_itself_with_what_came(house: House) -> None:
    house.visit("v", OPEN_FIRM)
    house.question("q", STAFF)
    one = house.accept(house.asked(reason="leave", until="2026-11-20"))
    house.question("new", STAFF, RECEIVER)
    house.pass_days(4)
    assert house.coordinators() == RECEIVERS
    # A Saturday, a Sunday and a holiday: nobody is told anything of firms on a day off.
    house.pass_days(3)
    assert house.coordinators() == RECEIVERS
    house.pass_days(1)
    assert (house.one(one.id).state, house.coordinators()) == (State.RETURNED, GIVERS)
    assert [house.owner_of("q"), house.owner_of("new"), house.meetings_of("v").owner_id] == ["giver"] * 3
    assert house.told(owing.RETURNED) == ["UG", "UR"]


def test_a_leave_that_goes_on_keeps_it_with_the_receiver(house: House) -> None:
    house.accept(house.asked(reason="leave", until="2026-11-18"))
    house.away(GIVER, until=START + timedelta(days=9))
    house.pass_days(8)
    assert house.coordinators() == RECEIVERS
    house.pass_days(2)
    assert house.coordinators() == GIVERS


def test_the_receiver_gives_it_back_within_a_week(house: House) -> None:
    one = house.accept(house.asked())
    house.press(actions.CHANGEOVER_GIVE_BACK, one.id, RECEIVER)
    assert (house.one(one.id).state, house.coordinators()) == (State.RETURNED, GIVERS)
    late = house.accept(house.asked())
    house.pass_days(8)
    assert house.press(actions.CHANGEOVER_GIVE_BACK, late.id, RECEIVER).is_aside
    assert house.coordinators() == RECEIVERS


def test_one_firm_waits_for_one_answer(house: House) -> None:
    house.asked(scope="chosen", items="open")
    second = house.asked(to=OTHER)
    assert second.items == ("mute", "shy") or set(second.items) == {"mute", "shy"}


def test_what_an_admin_gave_to_somebody_else_meanwhile_stays_there(house: House) -> None:
    one = house.asked()
    house.database.people.change(lambda _: Changes(companies=(replace(SHY_FIRM, coordinator_id="other"),)))
    one = house.accept(one)
    assert (one.state, sorted(one.moved)) == (State.MOVED, ["mute", "open"])
    assert house.coordinator(SHY_FIRM) == "other"


def test_who_left_has_what_was_theirs_handed_over_by_an_admin(house: House) -> None:
    assert house.press(actions.CHANGEOVER_FORM, f"of:{GIVER.id}", ADMIN).is_aside
    gone = replace(GIVER, left_at=START, ended_by="admin")
    house.database.people.change(lambda _: Changes(people=(gone,)))
    one = house.asked(reference=f"of:{GIVER.id}", by=ADMIN)
    assert house.accept(one).state is State.MOVED
    assert (house.coordinators(), house.told(owing.ANSWERED)) == (RECEIVERS, ["UA"])


def left(house: House) -> Member:
    gone = replace(GIVER, left_at=START, ended_by="admin")
    house.database.people.change(lambda _: Changes(people=(gone,)))
    return gone


def test_what_was_somebodys_who_left_is_taken_over_with_all_that_hangs_on_it(house: House) -> None:
    house.visit("v-open", OPEN_FIRM)
    house.visit("v-shy", SHY_FIRM)
    house.question("q", STAFF)
    ids = [OPEN_FIRM.id, SHY_FIRM.id]
    assert house.service.take_over(GIVER, ids, by=RECEIVER) == ()
    gone = left(house)
    assert sorted(house.service.take_over(gone, ids, by=RECEIVER)) == ["open", "shy"]
    assert sorted(str(one) for one in house.coordinators()) == ["giver", "receiver", "receiver"]
    assert house.owner_of("q") == "receiver"
    assert [house.meetings_of(id).owner_id for id in ("v-open", "v-shy")] == ["receiver", "giver"]
    assert house.audited("changeover_moved") == ["open", "shy"]
    assert (house.told(owing.FIRM_TOLD), house.told(owing.MOVED)) == (["UM", "US", "UY"], ["UR"])
    assert house.told(owing.ANSWERED) == []


def test_the_first_who_takes_a_firm_over_has_it(house: House) -> None:
    gone, ids = left(house), [OPEN_FIRM.id, SHY_FIRM.id, MUTE_FIRM.id]
    assert house.service.take_over(gone, [OPEN_FIRM.id], by=OTHER) == ["open"]
    assert sorted(house.service.take_over(gone, ids, by=RECEIVER)) == ["mute", "shy"]
    assert house.service.take_over(gone, ids, by=RECEIVER) == []
    assert house.service.take_over(gone, ids, by=STAFF) == []
    assert house.coordinator(OPEN_FIRM) == "other"
    assert house.told(owing.MOVED) == ["UO", "UR"]


def test_of_two_who_take_a_firm_at_once_one_has_it(house: House) -> None:
    gone = left(house)

    def late() -> str:
        """Somebody else presses after it was read who has it."""
        assert house.service.take_over(gone, [OPEN_FIRM.id], by=OTHER) == ["open"]
        return "late"

    taking = replace(house.service.take_over, new_id=late)
    assert taking(gone, [OPEN_FIRM.id], by=RECEIVER) == []
    assert (house.coordinator(OPEN_FIRM), house.told(owing.MOVED)) == ("other", ["UO"])
    assert house.one("late").state is State.LAPSED


def test_of_what_others_took_over_meanwhile_nothing_is_said_to_have_moved(house: House) -> None:
    gone = left(house)
    one = house.asked(reference=f"of:{GIVER.id}", by=ADMIN)
    house.service.take_over(gone, one.items, by=OTHER)
    assert house.accept(one).state is State.LAPSED
    assert (house.told(owing.ANSWERED), house.told(owing.MOVED)) == (["UA", "UA"], ["UO"])


def test_a_receiver_who_leaves_cannot_take_it(house: House) -> None:
    one = house.asked()
    house.database.people.change(lambda _: Changes(people=(replace(RECEIVER, left_at=START),)))
    house.service.due()
    assert (house.one(one.id).state, house.coordinators()) == (State.LAPSED, GIVERS)


def test_who_is_no_coordinator_is_not_asked(house: House) -> None:
    given = {"scope": "all", "to": STAFF.id, "reason": "other", "from": house.today.isoformat()}
    assert house.press(actions.CHANGEOVER_SHOW, "all", GIVER, **given).submit is not None
    demoted = replace(RECEIVER, roles=frozenset({Role.GUEST}))
    one = house.asked()
    house.database.people.change(lambda _: Changes(people=(demoted,)))
    assert house.accept(one).state is State.ASKED
    assert house.coordinators() == GIVERS


def test_many_records_go_in_batches_and_it_says_so_meanwhile(house: House) -> None:
    for number in range(320):
        house.visit(f"v{number:03}", OPEN_FIRM)
    one = house.accept(house.asked())
    # A batch has gone ahead; the firms follow in the end.
    assert (one.state, house.coordinators()) == (State.MOVING, GIVERS)
    house.service.due()
    one = house.one(one.id)
    assert (one.state, house.coordinators(), len(one.records)) == (State.MOVED, RECEIVERS, 320)
    house.press(actions.CHANGEOVER_GIVE_BACK, one.id, RECEIVER)
    house.service.due()
    assert {house.meetings_of(f"v{number:03}").owner_id for number in range(320)} == {"giver"}


def test_somebodys_own_encounters_go_to_a_colleague_of_the_firm(house: House) -> None:
    house.met("e1")
    house.met("e2")
    house.met("theirs", MATE)
    form = house.press(actions.CHANGEOVER_FORM, "own", STAFF)
    people = next(part for part in form.parts if getattr(part, "name", "") == "to")
    assert [one.value for one in getattr(people, "choices", ())] == [MATE.id]
    one = house.asked(reference="own", by=STAFF, to=MATE, scope="chosen", items="e1")
    assert house.meetings_of("e1").owner_id == STAFF.id
    one = house.accept(one, by=MATE)
    assert (one.state, one.moved) == (State.MOVED, ("e1",))
    assert [house.meetings_of(id).owner_id for id in ("e1", "e2")] == [MATE.id, STAFF.id]
    # Nudges are planned for the new owner alone.
    assert {row.person_id for row in house.nudges_of("e1")} == {MATE.id}
    assert house.told(owing.FIRM_TOLD) == []


def test_another_firms_person_is_not_asked_for_encounters(house: House) -> None:
    house.met("e1")
    given = {"scope": "all", "to": SHY.id, "reason": "other", "from": house.today.isoformat()}
    assert house.press(actions.CHANGEOVER_SHOW, "own", STAFF, **given).submit is not None


def test_what_was_looked_at_and_never_asked_is_forgotten(house: House) -> None:
    given = {"scope": "all", "to": RECEIVER.id, "reason": "other", "from": house.today.isoformat()}
    house.press(actions.CHANGEOVER_SHOW, "all", GIVER, **given)
    assert len(house.database.changeovers.in_state((State.PREPARED,))) == 1
    house.pass_days(2)
    assert house.database.changeovers.in_state((State.PREPARED,)) == []


def test_a_look_at_numbers_leaves_a_line(house: House) -> None:
    one = house.asked()
    house.press(actions.CHANGEOVER_LOOK, f"{one.id}:1", RECEIVER)
    seen = [(line.by_id, line.company_id) for line in house.database.audit.lines() if line.action == "seen"]
    assert sorted(seen) == [("giver", "open"), ("giver", "shy"), ("receiver", "open"), ("receiver", "shy")]


def test_an_admin_asks_for_a_coordinator_only_for_a_leave_and_is_shown_no_number(house: House) -> None:
    house.visit("v-open", OPEN_FIRM)
    cover = f"cover:{GIVER.id}:2026-11-18:2026-11-20"
    for by, reference in ((ADMIN, f"of:{GIVER.id}"), (STAFF, cover), (OTHER, cover), (ADMIN, f"cover:{STAFF.id}:")):
        assert house.press(actions.CHANGEOVER_FORM, reference, by).is_aside
    terms = {"scope": "all", "to": RECEIVER.id, "from": "2026-11-18", "until": "2026-11-20"}
    refused = house.press(actions.CHANGEOVER_SHOW, cover, ADMIN, **terms, reason="other")
    assert [offer for offer in refused.offers if offer.action == actions.CHANGEOVER_ASK] == []
    shown = house.press(actions.CHANGEOVER_SHOW, cover, ADMIN, **terms, reason="leave")
    assert "changeover-unnumbered" in words(shown)
    assert not [key for key in ("changeover-total", "changeover-introductions", "-silent") if key in words(shown)]
    one = house.accept(house.asked(reference=cover, by=ADMIN, first="2026-11-18", until="2026-11-20", reason="leave"))
    assert (one.state, house.coordinators()) == (State.ACCEPTED, GIVERS)
    assert sorted(house.told(owing.ANSWERED)) == ["UA", "UG"]
