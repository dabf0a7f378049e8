"""A card as the page that is handed out: what may be seen, what is not known, what may be drawn to scale."""

from __future__ import annotations

import pytest

from bot.core.coaching.cards.models import CardField, FieldGroup, Reach
from bot.core.coaching.cards.sheet import SheetChange
from bot.core.coaching.cards.sheet_wording import audience_of
from tests.fakes.cards_to_draw import WHOLE, card, sheet_of


def change_of(words: str) -> SheetChange:
    change = sheet_of(card({CardField.CHANGE: words})).change
    assert change is not None
    return change


def test_what_was_never_asked_is_not_there_and_what_is_unknown_is_said_to_be() -> None:
    sheet = sheet_of(card({CardField.SUBJECT: "折り曲げ"}, unknown=(CardField.COST, CardField.TRL), uses=()))
    assert sheet.who is None
    assert sheet.change is None
    assert sheet.grade is None
    assert sheet.uses == ()
    assert sheet.cost is not None
    assert (sheet.cost.words, sheet.cost.is_known) == ("まだ分かっていません", False)
    assert sheet.trl is not None
    assert (sheet.trl.level, sheet.trl.shown) == (0, "まだ分かっていません")
    assert sheet.crl is None
    assert len(sheet.open_questions) == 2


@pytest.mark.parametrize(
    ("words", "before", "after", "headline", "direction"),
    [
        ("8時間から30分になる", "8時間", "30分", "94 % 減", "less"),
        ("不良が 5%から0%に", "5%", "0%", "なくなる", "less"),
        ("期間が3か月から12か月に延びる", "3か月", "12か月", "4 倍", "more"),
        ("朝の仕込みが半分になる", "100 %", "これまでの 50 %", "50 % 減", "less"),
    ],
)
def test_numbers_of_one_kind_are_drawn_to_scale(
    words: str, before: str, after: str, headline: str, direction: str
) -> None:
    change = change_of(words)
    assert change.is_to_scale
    assert change.before is not None
    assert change.after is not None
    assert (change.before.words, change.after.words) == (before, after)
    assert (change.headline, change.direction) == (headline, direction)


def test_bars_are_as_long_as_the_numbers_say() -> None:
    change = change_of("8時間から30分になる")
    assert change.before is not None
    assert change.after is not None
    assert change.before.low == pytest.approx(16 * (change.after.low or 0))


@pytest.mark.parametrize("words", ["部屋に入るときに身構えなくなる", "検査が10分に縮まる", "3日から2時間になる"])
def test_what_has_no_numbers_that_compare_is_not_drawn_to_scale(words: str) -> None:
    # How many hours a day has is another thing to a shift than to a night.
    assert not change_of(words).is_to_scale


@pytest.mark.parametrize(("after", "shown"), [("1,000円から999円に", "0.10 % 減"), ("1万円から1円に", "99.99 % 減")])
def test_nearly_nothing_is_not_nothing_and_nearly_all_is_not_all(after: str, shown: str) -> None:
    assert change_of(after).headline == shown


def test_the_audience_is_the_narrowest_of_what_stands_on_the_page() -> None:
    shared = dict.fromkeys(FieldGroup, Reach.REGION)
    assert audience_of(card(reach=shared)) is Reach.REGION
    assert audience_of(card(reach={**shared, FieldGroup.PLANS: Reach.COORDINATOR})) is Reach.COORDINATOR
    assert audience_of(card()) is Reach.FIRM
    value_only = card({CardField.SUBJECT: "折り曲げ"}, uses=(), reach={FieldGroup.VALUE: Reach.REGION})
    assert audience_of(value_only) is Reach.REGION


def test_how_often_it_was_changed_is_for_the_firm_alone() -> None:
    assert "第3版" in sheet_of(card()).dated
    assert "版" not in sheet_of(card(), audience=Reach.COORDINATOR).dated


def test_the_page_is_complete_in_english() -> None:
    sheet = sheet_of(card(), locale="en")
    assert (sheet.language, sheet.kind, sheet.dated) == ("en", "Technology", "21 Nov 2026, version 3")
    assert sheet.change is not None
    assert sheet.change.headline == "94 % less"


def test_the_ladder_begins_with_the_function() -> None:
    rungs = {CardField.FUNCTION: "板を保つ", CardField.LADDER: "削り合わせをなくす"}
    assert sheet_of(card(rungs)).ladder == ("板を保つ", "削り合わせをなくす")
    assert sheet_of(card(WHOLE)).ladder[0] == WHOLE[CardField.FUNCTION]
    assert len(sheet_of(card(WHOLE)).ladder) == 3


@pytest.mark.parametrize(("kept", "shown"), [("2026-12-18", "2026年12月18日"), ("年内に", "年内に")])
def test_a_day_is_said_as_people_say_it(kept: str, shown: str) -> None:
    sheet = sheet_of(card({CardField.TRY_BY: kept}))
    assert sheet.try_by is not None
    assert sheet.try_by.words == shown


def test_where_no_two_states_are_named_todays_way_stands_beside_what_it_becomes() -> None:
    sheet = sheet_of(card({CardField.CHANGE: "排水が、魚の住める水になる", CardField.TODAY: "薬で沈めている"}))
    figure = sheet.figure
    assert figure is not None
    assert figure.before is not None
    assert figure.after is not None
    assert (figure.before.label, figure.before.words) == ("いまのやり方", "薬で沈めている")
    assert (figure.after.label, figure.after.words) == ("これから", "排水が、魚の住める水になる")
    assert not figure.is_to_scale
    assert sheet.today_beside is None, "it stands in the figure already"
    assert sheet.today is not None, "the texts have it in its place"


def test_todays_way_stays_in_its_place_where_the_figure_has_no_room_or_no_need_for_it() -> None:
    for change, today in (("8時間から30分に", "手で外す"), ("排水が澄む", "薬で沈めている。" * 20)):
        sheet = sheet_of(card({CardField.CHANGE: change, CardField.TODAY: today}))
        assert sheet.today_beside is not None
    unknown = sheet_of(card({CardField.CHANGE: "排水が澄む"}, unknown=(CardField.TODAY,)))
    assert unknown.figure is not None
    assert unknown.figure.before is None


def test_what_is_said_to_be_unknown_in_its_place_is_not_listed_once_more_at_the_foot() -> None:
    sheet = sheet_of(card({}, unknown=(CardField.WHO, CardField.TRL, CardField.MARKET), uses=()))
    assert sheet.open_elsewhere == ("市場",)
    assert len(sheet.open_questions) == 3
