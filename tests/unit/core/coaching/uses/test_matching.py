"""Two functions are alike by what is done first, then by what it is done to."""

from __future__ import annotations

import pytest

from bot.core.coaching.uses.matching import Likeness, likeness
from tests.fakes.uses import function_reader


def alike(mine: str, theirs: str) -> Likeness | None:
    reader = function_reader()
    one, other = reader.read(mine), reader.read(theirs)
    assert one is not None
    assert other is not None
    return likeness(one, other, reader.vocabulary)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("大豆を発酵させる", "声を文字に変換する"),
        ("金属を測る", "人を呼び込む"),
        ("食品を切る", "排水を切断する"),
        ("部屋を冷やす", "データを集計する"),
    ],
)
def test_the_same_verb_is_no_reason_where_the_things_have_nothing_in_common(mine: str, theirs: str) -> None:
    assert alike(mine, theirs) is None


def test_the_nearer_what_is_done_and_to_what_the_higher_the_score() -> None:
    scores = [
        alike("部屋を冷やす", other)
        for other in ("部屋を冷やす", "部屋を冷房する", "売り場を冷房する", "熱気を外へ逃がす")
    ]
    found = [one.score for one in scores[:3] if one is not None]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 3
    assert scores[3] is None, "a near deed counts only for things of one kind"


def test_a_near_deed_is_told_from_the_same() -> None:
    found = alike("熱を遮る", "熱を吸収する")
    assert found is not None
    assert (found.is_near, found.kind) == (True, "heat")


def test_an_english_and_a_japanese_function_meet_in_deed_and_kind() -> None:
    found = alike("remove metal dust", "粉塵を吸い取る")
    assert found is not None
    assert (found.deed, found.kind, found.word) == ("remove", "powder", "")
