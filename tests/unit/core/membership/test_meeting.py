"""Who somebody is that a chat platform names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.bootstrap import load_starters
from bot.core.clock import VirtualClock
from bot.core.membership.models import Changes, Profile, Snapshot
from bot.core.membership.service import MembershipService
from bot.core.people import Company, Member, Role
from tests.fakes.people import FakePeople

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
FIRM = Company(id="f1", name="株式会社山田製作所")
NAMED = Member(
    id="p1",
    address="",
    name="佐藤 一郎",
    email="ichiro@yamada.jp",
    roles=frozenset({Role.MEMBER}),
    company=FIRM,
    added_by="鈴木 花子",
    added_at=AT,
)
PROFILE = Profile(address="U0SATO", name="ichiro", email="Ichiro@Yamada.JP", locale="en", time_zone="Europe/Berlin")


def membership(people: FakePeople, first_admin: str = "") -> MembershipService:
    return MembershipService(
        people=people, clock=VirtualClock(AT), starters=load_starters(), first_admin=first_admin, new_id=lambda: "new"
    )


class Counting(FakePeople):
    """Counts how often something was written."""

    writes = 0

    def change(self, decide: Callable[[Snapshot], Changes]) -> Changes:
        self.writes += 1
        return super().change(decide)


def test_somebody_nobody_named_is_a_guest() -> None:
    people = FakePeople()
    met = membership(people).meet(PROFILE)
    assert met == Member(
        id="new",
        address="U0SATO",
        name="ichiro",
        email="ichiro@yamada.jp",
        locale="en",
        time_zone="Europe/Berlin",
        added_at=AT,
    )
    assert people.people() == [met]


def test_somebody_who_is_known_is_only_read() -> None:
    people = Counting(replace(NAMED, address="U0SATO", locale="ja"))
    before, writes = people.people(), people.writes
    for profile in (PROFILE, replace(PROFILE, email="", locale=None, name="")):
        assert membership(people).meet(profile) == before[0]
    assert people.writes == writes


def test_somebody_named_beforehand_is_found_by_e_mail_address() -> None:
    people = FakePeople(NAMED)
    met = membership(people).meet(PROFILE)
    assert met == replace(NAMED, address="U0SATO", locale="en")
    assert people.people() == [met]


def test_what_an_admin_said_goes_before_what_the_platform_says() -> None:
    met = membership(FakePeople(replace(NAMED, locale="ja"))).meet(PROFILE)
    assert (met.name, met.locale, met.time_zone) == ("佐藤 一郎", "ja", "Asia/Tokyo")


def test_nobody_from_outside_becomes_one_of_us_by_an_e_mail_address() -> None:
    people = FakePeople(NAMED)
    met = membership(people, first_admin="ichiro@yamada.jp").meet(replace(PROFILE, is_outside=True))
    assert (met.id, met.email, met.roles, met.company) == ("new", "", frozenset({Role.GUEST}), None)
    assert people.by_id("p1") == NAMED


def test_an_address_that_somebody_has_is_not_taken_over() -> None:
    people = FakePeople(replace(NAMED, address="U0FIRST"))
    met = membership(people).meet(PROFILE)
    assert met.id == "new"
    assert met.roles == {Role.GUEST}


def test_a_guest_who_was_named_since_becomes_that_person() -> None:
    guest = Member(id="g1", address="U0SATO", name="ichiro", added_at=AT, welcomed_at=AT)
    people = FakePeople(NAMED, guest)
    met = membership(people).meet(PROFILE)
    assert (met.id, met.address, met.welcomed_at, met.company) == ("p1", "U0SATO", AT, FIRM)
    assert people.people() == [met]


def test_a_guest_is_called_as_the_platform_calls_them_now() -> None:
    people = FakePeople()
    service = membership(people)
    service.meet(PROFILE)
    met = service.meet(replace(PROFILE, name="Ichiro Sato", locale="ja", time_zone="Mars/Base"))
    assert (met.name, met.locale, met.time_zone) == ("Ichiro Sato", "ja", "Europe/Berlin")


def test_a_platform_that_says_nothing_just_now_takes_no_name_away() -> None:
    service = membership(FakePeople())
    met = service.meet(PROFILE)
    assert service.meet(Profile(address="U0SATO", name="U0SATO")) == met


def test_somebody_without_a_name_is_called_by_their_address() -> None:
    assert membership(FakePeople()).meet(Profile(address="U0X", name="")).name == "U0X"


@pytest.mark.parametrize("setting", ["U0SATO", "ichiro@yamada.jp", " Ichiro@Yamada.jp "])
def test_the_first_admin_is_one_when_met(setting: str) -> None:
    met = membership(FakePeople(), first_admin=setting).meet(PROFILE)
    assert met.roles == {Role.ADMIN}
    met = membership(FakePeople(NAMED), first_admin=setting).meet(PROFILE)
    assert met.roles == {Role.ADMIN, Role.MEMBER}


@pytest.mark.parametrize("setting", ["", "U0OTHER", "@", "yamada.jp"])
def test_nobody_else_is(setting: str) -> None:
    met = membership(FakePeople(), first_admin=setting).meet(replace(PROFILE, email=""))
    assert met.roles == {Role.GUEST}


def test_the_first_admin_is_appointed_at_the_start_where_they_are_known() -> None:
    people = FakePeople(NAMED)
    service = membership(people, first_admin="ichiro@yamada.jp")
    appointed = service.appoint_first_admin()
    assert appointed is not None
    assert appointed.roles == {Role.ADMIN, Role.MEMBER}
    assert people.by_id("p1") == appointed
    assert service.appoint_first_admin() is None
    assert membership(people).appoint_first_admin() is None
