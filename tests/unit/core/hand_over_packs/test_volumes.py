"""Volumes of a long pack: cut between firms, each firm in one of them, in order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.hand_over_packs import volumes
from bot.core.hand_over_packs.models import FirmPart, Matter, Pack
from bot.core.hand_over_packs.volumes import volumes_of
from bot.core.outgoing import PDF, made
from tests.unit.core.hand_over_packs.house import TAKAHASHI, full, matter, say


def long_pack(firms: int, matters: int) -> Pack:
    pack = full().gathering.portfolio(TAKAHASHI)
    some = [
        replace(pack.firms[1], id=f"f{number}", name=f"北浜{number}工業", matters=tuple(_matters(number, matters)))
        for number in range(firms)
    ]
    return replace(pack, firms=tuple(some))


def _matters(firm: int, count: int) -> list[Matter]:
    return [matter(f"m{firm}-{number}") for number in range(count)]


def test_every_firm_is_in_one_volume_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "LONGEST_VOLUME", 200)
    pack = long_pack(7, 5)
    found = volumes_of(pack)
    assert len(found) > 1
    assert [one for volume in found for one in volume.firms] == list(pack.firms)
    assert [(one.place, one.count) for one in found] == [(place, len(found)) for place in range(1, len(found) + 1)]
    assert [one.is_first for one in found] == [True] + [False] * (len(found) - 1)
    assert [one.is_last for one in found] == [False] * (len(found) - 1) + [True]


def test_a_firm_is_never_cut_and_a_pack_without_firms_has_one_volume(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "LONGEST_VOLUME", 1)
    assert [len(one.firms) for one in volumes_of(long_pack(3, 4))] == [1, 1, 1]
    assert [one.firms for one in volumes_of(long_pack(0, 0))] == [()]


def test_a_short_pack_says_what_is_a_heading_and_a_long_one_does_not() -> None:
    assert [one.is_tagged for one in volumes_of(long_pack(3, 2))] == [True]
    assert not any(one.is_tagged for one in volumes_of(long_pack(60, 12)))


def test_volumes_are_files_of_their_own_with_their_place_in_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "LONGEST_VOLUME", 1)
    house = full()
    files = [one for one in house.pressed(TAKAHASHI).files if one.media_type == PDF]
    count = len(files)
    assert count > 1
    found = [made(one, say) for one in files]
    assert [one.name for one in found] == [
        f"引き継ぎ資料 2027-03-02（{count}分冊の{place}）.pdf" for place in range(1, count + 1)
    ]
    assert found[0].title == f"引き継ぎ資料 1/{count}（3月2日（火）現在）"


def test_long_words_count_as_far_as_they_are_drawn() -> None:
    def lines(part: FirmPart) -> int:
        return volumes._lines(part)

    [short, longer] = [
        replace(long_pack(1, 0).firms[0], matters=(matter("m", goal=goal),)) for goal in ("目標", "長" * 2_000)
    ]
    longest = replace(longer, matters=(matter("m", goal="長" * 90_000),))
    assert lines(short) + 30 < lines(longer) == lines(longest)
