"""One's own note of a next step, said to the other side in good Japanese and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.meetings.phrasing import said_plan
from bot.core.messages import Locale

LOCALES: tuple[Locale, ...] = ("ja", "en")


@pytest.mark.parametrize(
    ("step", "polite", "very_polite"),
    [
        ("電話", "お電話します", "お電話いたします"),
        ("再度電話", "再度お電話します", "再度お電話いたします"),
        ("メール", "メールでご連絡します", "メールでご連絡いたします"),
        ("訪問", "お伺いします", "お伺いいたします"),
        ("再訪予定", "再度お伺いします", "再度お伺いいたします"),
        ("見積送付", "見積をお送りします", "見積をお送りいたします"),
        ("サンプルの発送", "サンプルを発送します", "サンプルを発送いたします"),
        ("見積を持参", "見積を持参します", "見積を持参いたします"),
        ("サンプルを送る", "サンプルをお送りします", "サンプルをお送りいたします"),
        ("図面を届ける", "図面をお届けします", "図面をお届けいたします"),
        ("試作品を見せる", "試作品をお見せします", "試作品をお見せいたします"),
        ("貴社を訪問する", "貴社を訪問します", "貴社を訪問いたします"),
        ("工場に伺う", "工場にお伺いします", "工場にお伺いいたします"),
        ("見積を作る", "見積を作ります", "見積を作ります"),
        ("機械を借りる", "機械を借ります", "機械を借ります"),
        ("図面を見る", "図面を見ます", "図面を見ます"),
        ("話を聞く", "話をお聞きします", "話をお聞きいたします"),
        ("見積を持参します", "見積を持参します", "見積を持参いたします"),
        ("見積を送ります。", "見積をお送りします", "見積をお送りいたします"),
        ("ご連絡いたします", "ご連絡します", "ご連絡いたします"),
        ("お電話します", "お電話します", "お電話いたします"),
        ("工場を見学させていただきます", "工場を見学させていただきます", "工場を見学させていただきます"),
        ("工場を見学したい", "工場を見学したいと考えております", "工場を見学したく存じます"),
        ("見積を送ること", "見積をお送りします", "見積をお送りいたします"),
    ],
)
def test_what_one_does_is_said_as_a_sentence(step: str, polite: str, very_polite: str) -> None:
    assert said_plan(step, locale="ja", is_very_polite=False) == {"will": polite}
    assert said_plan(step, locale="ja", is_very_polite=True) == {"will": very_polite}


@pytest.mark.parametrize(
    ("step", "plan"),
    [
        ("工場見学", "工場見学"),
        ("打ち合わせ", "打ち合わせ"),
        ("お礼電話", "お礼電話"),
        ("サンプル", "サンプル"),
        ("見積は来月になりそう", "「見積は来月になりそう」"),
        ("Send samples", "Send samples"),
    ],
)
def test_what_is_no_act_of_ours_stays_as_it_was_noted(step: str, plan: str) -> None:
    assert said_plan(step, locale="ja", is_very_polite=True) == {"plan": plan}


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("Send samples", {"will": "send samples"}),
        ("call", {"will": "call"}),
        ("We will visit the plant", {"will": "visit the plant"}),
        ("Phone call", {"plan": "phone call"}),
        ("NDA", {"plan": "NDA"}),
        ("Factory tour", {"plan": "factory tour"}),
        ("サンプルを送る", {"plan": "サンプルを送る"}),
    ],
)
def test_in_english(step: str, said: dict[str, str]) -> None:
    assert said_plan(step, locale="en", is_very_polite=False) == said


@given(step=st.text(max_size=60), is_very_polite=st.booleans())
def test_nothing_breaks_it_and_nothing_is_left_empty(step: str, is_very_polite: bool) -> None:
    for locale in LOCALES:
        said = said_plan(step, locale=locale, is_very_polite=is_very_polite)
        assert len(said) <= 1
        assert all(value.strip() for value in said.values())
