"""The pictures of value walks and value cards: a firm in its own channel, its card, what is made of it, a phone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.camera import Camera, opened
from tests.browser.conftest import DESKTOP, PHONE, Visits
from tests.browser.minori import (
    PATIENCE_MS,
    SATO,
    SUZUKI,
    YAMADA,
    ask,
    press,
    reply,
    said,
    send,
    sheet,
)

FIRM = "C02YAMADA"
THREAD = (700, 1150)
"""Narrow enough that the thread takes the place of its channel."""
TALL = (DESKTOP[0], 1300)
ASKED_FOR = "技術の説明を手伝って"
SUBJECT = "工具なしで外せる機械カバー"
COST_NOW = "2人がかりで毎晩1時間半、月に60時間と、その分の残業代です。"
WHO = "惣菜工場で、夜に機械を洗っている方です。カバーの付け外しで帰りが遅くなるのが、軽くなったと聞いています。"
SITUATION = (
    "先々週の金曜です。洗浄のあとボルトが1本足りなくて、朝の3時までラインを止めて探したと、"
    "衛生担当の方がおっしゃっていました。"
)
LATER = (
    ("工場長さんです。衛生担当の方は使う側で、お金は出せないそうです。", "8／18"),
    ("六角レンチで16本のボルトを外して、洗って、数えながら戻しています。", "9／18"),
    ("2人がかりで毎晩1時間半、月に60時間くらいです。", "10／18"),
    ("A工場さんで3か月使っていただいて、洗浄の終わった時刻の記録を見せてもらいました。", "11／18"),
)
LAST = (
    ("病院の給食や、豆腐屋さんの機械も毎晩洗っているはずです。", "13／18"),
    ("夜に機械を洗う人が、道具を使わず手で開けて、その日のうちに帰れるふたです。", "14／18"),
    ("町の豆腐屋さんに1枚だけ貸して、1週間使ってもらう。", "15／18"),
    ("町の豆腐屋さんのご主人です。", "16／18"),
    ("来月末まで", "17／18"),
    ("板の代金だけ、1万円まで", "18／18"),
    ("手で外せることは、どなたに話してもいいです。留め方の形は、まだ社内だけにします。", "ひととおりうかがいました"),
)
SHARED = (
    ("価値（何が、どなたに、どう役立つか）", "地域の会社とコーディネーターまで"),
    ("お客様（一例、いまのやり方、その負担）", "地域の会社とコーディネーターまで"),
    ("根拠", "担当のコーディネーターまで"),
)


def choose(form: Locator, label: str, value: str) -> None:
    """Choose one of several in a form."""
    form.get_by_label(label).click()
    form.page.get_by_role("option", name=value, exact=True).click()


def mention(page: Page, words: str) -> None:
    """Mention Minori in the channel that is open, and look at the thread."""
    field = page.locator(".channel-pane .composer-field")
    field.press_sequentially("@minori")
    expect(page.locator(".suggestion").first).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    asked = page.locator(".channel-pane .message", has_text=words).last
    asked.locator(".thread-line").dispatch_event("click", timeout=PATIENCE_MS)


def in_thread(page: Page, words: str) -> None:
    """Look at the thread of a message that somebody wrote before."""
    asked = page.locator(".channel-pane .message", has_text=words).last
    asked.locator(".thread-line").dispatch_event("click", timeout=PATIENCE_MS)


def told(page: Page, words: str, *then: str) -> Locator:
    """Answer in the thread, and wait for what comes next."""
    reply(page, words)
    return said(page, *then)


def begun(page: Page, *, length: str, subject: str = SUBJECT, trade: str = "金属加工") -> Locator:
    """The sheet with which a walk begins, filled in."""
    form = sheet(page, "取り上げるもの（ひとつだけ）")
    form.get_by_label("取り上げるもの（ひとつだけ）").fill(subject)
    form.get_by_label(length).check()
    choose(form, "会社の業種", trade)
    return form


def closed(page: Page, *words: str) -> None:
    """Close the sheet on top, once it has all of the words, and every one below."""
    sheet(page, *words)
    sheets = page.locator("[role=dialog]")
    for left in reversed(range(sheets.count())):
        sheets.last.get_by_role("button", name="閉じる").last.click()
        expect(sheets).to_have_count(left)


def a_walk(visits: Visits, camera: Camera) -> None:
    """How it begins; a question; specification talk; the ladder; new uses; everything on one page."""
    page = opened(visits, YAMADA, channel=FIRM, size=(DESKTOP[0], 1000))
    mention(page, ASKED_FOR)
    said(page, "価値カード", "はじめる")
    press(page, "はじめる")
    begun(page, length="30分（18問）")
    camera.take(page, "walk-start", size=(DESKTOP[0], 1000))
    send(page)
    closed(page, "始まりました")
    said(page, "2／18", "例（金属加工の会社の場合）")
    camera.take(page, "walk-question", size=(DESKTOP[0], 900))
    told(page, "うちのカバーは1.2ミリのステンレスを±0.1ミリで曲げていて、精度には自信があります。", "どなた")
    camera.take(page, "walk-asks-back", size=(THREAD[0], 760))
    told(page, WHO, "3／18")
    colleague = opened(visits, SUZUKI, channel=FIRM)
    in_thread(colleague, ASKED_FOR)
    told(colleague, SITUATION, "4／18")
    told(page, "機械のカバーを手で外す", "5／18")
    told(page, "力の弱い方でも一人で、早く洗い終わる", "② 力の弱い方でも")
    told(colleague, "夜の当番が早く帰れて、人が辞めなくなる", "③ 夜の当番")
    camera.take(colleague, "walk-ladder", size=(THREAD[0], 760))
    press(page, "ここまでにする")
    said(page, "6／18")
    told(page, "洗浄の当番の方のカバーの付け外しが、1台40分から5分になりました。", "7／18")
    for words, then in LATER:
        told(colleague, words, then)
    press(colleague, "お客様が試した")
    said(colleague, "12／18", "こんなところはいかがでしょうか")
    offered = page.locator(".thread-pane .message").last
    camera.take(page, "walk-uses", size=THREAD)
    offered.get_by_role("button", name="心当たりがある", exact=True).first.click()
    said(page, "心当たりとして残しました")
    for words, then in LAST:
        told(page, words, then)
    camera.take(page, "walk-summary", size=THREAD)


def a_card(visits: Visits, camera: Camera) -> None:
    """The card of that walk, the files that are made of it, a correction, whom it is shown to."""
    page = opened(visits, YAMADA, channel=FIRM, size=(DESKTOP[0], 1000))
    in_thread(page, ASKED_FOR)
    press(page, "価値カードをつくる")
    made = said(page, "お疲れさまでした", f"価値カード：{SUBJECT}")
    page.set_viewport_size({"width": THREAD[0], "height": THREAD[1]})
    to_beginning(made)
    camera.take(page, "value-card", size=THREAD)
    press(page, "ファイル")
    said(page, "経営デザインシート")
    page.set_viewport_size({"width": THREAD[0], "height": THREAD[1]})
    drawn(page.locator(".thread-pane .picture-button img").last)
    camera.take(page, "value-card-files", size=THREAD)
    compared(page, camera)
    shared(page, camera)


def compared(page: Page, camera: Camera) -> None:
    """A cost is put right; the version before beside the one of now."""
    press(page, "直す")
    sheet(page, "お客様（一例").get_by_role("button", name="直す", exact=True).nth(1).click()
    sheet(page, "いまのやり方の負担").get_by_label("いまのやり方の負担").fill(COST_NOW)
    send(page)
    closed(page, "直しました")
    press(page, "履歴")
    press(page, "いまの版とくらべる", where="[role=dialog]")
    sheet(page, COST_NOW)
    camera.take(page, "value-card-compared")
    closed(page)


def shared(page: Page, camera: Camera) -> None:
    """Who may see which group of it; what is said before the region may."""
    press(page, "共有")
    form = sheet(page, "共有の範囲")
    for group, reach in SHARED:
        form.get_by_role("radiogroup", name=group).get_by_label(reach).check()
    camera.take(page, "value-card-share", size=(DESKTOP[0], 1000))
    # An answer that comes before its form is acknowledged is taken away for a moment, and shown again.
    with page.expect_response(lambda answer: "submit_view" in answer.url):
        send(page)
    sheet(page, "まだ共有していません", "NDA")
    camera.take(page, "value-card-caution", size=(DESKTOP[0], 1000))
    send(page)
    closed(page, "共有の範囲を記録しました")


def found(visits: Visits, camera: Camera) -> None:
    """Another firm looks for its trouble."""
    page = opened(visits, SATO)
    field = page.locator(".channel-pane .composer-field")
    field.fill("/minori 探す 機械を洗うのに時間がかかる")
    field.press("Enter")
    said(page, "1件見つかりました", SUBJECT, where=".channel-pane")
    camera.take(page, "value-card-found")


def on_a_phone(visits: Visits, camera: Camera) -> None:
    """The card in a hand; how another walk begins there, and a question of it."""
    phone = opened(visits, SUZUKI, size=PHONE)
    ask(phone, "価値カード")
    to_beginning(said(phone, SUBJECT))
    camera.take(phone, "phone-value-card")
    phone.get_by_role("button", name="スレッドを閉じる").first.click()
    ask(phone, "棚卸し")
    press(phone, "はじめる")
    sheet(phone, "取り上げるもの（ひとつだけ）").get_by_label("取り上げるもの（ひとつだけ）").fill("一品からの短納期")
    camera.take(phone, "phone-walk-start")
    send(phone)
    closed(phone, "始まりました")
    said(phone, "2／10")
    told(phone, "試作を急ぐ開発担当の方です。図面を送った日に返事が来るので、会議に間に合うようになりました。", "3／10")
    camera.take(phone, "phone-walk")


def at_home(visits: Visits, camera: Camera) -> None:
    """The own page with the walk that was begun on the phone, and the card."""
    page = opened(visits, SUZUKI, tab="ホーム")
    expect(page.locator(".home")).to_contain_text("途中のもの1件", timeout=PATIENCE_MS)
    expect(page.locator(".home")).to_contain_text("価値カード（1件）", timeout=PATIENCE_MS)
    camera.take(page, "home-value", size=TALL)


def to_beginning(message: Locator) -> None:
    """Scroll a message to the upper edge of its pane."""
    message.evaluate("node => node.scrollIntoView({block: 'start'})")


def drawn(picture: Locator) -> None:
    """Wait until a picture is drawn, and show it from its beginning."""
    expect(picture).to_be_visible(timeout=PATIENCE_MS)
    picture.evaluate("node => node.decode()")
    picture.evaluate("node => node.scrollIntoView({block: 'start'})")
