"""What is in a pack, in which order, and what is not even read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.core.hand_over_packs.gathering import access_pack
from bot.core.hand_over_packs.leaving_out import left_out
from bot.core.hand_over_packs.models import Shared
from bot.core.hand_over_packs.waiting import Sort, open_of, open_of_questions
from bot.core.people import Role, Sharing
from tests.unit.core.hand_over_packs.house import AOI, ITO, NOW, SORA, TAKAHASHI, UMI, YAMADA, House, full, matter


@pytest.mark.parametrize(
    ("sharing", "seen"),
    [
        (Sharing.WORDS, Shared.WORDS),
        (Sharing.OUTLINE, Shared.OUTLINE),
        (Sharing.NOTHING, Shared.NOTHING),
        (Sharing.UNDECIDED, Shared.NOTHING),
    ],
)
def test_a_coordinators_pack_has_what_the_firm_shares(sharing: Sharing, seen: Shared) -> None:
    firm = replace(AOI, sharing=sharing)
    assert access_pack(TAKAHASHI, firm) is seen
    assert access_pack(ITO, firm) is Shared.NOTHING
    assert access_pack(replace(TAKAHASHI, left_at=NOW), firm) is Shared.NOTHING
    assert access_pack(replace(ITO, roles=frozenset({Role.ADMIN})), firm) is Shared.NOTHING
    assert access_pack(YAMADA, firm) is Shared.OWN
    assert access_pack(replace(YAMADA, left_at=NOW), firm) is Shared.NOTHING


def test_firms_stand_in_the_order_of_who_needs_somebody_and_nothing_is_read_of_one_that_shares_nothing() -> None:
    house = full()
    pack = house.gathering.portfolio(TAKAHASHI)
    assert [(one.id, one.shared, one.reason is not None) for one in pack.firms] == [
        ("sora", Shared.OUTLINE, True),
        ("aoi", Shared.WORDS, False),
        ("umi", Shared.NOTHING, False),
    ]
    assert not [one for one in house.asked_by if "umi" in one]
    assert "people of sora" not in house.asked_by
    assert pack.firms[2].is_empty


def test_a_matter_at_a_wall_comes_before_one_that_goes_on_and_one_that_sleeps_last() -> None:
    found = [matter("z", wall=""), matter("s", state="sleeping"), matter("w"), matter("o", since=date(2027, 1, 1))]
    [firm] = [one for one in House(known={"aoi": found}).gathering.portfolio(TAKAHASHI).firms if one.id == "aoi"]
    assert [one.id for one in firm.matters] == ["o", "w", "z", "s"]


def test_ones_own_record_of_a_visit_is_in_it_whatever_the_firm_shares_and_once() -> None:
    house = full()
    visit = matter("v1", kind="support_visit")
    house.own = [(UMI, visit), (AOI, matter("m1")), (None, matter("v2"))]
    pack = house.gathering.portfolio(TAKAHASHI)
    assert {one.id: [each.id for each in one.matters] for one in pack.firms} == {
        "sora": ["m3"],
        "aoi": ["m1", "m2"],
        "umi": ["v1"],
        "": ["v2"],
    }
    assert not pack.firms[2].people


def test_a_firms_own_person_hands_over_what_is_theirs() -> None:
    house = full()
    house.own = [(AOI, matter("m1"))]
    [firm] = house.gathering.portfolio(YAMADA).firms
    assert (firm.id, firm.shared, firm.is_whole, [one.id for one in firm.matters]) == ("aoi", Shared.OWN, False, ["m1"])
    assert house.gathering.portfolio(YAMADA).settings == ()


def test_of_chosen_firms_only_those_that_the_reader_may_see() -> None:
    house = full()
    pack = house.gathering.of_firms(TAKAHASHI, ["aoi", "umi", "sora", "gone"])
    # One that shares nothing came along as well: it stands there by its name, as in the whole portfolio.
    assert [(one.id, one.is_empty) for one in pack.firms] == [("sora", False), ("aoi", False), ("umi", True)]
    assert not [one for one in house.asked_by if "umi" in one]
    assert house.gathering.of_firms(TAKAHASHI, ["umi"]).firms == ()
    assert house.gathering.of_firms(ITO, ["aoi", "umi"]).firms == ()
    assert house.gathering.of_firms(ITO, ["aoi", "sora"]).firms == ()
    assert house.gathering.of_firms(YAMADA, ["aoi", "sora"]).firms[0].id == "aoi"


def test_what_whoever_hands_over_had_chosen_is_in_the_receivers_pack() -> None:
    house = full()
    pack = house.gathering.of_firms(replace(ITO, id="takahashi"), ["aoi"], of=TAKAHASHI)
    assert pack.owner == "高橋 由美"
    assert len(pack.settings) == 1


def test_dates_to_come_are_in_order_and_none_that_has_passed() -> None:
    pack = full().gathering.portfolio(TAKAHASHI)
    found = [(one.on.isoformat(), one.time, one.what) for one in pack.dates]
    assert found == [
        ("2027-03-04", "10:00", "reply"),
        ("2027-03-05", "10:00", "step"),
        *[("2027-03-09", "14:00", "meeting")] * 3,
        *[("2027-03-20", "", "decision")] * 3,
    ]
    # The step of the others was due yesterday; of an outline nobody is named.
    assert {one.about for one in pack.dates if one.firm == SORA.name} == {""}


def test_what_waits_on_whom_and_what_was_promised() -> None:
    found = {
        one.what.key: one for one in open_of(matter("m", is_unowned=True, state="unconfirmed", confirms="山田 健一"))
    }
    promised = found["pack-promised-step"]
    assert (promised.sort, promised.on, promised.text) == (Sort.PROMISED, "中村 太一", "見積もりを送る")
    assert promised.is_late(date(2027, 3, 2))
    assert not promised.is_late(date(2027, 3, 1))
    assert found["pack-waits-confirm"].on == "山田 健一"
    assert found["pack-waits-request"].on == "中村 太一"
    assert [one.key for one in found["pack-waits-wall_3"].missing] == ["meeting-label-measure", "meeting-label-payer"]
    assert {"pack-waits-owner", "pack-waits-issue"} <= found.keys()
    firm = next(one for one in full().gathering.portfolio(TAKAHASHI).firms if one.id == "aoi")
    [question] = open_of_questions(firm, TAKAHASHI)
    assert (question.sort, question.what.key, question.until) == (
        Sort.PROMISED,
        "pack-promised-reply",
        date(2027, 3, 4),
    )


def test_what_is_not_in_it_is_said_with_the_firms_concerned() -> None:
    lines = {one.key: one.arguments for one in left_out(full().gathering.portfolio(TAKAHASHI))}
    assert lines["pack-lacks-nothing"]["firms"] == UMI.name
    assert lines["pack-lacks-words"]["firms"] == SORA.name
    house = full()
    house.own = [(AOI, matter("m1"))]
    assert "pack-lacks-introductions" not in {one.key for one in left_out(house.gathering.portfolio(YAMADA))}
