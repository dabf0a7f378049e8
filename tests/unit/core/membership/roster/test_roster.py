"""What an admin may change, what is shown before, taken back, told and kept; and what they never see."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from bot.core import actions
from bot.core.membership.departing import Departing
from bot.core.membership.models import Changes, EditState
from bot.core.membership.roster.service import Roster
from bot.core.messages import Item, Place, Pressed, Reply, Said
from bot.core.people import BY_WORKSPACE, Company, Member, Role, Sharing
from tests.fakes.people import FakePeople

AT = datetime(2026, 11, 17, 1, 0, tzinfo=UTC)
YAMADA_LTD = Company(id="f1", name="株式会社山田製作所", coordinator_id="takahashi", sharing=Sharing.WORDS)


def person(id: str, *roles: Role, company: Company | None = None) -> Member:
    """Somebody who has come."""
    return Member(
        id=id, address=f"U0{id.upper()}", name=id, email=f"{id}@example.jp", roles=frozenset(roles), company=company,
        added_at=AT, added_by="admin", welcomed_at=AT,
    )  # fmt: skip


@dataclass
class Clock:
    at: datetime = AT

    def now(self) -> datetime:
        return self.at


@dataclass
class House:
    people: FakePeople = field(
        default_factory=lambda: FakePeople(
            person("admin", Role.ADMIN),
            person("takahashi", Role.COORDINATOR),
            person("ito", Role.COORDINATOR),
            person("yamada", Role.MEMBER, company=YAMADA_LTD),
        )
    )
    clock: Clock = field(default_factory=Clock)
    departed: list[str] = field(default_factory=list)
    welcomed: list[str] = field(default_factory=list)
    changed: list[Collection[str]] = field(default_factory=list)
    last_days: list[tuple[str, date]] = field(default_factory=list)

    def __post_init__(self) -> None:
        numbers = count(1)
        departing = Departing(
            people=self.people,
            clock=self.clock,
            on_departure=lambda one: self.departed.append(one.id),
            takes_over=self._takes_over,
            new_id=lambda: f"n{next(numbers)}",
        )
        self.roster = Roster(
            people=self.people,
            clock=self.clock,
            departing=departing,
            welcome=lambda one: self.welcomed.append(one.id),
            on_changed=self.changed.append,
            on_last_day=lambda one, day: self.last_days.append((one.id, day)),
            holidays_until=lambda: date(2027, 12, 31),
            new_id=lambda: f"n{next(numbers)}",
        )

    def _takes_over(self, gone: Member, ids: Sequence[str], /, *, by: Member) -> Sequence[str]:
        firms = [one for one in self.people.companies() if one.id in ids and one.coordinator_id == gone.id]
        self.people.change(lambda _: Changes(companies=tuple(replace(one, coordinator_id=by.id) for one in firms)))
        return [one.id for one in firms]

    def press(self, who: str, action: str, reference: str = "-", **values: str) -> Reply:
        member = self.one(who)
        place = Place(conversation="", present=frozenset({member.address}))
        pressed = Pressed(
            id="p", address=member.address, place=place, action=action, reference=reference, values=values
        )
        return self.roster.handlers[action](pressed, member)

    def one(self, id: str) -> Member:
        found = self.people.by_id(id)
        assert found is not None
        return found

    def offered(self, reply: Reply, action: str) -> str:
        items = [offer for part in reply.parts if isinstance(part, Item) for offer in part.offers]
        return next(one.reference for one in (*reply.offers, *items) if one.action == action)


def said(reply: Reply) -> list[str]:
    return [part.message.key for part in reply.parts if isinstance(part, Said)]


@pytest.fixture
def house() -> House:
    return House()


@pytest.mark.parametrize("who", ["takahashi", "yamada"])
def test_whoever_is_no_admin_can_press_nothing(house: House, who: str) -> None:
    assert not house.roster.home_parts(house.one(who))
    for action in set(house.roster.handlers) - {actions.FIRM_TAKE}:
        assert said(house.press(who, action, "yamada")) == ["roster-not-yours"], action
    assert house.people.audited == []


def test_nothing_of_it_is_shown_where_others_read_along(house: House) -> None:
    admin = house.one("admin")
    place = Place(conversation="C1", is_direct=False, present=frozenset())
    pressed = Pressed(id="p", address=admin.address, place=place, action=actions.PEOPLE_LIST, reference="1::")
    assert said(house.roster.handlers[actions.PEOPLE_LIST](pressed, admin)) == ["roster-not-yours"]


def test_a_role_is_given_told_kept_without_words_and_taken_back(house: House) -> None:
    done = house.press("admin", actions.PEOPLE_SEND, "ito", roles="admin,coordinator")
    assert house.one("ito").roles == {Role.ADMIN, Role.COORDINATOR}
    (line,) = house.people.audited
    assert (line.by_id, line.action, line.subject_kind, line.subject_id) == ("admin", "setup", "person", "ito")
    assert [one.kind for one in house.people.owed] == ["roster_roles"]
    house.press("admin", actions.PEOPLE_UNDO, house.offered(done, actions.PEOPLE_UNDO))
    assert house.one("ito").roles == {Role.COORDINATOR}
    assert len(house.people.audited) == 2


def test_after_ten_minutes_nothing_is_taken_back(house: House) -> None:
    done = house.press("admin", actions.PEOPLE_SEND, "ito", roles="admin,coordinator")
    house.clock.at += timedelta(minutes=10)
    late = house.press("admin", actions.PEOPLE_UNDO, house.offered(done, actions.PEOPLE_UNDO))
    assert said(late) == ["roster-undo-late"]
    assert Role.ADMIN in house.one("ito").roles


def test_what_changed_meanwhile_is_not_written_over(house: House) -> None:
    done = house.press("admin", actions.PEOPLE_SEND, "ito", roles="admin,coordinator")
    house.people.put(replace(house.one("ito"), roles=frozenset({Role.ADMIN})))
    assert said(house.press("admin", actions.PEOPLE_UNDO, house.offered(done, actions.PEOPLE_UNDO))) == [
        "roster-meanwhile"
    ]


def test_the_last_admin_stays(house: House) -> None:
    form = house.press("admin", actions.PEOPLE_SEND, "admin", roles="coordinator")
    assert said(form)[0] == "roster-last-admin"
    assert said(house.press("admin", actions.PEOPLE_END, "admin")) == ["roster-last-admin"]
    assert house.one("admin").roles == {Role.ADMIN}
    house.press("admin", actions.PEOPLE_SEND, "ito", roles="admin,coordinator")
    house.press("admin", actions.PEOPLE_END, "admin")
    assert house.one("admin").has_left


def test_somebody_with_a_new_firm_is_shown_before_and_done_once(house: House) -> None:
    shown = house.press(
        "admin",
        actions.PEOPLE_SEND,
        "new",
        name="小林",
        email="k@example.jp",
        company_name="有限会社小林",
        roles="member",
    )
    assert said(shown)[0] == "roster-preview"
    assert len(house.people.companies()) == 1, "nothing is written yet"
    change = house.offered(shown, actions.PEOPLE_APPLY)
    house.press("admin", actions.PEOPLE_APPLY, change)
    house.press("admin", actions.PEOPLE_APPLY, change)
    (new,) = [one for one in house.people.people() if one.name == "小林"]
    assert new.company is not None
    assert new.company.name == "有限会社小林"
    assert new.added_by == "admin"
    assert [one.subject_kind for one in house.people.audited] == ["firm", "person"]


def test_a_firm_written_in_another_width_is_the_same_firm(house: House) -> None:
    house.press("admin", actions.PEOPLE_SEND, "new", name="森", email="m@example.jp", company_name="㈱ 山田製作所")
    (new,) = [one for one in house.people.people() if one.name == "森"]
    assert new.company is not None
    assert new.company.id == "f1"
    assert new.roles == {Role.MEMBER}


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"name": "森"}, "roster-no-key"),
        ({"name": "森", "email": "mori"}, "roster-bad-email"),
        ({"name": "森", "address": "C0123"}, "roster-bad-address"),
        ({"name": "森", "email": "ITO@example.jp"}, "roster-known-already"),
        ({"name": "森", "email": "m@example.jp", "roles": "member"}, "roster-member-without-firm"),
        ({"name": "森", "email": "m@example.jp", "works_from": "18:00"}, "roster-hours"),
        ({"name": "森", "email": "m@example.jp", "leaves_on": "soon"}, "roster-unreadable"),
    ],
)
def test_what_cannot_be_is_said_in_the_form(house: House, values: dict[str, str], fault: str) -> None:
    form = house.press("admin", actions.PEOPLE_SEND, "new", **values)
    assert said(form)[0] == fault
    assert form.submit is not None
    assert len(house.people.people()) == 4


def test_firms_get_a_coordinator_and_learn_it(house: House) -> None:
    shown = house.press("admin", actions.FIRMS_ASSIGN_SEND, "1", firms="f1", coordinator="ito")
    assert house.people.owed == []
    house.press("admin", actions.PEOPLE_APPLY, house.offered(shown, actions.PEOPLE_APPLY))
    assert {(one.kind, one.person) for one in house.people.owed} == {
        ("roster_coordinator", "U0YAMADA"),
        ("roster_firms", "U0ITO"),
    }
    composed = {one.kind: house.roster.composers[one.kind](one) for one in house.people.owed}
    told = composed["roster_coordinator"]
    assert told is not None
    assert isinstance(told.reply.parts[0], Said)
    assert told.reply.parts[0].message.arguments["name"] == "ito"


def test_nobody_who_is_no_coordinator_is_given_a_firm(house: House) -> None:
    form = house.press("admin", actions.FIRMS_ASSIGN_SEND, "1", firms="f1", coordinator="yamada")
    assert said(form)[0] == "roster-no-coordinator"


def test_an_admin_is_shown_nothing_that_a_firm_shares(house: House) -> None:
    sheet = house.press("admin", actions.FIRM_SHOW, "f1")
    assert not any("sharing" in str(part) for part in sheet.parts)


def test_hours_and_a_last_day_are_followed(house: House) -> None:
    house.press("admin", actions.PEOPLE_SEND, "ito", roles="coordinator", works_from="10:00", leaves_on="2027-03-31")
    assert house.changed == [{"ito"}]
    assert house.last_days == [("ito", date(2027, 3, 31))]


def test_whoever_left_the_workspace_is_gone_and_their_firms_are_offered_once(house: House) -> None:
    departing = house.roster.departing
    assert departing.left_workspace("U0TAKAHASHI")
    assert not departing.left_workspace("U0TAKAHASHI")
    assert not departing.left_workspace("U0NOBODY")
    assert house.departed == ["takahashi"]
    assert house.one("takahashi").ended_by == BY_WORKSPACE
    assert sorted(one.person for one in house.people.owed) == ["U0ADMIN", "U0ITO"]
    assert [one.action for one in house.people.audited] == ["ended"]


def test_one_takes_a_firm_over_and_the_next_one_is_told_who(house: House) -> None:
    house.people.put(person("mori", Role.COORDINATOR))
    house.roster.departing.left_workspace("U0TAKAHASHI")
    assert said(house.press("ito", actions.FIRM_TAKE, "takahashi:f1")) == ["roster-taken"]
    assert said(house.press("mori", actions.FIRM_TAKE, "takahashi:f1")) == ["roster-taken-already"]
    company = house.people.company("f1")
    assert company is not None
    assert company.coordinator_id == "ito"
    offered = [one for one in house.people.owed if one.kind == "firms_offered"]
    assert [house.roster.composers["firms_offered"](one) for one in offered] == [None] * len(offered)


def test_a_firm_is_not_taken_from_a_coordinator_who_is_there(house: House) -> None:
    assert said(house.press("ito", actions.FIRM_TAKE, "takahashi:f1")) == ["roster-taken-already"]
    company = house.people.company("f1")
    assert company is not None
    assert company.coordinator_id == "takahashi"


def test_only_whom_the_workspace_let_go_comes_back_with_it(house: House) -> None:
    departing = house.roster.departing
    departing.left_workspace("U0TAKAHASHI")
    house.press("admin", actions.PEOPLE_END, "yamada")
    assert departing.came_back("U0TAKAHASHI")
    assert not departing.came_back("U0YAMADA")
    assert house.one("yamada").ended_by == "admin"
    house.press("admin", actions.PEOPLE_BACK, "yamada")
    assert not house.one("yamada").has_left


def test_the_state_of_a_change_is_kept(house: House) -> None:
    house.press("admin", actions.PEOPLE_SEND, "ito", roles="admin,coordinator")
    assert [one.state for one in house.people.kept_changes()] == [EditState.DONE]


def test_where_the_last_admin_leaves_the_workspace_the_coordinators_are_told_once(house: House) -> None:
    assert house.roster.departing.left_workspace("U0ADMIN")
    told = [one for one in house.people.owed if one.kind == "admins_gone"]
    assert sorted(one.person for one in told) == ["U0ITO", "U0TAKAHASHI"]
    composed = house.roster.composers["admins_gone"]
    addressed = composed(told[0])
    assert addressed is not None
    assert said(addressed.reply)[0] == "roster-admins-gone"
    house.people.put(replace(house.one("ito"), roles=frozenset({Role.ADMIN, Role.COORDINATOR})))
    assert composed(told[0]) is None, "somebody does by now"
