"""Charts: worded in both languages, drawn at the width of a telephone, whatever the names are."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from bot.adapters.pictures.chart_drawing import chart_png
from bot.core.figures.charts import AtRisk, Load, Picture, needs, needs_alt, standing, standing_alt
from bot.core.figures.overview import Overview, StageNow, WallNow
from bot.core.figures.records import STAGES, WALLS
from bot.core.messages import Locale
from tests.fakes.cards_to_draw import say_in

ON = date(2026, 11, 16)
OVERVIEW = Overview(
    on=ON,
    firms=104,
    stages=tuple(StageNow(stage=stage, ages=(14, 9, 3), week_ago=22) for stage in STAGES),
    walls=tuple(WallNow(wall=wall, ages=(7, 4, 2), oldest=131) for wall in WALLS),
)
EMPTY = Overview(
    on=ON,
    firms=0,
    stages=tuple(StageNow(stage=stage, ages=(0, 0, 0), week_ago=0) for stage in STAGES),
    walls=tuple(WallNow(wall=wall, ages=(0, 0, 0), oldest=None) for wall in WALLS),
)
RISKS = (
    AtRisk(firm="株式会社山田製作所", why="wall_1", days=131),
    AtRisk(firm="みなと味噌醸造", why="decision", days=-3),
)
LOADS = (
    Load(name="高橋 花子", firms=41, waiting=6, late=2, is_reader=True),
    Load(name="佐藤", firms=3, waiting=0, late=0),
)


def size_of(png: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(png)) as picture:
        return picture.size


def both(language: Locale) -> tuple[Picture, Picture]:
    say = say_in(language)
    return (
        standing(OVERVIEW, say, language, "11月16日（月）"),
        needs(RISKS, LOADS, say, language, on=ON, day="11月16日（月）"),
    )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_both_are_as_wide_as_a_telephone_and_the_same_every_time(language: Locale) -> None:
    for picture in both(language):
        drawn = chart_png(picture)
        assert size_of(drawn)[0] == 1080
        assert drawn == chart_png(picture)


def test_a_row_says_its_count_and_that_of_a_week_ago() -> None:
    stages, walls = both("ja")[0].charts
    assert [(bar.label, bar.note, bar.before) for bar in stages.bars[:1]] == [("名刺交換", "26 件（22）", 22)]
    assert [(bar.label, bar.note) for bar in walls.bars[:1]] == [("壁1", "13 件\n最長 131 日")]


def test_a_day_to_come_is_said_as_one_and_has_no_bar() -> None:
    firms, _ = both("en")[1].charts
    assert [(bar.note, bar.parts) for bar in firms.bars] == [("131 days", (131,)), ("in 3 days", (0,))]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_without_anything_a_sentence_stands_in_its_place(language: Locale) -> None:
    say = say_in(language)
    pictures = standing(EMPTY, say, language, "-"), needs((), (), say, language, on=ON, day="-")
    for picture in pictures:
        assert all(not chart.bars and chart.empty for chart in picture.charts)
        assert size_of(chart_png(picture))[1] < size_of(chart_png(both(language)[0]))[1]


def test_names_of_any_length_and_kind_are_words_and_no_markup() -> None:
    names = ["株" * 300, "#pagebreak()*_$", "W" * 300, "😀髙﨑", "\u202e逆", "<b>&", ""]
    risks = tuple(AtRisk(firm=name, why="silent", days=days) for days, name in enumerate(names))
    loads = tuple(Load(name=name, firms=3, waiting=1, late=0) for name in names)
    drawn = chart_png(needs(risks, loads, say_in("ja"), "ja", on=ON, day="-"))
    assert size_of(drawn)[0] == 1080


def test_thousands_fit() -> None:
    many = replace(
        OVERVIEW, stages=tuple(StageNow(stage=stage, ages=(4000, 900, 5100), week_ago=12000) for stage in STAGES)
    )
    assert size_of(chart_png(standing(many, say_in("ja"), "ja", "-")))[0] == 1080


@pytest.mark.parametrize("language", ["ja", "en"])
def test_whoever_cannot_see_them_is_told_every_number(language: Locale) -> None:
    say = say_in(language)
    told = say(standing_alt(OVERVIEW))
    assert told.count("26") == len(STAGES)
    assert told.count("131") == len(WALLS)
    assert "山田製作所" in say(needs_alt(RISKS, LOADS))
    assert len(told) <= 1000
