"""Encounters in the page, as people use them: caught, kept, brought back to mind on the day, done, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.camera import opened, to_nine
from tests.browser.conftest import PHONE, Visits
from tests.browser.minori import (
    PATIENCE_MS,
    SATO,
    SUZUKI,
    Demonstration,
    ask,
    press,
    said,
    send,
    sheet,
    too_wide,
)

pytestmark = pytest.mark.loopback

MET = "今日、ものづくりフェアで大和精機の佐々木部長と名刺交換。明日10時にサンプルを送る"
CARDS = """ものづくりフェアでいただいた名刺です
北斗電子株式会社　高木 誠 部長
東和プレス㈱　阿部 修 様
三陸水産株式会社　清水 薫 専務"""


@pytest.fixture
def people(browser: Browser, guides_loaded: Callable[[], Path]) -> Iterator[Visits]:
    """Each test moves the clock, and so has a demonstration of its own. It begins on a working day at nine."""
    with Demonstration(guides_loaded()) as demonstration:
        visits = Visits(browser, demonstration)
        to_nine(opened(visits, SATO))
        yield visits
        visits.leave()


def test_a_line_is_put_right_kept_and_comes_back_on_its_day(people: Visits) -> None:
    page = opened(people, SUZUKI)
    ask(page, MET)
    said(page, "大和精機", "まだ記録していません")
    press(page, "直す")
    sheet(page, "次の一歩の時刻").get_by_label("役職").fill("製造部長")
    send(page)
    sheet(page, "記録しました", "取り消す").get_by_role("button", name="閉じる").last.click()
    said(page, "記録しました", "製造部長", "サンプルを送る")

    to_nine(page)
    told = said(page, "のお知らせです", "大和精機", "サンプルを送る", "なぜ届いた？", where=".channel-pane")
    told.get_by_role("button", name="なぜ届いた？").click()
    sheet(page, "次の一歩の予定日").get_by_role("button", name="閉じる").last.click()
    told.get_by_role("button", name="完了", exact=True).click()
    expect(told).to_contain_text("次の一歩を完了にしました", timeout=PATIENCE_MS)
    expect(told.get_by_role("button", name="次の一歩を決める")).to_be_visible()
    told.get_by_role("button", name="取り消す", exact=True).click()
    expect(told.get_by_role("button", name="完了", exact=True)).to_be_visible(timeout=PATIENCE_MS)
    expect(told).not_to_contain_text("次の一歩を完了にしました")
    assert page.locator(".channel-pane .message", has_text="のお知らせです").count() == 1


def test_on_a_phone_cards_a_reminder_and_what_is_coming_are_not_too_wide(people: Visits) -> None:
    page = opened(people, SUZUKI, size=PHONE)
    ask(page, CARDS)
    said(page, "3名の方について", "三陸水産株式会社")
    assert too_wide(page) == []
    page.locator(".thread-pane").get_by_role("button", name="次の一歩あり").first.click()
    said(page, "：次の一歩あり", "取り消す")
    press(page, "直す")
    sheet(page, "会社")
    assert too_wide(page) == []
    page.get_by_role("button", name="やめる", exact=True).last.click()
    page.get_by_role("button", name="スレッドを閉じる").first.click()

    to_nine(page)
    told = said(page, "のお知らせです", "北斗電子株式会社", "なぜ届いた？", where=".channel-pane")
    assert too_wide(page) == []
    for button in told.locator(".body button").all():
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=0.9)
    told.get_by_role("button", name="なぜ届いた？").click()
    sheet(page, "お届けの時刻と回数").get_by_role("button", name="閉じる").last.click()
    ask(page, "予定")
    said(page, "これから4週間の予定", "北斗電子株式会社")
    assert too_wide(page) == []
