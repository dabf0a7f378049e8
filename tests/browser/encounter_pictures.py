"""The pictures of encounters and reminders: a day after a fair, the reminder that comes, a phone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.camera import Camera, opened, to_nine, top
from tests.browser.conftest import DESKTOP, PHONE, Visits
from tests.browser.minori import (
    PATIENCE_MS,
    SUZUKI,
    TAKAHASHI,
    ask,
    press,
    said,
    send,
    sheet,
    to_minori,
)

LINE = "昨日、ものづくりフェアで大和精機の佐々木部長と名刺交換。検査に時間がかかっているそう。明日10時にサンプルを送る"
CARDS = """ものづくりフェアでいただいた名刺です
北斗電子株式会社　開発部　高木 誠 部長
株式会社白石食品　品質保証課　及川 恵 課長
東和プレス㈱　阿部 修 様
石巻市役所　商工課　千葉 直人 主査
有限会社さくら木工　山口 隆 社長
三陸水産株式会社　清水 薫 専務"""


def latest(page: Page, *words: str) -> None:
    """Wait until the last message of the conversation has all of the words, and show its end."""
    said(page, *words, where=".channel-pane")
    page.locator(".channel-pane .message-scroll").evaluate("node => node.scrollTo(0, node.scrollHeight)")


def captured(visits: Visits, camera: Camera) -> None:
    """One line is read, put right and kept; a pile of cards."""
    page = opened(visits, SUZUKI)
    ask(page, LINE)
    said(page, "大和精機", "まだ記録していません", "記録する")
    camera.take(page, "encounter-line")
    press(page, "直す")
    sheet(page, "次の一歩の時刻").get_by_label("役職").fill("製造部長")
    camera.take(page, "encounter-correction", size=(DESKTOP[0], 1200))
    send(page)
    sheet(page, "記録しました").get_by_role("button", name="閉じる").last.click()
    said(page, "製造部長", "取り消す")
    camera.take(page, "encounter-kept")
    ask(page, CARDS)
    said(page, "6名の方について", "三陸水産")
    for name in ("次の一歩あり", "ご挨拶のみ"):
        page.locator(".thread-pane").get_by_role("button", name=name, exact=True).first.click()
        said(page, f"：{name}")
    top(page)
    camera.take(page, "encounter-cards", size=(DESKTOP[0], 1250))


def reminded(visits: Visits, camera: Camera) -> None:
    """The reminder of the next working day: why it came, what was decided, what is coming."""
    page = opened(visits, SUZUKI)
    to_nine(page)
    latest(page, "のお知らせです", "大和精機", "なぜ届いた？")
    camera.take(page, "nudge", size=(DESKTOP[0], 1000))
    first = page.locator(".channel-pane .message").last
    first.get_by_role("button", name="なぜ届いた？").first.click()
    sheet(page, "この日になったわけ", "お届けの時刻と回数")
    camera.take(page, "nudge-why", size=(DESKTOP[0], 860))
    page.keyboard.press("Escape")
    first.get_by_role("button", name="完了", exact=True).first.click()
    latest(page, "次の一歩を完了にしました", "取り消す")
    camera.take(page, "nudge-done", size=(DESKTOP[0], 1000))
    first.get_by_role("button", name="今回は見送る").first.click()
    decline = sheet(page, "理由をお聞かせください")
    decline.get_by_label("理由").click()
    page.get_by_role("option", name="時期").click()
    camera.take(page, "nudge-decision")
    page.keyboard.press("Escape")
    ask(page, "予定")
    said(page, "これから4週間の予定")
    camera.take(page, "upcoming")
    to_minori(page, "ホーム")
    expect(page.locator(".home")).to_contain_text("進行中の出会い（2件）", timeout=PATIENCE_MS)
    camera.take(page, "home-encounters")


def at_the_coordinator(visits: Visits, camera: Camera) -> None:
    """What their coordinator sees of a firm that shares the outline."""
    page = opened(visits, TAKAHASHI, tab="ホーム")
    expect(page.locator(".home")).to_contain_text("ご担当の会社の出会い", timeout=PATIENCE_MS)
    camera.take(page, "home-firms")


def digest(visits: Visits, camera: Camera) -> None:
    """Their digest when a lead has stood still for a week: who needs somebody and why; the pictures in its thread."""
    page = opened(visits, TAKAHASHI)
    for day in ("11月26日", "11月27日", "11月30日", "12月1日", "12月2日", "12月3日", "12月4日", "12月7日"):
        to_nine(page)
        expect(page.locator(".clock-face")).to_contain_text(day, timeout=PATIENCE_MS)
    told = page.locator(".channel-pane .message", has_text="のご担当先のまとめです").last
    expect(told).to_contain_text("見送る・延期する", timeout=PATIENCE_MS)
    told.evaluate("node => node.scrollIntoView({block: 'start'})")
    camera.take(page, "digest", size=(DESKTOP[0], 1000))
    told.locator(".thread-line").dispatch_event("click", timeout=PATIENCE_MS)
    pictures = page.locator(".thread-pane .picture-button img")
    expect(pictures).to_have_count(2, timeout=PATIENCE_MS)
    for picture in pictures.all():
        picture.evaluate("node => node.decode()")
    camera.take(page, "digest-pictures", size=(DESKTOP[0], 1300))


def digest_on_a_phone(visits: Visits, camera: Camera) -> None:
    """The same digest in a hand."""
    phone = opened(visits, TAKAHASHI, size=PHONE)
    told = phone.locator(".channel-pane .message", has_text="のご担当先のまとめです").last
    expect(told).to_contain_text("図で見る", timeout=PATIENCE_MS)
    told.evaluate("node => node.scrollIntoView({block: 'start'})")
    camera.take(phone, "phone-digest")


def on_a_phone(visits: Visits, camera: Camera) -> None:
    """The reminder in a hand."""
    phone = opened(visits, SUZUKI, size=PHONE)
    told = phone.locator(".channel-pane .message", has_text="のお知らせです").last
    expect(told).to_contain_text("なぜ届いた？", timeout=PATIENCE_MS)
    told.evaluate("node => node.scrollIntoView({block: 'start'})")
    camera.take(phone, "phone-nudge")
