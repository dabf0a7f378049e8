"""Who may see a value walk, and where one may be held."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.core.people import Company, Member, Role, access_walk, access_walk_here

AOI = Company(id="aoi", name="あおい精機", coordinator_id="sato")
MIDORI = Company(id="midori", name="みどり味噌", coordinator_id="sato")
GONE = datetime(2026, 1, 1, tzinfo=UTC)


def person(id: str, role: Role, company: Company | None = None) -> Member:
    return Member(id=id, address=f"U-{id}", name=id, roles=frozenset({role}), company=company)


TANAKA, MORI = person("tanaka", Role.MEMBER, AOI), person("mori", Role.MEMBER, MIDORI)
SATO, SUZUKI = person("sato", Role.COORDINATOR), person("suzuki", Role.COORDINATOR)
KATO, GUEST = person("kato", Role.ADMIN, AOI), person("guest", Role.GUEST)


@pytest.mark.parametrize(
    ("viewer", "typist", "may"),
    [
        (TANAKA, "", True),
        (replace(TANAKA, left_at=GONE), "", False),
        (MORI, "", False),
        (KATO, "", False),
        (GUEST, "", False),
        (SATO, "", False),
        (SATO, "sato", True),
        (SATO, "suzuki", False),
        (SUZUKI, "suzuki", False),
        (replace(SATO, left_at=GONE), "sato", False),
        (MORI, "mori", False),
    ],
    ids=["member", "left", "other firm", "admin", "guest", "coordinator", "typist", "not the typist", "not theirs",
         "typist who left", "no coordinator"],
)  # fmt: skip
def test_a_walk_is_seen_by_its_firm_and_by_who_types_it(viewer: Member, typist: str, may: bool) -> None:
    assert access_walk(viewer, AOI, typist_id=typist) is may


@pytest.mark.parametrize(
    ("present", "may"),
    [
        ((TANAKA,), True),
        ((TANAKA, MORI), False),
        ((TANAKA, SATO), False),
        ((TANAKA, GUEST), False),
        (None, False),
    ],
)
def test_in_a_channel_everybody_is_of_the_firm(present: tuple[Member, ...] | None, may: bool) -> None:
    assert access_walk_here(TANAKA, AOI, present, is_direct=False) is may


def test_a_direct_conversation_is_for_whoever_has_not_left() -> None:
    assert access_walk_here(SATO, AOI, None, is_direct=True)
    assert not access_walk_here(replace(SATO, left_at=GONE), AOI, None, is_direct=True)
