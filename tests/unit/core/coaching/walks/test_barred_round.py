"""The round without the words of the present industry: asked in each length where it is, and compounds are heard."""

from __future__ import annotations

import pytest

from bot.core.coaching.cards.models import CardField
from bot.core.coaching.walks.barring import barred_in
from bot.core.coaching.walks.models import WalkLength
from bot.core.coaching.walks.script import load_script
from bot.resources import prompts_folder

SCRIPT = load_script(
    (prompts_folder() / "interviews" / "value_walk.yaml").read_text(encoding="utf-8"), path="value_walk.yaml"
)


@pytest.mark.parametrize("length", [WalkLength.THIRTY_MINUTES, WalkLength.WHOLE])
def test_the_round_is_in_the_longer_lengths(length: WalkLength) -> None:
    (question,) = [one for one in SCRIPT.asked(length) if one.fills is CardField.REFRAMED]
    assert question.bars


def test_the_shortest_has_no_round() -> None:
    assert all(one.fills is not CardField.REFRAMED for one in SCRIPT.asked(WalkLength.TEN_MINUTES))


@pytest.mark.parametrize(
    ("trade", "compound"),
    [
        ("metalworking", "精密切削加工の現場です"),
        ("plastics", "薄肉射出成形の容器です"),
        ("food", "低温長期発酵の味です"),
        ("textiles", "先染め織物工場の布です"),
        ("electronics", "電子回路設計の箱です"),
        ("software", "業務システム連携の画面です"),
    ],
)
def test_a_compound_of_a_barred_word_is_recognised(trade: str, compound: str) -> None:
    assert barred_in(compound, SCRIPT.barred_words(trade))
    assert not barred_in("朝の支度が楽になります", SCRIPT.barred_words(trade))
