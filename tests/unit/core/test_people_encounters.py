"""Who may see and change an encounter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.people import (
    Company,
    Member,
    Sharing,
    access_changing,
    access_coordinating,
    access_encounter,
    access_encounter_here,
    access_nudging,
)
from tests.unit.core.meetings.office import AOI, FRIDAY, GUEST, ITO, KATO, MORI, SATO, SUZUKI, TANAKA

WORDS, OUTLINE, NOTHING = Sharing.WORDS, Sharing.OUTLINE, Sharing.NOTHING
LEFT = replace(TANAKA, left_at=FRIDAY)


@pytest.mark.parametrize(
    ("viewer", "company", "own", "seen"),
    [
        (TANAKA, AOI, (), WORDS),
        (MORI, AOI, (), NOTHING),
        (SATO, AOI, (), OUTLINE),
        (SATO, replace(AOI, sharing=WORDS), (), WORDS),
        (SATO, replace(AOI, sharing=Sharing.UNDECIDED), (), NOTHING),
        (SUZUKI, AOI, (), NOTHING),
        (KATO, AOI, (), NOTHING),
        (GUEST, AOI, (), NOTHING),
        (LEFT, AOI, (), NOTHING),
        (LEFT, AOI, ("tanaka",), NOTHING),
        (SATO, AOI, ("sato",), WORDS),
        (SATO, None, ("sato",), WORDS),
        (SUZUKI, None, ("sato",), NOTHING),
    ],
)
def test_how_much_of_an_encounter_somebody_sees(
    viewer: Member, company: Company | None, own: tuple[str, ...], seen: Sharing
) -> None:
    assert access_encounter(viewer, company, own) == seen


def test_it_is_shown_in_ones_own_conversation_and_where_all_are_of_the_firm() -> None:
    assert access_encounter_here(SATO, AOI, None, is_direct=True)
    assert access_encounter_here(TANAKA, AOI, [TANAKA, ITO], is_direct=False)
    assert not access_encounter_here(TANAKA, AOI, [TANAKA, SATO], is_direct=False)
    assert not access_encounter_here(TANAKA, AOI, None, is_direct=False)
    assert not access_encounter_here(SATO, None, [SATO], is_direct=False)
    assert not access_encounter_here(LEFT, AOI, None, is_direct=True)


def test_only_the_firms_own_people_change_it() -> None:
    assert access_changing(ITO, AOI, ())
    assert access_changing(SATO, AOI, ("sato",))
    for other in (MORI, SATO, KATO, GUEST, LEFT):
        assert not access_changing(other, AOI, ())


def test_nobody_is_nudged_by_others_but_by_their_coordinator() -> None:
    assert access_nudging(TANAKA, "tanaka", AOI)
    assert access_nudging(SATO, "tanaka", AOI)
    assert not access_nudging(ITO, "tanaka", AOI)
    assert not access_nudging(SUZUKI, "tanaka", AOI)
    assert not access_nudging(LEFT, "tanaka", AOI)
    assert access_coordinating(SATO, AOI)
    assert not access_coordinating(SUZUKI, AOI)
    assert access_coordinating(SUZUKI, replace(AOI, coordinator_id=None))
    assert not access_coordinating(SATO, None)
