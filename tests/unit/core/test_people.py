"""Who may see and do what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.core.people import (
    Company,
    Member,
    Role,
    Sharing,
    access_answering,
    access_card,
    access_card_changing,
    access_card_search,
    access_company,
    access_company_here,
    access_guides,
    access_reading,
    access_sharing_choice,
)

FIRM = Company(id="f1", name="株式会社山田製作所", coordinator_id="c1", sharing=Sharing.OUTLINE)
OTHER = Company(id="f2", name="株式会社海野技研")


def person(id: str, *roles: Role, company: Company | None = None) -> Member:
    return Member(id=id, address=f"U{id}", name=id, roles=frozenset(roles or {Role.GUEST}), company=company)


GUEST = person("g1")
SATO = person("m1", Role.MEMBER, company=FIRM)
UMINO = person("m2", Role.MEMBER, company=OTHER)
SUZUKI = person("c1", Role.COORDINATOR)
HAYASHI = person("c2", Role.COORDINATOR)
ADMIN = person("a1", Role.ADMIN)
BOTH = person("b1", Role.ADMIN, Role.COORDINATOR)
EVERYBODY = (GUEST, SATO, UMINO, SUZUKI, HAYASHI, ADMIN, BOTH)


def gone(member: Member) -> Member:
    return replace(member, left_at=datetime(2026, 11, 20, tzinfo=UTC))


def test_who_may_answer_and_who_looks_after_the_guides() -> None:
    assert [one for one in EVERYBODY if access_answering(one)] == [SUZUKI, HAYASHI, BOTH]
    assert [one for one in EVERYBODY if access_guides(one)] == [ADMIN, BOTH]
    assert not any(access_answering(gone(one)) or access_guides(gone(one)) for one in EVERYBODY)


def test_only_people_of_a_firm_choose_what_it_shares() -> None:
    assert [one for one in EVERYBODY if access_sharing_choice(one)] == [SATO, UMINO]
    assert not access_sharing_choice(gone(SATO))
    assert not access_sharing_choice(person("c3", Role.COORDINATOR, company=FIRM))


@pytest.mark.parametrize(
    ("viewer", "seen"),
    [
        (SATO, Sharing.WORDS),
        (SUZUKI, Sharing.OUTLINE),
        (HAYASHI, Sharing.NOTHING),
        (UMINO, Sharing.NOTHING),
        (GUEST, Sharing.NOTHING),
        (ADMIN, Sharing.NOTHING),
        (BOTH, Sharing.NOTHING),
        (gone(SATO), Sharing.NOTHING),
        (gone(SUZUKI), Sharing.NOTHING),
    ],
    ids=lambda value: value.id if isinstance(value, Member) else str(value),
)
def test_what_somebody_sees_of_a_firm(viewer: Member, seen: Sharing) -> None:
    assert access_company(viewer, FIRM) is seen


@pytest.mark.parametrize("sharing", list(Sharing))
def test_its_coordinator_sees_what_it_chose_and_nothing_before(sharing: Sharing) -> None:
    expected = Sharing.NOTHING if sharing is Sharing.UNDECIDED else sharing
    assert access_company(SUZUKI, replace(FIRM, sharing=sharing)) is expected


def test_a_firm_without_a_named_coordinator_shares_with_those_there_are() -> None:
    firm = replace(FIRM, coordinator_id=None)
    assert access_company(HAYASHI, firm) is Sharing.OUTLINE
    assert access_company(ADMIN, firm) is Sharing.NOTHING


def test_nothing_of_a_firm_is_shown_where_anybody_else_can_read() -> None:
    assert access_company_here(FIRM, [SATO, person("m3", Role.MEMBER, company=FIRM)])
    for other in (GUEST, UMINO, SUZUKI, ADMIN):
        assert not access_company_here(FIRM, [SATO, other])
    assert not access_company_here(FIRM, None), "who is present is not known"


@pytest.mark.parametrize(
    ("audience", "is_bundled", "readers"),
    [
        ((), False, EVERYBODY),
        (("public", "admin"), False, EVERYBODY),
        (("member",), False, (SATO, UMINO)),
        (("member",), True, (GUEST, SATO, UMINO)),
        (("coordinator", "admin"), True, (SUZUKI, HAYASHI, ADMIN, BOTH)),
        (("コーディネーター", "管理者"), False, (SUZUKI, HAYASHI, ADMIN, BOTH)),
        (("Ｃｏｏｒｄｉｎａｔｏｒ", "経営者"), False, (SUZUKI, HAYASHI, BOTH)),
        (("公開",), False, EVERYBODY),
        (("経営者",), False, EVERYBODY),
    ],
)
def test_who_reads_a_guide(audience: tuple[str, ...], is_bundled: bool, readers: tuple[Member, ...]) -> None:
    found = tuple(one for one in EVERYBODY if access_reading([one], audience, is_bundled=is_bundled))
    assert found == readers


def test_a_guide_is_quoted_only_where_everybody_may_read_it() -> None:
    assert access_reading([SATO, UMINO], ("member",), is_bundled=False)
    assert not access_reading([SATO, GUEST], ("member",), is_bundled=False)


def test_the_role_that_comes_first() -> None:
    assert [one.main_role for one in (GUEST, SATO, SUZUKI, BOTH)] == [
        Role.GUEST,
        Role.MEMBER,
        Role.COORDINATOR,
        Role.ADMIN,
    ]


def test_who_sees_what_of_a_value_card_reaches_how_far() -> None:
    seen = {
        reach: [one for one in EVERYBODY if access_card(one, FIRM, reach)]
        for reach in ("firm", "coordinator", "region")
    }
    assert seen == {
        "firm": [SATO],
        "coordinator": [SATO, SUZUKI],
        "region": [SATO, UMINO, SUZUKI, HAYASHI, BOTH],
    }
    assert not any(access_card(gone(one), FIRM, "region") for one in EVERYBODY)
    assert [one for one in EVERYBODY if access_card(one, OTHER, "coordinator")] == [UMINO, SUZUKI, HAYASHI, BOTH]


def test_who_looks_for_value_cards_and_who_changes_them() -> None:
    assert [one for one in EVERYBODY if access_card_search(one)] == [SATO, UMINO, SUZUKI, HAYASHI, BOTH]
    assert [one for one in EVERYBODY if access_card_changing(one, FIRM.id)] == [SATO]
    assert not any(access_card_search(gone(one)) or access_card_changing(gone(one), FIRM.id) for one in EVERYBODY)
