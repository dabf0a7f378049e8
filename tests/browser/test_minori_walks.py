"""A value walk in the page, as people use it: from the first word to the card, and the picture that is made of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.camera import opened
from tests.browser.conftest import PHONE, Visits
from tests.browser.minori import (
    PATIENCE_MS,
    SATO,
    YAMADA,
    Demonstration,
    ask,
    confirm,
    press,
    reply,
    said,
    send,
    sheet,
    too_wide,
)

pytestmark = pytest.mark.loopback

SUBJECT = "麹の香りを残す火入れ"


@pytest.fixture
def people(browser: Browser, guides_loaded: Callable[[], Path]) -> Iterator[Visits]:
    """A demonstration in which nobody has begun a walk."""
    with Demonstration(guides_loaded()) as demonstration:
        visits = Visits(browser, demonstration)
        yield visits
        visits.leave()


def begun(page: Page, trade: str) -> None:
    """A walk of ten minutes in the conversation with Minori, as far as its first question."""
    ask(page, "棚卸し")
    said(page, "1分で伝わる「価値カード」")
    press(page, "はじめる")
    form = sheet(page, "取り上げるもの（ひとつだけ）", "10分（10問）")
    form.get_by_label("取り上げるもの（ひとつだけ）").fill(SUBJECT)
    form.get_by_label("会社の業種").click()
    page.get_by_role("option", name=trade, exact=True).click()
    send(page)
    sheet(page, "始まりました").get_by_role("button", name="閉じる").last.click()
    said(page, "2／10", f"例（{trade}の会社の場合）")


def told(page: Page, words: str, *then: str) -> Locator:
    """An answer, and what comes next."""
    reply(page, words)
    return said(page, *then)


def test_a_walk_goes_from_the_first_word_to_a_card_and_its_picture(people: Visits) -> None:
    page = opened(people, SATO)
    begun(page, "食品")
    # Specification talk is answered with a question that has its words; "later" stays open.
    told(page, "65度で10分の火入れができます。", "ありがとうございます。「", "火入れ", "2／10")
    told(page, "旅館の料理長さんです。朝の味噌汁の香りが飛ぶと、お客様に言われなくなりました。", "3／10")
    press(page, "あとで")
    said(page, "4／10", "何を、どうする")
    told(page, "味噌の香りを保つ", "① 味噌の香りを保つ")
    said(page, "5／10")
    told(page, "朝の食事を残さず食べていただける", "② 朝の食事を残さず")
    told(page, "また泊まりに来てくださる", "③ また泊まりに")
    press(page, "ここまでにする")
    said(page, "6／10")
    told(page, "料理長さんの味噌汁の作り直しが、一朝に6回から1回になりました。", "7／10")
    told(page, "味噌を半分ずつ、出す直前に溶き直していらっしゃいます。", "8／10")
    told(page, "二週間使っていただいて、作り直しの数を帳面につけてくださいました。", "9／10")
    press(page, "お客様が試した")
    said(page, "10／10", "何を、どなたと、いつごろまでに")
    told(page, "隣の旅館の料理長さんに半分お渡しする。来月末まで、5千円まで", "ひととおりうかがいました")
    said(page, "ひととおりうかがいました", "まだわからないこと（1件）", "旅館の料理長さんです")

    press(page, "価値カードをつくる")
    card = said(
        page,
        f"価値カード：{SUBJECT}",
        "自社の方だけ",
        "4段階の3（お客様に試していただいた）",
        "また泊まりに来てくださる",
    )
    card.get_by_role("button", name="ファイル", exact=True).click()
    files = said(page, "経営デザインシート", "スライド")
    picture = files.locator(".picture-button img")
    expect(picture).to_have_attribute("alt", re.compile(f"{SUBJECT}.*旅館の料理長さん.*お客様に試していただいた"))
    picture.evaluate("node => node.decode()")
    assert picture.evaluate("node => node.naturalHeight > 1000 && node.naturalHeight > node.naturalWidth")

    # Another firm sees none of it, on its page neither.
    other = opened(people, YAMADA, tab="ホーム")
    expect(other.locator(".home")).to_contain_text("価値カード（0件）", timeout=PATIENCE_MS)
    expect(other.locator(".home")).not_to_contain_text(SUBJECT)


def test_on_a_phone_a_walk_its_card_and_whom_it_is_shown_to_are_not_too_wide(people: Visits) -> None:
    page = opened(people, SATO, size=PHONE)
    begun(page, "食品")
    assert too_wide(page) == []
    told(page, "旅館の料理長さんです。朝の味噌汁の香りが飛ぶと、お客様に言われなくなりました。", "3／10")
    press(page, "ほか")
    press(page, "いまの内容でつくる", where="[role=dialog]")
    confirm(page)
    sheet(page, "お疲れさまでした").get_by_role("button", name="閉じる").last.click()
    page.keyboard.press("Escape")
    card = said(page, f"価値カード：{SUBJECT}", "まだ伺っていません")
    assert too_wide(page) == []
    for button in card.locator(".body button").all():
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=0.9)
    press(page, "共有")
    sheet(page, "共有の範囲", "担当のコーディネーターまで")
    assert too_wide(page) == []
