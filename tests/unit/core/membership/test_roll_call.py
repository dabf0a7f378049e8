"""An hourly look at who is still in the workspace finds what no event has told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest

from bot.core.membership.departing import Departing
from bot.core.membership.roll_call import RollCall
from bot.core.people import BY_WORKSPACE, Member, Role
from tests.fakes.people import FakePeople

NOW = datetime(2026, 11, 17, 1, 0, tzinfo=UTC)


def person(id: str, role: Role = Role.MEMBER) -> Member:
    return Member(id=id, address=f"U0{id.upper()}", name=id, roles=frozenset({role}), added_at=NOW)


@dataclass
class House:
    """People, and a platform that says `said` of them."""

    people: FakePeople = field(
        default_factory=lambda: FakePeople(*(person(id) for id in ("abe", "ito", "mori", "sato")))
    )
    said: dict[str, bool] = field(default_factory=dict)
    departed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        return NOW

    def are_gone(self, addresses: Collection[str]) -> Mapping[str, bool]:
        return {one: self.said[one] for one in addresses if one in self.said}

    def error(self, event: str, **values: Any) -> None:
        self.errors.append(event)

    def call(self) -> None:
        numbers = count()
        departing = Departing(
            people=self.people,
            clock=self,
            on_departure=lambda one: self.departed.append(one.id),
            takes_over=lambda _gone, _ids, /, *, by: (),
            new_id=lambda: f"n{next(numbers)}",
        )
        called = RollCall(
            directory=self.people,
            departed=departing.left_workspace,
            returned=departing.came_back,
            roll=self,
            log=self,
        )
        assert called.run_once() == 0

    def ended_by(self, id: str) -> str:
        found = self.people.by_id(id)
        assert found is not None
        return found.ended_by


@pytest.fixture
def house() -> House:
    return House()


def test_a_deactivation_that_nobody_told_of_is_found_once(house: House) -> None:
    house.said = {"U0ABE": True, "U0ITO": False}
    house.call()
    house.call()
    assert house.departed == ["abe"]
    assert house.ended_by("abe") == BY_WORKSPACE
    assert (house.ended_by("ito"), house.ended_by("mori")) == ("", ""), "not known there says nothing"


def test_whoever_is_back_may_use_it_again_unless_an_admin_ended_it(house: House) -> None:
    house.said = {"U0ABE": True}
    house.call()
    house.people.put(replace(person("ito"), left_at=NOW, ended_by="admin"))
    house.said = {"U0ABE": False, "U0ITO": False}
    house.call()
    assert (house.ended_by("abe"), house.ended_by("ito")) == ("", "admin")


def test_where_nearly_all_seem_gone_nobody_is_let_go(house: House) -> None:
    house.said = {f"U0{id}": True for id in ("ABE", "ITO", "MORI", "SATO")}
    house.call()
    assert house.departed == []
    assert house.errors == ["roll_call_doubted"]


def test_whoever_stopped_by_themselves_and_is_gone_now_is_let_go_as_well(house: House) -> None:
    house.people.put(replace(person("sato"), left_at=NOW))
    house.said = {"U0SATO": True}
    house.call()
    assert house.departed == ["sato"]
