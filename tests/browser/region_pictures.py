"""The pictures of a region: half a year of 100 firms, lived before, looked at by its coordinators, firms and admin."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.camera import Camera, opened
from tests.browser.conftest import DESKTOP, PHONE, Visits
from tests.browser.minori import PATIENCE_MS, confirm, press, send, sheet

COORDINATOR, ADMIN = "U90000", "U80000"
"""The first of the coordinators, and of the admins (bot/simulation/region/people.py)."""
COORDINATORS = tuple(f"U{90000 + number}" for number in range(8))
_TALL, _TALL_PHONE = (DESKTOP[0], 1350), (PHONE[0], 1300)
_WEEKLY, _DAILY = "のご担当先のまとめです", "新しくお知らせする件です"
_ASK = re.compile("に打診する$")
_NOT_ASKED = "まだどちらにもお尋ねしていません"


def names_of(folder: Path) -> Mapping[str, str]:
    """The addresses of everybody in a region, by name. `folder` is the data folder in which it lies."""
    people = json.loads(next(folder.glob("regions/*/people.json")).read_text(encoding="utf-8"))["people"]
    return {one["name"]: one["id"] for one in people}


def digests(visits: Visits, camera: Camera) -> None:
    """The daily and the weekly one in the direct conversation; each picture of the weekly one."""
    page = opened(visits, COORDINATOR)
    _sized(page, _TALL)
    _top_of(page, _DAILY)
    camera.take(page, "region-digest-daily")
    weekly = _top_of(page, _WEEKLY)
    camera.take(page, "region-digest-weekly")
    _sized(page, (DESKTOP[0], 1500))
    weekly.locator(".thread-line").dispatch_event("click", timeout=PATIENCE_MS)
    pictures = page.locator(".thread-pane .picture-button img")
    expect(pictures).to_have_count(2, timeout=PATIENCE_MS)
    for picture in pictures.all():
        picture.evaluate("node => node.decode()")
    for number, name in enumerate(("stages-and-walls", "waiting-and-load")):
        pictures.nth(number).click()
        page.locator("[role=dialog] img").last.evaluate("node => node.decode()")
        camera.take(page, f"region-chart-{name}")
        page.keyboard.press("Escape")


def questions(visits: Visits, camera: Camera) -> None:
    """The queue of a coordinator; several that are alike are put together."""
    page = _at_home(visits, COORDINATOR, (DESKTOP[0], 1000))
    camera.take(page, "region-questions")
    press(page, "まとめて答える", where=".home")
    sheet(page, "まとめるご質問")
    camera.take(page, "region-questions-alike")
    _closed(page)


def cockpit(visits: Visits, camera: Camera) -> None:
    """The list of firms, what it can be narrowed down by, narrowed down; one firm."""
    page = _at_home(visits, COORDINATOR, _TALL)
    press(page, "担当先の一覧を見る", where=".home")
    sheet(page, "会社のページ")
    camera.take(page, "region-cockpit")
    _first(page, "会社のページ").click()
    sheet(page, "これまでの経過")
    camera.take(page, "region-firm")
    _closed(page)
    press(page, "しぼり込む", where=".home")
    form = sheet(page, "担当先をしぼり込む")
    form.get_by_text("壁1（次の一歩がこれから）").click()
    form.get_by_text("30日以上").click()
    camera.take(page, "region-filter")
    send(page)
    sheet(page, "条件を外す")
    camera.take(page, "region-filtered")
    _first(page, "条件を外す").click()
    sheet(page, "しぼり込みなし")
    _closed(page)


def on_a_phone(visits: Visits, camera: Camera) -> None:
    """The same in a hand: the digest, the queue, the firms, one of them."""
    page = opened(visits, COORDINATOR, size=PHONE)
    _sized(page, _TALL_PHONE)
    _top_of(page, _WEEKLY)
    camera.take(page, "region-phone-digest")
    page.get_by_role("tab", name="ホーム", exact=True).click()
    expect(page.locator(".home")).to_contain_text("担当先の一覧を見る", timeout=PATIENCE_MS)
    camera.take(page, "region-phone-questions")
    press(page, "担当先の一覧を見る", where=".home")
    sheet(page, "会社のページ")
    camera.take(page, "region-phone-cockpit")
    _first(page, "会社のページ").click()
    sheet(page, "これまでの経過")
    camera.take(page, "region-phone-firm")
    _closed(page)


def introductions(visits: Visits, camera: Camera, names: Mapping[str, str]) -> None:
    """A coordinator reads both quotes and sounds out one side, then the other; each hears of the other at the end."""
    page = _with_candidate(visits, camera)
    sheet(page, "できること", "求めていること")
    camera.take(page, "region-introduction")
    first = _sounded_out(page, names, camera)
    one = opened(visits, first)
    _closed(page)
    asked = _last(one, "お尋ねです")
    camera.take(one, "region-introduction-first")
    asked.get_by_role("button", name="詳しく聞いてみたい").click()
    confirm(one)
    page.get_by_role("tab", name="メッセージ", exact=True).click()
    name = next(name for name, address in names.items() if address == first)
    _last(page, f"{name}様）：詳しく聞いてみたい").get_by_role("button", name="内容を見る").click()
    sheet(page, "詳しく聞いてみたい")
    camera.take(page, "region-introduction-answered")
    other = opened(visits, _sounded_out(page, names), size=PHONE)
    _closed(page)
    asked = _last(other, "お尋ねです")
    camera.take(other, "region-phone-introduction")
    asked.get_by_role("button", name="詳しく聞いてみたい").click()
    confirm(other)
    _last(other, "双方がご希望になりました")
    camera.take(other, "region-introduction-second")


def admin(visits: Visits, camera: Camera) -> None:
    """The admin's page, and the firms."""
    page = _at_home(visits, ADMIN, _TALL)
    camera.take(page, "region-admin")
    press(page, "会社の一覧", where=".home")
    sheet(page, "担当")
    camera.take(page, "region-admin-firms")
    _closed(page)


def _with_candidate(visits: Visits, camera: Camera) -> Page:
    """The page of a coordinator who looks after both firms of a pair that nobody was asked about yet; it is open."""
    for coordinator in COORDINATORS:
        page = _at_home(visits, coordinator, (DESKTOP[0], 1000))
        if page.locator(".home").get_by_role("button", name="お引き合わせを見る").count():
            press(page, "お引き合わせを見る", where=".home")
            listed = sheet(page, "全 ").inner_text().split("内容を見る")
            for number in [number for number, one in enumerate(listed) if "×" in one and _NOT_ASKED in one]:
                camera.take(page, "region-introductions")
                _sheet(page).get_by_role("button", name="内容を見る").nth(number).click()
                if "同じお困りごと" in sheet(page, "できること", "求めていること").inner_text():
                    return page
                _sheet(page).get_by_role("button", name="戻る").click()
                sheet(page, "全 ")
        _closed(page)
    raise AssertionError("no coordinator has a pair of firms that nobody was asked about")


def _sounded_out(page: Page, names: Mapping[str, str], camera: Camera | None = None) -> str:
    """The first side that can be asked is asked; the address of who was."""
    _sheet(page).get_by_role("button", name=_ASK).first.click()
    sheet(page, "お送りする文面")
    if camera is not None:
        camera.take(page, "region-introduction-words")
    send(page)
    said = sheet(page, "様にお尋ねしました").inner_text()
    found = re.search(r"の([^の\n]+)様にお尋ねしました", said)
    assert found is not None, said
    return names[found[1]]


def _at_home(visits: Visits, who: str, size: tuple[int, int]) -> Page:
    page = opened(visits, who, tab="ホーム")
    _sized(page, size)
    expect(page.locator(".home")).to_contain_text("お休み", timeout=PATIENCE_MS)
    return page


def _sheet(page: Page) -> Locator:
    return page.locator("[role=dialog]").last


def _first(page: Page, name: str) -> Locator:
    return _sheet(page).get_by_role("button", name=name, exact=True).first


def _closed(page: Page) -> None:
    """Every sheet is closed."""
    while before := page.locator("[role=dialog]").count():
        page.keyboard.press("Escape")
        expect(page.locator("[role=dialog]")).not_to_have_count(before)


def _sized(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def _top_of(page: Page, words: str) -> Locator:
    """The last message of the conversation with these words, from its top."""
    return _found(page, words, "start")


def _last(page: Page, words: str) -> Locator:
    """The same, from its end."""
    return _found(page, words, "end")


def _found(page: Page, words: str, block: str) -> Locator:
    found = page.locator(".channel-pane .message", has_text=words).last
    expect(found).to_be_attached(timeout=PATIENCE_MS)
    found.evaluate("(node, block) => node.scrollIntoView({block})", block)
    return found
